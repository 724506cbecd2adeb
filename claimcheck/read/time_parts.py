"""Parts of a stretch, quarters, seasons, decades, centuries and numbered weeks: "mid-July", "the end of the year", "Q3 2016"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from claimcheck.read import calendar as cal
from claimcheck.read.calendar import Moment
from claimcheck.read.time_numbers import ordinal, year
from claimcheck.read.time_relative import step
from claimcheck.read.time_scan import DASHES, LIST, PARTS, SEASONS, STEPS, Found, Scan
from claimcheck.read.time_stretches import the_unit

DECADES: dict[str, int] = LIST["decades"]
AFTER_UNIT = frozenset({"and", "at", "to", "or", "but", "when", "with", "as", "was", "is", "will", "by", "from"})
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}


def of_part(scan: Scan, i: int) -> Found | None:
    """Read early, mid, late and the beginning, middle, end of a stretch: "mid-July", "late Thursday", "end of the year"."""
    words = scan.words
    which = PARTS[words[i]]
    at = scan.skip(i + 1, "-", "‑", "of", "in")
    if words[i] in ("start", "end") and (words[i + 1] == "in" or words[i + 1] in STEPS):  # "It will start next week"
        return None
    if words[at - 1] in ("of", "in") and words[i] in ("early", "late", "mid") and words[at - 1] == "of":
        return None
    whole = scan.skip(at, "the")
    inside = scan.moment(whole if words[whole] not in PARTS else at) if words[whole] else None
    if inside is None and words[i] in ("end", "beginning", "middle", "start"):
        inside = the_unit(scan, whole)
    if inside is None or inside.type not in ("DATE", "TIME") or inside.parts or inside.moment.value.endswith("_REF"):
        return None
    if inside.moment.granularity in ("day", "time"):
        return (
            inside
            if which in ("early", "late", "mid")
            and inside.moment.granularity in ("day", "time")
            and words[at] not in ("in",)
            else None
        )
    return replace(inside, moment=cal.part(inside.moment, which))


def of_end(scan: Scan, i: int) -> Found | None:
    """Read "the year ends", "year-end", "year's end"."""
    words = scan.words
    found = the_unit(scan, i)
    if found is None:
        return None
    if words[i + 1] in DASHES and words[i + 1] and words[i + 2] == "end":
        end = i + 3
    elif words[i + 1] in ("'", "’") and words[i + 2] == "s" and words[i + 3] == "end":
        end = i + 4
    elif words[i + 1 : i + 3] == ["to", "date"] and scan.published:
        return replace(found, end=i + 3, moment=replace(found.moment, end=scan.published))
    elif (
        words[i - 1] == "the"
        and words[i + 1] in ("ends", "is")
        and words[i + 1 + (words[i + 1] == "is")] in ("ends", "out")
    ):
        end = i + 2 + (words[i + 1] == "is")
    else:
        return None
    return replace(found, end=end, moment=cal.part(found.moment, "end"))


def of_rest(scan: Scan, i: int) -> Found | None:
    """Read "the rest of the week", "the remainder of this year": from publication on."""
    at = scan.skip(i + 1, "of")
    inside = the_unit(scan, at + 1) if scan.words[at] == "the" else scan.moment(at)
    base = scan.published
    if at == i + 1 or inside is None or base is None or inside.moment.begin is None or inside.moment.end is None:
        return None
    if not inside.moment.begin <= base <= inside.moment.end:
        return None
    return replace(inside, moment=replace(inside.moment, begin=base))


def of_unit(scan: Scan, i: int) -> Found | None:
    """Read "for the year", "during the week": the publication's."""
    words = scan.words
    lead, after = words[i - 2], words[i + 1]
    if words[i - 1] != "the" or lead not in ("for", "during", "throughout", "within"):
        return None
    if after[:1].isalpha() and after not in AFTER_UNIT:
        return None
    found = the_unit(scan, i)
    return found if found and found.moment.granularity in ("week", "month", "quarter", "year") else None


