"""The publication day that a text tells of itself, and what is said where metadata differs from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claimcheck.load import load
from claimcheck.load.dateline import day_of

TOLD = [
    "Published July 27 2016\nThe bridge fell.",
    "Last updated at Jul 27 2016",
    "Last updated: 27 July 2016 18:04",
    "Posted on Wed, 27 Jul 2016",
    "Published: 2016-07-27",
    "Date: 2016-07-27\n\nThe bridge fell.",
    "2016-07-27\nThe bridge fell.",
    "LISSE, July 27, 2016 (AFP) - The bridge fell.",
    "PORT VARN, Aldmark, 27 July 2016 - The bridge fell.",
    "The bridge fell. Reuters Wednesday 27 July 2016",
]
NOT_TOLD = [
    "The bridge of 27 July 2016 fell.",
    "LISSE - The bridge was opened on 27 July 2016.",
    "Date palms of 27 July 2016",
    "Published in 2016",
    "Published 31 February 2016",
]


@pytest.mark.parametrize("text", TOLD)
def test_the_opening_tells_its_day(text: str) -> None:
    assert day_of(text) == date(2016, 7, 27)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_a_day_of_the_story_is_not_that_of_the_text(text: str) -> None:
    assert day_of(text) is None


def test_a_day_taken_from_the_text_is_marked_as_such(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TOLD[0], encoding="utf-8")

    (article,), problems = load([str(tmp_path)])

    assert (article.published, article.published_from, problems) == (date(2016, 7, 27), "text", ())


def test_a_header_that_differs_from_the_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\npublished: 2016-08-01\n---\n{TOLD[6]}\n", encoding="utf-8")

    (article,), (problem,) = load([str(tmp_path)])

    assert article.published == date(2016, 8, 1)
    assert problem.code == "two-dates"
    assert "2016-08-01" in problem.message
    assert "2016-07-27" in problem.message
