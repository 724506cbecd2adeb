"""Calendar dates: days, months and years in every English order."""

from __future__ import annotations

from claimcheck.read import calendar as cal
from claimcheck.read.calendar import Moment
from claimcheck.read.time_numbers import month_day, ordinal, year
from claimcheck.read.time_scan import (
    DASHES,
    LIST,
    MONTHS,
    PARTS,
    STEPS,
    WEEKDAYS,
    Found,
    Scan,
    day_or_open,
)

SIGNS = frozenset("$€£¥")
SOMETIMES = frozenset({"may", "march", "mar", "jan", "jun", "sun", "sat", "dec", "august"})
"""Names of months that are also other words."""
NAMES = frozenset({"april", "june", "august", "may"})
WEAK_LEADS = frozenset({"and", "to", "for", ",", "from", "between", "of", "about", "around", "after", "before"})
MONTH_LEADS = frozenset(LIST["month_leads"])


def exact(year_: int, month: int, day: int) -> Moment | None:
    """Give a day of a year of four digits."""
    return cal.day(year_, month, day) if 1000 <= year_ < 10_000 else None


def full_year(digits: str) -> int:
    """Give the year of four or two digits: 39 is 2039, 40 is 1940."""
    number = int(digits)
    return number if len(digits) > 2 else number + (2000 if number < 40 else 1900)


def joined(scan: Scan, i: int, count: int) -> bool:
    """Whether so many tokens stand without a space."""
    return all(scan.glued(at) for at in range(i, i + count - 1))


def undated(scan: Scan, i: int, end: int, month: int, day: int) -> Found | None:
    """Give a day named without its year."""
    year_, hangs = scan.year_for(i, end, month, day)
    if (month, day) == (2, 29) and year_ is not None:  # The last that there was.
        year_ = next((y for y in range(year_, year_ - 9, -1) if cal.day(y, 2, 29)), year_)
    moment = day_or_open(year_, month, day)
    return Found(end, moment, hangs=hangs) if moment else None


def day_month(scan: Scan, i: int) -> Found | None:
    """Read "12 July 2016", "the 12th day of July", "twelfth of July", "4th of July, 1995", "12-Jul-2016"."""
    number = month_day(scan, i)
    if not number or _of_sum(scan, i):
        return None
    day, at = number
    if scan.words[at] == "day" and scan.words[at + 1] == "of":
        at += 2
    else:
        at = scan.skip(at, "of", "-")
    month = MONTHS.get(scan.words[at])
    if not month or (scan.words[at] in ("may", "march") and not scan.named(at) and not _is_day(scan, i, at)):
        return None
    return _with_year(scan, i, at + 1, month, day)


def _of_sum(scan: Scan, i: int) -> bool:
    """Whether digits in front of a month are a sum's, or end a decimal: "for $12 December 27", "6,107.31 August 2019"."""
    words = scan.words
    decimal = words[i - 1] in (".", ",") and scan.glued(i - 1) and words[i - 2].isdecimal() and scan.glued(i - 2)
    return bool(i) and (words[i - 1] in SIGNS or (decimal and i > 1))


def day_of_step(scan: Scan, i: int) -> Found | None:
    """Read "the 27th of this month", "4th next month": a day of a month that a step tells."""
    number = month_day(scan, i)
    if not number:
        return None
    at = scan.skip(scan.skip(number[1], "of", "in"), "the")
    if scan.words[at] not in STEPS or scan.words[at + 1] != "month":
        return None
    inside = scan.moment(at)
    if inside is None or inside.moment.begin is None:
        return None
    moment = cal.day(inside.moment.begin.year, inside.moment.begin.month, number[0])
    return Found(inside.end, moment, hangs=inside.hangs) if moment else None


def _is_day(scan: Scan, i: int, at: int) -> bool:
    """Whether "12 may" is a date in lower-case text: it has an ordinal, "of", a year or a word of time in front."""
    return at > i + 1 or scan.words[i - 1] in MONTH_LEADS or year(scan, at + 1) is not None


def _with_year(scan: Scan, i: int, at: int, month: int, day: int) -> Found | None:
    """Read the year behind a day and month: "2016", ", 2016", "of 2016", "in 2020", "last", "AD 420"."""
    words = scan.words
    if words[at] == "." and _short(words[at - 1]) and words[at - 1] != "may":
        at += 1
    behind = at
    for words_between in ((",",), ("of", "in", "-", "/"), ("the",), ("year",)):
        behind = scan.skip(behind, *words_between)
    found = _year_behind(scan, behind)
    if found:
        moment = exact(found[0], month, day) if found[0] >= 1000 else cal.day(found[0], month, day)
        return Found(found[1], moment, hangs=_hangs(words[behind])) if moment else None
    if (words[at].isdecimal() and len(words[at]) == 4) or day > 31:
        return None
    end = at - 1 if words[at - 1] == "." and scan.words[at] not in (",",) and not words[at].isalnum() else at
    return undated(scan, i, end, month, day)


def _short(word: str) -> bool:
    return len(word) < 5


def _hangs(word: str) -> str:
    """Give what a date hangs on whose year is told by this word: "July of last year"."""
    return "published" if word in STEPS else ""


