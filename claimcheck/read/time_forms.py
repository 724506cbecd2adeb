"""The forms of English time expressions: for each a pattern and what it means."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.read import calendar as cal
from claimcheck.read import time_meaning as means
from claimcheck.read import time_spans as spans
from claimcheck.read.time_meaning import Meaning

MONTH = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"

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
class Form:
    """One form of time expression."""

    name: str
    pattern: re.Pattern[str]
    meaning: Meaning
    type: str = "DATE"
    hangs: str = ""
    """"" for absolute, "published", or "told"."""


def _p(pattern: str) -> re.Pattern[str]:
    """Compile a form's pattern."""
    return re.compile(pattern, re.IGNORECASE)


_UNITS = r"second|minute|hour|day|week|fortnight|month|quarter|year|decade|centur|spring|summer|autumn|fall|winter"
_MONTHS = r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
ANCHORS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for names, pattern in (
        (("day month year", "month day year", "month day", "day month", "month"), _MONTHS),
        (("weekday",), r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"),
        (("nearby",), r"today|yesterday|tomorrow|tonight|this "),
        (("step", "ago", "neighbour", "ahead", "end of", "duration"), _UNITS),
        (("every",), r"every|each|daily|weekly|monthly|yearly|annually"),
        (("season",), r"spring|summer|autumn|fall|winter"),
        (("quarter",), r"quarter|q[1-4]"),
        (("decade",), r"0['’]?s"),
        (("century",), r"centur"),
        (("year", "iso"), r"[0-9]{4}"),
        (("numeric", "clock", "clock24", "clock4"), r"[0-9]"),
        (("holiday",), r"christmas|boxing|new year|valentine|halloween|bastille|labour|may day"),
        (("reference",), r"now|currently|recently|present|nowadays"),
    )
    for name in names
}
"""What must stand in the lower-case text for a form to be there; forms are looked for around it only."""
MARGIN = 48
"""Characters on either side of an anchor that hold every form whole."""

