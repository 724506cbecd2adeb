"""Dates that begin with digits: 2016-07-12, 12/07/2016, 12.7.2016, 2016-W28, 2016-Q3, 20160712."""

from __future__ import annotations

from claimcheck.read import calendar as cal
from claimcheck.read.time_days import day_month, exact, full_year, joined, undated
from claimcheck.read.time_scan import DASHES, MONTHS, WEEKDAYS, Found, Scan
from claimcheck.read.time_years import bare_year

DATE_LEADS = frozenset(
    {
        "on",
        "by",
        "from",
        "since",
        "until",
        "till",
        "between",
        "and",
        "to",
        "before",
        "after",
        "the",
        "this",
        "next",
        "-",
    }
)
SEPARATORS = frozenset("/.-")


def of_digits(scan: Scan, i: int) -> Found | None:
    """Read a date that begins with digits: 2016-07-12, 12/07/2016, 12 July 2016, 2016."""
    word = scan.words[i]
    if len(word) == 8:
        moment = exact(int(word[:4]), int(word[4:6]), int(word[6:])) if word[:2] in ("19", "20") else None
        return Found(i + 1, moment) if moment else None
    if len(word) > 4:
        return None
    return (_iso(scan, i) if len(word) == 4 else _numeric(scan, i)) or day_month(scan, i) or bare_year(scan, i)


def _iso(scan: Scan, i: int) -> Found | None:
    """Read 2016-07-12, 2016/7/12, 2016-07, 2016-W28, 2016-Q3, 2016 H1, 2019/aug/01."""
    words = scan.words
    sep = words[i + 1]
    number = int(words[i])
    if sep in SEPARATORS and words[i + 3] == sep and words[i + 4].isdecimal() and joined(scan, i, 5):
        month = MONTHS.get(words[i + 2]) or (int(words[i + 2]) if words[i + 2].isdecimal() else 0)
        moment = exact(number, month, int(words[i + 4])) if len(words[i + 4]) < 3 else None
        if moment:
            return Found(i + 5, moment)
    at = scan.skip(i + 1, "-")
    if words[at] == "w" and words[at + 1].isdecimal() and scan.glued(at) and 0 < int(words[at + 1]) < 54:
        found = cal.iso_week(number, int(words[at + 1]))
        return Found(at + 2, found) if found else None
    if words[at] in ("q", "h") and words[at + 1] in ("1", "2", "3", "4") and scan.glued(at):
        moment = (cal.quarter if words[at] == "q" else cal.half)(number, int(words[at + 1]))
        return Found(at + 2, moment) if moment else None
    if words[i + 1] in MONTHS and scan.named(i + 1) and not words[i + 2].isdecimal() and words[i - 1] not in MONTHS:
        moment = cal.month(number, MONTHS[words[i + 1]])  # "2016 November"
        return Found(i + 2, moment) if moment and 1900 <= number < 2100 else None
    month_word = words[i + 2]
    if (
        sep == "-"
        and len(month_word) < 3
        and month_word.isdecimal()
        and joined(scan, i, 3)
        and 1 <= int(month_word) <= 12
    ):
        moment = cal.month(number, int(month_word))
        return Found(i + 3, moment) if moment and not (words[i + 3] in DASHES and words[i + 3]) else None
    return None


def _numeric(scan: Scan, i: int) -> Found | None:
    """Read 27-07-2016, 11/27/2005, 12.7.2016, and 10/27 where the words in front make it a date.

    The number above 12 is the day; of two that could be, a dot or hyphen puts the day first, a slash the month.
    """
    words = scan.words
    sep = words[i + 1]
    if sep not in SEPARATORS or not sep or not words[i + 2].isalnum():
        return _spaced(scan, i)
    if words[i - 1] == sep and scan.glued(i - 1) and words[i - 2].isdecimal():
        return None
    if not joined(scan, i, 3):
        return _spaced(scan, i)
    full = words[i + 3] == sep and words[i + 4].isdecimal() and joined(scan, i, 5) and len(words[i + 4]) in (2, 4)
    if full and not (words[i + 5] == sep and words[i + 6].isdecimal() and scan.glued(i + 4)):
        month_first = MONTHS.get(words[i + 2]) or (int(words[i + 2]) if words[i + 2].isdecimal() else 0)
        return _ordered(int(words[i]), month_first, full_year(words[i + 4]), sep, i + 5, named=words[i + 2] in MONTHS)
    return _no_year(scan, i, sep)


def _spaced(scan: Scan, i: int) -> Found | None:
    """Read "12 / 07 / 2016", spaced as tokenised text has it."""
    words = scan.words
    sep = words[i + 1]
    if sep not in ("/", "-", ".") or words[i + 3] != sep or not (words[i + 2] + words[i + 4]).isdecimal():
        return None
    year_ = words[i + 4]
    if len(words[i + 2]) > 2 or not (len(year_) == 4 or (len(year_) == 2 and sep == "/")):
        return None
    return _ordered(int(words[i]), int(words[i + 2]), full_year(year_), sep, i + 5)


def _ordered(a: int, b: int, year_: int, sep: str, end: int, *, named: bool = False) -> Found | None:
    day_first = named or a > 12 or (b <= 12 and sep in ".-")
    moment = exact(year_, b, a) if day_first else exact(year_, a, b)
    return Found(end, moment) if moment else None


def _no_year(scan: Scan, i: int, sep: str) -> Found | None:
    """Read "on 10/27", and 9/11, the day that is called so."""
    words = scan.words
    second = words[i + 2]
    if len(second) == 4 and second.isdecimal() and sep in "/-" and words[i + 3] != sep:
        month = (
            cal.month(int(second), int(words[i])) if 1 <= int(words[i]) <= 12 and "1900" <= second < "2100" else None
        )
        return Found(i + 3, month) if month else None
    if sep != "/" or not second.isdecimal() or len(second) > 2 or words[i + 3] in ("/", "%", "of"):
        return None
    if words[i] == "9" and second == "11" and words[i - 1] not in DATE_LEADS - {"after", "since", "before", "the"}:
        called = cal.day(2001, 9, 11)
        return Found(i + 3, called) if called else None
    ranged = (
        words[i + 3] in DASHES and words[i + 5] == "/" and (words[i + 4] + words[i + 6]).isdecimal()
        if words[i + 3]
        else False
    )
    if words[i - 1] not in DATE_LEADS and words[i - 1] not in WEEKDAYS and not ranged:
        return None
    a, b = int(words[i]), int(second)
    return undated(scan, i, i + 3, *((b, a) if a > 12 else (a, b)))
