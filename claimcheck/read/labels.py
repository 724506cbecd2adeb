"""Numbers that only name something: years, times of day, routes, models, sections, identifiers, ordinals."""

from __future__ import annotations

import re

from claimcheck.lexicon import words as lexicon
from claimcheck.read.deeds import AFTER, BEFORE
from claimcheck.read.leads import led_by
from claimcheck.read.trie import trie
from claimcheck.read.units import DIMENSION, unit_at

_LISTS = lexicon("numbers")["words"]
LABELS = frozenset(_LISTS["labels"])
SERIES = frozenset(_LISTS["series"])
"""Indices and products: their numbers name them in any letters."""
PRONOUN = frozenset(_LISTS["pronoun"])
ONE = frozenset(_LISTS["one"])
_BEFELL = frozenset({"killed", "injured", "arrested", "missing", "abducted"})
_DID = frozenset(word for word, attribute in BEFORE.items() if attribute in _BEFELL)
_DONE = re.compile(
    rf"(?: other| more)?(?: (?:was|is|has been|has|had))? (?:{trie(w for w, a in AFTER.items() if a in _BEFELL)})"
    r"(?= ?(?:[,.;:\n–-]|\Z|(?:and|or|in|after|at|on|as|by|when|during|from|near|while|with|of|to)\b))"
)
"""What happened to one person, as the end of a phrase: not "one missing page"."""
LAST_WORD = re.compile(r"\b([^\W\d_]{1,24})(?:['’]s)?\.?[ \u00a0]\Z")
NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_]+)")
GLUED = re.compile(
    r"(?!(?:km|kg|m|bn|mn|k|mph|kph|cm|mm|ft|lb|lbs|gb|mb|tb|mw|gw|kw|mg|x|hp|kwh|am|pm|tn|b|mln|bln|mil|s|pc|h|p|deg[cf]?|l|g|ghz|mhz|khz|mah)\b)[A-Za-z_]",
    re.IGNORECASE,
)
CLOCK = re.compile(r"[ \u00a0]?(?:[ap]\.? ?m\b|GMT|UTC|[ECMP][SD]?T\b|BST|CET|o['’]?clock|hours? GMT|local time)")
_MONTHS = trie(month.title() for month in lexicon("dates")["months"])
MONTH_NEXT = re.compile(rf"(?:st|nd|rd|th)?[ -](?:of )?(?:{_MONTHS})\b")
MONTH_LAST = re.compile(rf"\b(?:{_MONTHS})(?: ?\.)? \Z|\b(?:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec) \. \Z")
MONTH_DAYS = re.compile(rf"\b(?:{_MONTHS}) [0-9]{{1,2}}(?:, [0-9]{{1,2}}){{0,3}},? (?:and|or) \Z")
"""In front of the last of several days of a month: "June 12 and 19"."""
LETTERED = re.compile(
    r"\b(?!sub|mid|minus|plus|pre|post|top|under|over|up|non|euro|age|aged|between|about|around|now|then|nearly|almost)[A-Za-z]{1,12}-\Z",
    re.IGNORECASE,
)
SPACED = re.compile(r"\b[A-Z]{2,8} -\Z")
ADDRESS = re.compile(
    r" [A-Z][a-z]{1,15}(?: [A-Z][a-z]{1,15})? (?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Lane|Drive|Square)\b"
)
ERA = re.compile(r"\b(?:A\.D\.|B\.C\.|AD|BC) \Z")
ZIP = re.compile(r", [A-Z]{2} \Z")
OR_MORE = re.compile(r" (?:to|or) (?:two|three|four|five|six|[2-9])\b", re.IGNORECASE)
LIST_MARK = re.compile(r"(?:\A|\n)[ \t]*\Z")
COUNTABLE = re.compile(
    r"[ \u00a0](?:[a-z-]{3,16}[ ]){0,2}(?:people|men|women|children|troops|civilians|[a-z]{3,16}[^\Ws]s)\b"
)
YEARISH = re.compile(
    r"\b(?:in|since|of|by|until|till|the|from|during|before|after|year|to|and|between|through|early|late|mid) \Z",
    re.IGNORECASE,
)
COUNT_BEFORE = re.compile(r"\b(?:more than|fewer than|less than|at least|nearly|almost|up to|as many as|over) \Z")
COUNT_RANGE = re.compile(r" ?[-–] ?(?:[3-9][0-9]{3}|2[1-9][0-9]{2}|[0-9]{5,6}) [A-Za-z]{3,}s\b")
SECOND = re.compile(r"[-–]([0-9]{1,3})(?![0-9%]|[.,][0-9])")
RECORD = re.compile(r"\b(?:fell|falls|improved|improves|improve|dropped|moved|moves) to \Z")
BRACKET, BRACKET_ENDS = re.compile(r"\((?:[0-9]{1,3}-[0-9]{1,3}, )?\Z"), re.compile(r"\)|, [0-9]| (?:home|away|at)\b")
"""Around a team's record: "(2-13)", "(2-13, 1-7 home)"."""
CHAIN = re.compile(r"[-–][0-9]{1,12}[-–][0-9]")
FIRST = re.compile(r"(?<![0-9])([0-9]{1,3})[-–]\Z")
PROPER = re.compile(r"([\w.,;:!?”\"’')-]{1,14}) ([A-Z][A-Za-z&]{1,12}) \Z")
STOP_BEFORE = re.compile(r"[.!?:;]\Z")
SCALED = re.compile(
    r" (?:more |other |dead|killed|injured|wounded|hurt|percent|per cent|years?|people|in\b|after\b|as\b|and\b|to\b|at\b|by\b|of\b|on\b)"
)
VERBS = frozenset(_LISTS["no_name"])
FIRST_YEAR, LAST_YEAR = 1500, 2100


