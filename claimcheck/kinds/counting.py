"""A quantity -> what happened to the things counted: killed, injured, stationed; and of which event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from claimcheck.kinds.amounts import attribute_of
from claimcheck.kinds.around import JOINING, OF_WHOLE, Around, around, stated
from claimcheck.kinds.compared import is_compared, is_earlier
from claimcheck.kinds.deed import Counted, Deed
from claimcheck.kinds.events import elsewhere, event_of
from claimcheck.kinds.growing import died_of_hurt, fate_of_all
from claimcheck.kinds.itself import INFECTED, of_itself, plain, stated_by_words
from claimcheck.kinds.outbreaks import is_outbreak
from claimcheck.kinds.passage import Passage
from claimcheck.kinds.phrases import PUT_AT, number_of, told_at_length
from claimcheck.kinds.verbs import (
    CLOSE,
    FAR,
    FREES,
    RALLIES,
    fate,
    follows,
    noun_before,
    object_of,
    precedes,
)
from claimcheck.model import QuantityMention, Sentence
from claimcheck.read.deeds import (
    ACCOUNTS,
    AFTER,
    BODIES,
    FAMILY,
    HEAD_GROUP,
    MILITARY,
    OF_PEOPLE,
    PLACES,
    RIDERS,
    THINGS,
    WHO,
)
from claimcheck.read.leads import led_by
from claimcheck.read.other_events import ANOTHERS, COMPARED, WIDER
from claimcheck.read.words import stem

_HAVE = frozenset({"has", "have", "had", "there", "are", "were", "keeps", "maintains", "with"})

A_SUM = 1_000_000
"""From this size a number without a thing counted may be a sum."""

OF_JOBS = frozenset({"dismissed", "hired", "employed"})
"""Attributes of workers and their places."""
OF_DEAD = re.compile(
    r" of (?:the|those) (?:[a-z0-9]{1,8} )?(?:(?:dead|deceased|killed|fatalities|deaths)\b"
    r"|(?:(?:people|persons|patients|others|civilians|passengers|workers|children|victims) )?who (?:(?:have|had) )?(?:died|perished|been killed|were killed|lost their lives)\b)"
)
"""Behind a part of the dead: "four of the six dead are teenagers"."""
OF_MANY = re.compile(r" of (?:the |its |their )?(?:[0-9]|two|three|four|five|six|seven|eight|nine|ten)")
"""Behind a part, its whole: "12 of 20"."""
OF_OUTBREAK = frozenset({"infected", "killed", "hospitalised"})
"""Attributes of those who fall to a disease."""
LATELY = re.compile(r"[^.;:\n]{0,60}?\b(?:past|last|previous) (?:[a-z0-9-]+ )?(?:days?|weeks?|hours|fortnight)\b")
"""Behind those of an outbreak's last days alone."""
LEAVING = frozenset({"leaving", "leaves", "left"})
"""Verbs behind whose number stands what became of it."""
ANOTHER = re.compile(r"\banother \Z", re.IGNORECASE)
AMONG = re.compile(r"\b(?:among|of) (?:the|those|these) \Z")
"""In front of the number of all of whom one is spoken of."""
SHARE_OF = re.compile(
    r"(?:%|\bper ?cent) of (?:[a-z]{2,12} ){0,2}(?:revenues?|sales|turnover|profits?|income|earnings)\b[^.;:\n]{0,40}\Z",
    re.IGNORECASE,
)
"""In front of a sum behind the share of a profit or revenue, which it is not: "40% of revenue, and debt service 58.9 billion"."""
MOVED = frozenset({"taken", "sent", "brought", "flown", "moved", "seen", "found"})
"""Verbs of those counted that tell nothing of their fate by themselves."""
LOST = frozenset({"lost", "lose", "loses", "losing"})
FIGHTERS = frozenset({"soldier", "fighter", "police", "man"})
"""Groups whose losses are their dead."""
_ARE, _AT = frozenset({"are", "were", "is"}), frozenset({"in", "at", "there", "inside"})
"""Words that tell together where soldiers are: "1,500 soldiers are still in the country"."""
_STAY = frozenset({"remain", "remained", "remains", "stay", "stayed", "staying"})
FACTS = frozenset({"age", "measure", "duration"})
"""Kinds of quantities that are facts where no attribute says how their values behave."""


def deed_of(passage: Passage, quantity: QuantityMention, sentence: Sentence, earlier: Sequence[Counted]) -> Deed:
    """Find what happened to the things counted; rules from the nearest words to the farthest."""
    attribute, how, part = _named(passage, quantity, sentence, earlier)
    family = FAMILY.get(attribute, "fact" if quantity.kind in FACTS else "")
    compared = (family != "toll" or is_earlier(passage, sentence, quantity)) and is_compared(
        passage, sentence, quantity, earlier
    )
    event = COMPARED if compared else event_of(passage, quantity, sentence)
    if (
        event == "period"
        and attribute in OF_OUTBREAK
        and is_outbreak(passage.text[: passage.lead_end()])
        and not LATELY.search(passage.text, quantity.span.end, min(sentence.span.end, quantity.span.end + 90))
    ):
        # "19 deaths since the start of the year": the outbreak's own time.
        event = elsewhere(passage, quantity.span, passage.clause(quantity.span, sentence))
    return Deed(attribute, family, "" if _says_nothing(event, attribute, quantity) else event, how, part)


