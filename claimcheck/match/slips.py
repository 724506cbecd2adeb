"""Two numbers -> whether one reads like the other with a slip of the pen: 240 for 420, 1.6 for 16 million.

Numbers of two things look so about once in a hundred times, so that a slip says what other words need not say.
"""

from __future__ import annotations

from claimcheck.match.levels import shared_words
from claimcheck.match.measure import dimension_of
from claimcheck.model import Claim, Figure

DIGITS = 2
"""Digits, trailing zeros apart, that both must have: 20 and 200 are as often two things."""
LARGE = 1_000
"""Smallest number of which a thousandfold is a slip, million for billion, and not another thing."""
SHARED = 1
"""Words that the two clauses must have in common, be it the unit, unless each number is the only one of its sort."""


def slipped(a: Claim, b: Claim) -> bool:
    """Whether two figures of one unit have the same digits, two neighbours swapped or the point moved by one place or three."""
    x, y = a.value, b.value
    if not isinstance(x, Figure) or not isinstance(y, Figure) or x.unit != y.unit:
        return False
    if x.number is None or y.number is None or min(map(_told, (x.number, y.number))) < DIGITS:
        return False
    thousandfold = min(abs(x.number), abs(y.number)) >= LARGE and times(x.number, y.number, 1_000)
    one_and_ten = {a.topic.attribute, b.topic.attribute} == {"price", "money"}  # One for $88.5 million, ten for 885.
    tenfold = times(x.number, y.number, 10) and not one_and_ten
    return thousandfold or tenfold or exchanged(x.number, y.number)


def one_with_a_slip(a: Claim, b: Claim) -> bool:
    """Whether a slip and little else shows that two figures are of one thing."""
    if not slipped(a, b):
        return False
    return (a.context.alone and b.context.alone) or in_common(a, b) >= SHARED


def in_common(a: Claim, b: Claim) -> int:
    """Count the words that the clauses of two figures of one unit have in common, a currency being one."""
    return len(shared_words(a, b)) + (dimension_of(a) == "money")


def exchanged(x: float, y: float) -> bool:
    """Whether the digits are the same, two neighbours exchanged: 126 and 162."""
    m, n = _written(x), _written(y)
    other = [i for i, (p, q) in enumerate(zip(m, n, strict=False)) if p != q]
    if len(m) != len(n) or len(other) != 2 or other[1] != other[0] + 1:
        return False
    i, j = other
    return m[i] == n[j] and m[j] == n[i] and "." not in m[i : j + 1]


def times(x: float, y: float, factor: int) -> bool:
    """Whether one number is the other that many times."""
    low, high = sorted((abs(x), abs(y)))
    return low > 0 and abs(high - factor * low) < 1e-9 * high


def _written(number: float) -> str:
    """Write a number without its sign."""
    return str(int(abs(number))) if number == int(number) else f"{abs(number):.10g}"


def _told(number: float) -> int:
    """Count the digits that a number is told by, zeros at its ends apart."""
    return len(_written(number).replace(".", "").strip("0"))
