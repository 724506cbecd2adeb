"""A quantity -> what happened to the things counted: killed, injured, stationed; and of which event."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.kinds.amounts import attribute_of
from claimcheck.kinds.events import event_of
from claimcheck.kinds.passage import Passage
from claimcheck.model import QuantityMention, Sentence
from claimcheck.read.deeds import AFTER, BEFORE, FAMILY, HEAD, HEAD_GROUP, MILITARY, NOUN, OF_PEOPLE, THINGS, WHO
from claimcheck.read.words import stem

Word = tuple[str, int, int]

_BE = frozenset({"was", "were", "is", "are", "been", "be", "being", "had", "have", "has", "left", "leaving", "as"})
_BLOCKING = frozenset(
    {"in", "by", "from", "with", "on", "during", "after", "near", "for", "when", "into", "at", "between", "since"}
)
_JOINING = frozenset(
    {
        "and",
        "or",
        "plus",
        "as",
        "well",
        "some",
        "another",
        "a",
        "further",
        "including",
        "at",
        "least",
        "also",
        "about",
        "with",
    }
)
_OBJECT = frozenset(
    {"a", "an", "the", "his", "her", "their", "its", "at", "more", "some", "many", "several", "dozens", "hundreds"}
)
_HAVE = frozenset({"has", "have", "had", "there", "are", "were", "keeps", "maintains", "with"})
TOGETHER = {frozenset(("killed", "missing")): "dead_or_missing", frozenset(("killed", "injured")): "casualties"}
"""Two things told of one number -> what it counts."""
APPOSED = re.compile(
    r", (?:[^,.;:\n]|(?<=[A-Z])\.){1,60}, (?:(?:has|have|had) )?(?:was|were|been|are|is) ([a-z]{3,12})\b"
)
"""Who they are, between the number and its verb: "three people, a man and two women, were killed"."""
RISEN = frozenset(
    {"risen", "rose", "rises", "rising", "climbed", "climbs", "grown", "grew", "stands", "stood", "raised"}
)
"""Verbs of a toll, which may stand far behind its noun: "the death toll from … has risen to 44"."""
CLOSE, FAR = 4, 12
"""How many words lie between a number and the word that says what happened: beside it, or in the same clause."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What happened to the things counted."""

    attribute: str
    family: str
    event: str = ""
    how: str = ""
    """Which rule found it: head, after, before, noun, joined, part, unit, none."""
    inherited_as_part: bool = False


def deed_of(
    passage: Passage, quantity: QuantityMention, sentence: Sentence, earlier: Sequence[tuple[QuantityMention, Deed]]
) -> Deed:
    """Find what happened to the things counted; rules from the nearest words to the farthest."""
    found = _named(passage, quantity, sentence, earlier)
    attribute, how, part = found
    event = event_of(passage, quantity, sentence)
    return Deed(attribute, FAMILY.get(attribute, _family(quantity)), event, how, part)


def _named(
    passage: Passage, quantity: QuantityMention, sentence: Sentence, earlier: Sequence[tuple[QuantityMention, Deed]]
) -> tuple[str, str, bool]:
    """Give attribute, rule, and whether it is taken over from the whole that this is a part of."""
    own = _of_itself(passage, quantity, sentence, earlier)
    if own:
        return *own, False
    words = passage.words_in(sentence.span)
    starts = [w[1] for w in words]
    before = words[: bisect_left(starts, quantity.span.start)]
    after = words[bisect_left(starts, quantity.span.end) :]
    apposed = APPOSED.match(passage.text, quantity.span.end, sentence.span.end)
    if apposed and apposed[1] in AFTER:
        return AFTER[apposed[1]], "after", False
    limits = _limits(passage, quantity, sentence)
    if quantity.kind == "money" and (of := attribute_of(before, after, *limits[:2])):
        return of, "noun", False
    who = WHO.get(stem(quantity.head), "") if quantity.head else ""
    for how, attribute in _told(before, after, limits, earlier)[: 2 if who else None]:
        if attribute and _fits(attribute, quantity):
            return attribute, how, False
    if who:
        return who, "head", False
    if quantity.scope == "part" or quantity.part_of:
        whole = _whole(earlier)
        if whole:
            return whole, "part", True
    return _plain(quantity, before), "none", False


