"""The ladders: for each kind an ordered list of levels; the first that holds between two positions decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimcheck.judge.positions import span_of_time
from claimcheck.judge.states import alarming, exclusive
from claimcheck.model import Claim, Day, Figure, State, Value, Verdict
from claimcheck.read.deeds import FAMILY
from claimcheck.read.units import dimension

Position = Sequence[Claim]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two positions of one question; `sure` is how probable it is that it is one question."""

    a: Position
    b: Position
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Level:
    """One rung: its code, the verdict, and when it holds."""

    code: str
    verdict: Verdict
    holds: Callable[[Pairing], bool]


SURE = 0.45
"""Below this probability of answering one question, a difference is a check and not an alarm."""


# ------------------------------------------------------------------------------------------------- what the rungs ask


def _figures(p: Pairing) -> tuple[Figure, Figure]:
    """Give the two numbers."""
    x, y = p.a[0].value, p.b[0].value
    assert isinstance(x, Figure)
    assert isinstance(y, Figure)
    return x, y


def _interval(value: Figure) -> tuple[float, float]:
    """Give the numbers that a figure admits."""
    low = value.low if value.low is not None else -float("inf")
    return low, value.high if value.high is not None else float("inf")


def _vague(value: Figure) -> bool:
    """Whether the words name a size only: "dozens", "hundreds of"."""
    return value.number is None


def other_currency(p: Pairing) -> bool:
    """Two currencies, or two units, are not comparable offline."""
    x, y = _figures(p)
    return x.unit != y.unit and "" not in (dimension(x.unit), dimension(y.unit))


def denied(p: Pairing) -> bool:
    """One side denies what the other affirms."""
    return p.a[0].factuality.polarity != p.b[0].factuality.polarity


def consistent(p: Pairing) -> bool:
    """A vague number, a range or an estimate admits the other, or is the other rounded; a count's bound does not."""
    return any(_admits(a.value, b.value) for a in p.a for b in p.b)


def _admits(x: Value, y: Value) -> bool:
    """Whether two figures can be one number: "dozens" and 44, "about 6.0" and 5.9, "6" and 5.9."""
    if not isinstance(x, Figure) or not isinstance(y, Figure):
        return False
    if _vague(x) or _vague(y) or "about" in (x.modifier, y.modifier):
        return _interval(x)[0] <= _interval(y)[1] and _interval(y)[0] <= _interval(x)[1]
    return _rounds(x, y) or _rounds(y, x)


def _rounds(x: Figure, y: Figure) -> bool:
    """Whether a measure is the other one rounded to the whole: 6 and 5.9."""
    if x.number is None or y.number is None or y.number == int(y.number):
        return False
    return x.number == round(y.number)


def loosely_told(p: Pairing) -> bool:
    """No list knows what is counted and the sentences are not nearly one, or the age is of nobody named, or it is hedged."""
    if any(all(c.factuality.certainty == "possible" for c in side) for side in (p.a, p.b)):
        return True
    attribute = p.a[0].topic.attribute
    if attribute == "age":
        return not (p.a[0].topic.subject and p.b[0].topic.subject)
    if attribute in FAMILY and attribute == p.b[0].topic.attribute:
        return False
    both = {c.article for c in p.a} & {c.article for c in p.b}
    return bool(both) or not any(_nearly_one(a, b) for a in p.a for b in p.b)


def _nearly_one(a: Claim, b: Claim) -> bool:
    """Whether two clauses are nearly word for word the same but for the number."""
    x, y = set(a.context.near), set(b.context.near)
    return len(x & y) >= 5 and len(x & y) >= 0.75 * max(len(x), len(y))


def size_only(p: Pairing) -> bool:
    """One side names a size and no number: "dozens" and 12."""
    return any(_vague(f) and (f.low is None or f.high is None) for f in _figures(p))


def other_scope(p: Pairing) -> bool:
    """One counts more of them, or a part."""
    return {c.topic.scope for c in p.a} != {c.topic.scope for c in p.b} and not (
        {c.topic.scope for c in p.a} & {c.topic.scope for c in p.b}
    )


def planned_only(p: Pairing) -> bool:
    """One side only plans or demands what the other tells as done."""
    ahead = ("planned", "demanded", "future")
    return all(c.factuality.tense in ahead for c in p.a) != all(c.factuality.tense in ahead for c in p.b)


def _family(p: Pairing) -> str:
    """Give how values of the attribute behave."""
    return p.a[0].context.family or p.b[0].context.family


def in_order(p: Pairing) -> bool:
    """Whether one position is older than the other as a whole, or a word of revision says so."""
    x, y = span_of_time(p.a), span_of_time(p.b)
    return bool(x.start and y.start and x.start != y.start)


def undated(p: Pairing) -> bool:
    """Whether a position has no date at all."""
    return span_of_time(p.a).start is None or span_of_time(p.b).start is None


def grew(p: Pairing) -> bool:
    """A toll is higher in the later report."""
    if _family(p) not in ("toll", "stock") or not in_order(p):
        return False
    older, newer = _by_date(p)
    return _size(newer) > _size(older)


def moved(p: Pairing) -> bool:
    """A stock (troops, prices) stands otherwise in the later report."""
    return _family(p) == "stock" and in_order(p)


