"""Time expressions in the terms of TIMEX3: value, first and last day, and what each hangs on."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from claimcheck import timexes

FRIDAY = date(1998, 2, 13)
"""The day the sentences below are published."""

ORDERS = [
    "12 July 2016", "July 12, 2016", "July 12th, 2016", "12th of July 2016", "the 12th day of July, 2016", "July the 12th, 2016",
    "Tuesday, 12 July 2016", "Jul. 12, 2016", "12-Jul-2016", "2016-07-12", "2016/7/12", "12.7.2016", "12-07-2016", "20160712",
    "the twelfth of July, 2016", "July twelfth, 2016", "7/12/2016", "13/07/2016", "12 july 2016",
]  # fmt: skip

VALUES = [
    ("last week", "1998-W06"),
    ("next month", "1998-03"),
    ("this year", "1998"),
    ("last night", "1998-02-12TNI"),
    ("yesterday morning", "1998-02-12TMO"),
    ("tonight", "1998-02-13TNI"),
    ("the day before yesterday", "1998-02-11"),
    ("the weekend", "1998-W07-WE"),
    ("two weeks ago", "1998-W05"),
    ("three years ago", "1995"),
    ("two months ago", "1997-12"),
    ("two days ago", "1998-02-11"),
    ("a few days ago", "PAST_REF"),
    ("a week from Monday", "1998-W08"),
    ("the first quarter", "1998-Q1"),
    ("the third quarter of 1997", "1997-Q3"),
    ("Q2 1999", "1999-Q2"),
    ("the first half of 1997", "1997-H1"),
    ("the 1990s", "199"),
    ("the late '80s", "198"),
    ("the nineties", "199"),
    ("the 19th century", "18"),
    ("the twentieth century", "19"),
    ("next Tuesday", "1998-02-17"),
    ("Tuesday of next week", "1998-02-17"),
    ("the week after next", "1998-W09"),
    ("last summer", "1997-SU"),
    ("the winter of 1996", "1996-WI"),
    ("mid-July 1997", "1997-07"),
    ("the third week of January next year", "1999-W03"),
    ("July of last year", "1997-07"),
    ("the 27th of this month", "1998-02-27"),
    ("Tuesday after next", "1998-02-24"),
    ("10 a.m. Monday", "1998-02-09T10:00"),
    ("two days before yesterday", "1998-02-10"),
    ("11/1997", "1997-11"),
    ("in recent months", "PAST_REF"),
    ("in the near future", "FUTURE_REF"),
    ("right now", "PRESENT_REF"),
    ("this fiscal year", "FY1998"),
    ("in the spring", "1997-SP"),
    ("347 AD", "0347"),
    ("44 BC", "BC0044"),
    ("fiscal 1997", "FY1997"),
    ("week 31 of last year", "1997-W31"),
    ("the first week of 1997", "1997-W01"),
    ("10:30 a.m. GMT", "1998-02-13T10:30"),
    ("7 p.m.", "1998-02-13T19:00"),
    ("1430 GMT", "1998-02-13T14:30"),
    ("noon", "1998-02-13T12:00"),
    ("Thanksgiving 1997", "1997-11-27"),
    ("Easter 1998", "1998-04-12"),
    ("Good Friday 1998", "1998-04-10"),
    ("Memorial Day 1997", "1997-05-26"),
    ("last Christmas", "1997-12-25"),
    ("Labor Day weekend 1997", "1997-W35-WE"),
]  # fmt: skip

SETS_AND_DURATIONS = [
    ("every Monday", "SET", "XXXX-WXX-1"),
    ("on Mondays", "SET", "XXXX-WXX-1"),
    ("each year", "SET", "P1Y"),
    ("every two weeks", "SET", "P2W"),
    ("every other day", "SET", "P2D"),
    ("daily", "SET", "P1D"),
    ("for five hours", "DURATION", "PT5H"),
    ("for three days", "DURATION", "P3D"),
    ("for two and a half years", "DURATION", "P2.5Y"),
    ("for twenty-four hours", "DURATION", "PT24H"),
    ("for several months", "DURATION", "PXM"),
    ("for 2 weeks and 2 days", "DURATION", "P2W2D"),
    ("all day", "DURATION", "P1D"),
]

DAYS = [
    ("the last two weeks", "1998-01-30", "1998-02-12"),
    ("the next five days", "1998-02-14", "1998-02-18"),
    ("the past three quarters", "1997-04-01", "1997-12-31"),
    ("the last four months of 1997", "1997-09-01", "1997-12-31"),
    ("so far this year", "1998-01-01", "1998-02-13"),
    ("earlier this month", "1998-02-01", "1998-02-12"),
    ("later this year", "1998-02-13", "1998-12-31"),
    ("early October 1997", "1997-10-01", "1997-10-15"),
    ("the middle of 1997", "1997-05-01", "1997-08-31"),
    ("the end of the month", "1998-02-19", "1998-02-28"),
    ("3 days starting Monday 16 February", "1998-02-16", "1998-02-18"),
    ("the rest of the month", "1998-02-13", "1998-02-28"),
    ("the next fortnight", "1998-02-14", "1998-02-27"),
    ("the first two weeks of 1997", "1996-12-30", "1997-01-12"),
    ("the week of 4 February", "1998-02-02", "1998-02-08"),
]

ENDS = [
    ("from May to July 1996", "1996-05", "1996-07"),
    ("between 9 and 17 April 1996", "1996-04-09", "1996-04-17"),
    ("between the ninth and the seventeenth of April 1996", "1996-04-09", "1996-04-17"),
    ("on 10-12 July 1996", "1996-07-10", "1996-07-12"),
    ("on July 10-12, 1996", "1996-07-10", "1996-07-12"),
    ("from November to February 1996", "1995-11", "1996-02"),
    ("in 1890-91", "1890", "1891"),
    ("(1809–1882)", "1809", "1882"),
    ("from 1990 until 1995", "1990", "1995"),
    ("from Tuesday to Friday", "1998-02-10", "1998-02-13"),
    ("from the 4th to the 23rd of last month", "1998-01-04", "1998-01-23"),
    ("from 5/1 to 5/7/1996", "1996-05-01", "1996-05-07"),
]

NO_TIME = [
    "She may march in her place.",
    "The 1500 soldiers and 2000 civilians left.",
    "It cost $2000 and weighed 1.5 tons.",
    "Gate 12-14 is open.",
    "Now, he wondered.",
    "A 12-year-old won 3-1.",
    "They won by two seconds to none of the other team.",
    "April Jones and August Wilson spoke.",
    "He scored 10.30 in round 4.",
    "The raid came around 1130 and ended about 1330.",
    "Flight 1549 and Windows2000 and Section 427/3.",
    "the second of them",
    "He fell into a decade-old trap",
]


def read(text: str, published: date | None = FRIDAY) -> list[tuple[str, str]]:
    return [(t.type, t.value) for t in timexes(text, published)]


@pytest.mark.parametrize("text", ORDERS)
def test_a_day_is_read_in_every_order(text: str) -> None:
    (found,) = timexes(f"It was on {text}, they say.", FRIDAY)

    expected = date(2016, 7, 13 if text.startswith("13") else 12)
    assert (found.begin, found.end, found.anchor) == (expected, expected, "")


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_a_time_has_its_timex_value(text: str, value: str) -> None:
    (found,) = timexes(f"It happened {text}, they say.", FRIDAY)

    assert found.value == value


@pytest.mark.parametrize(("text", "kind", "value"), SETS_AND_DURATIONS)
def test_sets_and_durations(text: str, kind: str, value: str) -> None:
    assert read(f"They met {text}.") == [(kind, value)]


@pytest.mark.parametrize(("text", "begin", "end"), DAYS)
def test_a_stretch_has_its_days(text: str, begin: str, end: str) -> None:
    (found,) = timexes(f"It happened in {text}, they say.", FRIDAY)

    assert (str(found.begin), str(found.end)) == (begin, end)


@pytest.mark.parametrize(("text", "first", "last"), ENDS)
def test_a_stretch_between_two_times_gives_both_and_itself(text: str, first: str, last: str) -> None:
    whole, a, b = timexes(f"It rained {text}.", FRIDAY)

    assert (whole.type, a.value, b.value) == ("DURATION", first, last)
    assert whole.span.start <= a.span.start < a.span.end <= b.span.start < b.span.end <= whole.span.end


@pytest.mark.parametrize("text", NO_TIME)
def test_what_is_no_time_is_none(text: str) -> None:
    assert [f for f in read(text) if f[0] != "DURATION"] == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 3 May 1997 it began. Two days later it ended.", date(1997, 5, 5)),
        ("On 3 May 1997 it began. The day before, it had rained.", date(1997, 5, 2)),
        ("On 3 May 1997 it began, and ended the following day.", date(1997, 5, 4)),
        ("On 3 May 1997 it began, but a week earlier nobody knew.", None),
    ],
)
def test_a_story_goes_on_from_the_day_last_told(text: str, day: date | None) -> None:
    found = timexes(text, FRIDAY)[-1]

    assert found.anchor == "text"
    assert found.begin == day or day is None


def test_two_months_ago_names_no_one_day_in_a_claim() -> None:
    from claimcheck.read.dates import whole

    (found,) = timexes("He left two months ago.", FRIDAY)

    assert (whole(found, FRIDAY).begin, whole(found, FRIDAY).end) == (date(1997, 12, 1), date(1997, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The law takes effect March 3.", date(1998, 3, 3)),
        ("It began on March 3.", date(1997, 3, 3)),
        ("They will meet on March 3.", date(1998, 3, 3)),
        ("By Wednesday it was gone.", date(1998, 2, 11)),
        ("It must be gone by Wednesday.", date(1998, 2, 18)),
    ],
)
def test_the_words_around_a_day_say_whether_it_lies_ahead(text: str, day: date) -> None:
    (found,) = timexes(text, FRIDAY)

    assert found.begin == day


def test_before_and_after_bound_what_is_told() -> None:
    (stretch, year) = timexes("It happened before 1990.", FRIDAY)

    assert (stretch.begin, stretch.end) == (None, date(1989, 12, 31))
    assert (year.value, year.relation) == ("1990", "before")


@pytest.mark.parametrize(
    "piece",
    ["end of ", "a day before ", "the week of ", "early ", "last ", "2 weeks and ", "the first day of ", "May - ", "1/2-", "12 ", "two ", "10:10 Monday ", "so far in ", "between 1 and "],
)  # fmt: skip
def test_a_hostile_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    def cost(times: int) -> float:
        start = process_time()
        timexes(piece * times, FRIDAY)
        return process_time() - start

    cost(100)
    assert min(cost(4000) for _ in range(2)) < 12 * max(0.005, min(cost(1000) for _ in range(2)))


def test_raised_figures_are_no_digits_of_a_count() -> None:
    assert (
        timexes("The deal is worth €1.² bn in 1.² days, 2³ weeks later, at the² and ¹ may.", date(2024, 5, 8))
        is not None
    )


def test_a_stretch_of_no_days_does_not_end_before_it_begins() -> None:
    for text in ("in the next 0 days", "over the past 0 days", "the last 0 weeks"):
        for timex in timexes(text, date(2024, 5, 8)):
            assert timex.begin is None or timex.end is None or timex.begin <= timex.end


def test_an_open_weekday_up_to_a_dated_day_keeps_its_week_open() -> None:
    friday, last = [t for t in timexes("We leave from next Friday to Oct 1st 2020.") if t.type == "DATE"][-2:]
    assert (friday.begin, last.value) == (None, "2020-10-01")
