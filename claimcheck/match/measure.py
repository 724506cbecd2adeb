"""What a claim's value is measured in: only values of one dimension can be compared."""

from __future__ import annotations

from claimcheck.model import Claim, Figure
from claimcheck.read.units import dimension

CURRENCY_LENGTH = 3


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
