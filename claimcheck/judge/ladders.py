"""The ladders: for each kind an ordered list of levels; the first that holds between two positions decides."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.immutable import record
from claimcheck.judge import figures, precision, slips
from claimcheck.judge.pairing import Pairing, in_order, undated
from claimcheck.judge.states import alarming, exclusive
from claimcheck.model import Day, State, Verdict
from claimcheck.read.calendar import OPEN_WEEKDAY, open_weekday
from claimcheck.read.factuality import AHEAD


@record
class Level:
    """One rung: its code, the verdict, and when it holds."""

    code: str
    verdict: Verdict
    holds: Callable[[Pairing], bool]


ANNOUNCED = frozenset({"dismissed", "hired"})
"""Attributes of what is told once it is announced."""
SURE = 0.45
"""Below this probability of answering one question, a difference is a check and not an alarm."""


# ------------------------------------------------------------------------------------------------- what the rungs ask


def denied(p: Pairing) -> bool:
    """One side denies what the other affirms."""
    return p.a[0].factuality.polarity != p.b[0].factuality.polarity


def planned_only(p: Pairing) -> bool:
    """One side only plans or demands what the other tells as done; job cuts are told as a plan and as a fact alike."""
    if p.a[0].topic.attribute in ANNOUNCED:
        return False
    return all(c.factuality.tense in AHEAD for c in p.a) != all(c.factuality.tense in AHEAD for c in p.b)


def unsure(p: Pairing) -> bool:
    """The question may not be one."""
    return p.sure < SURE


def unsure_figures(p: Pairing) -> bool:
    """The question may not be one: no sentence is told twice, and no two numbers that are alone are alike but for a slip."""
    return unsure(p) and not (figures.slips_of_one(p) or figures.told_twice(p) or figures.one_turnout(p))


def always(p: Pairing) -> bool:
    """The last rung."""
    return True


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
    return in_order(p) and all(c.factuality.tense in AHEAD for c in (p.a[0], p.b[0]))


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


def same_weekday(p: Pairing) -> bool:
    """Two bare weekdays are one: an undated article's "on Monday" is the day that the other tells as a Monday."""
    return any(
        _weekday(x) and _weekday(y) and _weekday(x) == _weekday(y) and (x.start is None or y.start is None)
        for x, y in [_days(p)]
    )


def _weekday(day: Day) -> int:
    """Give 1 (Monday) to 7 of one day or of an open weekday, or 0."""
    if day.timex.startswith(OPEN_WEEKDAY):
        return open_weekday(day.timex)
    return day.start.isoweekday() if day.start is not None and day.start == day.end else 0


FIGURE = (
    Level("figure-currency", Verdict.CHECK, slips.other_currency),
    Level("figure-points", Verdict.CHECK, slips.points),
    Level("figure-unit", Verdict.CHECK, figures.other_currency),
    Level("figure-denied", Verdict.CHECK, denied),
    Level("figure-consistent", Verdict.AGREE, precision.consistent),
    Level("figure-planned", Verdict.CHECK, planned_only),
    Level("figure-adds-up", Verdict.AGREE, slips.adds_up),
    Level("figure-parts", Verdict.AGREE, slips.two_sorts),
    Level("figure-separator", Verdict.CHECK, slips.separator),
    Level("figure-near", Verdict.CHECK, figures.near_amounts),
    Level("figure-scope", Verdict.CHECK, figures.other_scope),
    Level("figure-unsure", Verdict.CHECK, unsure_figures),
    Level("figure-unsure", Verdict.CHECK, figures.size_only),
    Level("figure-unsure", Verdict.CHECK, figures.loosely_told),
    Level("figure-revised", Verdict.UPDATED, figures.revised),
    Level("figure-grew", Verdict.UPDATED, figures.grew),
    Level("figure-moved", Verdict.UPDATED, figures.moved),
    Level("figure-swapped", Verdict.CONFLICT, slips.swapped),
    Level("figure-undated", Verdict.CHECK, figures.order_unknown),
    Level("figure-tenfold", Verdict.CONFLICT, slips.tenfold),
    Level("figure-thousandfold", Verdict.CONFLICT, slips.thousandfold),
    Level("figure-transposed", Verdict.CONFLICT, slips.transposed),
    Level("figure-reused", Verdict.CONFLICT, slips.reused),
    Level("figure-sources", Verdict.CONFLICT, slips.two_authorities),
    Level("figure-differs", Verdict.CONFLICT, always),
)
DATE = (
    Level("date-consistent", Verdict.AGREE, same_month),
    Level("date-consistent", Verdict.AGREE, same_weekday),
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
    Level("name-undated", Verdict.CHECK, undated),
    Level("name-differs", Verdict.CONFLICT, always),
)
QUOTE = (Level("quote-source", Verdict.CHECK, always),)

LADDERS: dict[str, tuple[Level, ...]] = {"figure": FIGURE, "date": DATE, "status": STATUS, "name": NAME, "quote": QUOTE}


def climb(kind: str, pairing: Pairing) -> Level:
    """Give the first level that holds."""
    return next(level for level in LADDERS[kind] if level.holds(pairing))
