"""Counted units of time, their TIMEX3 value, and a day moved by them."""

from __future__ import annotations

from datetime import date

from claimcheck.read import calendar as cal
from claimcheck.read.calendar import Moment
from claimcheck.read.time_numbers import count
from claimcheck.read.time_scan import UNITS, Found, Scan

Part = tuple[float | None, str]
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
        if unit is None or (scan.words[end] in ("sec", "min", "hr", "wk", "yr") and not scan.words[at].isdecimal()):
            break
        end = end + 1
        if scan.words[end] == "and" and value and scan.words[scan.skip(end + 1, "a")] == "half":
            value, end = value + 0.5, scan.skip(end + 1, "a") + 1
        found.append((value, unit))
        at, last = end, end
        if scan.words[at] == "and" or scan.words[at] == ",":
            at += 1
            at = scan.skip(at, "and")
        if at == last and not scan.words[at].isdecimal():
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


def moved_by(scan: Scan, end: int, base: date | None, parts: list[Part], sign: int, hangs: str) -> Found | None:
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
