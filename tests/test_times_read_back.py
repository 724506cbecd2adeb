"""Days built in every order and every relative form are read back exactly."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from claimcheck import timexes
from claimcheck.model import Timex

PUBLISHED = st.dates(date(1900, 3, 1), date(2090, 12, 31))
WRITTEN = st.dates(date(1800, 1, 1), date(2099, 12, 31))
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
COUNTS = {2: "two", 3: "three", 5: "five", 11: "eleven", 21: "twenty-one", 30: "30"}


def th(number: int) -> str:
    """Write an ordinal: 1st, 22nd, 13th."""
    last = 0 if number % 100 in (11, 12, 13) else number % 10
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"


def orders(day: date) -> list[str]:
    """Write a day in the orders that newspapers use."""
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    short = month if month == "May" else f"{month[:3]}."
    unclear = [f"{day.month}/{day.day}/{day.year}", f"{day.day}.{day.month}.{day.year}"]
    return [
        day.isoformat(),
        f"{day.year}/{day.month}/{day.day}",
        f"{day.day} {month} {day.year}",
        f"the {th(day.day)} of {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{month} {th(day.day)}, {day.year}",
        f"{month} the {th(day.day)}, {day.year}",
        f"{short} {day.day}, {day.year}",
        f"{day.day}-{month[:3]}-{day.year}",
        f"{weekday}, {day.day} {month} {day.year}",
        f"{weekday} {month} {day.day}, {day.year}",
        f"{month} {day.day} , {day.year}",
        *unclear,
    ]


def one(text: str, published: date | None) -> Timex:
    """Read the one time of a sentence."""
    (found,) = timexes(text, published)
    return found


@given(WRITTEN, PUBLISHED)
def test_a_day_is_read_back_in_every_order(day: date, published: date) -> None:
    for text in orders(day):
        found = one(f"It was on {text} that it fell.", published)

        assert (found.begin, found.end, found.value, found.anchor) == (day, day, day.isoformat(), ""), text


@given(PUBLISHED, st.sampled_from(sorted(COUNTS)))
def test_days_back_and_on_are_counted_from_publication(published: date, number: int) -> None:
    for text, day in [
        (f"{COUNTS[number]} days ago", published - timedelta(days=number)),
        (f"{COUNTS[number]} days from now", published + timedelta(days=number)),
        (f"{COUNTS[number]} days before yesterday", published - timedelta(days=number + 1)),
        (f"{COUNTS[number]} weeks ago", published - timedelta(weeks=number)),
    ]:
        found = one(f"It fell {text}, they said.", published)

        assert (found.begin, found.end, found.anchor) == (day, day, "published"), text


@given(WRITTEN, PUBLISHED, st.sampled_from(sorted(COUNTS)))
def test_days_later_are_counted_from_the_day_last_told(day: date, published: date, number: int) -> None:
    for text, expected in [
        (f"{COUNTS[number]} days later", day + timedelta(days=number)),
        (f"{COUNTS[number]} days earlier", day - timedelta(days=number)),
        ("the next day", day + timedelta(days=1)),
        ("the previous day", day - timedelta(days=1)),
        ("that day", day),
    ]:
        last = timexes(f"It fell on {day.isoformat()}. It rose {text}, they said.", published)[-1]

        assert (last.begin, last.end, last.anchor) == (expected, expected, "text"), text


@given(PUBLISHED, st.integers(0, 6))
def test_a_weekday_is_the_nearest_that_the_words_allow(published: date, number: int) -> None:
    past = one(f"It fell on {WEEKDAYS[number]}.", published).begin
    ahead = one(f"It will fall on {WEEKDAYS[number]}.", published).begin
    following = one(f"It will fall on {WEEKDAYS[number]} of next week.", published).begin

    assert past and ahead and following
    assert past.weekday() == ahead.weekday() == following.weekday() == number
    assert 0 <= (published - past).days < 7
    assert 0 <= (ahead - published).days < 7
    assert 1 <= (following - published).days < 14


@given(PUBLISHED)
def test_whole_weeks_months_and_years_hold_their_days(published: date) -> None:
    for unit, long in (("week", 7), ("month", 31), ("year", 366)):
        last, this, coming = (one(f"It falls {w} {unit}.", published) for w in ("last", "this", "next"))

        assert last.begin and last.end and this.begin and this.end and coming.begin
        assert this.begin <= published <= this.end
        assert (this.end - this.begin).days < long
        assert (this.begin - last.end).days == (coming.begin - this.end).days == 1


@given(WRITTEN, WRITTEN, PUBLISHED)
def test_a_stretch_is_read_back_with_both_its_ends(one_day: date, other: date, published: date) -> None:
    first, last = sorted((one_day, other))
    if first == last:
        return
    for a, b in zip(orders(first), orders(last), strict=True):
        whole, begin, end = timexes(f"It lasted from {a} to {b} and no longer.", published)

        assert (begin.begin, end.begin) == (first, last), (a, b)
        assert (whole.begin, whole.end) == (first, last - timedelta(days=1)), (a, b)


@given(WRITTEN)
def test_without_a_publication_day_nothing_relative_is_guessed(day: date) -> None:
    weekday, month = WEEKDAYS[day.weekday()], MONTHS[day.month - 1]
    for text in (f"on {weekday}", "yesterday", "last week", "three days ago", f"on {day.day} {month}", "next year"):
        found = one(f"It fell {text}.", None)

        assert (found.begin, found.end, found.anchor) == (None, None, "open"), text
