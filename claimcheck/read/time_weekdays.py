"""Weekdays: beside a date, of a week told behind them, or the nearest to publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from claimcheck.read import calendar as cal
from claimcheck.read.calendar import Moment
from claimcheck.read.time_days import day_month, of_month
from claimcheck.read.time_digits import of_digits
from claimcheck.read.time_numbers import counts_a_noun, ordinal
from claimcheck.read.time_relative import step, with_part
from claimcheck.read.time_scan import MONTHS, SHORT_DAYS, STEPS, WEEKDAYS, Found, Scan


def dated(scan: Scan, i: int) -> Found | None:
    """Read a weekday before its date: "Friday, 12 July", "Wed 13th", "Wednesday the thirty-first"."""
    words = scan.words
    at = i + 1
    if words[i] in SHORT_DAYS and words[at] == ".":
        at += 1
    at = scan.skip(scan.skip(at, ",", "-", "("), "the")
    number = WEEKDAYS.get(words[i], SHORT_DAYS.get(words[i], 0))
    if words[at] in MONTHS:
        found = of_month(scan, at)
        return _on(found, number) if found and found.moment.granularity == "day" else None
    if not (words[at].isdecimal() or ordinal(scan, at)):
        return None
    found = of_digits(scan, at) if words[at].isdecimal() else day_month(scan, at)
    if found and found.moment.granularity == "day":
        return _on(found, number)
    day = ordinal(scan, at)
    if day and 1 <= day[0] <= 31 and scan.published and not counts_a_noun(scan.words[day[1]]):
        return _nearest(scan, day[0], number, day[1])
    return None


def _on(found: Found, weekday: int) -> Found:
    """Give a day named without its year the year, of three, in which it falls on its weekday."""
    begin = found.moment.begin
    if not found.hangs or begin is None or begin.weekday() == weekday:
        return found
    for years in (1, -1):
        moment = cal.day(begin.year + years, begin.month, begin.day)
        if moment and moment.begin and moment.begin.weekday() == weekday:
            return replace(found, moment=moment)
    return found


def _nearest(scan: Scan, day: int, weekday: int, end: int) -> Found | None:
    """Give the last day of that number and weekday, looking back a year, or the next."""
    assert scan.published
    at = scan.published.year * 12 + scan.published.month - 1
    for months in (0, -1, 1, *range(-2, -12, -1), *range(2, 12)):
        moment = cal.day((at + months) // 12, (at + months) % 12 + 1, day)
        if moment and moment.begin and moment.begin.weekday() == weekday:
            return Found(end, moment, hangs="published")
    return None


def alone(scan: Scan, i: int, at: int, number: int) -> Found:
    """Give the nearest day of a weekday: past unless the words look ahead; open without a publication day."""
    if scan.published is None:
        return with_part(scan, at, Moment(None, None, f"{cal.OPEN_WEEKDAY}{number + 1}"), "published")
    direction = "future" if scan.ahead(i, at) else "past"
    return with_part(scan, at, cal.of_day(cal.weekday(scan.published, number, direction)), "published")


def in_plural(scan: Scan, i: int) -> Found:
    """Read "on Mondays", a repeated time; "Thursdays attack" has lost its apostrophe."""
    number = WEEKDAYS[scan.words[i][:-1]]
    noun = scan.words[i + 1].isalpha() and scan.words[i + 1] not in (
        "and",
        "or",
        "at",
        "in",
        "from",
        "to",
        "when",
        "until",
    )
    if noun and scan.words[i - 1] != "on" and scan.capital(i):
        return alone(scan, i, i + 1, number)
    return Found(i + 1, Moment(None, None, f"{cal.OPEN_WEEKDAY}{number + 1}"), "SET")


def of_weekday(scan: Scan, i: int) -> Found | None:
    """Read a weekday, of the week told behind it, or the nearest: past unless the words look ahead."""
    words = scan.words
    number = WEEKDAYS[words[i]]
    at = i + 1
    if words[at : at + 2] == ["after", "next"] and scan.published:
        monday = scan.published - timedelta(days=scan.published.weekday())
        return Found(at + 2, cal.of_day(monday + timedelta(days=number + 14)), hangs="published")
    behind = scan.skip(scan.skip(at, "of", "in", ",", "on"), "the")
    if words[behind] in STEPS and words[behind + 1] == "week":
        week = step(scan, behind)
        if week and week.moment.begin:
            day = cal.of_day(week.moment.begin + timedelta(days=number))
            return with_part(scan, week.end, day, week.hangs)
    counted = scan.moment(scan.skip(at, ",")) if words[scan.skip(at, ",") + 2] in ("ago", "from") else None
    if (
        counted
        and counted.moment.begin
        and counted.hangs == "published"
        and counted.moment.granularity in ("week", "year")
    ):
        near = counted.moment.begin
        if counted.moment.granularity == "year" and scan.published:  # "Monday a year ago" is of the same week.
            near = cal.months_on(scan.published, 12 * (near.year - scan.published.year))
        monday = near - timedelta(days=near.weekday())
        return Found(counted.end, cal.of_day(monday + timedelta(days=number)), hangs="published")
    return alone(scan, i, at, number)
