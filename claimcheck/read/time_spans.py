"""What durations, times of day, repeated times and words such as "now" mean."""

from __future__ import annotations

import re

from claimcheck.read import calendar as cal
from claimcheck.read.calendar import Moment
from claimcheck.read.time_meaning import Base, count_of, unit_of


def read_duration(match: re.Match[str], base: Base) -> Moment | None:
    """Read three years, a 24-hour."""
    number, unit = count_of(match["n"]), unit_of(match["unit"])
    code = cal.UNIT_CODE[unit]
    prefix = "PT" if unit in ("second", "minute", "hour") else "P"
    if unit in ("decade", "century") and number is not None:
        return Moment(None, None, f"P{number}{'DE' if unit == 'decade' else 'CE'}", unit)
    return Moment(None, None, f"{prefix}{'X' if number is None else number}{code}", unit)


def read_clock(match: re.Match[str], base: Base) -> Moment | None:
    """Read a time of day on the day last told, or the publication day."""
    anchor = base.told or base.published
    hour, minute = int(match["h"]), int(match["m"] or 0)
    half = (match["half"] or "").lower().replace(".", "")
    hour = hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour
    if hour > 24 or minute > 59:
        return None
    time = f"T{hour:02}:{minute:02}"
    return Moment(anchor, anchor, f"{anchor.isoformat() if anchor else 'XXXX-XX-XX'}{time}", "time")


def read_every(match: re.Match[str], base: Base) -> Moment | None:
    """Read every day, each Monday, daily."""
    word = (match["unit"] or match["adverb"]).lower()
    code = {
        "daily": "P1D",
        "weekly": "P1W",
        "monthly": "P1M",
        "yearly": "P1Y",
        "annually": "P1Y",
        "annual": "P1Y",
        "hourly": "PT1H",
    }.get(word)
    if code is None:
        unit = word.rstrip("s")
        code = (
            f"P1{cal.UNIT_CODE[unit]}"
            if unit in cal.UNIT_CODE
            else f"XXXX-WXX-{[w[:3] for w in cal.WEEKDAYS].index(word[:3]) + 1}"
        )
    return Moment(None, None, code)


def read_reference(match: re.Match[str], base: Base) -> Moment | None:
    """Read now, currently, recently."""
    word = match["word"].lower()
    anchor = base.published
    if word in ("now", "currently", "at present", "presently"):
        return Moment(anchor, anchor, "PRESENT_REF")
    return Moment(None, None, "PAST_REF")
