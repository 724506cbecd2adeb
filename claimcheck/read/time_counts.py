"""Counted units of time: durations, and the times they reach: three years ago, two days later, a week from Monday."""

from __future__ import annotations

from datetime import timedelta

from claimcheck.read import calendar as cal
from claimcheck.read.calendar import Moment
from claimcheck.read.time_relative import REACH, ahead_of
from claimcheck.read.time_scan import LIST, Found, Scan
from claimcheck.read.time_stretches import stretch
from claimcheck.read.time_units import WAYS, Part, moved_by, parts_at, value_of

LETTERS = {"h": "hour", "d": "day", "w": "week", "y": "year"}
OPENERS = frozenset(LIST["openers"])
TOO_SHORT = frozenset({"second", "minute", "quarter", "day"})
"""Units that "a" does not count: "for a second", "a day"."""


def of_count(scan: Scan, i: int) -> Found | None:
    """Read counted units and what they reach: a duration, or a time back from or on from another."""
    read = parts_at(scan, i)
    if read is None:
        return None
    parts, at = read
    words = scan.words
    behind = scan.skip(at + 1, "s") if words[at] in "'’" and words[at] else at
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
        return moved_by(scan, at + 1, scan.published or None, parts, -1, "published")
    if word in ("from", "after", "before"):
        found = _from_other(scan, at, parts)
        if found:
            return found
    if word in ("earlier", "previously") or (word == "before" and not _opens(scan, at + 1)):
        return moved_by(scan, at + 1, scan.last_told(unit), parts, -1, "told")
    if word in ("later", "afterwards", "afterward") or (
        word in ("after", "on") and words[at + 1] in (".", ",", "\n", "") and word == "after"
    ):
        return moved_by(scan, at + 1, scan.last_told(unit), parts, 1, "told")
    if word == "hence" or (word == "from" and words[at + 1] == "now"):
        return moved_by(scan, at + 1 + (word == "from"), scan.published, parts, 1, "published")
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
            found = moved_by(scan, scan.skip(at, "time"), scan.published, parts, 1, "published")
            return Found(found.end, found.moment, hangs=found.hangs, start=i - 1) if found else None
    return None


def _from_other(scan: Scan, at: int, parts: list[Part]) -> Found | None:
    """Read "(a week) from Monday", "(three days) after 12 January", "(two weeks) before 13 May"."""
    behind = scan.moment(at + 1)
    if behind is None or behind.type not in ("DATE", "TIME") or behind.moment.begin is None:
        return None
    sign = -1 if scan.words[at] == "before" else 1
    return moved_by(scan, behind.end, behind.moment.begin, parts, sign, behind.hangs)


def _opens(scan: Scan, i: int) -> bool:
    """Whether the words behind "before" are what it is before: "a day before the talks", not "a day before rose to 10"."""
    word = scan.words[i]
    return scan.capital(i) or word in OPENERS or word.isdecimal()


def _from(behind: Found, parts: list[Part]) -> Found | None:
    """Give the days of "3 days starting Monday"."""
    begin = behind.moment.begin
    moved = cal.shift(begin, parts[0][1], parts[0][0] or 0) if begin else None
    if moved is None or moved.end is None:
        return None
    return Found(
        behind.end, Moment(begin, moved.end - timedelta(days=1), value_of(parts), parts[0][1]), "DURATION", behind.hangs
    )


def of_letter(scan: Scan, i: int) -> Found | None:
    """Read "3h", "2w" where the letter stands at the digits."""
    words = scan.words
    unit = LETTERS.get(words[i + 1])
    if unit is None or not scan.glued(i) or scan.capital(i + 1) or len(words[i]) > 3 or (i and scan.glued(i - 1)):
        return None
    if words[i + 2][:1].isalnum() and scan.glued(i + 1):
        return None
    return Found(i + 2, Moment(None, None, value_of([(int(words[i]), unit)]), unit), "DURATION")
