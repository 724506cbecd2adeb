"""Time expressions: one day, many wordings; resolved against the publication day, open without it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import timexes

MONDAY = date(2023, 9, 25)

DAYS = [
    (
        "2023-07-26",
        "on July 26",
        "on 26 July 2023",
        "on July 26, 2023",
        "on 26 Jul 2023",
        "on 2023-07-26",
        "on Jul 262023",
    ),
    ("2023-09-25", "today", "on Monday", "this morning"),
    ("2023-09-24", "yesterday", "on Sunday", "late Sunday", "on Sunday night"),
    ("2023-09-26", "tomorrow"),
    ("2023-09-21", "last Thursday", "on Thursday", "Thursdays attack"),
]

STRETCHES = [
    ("in July 2023", "2023-07-01", "2023-07-31"),
    ("at the end of July 2023", "2023-07-21", "2023-07-31"),
    ("in early 2011", "2011-01-01", "2011-06-30"),
    ("last month", "2023-08-01", "2023-08-31"),
    ("last year", "2022-01-01", "2022-12-31"),
    ("in the 1990s", "1990-01-01", "1999-12-31"),
    ("in the 19th century", "1800-01-01", "1899-12-31"),
    ("in the first quarter of 2012", "2012-01-01", "2012-03-31"),
    ("last week", "2023-09-18", "2023-09-24"),
    ("in summer 2015", "2015-06-01", "2015-08-31"),
    ("on Christmas Day 2019", "2019-12-25", "2019-12-25"),
]

NOTHING = [
    "They may leave.",
    "They march home.",
    "We sat down for a second.",
    "1500 soldiers came.",
    "August Wilson wrote it.",
]


@pytest.mark.parametrize(("day", "text"), [(d, t) for d, *texts in DAYS for t in texts])
def test_a_day_is_read_in_every_wording(day: str, text: str) -> None:
    found = [t for t in timexes(f"It happened {text}.", MONDAY) if t.type in ("DATE", "TIME")]

    assert [(t.begin, t.end) for t in found] == [(date.fromisoformat(day),) * 2]


@pytest.mark.parametrize(("text", "begin", "end"), STRETCHES)
def test_a_stretch_has_its_first_and_last_day(text: str, begin: str, end: str) -> None:
    (found,) = timexes(f"It happened {text}.", MONDAY)

    assert (str(found.begin), str(found.end)) == (begin, end)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_time_is_none(text: str) -> None:
    assert [t for t in timexes(text, MONDAY) if t.type != "DURATION"] == []


def test_a_weekday_beside_a_deadline_lies_ahead() -> None:
    (found,) = timexes("The vote will be held on Thursday.", MONDAY)

    assert found.begin == date(2023, 9, 28)


def test_two_days_later_hangs_on_the_day_last_told() -> None:
    first, second = timexes("The coup began on July 26 and ended two days later.", MONDAY)

    assert (first.begin, second.begin, second.anchor) == (date(2023, 7, 26), date(2023, 7, 28), "text")


@pytest.mark.parametrize("text", ["on Sunday", "yesterday", "last month", "on July 26", "two days ago"])
def test_without_a_publication_day_relative_times_stay_open(text: str) -> None:
    (found,) = timexes(f"It happened {text}.")

    assert (found.begin, found.end, found.anchor) == (None, None, "open")


@pytest.mark.parametrize(
    "text", ["31 February 2020", "99 May 2020", "the year 9999 and two years later", "Dec 31 9999, the next day"]
)
def test_days_that_no_calendar_has_do_not_crash(text: str) -> None:
    timexes(text, MONDAY)


@given(st.dates(date(1800, 1, 1), date(2099, 12, 31)))
def test_every_written_day_is_read_back(day: date) -> None:
    for text in (day.isoformat(), f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}"):
        assert [t.begin for t in timexes(f"It was on {text}.", MONDAY)] == [day]


@given(st.text(max_size=200))
def test_spans_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    last = 0
    for found in timexes(text, MONDAY):
        assert last <= found.span.start < found.span.end <= len(text)
        last = found.span.end
