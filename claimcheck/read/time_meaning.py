"""What a form of time expression means: its groups and what it hangs on -> a stretch of days."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from claimcheck.read import calendar as cal
from claimcheck.read.calendar import Moment
from claimcheck.read.numerals import words_at


@dataclass(frozen=True, slots=True)
class Base:
    """What a relative time hangs on: the publication day, the day last told, and whether the words look ahead."""

    published: date | None
    told: date | None
    future: bool
    past: bool
    near: bool = True
    """Whether the day last told stands close before, so that the story goes on from it."""

    def day(self) -> date | None:
        """Give the day for "last week", "on Sunday": the publication day; where it is unknown they stay open."""
        return self.published


Meaning = Callable[[re.Match[str], Base], Moment | None]


def read_year_for(base: Base, month: int, day: int = 15) -> int | None:
    """Choose the year of a month named without one: that which brings it nearest, the past before the future."""
    narrated = base.told and base.published and base.near and abs(base.told.year - base.published.year) > 1
    anchor = base.told if narrated else base.day()
    if anchor is None:
        return None
    if anchor is base.told and anchor is not base.published:
        return anchor.year
    ahead = (month, day) > (anchor.month, anchor.day)
    gap = (month - anchor.month) % 12
    if ahead and not base.future and (gap > 2 or base.past):
        return anchor.year - (1 if (month, day) > (anchor.month, anchor.day) else 0)
    if not ahead and base.future and (anchor.month - month) % 12 > 2:
        return anchor.year + 1
    return anchor.year


def read_full(y: int, m: int, d: int) -> Meaning:
    """Read a day from three groups."""

    def read(match: re.Match[str], base: Base) -> Moment | None:
        month = match[m]
        number = int(month) if month.isdigit() else cal.month_number(month)
        year = int(match[y])
        return cal.day(year + (2000 if year < 50 else 1900) if year < 100 else year, number, int(match[d]))

    return read


def read_numeric(match: re.Match[str], base: Base) -> Moment | None:
    """Read 27-07-2016 and 11/27/2005: the number above 12 is the day; otherwise a dot or hyphen puts the day first."""
    a, b, year = int(match[1]), int(match[3]), int(match[4])
    year += 2000 if year < 50 else 1900 if year < 100 else 0
    day_first = a > 12 or (b <= 12 and match[2].strip() in ".-")
    return cal.day(year, b, a) if day_first else cal.day(year, a, b)


def read_open_day(m: int, d: int) -> Meaning:
    """Read a day without a year."""

    def read(match: re.Match[str], base: Base) -> Moment | None:
        month, number = cal.month_number(match[m]), int(match[d])
        year = read_year_for(base, month, number)
        if number > 31 or number < 1:
            return None
        return cal.day(year, month, number) if year else Moment(None, None, f"XXXX-{month:02}-{number:02}")

    return read


def read_month(match: re.Match[str], base: Base) -> Moment | None:
    """Read a month with or without its part and its year."""
    which, name, said = match["part"], match["month"], match["year"]
    number = cal.month_number(name)
    year = int(said) if said else read_year_for(base, number)
    step = (match["rel"] or "").lower()
    if not said and step and base.day():
        anchor = base.day()
        assert anchor
        year = (
            anchor.year
            + (1 if step == "next" and number <= anchor.month else 0)
            - (1 if step in ("last", "past") and number >= anchor.month else 0)
        )
    found = cal.month(year, number) if year else Moment(None, None, f"XXXX-{number:02}", "month")
    return cal.part(found, which.lower()) if found and which else found


def read_year(match: re.Match[str], base: Base) -> Moment | None:
    """Read a year with or without its part."""
    found = cal.year(int(match["year"]))
    return cal.part(found, match["part"].lower()) if found and match["part"] else found


def read_weekday(match: re.Match[str], base: Base) -> Moment | None:
    """Read a weekday: past unless the words look ahead; the publication day itself counts as past."""
    number = next(i for i, w in enumerate(cal.WEEKDAYS) if w.startswith(match["day"].lower()))
    anchor = base.day()
    if anchor is None:
        return Moment(None, None, f"XXXX-WXX-{number + 1}")
    which = (match["which"] or "").lower()
    direction = {
        "last": "before",
        "past": "before",
        "next": "after",
        "coming": "after",
        "previous": "before",
        "following": "after",
    }.get(which, "future" if base.future else "past")
    found = cal.of_day(cal.weekday(anchor, number, direction))
    code = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}.get((match["time"] or "").lower())
    return Moment(found.begin, found.end, f"{found.value}{code}", "time") if code else found


def read_nearby(match: re.Match[str], base: Base) -> Moment | None:
    """Read today, yesterday, tomorrow, tonight."""
    word = (match["word"] or match["word2"]).lower()
    if base.day() is None:
        return Moment(None, None, "XXXX-XX-XX")
    anchor = base.day()
    assert anchor
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    found = cal.of_day(anchor + timedelta(days=step))
    part = match["time"] or match["time2"]
    code = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}.get(
        (part or "").lower(), "TNI" if word in ("tonight",) else ""
    )
    return Moment(found.begin, found.end, found.value + code, "time" if code else "day")


def read_step(match: re.Match[str], base: Base) -> Moment | None:
    """Read last week, this month, next year, and a part of it: earlier this month."""
    unit = match["unit"].lower()
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1, "upcoming": 1}.get(
        match["which"].lower(), 0
    )
    anchor = base.told if match["which"].lower() in ("previous", "following") and base.told else base.day()
    if anchor is None:
        return Moment(None, None, {"week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(unit, "XXXX"), unit)
    found = cal.relative(anchor, unit, step)
    how = (match["part"] or "").lower()
    if (
        found
        and found.begin
        and found.end
        and how in ("earlier", "early")
        and step == 0
        and found.begin <= anchor <= found.end
    ):
        return Moment(found.begin, anchor, found.value, found.granularity)
    if found and how in ("later", "late") and step == 0 and found.end and anchor <= found.end:
        return Moment(anchor, found.end, found.value, found.granularity)
    if found and how in ("early", "late", "mid", "end", "beginning", "start"):
        return cal.part(found, how)
    return found


def count_of(words: str) -> int | None:
    """Give a counting word's number; None for several, a few."""
    words = words.lower()
    if words.isdigit():
        return int(words)
    if words in ("a", "an", "a couple of"):
        return 2 if "couple" in words else 1
    found = words_at(words, 0)
    return int(found.number) if found and found.number else None