def _year_behind(scan: Scan, i: int) -> tuple[int, int] | None:
    """Read the year that ends a date; three digits only behind a day and month."""
    found = year(scan, i)
    if found and scan.words[i].isdecimal():
        return found
    if found and scan.words[i - 1] not in ("in",):
        return found
    word = scan.words[i]
    short = scan.words[i + 1]
    if word in ("'", "’", "‘") and len(short) == 2 and short.isdecimal() and scan.glued(i) and scan.named(i - 1):
        return full_year(short), i + 2  # "July '87"
    if word in ("last", "this", "next") and scan.words[i + 1] == "year" and scan.published:
        return scan.published.year + STEPS[word], i + 2
    if word.isdecimal() and len(word) == 2 and scan.words[i - 1] == "of" and int(word) > 31:
        return full_year(word), i + 1  # "April of 87"
    if (
        word.isdecimal()
        and len(word) == 3
        and scan.words[i + 1] in (")", ",", ".", "ad", "ce", "\n", "")
        and int(word) > 31
    ):
        return int(word), i + 1
    return None


def of_month(scan: Scan, i: int) -> Found | None:
    """Read a date that begins with a month: "July 12th, 2016", "July the 12th", "July 2016", "July of 2016", "July"."""
    words = scan.words
    month = MONTHS[words[i]]
    at = i + 1
    if words[at] == "." and _short(words[i]):
        at += 1
    behind = scan.skip(at, "the", "-", "/")
    if words[at] == "," and words[at + 1].isdecimal() and ordinal(scan, at + 1):
        behind = at + 1  # "October, 1st"
    if words[behind].isdecimal() and len(words[behind]) in (5, 6) and scan.capital(i):  # "Jul 262023"
        glued = words[behind]
        moment = exact(int(glued[-4:]), month, int(glued[:-4]))
        return Found(behind + 1, moment) if moment else None
    number = month_day(scan, behind)
    if number and _day_fits(scan, i, behind, number[1]):
        return _with_year(scan, i, number[1], month, number[0])
    return _month_alone(scan, i, at, month)


def _day_fits(scan: Scan, i: int, at: int, end: int) -> bool:
    """Whether the number behind a month is its day: not "May 10:30", "March 5 %", "June 2.5 million", "may 5 people"."""
    words = scan.words
    if words[end] in (":", "%") or (
        words[end] in (".", ",")
        and scan.glued(end - 1)
        and scan.glued(end)
        and words[end + 1].isdecimal()
        and len(words[end + 1]) != 4
    ):
        return False
    if not scan.named(i) and words[i] in SOMETIMES and words[at].isdecimal() and end == at + 1:
        return words[i - 1] in MONTH_LEADS or (len(words[i]) == 3 and words[i] not in ("may", "sun"))
    return scan.named(i) or words[i] not in ("may", "march")


def _month_alone(scan: Scan, i: int, at: int, month: int) -> Found | None:
    """Read a month with or without its year, where it is none of a verb or a person: "may leave", "August Wilson"."""
    words = scan.words
    behind = at
    for words_between in ((",",), ("of", "in", "-", "/"), ("the",), ("year",)):
        behind = scan.skip(behind, *words_between)
    found = _year_behind(scan, behind)
    if found and (found[0] >= 1000 or words[behind - 1] == "of"):
        day = month_day(scan, found[1] + 1) if words[found[1]] == "-" and joined(scan, i, 5) else None
        moment = cal.day(found[0], month, day[0]) if day else cal.month(found[0], month)
        return Found(day[1] if day else found[1], moment, hangs=_hangs(words[behind])) if moment else None
    if not _is_month(scan, i):
        return None
    near, hangs = scan.year_for(i, at, month)
    step = _step_before(scan, i)
    if step is not None and scan.published:
        at_month = scan.published.month
        near = scan.published.year + (step > 0 and month <= at_month) - (step < 0 and month >= at_month)
        hangs = "published"
    end = at - 1 if words[at - 1] == "." and not words[at][:1].isalnum() else at
    moment = cal.month(near, month) if near else Moment(None, None, f"XXXX-{month:02}", "month")
    return Found(end, moment, hangs=hangs) if moment else None


def _step_before(scan: Scan, i: int) -> int | None:
    """Give the step in front of a month: "last May", "this June"."""
    word = scan.words[i - 1]
    return STEPS[word] if word in ("last", "past", "next", "this") else None


def _is_month(scan: Scan, i: int) -> bool:
    """Whether a month's name alone is the month."""
    words = scan.words
    word, before = words[i], words[i - 1]
    lead = (
        before in MONTH_LEADS
        or before in PARTS
        or (before in DASHES and (words[i - 2] in MONTHS or words[i - 2] in PARTS))
    )
    if not scan.capital(i):
        if word in SOMETIMES or len(word) < 5:
            return before in ("in", "of", "since", "from", "until", "last", "next", "between") or (
                before in ("to", "and", "-", "through", "till") and words[i - 2] in MONTHS
            )
        return True
    if word in ("may", "march") or len(word) == 3:
        return lead or (word != "may" and len(word) == 3 and words[i + 1] in ("-", "–") and words[i + 2] in MONTHS)
    follows = scan.capital(i + 1) and words[i + 1].isalpha() and words[i + 1] not in WEEKDAYS
    return not (word in NAMES and follows and (not lead or before in WEAK_LEADS))
