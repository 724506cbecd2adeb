"""Stretches between two times: "from May to July 2016", "10-12 July", "1890-91", "between the 9th and 17th of April"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from claimcheck.read import calendar as cal
from claimcheck.read.calendar import Moment
from claimcheck.read.time_days import day_month, day_of_step
from claimcheck.read.time_numbers import month_day, year
from claimcheck.read.time_scan import DASHES, MONTHS, PARTS, STEPS, UNITS, WEEKDAYS, Found, Scan, day_or_open
from claimcheck.read.time_years import bare_year

TO = frozenset({"to", "till", "until", "through", "thru"})


def link(scan: Scan, i: int, at: int) -> int:
    """Step over what joins two ends of a stretch, 0 where nothing does: a dash, "to", or "and" behind "between"."""
    word = scan.words[at]
    if word in DASHES and word:
        return at + 1
    before = scan.words[i - 1] if scan.words[i - 1] != "the" else scan.words[i - 2]
    if word in TO and (before != "between" or word != "to"):
        return at + 1
    return at + 1 if word == "and" and before == "between" else 0


def of_pair(scan: Scan, i: int) -> Found | None:
    """Read two days before their month: "10-12 July 2016", "between 3 and 12 of September", "4-23 in next month"."""
    first = month_day(scan, i)
    behind = link(scan, i, first[1]) if first else 0
    if not first or not behind:
        return None
    behind = scan.skip(behind, "the")
    second = month_day(scan, behind)
    if not second or second[0] <= first[0] or second[0] > 31:
        return None
    last = day_month(scan, behind) or day_of_step(scan, behind)
    if last is None:
        return None
    begin = last.moment.begin
    if begin:
        moment = cal.day(begin.year, begin.month, first[0])
    else:
        moment = day_or_open(None, int(last.moment.value[5:7]), first[0])
    if moment is None:
        return None
    return between(Found(first[1], moment, hangs=last.hangs, start=i), replace(last, start=behind))


def with_end(scan: Scan, i: int, first: Found) -> Found:
    """Read on from a time to the end of the stretch that it begins; the time itself where there is none."""
    open_ref = first.moment.value.endswith("_REF") and first.moment.value != "PRESENT_REF"
    if first.type not in ("DATE", "TIME") or first.parts or open_ref:
        return first
    behind = link(scan, i, first.end)
    if not behind:
        return first
    dash = scan.words[first.end] in DASHES
    behind = scan.skip(behind, "the")
    last = _short(scan, i, first, behind, dash) or scan.moment(behind)
    if last is None or last.type not in ("DATE", "TIME") or last.parts or (last.type != first.type):
        return first
    if (
        dash
        and last.moment.granularity != first.moment.granularity
        and "day"
        not in (
            last.moment.granularity,
            first.moment.granularity,
        )
    ):
        return first
    last = replace(last, start=last.start if last.start >= 0 else behind)
    day = last.moment.begin
    named = any(w in MONTHS or w.isdecimal() for w in scan.words[behind : last.end])
    if scan.words[behind] in WEEKDAYS and not named and day and first.moment.begin and day < first.moment.begin:
        last = replace(last, moment=cal.of_day(day + timedelta(weeks=1)))  # "Monday to Friday"
    # "From this May to October 2020" tells both years, "from 3 May to 5 June 2020" one for both.
    own = scan.words[scan.skip(i, "the") : first.end]
    told = own[0] in STEPS or not any(word in MONTHS or word == "/" for word in own)
    if not first.hangs and last.hangs and any(word in MONTHS for word in scan.words[behind : last.end]):
        last = _after(first, last)
    found = between(replace(first, start=i, hangs="" if told and first.moment.begin else first.hangs), last)
    if told and found.parts:
        found = replace(found, hangs=first.hangs, parts=(replace(found.parts[0], hangs=first.hangs), found.parts[1]))
    begin, end = _edge(scan, i, found.parts[0]), _edge(scan, behind, found.parts[1])
    if begin and end and begin < end and (begin, end) != (first.moment.begin, last.moment.begin):
        value = f"P{(end - begin).days}D"
        return replace(found, moment=Moment(begin, end - timedelta(days=1), found.moment.value or value, "day"))
    return found


def _after(first: Found, last: Found) -> Found:
    """Give the last time the year of the first, or the next: "from 30 December 2019 to 2 January"."""
    begin = first.moment.begin
    moved = _in_year(last.moment, begin.year) if begin and last.moment.granularity in ("day", "month") else None
    if begin and moved and moved.begin and moved.begin < begin:
        moved = _in_year(last.moment, begin.year + 1)
    return replace(last, moment=moved, hangs="") if moved else last


def _edge(scan: Scan, i: int, found: Found) -> date | None:
    """Give the day that a time marks as an end of a stretch: "the end of May" is 1 June, "the middle of May" the 16th."""
    begin, end = found.moment.begin, found.moment.end
    which = PARTS.get(scan.words[scan.skip(i, "the")], "")
    if begin is None or end is None or found.moment.granularity not in ("month", "year"):
        return begin
    if which == "end" and end < date.max:
        return end + timedelta(days=1)
    if which == "mid":
        return date(begin.year, begin.month, 16) if found.moment.granularity == "month" else date(begin.year, 7, 2)
    return begin


def _short(scan: Scan, i: int, first: Found, at: int, dash: bool) -> Found | None:
    """Read the end of a stretch told in short: "July 10-12, 2016", "1890-91", "April 9th through 17th"."""
    words, i = scan.words, scan.skip(i, "the")
    begin = first.moment.begin
    if first.moment.granularity == "year" and begin and words[i].isdecimal():
        if dash and len(words[at]) == 2 and words[at].isdecimal() and int(words[at]) > begin.year % 100:
            moment = cal.year(begin.year // 100 * 100 + int(words[at]))
            return Found(at + 1, moment) if moment and words[at + 1][:1] != "-" else None
        return bare_year(scan, at) if words[at].isdecimal() and year(scan, at) else None
    if first.moment.granularity != "day" or not _ends_in_day(scan, i, first):
        return None
    number = month_day(scan, at)
    if (
        not number
        or words[number[1]] in MONTHS
        or words[number[1]] in UNITS
        or words[number[1]] in (":", "/", "%", "of")
    ):
        return None
    month = begin.month if begin else int(first.moment.value[5:7])
    behind = scan.skip(scan.skip(number[1], ","), "of", "in")
    said = year(scan, behind) if words[behind].isdecimal() else None
    if said:
        moment = cal.day(said[0], month, number[0])
        return Found(said[1], moment) if moment else None
    moment = day_or_open(begin.year if begin else None, month, number[0])
    if moment is None or (begin and moment.begin and moment.begin <= begin):
        return None
    return Found(number[1], moment, hangs=first.hangs)


def _ends_in_day(scan: Scan, i: int, first: Found) -> bool:
    """Whether a day is told with its month first and no year behind: "July 10"."""
    return bool(first.hangs) and any(word in MONTHS for word in scan.words[i : first.end - 1])


def between(first: Found, last: Found) -> Found:
    """Join two times to a stretch; the first takes the year of the last where it has none of its own.

    As TIMEX3 counts it, the duration runs from the beginning of the first to the beginning of the last: 10 to 12 July is P2D.
    """
    first = _dated(first, last)
    if first.moment.begin and last.moment.begin and last.hangs and last.moment.begin < first.moment.begin:
        moved = _in_year(last.moment, last.moment.begin.year + 1)
        last = replace(last, moment=moved or last.moment)
    begin, end = first.moment.begin, last.moment.begin
    if begin is None or end is None or end <= begin:
        return Found(last.end, Moment(None, None, ""), "DURATION", start=first.start, parts=(first, last))
    value = _length(begin, end, first.moment.granularity, last.moment.granularity)
    moment = Moment(begin, end - timedelta(days=1), value, first.moment.granularity)
    return Found(last.end, moment, "DURATION", first.hangs, first.start, (first, last))


def _dated(first: Found, last: Found) -> Found:
    """Give the first time the year that the last one states."""
    begin, end = first.moment.begin, last.moment.begin
    whole = ("day", "month")
    if not first.hangs or last.hangs or end is None or first.moment.granularity not in whole:
        return first
    if last.moment.granularity not in whole or (begin is None and not first.moment.value[5:7].isdecimal()):
        return first
    month = begin.month if begin else int(first.moment.value[5:7])
    later = (month, begin.day if begin else 1) > (end.month, end.day)
    moved = _in_year(first.moment, end.year - later)
    return replace(first, moment=moved, hangs="") if moved else first


def _in_year(moment: Moment, number: int) -> Moment | None:
    """Give the same day or month of another year."""
    month, day = (
        (moment.begin.month, moment.begin.day)
        if moment.begin
        else (int(moment.value[5:7]), int(moment.value[8:10] or 1))
    )
    return cal.month(number, month) if moment.granularity == "month" else cal.day(number, month, day)


def _length(begin: date, end: date, a: str, b: str) -> str:
    """Write how long a stretch is, as coarsely as it is told."""
    months = (end.year - begin.year) * 12 + end.month - begin.month
    if a == b == "year":
        return f"P{end.year - begin.year}Y"
    if a == b and a in ("month", "quarter"):
        return f"P{months}M"
    return f"P{(end - begin).days}D"
