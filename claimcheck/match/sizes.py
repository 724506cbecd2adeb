"""How far apart in size two figures can be of one thing."""

from __future__ import annotations

from claimcheck.model import Claim, Figure
from claimcheck.read.deeds import FAMILY

SIZES, UNTOLD_SIZES = 25, 20
"""Ratio of two figures above which they are of different things, unless the sentences are the same; the second where no
list knows what happened."""
TWICE = 2
"""Ratio from which two numbers of one past time and place are of two things."""
THOUSAND = 1_000


def far_apart(a: Claim, b: Claim) -> bool:
    """Whether one number is more than twice the other: a day's toll of a year, and the whole year's."""
    x, y = a.value, b.value
    if not isinstance(x, Figure) or not isinstance(y, Figure) or not x.number or not y.number:
        return False
    return max(x.number, y.number) > TWICE * min(x.number, y.number)


def other_size(a: Claim, b: Claim) -> bool:
    """Whether the two are so far apart in size that they cannot be of one thing: a street's dead and a war's."""
    x, y = a.value, b.value
    if not isinstance(x, Figure) or not isinstance(y, Figure):
        return False
    most = SIZES if a.topic.attribute in FAMILY else UNTOLD_SIZES
    m, n = (abs(v.number if v.number is not None else v.low or 0) for v in (x, y))
    if min(m, n) >= THOUSAND and _thousandfold(max(m, n) / min(m, n), x.unit != y.unit):
        return False  # Million for billion: a slip, where all else is one.
    return min(m, n) > 0 and max(m, n) / min(m, n) > most and a.context.terms != b.context.terms


def _thousandfold(ratio: float, converted: bool) -> bool:
    """Whether one is a thousand times the other, or about so where the two are in different currencies."""
    return 0.5 * THOUSAND <= ratio <= 2 * THOUSAND if converted else ratio == THOUSAND
