"""Which of them are counted: all, a part, or more beside others; by the number's own words, its sentence, the article."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.kinds.around import OF_WHOLE
from claimcheck.kinds.deed import Counted, Deed
from claimcheck.kinds.growing import fate_of_all, grows_by
from claimcheck.kinds.passage import Passage
from claimcheck.model import QuantityMention, Sentence, Span
from claimcheck.read.deeds import AFTER, BEFORE, FAMILY
from claimcheck.read.leads import led_by

APART = frozenset({"separate", "separately", "elsewhere"})
"""Words that tell of another event beside the article's own."""
ANOTHER = re.compile(
    r"\b(?:another|a (?:second|third|fourth|fifth)) (?:suicide )?"
    r"(?:gunman|gunmen|bombers?|attackers?|assailants?|robbers?|terrorists?|militants?)\b",
    re.IGNORECASE,
)
"""Behind a count of attackers: there were more."""
ANEW = APART | {"also", "another", "second", "later", "earlier"}
"""Words in front of others that are told of a second event, or who come on top."""
TOLLS = frozenset(name for name, family in FAMILY.items() if family == "toll")
WORSE = re.compile(
    r" of (?:them|whom)(?: (?:are|were|is|was|remain|remained|still))*"
    r" (?:with|in (?:a )?(?:critical|serious|grave|stable)|seriously|critically|badly|gravely|severely)\b"
)
"""Behind those of the hurt who are hurt worst: "ten of them with serious injuries"."""
RAISED = re.compile(
    r"\b(?:rose|risen|rises|climbed|climbs|raised|raising|bringing|brought|jumped|grew)\b[^.;:\n]{0,60} (?:after|when|as) (?:[a-z]+ )?\Z"
)
"""In front of those by whom a toll has grown: "rose to 38 after seven people died of their wounds"."""
LAST = re.compile(r"\b(?:the|its|their) (?:very )?(?:last|final|remaining|first|latest) \Z", re.IGNORECASE)
"""In front of those who were counted before or after the others: "the last three bodies were found on Friday"."""
HELPED = re.compile(
    r"(?:(?-i:\b[A-Z][\w’'-]{1,20}), who (?:(?:had|has) )?|\b(?:[Hh]e|[Ss]he|I) (?:(?:had|has|have) )?(?=saved|rescued|pulled|carried)|\b(?:help(?:ed|ing|s)? (?:to )?|(?:his|her|my|our|whose) (?:own )?(?:crew|team|unit|boat|squad|men) (?:(?:had|have|has) )?))"
    r"[a-z]+(?: (?:out|up|away|down|ashore))? \Z",
    re.IGNORECASE,
)
"""In front of those of whom one helper tells: "a diver who helped pull out six survivors", "his crew had rescued nine"."""
FOR_WHAT = re.compile(r" (?:for|with|in|on) ")
BRACKETED = re.compile(r" \([A-Z][^()\n]*")
"""Between a total and its parts: "Dead: 34 (Orsa 15; Varn 12)"."""
APPOSED = re.compile(r"(?: [a-z]+){0,3}, ")
"""Between the hurt and a part of them, and behind the part: "17 wounded inmates, five for surgery"."""
OF_THOSE = re.compile(
    r" of (?:the|those) (?:[a-z]+ )?(?:dead|deaths|killed|victims|fatalities|injured|wounded|arrested|missing)\b"
)
"""Behind the first part of the dead of a sentence that divides them."""
MORE = re.compile(r"\bmore [a-z]", re.IGNORECASE)
"""Between a number and its noun, where more of them are told of."""
OF_FAMILY = re.compile(r" (?:\w+ )?members of (?:one|a|the same|a single|his|her|their|an?) (?:\w+ )?family\b")
"""Behind those who belong together: a part of all."""
OF_BEASTS = re.compile(
    r" of (?:the|those|these) (?:animals|whales|dolphins|cattle|horses|birds|passengers|occupants|hostages|patients|miners|climbers|people (?:on board|aboard|inside))\b"
)
"""Behind those of a crowd who died, when the crowd is not that of the dead: "21 of the animals were already dead"."""
BADLY = re.compile(
    r"[^.;:\n0-9]{0,50}\b(?:seriously|critically|badly|severely|gravely) (?:hurt|injured|wounded|burn(?:ed|t))\b"
)
"""Behind those who are hurt worst: "fourteen patients are listed as seriously hurt"."""
SO_TOLD = re.compile(
    r" (?:wounded|injured|killed|hurt|dead|missing|arrested|detained|freed|rescued|trapped|displaced)\b"
)
"""Behind the whole of a part, with what befell all of it: "48 of the 70 people wounded"."""
ALL_OF = frozenset({"them", "whom"})
"""Of whom a part is told in the same breath."""


