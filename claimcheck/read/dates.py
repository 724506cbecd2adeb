"""Text -> time expressions: TIMEX3 types and values with first and last day, each saying what it hangs on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from claimcheck.lexicon import words as lexicon
from claimcheck.model import Span, Timex
from claimcheck.read.calendar import Moment
from claimcheck.read.time_forms import ANCHORS, FORMS, MARGIN, Form
from claimcheck.read.time_meaning import Base

_LISTS = lexicon("dates")
FUTURE = re.compile(r"\b(?:" + "|".join(_LISTS["future"]) + r")\b", re.IGNORECASE)
PAST = re.compile(r"\b(?:" + "|".join(_LISTS["past"]) + r")\b|\b[a-z]{3,12}ed\b", re.IGNORECASE)
RELATION = re.compile(
    r"\b(" + "|".join(sorted(_LISTS["relations"], key=lambda w: (-len(w), w))) + r")(?: the| about| around)? \Z",
    re.IGNORECASE,
)
RELATIONS: dict[str, str] = _LISTS["relations"]
HINT = re.compile(
    r"[0-9]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|[a-z]{3,6}day|to(?:day|night)|tomorrow|\b(?:last|next|this|past|now|recent|current|every|each|week|month|year|day|hour|decade|centur|spring|summer|autumn|winter|christmas|halloween|quarter|present)",
    re.IGNORECASE,
)
BEFORE_VERB = re.compile(r"\b(?:may|march)\b", re.IGNORECASE)
MONTH_LEAD = re.compile(
    r"\b(?:in|of|since|by|until|till|last|next|this|early|late|mid|end|during|from|through|between|and|to|before|after|for|,|[0-9]{1,2}(?:st|nd|rd|th)?)[ -]?\Z",
    re.IGNORECASE,
)
NARRATION = 60
"""Characters after a date within which a month without a year goes on from it."""
REACH = 90
"""Characters on either side in which a word tells whether a weekday lies ahead."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A form found at a place."""

    form: Form
    match: re.Match[str]
    order: int


def timexes(text: str, published: date | None = None) -> tuple[Timex, ...]:
    """Read the time expressions of a text in their order; without a publication day relative times stay open.

    >>> [(t.value, t.relation) for t in timexes("The coup of July 26 came two days later.", date(2023, 9, 3))]
    [('2023-07-26', 'at'), ('2023-07-28', 'at')]
    >>> timexes("It ended on Sunday.")[0].anchor
    'open'
    """
    found: list[Timex] = []
    told: date | None = None
    told_end = -NARRATION
    for hit in _hits(text):
        base = _base(text, hit, published, told, hit.match.start() - told_end < NARRATION)
        try:
            moment = hit.form.meaning(hit.match, base)
        except OverflowError:  # "Dec 31 9999, and the next day"
            moment = None
        if moment is None:
            continue
        timex = _timex(text, hit, moment, base)
        found.append(timex)
        if (
            timex.type in ("DATE", "TIME")
            and timex.begin
            and timex.granularity in ("day", "time", "month", "year")
            and not moment.value.endswith("_REF")
        ):
            told = timex.begin
            told_end = timex.span.end if timex.granularity != "year" else told_end
    return tuple(found)


def _hits(text: str) -> Iterator[Hit]:
    """Find the forms; of those that overlap the longest holds, then the earlier form."""
    if not HINT.search(text):
        return
    hits = [
        Hit(form, match, order)
        for order, form, left, right in _windows(text)
        for match in form.pattern.finditer(text, left, right)
        if not _is_word(text, form, match)
    ]
    hits.sort(key=lambda h: (h.match.start(), h.order if h.order < 6 else 6, -h.match.end(), h.order))
    end = -1
    for i, hit in enumerate(hits):
        if hit.match.start() < end:
            continue
        rival = next(
            (
                o
                for o in hits[i + 1 : i + 6]
                if o.match.start() < hit.match.end()
                and o.match.end() - o.match.start() > hit.match.end() - hit.match.start()
            ),
            None,
        )
        if rival is not None:
            continue
        end = hit.match.end()
        yield hit


def _windows(text: str) -> Iterator[tuple[int, Form, int, int]]:
    """Give where each form is looked for: around its anchors, in whole words."""
    low = text.lower()
    whole = len(low) != len(text)
    known: dict[str, list[tuple[int, int]]] = {}
    for order, form in enumerate(FORMS):
        anchor = ANCHORS[form.name]
        spans = known.get(anchor.pattern)
        if spans is None:
            spans = [(0, len(text))] if whole else _around(low, anchor)
            known[anchor.pattern] = spans
        for left, right in spans:
            yield order, form, left, right


