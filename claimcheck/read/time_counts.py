"""Counted units of time: durations, and the times they reach: three years ago, two days later, a week from Monday."""

from __future__ import annotations

from datetime import date, timedelta

from claimcheck.read import calendar as cal
from claimcheck.read.calendar import Moment
from claimcheck.read.time_numbers import count, ordinal
from claimcheck.read.time_relative import REACH, ahead_of
from claimcheck.read.time_scan import LIST, STEPS, UNITS, WEEKDAYS, Found, Scan

Part = tuple[float | None, str]
OPENERS = frozenset(LIST["openers"])
BETWEEN = frozenset(
    {
        "-",
        "‑",
        "more",
        "consecutive",
        "straight",
        "full",
        "whole",
        "business",
        "working",
        "long",
        "additional",
        "calendar",
    }
)
WAYS = frozenset({"last", "past", "previous", "next", "coming", "upcoming", "following", "preceding"})
TOO_SHORT = frozenset({"second", "minute", "quarter", "day"})
"""Units that "a" does not count: "for a second", "a day"."""


def parts_at(scan: Scan, i: int) -> tuple[list[Part], int] | None:
    """Read counted units with their end: "two weeks", "2 weeks and 2 days"."""
    found: list[Part] = []
    at = i
    for _ in range(4):
        number = count(scan, at)
        if number is None:
            break
        value, end = number
        for _ in range(2):
            end = end + 1 if scan.words[end] in BETWEEN else end
        end = end + 1 if scan.words[end] in WAYS and not found and scan.words[end + 1].endswith("s") else end
        unit = UNITS.get(scan.words[end])
        if unit is None or (scan.words[end] in ("sec", "min", "hr", "wk", "yr") and not scan.words[at].isdigit()):
            break
        end = end + 1
        if scan.words[end] == "and" and value and scan.words[scan.skip(end + 1, "a")] == "half":
            value, end = value + 0.5, scan.skip(end + 1, "a") + 1
        found.append((value, unit))
        at, last = end, end
        if scan.words[at] == "and" or scan.words[at] == ",":
            at += 1
            at = scan.skip(at, "and")
        if at == last and not scan.words[at].isdigit():
            break
    return (found, last) if found else None


def value_of(parts: list[Part]) -> str:
    """Write counted units as a TIMEX3 duration: P3D, PT5H, P2W2D, PXY."""
    days, hours = "", ""
    for number, unit in parts:
        text = "X" if number is None else f"{number:g}"
        if unit == "fortnight":
            text, unit = ("X" if number is None else f"{2 * number:g}"), "week"
        if unit in ("second", "minute", "hour"):
            hours += text + cal.UNIT_CODE[unit]
        else:
            days += text + cal.UNIT_CODE[unit]
    return f"P{days}" + (f"T{hours}" if hours else "")


def of_count(scan: Scan, i: int) -> Found | None:
    """Read counted units and what they reach: a duration, or a time back from or on from another."""
    read = parts_at(scan, i)
    if read is None:
        return None
    parts, at = read
    words = scan.words
    behind = at + 1 if words[at] in "'’" and words[at] else at
    if words[behind] == "old" or (words[behind] in "-‑" and words[behind] and words[behind + 1] in ("old", "olds")):
        return None
    reached = _reached(scan, i, behind, parts)
    if reached:
        return reached
    if len(parts) == 1:
        number, unit = parts[0]
        way = next((w for w in words[i:at] if w in WAYS), "")
        if way:
            return stretch(scan, at, way, number, unit)
        if (
            words[i] in ("a", "an", "some", "few", "many", "several", "half")
            and unit in TOO_SHORT
            and number in (1, 0.5, None)
            and not (number is None and words[i] in ("a", "several"))
        ):
            return None
        if unit == "quarter" and (number is None or number < 4):
            return None
    return Found(at, Moment(None, None, value_of(parts), parts[-1][1]), "DURATION")