def _of_itself(
    passage: Passage, quantity: QuantityMention, sentence: Sentence, earlier: Sequence[tuple[QuantityMention, Deed]]
) -> tuple[str, str] | None:
    """Give attribute and rule of a quantity whose unit, noun or qualifier tells it."""
    if quantity.kind in ("age", "measure", "duration", "percent"):
        return _of_unit(passage, quantity, sentence), "unit"
    if quantity.head and stem(quantity.head) in HEAD:
        return HEAD[stem(quantity.head)], "head"
    if quantity.kind == "count" and passage.text[quantity.digits.end : quantity.digits.end + 2].strip()[:1] == "-":
        return f"{quantity.head}-size", "none"
    integral = quantity.number is None or quantity.number == int(quantity.number) or quantity.ambiguous
    if quantity.kind == "count" and not integral:
        return _fraction(quantity, earlier), "none"
    stated = next((AFTER[q] for q in quantity.qualifiers if q in AFTER), "")
    return (stated, "head") if stated else None


def _told(
    before: Sequence[Word],
    after: Sequence[Word],
    limits: tuple[int, int, int],
    earlier: Sequence[tuple[QuantityMention, Deed]],
) -> list[tuple[str, str]]:
    """Give what the words around a number may tell of it, rule and attribute, from the nearest words to the farthest."""
    return [
        ("after", _follows(after, limits[1], CLOSE, limits[2])),
        ("before", _precedes(before, limits[0], CLOSE)),
        ("joined", _joined(before, earlier)),
        ("after", _follows(after, limits[1], FAR, limits[2])),
        ("noun", _noun_before(before, limits[0])),
        ("before", _precedes(before, limits[0], FAR)),
    ]


def _fraction(quantity: QuantityMention, earlier: Sequence[tuple[QuantityMention, Deed]]) -> str:
    """Name what a fraction without a unit is of: a magnitude where the sentence has told one, "or 6.1 by another count"."""
    strengths = [deed.attribute for _, deed in earlier if deed.attribute == "magnitude"]
    return strengths[0] if strengths and not quantity.head else _plain(quantity, ())


def _fits(attribute: str, quantity: QuantityMention) -> bool:
    """Whether it can happen to what is counted: people are not damaged, houses are not killed, nor by "a loss of $5 million"."""
    group = HEAD_GROUP.get(stem(quantity.head), "")
    return (
        not (attribute in OF_PEOPLE and quantity.kind == "money")
        and not (attribute in OF_PEOPLE and group in THINGS)
        and not (attribute == "damaged" and group and group not in THINGS)
    )


def _limits(passage: Passage, quantity: QuantityMention, sentence: Sentence) -> tuple[int, int, int]:
    """Give where the words around a number end, at the numbers on either side, and where those end that share its verb."""
    left, right, last = sentence.span.start, sentence.span.end, quantity
    for other in passage.quantities_in(sentence.span):
        if other.span.end <= quantity.span.start:
            left = other.span.end
        elif other.span.start >= quantity.span.end and not _coupled(passage.text, last, other):
            right = other.span.start
            break
        else:
            last = other
    return left, right, last.span.end


def _coupled(text: str, first: QuantityMention, second: QuantityMention) -> bool:
    """Whether two numbers have one verb: "15 civilians and six soldiers were killed"."""
    between = text[first.span.end : second.span.start].split()
    return (
        bool(between)
        and len(between) <= CLOSE
        and between[0].strip(",") in ("", "and")
        and _JOINING.issuperset(between)
    )


def _follows(after: Sequence[Word], limit: int, reach: int, joined: int = 0) -> str:
    """Find the word behind the number that says what happened: "22 dead", "22 people were killed".

    An "and" before `joined` joins another number, not another clause: "two women and a man died".
    """
    for i, (word, start, _) in enumerate(after[: reach + 1]):
        if start >= limit:
            return ""
        if word in AFTER and not _acts(after, i) and not _another_clause(after[:i], joined):
            return _both(AFTER[word], [w for w, _, _ in after[i + 1 : i + 4]])
    return ""