def scope_of(
    passage: Passage, sentence: Sentence, quantity: QuantityMention, deed: Deed, earlier: list[Counted]
) -> str:
    """Give which of them are counted, by the number's own words, those of its sentence, and for attackers the article's."""
    if quantity.kind == "age":
        return ""
    if _another_crowd(passage, sentence, quantity, deed) or _others(passage, sentence, quantity, deed, earlier):
        return ""
    if own := _scope(passage, sentence, quantity, deed, earlier) or _beside(passage, sentence, quantity, deed):
        return own
    among = fate_of_all(passage.text, quantity, sentence.span.end)
    return "part" if among or (deed.attribute == "attackers" and _tells_another(passage.text)) else ""


@lru_cache(maxsize=4)
def _tells_another(text: str) -> bool:
    """Whether an article tells of another attacker beside those counted: "a third bomber"."""
    return ANOTHER.search(text) is not None


def _scope(passage: Passage, sentence: Sentence, quantity: QuantityMention, deed: Deed, earlier: list[Counted]) -> str:
    """Give which of them are counted: all, a part, or more of them; "44 killed and 140 others injured" are all injured."""
    if quantity.kind == "percent" and quantity.scope != "more":  # "68 percent of voters": what it is a share of.
        return ""
    worse = WORSE.match(passage.text, quantity.digits.end) is not None
    counts = [c.deed.attribute for c in earlier if c.deed.attribute in FAMILY and c.quantity.kind == "count"]
    if quantity.scope == "more" and counts and counts[-1] != deed.attribute:
        return ""
    if deed.attribute == "attackers" and quantity.part_of and not earlier:
        return ""  # "Three of its fighters carried out the attack": all that there were.
    them = bool(earlier) and quantity.part_of in ALL_OF
    if quantity.scope == "part" and them and deed.how in ("before", "after") and not worse:
        return "part" if deed.attribute in counts else ""  # "Shot three, killing two of them": all who died.
    if deed.attribute == "killed" and OF_BEASTS.match(passage.text, quantity.digits.end):
        return ""
    if deed.family == "toll" and (grown := grows_by(passage.text, sentence, quantity, deed.attribute)):
        return grown
    if quantity.scope:
        return quantity.scope
    if "remaining" in quantity.qualifiers or _one_of_parts(passage.text, quantity, earlier):
        return "part"
    if deed.attribute in counts and RAISED.search(
        passage.text, earlier[-1].quantity.span.start - 40, quantity.span.start
    ):
        return "more"
    if quantity.change and deed.family == "toll":  # "Deaths rose by 12 to 340": 12 more.
        return "more" if quantity.change == "up" else "part"
    one_seen = quantity.number == 1 and quantity.head in ("body", "corpse")
    if deed.family == "toll" and (
        led_by(LAST, passage.text, quantity.span.start, 24)
        or led_by(HELPED, passage.text, quantity.span.start, 40)
        or OF_FAMILY.match(passage.text, quantity.digits.end)
        or _of_those(passage, quantity, deed)
        or (deed.attribute == "injured" and BADLY.match(passage.text, quantity.digits.end))
    ):
        return "part"
    return "part" if quantity.part_of or deed.inherited_as_part or one_seen else ""


