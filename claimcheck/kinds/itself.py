"""What a quantity says by itself: its unit, its noun, the words before its noun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claimcheck.kinds.around import OF_WHOLE
from claimcheck.kinds.burned import is_burned
from claimcheck.kinds.deed import Counted
from claimcheck.kinds.outbreaks import is_outbreak
from claimcheck.kinds.parents import has_children
from claimcheck.kinds.passage import Passage
from claimcheck.kinds.population import lives_there
from claimcheck.kinds.shares import attribute_of
from claimcheck.kinds.terms import is_term
from claimcheck.model import QuantityMention, Sentence
from claimcheck.read.deeds import AFTER, HEAD, HEAD_GROUP
from claimcheck.read.leads import led_by
from claimcheck.read.precision import broken
from claimcheck.read.results import VOTE
from claimcheck.read.words import stem

RIDING = re.compile(
    r" (?:were |was |travelling |traveling )?(?:on|in|inside) (?:the|a|an|that) (?:[\w-]{2,14} ){0,2}"
    r"(?:bus|coach|minibus|train|tram|plane|aircraft|jet|flight|boat|ferry|ship|vessel|dinghy|helicopter|van|lorry|truck)\b(?! (?:were|was|died|survived|had|have|are))"
)
"""Behind those who travelled: "there were 41 people on the bus"; not "41 people on the bus were hurt"."""
THERE_WERE = re.compile(
    r"\b(?:there (?:were|had been|are)|with) (?:about |around |some |at least |more than |only |a total of )?\Z",
    re.IGNORECASE,
)
OF_RIDERS = re.compile(
    r" of (?:the |its |all )?[\w,-]{1,12}(?: [a-z]{3,12})?(?: who were)? (?:aboard|on board)"
    r"(?: (?:the|a) [a-z]{3,12})? (?:(?:were|was|had|have|are) )?(?:been )?([a-z]{3,12})\b"
)
"""Behind a part of those aboard, with what happened to it."""
DEPTH = re.compile(r"\bdepth of (?:(?:about|around|some|just|only|roughly|nearly|at least) )?\Z", re.IGNORECASE)
DEEP = frozenset({"kilometre", "mile"})
"""Units in which the depth of a quake is told."""
ROOM = re.compile(
    r"\b(?:(?:designed|built|meant|intended|equipped|licensed) (?:for|to (?:hold|house|carry|seat|take))|capacity (?:of|for)|room for|space for|able to (?:hold|house|carry|seat|take))"
    r" (?:(?:up to|about|around|some|just|only|at most|as many as) )?\Z",
    re.IGNORECASE,
)
"""In front of how many a place can take: "a morgue designed for 35 bodies"."""
ALL_BUT = re.compile(
    r"\b(?:all but|none of (?:the|its|their)) (?:about |around |some |roughly |nearly )?\Z", re.IGNORECASE
)
"""In front of those to whom it did not happen: "all but 21 of the 46 occupants were killed"."""
COMPANY_OF = re.compile(r"\b(?P<whose>crew|crowd) of (?:about |around |some |nearly |more than )?\Z", re.IGNORECASE)
MARCHING = re.compile(
    r"\b(?:protest|rall(?:y|ies)|march(?:ed|es|ers)|demonstrat|procession|vigil|riot|mourn|funeral|strike)",
    re.IGNORECASE,
)
SEAT = "seat"
JOB, CUTS = "job", frozenset({"cut", "cuts"})
"""The two words of "4,600 job cuts"."""
INFECTED = "infected"
BY_UNIT = frozenset({"age", "measure", "duration", "percent", "score", "ordinal"})
"""Kinds of quantities whose unit says all."""


def of_itself(
    passage: Passage, quantity: QuantityMention, sentence: Sentence, earlier: Sequence[Counted]
) -> tuple[str, str] | None:
    """Give attribute and rule of a quantity whose unit, noun or qualifier tells it."""
    if quantity.kind in BY_UNIT:
        share = attribute_of(passage, sentence, quantity) if quantity.kind == "percent" else ""
        return share or _of_unit(passage.text, quantity), "unit"
    if led := _by_lead(passage.text, quantity):
        return led, "before"
    hyphen = passage.text[quantity.digits.end : quantity.digits.end + 2].strip()[:1] == "-"
    if quantity.head.rstrip("s") == SEAT and (hyphen or _is_whole(passage.text, quantity, earlier)):
        return f"{SEAT}-size", "none"
    if (
        quantity.head
        and (told := HEAD.get(stem(quantity.head), ""))
        and (told != INFECTED or is_outbreak(passage.text))
    ):
        return told, "head"
    if quantity.head in CUTS and JOB in quantity.qualifiers:
        return "dismissed", "head"
    if has_children(passage.text, quantity):
        return "children", "head"
    if quantity.kind == "count" and quantity.head and hyphen:
        return f"{quantity.head}-size", "none"
    whole = quantity.ambiguous or not broken(quantity.number, quantity.low, quantity.high)
    if quantity.kind == "count" and not whole:
        return _fraction(quantity, earlier), "none"
    if quantity.head and lives_there(passage.text, quantity):
        return "population", "head"
    if (
        quantity.kind == "count"
        and RIDING.match(passage.text, quantity.span.end)
        and led_by(THERE_WERE, passage.text, quantity.span.start, 34)
    ):
        return "aboard", "after"
    if fate := _fate_of_riders(passage.text, quantity, sentence.span.end):
        return fate, "after"
    return None


def _by_lead(text: str, quantity: QuantityMention) -> str:
    """Name a count by the words in front of it: for whom there is room, to whom it did not happen, who sails or looks on; else ""."""
    if quantity.kind != "count":
        return ""
    start = quantity.span.start
    if led_by(ROOM, text, start, 48):
        return "capacity"
    if led_by(ALL_BUT, text, start, 24):
        return "exempt"
    found = led_by(COMPANY_OF, text, start, 24)
    if found is None:
        return ""
    return "crew" if found["whose"].lower() == "crew" else "" if _marches(text) else "attendance"


@lru_cache(maxsize=4)
def _marches(text: str) -> bool:
    """Whether an article tells of people who march or rally."""
    return MARCHING.search(text) is not None


def _is_whole(text: str, quantity: QuantityMention, earlier: Sequence[Counted]) -> bool:
    """Whether the number in front is a part of this one: "124 of parliament's 240 seats"."""
    return bool(earlier) and OF_WHOLE.fullmatch(text, earlier[-1].quantity.digits.end, quantity.span.start) is not None


def stated_by_words(quantity: QuantityMention) -> str:
    """Give what a qualifier or the whole says by itself: "12 wounded men", "12 of the kidnapped engineers"."""
    return next((AFTER[q] for q in (*quantity.qualifiers, *quantity.part_of.lower().split()) if q in AFTER), "")


def _fate_of_riders(text: str, quantity: QuantityMention, end: int) -> str:
    """Give what befell a part of all aboard: "11 of the 45 aboard survived"; "" where the words tell nothing of it."""
    found = OF_RIDERS.match(text, quantity.digits.end, end)
    return AFTER.get(found[1], "") if found else ""


def plain(quantity: QuantityMention) -> str:
    """Name what no list knows: the counted noun, or "money"."""
    if quantity.kind == "money":
        return "money"
    head = stem(quantity.head) if quantity.head else ""
    return HEAD_GROUP.get(head, head) or "number"


def _fraction(quantity: QuantityMention, earlier: Sequence[Counted]) -> str:
    """Name what a fraction without a unit is of: a magnitude where the sentence has told one, "or 6.1 by another count"."""
    strengths = [c.deed.attribute for c in earlier if c.deed.attribute == "magnitude"]
    return strengths[0] if strengths and not quantity.head else plain(quantity)


def _of_unit(text: str, quantity: QuantityMention) -> str:
    """Name what a measure, an age, a duration or a share is said of, as far as the unit tells."""
    if quantity.kind == "age":
        return "age"
    if quantity.kind == "measure":
        if quantity.unit == "magnitude":
            return "magnitude"
        if is_burned(text, quantity):
            return "burned"
        return "depth" if quantity.unit in DEEP and led_by(DEPTH, text, quantity.span.start, 40) else "measure"
    if quantity.kind == "duration" and is_term(text, quantity):
        return "prison_term"
    if quantity.kind == "ordinal":
        return "rank"
    if quantity.kind == "score":
        return "ballot" if quantity.head == VOTE else "score"
    return quantity.kind