def _says_nothing(event: str, attribute: str, quantity: QuantityMention) -> bool:
    """Whether an event tells no two numbers of an attribute apart.

    "Marches across the country, 20,000 of them in Athens"; a quarter's profit is always of a time that is past.
    """
    if event == WIDER:
        return attribute == "protested" or quantity.kind == "duration"
    if event == ANOTHERS:
        return attribute not in FAMILY
    return attribute in ACCOUNTS and event in ("past", "period")


def _named(
    passage: Passage, quantity: QuantityMention, sentence: Sentence, earlier: Sequence[Counted]
) -> tuple[str, str, bool]:
    """Give attribute, rule, and whether it is taken over from the whole that this is a part of."""
    if own := of_itself(passage, quantity, sentence, earlier):
        return *own, False
    if OF_DEAD.match(passage.text, quantity.digits.end):
        return "killed", "after", True
    if died_of_hurt(passage.text, quantity):
        return "killed", "after", False
    if quantity.kind == "count" and (shared := fate_of_all(passage.text, quantity, sentence.span.end)):
        return shared, "after", True
    if (
        earlier
        and not quantity.head
        and led_by(ANOTHER, passage.text, quantity.span.start, 14)
        and _goes_on(passage.text, earlier[-1], quantity)
    ):
        return earlier[-1].deed.attribute, "joined", False
    words = around(passage, sentence, quantity)
    if state := stated_by_words(quantity):
        return fate(words.before, words.after) or state, "head", False
    if told := _by_words(passage, quantity, sentence, earlier, words):
        return *told, False
    part = bool(quantity.scope == "part" or quantity.part_of)
    put = led_by(PUT_AT, passage.text, quantity.span.start, 130)
    if put and (named := WHO.get(stem(put["who"] or ""), "") or ("protested" if put["rally"] in RALLIES else "")):
        return named, "noun", False
    if (part or put) and not _is_whole(passage, quantity, earlier) and (whole := _whole(earlier)):
        return whole, "part", part
    return ("stationed" if _is_stationed(quantity, words, earlier) else plain(quantity)), "none", False


def _goes_on(text: str, last: Counted, quantity: QuantityMention) -> bool:
    """Whether a number has the verb of the one before: "three died on Monday and another three on Tuesday"."""
    behind = text[quantity.span.end : quantity.span.end + 4]
    between = text[last.quantity.span.end : quantity.span.start]
    return (
        last.deed.family == "toll" and behind in (" on ", " in ", " at ") and len(between) < 80 and ";" not in between
    )


def _by_words(
    passage: Passage, quantity: QuantityMention, sentence: Sentence, earlier: Sequence[Counted], words: Around
) -> tuple[str, str] | None:
    """Give attribute and rule that the words around a number tell; None where they tell nothing, or another number has them."""
    if _is_whole(passage, quantity, earlier):
        return None
    if told := told_at_length(passage.text, quantity.span, sentence.span.end, HEAD_GROUP.get(stem(quantity.head), "")):
        return told, "after"
    if befell := number_of(passage.text, quantity.span.start):
        return befell, "noun"
    if _is_sum(quantity) and (of := attribute_of(words.before, words.after, words.left, words.right)):
        return of, "noun"
    if acted := _by_plain_verb(passage.text, quantity, words):
        return acted, "before"
    if _is_whole_of_one(passage.text, words):
        return None
    who = next((WHO[noun] for noun in (stem(quantity.head), *quantity.qualifiers) if noun in WHO), "")
    if words.is_subject and _of_own_fate(words):
        return (who, "head") if who else None
    rules = _told(words, earlier)
    if words.is_subject:
        rules = (rule for rule in rules if rule[0] == "after")
    for how, attribute in islice(rules, 3 if who else None):
        if attribute in ACCOUNTS and led_by(SHARE_OF, passage.text, words.start, 90):
            continue
        if attribute and _fits(attribute, quantity) and (attribute != INFECTED or is_outbreak(passage.text)):
            return attribute, how
    return (who, "head") if who else None


def _is_whole_of_one(text: str, words: Around) -> bool:
    """Whether what follows is told of one of them: "a man who was among the five has died"."""
    next_word = words.after[0][0] if words.after else ""
    return next_word in ("has", "was", "is") and led_by(AMONG, text, words.start, 12) is not None


