"""Times with names of their own: holidays, times of day, repeated times, "now"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from claimcheck.read import calendar as cal
from claimcheck.read.calendar import Moment
from claimcheck.read.time_numbers import count
from claimcheck.read.time_scan import LIST, MONTHS, STEPS, TOKEN, UNITS, WEEKDAYS, Found, Scan
from claimcheck.read.time_years import bare_year

ZONES = frozenset(LIST["zones"])
AFTER_REFERENCE = frozenset(LIST["after_reference"])
OFTEN: dict[str, str] = LIST["often"]
REFERENCES: dict[tuple[str, ...], str] = {tuple(k.split()): v for k, v in LIST["references"].items()}


def _tries(names: dict[str, list[int]]) -> dict[str, list[tuple[tuple[str, ...], tuple[int, ...]]]]:
    """Index names by their first token, the longest first, with and without an apostrophe's form."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[int, ...]]]] = {}
    for name, rule in names.items():
        for form in {name, name.replace("'", "’"), name.replace("'", "")}:
            tokens = tuple(TOKEN.findall(form))
            found.setdefault(tokens[0], []).append((tokens, tuple(rule)))
    for entries in found.values():
        entries.sort(key=lambda e: (-len(e[0]), e[0]))
    return found


HOLIDAYS = _tries(LIST["holidays"])
CAPITAL = frozenset({"may", "thanksgiving"})


def of_holiday(scan: Scan, i: int) -> Found | None:
    """Read a holiday of fixed rule: Christmas, Thanksgiving 2019, last Easter, Labor Day weekend."""
    words = scan.words
    if words[i] in CAPITAL and not scan.capital(i):
        return None
    entry = next((e for e in HOLIDAYS[words[i]] if tuple(words[i : i + len(e[0])]) == e[0]), None)
    if entry is None:
        return None
    at, rule = i + len(entry[0]), entry[1]
    weekend = words[at] == "weekend"
    at += weekend
    behind = scan.skip(scan.skip(at, ","), "of", "in")
    said = bare_year(scan, behind) if words[behind].isdecimal() and len(words[behind]) == 4 else None
    if said and said.moment.begin:
        found = Found(said.end, cal.holiday(said.moment.begin.year, rule))
    else:
        day = _holiday_day(scan, i, at, rule)
        open_day = f"XXXX-{rule[0]:02}-{rule[1]:02}" if len(rule) == 2 else "XXXX-XX-XX"
        found = Found(at, cal.of_day(day) if day else Moment(None, None, open_day), hangs="published")
    if not weekend and words[found.end] == "weekend":  # "Labor Day 2021 weekend"
        weekend, found = True, replace(found, end=found.end + 1)
    return replace(found, moment=_long_weekend(found.moment.begin)) if weekend and found.moment.begin else found


def _long_weekend(day: date) -> Moment:
    """Give a holiday and the weekend that it lengthens: Saturday to Labor Day, Thanksgiving to Sunday."""
    held = cal.weekend(day - timedelta(days=2) if day.weekday() < 2 else day)
    assert held.begin
    assert held.end
    return replace(held, begin=min(held.begin, day), end=max(held.end, day))


def _holiday_day(scan: Scan, i: int, at: int, rule: tuple[int, ...]) -> date | None:
    """Give the day meant by a holiday without its year."""
    base = scan.published
    around = cal.holiday(base.year if base else 2000, rule).begin
    assert around
    if base and (words := scan.words[i - 1]) in ("last", "next", "this", "past", "coming", "following", "upcoming"):
        step = STEPS[words]
        year = base.year + (step > 0 and around <= base) - (step < 0 and around >= base)
        return cal.holiday(year, rule).begin
    if base and scan.words[i - 1] in ("before", "after"):  # "Two weeks before Christmas" is of the nearest.
        days = [cal.holiday(base.year + years, rule).begin or around for years in (0, 1, -1)]
        return min(days, key=lambda day: abs((day - base).days))
    year_, _ = scan.year_for(i, at, around.month, around.day)
    return cal.holiday(year_, rule).begin if year_ else None


ASIDE = 8
"""Words of a time in brackets at most."""


def of_clock(scan: Scan, i: int) -> Found | None:
    """Read 10:30, 7 p.m., 6.30 pm, 1430 GMT, "5 o'clock"."""
    words = scan.words
    word = words[i]
    if len(word) > 4 or (i and words[i - 1] in (":", ".", ",") and scan.glued(i - 1) and words[i - 2].isdecimal()):
        return None
    minute, at, proved = 0, i + 1, False
    if (
        words[at] in (":", ".")
        and len(words[at + 1]) == 2
        and words[at + 1].isdecimal()
        and scan.glued(i)
        and scan.glued(at)
    ):
        minute, proved, at = int(words[at + 1]), words[at] == ":", at + 2
        if proved and words[at] == ":" and words[at + 1].isdecimal() and len(words[at + 1]) == 2:
            at += 2
    hour = int(word)
    if len(word) > 2:
        if len(word) != 4 or minute or words[at] not in ZONES | {"hours", "local"}:
            return None
        hour, minute, proved = int(word[:2]), int(word[2:]), True
    half, at = _half(scan, at)
    if words[at] == "o" and words[at + 2] == "clock":
        at, proved = at + 3, True
    if not (half or proved) or hour > 24 or minute > 59 or (half and hour > 12):
        return None
    hour = hour % 12 + 12 if half == "p" else hour % 12 if half == "a" else hour
    return _time(scan, _zone(scan, at), f"{hour:02}:{minute:02}")


