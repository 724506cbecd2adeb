"""A page whose date line is a day older than what it tells: its times and claims are those of the day that it tells of."""

from __future__ import annotations

from datetime import date

import pytest
from cases import article

from claimcheck.extract import extract, read

MONDAY = date(2017, 11, 13)
STALE = "Monitors on Tuesday raised to 61 the death toll from an air strike on a market the previous day."
STANDS = {
    "its own weekday is named": "Monitors on Tuesday raised the toll to 61. The strike of Monday was the worst.",
    "the day is said to be past": "Monitors last Tuesday raised to 61 the death toll from an air strike.",
    "the day lies ahead": "Monitors will publish the death toll on Tuesday.",
    "it is told further down": "The market was hit. It was full. Many fled. Monitors on Tuesday raised the toll to 61.",
    "another day is told": "Monitors on Friday raised to 61 the death toll from an air strike.",
}


def test_an_opening_that_tells_of_the_next_day_as_past_is_of_that_day() -> None:
    reading = read(article(1, STALE, published=MONDAY))

    assert reading.told == date(2017, 11, 14)
    assert [t.begin for t in reading.timexes] == [date(2017, 11, 14), date(2017, 11, 13)]
    assert reading.article.published == MONDAY


def test_its_claims_hold_as_of_the_day_told() -> None:
    killed = next(c for c in extract([article(1, STALE, published=MONDAY)]) if c.topic.attribute == "killed")

    assert (killed.as_of.start, killed.as_of.origin) == (date(2017, 11, 14), "text")


@pytest.mark.parametrize("text", STANDS.values(), ids=STANDS)
def test_a_date_line_stands_where(text: str) -> None:
    assert read(article(1, text, published=MONDAY)).told is None


def test_without_a_date_nothing_is_told() -> None:
    assert read(article(1, STALE, published=None)).told is None
