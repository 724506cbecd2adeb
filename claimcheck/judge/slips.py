"""Slips worth naming between two figures of one question: a digit too many, two digits exchanged, another currency."""

from __future__ import annotations

from claimcheck.judge.pairing import Pairing, figures_of
from claimcheck.model import Figure
from claimcheck.read.units import dimension


def tenfold(p: Pairing) -> bool:
    """One number is ten times the other: a digit too many or too few."""
    return _times(p, 10)


def thousandfold(p: Pairing) -> bool:
    """One number is a thousand times the other: million for billion."""
    return _times(p, 1000)


def _times(p: Pairing, factor: int) -> bool:
    """Whether one number is the other that many times."""
    x, y = (f.number for f in figures_of(p))
    return bool(x and y) and max(x or 0, y or 0) == factor * min(x or 0, y or 0)


def separator(p: Pairing) -> bool:
    """One number is a thousand times the other, and a point of theirs may part thousands: "1.500" and "1,500"."""
    told = any(isinstance(c.value, Figure) and c.value.ambiguous for side in (p.a, p.b) for c in side)
    return told and thousandfold(p)


def transposed(p: Pairing) -> bool:
    """The digits are the same, two neighbours exchanged: 126 and 162."""
    x, y = (_digits(f) for f in figures_of(p))
    apart = [n for n, (a, b) in enumerate(zip(x, y, strict=False)) if a != b]
    if len(x) != len(y) or len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    first, second = apart
    return x[first] == y[second] and x[second] == y[first]


def _digits(value: Figure) -> str:
    """Give the digits of a whole number, or "" where there is none."""
    return str(int(value.number)) if value.number is not None and value.number == int(value.number) else ""


def other_currency(p: Pairing) -> bool:
    """One sum in two currencies: $5 million and 5 million euros."""
    x, y = figures_of(p)
    money = dimension(x.unit) == dimension(y.unit) == "money"
    return money and x.unit != y.unit and x.number is not None and x.number == y.number


def two_authorities(p: Pairing) -> bool:
    """Each number has speakers of its own: the conflict is between those, not between the outlets."""
    a, b = ({c.source for c in side} for side in (p.a, p.b))
    return "" not in a | b and not a & b
