"""The forms of English time expressions: for each a pattern and what it means, given what it hangs on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from claimcheck.read import calendar as cal
from claimcheck.read.calendar import Moment
from claimcheck.read.numerals import words_at

MONTH = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
WEEKDAY = "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"
COUNT = (
    "[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|several|a few|"
    "a couple of|few|some|many"
)
UNIT = "second|minute|hour|day|week|fortnight|month|quarter|year|decade|century|centurie"
YEAR = "(?:1[0-9]|20)[0-9]{2}"
PART = "early|mid|middle|late|end|beginning|start"
_M = rf"({MONTH})\b\.?"
_W = rf"(?:{WEEKDAY})day"
_TIME = r"(?: (?:in the )?(?P<time>morning|afternoon|evening|night))?"


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
        """Give the day for "last week", "on Sunday"."""
        return self.published or self.told


Meaning = Callable[[re.Match[str], Base], Moment | None]


@dataclass(frozen=True, slots=True)
class Form:
    """One form of time expression."""

    name: str
    pattern: re.Pattern[str]
    meaning: Meaning
    type: str = "DATE"
    hangs: str = ""
    """"" for absolute, "published", or "told"."""


def _year_for(base: Base, month: int, day: int = 15) -> int | None:
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


def _full(y: int, m: int, d: int) -> Meaning:
    """Read a day from three groups."""

    def read(match: re.Match[str], base: Base) -> Moment | None:
        month = match[m]
        number = int(month) if month.isdigit() else cal.month_number(month)
        year = int(match[y])
        return cal.day(year + (2000 if year < 50 else 1900) if year < 100 else year, number, int(match[d]))

    return read


def _numeric(match: re.Match[str], base: Base) -> Moment | None:
    """Read 27-07-2016 and 11/27/2005: the number above 12 is the day; otherwise a dot or hyphen puts the day first."""
    a, b, year = int(match[1]), int(match[3]), int(match[4])
    year += 2000 if year < 50 else 1900 if year < 100 else 0
    day_first = a > 12 or (b <= 12 and match[2].strip() in ".-")
    return cal.day(year, b, a) if day_first else cal.day(year, a, b)


def _open_day(m: int, d: int) -> Meaning:
    """Read a day without a year."""

    def read(match: re.Match[str], base: Base) -> Moment | None:
        month, number = cal.month_number(match[m]), int(match[d])
        year = _year_for(base, month, number)
        if number > 31 or number < 1:
            return None
        return cal.day(year, month, number) if year else Moment(None, None, f"XXXX-{month:02}-{number:02}")

    return read


def _month(match: re.Match[str], base: Base) -> Moment | None:
    """Read a month with or without its part and its year."""
    which, name, said = match["part"], match["month"], match["year"]
    number = cal.month_number(name)
    year = int(said) if said else _year_for(base, number)
    step = (match["rel"] or "").lower()
    if not said and step and base.day():
        anchor = base.day()
        assert anchor
        year = anchor.year + (1 if step == "next" and number <= anchor.month else 0) - (1 if step in ("last", "past") and number >= anchor.month else 0)
    found = cal.month(year, number) if year else Moment(None, None, f"XXXX-{number:02}", "month")
    return cal.part(found, which.lower()) if found and which else found


def _year(match: re.Match[str], base: Base) -> Moment | None:
    """Read a year with or without its part."""
    found = cal.year(int(match["year"]))
    return cal.part(found, match["part"].lower()) if found and match["part"] else found


def _weekday(match: re.Match[str], base: Base) -> Moment | None:
    """Read a weekday: past unless the words look ahead; the publication day itself counts as past."""
    number = next(i for i, w in enumerate(cal.WEEKDAYS) if w.startswith(match["day"].lower()))
    anchor = base.day()
    if anchor is None:
        return Moment(None, None, f"XXXX-WXX-{number + 1}")
    which = (match["which"] or "").lower()
    direction = {"last": "before", "past": "before", "next": "after", "coming": "after", "previous": "before", "following": "after"}.get(which, "future" if base.future else "past")
    found = cal.of_day(cal.weekday(anchor, number, direction))
    code = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}.get((match["time"] or "").lower())
    return Moment(found.begin, found.end, f"{found.value}{code}", "time") if code else found


def _nearby(match: re.Match[str], base: Base) -> Moment | None:
    """Read today, yesterday, tomorrow, tonight."""
    word = (match["word"] or match["word2"]).lower()
    if base.day() is None:
        return Moment(None, None, "XXXX-XX-XX")
    anchor = base.day()
    assert anchor
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    found = cal.of_day(anchor + timedelta(days=step))
    part = match["time"] or match["time2"]
    code = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}.get((part or "").lower(), "TNI" if word in ("tonight",) else "")
    return Moment(found.begin, found.end, found.value + code, "time" if code else "day")


def _step(match: re.Match[str], base: Base) -> Moment | None:
    """Read last week, this month, next year, and a part of it: earlier this month."""
    unit = match["unit"].lower()
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1, "upcoming": 1}.get(match["which"].lower(), 0)
    anchor = base.told if match["which"].lower() in ("previous", "following") and base.told else base.day()
    if anchor is None:
        return Moment(None, None, {"week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(unit, "XXXX"), unit)
    found = cal.relative(anchor, unit, step)
    how = (match["part"] or "").lower()
    if found and found.begin and found.end and how in ("earlier", "early") and step == 0 and found.begin <= anchor <= found.end:
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


def _unit(word: str) -> str:
    """Give a unit in the singular."""
    return "century" if word.lower() == "centurie" else word.lower()


def _ago(match: re.Match[str], base: Base) -> Moment | None:
    """Read "two weeks ago", "three days later": back from publication, on from the day last told."""
    number, unit, way = count_of(match["n"]), _unit(match["unit"]), match["way"].lower()
    back = way in ("ago", "earlier", "before", "previously")
    anchor = base.published or base.told if way == "ago" else base.told or base.published
    if anchor is None or number is None:
        return Moment(None, None, "PAST_REF" if back else "FUTURE_REF", unit)
    return cal.shift(anchor, unit, -number if back else number)


def _neighbour(match: re.Match[str], base: Base) -> Moment | None:
    """Read the previous day, the following day: from the day last told."""
    anchor = base.told or base.published
    if anchor is None:
        return Moment(None, None, "XXXX-XX-XX")
    return cal.of_day(anchor + timedelta(days=-1 if (match["way"] or "previous").lower() == "previous" else 1))


def _ahead(match: re.Match[str], base: Base) -> Moment | None:
    """Read "in the coming weeks", "in the months to come", "in the next hours": from publication on, with an end that fits."""
    anchor = base.day()
    unit = _unit(next(g for g in (match["u1"], match["u2"], match["u3"]) if g))
    if anchor is None:
        return Moment(None, None, "FUTURE_REF", unit)
    reach = {"hour": 1, "minute": 0, "day": 7, "week": 45, "month": 183, "year": 1826}.get(unit, 30)
    return Moment(anchor, anchor + timedelta(days=reach), "FUTURE_REF", unit)


def _end_of(match: re.Match[str], base: Base) -> Moment | None:
    """Read the end of the year, of this month, before the year ends."""
    unit = (match["unit"] or match["unit2"] or "").lower()
    anchor = base.day()
    if anchor is None:
        return Moment(None, None, "XXXX", unit)
    found = cal.relative(anchor, unit, {"next": 1, "last": -1}.get((match["which"] or "").lower(), 0))
    return cal.part(found, (match["part"] or "end").lower()) if found else None


def _decade(match: re.Match[str], base: Base) -> Moment | None:
    """Read the 1990s, the early 1990s."""
    first = int(match["year"]) if len(match["year"]) == 4 else 1900 + int(match["year"])
    found = cal.decade(first)
    return cal.part(found, match["part"].lower()) if found and match["part"] else found


def _century(match: re.Match[str], base: Base) -> Moment | None:
    """Read the 19th century, late 18th-century."""
    found = cal.century(int(match["n"]))
    return cal.part(found, match["part"].lower()) if found and match["part"] else found


def _season(match: re.Match[str], base: Base) -> Moment | None:
    """Read the summer of 2015."""
    return cal.season(int(match["year"]), match["season"])


def _quarter(match: re.Match[str], base: Base) -> Moment | None:
    """Read the first quarter of 2012, Q3."""
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}[(match["word"] or match["n"]).lower()]
    anchor = base.day()
    year = int(match["year"]) if match["year"] else anchor.year if anchor else 0
    return cal.quarter(year, number) if year else Moment(None, None, f"XXXX-Q{number}", "quarter")


def _holiday(match: re.Match[str], base: Base) -> Moment | None:
    """Read a holiday of fixed rule."""
    month, number = cal.HOLIDAYS[match["name"].lower()]
    year = int(match["year"]) if match["year"] else _year_for(base, month, number)
    return cal.day(year, month, number) if year else Moment(None, None, f"XXXX-{month:02}-{number:02}")


def _duration(match: re.Match[str], base: Base) -> Moment | None:
    """Read three years, a 24-hour."""
    number, unit = count_of(match["n"]), _unit(match["unit"])
    code = cal.UNIT_CODE[unit]
    prefix = "PT" if unit in ("second", "minute", "hour") else "P"
    if unit in ("decade", "century") and number is not None:
        return Moment(None, None, f"P{number}{'DE' if unit == 'decade' else 'CE'}", unit)
    return Moment(None, None, f"{prefix}{'X' if number is None else number}{code}", unit)


def _clock(match: re.Match[str], base: Base) -> Moment | None:
    """Read a time of day on the day last told, or the publication day."""
    anchor = base.told or base.published
    hour, minute = int(match["h"]), int(match["m"] or 0)
    half = (match["half"] or "").lower().replace(".", "")
    hour = hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour
    if hour > 24 or minute > 59:
        return None
    time = f"T{hour:02}:{minute:02}"
    return Moment(anchor, anchor, f"{anchor.isoformat() if anchor else 'XXXX-XX-XX'}{time}", "time")


def _every(match: re.Match[str], base: Base) -> Moment | None:
    """Read every day, each Monday, daily."""
    word = (match["unit"] or match["adverb"]).lower()
    code = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y", "hourly": "PT1H"}.get(word)
    if code is None:
        unit = word.rstrip("s")
        code = f"P1{cal.UNIT_CODE[unit]}" if unit in cal.UNIT_CODE else f"XXXX-WXX-{[w[:3] for w in cal.WEEKDAYS].index(word[:3]) + 1}"
    return Moment(None, None, code)


def _reference(match: re.Match[str], base: Base) -> Moment | None:
    """Read now, currently, recently."""
    word = match["word"].lower()
    anchor = base.published
    if word in ("now", "currently", "at present", "presently"):
        return Moment(anchor, anchor, "PRESENT_REF")
    return Moment(None, None, "PAST_REF")


def _p(pattern: str) -> re.Pattern[str]:
    """Compile a form's pattern."""
    return re.compile(pattern, re.IGNORECASE)