def _both(attribute: str, behind: Sequence[str]) -> str:
    """Give what "dead or missing" and "killed and wounded" tell of one number; "killed and wounded 30" tells of two."""
    if len(behind) < 2 or behind[0] not in ("and", "or") or behind[1] not in AFTER:
        return attribute
    acts = behind[1] in BEFORE and bool(behind[2:])
    if acts and (behind[2][0].isdecimal() or behind[2] in _OBJECT or behind[2] == "others"):
        return attribute
    return TOGETHER.get(frozenset((attribute, AFTER[behind[1]])), attribute)


def _another_clause(words: Sequence[Word], joined: int) -> bool:
    """Whether an "and" parts the verb from the number: "killed 48 people and injured dozens"."""
    between = [w for w, start, _ in words if start >= joined]
    return "and" in between and between[-1] not in _BE


def _acts(after: Sequence[Word], i: int) -> bool:
    """Whether the verb has the things counted as its subject and an object of its own: "three gunmen killed a guard"."""
    word = after[i][0]
    if word not in BEFORE or word == "dead" or any(w in _BE for w, _, _ in after[max(0, i - 3) : i]):
        return False
    following = after[i + 1][0] if i + 1 < len(after) else ""
    return following in _OBJECT or following[:1].isdecimal()


def _precedes(before: Sequence[Word], limit: int, reach: int) -> str:
    """Find the verb in front of the number: "killing 22", "killing, among others, 22"; a preposition between blocks it."""
    for word, start, _ in reversed(before[-reach:]):
        if start < limit or word in _BLOCKING:
            return ""
        if word in BEFORE:
            return BEFORE[word]
        if word in NOUN and reach == CLOSE:
            return NOUN[word]
    return ""


def _noun_before(before: Sequence[Word], limit: int) -> str:
    """Find the noun in front of the number, over prepositions: "the death toll from the fire rose to 44"."""
    rose = bool(before) and before[-1][0] in ("to", "at") and any(w in RISEN for w, _, _ in before[-2 * FAR :])
    for word, _, _ in reversed(before[-(2 * FAR if rose else FAR) :]):
        if word in NOUN and word not in ("body", "loss", "share"):
            return NOUN[word]
    return ""


def _joined(before: Sequence[Word], earlier: Sequence[tuple[QuantityMention, Deed]]) -> str:
    """Take over the verb of the number before: "killed 22 children and six teachers"."""
    if not earlier or earlier[-1][1].how not in ("before", "joined", "head", "noun"):
        return ""
    last, deed = earlier[-1]
    between = [w for w, start, _ in before if start >= last.span.end]
    return deed.attribute if len(between) <= CLOSE and all(w in _JOINING for w in between) and deed.family else ""


def _whole(earlier: Sequence[tuple[QuantityMention, Deed]]) -> str:
    """Give the attribute of the whole that a part is told of: "22 dead, seven of them children"."""
    for _, deed in reversed(earlier):
        if deed.attribute in FAMILY:
            return deed.attribute
    return ""


def _of_unit(passage: Passage, quantity: QuantityMention, sentence: Sentence) -> str:
    """Name what a measure, an age, a duration or a share is said of, as far as the unit tells."""
    if quantity.kind == "age":
        return "age"
    if quantity.kind == "measure":
        return "magnitude" if quantity.unit == "magnitude" else "measure"
    return quantity.kind


def _plain(quantity: QuantityMention, before: Sequence[Word]) -> str:
    """Name what no list knows: the counted noun, or "money"."""
    if quantity.kind == "money":
        return "money"
    head = stem(quantity.head) if quantity.head else ""
    if HEAD_GROUP.get(head) == MILITARY and any(w in _HAVE for w, _, _ in before[-CLOSE:]):
        return "stationed"
    return HEAD_GROUP.get(head, head) or "number"


def _family(quantity: QuantityMention) -> str:
    """Say how values behave where no attribute does: ages and measures are facts, the rest unknown."""
    return "fact" if quantity.kind in ("age", "measure", "duration") else ""
