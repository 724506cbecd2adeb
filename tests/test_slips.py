"""Two numbers that are one but for a slip of the pen."""

from __future__ import annotations

import pytest

from claimcheck.match.slips import exchanged, slipped, times
from claimcheck.model import Figure
from tests.test_ladders import claim


def _figure(number: float, unit: str = "USD") -> Figure:
    return Figure(number, number, number, "", unit)


@pytest.mark.parametrize(
    ("x", "y"),
    [(126, 162), (34_000, 43_000), (250_000, 520_000), (2.47, 2.74), (12.5, 21.5), (1_214, 1_241), (2.47e6, 2.74e6)],
)
def test_two_digits_that_changed_places(x: float, y: float) -> None:
    assert exchanged(x, y)
    assert exchanged(y, x)


@pytest.mark.parametrize(("x", "y"), [(126, 621), (126, 126), (12, 2), (1_234, 2_143), (90_000, 60_000), (1.25, 21.5)])
def test_other_digits(x: float, y: float) -> None:
    assert not exchanged(x, y)


@pytest.mark.parametrize(("x", "y", "factor"), [(1.6e6, 16e6, 10), (0.3, 3, 10), (4_500, 4.5, 1000)])
def test_a_point_in_another_place(x: float, y: float, factor: int) -> None:
    assert times(x, y, factor)
    assert times(y, x, factor)


def test_nothing_is_ten_times_nothing() -> None:
    assert not times(0, 0, 10)


def test_a_slip_needs_one_unit_and_two_digits() -> None:
    assert slipped(claim(_figure(240)), claim(_figure(420)))
    assert not slipped(claim(_figure(240)), claim(_figure(420, "EUR")))
    assert not slipped(claim(_figure(20)), claim(_figure(200)))
    assert slipped(claim(_figure(16)), claim(_figure(160)))
