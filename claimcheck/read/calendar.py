"""Days, weeks, months, seasons: arithmetic on the calendar, as first and last day and TIMEX3 value."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import MAXYEAR, date, timedelta

from claimcheck.immutable import record

SEASONS = {"spring": ("SP", 3), "summer": ("SU", 6), "autumn": ("FA", 9), "winter": ("WI", 12)}
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


@record
class Moment:
    """A stretch of days with its TIMEX3 value and granularity."""

    begin: date | None
    end: date | None
    value: str
    granularity: str = "day"


def day(year: int, month: int, number: int) -> Moment | None:
    """Give one day; None for a day that no calendar has."""
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return Moment(found, found, found.isoformat())


OPEN_WEEKDAY = "XXXX-WXX-"
"""How the value of a weekday begins whose week is not known."""


def open_weekday(value: str) -> int:
    """Give 1 (Monday) to 7 of a weekday whose week is not known; 0 of any other value.

    >>> [open_weekday(v) for v in ("XXXX-WXX-3", "XXXX-WXX-3TNI", "XXXX-WXX-WE", "2024-05-08")]
    [3, 3, 0, 0]
    """
    told = value.removeprefix(OPEN_WEEKDAY)[:1] if value.startswith(OPEN_WEEKDAY) else ""
    return int(told) if told and told in "1234567" else 0


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


def iso_week(year_: int, number: int) -> Moment | None:
    """Give a numbered week of a year."""
    try:
        return week(date.fromisocalendar(year_, number, 1))
    except ValueError:
        return None


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
    """Give ten years: "199" for the 1990s, as HeidelTime writes it."""
    start, end = year(first_year), year(first_year + 9)
    return Moment(start.begin, end.end, f"{first_year // 10:03}", "decade") if start and end else None


def century(number: int) -> Moment | None:
    """Give a century as TIMEX3 counts it: the 20th, "19", runs from 1900 to 1999."""
    start, end = year(max(1, 100 * number - 100)), year(100 * number - 1)
    return Moment(start.begin, end.end, f"{number - 1:02}", "century") if start and end else None


def half(year_: int, number: int) -> Moment | None:
    """Give half a year."""
    first, last = month(year_, 6 * number - 5), month(year_, 6 * number)
    return Moment(first.begin, last.end, f"{year_:04}-H{number}", "quarter") if first and last else None


def easter(year_: int) -> date:
    """Give Easter Sunday of the Western churches (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year_ % 19, year_ // 100, year_ % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    k = (32 + 2 * e + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    at = h + k - 7 * m + 114
    return date(year_, at // 31, at % 31 + 1)


def nth_weekday(year_: int, month_: int, number: int, which: int) -> date:
    """Give the first (1), second … or last (-1) of a weekday in a month; Monday is 0."""
    if which < 0:
        last = date(year_, month_, monthrange(year_, month_)[1])
        return last - timedelta(days=(last.weekday() - number) % 7)
    first = date(year_, month_, 1)
    return first + timedelta(days=(number - first.weekday()) % 7 + 7 * (which - 1))


def holiday(year_: int, rule: Sequence[int]) -> Moment:
    """Give a holiday by its rule in the lexicon: month and day; month, weekday, which and days on; days from Easter."""
    if len(rule) == 1:
        return of_day(easter(year_) + timedelta(days=rule[0]))
    if len(rule) == 2:
        return of_day(date(year_, rule[0], rule[1]))
    return of_day(nth_weekday(year_, rule[0], rule[1], rule[2]) + timedelta(days=sum(rule[3:])))


_SHARE = {"early": (0, 1 / 2), "beginning": (0, 1 / 3), "mid": (1 / 3, 2 / 3), "late": (1 / 2, 1), "end": (2 / 3, 1)}


def part(moment: Moment, which: str) -> Moment:
    """Give a part of a stretch: early and late are its halves, beginning, middle and end its thirds."""
    if moment.begin is None or moment.end is None:
        return moment
    low, high = _SHARE[which]
    if moment.granularity == "year":
        first, last = month(moment.begin.year, int(12 * low) + 1), month(moment.begin.year, int(12 * high))
        if first and last:
            return Moment(first.begin, last.end, moment.value, moment.granularity)
    days = (moment.end - moment.begin).days + 1
    begin = moment.begin + timedelta(days=int(days * low))
    end = moment.begin + timedelta(days=int(days * high) - 1)
    return Moment(begin, max(begin, end), moment.value, moment.granularity)


def months_on(base: date, count: int) -> date:
    """Move a day by months; the 31st becomes the last day of a shorter month."""
    at = base.year * 12 + base.month - 1 + count
    return date(at // 12, at % 12 + 1, min(base.day, monthrange(at // 12, at % 12 + 1)[1]))


def shift(base: date, unit: str, count: float) -> Moment | None:
    """Move a day by so many units: the very day, with a value as coarse as the unit ("1998-W05", "1997-12", "1995")."""
    try:
        if unit in ("second", "minute", "hour"):
            return of_day(base)
        if unit in ("day", "week", "fortnight", "weekend"):
            found = base + timedelta(days=int(count * {"day": 1, "fortnight": 14}.get(unit, 7)))
            whole = of_day(found) if unit == "day" else week(found)
        else:
            months = int(count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit])
            found = months_on(base, months)
            whole_ = month(found.year, found.month) if unit in ("month", "quarter") else year(found.year)
            if whole_ is None:
                return None
            whole = whole_
    except (OverflowError, ValueError):
        return None
    return Moment(found, found, whole.value, whole.granularity)


def relative(base: date, unit: str, step: int) -> Moment | None:
    """Give the week, month, quarter or year that lies `step` of them from a day's: -1 is the last, 0 this, 1 the next."""
    try:
        if unit == "week":
            return week(base + timedelta(weeks=step))
        if unit == "weekend":
            return weekend(base + timedelta(weeks=step))
        if unit == "day":
            return of_day(base + timedelta(days=step))
        if unit == "fortnight":
            return week(base + timedelta(weeks=2 * step))
        if unit == "month":
            at = base.year * 12 + base.month - 1 + step
            return month(at // 12, at % 12 + 1)
        if unit == "quarter":
            at = base.year * 4 + (base.month - 1) // 3 + step
            return quarter(at // 4, at % 4 + 1)
        if unit == "year":
            return year(base.year + step)
        if unit == "decade":
            return decade(base.year // 10 * 10 + 10 * step)
        if unit == "century":
            return century(base.year // 100 + 1 + step)
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