def _is_sum(quantity: QuantityMention) -> bool:
    """Whether it is money, or a large number of nothing, whose currency was lost: "agreed a 110 billion debt bailout"."""
    return quantity.kind == "money" or (
        quantity.kind == "count" and not quantity.head and (quantity.number or 0) >= A_SUM
    )


def _of_own_fate(words: Around) -> bool:
    """Whether the verb of those counted is one that no list knows: "two were taken away and a soldier was killed"."""
    verb, *rest = [word for word, start, _ in words.after[1:5] if start < words.right] or [""]
    return verb in MOVED and AFTER.keys().isdisjoint(rest[:2])


def _told(words: Around, earlier: Sequence[Counted]) -> Iterator[tuple[str, str]]:
    """Give what the words around a number may tell of it, rule and attribute, from the nearest words to the farthest."""
    before, after = words.before, words.after
    yield "before", object_of(before, after, words.start, words.left)
    yield "after", follows(after, words.right, CLOSE, words.joined)
    if before and before[-1][0] in LEAVING:  # "Killing five and leaving thousands without shelter".
        return
    yield "before", precedes(before, words.left, CLOSE)
    yield "joined", _joined(words, earlier)
    yield "after", follows(after, words.right, FAR, words.joined)
    yield "noun", noun_before(before, words.left)
    yield "before", precedes(before, words.left, FAR)


def _fits(attribute: str, quantity: QuantityMention) -> bool:
    """Whether it can happen to what is counted: people are not damaged, houses are not killed, nor by "a loss of $5 million"."""
    group = HEAD_GROUP.get(stem(quantity.head), "")
    return (
        not (attribute in OF_PEOPLE and quantity.kind == "money")
        and not (attribute == "price" and quantity.change)
        and not (attribute in ACCOUNTS and quantity.kind == "count" and (quantity.number or 0) < A_SUM)
        and not (attribute in OF_PEOPLE and (group in THINGS or stem(quantity.head) in PLACES))
        and not (attribute == "protested" and quantity.head in RALLIES)
        and not (attribute == "freed" and (stem(quantity.head) in BODIES or quantity.head == "remains"))
        and not (attribute == "damaged" and group and group not in THINGS)
        and not (attribute == "attackers" and WHO.get(stem(quantity.head), attribute) != attribute)
        and not (attribute in OF_JOBS and group not in ("worker", "person", "soldier", "police", "teacher"))
        and not (attribute == "aboard" and quantity.head and not group and stem(quantity.head) not in RIDERS)
    )


def _by_plain_verb(text: str, quantity: QuantityMention, words: Around) -> str:
    """Give what a verb straight in front tells that is other words too: "free 12 of 20 hostages", "lost nine men"."""
    verb = words.before[-1][0] if words.before else ""
    group = HEAD_GROUP.get(stem(quantity.head), "")
    if verb in LOST and group in FIGHTERS:
        return "killed"
    if verb not in FREES:
        return ""
    people = group not in THINGS if group else OF_MANY.match(text, quantity.digits.end) is not None
    return "freed" if people else ""


def _joined(words: Around, earlier: Sequence[Counted]) -> str:
    """Take over the verb of the number before: "killed 22 children and six teachers"."""
    if not earlier or earlier[-1].deed.how not in ("before", "joined", "head", "noun"):
        return ""
    last, deed = earlier[-1].quantity, earlier[-1].deed
    between = [w for w, start, _ in words.before if start >= last.span.end]
    return deed.attribute if len(between) <= CLOSE and JOINING.issuperset(between) and deed.family else ""


def _is_whole(passage: Passage, quantity: QuantityMention, earlier: Sequence[Counted]) -> bool:
    """Whether another number is told to be a part of this one: the 52 of "injured 30 of the 52 people aboard"."""
    if not earlier:
        return False
    between = passage.text[earlier[-1].quantity.digits.end : quantity.span.start]
    return bool(OF_WHOLE.fullmatch(between)) and not stated(passage.text, quantity)


def _whole(earlier: Sequence[Counted]) -> str:
    """Give the attribute of the whole that a part is told of: "22 dead, seven of them children"."""
    return next((c.deed.attribute for c in reversed(earlier) if c.deed.attribute in FAMILY), "")


def _is_stationed(quantity: QuantityMention, words: Around, earlier: Sequence[Counted]) -> bool:
    """Whether soldiers are told to be somewhere: "has 900 troops in Syria and 2,500 in Iraq", "2,500 troops remain"."""
    if HEAD_GROUP.get(stem(quantity.head)) != MILITARY:
        return False
    here = any(word in _HAVE for word, _, _ in words.before[-CLOSE:])
    near = [word for word, _, _ in words.after[:4]]
    stay = not _STAY.isdisjoint(near[:3]) or any(
        a in _ARE and b in _AT for a, b in pairwise(w for w in near if w != "still")
    )
    return here or stay or bool(earlier and earlier[-1].deed.attribute == "stationed")
