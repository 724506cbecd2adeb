"""Two numbers as they are told -> whether they can be one: rounded, rough, a bound, in two units."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.judge.pairing import Pairing, family_of, figures_of
from claimcheck.match.measure import convertible
from claimcheck.model import Figure, Value
from claimcheck.read.units import convert, dimension

AT_SEA = frozenset({"mile", "nautical mile"})
COARSE = 1_000
"""Smallest place to which a large number is rounded without a word that says so."""
BOUNDS = frozenset({"up_to", "less_than", "more_than", "at_least"})
"""Modifiers of a number that is an end."""
FAR, FAR_ABOUT = 1.5, 2
"""How many times a lower bound a number, or a rough one, may be and still be what the bound speaks of: nobody says "more than 10" of 200."""


def interval(value: Figure) -> tuple[float, float]:
    """Give the numbers that a figure admits."""
    low = value.low if value.low is not None else -float("inf")
    return low, value.high if value.high is not None else float("inf")


def is_vague(value: Figure) -> bool:
    """Whether the words name a size only: "dozens", "hundreds of"."""
    return value.number is None


def turns_into(x: Figure, y: Figure) -> bool:
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
    return family_of(p) != "toll" and (
        _kept(ours, theirs) or _kept(theirs, ours) or any(_open_both_ways(x, y) for x in ours for y in theirs)
    )


def _told_in(like: Figure, value: Value) -> Value:
    """Give a measure in the unit of another where it can be turned into it; anything else as it is.

    Whoever says miles at sea means nautical ones.
    """
    if not isinstance(value, Figure) or not turns_into(value, like):
        return value
    if {value.unit, like.unit} == AT_SEA and value.number == like.number:
        return like
    number, low, high = (
        None if n is None else convert(n, value.unit, like.unit) for n in (value.number, value.low, value.high)
    )
    return replace(value, number=number, low=low, high=high, unit=like.unit)


def _exact(side: set[Value]) -> set[Value]:
    """Give the figures that are told exactly."""
    return {v for v in side if isinstance(v, Figure) and v.modifier == "" and not is_vague(v)}


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
    if x.modifier == y.modifier == "about" and not (is_vague(x) or is_vague(y)):
        return _holds(x, y) or _holds(y, x)
    if is_vague(x) or is_vague(y) or "about" in (x.modifier, y.modifier):
        return _meet(x, y)
    return _rounds(x, y) or _rounds(y, x)


def _holds(x: Figure, y: Figure) -> bool:
    """Whether a rough number leaves room for another one as it is told: "about 900" for 850, "about 800" not for 950."""
    low, high = interval(x)
    return y.number is not None and low <= y.number <= high


def _meet(x: Figure, y: Figure) -> bool:
    """Whether there is a number that both admit."""
    return interval(x)[0] <= interval(y)[1] and interval(y)[0] <= interval(x)[1]


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