def unit_of(word: str) -> str:
    """Give a unit in the singular."""
    return "century" if word.lower() == "centurie" else word.lower()


def read_ago(match: re.Match[str], base: Base) -> Moment | None:
    """Read "two weeks ago", "three days later": back from publication, on from the day last told."""
    number, unit, way = count_of(match["n"]), unit_of(match["unit"]), match["way"].lower()
    back = way in ("ago", "earlier", "before", "previously")
    anchor = base.published or base.told if way == "ago" else base.told or base.published
    if anchor is None or number is None:
        return Moment(None, None, "PAST_REF" if back else "FUTURE_REF", unit)
    return cal.shift(anchor, unit, -number if back else number)


def read_neighbour(match: re.Match[str], base: Base) -> Moment | None:
    """Read the previous day, the following day: from the day last told."""
    anchor = base.told or base.published
    if anchor is None:
        return Moment(None, None, "XXXX-XX-XX")
    return cal.of_day(anchor + timedelta(days=-1 if (match["way"] or "previous").lower() == "previous" else 1))


def read_ahead(match: re.Match[str], base: Base) -> Moment | None:
    """Read "in the coming weeks", "in the months to come", "in the next hours": from publication on, with an end that fits."""
    anchor = base.day()
    unit = unit_of(next(g for g in (match["u1"], match["u2"], match["u3"]) if g))
    if anchor is None:
        return Moment(None, None, "FUTURE_REF", unit)
    reach = {"hour": 1, "minute": 0, "day": 7, "week": 45, "month": 183, "year": 1826}.get(unit, 30)
    return Moment(anchor, anchor + timedelta(days=reach), "FUTURE_REF", unit)


def read_end_of(match: re.Match[str], base: Base) -> Moment | None:
    """Read the end of the year, of this month, before the year ends."""
    unit = (match["unit"] or match["unit2"] or "").lower()
    anchor = base.day()
    if anchor is None:
        return Moment(None, None, "XXXX", unit)
    found = cal.relative(anchor, unit, {"next": 1, "last": -1}.get((match["which"] or "").lower(), 0))
    return cal.part(found, (match["part"] or "end").lower()) if found else None


def read_decade(match: re.Match[str], base: Base) -> Moment | None:
    """Read the 1990s, the early 1990s."""
    first = int(match["year"]) if len(match["year"]) == 4 else 1900 + int(match["year"])
    found = cal.decade(first)
    return cal.part(found, match["part"].lower()) if found and match["part"] else found


def read_century(match: re.Match[str], base: Base) -> Moment | None:
    """Read the 19th century, late 18th-century."""
    found = cal.century(int(match["n"]))
    return cal.part(found, match["part"].lower()) if found and match["part"] else found


def read_season(match: re.Match[str], base: Base) -> Moment | None:
    """Read the summer of 2015."""
    return cal.season(int(match["year"]), match["season"])


def read_quarter(match: re.Match[str], base: Base) -> Moment | None:
    """Read the first quarter of 2012, Q3."""
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}[
        (match["word"] or match["n"]).lower()
    ]
    anchor = base.day()
    year = int(match["year"]) if match["year"] else anchor.year if anchor else 0
    return cal.quarter(year, number) if year else Moment(None, None, f"XXXX-Q{number}", "quarter")


def read_holiday(match: re.Match[str], base: Base) -> Moment | None:
    """Read a holiday of fixed rule."""
    month, number = cal.HOLIDAYS[match["name"].lower()]
    year = int(match["year"]) if match["year"] else read_year_for(base, month, number)
    return cal.day(year, month, number) if year else Moment(None, None, f"XXXX-{month:02}-{number:02}")