def revised(p: Pairing) -> bool:
    """A word of revision stands beside a value: "raised the toll to", "earlier put at"."""
    newer = [side for side in (p.a, p.b) if any(c.context.revision == "newer" for c in side)]
    older = [side for side in (p.a, p.b) if any(c.context.revision == "older" for c in side)]
    if not newer and not older:
        return False
    return _family(p) in ("toll", "stock") and (len(newer) == 1) != (len(older) == 2)


def order_unknown(p: Pairing) -> bool:
    """A growing or moving number without a date for one side."""
    return _family(p) in ("toll", "stock") and undated(p)


def unsure(p: Pairing) -> bool:
    """The question may not be one."""
    return p.sure < SURE


def always(p: Pairing) -> bool:
    """The last rung."""
    return True


def _by_date(p: Pairing) -> tuple[Position, Position]:
    """Give the older position first."""
    x, y = span_of_time(p.a).start, span_of_time(p.b).start
    assert x is not None
    assert y is not None
    return (p.a, p.b) if x <= y else (p.b, p.a)


def _size(position: Position) -> float:
    """Give the number of a position."""
    value = position[0].value
    assert isinstance(value, Figure)
    found = value.number if value.number is not None else value.low if value.low is not None else value.high
    return float(found or 0)


def _days(p: Pairing) -> tuple[Day, Day]:
    """Give the two dates."""
    x, y = p.a[0].value, p.b[0].value
    assert isinstance(x, Day)
    assert isinstance(y, Day)
    return x, y


def open_date(p: Pairing) -> bool:
    """One of the dates hangs on an unknown publication day."""
    return any(d.start is None and d.end is None for d in _days(p))


def dates_meet(p: Pairing) -> bool:
    """The two intervals share a day: "July" and "July 26"."""
    x, y = _days(p)
    return (x.start is None or y.end is None or x.start <= y.end) and (
        y.start is None or x.end is None or y.start <= x.end
    )


def postponed(p: Pairing) -> bool:
    """A day that lies ahead was moved in a later report."""
    ahead = ("planned", "future", "demanded")
    return in_order(p) and all(c.factuality.tense in ahead for c in (p.a[0], p.b[0]))


def compatible_states(p: Pairing) -> bool:
    """Two states that can hold at once."""
    x, y = p.a[0].value, p.b[0].value
    assert isinstance(x, State)
    assert isinstance(y, State)
    return x.state != y.state and not exclusive(x.frame, x.state, y.state)


def holder_unknown(p: Pairing) -> bool:
    """The frame does not tell one holder from another."""
    x = p.a[0].value
    assert isinstance(x, State)
    return not alarming(x.frame)


def same_month(p: Pairing) -> bool:
    """A date without a year names the month of the other: "the end of July" in an undated article."""
    x, y = _days(p)
    opened, known = (x, y) if x.start is None else (y, x)
    return (
        opened.timex.startswith("XXXX-") and known.start is not None and opened.timex[5:7] == f"{known.start.month:02}"
    )


def near_amounts(p: Pairing) -> bool:
    """Two amounts of money within a twentieth of each other: one may be rounded or converted."""
    x, y = _figures(p)
    if dimension(x.unit) != "money" or x.number is None or y.number is None:
        return False
    return abs(x.number - y.number) <= 0.05 * max(abs(x.number), abs(y.number))


FIGURE = (
    Level("figure-unit", Verdict.CHECK, other_currency),
    Level("figure-denied", Verdict.CHECK, denied),
    Level("figure-consistent", Verdict.AGREE, consistent),
    Level("figure-near", Verdict.CHECK, near_amounts),
    Level("figure-scope", Verdict.CHECK, other_scope),
    Level("figure-unsure", Verdict.CHECK, unsure),
    Level("figure-unsure", Verdict.CHECK, size_only),
    Level("figure-unsure", Verdict.CHECK, loosely_told),
    Level("figure-revised", Verdict.UPDATED, revised),
    Level("figure-grew", Verdict.UPDATED, grew),
    Level("figure-moved", Verdict.UPDATED, moved),
    Level("figure-undated", Verdict.CHECK, order_unknown),
    Level("figure-differs", Verdict.CONFLICT, always),
)
DATE = (
    Level("date-consistent", Verdict.AGREE, same_month),
    Level("date-open", Verdict.CHECK, open_date),
    Level("date-consistent", Verdict.AGREE, dates_meet),
    Level("date-unsure", Verdict.CHECK, unsure),
    Level("date-postponed", Verdict.UPDATED, postponed),
    Level("date-differs", Verdict.CONFLICT, always),
)
STATUS = (
    Level("status-compatible", Verdict.AGREE, compatible_states),
    Level("status-unsure", Verdict.CHECK, unsure),
    Level("status-unsure", Verdict.CHECK, holder_unknown),
    Level("status-changed", Verdict.UPDATED, in_order),
    Level("status-undated", Verdict.CHECK, undated),
    Level("status-differs", Verdict.CONFLICT, always),
)
NAME = (
    Level("name-unsure", Verdict.CHECK, unsure),
    Level("name-changed", Verdict.CHECK, in_order),
    Level("name-differs", Verdict.CONFLICT, always),
)
QUOTE = (Level("quote-source", Verdict.CHECK, always),)

LADDERS: dict[str, tuple[Level, ...]] = {"figure": FIGURE, "date": DATE, "status": STATUS, "name": NAME, "quote": QUOTE}


def climb(kind: str, pairing: Pairing) -> Level:
    """Give the first level that holds."""
    return next(level for level in LADDERS[kind] if level.holds(pairing))