def _one_of_parts(text: str, quantity: QuantityMention, earlier: list[Counted]) -> bool:
    """Whether a sentence divides the dead: "nine of those killed were from Orsa, four came from Varn"."""
    if not earlier or quantity.head or text.endswith("to ", 0, quantity.span.start):  # "Raising the toll to 21".
        return False
    behind_total = text[earlier[0].quantity.span.end : quantity.span.start]
    if quantity.kind == "count" and BRACKETED.fullmatch(behind_total):
        return True  # "Dead: 34 (Orsa 15; Varn 12)"
    between = text[earlier[-1].quantity.span.end : quantity.span.start]
    if APPOSED.fullmatch(between) and FOR_WHAT.match(text, quantity.span.end):
        return True  # "17 wounded inmates, five for surgery"
    return OF_THOSE.match(text, earlier[0].quantity.digits.end, quantity.span.start) is not None


def _of_those(passage: Passage, quantity: QuantityMention, deed: Deed) -> bool:
    """Whether a number is of a whole that is told to have met the same fate: "treating 48 of the 70 people wounded"."""
    found = OF_WHOLE.match(passage.text, quantity.digits.end)
    whole = next(iter(passage.quantities_in(Span(found.end(), found.end() + 1))), None) if found else None
    told = SO_TOLD.match(passage.text, whole.span.end) if whole else None
    return told is not None and AFTER.get(told[0].strip()) == deed.attribute


def _another_crowd(passage: Passage, sentence: Sentence, quantity: QuantityMention, deed: Deed) -> bool:
    """Whether another crowd is told of with its own town: "in Lisse, where another 20,000 marched" is all that marched there."""
    if deed.attribute != "protested" or quantity.scope != "more":
        return False
    return bool(passage.places_in(Span(sentence.span.start, quantity.span.start), quantity.span.start))


def _others(
    passage: Passage, sentence: Sentence, quantity: QuantityMention, deed: Deed, earlier: list[Counted]
) -> bool:
    """Whether "others" are those beside people of another fate: "a guard was killed and six others were injured"."""
    if quantity.scope != "more" or MORE.search(quantity.span.of(passage.text)):
        return False  # "The bodies of two more residents": on top of those known.
    if deed.attribute == "missing":  # "Four others are missing": beside the dead.
        return True
    if deed.family != "toll" or any(c.deed.attribute == deed.attribute for c in earlier):
        return False
    words = _told_before(passage, sentence, quantity)
    if words & ANEW:
        return False
    told = {found for word in words if (found := AFTER.get(word) or BEFORE.get(word)) in TOLLS}
    return bool(told - {deed.attribute}) and (deed.attribute not in told or deed.how == "before")


def _told_before(passage: Passage, sentence: Sentence, quantity: QuantityMention) -> set[str]:
    """Give the words in front of others, of the sentence before too where theirs begins with them: "Another 110 were hurt"."""
    words = [word for word, _, _ in passage.words_in(Span(sentence.span.start, quantity.span.start))]
    if words[-1:] == ["another"]:
        words.pop()
    before = passage.previous(sentence) if not words else None
    return {*words, *([word for word, _, _ in passage.words_in(before.span)] if before else [])}


def _beside(passage: Passage, sentence: Sentence, quantity: QuantityMention, deed: Deed) -> str:
    """Say "more" where the words tell of a second event beside the first: "also killed six", "in a separate raid"."""
    if deed.family != "toll":
        return ""
    clause = passage.clause(quantity.span, sentence)
    around = [
        w
        for w, _, _ in passage.words_in(
            Span(max(clause.start, quantity.span.start - 40), min(clause.end, quantity.span.end + 60))
        )
    ]
    if set(around) & APART:
        return "more"
    before = [w for w, _, _ in passage.words_in(Span(max(clause.start, quantity.span.start - 30), quantity.span.start))]
    return "more" if "also" in before[-3:] else ""
