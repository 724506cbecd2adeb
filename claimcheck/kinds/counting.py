"""A quantity -> what happened to the things counted: killed, injured, stationed; and of which event."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from claimcheck.immutable import record
from claimcheck.kinds.amounts import attribute_of
from claimcheck.kinds.events import event_of
from claimcheck.kinds.parents import has_children
from claimcheck.kinds.passage import Passage
from claimcheck.kinds.population import lives_there
from claimcheck.kinds.verbs import (
    CLOSE,
    FAR,
    PUT_AT,
    RALLIES,
    Word,
    follows,
    noun_before,
    object_of,
    over_apposition,
    precedes,
)
from claimcheck.model import QuantityMention, Sentence
from claimcheck.read.deeds import AFTER, FAMILY, HEAD, HEAD_GROUP, MILITARY, OF_PEOPLE, RIDERS, THINGS, WHO
from claimcheck.read.leads import led_by
from claimcheck.read.precision import broken
from claimcheck.read.results import VOTE
from claimcheck.read.words import stem

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
OF_WHOLE = re.compile(
    r" of (?:the|its|their|all|his|her|these|those|(?:the )?[\w’-]{2,20}['’]s)(?: (?:about|some|roughly|nearly|estimated|more than))? ",
    re.IGNORECASE,
)
"""Between a part and its whole: "30 of the 52"."""
OF_RIDERS = re.compile(
    r" of (?:the |its |all )?[\w,-]{1,12}(?: [a-z]{3,12})?(?: who were)? (?:aboard|on board)"
    r"(?: (?:the|a) [a-z]{3,12})? (?:(?:were|was|had|have|are) )?(?:been )?([a-z]{3,12})\b"
)
"""Behind a part of those aboard, with what happened to it."""
OF_MONEY = frozenset({"revenue", "profit"})
"""Attributes of sums, whose currency may be left out where they are large."""
_HAVE = frozenset({"has", "have", "had", "there", "are", "were", "keeps", "maintains", "with"})


@record
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
    if _is_whole(passage, quantity, earlier):
        return _plain(quantity, before, earlier), "none", False
    if apposed := over_apposition(passage.text, quantity.span.end, sentence.span.end):
        return apposed, "after", False
    limits = _limits(passage, quantity, sentence)
    if quantity.kind == "money" and (of := attribute_of(before, after, *limits[:2])):
        return of, "noun", False
    who = WHO.get(stem(quantity.head), "") if quantity.head else ""
    for how, attribute in islice(_told(before, after, limits, earlier), 3 if who else None):
        if attribute and _fits(attribute, quantity):
            return attribute, how, False
    if who:
        return who, "head", False
    part = bool(quantity.scope == "part" or quantity.part_of)
    put = led_by(PUT_AT, passage.text, quantity.span.start, 130)
    if put and put["who"] and (told := WHO.get(stem(put["who"]), "")):
        return told, "noun", False
    if put and put["rally"] in RALLIES:
        return "protested", "noun", False
    if (part or put) and (whole := _whole(earlier)):
        return whole, "part", part
    return _plain(quantity, before, earlier), "none", False


def _of_itself(
    passage: Passage, quantity: QuantityMention, sentence: Sentence, earlier: Sequence[tuple[QuantityMention, Deed]]
) -> tuple[str, str] | None:
    """Give attribute and rule of a quantity whose unit, noun or qualifier tells it."""
    if quantity.kind in ("age", "measure", "duration", "percent", "score", "ordinal"):
        return _of_unit(passage, quantity, sentence), "unit"
    if quantity.head and stem(quantity.head) in HEAD:
        return HEAD[stem(quantity.head)], "head"
    if has_children(passage.text, quantity):
        return "children", "head"
    hyphen = passage.text[quantity.digits.end : quantity.digits.end + 2].strip()[:1] == "-"
    if quantity.kind == "count" and quantity.head and hyphen:
        return f"{quantity.head}-size", "none"
    whole = quantity.ambiguous or not broken(quantity.number, quantity.low, quantity.high)
    if quantity.kind == "count" and not whole:
        return _fraction(quantity, earlier), "none"
    if quantity.head and lives_there(passage.text, quantity):
        return "population", "head"
    if fate := _fate_of_riders(passage.text, quantity, sentence.span.end):
        return fate, "after"
    stated = next((AFTER[q] for q in (*quantity.qualifiers, *quantity.part_of.lower().split()) if q in AFTER), "")
    return (stated, "head") if stated else None


def _fate_of_riders(text: str, quantity: QuantityMention, end: int) -> str:
    """Give what befell a part of all aboard: "11 of the 45 aboard survived"; "" where the words tell nothing of it."""
    found = OF_RIDERS.match(text, quantity.digits.end, end)
    return AFTER.get(found[1], "") if found else ""


def _told(
    before: Sequence[Word],
    after: Sequence[Word],
    limits: tuple[int, int, int],
    earlier: Sequence[tuple[QuantityMention, Deed]],
) -> Iterator[tuple[str, str]]:
    """Give what the words around a number may tell of it, rule and attribute, from the nearest words to the farthest."""
    yield "before", object_of(before, limits[0])
    yield "after", follows(after, limits[1], CLOSE, limits[2])
    yield "before", precedes(before, limits[0], CLOSE)
    yield "joined", _joined(before, earlier)
    yield "after", follows(after, limits[1], FAR, limits[2])
    yield "noun", noun_before(before, limits[0])
    yield "before", precedes(before, limits[0], FAR)


def _fraction(quantity: QuantityMention, earlier: Sequence[tuple[QuantityMention, Deed]]) -> str:
    """Name what a fraction without a unit is of: a magnitude where the sentence has told one, "or 6.1 by another count"."""
    strengths = [deed.attribute for _, deed in earlier if deed.attribute == "magnitude"]
    return strengths[0] if strengths and not quantity.head else _plain(quantity, ())


def _fits(attribute: str, quantity: QuantityMention) -> bool:
    """Whether it can happen to what is counted: people are not damaged, houses are not killed, nor by "a loss of $5 million"."""
    group = HEAD_GROUP.get(stem(quantity.head), "")
    return (
        not (attribute in OF_PEOPLE and quantity.kind == "money")
        and not (attribute == "price" and quantity.change)
        and not (attribute in OF_MONEY and quantity.kind == "count" and (quantity.number or 0) < 1_000_000)
        and not (attribute in OF_PEOPLE and group in THINGS)
        and not (attribute == "damaged" and group and group not in THINGS)
        and not (attribute == "stationed" and group == "person")
        and not (attribute == "dismissed" and group not in ("worker", "person", "soldier", "police", "teacher"))
        and not (attribute == "aboard" and quantity.head and not group and stem(quantity.head) not in RIDERS)
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
    stop = passage.text.rfind(";", left, quantity.span.start)
    clause = passage.text.find(";", quantity.span.end, right)
    return max(left, stop + 1), right if clause < 0 else clause, last.span.end


def _coupled(text: str, first: QuantityMention, second: QuantityMention) -> bool:
    """Whether two numbers have one verb: "15 civilians and six soldiers were killed"."""
    if OF_WHOLE.fullmatch(text, first.digits.end, second.span.start):
        return not _stated(text, second)
    between = text[first.span.end : second.span.start].split()
    return (
        bool(between)
        and len(between) <= CLOSE
        and between[0].strip(",") in ("", "and")
        and _JOINING.issuperset(between)
    )


def _joined(before: Sequence[Word], earlier: Sequence[tuple[QuantityMention, Deed]]) -> str:
    """Take over the verb of the number before: "killed 22 children and six teachers"."""
    if not earlier or earlier[-1][1].how not in ("before", "joined", "head", "noun"):
        return ""
    last, deed = earlier[-1]
    between = [w for w, start, _ in before if start >= last.span.end]
    return deed.attribute if len(between) <= CLOSE and all(w in _JOINING for w in between) and deed.family else ""


def _is_whole(passage: Passage, quantity: QuantityMention, earlier: Sequence[tuple[QuantityMention, Deed]]) -> bool:
    """Whether another number is told to be a part of this one: the 52 of "injured 30 of the 52 people aboard"."""
    if not earlier:
        return False
    between = passage.text[earlier[-1][0].digits.end : quantity.span.start]
    return bool(OF_WHOLE.fullmatch(between)) and not _stated(passage.text, quantity)


def _stated(text: str, quantity: QuantityMention) -> bool:
    """Whether the word behind a number says by itself what happened: "the 80 wounded", "the 52 people aboard"."""
    behind = text[quantity.span.end : quantity.span.end + 16].lstrip(" ")
    told = AFTER.get(behind.split(" ", 1)[0].strip(".,;"), "")
    return told == "aboard" or behind.startswith("on board") or bool(told and not quantity.head)


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
    if quantity.kind == "ordinal":
        return "rank"
    if quantity.kind == "score":
        return "ballot" if quantity.head == VOTE else "score"
    return quantity.kind


def _plain(
    quantity: QuantityMention, before: Sequence[Word], earlier: Sequence[tuple[QuantityMention, Deed]] = ()
) -> str:
    """Name what no list knows: the counted noun, or "money"."""
    if quantity.kind == "money":
        return "money"
    head = stem(quantity.head) if quantity.head else ""
    here = any(w in _HAVE for w, _, _ in before[-CLOSE:]) or (earlier and earlier[-1][1].attribute == "stationed")
    if HEAD_GROUP.get(head) == MILITARY and here:
        return "stationed"
    return HEAD_GROUP.get(head, head) or "number"


def _family(quantity: QuantityMention) -> str:
    """Say how values behave where no attribute does: ages and measures are facts, the rest unknown."""
    return "fact" if quantity.kind in ("age", "measure", "duration") else ""