def of_sooner(scan: Scan, i: int) -> Found | None:
    """Read "earlier this month", "later this year", "so far this year": the part before or after publication."""
    words = scan.words
    at = i + 2 if words[i] == "so" and words[i + 1] == "far" else i + 1
    if words[i] == "so" and at == i + 1:
        return None
    at = scan.skip(at, "in")
    base = scan.published
    found = step(scan, at) if words[at] in STEPS else None
    if found is None and words[at - 1] == "in" and words[at] == "the":
        found = the_unit(scan, at + 1)
    if found is None:
        behind = scan.moment(at) if words[at - 1] == "in" or words[at] in LIST["months"] else None
        return (
            behind
            if behind and behind.type == "DATE" and behind.moment.granularity != "day" and words[i] != "so"
            else None
        )
    begin, end = found.moment.begin, found.moment.end
    if base is None or begin is None or end is None or not begin <= base <= end:
        return found
    before = base - timedelta(days=words[i] == "earlier" and begin < base)
    low, high = (base, end) if words[i] == "later" else (begin, before)
    return replace(found, moment=Moment(low, high, found.moment.value, found.moment.granularity))


def of_quarter(scan: Scan, i: int) -> Found | None:
    """Read "the first quarter of 2012", "third-quarter", "Q3 2016", "the second half of last year"."""
    words = scan.words
    if words[i] in ("q", "h"):
        if words[i + 1] not in ("1", "2", "3", "4") or not scan.glued(i) or (words[i] == "h" and words[i + 1] > "2"):
            return None
        number, at, kind = int(words[i + 1]), i + 2, words[i]
    else:
        read = ordinal(scan, i)
        number = QUARTERS.get(words[i], 0) or (read[0] if read else 0)
        at = scan.skip(read[1] if read else i + 1, "-")
        if words[at] not in ("quarter", "half") or not 1 <= number <= 4 or (words[at] == "half" and number > 2):
            return None
        kind, at = ("q" if words[at] == "quarter" else "h"), at + 1
        if words[i] == "last" and not (words[at] == "of" or kind == "h"):
            return None
    said, end = _year_of(scan, at)
    if said is None and (kind == "h" or (not words[i].startswith("q") and words[at].isalpha() and words[at] == "of")):
        return None
    make = cal.quarter if kind == "q" else cal.half
    if said:
        moment = make(said, number)
        return Found(end, moment) if moment else None
    if scan.published is None:
        return Found(at, Moment(None, None, f"XXXX-{kind.upper()}{number}", "quarter"), hangs="published")
    moment = make(scan.published.year, number)
    return Found(at, moment, hangs="published") if moment else None


def _year_of(scan: Scan, i: int) -> tuple[int | None, int]:
    """Read the year behind a quarter or half: "of 2012", ", 2012", "of the year", "of last year", "of fiscal 2019"."""
    words = scan.words
    at = scan.skip(scan.skip(i, ",", "-"), "of", "in")
    at = scan.skip(scan.skip(at, "the"), "fiscal", "financial", "year")
    found = year(scan, at)
    if found and words[at].isdecimal():
        return found
    if words[i] in STEPS and words[i + 1] == "year" and scan.published:
        return scan.published.year + STEPS[words[i]], i + 2
    if words[i] == "of":
        if words[at] == "year" or (words[at - 1] == "year" and words[at - 2] == "the"):
            end = at + 1 if words[at] == "year" else at
            return (scan.published.year if scan.published else None), end
        inside = step(scan, at) if words[at] in STEPS else None
        if inside and inside.moment.granularity == "year" and inside.moment.begin:
            return inside.moment.begin.year, inside.end
    return None, i


def of_season(scan: Scan, i: int) -> Found | None:
    """Read "summer 2015", "the winter of 1776-77", "the spring of last year"."""
    words = scan.words
    name = SEASONS[words[i]]
    at = scan.skip(scan.skip(i + 1, "of", "in", ","), "the")
    found = year(scan, at)
    if found and words[at].isdecimal():
        end = found[1]
        if words[end] in DASHES and words[end] and len(words[end + 1]) in (2, 4) and words[end + 1].isdecimal():
            end += 2
        moment = cal.season(found[0], name)
        return Found(end, moment) if moment else None
    inside = step(scan, at) if words[at] in STEPS and words[i + 1] == "of" else None
    if inside and inside.moment.granularity == "year" and inside.moment.begin:
        moment = cal.season(inside.moment.begin.year, name)
        return Found(inside.end, moment, hangs=inside.hangs) if moment else None
    lead = words[i - 2] if words[i - 1] == "the" else words[i - 1]
    if lead not in ("in", "by", "during", "since", "until", "early", "late", "mid", "this") or words[i + 1] == "of":
        return None
    number, hangs = scan.year_for(i, i + 1, cal.SEASONS[name][1])
    moment = cal.season(number, name) if number else Moment(None, None, f"XXXX-{cal.SEASONS[name][0]}", "season")
    return Found(i + 1, moment, hangs=hangs) if moment else None


