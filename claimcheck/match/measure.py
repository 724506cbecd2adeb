"""What a claim's value is measured in: only values of one dimension can be compared."""

from __future__ import annotations

from claimcheck.model import Claim, Figure
from claimcheck.read.deeds import OF_PEOPLE
from claimcheck.read.units import convert, dimension

CURRENCY_LENGTH = 3
SUM = 1e6
"""From this size a number of nothing may be a sum whose currency was lost: "agreed on a 110 billion bailout"."""


def dimension_of(claim: Claim) -> str:
    """Give the dimension of a claim's value: money, percent, length, duration, …, count; the frame or role elsewhere."""
    value = claim.value
    if not isinstance(value, Figure):
        return ""
    if value.unit == "ratio":
        return "ratio"
    if claim.topic.attribute in ("age", "magnitude"):
        return claim.topic.attribute
    if len(value.unit) == CURRENCY_LENGTH and value.unit.isupper():
        return "money"
    return dimension(value.unit) or "count"


def convertible(x: Figure, y: Figure) -> bool:
    """Whether two figures stand in different units of one dimension; currencies are never converted."""
    return x.unit != y.unit and dimension(x.unit) == dimension(y.unit) and dimension(x.unit) not in ("", "money")


def within(x: Figure, y: Figure, share: float) -> bool:
    """Whether two numbers, one turned into the other's unit where it can be, lie no further apart than a share of the larger."""
    if x.number is None or y.number is None:
        return False
    other = convert(y.number, y.unit, x.unit) if convertible(x, y) else y.number
    return abs(x.number - other) <= share * max(abs(x.number), abs(other))


def measured_in(claim: Claim) -> str:
    """Give the dimension, and money for a large number of nothing: its sign may have been lost on the way."""
    dimension_told = dimension_of(claim)
    return "money" if dimension_told == "count" and bare_sum(claim) else dimension_told


def bare_sum(claim: Claim) -> bool:
    """Whether a figure is a large number without a unit or a thing counted."""
    value = claim.value
    if not isinstance(value, Figure) or value.unit or claim.context.head or claim.topic.attribute in OF_PEOPLE:
        return False
    return abs(value.number or 0.0) >= SUM