def is_label(text: str, start: int, end: int, number: float | None, digits: bool, money: bool) -> bool:
    """Whether the number at [start, end) counts nothing."""
    if money:
        return False
    if not digits:
        return _idle_word(text, start, end, number)
    return (
        _glued(text, start, end)
        or _score(text, start, end, number)
        or _model(text, start, end, number)
        or _calendar(text, start, end, number)
        or _named(text, start, end)
    )


def _glued(text: str, start: int, end: int) -> bool:
    """Whether letters, slashes or colons make it part of a longer sign: 5G, 20th, F-16, 9/11, 11:30, 555-1234."""
    if GLUED.match(text, end) and not unit_at(text, end):
        return True
    nearby = text[end : end + 2]
    if nearby[:1] in "/:_" and (nearby[1:].isalnum()) and not text[end : end + 4].lower().startswith(("/km", "/h")):
        return True
    if CHAIN.match(text, end):
        return True
    if nearby[:1] == "." and nearby[1:].isdecimal():
        return True
    if start > 0 and text[start - 1] in "/:_#@.":
        return True
    if ADDRESS.match(text, end) or (end - start == 5 and led_by(ZIP, text, start, 5)):
        return True
    if text[start - 1 : start] != "-":
        return False
    spaced = led_by(SPACED, text, start, 10) if text[start:end].isdecimal() and nearby[:1] != "%" else None
    return bool(spaced or led_by(LETTERED, text, start, 14))


def _score(text: str, start: int, end: int, number: float | None) -> bool:
    """Whether it is half of a score: 2-2, 9-2; a range rises, but "fell to 2-6" tells a record."""
    other = SECOND.match(text, end)
    two = other if other and number is not None and not unit_at(text, other.end()) else None
    if two and (float(two[1]) <= (number or 0) or _is_record(text, start, two.end())):
        return True
    before = led_by(FIRST, text, start, 5) if text[start - 1 : start] in ("-", "–") else None
    return bool(before and number is not None and float(before[1]) >= number and not unit_at(text, end))


def _is_record(text: str, start: int, end: int) -> bool:
    """Whether two numbers tell how many games a team has won and lost: "fell to 2-6", "(2-13, 1-7 home)"."""
    if led_by(RECORD, text, start, 16):
        return COUNTABLE.match(text, end) is None
    return led_by(BRACKET, text, start, 12) is not None and BRACKET_ENDS.match(text, end) is not None


def _model(text: str, start: int, end: int, number: float | None) -> bool:
    """Whether a proper name in front makes it a label: "Stoxx 50 fell", "Galaxy Note 20 Ultra"; not "in Haas 7 children"."""
    last = led_by(PROPER, text, start, 26)
    if not last or end - start > 4 or number is None or number != int(number):
        return False
    word = last[2]
    if word.lower() in VERBS or word.lower().endswith(("s", "ed", "ing", "ly", "day")) or STOP_BEFORE.search(last[1]):
        return False
    return not (COUNTABLE.match(text, end) or unit_at(text, end) or SCALED.match(text, end))


