"""Text -> time expressions: TIMEX3 types and values with first and last day, each saying what it hangs on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from claimcheck.model import Span, Timex
from claimcheck.read import calendar as cal
from claimcheck.read import (
    time_counts,
    time_days,
    time_digits,
    time_names,
    time_numbers,
    time_parts,
    time_ranges,
    time_relative,
    time_stretches,
    time_weekdays,
    time_years,
)
from claimcheck.read.leads import led_by
from claimcheck.read.parts import SMALL
from claimcheck.read.time_scan import (
    DAY_PARTS,
    LIST,
    MONTHS,
    PARTS,
    SEASONS,
    SHORT_DAYS,
    STEPS,
    UNITS,
    WEEKDAYS,
    Found,
    Rule,
    Scan,
)

RELATION = re.compile(
    r"\b("
    + "|".join(sorted(LIST["relations"], key=lambda w: (-len(w), w)))
    + r"|between)(?: the| about| around| early| late| mid| end of)? \Z",
    re.IGNORECASE,
)
RELATIONS: dict[str, str] = LIST["relations"] | {"between": "between"}


def _rules() -> dict[str, tuple[Rule, ...]]:
    """Give the rules that may read a time at each word."""
    found: dict[str, list[Rule]] = {}

    def add(words: Iterable[str], *rules: Rule) -> None:
        for word in words:
            found.setdefault(word, []).extend(rules)

    add(MONTHS, time_days.of_month)
    add(WEEKDAYS, time_weekdays.dated, time_weekdays.of_weekday)
    add((w + "s" for w in WEEKDAYS), time_weekdays.in_plural)
    add(SHORT_DAYS, time_weekdays.dated)
    add(time_relative.NEARBY, time_relative.of_nearby)
    add(STEPS, time_relative.step, time_stretches.of_way, _month_step)
    add(("these",), time_relative.step)
    add(("last",), time_stretches.of_which, time_parts.of_quarter)
    add(PARTS, time_parts.of_part)
    add(("rest", "remainder", "remaining"), time_parts.of_rest)
    add(("earlier", "later", "so", "late", "early"), time_parts.of_sooner)
    add(("two", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"), time_years.spelled)
    numbers = set(SMALL) | {"a", "an", "half", "½", "couple"} | time_numbers.VAGUE
    add(numbers, time_counts.of_count)
    ordinals = set(time_numbers.ORDINALS) | {w for w, n in SMALL.items() if n >= 20}
    add(ordinals, time_days.day_month, time_days.day_of_step, time_ranges.of_pair, _day_alone)
    add(time_numbers.ORDINALS, time_parts.of_century, time_parts.of_quarter, time_stretches.of_which)
    add(("q", "h", "final"), time_parts.of_quarter)
    add(SEASONS, time_parts.of_season)
    add(time_parts.DECADES, time_parts.of_decade)
    add(("fiscal", "financial", "school", "calendar", "fy", "year"), time_parts.of_named_year)
    add(("week", "weekend"), time_parts.of_week)
    add((w for w in UNITS if w.endswith("s")), time_relative.to_come)
    add(("weekend",), time_relative.of_weekend)
    add(("all", "whole", "entire", "full"), time_stretches.of_all)
    add((w for w in UNITS if not w.endswith("s")), time_relative.around)
    add(("week", "month", "year", "quarter", "decade"), time_parts.of_end)
    add(("week", "month", "year", "quarter"), time_parts.of_unit)
    add(time_names.HOLIDAYS, time_names.of_holiday)
    add((w for w in DAY_PARTS if w in ("noon", "midday", "midnight")), time_names.of_noon)
    add(("recent",), time_relative.of_recent)
    add({words[0] for words in time_names.REFERENCES}, time_names.of_reference)
    add(("every", "each", *time_names.OFTEN), time_names.of_every)
    return {word: tuple(rules) for word, rules in found.items()}


def _month_step(scan: Scan, i: int) -> Found | None:
    """Read "last May", "this September", "next 6th of April", "last Christmas": a date whose rule heeds the step in front."""
    word, step, base = scan.words[i + 1], scan.words[i], scan.published
    if step not in ("last", "next", "this", "past", "coming", "following", "upcoming"):
        return None
    known = word in MONTHS or word in time_names.HOLIDAYS or word in WEEKDAYS or word in SHORT_DAYS
    if not (known or (word.isdecimal() and len(word) < 3)):
        return None
    found = scan.moment(i + 1)
    if found is None or found.type != "DATE" or not found.hangs or found.parts:
        return None
    if word in WEEKDAYS or word in SHORT_DAYS:
        return found if any(w in MONTHS or w in "/(" for w in scan.words[i + 2 : found.end]) else None
    begin = found.moment.begin
    if begin and base and found.moment.granularity == "day" and word not in time_names.HOLIDAYS and step != "this":
        year = base.year + (STEPS[step] > 0 and _in(base.year, begin) <= base)
        year -= STEPS[step] < 0 and _in(base.year, begin) >= base
        return replace(found, moment=cal.of_day(_in(year, begin)))
    return found


def _in(year: int, day: date) -> date:
    """Give the same day of another year; 29 February becomes the 28th."""
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def _day_alone(scan: Scan, i: int) -> Found | None:
    """Read "on the 18th": a day of the month last told or of publication, where no noun stands behind."""
    read = time_numbers.ordinal(scan, i)
    if not read or scan.words[i - 1] != "the" or not 1 <= read[0] <= 31:
        return None
    lead, after = scan.words[i - 2], scan.words[read[1]]
    if lead not in ("on", "by", "until", "since", "from", "of", "till") or time_numbers.counts_a_noun(after):
        return None
    base = scan.last_told("month")
    if base is None:
        return Found(read[1], cal.Moment(None, None, f"XXXX-XX-{read[0]:02}"), hangs="told")
    moment = cal.day(base.year, base.month, read[0])
    return Found(read[1], moment, hangs="told") if moment else None


RULES = _rules()
OF_THE = frozenset({"past", "future", "near", "foreseeable"})
DIGITS: tuple[Rule, ...] = (
    time_names.of_clock,
    time_digits.of_digits,
    time_days.day_of_step,
    time_parts.of_decade,
    time_parts.of_century,
    time_parts.of_quarter,
    time_counts.of_count,
    time_counts.of_letter,
    time_stretches.of_which,
    time_ranges.of_pair,
    _day_alone,
)


def _moment(scan: Scan, i: int) -> Found | None:
    """Read the longest time at a token; of two as long the earlier rule's."""
    word = scan.words[i]
    if word == "the" and not (scan.words[i + 1] in OF_THE and time_names.of_reference(scan, i)):
        i += 1
        word = scan.words[i]
    rules = RULES.get(word) or (DIGITS if word.isdecimal() else ())
    best: Found | None = None
    for rule in rules:
        found = rule(scan, i)
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best