FORMS: tuple[Form, ...] = (
    Form("iso", _p(r"\b((?:1[0-9]|20)[0-9]{2})-([01][0-9])-([0-3][0-9])(?![0-9])"), means.read_full(1, 2, 3)),
    Form(
        "day month year",
        _p(rf"\b(?:{_W},? (?:the )?)?([0-9]{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?{_M},?[ -]([0-9]{{4}})\b"),
        means.read_full(3, 2, 1),
    ),
    Form(
        "month day year",
        _p(rf"\b(?:{_W},? )?{_M} ([0-9]{{1,2}})(?:st|nd|rd|th)? ?,? ?([0-9]{{4}})\b"),
        means.read_full(3, 1, 2),
    ),
    Form(
        "numeric",
        _p(r"(?<![0-9/.-])([0-9]{1,2})( ?[/.-] ?)([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![0-9/-])"),
        means.read_numeric,
    ),
    Form(
        "month day",
        _p(rf"\b(?:{_W},? )?{_M} ([0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9:%]|[,.][0-9])"),
        means.read_open_day(1, 2),
        hangs="published",
    ),
    Form(
        "day month",
        _p(rf"\b(?:{_W},? (?:the )?)?(?<![0-9.,])([0-9]{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?{_M}(?! [0-9]{{4}})"),
        means.read_open_day(2, 1),
        hangs="published",
    ),
    Form(
        "month",
        _p(
            rf"\b(?:(?P<part>{PART})(?:[ -]| of (?:the )?)|(?P<rel>last|past|this|next)(?: year's)? )?(?P<month>{MONTH})\b\.?(?:(?:,| of)? ?(?P<year>(?:1[0-9]|20)[0-9]{{2}})\b)?(?!\w)"
        ),
        means.read_month,
        hangs="published",
    ),
    Form(
        "season", _p(rf"\b(?P<season>spring|summer|autumn|fall|winter)(?: of)? (?P<year>{YEAR})\b"), means.read_season
    ),
    Form(
        "quarter",
        _p(rf"\b(?:(?P<word>first|second|third|fourth)[ -]quarter|Q(?P<n>[1-4]))(?:(?: of|,)? (?P<year>{YEAR}))?\b"),
        means.read_quarter,
        hangs="published",
    ),
    Form(
        "decade",
        _p(rf"\b(?:(?P<part>{PART})[ -])?(?P<year>(?:1[0-9]|20)[0-9]0|(?<=['’])[2-9]0)['’]?s\b"),
        means.read_decade,
    ),
    Form(
        "century",
        _p(rf"\b(?:(?P<part>{PART})[ -])?(?P<n>[0-9]{{1,2}})(?:st|nd|rd|th)[ -]century\b"),
        means.read_century,
    ),
    Form(
        "year",
        _p(
            rf"(?<![\w$€£.,:/#+-])(?:(?P<part>{PART})(?:[ -]| of (?:the year )?))?(?P<year>{YEAR})(?![\w%:/]|[.,][0-9]|-[0-9a-z])"
        ),
        means.read_year,
    ),
    Form(
        "weekday",
        _p(
            rf"\b(?:(?P<which>last|past|this|next|coming|previous|following) )?(?P<day>{WEEKDAY})day(?:['’]?s)?\b{_TIME}"
        ),
        means.read_weekday,
        hangs="published",
    ),
    Form(
        "nearby",
        _p(
            rf"\b(?P<word>today|yesterday|tomorrow|tonight)(?:['’]s)?\b{_TIME}|\b(?P<word2>this) (?P<time2>morning|afternoon|evening)\b"
        ),
        means.read_nearby,
        hangs="published",
    ),
    Form(
        "step",
        _p(
            r"\b(?:(?:(?P<part>earlier|later|early|late|mid|end|beginning|start) (?:of )?)?(?:the )?)(?P<which>last|past|this|next|previous|following|coming|upcoming) (?P<unit>week|weekend|month|year|quarter|decade|century|spring|summer|autumn|fall|winter)(?:['’]s)?\b(?! old)"
        ),
        means.read_step,
        hangs="published",
    ),
    Form(
        "ago",
        _p(rf"\b(?P<n>{COUNT}|a half) (?P<unit>{UNIT})s? (?P<way>ago|later|earlier|before|afterwards|previously)\b"),
        means.read_ago,
        hangs="told",
    ),
    Form(
        "neighbour",
        _p(r"\bthe (?P<way>previous|following|next) day\b|\bthe (?P<way2>day before)\b"),
        means.read_neighbour,
        hangs="told",
    ),
    Form(
        "ahead",
        _p(
            r"\b(?:the |a )?(?:next|coming|upcoming|following|few)(?: few| couple of| several)? (?P<u1>hour|day|week|month|year)s\b|\b(?:the )?(?P<u2>hour|day|week|month|year)s (?:to come|ahead)\b|\b(?:the )?(?:upcoming|coming) (?P<u3>week|month)s and months\b"
        ),
        means.read_ahead,
        hangs="published",
    ),
    Form(
        "end of",
        _p(
            r"\b(?P<part>end|beginning|middle|start) of (?:the |(?P<which>this|next|last) )(?P<unit>week|month|year)\b|\bthe (?P<unit2>year|month) (?:ends|is out)\b"
        ),
        means.read_end_of,
        hangs="published",
    ),
    Form(
        "holiday",
        _p(
            r"\b(?P<name>"
            + "|".join(sorted(cal.HOLIDAYS, key=lambda h: (-len(h), h)))
            + rf")\b(?:,? (?P<year>{YEAR}))?"
        ),
        means.read_holiday,
        hangs="published",
    ),
    Form(
        "every",
        _p(
            r"\b(?:every|each) (?P<unit>day|week|month|year|weekend|hour|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b|\b(?P<adverb>daily|weekly|monthly|yearly|annually)\b"
        ),
        spans.read_every,
        "SET",
    ),
    Form(
        "clock",
        _p(
            r"\b(?P<h>[0-9]{1,2})(?:[:.](?P<m>[0-9]{2}))? ?(?P<half>[ap]\.?m\.?)(?![\w])(?: (?:GMT|local time|ET|BST|CET|EST))?"
        ),
        spans.read_clock,
        "TIME",
        hangs="told",
    ),
    Form(
        "clock24",
        _p(r"\b(?P<h>[0-2]?[0-9]):(?P<m>[0-5][0-9])(?P<half>)\b(?! ?[ap]\.?m)(?: (?:GMT|local time|ET|BST|CET|EST))?"),
        spans.read_clock,
        "TIME",
        hangs="told",
    ),
    Form(
        "clock4",
        _p(r"\b(?P<h>[01][0-9]|2[0-3])(?P<m>[0-5][0-9])(?P<half>) (?:GMT|UTC|hours|local time)\b"),
        spans.read_clock,
        "TIME",
        hangs="told",
    ),
    Form("reference", _p(r"\b(?P<word>now|currently|recently|at present|presently|nowadays)\b"), spans.read_reference),
    Form(
        "duration",
        _p(rf"\b(?P<n>{COUNT})[ -](?:more |consecutive |full |straight )?(?P<unit>{UNIT})s?\b(?![ -]old)"),
        spans.read_duration,
        "DURATION",
    ),
)
