"""A text's opening -> its own day of publication and the agency it is credited to."""

from __future__ import annotations

import re
from datetime import date

from claimcheck.lexicon import words as lexicon

HEAD = 260
"""Characters of the opening in which an article tells its own date."""
TAIL = 160
"""Characters of the end in which it tells its agency."""

_MONTHS = {
    m: i for i, m in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
_MONTH = r"(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_INTRO = r"(?:Published|Date of publication|Last updated(?: at)?|Updated|Posted(?: on)?|First published|Date(?=:))[ \t:]{1,3}(?:on )?"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
_PLACE = r"^[A-Z][A-Z .'’-]{1,30}(?:, [A-Z][A-Za-z. ]{1,20})?[,:] "
"""A dateline's place: "PARIS, ", "LAGOS, Nigeria, "."""
DAY_FIRST = re.compile(rf"(?:{_INTRO}|\A\W{{0,3}}){_WEEKDAY}([0-9]{{1,2}}) {_MONTH},? ?([0-9]{{4}})", re.IGNORECASE)
MONTH_FIRST = re.compile(rf"(?:{_INTRO}|\A\W{{0,3}}){_WEEKDAY}{_MONTH} ([0-9]{{1,2}}),? ?([0-9]{{4}})", re.IGNORECASE)
ISO = re.compile(rf"(?:{_INTRO}|\A\W{{0,3}})([0-9]{{4}})-([01][0-9])-([0-3][0-9])(?![0-9])", re.IGNORECASE)
PLACE_DAY_FIRST = re.compile(rf"{_PLACE}{_WEEKDAY}([0-9]{{1,2}}) {_MONTH},? ([0-9]{{4}})", re.MULTILINE)
PLACE_MONTH_FIRST = re.compile(rf"{_PLACE}{_WEEKDAY}{_MONTH} ([0-9]{{1,2}}),? ([0-9]{{4}})", re.MULTILINE)
BYLINE = re.compile(
    rf"\b(?:Reuters|AFP|AP) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? ([0-9]{{1,2}}) {_MONTH} ([0-9]{{4}})"
)
_ORDERS = (
    (DAY_FIRST, (3, 2, 1)),
    (MONTH_FIRST, (3, 1, 2)),
    (ISO, (1, 2, 3)),
    (BYLINE, (3, 2, 1)),
    (PLACE_DAY_FIRST, (3, 2, 1)),
    (PLACE_MONTH_FIRST, (3, 1, 2)),
)
CREDIT = re.compile(
    r"\(([a-z]{1,6}(?:/[a-z]{1,8}){0,5})\)|\(([A-Z][A-Za-z ]{1,18})\)|©[ \t]?([A-Za-z]{2,12})|^Source: ([^\n]{2,40})",
    re.M,
)


def day_of(text: str) -> date | None:
    """Give the day that the opening itself names: "Published July 27 2016", "Reuters Wednesday 26 Oct 2016 …"."""
    head = text[:HEAD]
    for pattern, order in _ORDERS:
        match = pattern.search(head)
        if match:
            year, month, day = (match[i] for i in order)
            try:
                return date(int(year), _MONTHS.get(month[:3].lower()) or int(month), int(day))
            except ValueError:
                continue
    return None


def agencies_of(text: str) -> tuple[str, ...]:
    """Give the agencies that the opening or the end credits: "PARIS (Reuters) -", "(cs/afp/dpa)", "© afp"."""
    known = {name.lower(): name for name in lexicon("agencies")["agencies"]}
    found: list[str] = []
    for piece in (text[:HEAD], text[-TAIL:]):
        for match in CREDIT.finditer(piece):
            for word in re.split(r"/| and |,", next(g for g in match.groups() if g)):
                name = known.get(word.strip().lower())
                if name and name not in found:
                    found.append(name)
    return tuple(found)
