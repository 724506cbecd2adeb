"""Two positions of one question, and their order in time."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.immutable import record
from claimcheck.judge.positions import span_of_time
from claimcheck.judge.told import NOTHING, Told
from claimcheck.model import Claim, Figure

Position = Sequence[Claim]


@record
class Pairing:
    """Two positions of one question.

    `sure` is how probable it is that it is one question, `told` what else their articles count.
    """

    a: Position
    b: Position
    sure: float = 1.0
    told: Told = NOTHING


def figures_of(p: Pairing) -> tuple[Figure, Figure]:
    """Give the two numbers."""
    x, y = p.a[0].value, p.b[0].value
    assert isinstance(x, Figure)
    assert isinstance(y, Figure)
    return x, y


def in_order(p: Pairing) -> bool:
    """Whether one position is older than the other as a whole, or a word of revision says so."""
    x, y = span_of_time(p.a), span_of_time(p.b)
    return bool(x.start and y.start and x.start != y.start)


def undated(p: Pairing) -> bool:
    """Whether a position has no date at all."""
    return span_of_time(p.a).start is None or span_of_time(p.b).start is None


def by_date(p: Pairing) -> tuple[Position, Position]:
    """Give the older position first."""
    x, y = span_of_time(p.a).start, span_of_time(p.b).start
    assert x is not None
    assert y is not None
    return (p.a, p.b) if x <= y else (p.b, p.a)


def family_of(p: Pairing) -> str:
    """Give how values of the attribute behave."""
    return p.a[0].context.family or p.b[0].context.family
