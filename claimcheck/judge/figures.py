"""The rungs of a figure's ladder: how two numbers of one question stand to each other."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.judge.pairing import Pairing, Position, by_date, figures_of, in_order, undated
from claimcheck.judge.positions import size_of
from claimcheck.match.alone import sort_of
from claimcheck.match.copied import copied
from claimcheck.match.measure import convertible, dimension_of, within
from claimcheck.match.slips import slipped
from claimcheck.match.telling import met, telling_of
from claimcheck.model import Claim, Figure, Value
from claimcheck.read.deeds import FAMILY, HEAD_GROUP, PARTS
from claimcheck.read.units import convert, dimension

AT_SEA = frozenset({"mile", "nautical mile"})
SLIP_WORDS = 3
"""Words that the clauses of two numbers must have in common that are one but for a slip, where others stand beside them."""
LARGE = 100
"""Smaller numbers of two things are often alike: an article on a game is full of them."""
ALONE = 0.8
"""Probability from which two numbers differ that are each the only one of their sort in an article."""
NEAR = 0.05
"""How far two sums may lie apart of which one may be rounded or converted."""
COARSE = 1_000
"""Smallest place to which a large number is rounded without a word that says so."""
BOUNDS = frozenset({"up_to", "less_than", "more_than", "at_least"})
"""Modifiers of a number that is an end."""
FAR, FAR_ABOUT = 1.5, 2
"""How many times a lower bound a number, or a rough one, may be and still be what the bound speaks of: nobody says "more than 10" of 200."""


def _interval(value: Figure) -> tuple[float, float]:
    """Give the numbers that a figure admits."""
    low = value.low if value.low is not None else -float("inf")
    return low, value.high if value.high is not None else float("inf")


def _vague(value: Figure) -> bool:
    """Whether the words name a size only: "dozens", "hundreds of"."""
    return value.number is None


def other_currency(p: Pairing) -> bool:
    """Two currencies, or units of two dimensions, are not comparable offline."""
    x, y = figures_of(p)
    return x.unit != y.unit and "" not in (dimension(x.unit), dimension(y.unit)) and not _turns_into(x, y)


def _turns_into(x: Figure, y: Figure) -> bool:
    """Whether one can be told in the other's unit; percent is no unit of percentage points."""
    return convertible(x, y) and dimension(x.unit) != "percent"


def consistent(p: Pairing) -> bool:
    """A vague number, a range or an estimate admits the other, or is the other rounded; a bound admits what it says.

    Of a toll a bound admits nothing but itself: "at least 22" and 44 are two counts. Where a side is told exactly too,
    what it tells loosely admits nothing: "about 4.1 billion" does not make 4.1 and 4.4 one sum.
    """
    like = figures_of(p)[0]
    ours, theirs = (
        {_told_in(like, claim.value) for claim in side} for side in (p.a, p.b)
    )  # Thousands tell a few numbers.
    ours, theirs = (_exact(side) or side for side in (ours, theirs))
    if any(_admits(x, y) for x in ours for y in theirs):
        return True
    return _family(p) != "toll" and (
        _kept(ours, theirs) or _kept(theirs, ours) or any(_open_both_ways(x, y) for x in ours for y in theirs)
    )


def _told_in(like: Figure, value: Value) -> Value:
    """Give a measure in the unit of another where it can be turned into it; anything else as it is.

    Whoever says miles at sea means nautical ones.
    """
    if not isinstance(value, Figure) or not _turns_into(value, like):
        return value
    if {value.unit, like.unit} == AT_SEA and value.number == like.number:
        return like
    number, low, high = (
        None if n is None else convert(n, value.unit, like.unit) for n in (value.number, value.low, value.high)
    )
    return replace(value, number=number, low=low, high=high, unit=like.unit)


def _exact(side: set[Value]) -> set[Value]:
    """Give the figures that are told exactly."""
    return {v for v in side if isinstance(v, Figure) and v.modifier == "" and not _vague(v)}


def _kept(bounds: set[Value], numbers: set[Value]) -> bool:
    """Whether one side states bounds only and the other keeps them all."""
    return all(_bounds(x, y) for x in bounds for y in numbers)