def _half(scan: Scan, at: int) -> tuple[str, int]:
    """Read "am", "p.m." with its end."""
    words = scan.words
    if words[at] in ("am", "pm") and not words[at + 1][:1].isdecimal():
        return words[at][0], at + 1
    if words[at] in ("a", "p") and words[at + 1] == "." and words[at + 2] == "m":
        return words[at], at + 4 if words[at + 3] == "." and scan.glued(at + 2) else at + 3
    return "", at


def _zone(scan: Scan, at: int) -> int:
    """Step over a time zone: "GMT", "local time", "Eastern time"."""
    words = scan.words
    if words[at] == "." and words[at + 1] in ZONES and words[at + 1] != "et":
        at += 1
    if words[at] in ZONES or words[at] == "hours":
        return at + 1
    return at + 2 if words[at] in ("local", "eastern", "pacific") and words[at + 1] == "time" else at


def _time(scan: Scan, end: int, clock: str) -> Found:
    """Give a time of the day last told, or of publication."""
    behind = scan.skip(_aside(scan, end), ",", "on")
    if words_of_day(scan.words[behind]) or (scan.words[behind - 1] == "on" and scan.words[behind].isdecimal()):
        found = scan.moment(behind)
        if found and found.moment.granularity == "day":
            moment = found.moment
            return Found(
                found.end, Moment(moment.begin, moment.end, f"{moment.value}T{clock}", "time"), "TIME", found.hangs
            )
    day = scan.last_told("day")
    value = f"{day.isoformat() if day else 'XXXX-XX-XX'}T{clock}"
    return Found(end, Moment(day, day, value, "time"), "TIME", "told" if day is not scan.published else "published")


def _aside(scan: Scan, end: int) -> int:
    """Step over a time put in brackets: "9 a.m. (0700 GMT)"."""
    words = scan.words
    closes = next((at for at in range(end + 1, end + ASIDE) if words[at] == ")"), 0) if words[end] == "(" else 0
    return closes + 1 if closes and words[end + 1].isdecimal() and words[closes - 1] in ZONES | {"time"} else end


def words_of_day(word: str) -> bool:
    """Whether a day may begin at a word."""
    return word in WEEKDAYS or word in MONTHS or word in ("yesterday", "today", "tomorrow")


def of_noon(scan: Scan, i: int) -> Found | None:
    """Read noon, midday, midnight."""
    return _time(scan, i + 1, "24:00" if scan.words[i] == "midnight" else "12:00")


def of_reference(scan: Scan, i: int) -> Found | None:
    """Read now, currently, recently, in the past; "Now," that only begins a sentence is none."""
    words = scan.words
    for length in (4, 3, 2, 1):
        value = REFERENCES.get(tuple(words[i : i + length]))
        if value:
            break
    else:
        return None
    if words[i] == "the":
        after = words[i + length]
        if scan.moment(i + 1) or (after[:1].isalpha() and after not in AFTER_REFERENCE):
            return None
    if words[i] == "now" and not _is_time(scan, i):
        return None
    at = scan.published if value == "PRESENT_REF" else None
    return Found(i + length, Moment(at, at, value), hangs="published")


def _is_time(scan: Scan, i: int) -> bool:
    """Whether "now" is a time: not "Now, …", "now that", "now-famous"."""
    words = scan.words
    begins = words[i - 1] in ("", "\n", ".", "!", "?", "“", '"')
    aside = words[i - 1] == "," and words[i + 1] == ","
    return not (begins or aside or words[i + 1] in ("that", "-", "then"))


def of_every(scan: Scan, i: int) -> Found | None:
    """Read every day, each Monday, every two years, daily."""
    words = scan.words
    code = OFTEN.get(words[i])
    if code:
        return Found(i + 1, Moment(None, None, code), "SET")
    at = scan.skip(i + 1, "other", "single")
    two = words[at - 1] == "other"
    if words[at] in WEEKDAYS:
        return Found(at + 1, Moment(None, None, f"{cal.OPEN_WEEKDAY}{WEEKDAYS[words[at]] + 1}"), "SET")
    number = count(scan, at) if words[at] not in UNITS else (2 if two else 1, at)
    unit = UNITS.get(words[number[1]]) if number else None
    if number is None or unit is None or number[0] is None or words[at] == "second":
        return None
    prefix = "PT" if unit in ("second", "minute", "hour") else "P"
    return Found(number[1] + 1, Moment(None, None, f"{prefix}{number[0]:g}{cal.UNIT_CODE[unit]}"), "SET")