def timexes(text: str, published: date | None = None) -> tuple[Timex, ...]:
    """Read the time expressions of a text in their order; without a publication day relative times stay open.

    A stretch between two times ("from May to July") is a DURATION around its two ends, which stand behind it.

    >>> [(t.value, t.relation) for t in timexes("The coup of July 26 came two days later.", date(2023, 9, 3))]
    [('2023-07-26', 'at'), ('2023-07-28', 'at')]
    >>> timexes("It ended on Sunday.")[0].anchor
    'open'
    """
    scan = Scan(text, published, _moment)
    found: list[Timex] = []
    words, end = scan.words, 0
    for i in [i for i, word in enumerate(words[: scan.count]) if word in RULES or word[0] in "0123456789"]:
        if i < end:
            continue
        try:
            read = _moment(scan, i)
            if read is None:
                continue
            read = time_ranges.with_end(scan, i, read)
        except OverflowError:  # "Dec 31 9999, and the next day"
            continue
        end = read.end
        found += _records(scan, i, read)
    return tuple(found)


def _records(scan: Scan, i: int, read: Found) -> Iterator[Timex]:
    """Put what was read in the form of the record, and remember it as told."""
    start = read.start if read.start >= 0 else i
    if scan.words[start - 1] == "the" and start:
        start -= 1
    if not read.parts:
        timex = _timex(scan, scan.starts[start], read)
        scan.tell(read, timex.span.end)
        yield from _open_stretch(scan, timex)
        yield timex
        return
    if read.moment.value:
        span = Span(scan.starts[start], scan.end_of(read.end - 1))
        yield Timex(span, "DURATION", read.moment.value, read.moment.begin, read.moment.end, "between")
    for part in read.parts:
        timex = _timex(scan, scan.starts[part.start], part)
        scan.tell(part, timex.span.end)
        yield timex


def _open_stretch(scan: Scan, timex: Timex) -> Iterator[Timex]:
    """Give the days "before 2018" or "after May" names, which are none of the time itself."""
    if timex.relation not in ("before", "after") or timex.type != "DATE" or not timex.begin or not timex.end:
        return
    start = scan.text.rfind(" ", 0, max(0, timex.span.start - 1)) + 1
    span = Span(max(start, timex.span.start - 8), timex.span.end)
    if timex.relation == "before" and timex.begin > date.min:
        yield Timex(span, "DURATION", "PXD", None, timex.begin - timedelta(days=1), "before", anchor=timex.anchor)
    if timex.relation == "after" and timex.end < date.max:
        yield Timex(span, "DURATION", "PXD", timex.end + timedelta(days=1), None, "after", anchor=timex.anchor)


def _timex(scan: Scan, start: int, found: Found) -> Timex:
    """Make the record of one time, with the relation that the words in front state."""
    moment = found.moment
    lead = led_by(RELATION, scan.text, start, 22)
    relation = RELATIONS[lead[1].lower()] if lead else "at"
    if relation == "by" and scan.text.startswith(
        ("'s", "’s"), scan.end_of(found.end - 1)
    ):  # "Killed by Tuesday's quake"
        relation = "at"
    begin, last = moment.begin, moment.end
    if begin and last and begin > last:  # "the next 0 days"
        begin = last
    anchor = found.hangs
    if anchor:
        told = (anchor == "told" and scan.told is not None) or scan.published is None
        anchor = "open" if begin is None and last is None else "text" if told else "published"
    kind = "TIME" if moment.granularity == "time" and found.type == "DATE" else found.type
    span = Span(start, scan.end_of(found.end - 1))
    return Timex(span, kind, moment.value, begin, last, relation, moment.granularity, anchor)


def whole(timex: Timex, published: date | None) -> Timex:
    """Widen a time to all the days it may mean: "two months ago" to the month, "by 2030" from publication on."""
    if timex.relation == "by" and published and timex.begin and timex.end and timex.begin > published:
        return replace(timex, begin=published)
    if timex.begin is None or timex.begin != timex.end or timex.granularity not in ("week", "month", "year"):
        return timex
    moment = cal.relative(timex.begin, timex.granularity, 0)
    return replace(timex, begin=moment.begin, end=moment.end) if moment else timex