def _bounds(x: Value, y: Value) -> bool:
    """Whether one figure is a bound that the other, a plain number, keeps: "up to 80" and 60, "more than 900" and 950."""
    if (
        not isinstance(x, Figure)
        or not isinstance(y, Figure)
        or y.modifier not in ("", "about")
        or y.number is None
        or x.number is None
    ):
        return False
    if x.modifier in ("up_to", "less_than"):
        return 0 <= y.number <= x.number
    return (
        x.modifier in ("more_than", "at_least")
        and x.number <= y.number <= (FAR_ABOUT if y.modifier else FAR) * x.number
    )


def _admits(x: Value, y: Value) -> bool:
    """Whether two figures can be one number: "dozens" and 44, "about 6.0" and 5.9, "6" and 5.9."""
    if not isinstance(x, Figure) or not isinstance(y, Figure) or x.is_result or y.is_result:
        return False
    if "about" in (x.modifier, y.modifier) and {x.modifier, y.modifier} & BOUNDS:
        return _bounds(x, y) or _bounds(y, x)  # "Over 2.6 million" leaves room for about 3 million, not for about 5.
    if x.modifier == y.modifier == "about" and not (_vague(x) or _vague(y)):
        return _holds(x, y) or _holds(y, x)
    if _vague(x) or _vague(y) or "about" in (x.modifier, y.modifier):
        return _meet(x, y)
    return _rounds(x, y) or _rounds(y, x)


def _holds(x: Figure, y: Figure) -> bool:
    """Whether a rough number leaves room for another one as it is told: "about 900" for 850, "about 800" not for 950."""
    low, high = _interval(x)
    return y.number is not None and low <= y.number <= high


def _meet(x: Figure, y: Figure) -> bool:
    """Whether there is a number that both admit."""
    return _interval(x)[0] <= _interval(y)[1] and _interval(y)[0] <= _interval(x)[1]


def _open_both_ways(x: Value, y: Value) -> bool:
    """Whether one is a bound from above and the other one from below that it leaves room for: "up to 120 mph", "more than 100 mph"."""
    if not isinstance(x, Figure) or not isinstance(y, Figure) or (x.low is None) == (x.high is None):
        return False
    below, above = (x, y) if x.low is None else (y, x)
    return below.low is None and above.high is None and (above.low or 0) <= (below.high or 0)


def _rounds(x: Figure, y: Figure) -> bool:
    """Whether a number is the other one rounded: 6 and 5.9, 22.3 million and 22,317,406."""
    if x.number is None or y.number is None or x.number == y.number:
        return x.number == y.number is not None
    if y.number != int(y.number):
        return x.number == round(y.number)
    step = _step(x.number)
    return step >= COARSE and x.number >= 10 * step and round(y.number / step) * step == x.number


def _step(number: float) -> int:
    """Give the place of the last digit of a whole number that is not 0: 100,000 of 22,300,000."""
    digits = str(int(number))
    return int(10 ** (len(digits) - len(digits.rstrip("0"))))


def loosely_told(p: Pairing) -> bool:
    """No list knows what is counted and the sentences are not nearly one, or the age is of nobody named, or it is hedged."""
    if any(all(c.factuality.certainty == "possible" for c in side) for side in (p.a, p.b)):
        return not told_twice(p)
    ours, theirs = ({_told_of(claim) for claim in side} for side in (p.a, p.b))
    if ours & theirs & FAMILY.keys():
        return False
    both = {c.article for c in p.a} & {c.article for c in p.b}
    if both:
        return True
    if slips_of_one(p) or told_twice(p) or (p.sure >= ALONE and _only_ones(p)):
        return False
    near, far = ({frozenset(claim.context.near) for claim in side} for side in (p.a, p.b))
    return not any(_nearly_one(x, y) for x in near for y in far)


def _told_of(claim: Claim) -> str:
    """Give what a claim's number is told of; "" for an age of nobody named."""
    return claim.topic.attribute if claim.topic.attribute != "age" or claim.topic.subject else ""


def _only_ones(p: Pairing) -> bool:
    """Whether a claim of each side is the only number of one sort in its article; those told alike are looked at once."""
    ours, theirs = ({telling_of(claim) for claim in side} for side in (p.a, p.b))
    return any(met(x, y) for x in ours for y in theirs)


def _nearly_one(x: frozenset[str], y: frozenset[str]) -> bool:
    """Whether the words of two clauses are nearly the same but for the number."""
    if x == y:
        return len(x) >= 4
    return len(x & y) >= 5 and len(x & y) >= 0.75 * max(len(x), len(y))