def _reached(scan: Scan, i: int, at: int, parts: list[Part]) -> Found | None:
    """Read the words behind counted units that make them a time."""
    words = scan.words
    word, unit = words[at], parts[-1][1]
    if word in ("ago", "back") and (word == "ago" or not words[at + 1][:1].isalnum()):
        return _moved(scan, at + 1, scan.published or None, parts, -1, "published")
    if word in ("earlier", "previously") or (word == "before" and not _opens(scan, at + 1)):
        return _moved(scan, at + 1, scan.last_told(unit), parts, -1, "told")
    if word in ("later", "afterwards", "afterward") or (
        word in ("after", "on") and words[at + 1] in (".", ",", "\n", "") and word == "after"
    ):
        return _moved(scan, at + 1, scan.last_told(unit), parts, 1, "told")
    if word == "hence" or (word == "from" and words[at + 1] == "now"):
        return _moved(scan, at + 1 + (word == "from"), scan.published, parts, 1, "published")
    if word in ("from", "after", "before"):
        behind = scan.moment(scan.skip(at + 1, "the") if words[at + 1] == "the" and words[at + 2] == "date" else at + 1)
        if behind and behind.type in ("DATE", "TIME") and behind.moment.begin:
            return _moved(scan, behind.end, behind.moment.begin, parts, -1 if word == "before" else 1, behind.hangs)
        return None
    starting = scan.skip(at, ",")
    if words[starting] in ("starting", "beginning", "from"):
        behind = scan.moment(scan.skip(starting + 1, "on", "from"))
        if behind and behind.type == "DATE" and behind.moment.begin:
            return _from(behind, parts)
    if words[i - 1] == "in" and words[i : i + 2] == ["a", "few"] and unit in REACH:
        return ahead_of(scan, at, unit)
    if words[i - 1] in ("in", "within") and parts[0][0] and (words[i - 1] == "in") and scan.ahead(i - 1, at):
        after = words[at]
        if not after[:1].isalpha() or after in ("time", "on", "at", "when", "if", "but", "to"):
            found = _moved(scan, at, scan.published, parts, 1, "published")
            return Found(found.end, found.moment, hangs=found.hangs, start=i - 1) if found else None
    return None


def _opens(scan: Scan, i: int) -> bool:
    """Whether the words behind "before" are what it is before: "a day before the talks", not "a day before rose to 10"."""
    word = scan.words[i]
    return scan.capital(i) or word in OPENERS or word.isdigit()


def _moved(scan: Scan, end: int, base: date | None, parts: list[Part], sign: int, hangs: str) -> Found | None:
    """Give a base moved by counted units; a vague count leaves it in the past or the future."""
    unit = parts[-1][1]
    if base is None or any(number is None for number, _ in parts):
        return Found(end, Moment(None, None, "PAST_REF" if sign < 0 else "FUTURE_REF", unit), hangs=hangs)
    moment: Moment | None = None
    at = base
    for number, each in parts:
        moment = cal.shift(at, each, sign * (number or 0))
        if moment is None or moment.begin is None:
            return _beyond(end, parts, sign, base, hangs)
        at = moment.begin
    if moment is None:
        return None
    if moment.granularity == "year" or (hangs == "told" and moment.granularity in ("week", "month")):
        moment = cal.relative(at, moment.granularity, 0)  # "Two years later" names no day.
    return Found(end, moment, "DATE", hangs) if moment else None


def _beyond(end: int, parts: list[Part], sign: int, base: date, hangs: str) -> Found | None:
    """Write a year before our era: "5,000 years ago"."""
    number, unit = parts[0]
    year = base.year + sign * int((number or 0) * {"decade": 10, "century": 100}.get(unit, 1))
    return Found(end, Moment(None, None, f"BC{1 - year:04}", "year"), hangs=hangs) if year < 1 else None


def _from(behind: Found, parts: list[Part]) -> Found | None:
    """Give the days of "3 days starting Monday"."""
    begin = behind.moment.begin
    moved = cal.shift(begin, parts[0][1], parts[0][0] or 0) if begin else None
    if moved is None or moved.end is None:
        return None
    return Found(
        behind.end, Moment(begin, moved.end - timedelta(days=1), value_of(parts), parts[0][1]), "DURATION", behind.hangs
    )


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
        moved = _moved(scan, at, scan.published, parts, STEPS[scan.words[i]], "published")
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
    inside = scan.moment(scan.skip(end + 1, "the") if words[end + 1] == "the" else end + 1)
    if inside is None or inside.type != "DATE" or inside.moment.begin is None or inside.moment.end is None:
        return None
    if many:
        return within(inside, int(many[0][0][0] or 0), many[0][0][1]) if many[0][0][0] else None
    moment = _nth(inside.moment.begin, inside.moment.end, number, unit, WEEKDAYS.get(words[at]))
    return Found(inside.end, moment, hangs=inside.hangs) if moment else None


def _nth(begin: date, end: date, number: int, unit: str, weekday: int | None) -> Moment | None:
    """Give the nth day, week (the first is that with most of its days inside), month or weekday of a stretch."""
    if weekday is not None:
        first = cal.weekday(begin, weekday, "future") if number > 0 else cal.weekday(end, weekday, "past")
        return cal.of_day(first + timedelta(weeks=number - 1 if number > 0 else 0))
    if unit == "week":
        first = end if number < 0 else begin if begin.weekday() <= 3 else begin + timedelta(days=7)
        return cal.week(first + timedelta(weeks=max(0, number - 1)))
    if unit == "weekend":
        saturday = cal.weekday(begin, 5, "future") if number > 0 else cal.weekday(end, 5, "past")
        return cal.weekend(saturday + timedelta(weeks=max(0, number - 1)))
    if unit == "month":
        return cal.relative(begin, "month", number - 1) if number > 0 else cal.relative(end, "month", 0)
    day = begin + timedelta(days=number - 1) if number > 0 else end
    return cal.of_day(day) if begin <= day <= end else None