FORMS: tuple[Form, ...] = (
    Form("iso", _p(r"\b((?:1[0-9]|20)[0-9]{2})-([01][0-9])-([0-3][0-9])(?![0-9])"), _full(1, 2, 3)),
    Form("day month year", _p(rf"\b(?:{_W},? (?:the )?)?([0-9]{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?{_M},?[ -]([0-9]{{4}})\b"), _full(3, 2, 1)),
    Form("month day year", _p(rf"\b(?:{_W},? )?{_M} ([0-9]{{1,2}})(?:st|nd|rd|th)? ?,? ?([0-9]{{4}})\b"), _full(3, 1, 2)),
    Form("numeric", _p(r"(?<![0-9/.-])([0-9]{1,2})( ?[/.-] ?)([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![0-9/-])"), _numeric),
    Form("month day", _p(rf"\b(?:{_W},? )?{_M} ([0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9:%]|[,.][0-9])"), _open_day(1, 2), hangs="published"),
    Form("day month", _p(rf"\b(?:{_W},? (?:the )?)?(?<![0-9.,])([0-9]{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?{_M}(?! [0-9]{{4}})"), _open_day(2, 1), hangs="published"),
    Form("month", _p(rf"\b(?:(?P<part>{PART})(?:[ -]| of (?:the )?)|(?P<rel>last|past|this|next)(?: year's)? )?(?P<month>{MONTH})\b\.?(?:(?:,| of)? ?(?P<year>(?:1[0-9]|20)[0-9]{{2}})\b)?(?!\w)"), _month, hangs="published"),
    Form("season", _p(rf"\b(?P<season>spring|summer|autumn|fall|winter)(?: of)? (?P<year>{YEAR})\b"), _season),
    Form("quarter", _p(rf"\b(?:(?P<word>first|second|third|fourth)[ -]quarter|Q(?P<n>[1-4]))(?:(?: of|,)? (?P<year>{YEAR}))?\b"), _quarter, hangs="published"),
    Form("decade", _p(rf"\b(?:(?P<part>{PART})[ -])?(?P<year>(?:1[0-9]|20)[0-9]0|(?<=['’])[2-9]0)['’]?s\b"), _decade),
    Form("century", _p(rf"\b(?:(?P<part>{PART})[ -])?(?P<n>[0-9]{{1,2}})(?:st|nd|rd|th)[ -]century\b"), _century),
    Form("year", _p(rf"(?<![\w$€£.,:/#+-])(?:(?P<part>{PART})(?:[ -]| of (?:the year )?))?(?P<year>{YEAR})(?![\w%:/]|[.,][0-9]|-[0-9a-z])"), _year),
    Form("weekday", _p(rf"\b(?:(?P<which>last|past|this|next|coming|previous|following) )?(?P<day>{WEEKDAY})day(?:['’]?s)?\b{_TIME}"), _weekday, hangs="published"),
    Form("nearby", _p(rf"\b(?P<word>today|yesterday|tomorrow|tonight)(?:['’]s)?\b{_TIME}|\b(?P<word2>this) (?P<time2>morning|afternoon|evening)\b"), _nearby, hangs="published"),
    Form("step", _p(rf"\b(?:(?:(?P<part>earlier|later|early|late|mid|end|beginning|start) (?:of )?)?(?:the )?)(?P<which>last|past|this|next|previous|following|coming|upcoming) (?P<unit>week|weekend|month|year|quarter|decade|century|spring|summer|autumn|fall|winter)(?:['’]s)?\b(?! old)"), _step, hangs="published"),
    Form("ago", _p(rf"\b(?P<n>{COUNT}|a half) (?P<unit>{UNIT})s? (?P<way>ago|later|earlier|before|afterwards|previously)\b"), _ago, hangs="told"),
    Form("neighbour", _p(r"\bthe (?P<way>previous|following|next) day\b|\bthe (?P<way2>day before)\b"), _neighbour, hangs="told"),
    Form("ahead", _p(rf"\b(?:the |a )?(?:next|coming|upcoming|following|few)(?: few| couple of| several)? (?P<u1>hour|day|week|month|year)s\b|\b(?:the )?(?P<u2>hour|day|week|month|year)s (?:to come|ahead)\b|\b(?:the )?(?:upcoming|coming) (?P<u3>week|month)s and months\b"), _ahead, hangs="published"),
    Form("end of", _p(r"\b(?P<part>end|beginning|middle|start) of (?:the |(?P<which>this|next|last) )(?P<unit>week|month|year)\b|\bthe (?P<unit2>year|month) (?:ends|is out)\b"), _end_of, hangs="published"),
    Form("holiday", _p(r"\b(?P<name>" + "|".join(sorted(cal.HOLIDAYS, key=lambda h: (-len(h), h))) + rf")\b(?:,? (?P<year>{YEAR}))?"), _holiday, hangs="published"),
    Form("every", _p(r"\b(?:every|each) (?P<unit>day|week|month|year|weekend|hour|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b|\b(?P<adverb>daily|weekly|monthly|yearly|annually)\b"), _every, "SET"),
    Form("clock", _p(r"\b(?P<h>[0-9]{1,2})(?:[:.](?P<m>[0-9]{2}))? ?(?P<half>[ap]\.?m\.?)(?![\w])(?: (?:GMT|local time|ET|BST|CET|EST))?"), _clock, "TIME", hangs="told"),
    Form("clock24", _p(r"\b(?P<h>[0-2]?[0-9]):(?P<m>[0-5][0-9])(?P<half>)\b(?! ?[ap]\.?m)(?: (?:GMT|local time|ET|BST|CET|EST))?"), _clock, "TIME", hangs="told"),
    Form("clock4", _p(r"\b(?P<h>[01][0-9]|2[0-3])(?P<m>[0-5][0-9])(?P<half>) (?:GMT|UTC|hours|local time)\b"), _clock, "TIME", hangs="told"),
    Form("reference", _p(r"\b(?P<word>now|currently|recently|at present|presently|nowadays)\b"), _reference),
    Form("duration", _p(rf"\b(?P<n>{COUNT})[ -](?:more |consecutive |full |straight )?(?P<unit>{UNIT})s?\b(?![ -]old)"), _duration, "DURATION"),
)