def told_twice(p: Pairing) -> bool:
    """Whether two articles tell one sentence, but for the number."""
    ours, theirs = (
        {(c.article, c.context.near, c.context.terms): c for c in side}.values() for side in (p.a, p.b)
    )  # Thousands tell a few sentences.
    return any(copied(x, y) for x in ours for y in theirs)


def slips_of_one(p: Pairing) -> bool:
    """Whether a claim of each side is one but for a slip, and the only number of its sort in its article or told much alike."""
    ours, theirs = ({c.value: c for c in side}.values() for side in (p.a, p.b))  # Thousands tell a few numbers.
    slips = {(x.value, y.value) for x in ours for y in theirs if slipped(x, y)}
    return bool(slips) and any(
        (x.value, y.value) in slips and (_lone(x, y) or _much_alike(x, y)) for x in p.a for y in p.b
    )


def _lone(x: Claim, y: Claim) -> bool:
    """Whether two claims are of one sort, of which each article tells one number."""
    return x.context.alone and y.context.alone and sort_of(x) == sort_of(y)


def _much_alike(x: Claim, y: Claim) -> bool:
    """Whether two articles tell large numbers in as many common words as make a slip more likely than two things."""
    sizes = [abs(size_of(c.value)) for c in (x, y) if isinstance(c.value, Figure)]
    if x.article == y.article or min(sizes) < LARGE:
        return False
    one_currency = dimension_of(x) == "money"  # A word in common.
    return len(set(x.context.near) & set(y.context.near)) + one_currency >= SLIP_WORDS


def size_only(p: Pairing) -> bool:
    """One side names a size and no number: "dozens" and 12."""
    return any(_vague(f) and (f.low is None or f.high is None) for f in figures_of(p))


def one_turnout(p: Pairing) -> bool:
    """Both tell how many voted: of all percentages the one that a story has one of."""
    return all(c.context.qualifiers == ("turnout",) for c in (*p.a, *p.b))


def other_scope(p: Pairing) -> bool:
    """One counts more of them, or a part; children are a part of the dead however they are told."""
    if all(c.topic.scope == "more" for c in (*p.a, *p.b)) and in_order(p):
        return True  # Those by whom a toll grew on two days.
    groups = {HEAD_GROUP.get(c.context.head, "") for c in (*p.a, *p.b)}
    if len(groups) == 1 and groups <= PARTS and not any(c.topic.scope == "more" for c in (*p.a, *p.b)):
        return False
    return {c.topic.scope for c in p.a} != {c.topic.scope for c in p.b} and not (
        {c.topic.scope for c in p.a} & {c.topic.scope for c in p.b}
    )


def _family(p: Pairing) -> str:
    """Give how values of the attribute behave."""
    return p.a[0].context.family or p.b[0].context.family


def grew(p: Pairing) -> bool:
    """A toll is higher in the later report; an article that gives both numbers does not tell of growth."""
    if _family(p) not in ("toll", "stock") or not in_order(p) or _both_told(p):
        return False
    older, newer = by_date(p)
    return _size(newer) > _size(older)


def _both_told(p: Pairing) -> bool:
    """Whether an article gives both numbers."""
    return bool({c.article for c in p.a} & {c.article for c in p.b})


def moved(p: Pairing) -> bool:
    """A stock (troops, prices) stands otherwise in the later report."""
    return _family(p) == "stock" and in_order(p)


def revised(p: Pairing) -> bool:
    """A word of revision stands beside a value: "raised the toll to", "earlier put at"."""
    if _family(p) not in ("toll", "stock") or _size(p.a) == _size(p.b):
        return False
    low, high = sorted((p.a, p.b), key=_size)
    if _told(high, "up") or _told(low, "down"):
        return True
    return any(_told(p.a, word) != _told(p.b, word) for word in ("newer", "older"))


def _told(position: Position, word: str) -> bool:
    """Whether a claim of the position stands beside a word of revision of that direction."""
    return any(c.context.revision == word for c in position)


def order_unknown(p: Pairing) -> bool:
    """A growing or moving number without a date for one side."""
    return _family(p) in ("toll", "stock") and undated(p)


def _size(position: Position) -> float:
    """Give the number of a position."""
    value = position[0].value
    assert isinstance(value, Figure)
    return size_of(value)


def near_amounts(p: Pairing) -> bool:
    """Two amounts of money or areas of land within a twentieth of each other: one may be rounded, converted or an estimate."""
    x, y = figures_of(p)
    return dimension(x.unit) in ("money", "area") and within(x, y, NEAR)
