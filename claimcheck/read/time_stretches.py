"""Stretches counted from publication or inside another: the last two weeks, the first ten days of May, the third week of June."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from claimcheck.read import calendar as cal
from claimcheck.read.calendar import Moment
from claimcheck.read.time_numbers import ordinal
from claimcheck.read.time_relative import ahead_of
from claimcheck.read.time_scan import STEPS, UNITS, WEEKDAYS, Found, Scan
from claimcheck.read.time_units import WAYS, moved_by, parts_at, value_of


def stretch(scan: Scan, end: int, way: str, number: float | None, unit: str) -> Found | None:
    """Give "the last three months", "the next five days": a duration that ends or begins beside publication."""
    base = scan.published
    if number is None and STEPS[way] > 0:
        return ahead_of(scan, end, unit)
    value = value_of([(number, unit)])
    if number is None or base is None:
        return Found(end, Moment(None, None, value, unit), "DURATION", "published")
    sign = STEPS[way]
    if unit in ("quarter", "decade", "weekend", "century") or (number == 1 and unit != "day"):
        first, last = (1, int(number)) if sign > 0 else (-int(number), -1)
        a, b = (
            cal.relative(base, unit, first),
            cal.relative(base, unit, last),
        )
        if a is None or b is None:
            return None
        return Found(end, Moment(a.begin, b.end, value, unit), "DURATION", "published")
    moved = cal.shift(base, unit, sign * number)
    if moved is None or moved.begin is None:
        return None
    begin, last_day = (base + timedelta(days=1), moved.begin) if sign > 0 else (moved.begin, base - timedelta(days=1))
    return Found(end, Moment(begin, last_day, value, unit), "DURATION", "published")


def the_unit(scan: Scan, i: int) -> Found | None:
    """Read "(the end of) the year", of the publication's."""
    unit = UNITS.get(scan.words[i])
    if unit not in ("week", "month", "year", "quarter", "decade", "century") or scan.words[i].endswith("s"):
        return None
    base = scan.published
    moment = cal.relative(base, unit, 0) if base else Moment(None, None, "XXXX", unit)
    return Found(i + 1, moment, hangs="published") if moment else None


def of_way(scan: Scan, i: int) -> Found | None:
    """Read "last two weeks", "past few days", "next couple weeks", "last four months of 2021"."""
    if scan.words[i] not in WAYS:
        return None
    read = parts_at(scan, i + 1)
    if read is None or (scan.words[i + 1] in ("a", "an")):
        return None
    parts, at = read
    if scan.words[at] == "of" and len(parts) == 1:
        inside = scan.moment(scan.skip(at + 1, "the"))
        if inside and inside.type == "DATE" and parts[0][0]:
            return within(inside, -int(parts[0][0]), parts[0][1])
    if len(parts) > 1:
        moved = moved_by(scan, at, scan.published, parts, STEPS[scan.words[i]], "published")
        if moved and moved.moment.begin and scan.published:
            days = sorted((moved.moment.begin, scan.published))
            return Found(
                at, Moment(days[0], days[1] - timedelta(days=1), value_of(parts), parts[-1][1]), "DURATION", "published"
            )
        return None
    return stretch(scan, at, scan.words[i], parts[0][0], parts[0][1])


def within(inside: Found, number: int, unit: str) -> Found | None:
    """Give the first (positive) or last (negative) so many units of a stretch."""
    begin, end = inside.moment.begin, inside.moment.end
    value = value_of([(abs(number), unit)])
    if begin is None or end is None:
        return Found(inside.end, Moment(None, None, value, unit), "DURATION", inside.hangs)
    if unit == "week":  # Whole weeks, the first that with most of its days inside.
        first = _nth(begin, end, 1 if number > 0 else -1, unit, None)
        if first and first.begin and first.end:
            low, high = first.begin, first.end
            more = timedelta(weeks=abs(number) - 1)
            low, high = (low, high + more) if number > 0 else (low - more, high)
            return Found(inside.end, Moment(low, high, value, unit), "DURATION", inside.hangs)
    edge = begin if number > 0 else end + timedelta(days=1)
    moved = cal.shift(edge, unit, number)
    if moved is None or moved.begin is None:
        return None
    low, high = sorted((edge, moved.begin))
    return Found(inside.end, Moment(low, high - timedelta(days=1), value, unit), "DURATION", inside.hangs)


def of_all(scan: Scan, i: int) -> Found | None:
    """Read "all day", "the whole week", "the entire year"."""
    unit = UNITS.get(scan.words[i + 1])
    if unit not in ("day", "week", "weekend", "month", "year") or scan.words[i + 1].endswith("s"):
        return None
    if scan.words[i] != "all" and scan.words[i - 1] not in ("the", "a", "this"):
        return None
    return Found(i + 2, Moment(None, None, value_of([(1, unit)]), unit), "DURATION")


def of_which(scan: Scan, i: int) -> Found | None:
    """Read the first, third or last week, day, month or weekday of a stretch, and its first ten days."""
    words = scan.words
    number, at = (-1, i + 1) if words[i] == "last" else ordinal(scan, i) or (0, i)
    if not number:
        return None
    many = parts_at(scan, at) if number == 1 and words[at] not in UNITS else None
    end = many[1] if many else at + 1
    unit = UNITS.get(words[at], "")
    if words[end] not in ("of", "in") or not (
        many or unit in ("day", "week", "month", "weekend") or words[at] in WEEKDAYS
    ):
        return None
    inside = scan.moment(end + 1) or the_unit(scan, scan.skip(end + 1, "the"))
    if inside is None or inside.type != "DATE" or inside.moment.begin is None or inside.moment.end is None:
        return None
    if many:
        return within(inside, int(many[0][0][0] or 0), many[0][0][1]) if many[0][0][0] else None
    if unit and words[at].endswith("s"):  # "The last days of May" are as many as its end has.
        few = cal.part(inside.moment, "end" if number < 0 else "beginning")
        return replace(inside, moment=few) if abs(number) == 1 else None
    moment = _nth(inside.moment.begin, inside.moment.end, number, unit, WEEKDAYS.get(words[at]))
    return Found(inside.end, moment, hangs=inside.hangs) if moment else None


def _nth(begin: date, end: date, number: int, unit: str, weekday: int | None) -> Moment | None:
    """Give the nth day, week (the first and last with most of their days inside), month or weekday of a stretch."""
    if weekday is not None:
        first = cal.weekday(begin, weekday, "future") if number > 0 else cal.weekday(end, weekday, "past")
        return cal.of_day(first + timedelta(weeks=number - 1 if number > 0 else 0))
    if unit == "week":
        if number < 0:
            first = end if end.weekday() >= 3 else end - timedelta(days=7)
        else:
            first = begin if begin.weekday() <= 3 else begin + timedelta(days=7)
        return cal.week(first + timedelta(weeks=max(0, number - 1)))
    if unit == "weekend":
        saturday = cal.weekday(begin, 5, "future") if number > 0 else cal.weekday(end, 5, "past")
        return cal.weekend(saturday + timedelta(weeks=max(0, number - 1)))
    if unit == "month":
        return cal.relative(begin, "month", number - 1) if number > 0 else cal.relative(end, "month", 0)
    day = begin + timedelta(days=number - 1) if number > 0 else end
    return cal.of_day(day) if begin <= day <= end else None
