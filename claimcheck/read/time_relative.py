"""Times that hang on another: today, last week, next Tuesday, two days later, the following month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from claimcheck.read import calendar as cal
from claimcheck.read.calendar import Moment
from claimcheck.read.time_scan import DAY_PARTS, SEASONS, SHORT_DAYS, STEPS, UNITS, WEEKDAYS, Found, Scan

TOLD = frozenset({"previous", "preceding", "following", "that", "same", "prior"})
"""Steps that go on from the time last told."""
OPEN = {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX", "day": "XXXX-XX-XX"}
REACH = {"hour": 1, "minute": 0, "day": 7, "week": 45, "month": 183, "year": 1826, "decade": 18262}
"""Days that "the coming hours, days, weeks …" reach from publication on: some six of them."""
NEARBY = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}


def with_part(scan: Scan, at: int, moment: Moment, hangs: str) -> Found:
    """Add the part of the day behind a day: "Monday morning", "yesterday in the evening"."""
    words = scan.words
    behind = at + 2 if words[at] == "in" and words[at + 1] == "the" else at
    code = DAY_PARTS.get(words[behind])
    if code is None or moment.granularity != "day" or words[behind] == "dawn":
        return Found(at, moment, hangs=hangs)
    return Found(behind + 1, in_day(moment, code), "TIME", hangs)


def in_day(moment: Moment, code: str) -> Moment:
    """Give a part of a day: "1998-02-13TMO"."""
    return Moment(moment.begin, moment.end, f"{moment.value}T{code}", "time")


def of_nearby(scan: Scan, i: int) -> Found | None:
    """Read today, yesterday, tomorrow, tonight with a part of the day."""
    word = scan.words[i]
    at = scan.published
    day = cal.of_day(at + timedelta(days=NEARBY[word])) if at else Moment(None, None, "XXXX-XX-XX")
    if word == "tonight":
        return Found(i + 1, in_day(day, "NI"), "TIME", "published")
    return with_part(scan, i + 1, day, "published")


def step(scan: Scan, i: int) -> Found | None:
    """Read a step and its unit: last week, this month, next Tuesday, the following day, last night, this past spring."""
    words = scan.words
    at, which = i, words[i]
    if which in ("this", "these", "same") and words[i + 1] in STEPS:
        at, which = i + 1, words[i + 1]
    if which not in STEPS:
        return None
    at += 1
    if words[at] == "fortnight" and which in ("last", "past", "next", "coming", "previous", "following"):
        return fortnight(scan, at, STEPS[which])
    fiscal = words[at] in ("fiscal", "financial")
    at = scan.skip(at, "calendar", "whole", "entire", "fiscal", "financial")
    name = words[at]
    if name in WEEKDAYS or (name in SHORT_DAYS and which in ("last", "next", "this")):
        return _week_day(scan, at, which, WEEKDAYS.get(name, SHORT_DAYS.get(name, 0)))
    if name in SEASONS:
        return _season(scan, at, which)
    if name in DAY_PARTS and name not in ("noon", "midnight", "dawn"):
        return _day_part(scan, at, which)
    unit = UNITS.get(name)
    if unit is None or name in ("second", "sec", "min", "minute", "night"):
        return None
    if name.endswith("s") and name != "s":
        return _many(scan, at, which, unit)
    if unit in ("hour",):
        return None
    if words[at + 1] in ("old", "-") and words[at + 2 - (words[at + 1] == "old")] == "old":
        return None
    found = _one(scan, at, which, unit)
    if found and fiscal and unit == "year":
        return replace(found, moment=Moment(None, None, f"FY{found.moment.value}", "year"))
    return found


def fortnight(scan: Scan, at: int, sign: int) -> Found:
    """Give the fourteen days before publication, or behind it."""
    base = scan.published
    if base is None:
        return Found(at + 1, Moment(None, None, "P2W", "week"), "DURATION", "published")
    days = sorted((base + timedelta(days=sign), base + timedelta(days=14 * sign)))
    return Found(at + 1, Moment(days[0], days[1], "P2W", "week"), "DURATION", "published")


def _one(scan: Scan, at: int, which: str, unit: str) -> Found | None:
    """Read last week, the next day, that year."""
    if unit == "day":
        if which not in TOLD and which != "next":
            return None
        base, hangs = scan.last_told("day"), "told"
        days = 0 if which in ("that", "same") else STEPS[which]
        moment = cal.of_day(base + timedelta(days=days)) if base else Moment(None, None, OPEN["day"])
        return with_part(scan, at + 1, moment, hangs)
    told = which in TOLD and scan.told is not None
    base = scan.last_told(unit) if told else scan.published
    hangs = "told" if told else "published"
    if base is None:
        return Found(at + 1, Moment(None, None, OPEN.get(unit, "XXXX"), unit), hangs=hangs)
    moved = cal.relative(base, unit, STEPS[which])
    if moved is None:
        return None
    moment = moved
    behind = scan.skip(at + 1, "on", ",")
    if unit == "week" and scan.words[behind] in WEEKDAYS and moment.begin:
        day = cal.of_day(moment.begin + timedelta(days=WEEKDAYS[scan.words[behind]]))
        return with_part(scan, behind + 1, day, hangs)
    return Found(at + 1, moment, hangs=hangs)


def _week_day(scan: Scan, at: int, which: str, number: int) -> Found | None:
    """Read last Friday, next Friday (of the next week), this Friday."""
    told = which in ("following", "that", "previous", "preceding", "prior") and scan.told
    base = scan.last_told("day") if told else scan.published
    if base is None:
        return with_part(scan, at + 1, Moment(None, None, f"{cal.OPEN_WEEKDAY}{number + 1}"), "published")
    monday = base - timedelta(days=base.weekday())
    if which != "that" and told and STEPS[which] < 0:
        day = cal.weekday(base, number, "before")
    elif which in ("next", "previous", "prior") or (which == "following" and base is scan.published):
        day = monday + timedelta(days=number + (7 if STEPS[which] > 0 else -7))
    elif which in ("coming", "upcoming", "following"):
        day = cal.weekday(base, number, "after")
    elif which == "this":  # "This Sunday", said on Monday of what was: yesterday.
        day = monday + timedelta(days=number)
        day -= timedelta(days=7 if (day - base).days > 3 and not scan.ahead(at - 1, at + 1) else 0)
    else:
        day = cal.weekday(base, number, "before")
    return with_part(scan, at + 1, cal.of_day(day), "published" if base is scan.published else "told")


def _season(scan: Scan, at: int, which: str) -> Found | None:
    """Read last summer, this spring, the following winter."""
    base = scan.last_told("season") if which in TOLD else scan.published
    name = SEASONS[scan.words[at]]
    if base is None:
        return Found(at + 1, Moment(None, None, f"XXXX-{cal.SEASONS[name][0]}", "season"), hangs="published")
    found = cal.season(base.year, name)
    which_way = STEPS[which]
    if found and found.end and found.begin and which_way:
        year = base.year - (found.end >= base) if which_way < 0 else base.year + (found.begin <= base)
        found = cal.season(year, name)
        if which_way < 0 and found and found.end and found.end >= base:  # In February this winter is not the last.
            found = cal.season(year - 1, name)
    elif found and found.begin and name == "winter" and base.month < 3:
        found = cal.season(base.year - 1, name)
    return Found(at + 1, found, hangs="told" if which in TOLD else "published") if found else None


def _day_part(scan: Scan, at: int, which: str) -> Found | None:
    """Read last night, this morning, that evening, the next morning."""
    if which not in ("last", "this", "that", "next", "following", "same", "previous"):
        return None
    told = which not in ("last", "this")
    base = scan.last_told("day") if told else scan.published
    day = cal.of_day(base + timedelta(days=STEPS[which])) if base else Moment(None, None, OPEN["day"])
    return Found(at + 1, in_day(day, DAY_PARTS[scan.words[at]]), "TIME", "told" if told else "published")


def _many(scan: Scan, at: int, which: str, unit: str) -> Found | None:
    """Read the coming weeks, past months: from publication on, with an end that fits."""
    if unit in ("weekend", "quarter", "fortnight", "century"):
        return None
    if STEPS[which] > 0:
        return ahead_of(scan, at + 1, unit)
    return Found(at + 1, Moment(None, None, "PAST_REF", unit), hangs="published") if which == "past" else None


def of_recent(scan: Scan, i: int) -> Found | None:
    """Read "recent months"."""
    unit = UNITS.get(scan.words[i + 1])
    if unit is None or not scan.words[i + 1].endswith("s"):
        return None
    return Found(i + 2, Moment(None, None, "PAST_REF", unit), hangs="published")


def to_come(scan: Scan, i: int) -> Found | None:
    """Read "the months to come", "the weeks ahead"."""
    words = scan.words
    unit = UNITS.get(words[i], "")
    if unit not in REACH or not words[i].endswith("s"):
        return None
    if words[i + 1] == "ahead" and words[i + 2] != "of":
        return ahead_of(scan, i + 2, unit)
    return ahead_of(scan, i + 3, unit) if words[i + 1 : i + 3] == ["to", "come"] else None


def ahead_of(scan: Scan, end: int, unit: str) -> Found:
    """Give the days that lie ahead for "the coming weeks"."""
    base = scan.published
    if base is None or base.year > 9900:
        return Found(end, Moment(None, None, "FUTURE_REF", unit), hangs="published")
    moment = Moment(base, base + timedelta(days=REACH.get(unit, 30)), "FUTURE_REF", unit)
    return Found(end, moment, hangs="published")


def around(scan: Scan, i: int) -> Found | None:
    """Read the day before, the day after, the day after tomorrow, the week after next."""
    words = scan.words
    unit = UNITS.get(words[i])
    if unit is None or words[i].endswith("s") or words[i + 1] not in ("before", "after"):
        return None
    sign = 1 if words[i + 1] == "after" else -1
    if words[i + 2] in ("next", "last") and unit != "day" and scan.published:
        moment = cal.relative(scan.published, unit, 2 * sign)
        return Found(i + 3, moment, hangs="published") if moment else None
    behind = scan.moment(i + 2)
    if behind and behind.moment.begin and behind.type in ("DATE", "TIME"):
        return Found(behind.end, _moved(behind.moment.begin, unit, sign), "DATE", behind.hangs)
    if behind or words[i + 2][:1].isalnum():
        return None
    base = scan.last_told(unit)
    if base is None:
        return Found(i + 2, Moment(None, None, OPEN.get(unit, "XXXX"), unit), hangs="told")
    moment = cal.relative(base, unit, sign)
    return Found(i + 2, moment, hangs="told") if moment else None


def of_weekend(scan: Scan, i: int) -> Found | None:
    """Read "the weekend" alone: the next from Friday on or where the words look ahead, else the last."""
    if scan.words[i - 1] not in ("the", "over", "this"):
        return None
    base = scan.published
    if base is None:
        return Found(i + 1, Moment(None, None, OPEN["weekend"], "weekend"), hangs="published")
    back = 0 if base.weekday() >= 4 or scan.ahead(i, i + 1) else 7
    return Found(i + 1, cal.weekend(base - timedelta(days=back)), hangs="published")


def _moved(base: date, unit: str, count: int) -> Moment:
    """Move a day, or keep it where the calendar ends."""
    return cal.shift(base, unit, count) or cal.of_day(base)
