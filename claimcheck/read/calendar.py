"""Days, weeks, months, seasons: arithmetic on the calendar, as first and last day and TIMEX3 value."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTH_OF = {m[:3]: i for i, m in enumerate(MONTHS, 1)}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": ("SP", 3), "summer": ("SU", 6), "autumn": ("FA", 9), "fall": ("FA", 9), "winter": ("WI", 12)}
UNIT_CODE = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "week": "W",
    "weekend": "WE",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
HOLIDAYS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year’s eve": (12, 31),
    "new year's day": (1, 1),
    "new year’s day": (1, 1),
    "valentine's day": (2, 14),
    "valentine’s day": (2, 14),
    "halloween": (10, 31),
    "bastille day": (7, 14),
    "labour day": (5, 1),
    "may day": (5, 1),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of days with its TIMEX3 value and granularity."""

    begin: date | None
    end: date | None
    value: str
    granularity: str = "day"


def month_number(word: str) -> int:
    """Give the number of a month's name or short form."""
    return MONTH_OF[word[:3].lower()]


def day(year: int, month: int, number: int) -> Moment | None:
    """Give one day; None for a day that no calendar has."""
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return Moment(found, found, found.isoformat())


def of_day(found: date) -> Moment:
    """Give a day as a moment."""
    return Moment(found, found, found.isoformat())


def month(year: int, number: int) -> Moment | None:
    """Give a month."""
    if not (1 <= year <= MAXYEAR and 1 <= number <= 12):
        return None
    return Moment(
        date(year, number, 1), date(year, number, monthrange(year, number)[1]), f"{year:04}-{number:02}", "month"
    )


def year(number: int) -> Moment | None:
    """Give a year."""
    if not 1 <= number <= MAXYEAR:
        return None
    return Moment(date(number, 1, 1), date(number, 12, 31), f"{number:04}", "year")


def week(holding: date) -> Moment:
    """Give the week (Monday to Sunday) that holds a day."""
    start = holding - timedelta(days=holding.weekday())
    iso = holding.isocalendar()
    return Moment(start, start + timedelta(days=6), f"{iso.year:04}-W{iso.week:02}", "week")


def weekend(holding: date) -> Moment:
    """Give the week-end of the week that holds a day."""
    start = holding - timedelta(days=holding.weekday())
    iso = holding.isocalendar()
    return Moment(start + timedelta(days=5), start + timedelta(days=6), f"{iso.year:04}-W{iso.week:02}-WE", "week")


def quarter(year_: int, number: int) -> Moment | None:
    """Give a quarter of a year."""
    first, last = month(year_, 3 * number - 2), month(year_, 3 * number)
    if first is None or last is None:
        return None
    return Moment(first.begin, last.end, f"{year_:04}-Q{number}", "quarter")


def season(year_: int, word: str) -> Moment | None:
    """Give a season; winter begins in December of the year."""
    code, start = SEASONS[word.lower()]
    first = month(year_, start)
    last = month(year_ + (start + 2 > 12), (start + 1) % 12 + 1)
    if first is None or last is None:
        return None
    return Moment(first.begin, last.end, f"{year_:04}-{code}", "season")


def decade(first_year: int) -> Moment | None:
    """Give ten years."""
    start, end = year(first_year), year(first_year + 9)
    return Moment(start.begin, end.end, f"{first_year // 10:03}", "decade") if start and end else None


def century(number: int) -> Moment | None:
    """Give a century: the 20th runs from 1901 to 2000."""
    start, end = year(100 * number - 99), year(100 * number)
    return Moment(start.begin, end.end, f"{number - 1:02}", "century") if start and end else None


def part(moment: Moment, which: str) -> Moment:
    """Give the early, middle or late part of a month or year; "end" is the last third of a month, the last quarter of a year."""
    if moment.begin is None or moment.end is None:
        return moment
    days = (moment.end - moment.begin).days + 1
    cut = {
        "early": (0, 1 / 3),
        "beginning": (0, 1 / 3),
        "start": (0, 1 / 3),
        "mid": (1 / 3, 2 / 3),
        "middle": (1 / 3, 2 / 3),
        "late": (2 / 3, 1),
        "end": (2 / 3, 1),
    }
    low, high = cut[which]
    begin = moment.begin + timedelta(days=int(days * low))
    end = moment.begin + timedelta(days=int(days * high) - 1)
    code = {
        "early": "START",
        "beginning": "START",
        "start": "START",
        "mid": "MID",
        "middle": "MID",
        "late": "END",
        "end": "END",
    }[which]
    return Moment(begin, end, moment.value, moment.granularity if code else "")


def shift(base: date, unit: str, count: int) -> Moment | None:
    """Move a day by so many units; the result is as coarse as the unit."""
    try:
        if unit in ("day",):
            return of_day(base + timedelta(days=count))
        if unit in ("second", "minute", "hour"):
            return of_day(base)
        if unit == "week":
            return of_day(base + timedelta(weeks=count))
        if unit == "fortnight":
            return of_day(base + timedelta(weeks=2 * count))
        if unit == "month":
            months = base.year * 12 + base.month - 1 + count
            return month(months // 12, months % 12 + 1)
        if unit in ("year", "decade", "century"):
            return year(base.year + count * {"year": 1, "decade": 10, "century": 100}[unit])
    except (OverflowError, ValueError):
        return None
    return None


def relative(base: date, unit: str, step: int) -> Moment | None:
    """Give the week, month, quarter or year that lies `step` of them from a day's: -1 is the last, 0 this, 1 the next."""
    try:
        if unit == "week":
            return week(base + timedelta(weeks=step))
        if unit == "weekend":
            return weekend(base + timedelta(weeks=step))
        if unit == "day":
            return of_day(base + timedelta(days=step))
        if unit == "month":
            return shift(base, "month", step)
        if unit == "quarter":
            at = base.year * 4 + (base.month - 1) // 3 + step
            return quarter(at // 4, at % 4 + 1)
        if unit == "year":
            return year(base.year + step)
        if unit == "decade":
            return decade(base.year // 10 * 10 + 10 * step)
        if unit == "century":
            return century((base.year - 1) // 100 + 1 + step)
        if unit in SEASONS:
            return season(base.year + step, unit)
    except (OverflowError, ValueError):
        return None
    return None


def weekday(base: date, number: int, direction: str) -> date:
    """Give the day of the week nearest to a base: "past" (the base itself counts), "future", or of the same "week"."""
    back = (base.weekday() - number) % 7
    if direction == "future":
        return base + timedelta(days=(number - base.weekday()) % 7)
    if direction == "before":
        return base - timedelta(days=back or 7)
    if direction == "after":
        return base + timedelta(days=(number - base.weekday()) % 7 or 7)
    return base - timedelta(days=back)