def _around(low: str, anchor: re.Pattern[str]) -> list[tuple[int, int]]:
    """Give the stretches around an anchor's places, joined where they meet and widened to whole words."""
    spans: list[tuple[int, int]] = []
    for match in anchor.finditer(low):
        left = max(0, low.rfind(" ", 0, max(0, match.start() - MARGIN)))
        right = low.find(" ", match.end() + MARGIN)
        right = len(low) if right < 0 or right - match.end() > 4 * MARGIN else right
        if spans and left <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(right, spans[-1][1]))
        else:
            spans.append((left, right))
    return spans


def _is_word(text: str, form: Form, match: re.Match[str]) -> bool:
    """Whether a month's name is a verb or a person's here: "may leave", "they march", "August Wilson"."""
    if form.name == "month" and not match["year"]:
        name = match["month"]
        if not name[0].isupper():
            return True
        if name.lower() in ("may", "march", "mar", "jun", "jan", "sun") or (len(name) == 3 and not match["part"]):
            return not (
                match["part"] or match["rel"] or MONTH_LEAD.search(text, max(0, match.start() - 9), match.start())
            )
        following = text[match.end() : match.end() + 2]
        named = following[:1] == " " and following[1:].isupper() and not match.group().endswith(".")
        return (
            name.lower() in ("april", "june", "august")
            and named
            and not MONTH_LEAD.search(text, max(0, match.start() - 9), match.start())
        )
    if form.name in ("month day", "day month"):
        return not next(g for g in match.groups() if g and g[0].isalpha())[0].isupper()
    if form.name == "year":
        return _no_year(text, match)
    if form.name == "duration":
        return match["n"].lower() in ("a", "an", "some", "few") and match["unit"].lower() in (
            "second",
            "minute",
            "quarter",
            "day",
        )
    if form.name == "weekday":
        return not match["day"][0].isupper()
    return False


def _no_year(text: str, match: re.Match[str]) -> bool:
    """Whether four digits are a count: "1500 soldiers", "some 2000 people"."""
    number = int(match["year"])
    following = re.compile(r" [a-z]{3,14}").match(text, match.end())
    before = text[max(0, match.start() - 10) : match.start()].lower()
    if (
        following
        and following.group().endswith(("s", "people", "men", "women", "children"))
        and not before.endswith(("in ", "since ", "of ", "the ", "by "))
    ):
        return True
    if before.endswith(("than ", "least ", "some ", "about ", "over ", "to $")):
        return True
    return number < 1700 and not before.endswith(
        ("in ", "since ", "by ", "of ", "from ", "until ", "( ", "(", "before ", "after ", "– ", "- ")
    )


def _base(text: str, hit: Hit, published: date | None, told: date | None, near: bool) -> Base:
    """Gather what a relative time hangs on, and whether the sentence looks ahead."""
    start, end = hit.match.start(), hit.match.end()
    left = text[max(0, start - REACH) : start]
    left = left[max(left.rfind(". "), left.rfind("\n"), left.rfind("; ")) + 1 :]
    right = text[end : end + 50]
    stop = re.search(r"[.;\n]", right)
    right = right[: stop.start()] if stop else right
    future = bool(FUTURE.search(left[-60:]) or FUTURE.match(right.lstrip()[:24]) or left.lower().endswith("by "))
    if PAST.search(left[-24:]) and not FUTURE.search(left[-24:]):
        future = False
    return Base(published, told, future, not future, near or published is None)


def _timex(text: str, hit: Hit, moment: Moment, base: Base) -> Timex:
    """Put a moment in the form of the record, with the relation that the words in front state."""
    start, end = hit.match.start(), hit.match.end()
    lead = RELATION.search(text, max(0, start - 22), start)
    relation = RELATIONS[lead[1].lower()] if lead else "at"
    begin, last = moment.begin, moment.end
    if relation == "by" and base.published and begin and last and begin > base.published:
        begin = min(base.published, last)
    anchor = hit.form.hangs
    if anchor:
        anchor = (
            "open"
            if begin is None and last is None
            else "text"
            if anchor == "told" and base.told
            else "published"
            if base.published
            else "text"
        )
    kind = hit.form.type
    if moment.granularity == "time" and kind == "DATE":
        kind = "TIME"
    return Timex(Span(start, end), kind, moment.value, begin, last, relation, moment.granularity, anchor)