def of_decade(scan: Scan, i: int) -> Found | None:
    """Read the 1990s, the '90s, the 1920 's, the nineties."""
    words = scan.words
    word = words[i]
    if word in DECADES:
        before = words[i - 1]
        proved = before in ("the", "in") or (before in "-‑" and before and words[i - 2] in PARTS) or before in PARTS
        moment = cal.decade(DECADES[word]) if proved else None
        return Found(i + 1, moment) if moment else None
    if not word.isdecimal() or not word.endswith("0"):
        return None
    at = scan.skip(i + 1, "'", "’")
    if words[at] != "s" or (at > i + 1 and not scan.glued(i + 1)):
        return None
    if len(word) == 4 and 1000 <= int(word) < 2100:
        hundred = int(word) % 100 == 0
        moment = cal.century(int(word) // 100 + 1) if hundred and int(word) < 2000 else cal.decade(int(word))
        return Found(at + 1, moment) if moment else None
    if (
        len(word) == 2
        and word >= "20"
        and (words[i - 1] in ("'", "’", "‘") or words[i - 1] in ("the", "in") or words[i - 1] in PARTS)
    ):
        moment = cal.decade(1900 + int(word))
        return Found(at + 1, moment) if moment else None
    return None


def of_century(scan: Scan, i: int) -> Found | None:
    """Read the 19th century, "twentieth-century", "the first century BC"."""
    number = ordinal(scan, i)
    if not number:
        return None
    at = scan.skip(number[1], "-", "‑")
    if scan.words[at] not in ("century", "centuries") or not 1 <= number[0] <= 21:
        return None
    if scan.words[at + 1] in ("bc", "bce"):
        return Found(at + 2, Moment(None, None, f"BC{number[0] - 1:02}", "century"))
    moment = cal.century(number[0])
    return Found(scan.skip(at + 1, "ad", "ce"), moment) if moment else None


def of_named_year(scan: Scan, i: int) -> Found | None:
    """Read "the year 2008", "fiscal 2019", "fiscal year 2019", "calendar year 2008"; a fiscal year's days depend on whose it is."""
    words = scan.words
    fiscal = words[i] in ("fiscal", "financial", "school", "fy")
    at = scan.skip(i + 1, "year") if words[i] != "year" else i + 1
    found = year(scan, at)
    if found and words[at].isdecimal():
        moment = cal.year(found[0])
        code = "SY" if words[i] == "school" else "FY"
        if fiscal:
            moment = Moment(None, None, f"{code}{found[0]}", "year")
        return Found(found[1], moment) if moment else None
    return None


def of_week(scan: Scan, i: int) -> Found | None:
    """Read "week 31", "week 27 of last year", "the week of July 4", "the weekend of Halloween", "week ending Friday"."""
    words = scan.words
    if words[i + 1].isdecimal() and words[i] == "week" and len(words[i + 1]) < 3:
        said, end = _year_of(scan, i + 2)
        if not said and scan.published is None:
            return None
        week = cal.iso_week(said or (scan.published.year if scan.published else 0), int(words[i + 1]))
        return Found(end if said else i + 2, week) if week else None
    if words[i + 1] not in ("of", "commencing", "beginning", "ending", "starting"):
        return None
    inside = scan.moment(scan.skip(i + 2, "on", "the"))
    if inside is None or inside.type != "DATE" or inside.moment.granularity != "day" or inside.moment.begin is None:
        return None
    return replace(inside, moment=(cal.weekend if words[i] == "weekend" else cal.week)(inside.moment.begin))