def _calendar(text: str, start: int, end: int, number: float | None) -> bool:
    """Whether it is a year, a day of a month or a time of day."""
    if CLOCK.match(text, end) or MONTH_NEXT.match(text, end):
        return True
    if led_by(MONTH_LAST, text, start, 11) and number is not None and number <= 31 and not COUNTABLE.match(text, end):
        return True
    if led_by(MONTH_DAYS, text, start, 26) and number is not None and number <= 31 and not COUNTABLE.match(text, end):
        return True
    if led_by(ERA, text, start, 6):
        return True
    year = number is not None and end - start == 4 and FIRST_YEAR <= number <= LAST_YEAR
    if not year or unit_at(text, end) or led_by(COUNT_BEFORE, text, start, 14) or COUNT_RANGE.match(text, end):
        return False
    counted = COUNTABLE.match(text, end)
    return not (counted and not led_by(YEARISH, text, start, 10))


def _named(text: str, start: int, end: int) -> bool:
    """Whether the word in front makes it a label: Section 427, Flight 17, Boeing 737; or it numbers a list."""
    if led_by(LIST_MARK, text, start, 4) and text[end : end + 2] in (". ", ") ") and end - start <= 2:
        return True
    last = led_by(LAST_WORD, text, start, 24)
    if not last:
        return False
    word = last[1]
    if word.lower() not in LABELS:
        return False
    if word.lower() in SERIES:
        return True
    if any(c.isupper() for c in word) or word.lower() in (
        "tf",
        "no",
        "top",
        "level",
        "section",
        "row",
        "page",
        "route",
        "room",
        "article",
        "chapter",
        "number",
        "ranked",
        "channel",
        "line",
        "gate",
    ):
        return not (
            word.lower()
            in (
                "top",
                "no",
                "area",
                "call",
                "local",
                "order",
                "rule",
                "part",
                "case",
                "line",
                "bus",
                "number",
                "street",
                "road",
                "office",
                "group",
            )
            and (unit_at(text, end) or COUNTABLE.match(text, end))
        )
    return False


def _words_beside(text: str, start: int, end: int) -> tuple[str, str]:
    """Give the words straight before and behind a number, lower case; "" where there is none."""
    last, following = led_by(LAST_WORD, text, start, 24), NEXT_WORD.match(text, end)
    return last[1].lower() if last else "", following[1].lower() if following else ""


def befell(text: str, start: int, end: int) -> bool:
    """Whether "one" is a person to whom something happened: "killing one", "one was hurt"; not "no one was killed"."""
    if text[start:end].lower() != "one":
        return False
    before, after = _words_beside(text, start, end)
    if before in ("no", "any", "every", "each", "the", "this", "that", "not", "only"):
        return False
    return (before in _DID and after not in ("another", "of", "by", "to", "or", "in")) or _DONE.match(
        text, end
    ) is not None


HOURS = frozenset({"before", "after", "around", "about", "at", "until", "till", "by", "since", "from", "to", "past"})
TO_EACH = re.compile(r" to an? [a-z]{3,12}\b(?! (?:of|hundred|dozen))")
FEW = 20
"""Behind a number that is of each: "two to a pyre"; larger ones are counts."""
OF_DAY = re.compile(r" (?:in the (?:morning|afternoon|evening)|at night)\b")
"""Around an hour that is spelled: "shortly before eleven in the morning"."""


def _idle_word(text: str, start: int, end: int, number: float | None) -> bool:
    """Whether a number word counts nothing: "one of", "the one", "no one", "at one point"; a title's "Two"."""
    before, after = _words_beside(text, start, end)
    if before in LABELS and text[start].isupper():
        return True
    if number and number <= FEW and TO_EACH.match(text, end) and before != "from":
        return True
    if before in HOURS and OF_DAY.match(text, end):
        return True
    if before in ("bottom", "top") and number is not None and number < 20 and not COUNTABLE.match(text, end):
        return True
    if number == 1:
        unit = unit_at(text, end)
        if unit and (text[end] == "-" or DIMENSION[unit[0]] != "duration"):
            return False
        if OR_MORE.match(text, end) or before in ("minus", "plus"):
            return False
        if befell(text, start, end):
            return False
        return before in PRONOUN or after in ONE or not after
    if number == 2 and text[start:end].lower().startswith("a couple"):
        return False
    if text[start - 1 : start] == "-" or (
        text[end : end + 1] == "-" and text[end + 1 : end + 6] in ("fold ", "fold.", "way s")
    ):
        return True
    return (
        before in ("the", "these", "those")
        and number is not None
        and number <= 3
        and after in ("", "of", "are", "were", "have", "had", "was", "and", "in", "also")
    )
