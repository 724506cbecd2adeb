"""A count of people -> whether so many live somewhere, and where: "Orsa, a port city of 40,000 people"."""

from __future__ import annotations

import re

from claimcheck.kinds.passage import PLACE_KINDS, Passage
from claimcheck.lexicon import words as lexicon
from claimcheck.model import QuantityMention, Span
from claimcheck.read.deeds import HEAD_GROUP
from claimcheck.read.leads import led_by
from claimcheck.read.words import stem

INHABITED = "|".join(lexicon("things")["rules"]["inhabited"])
"""Where people live, as alternatives of an expression."""
LIVING = frozenset({"resident", "inhabitant"})
HAS = re.compile(r"\b(?:has|have|had|with)(?: (?:only|just|a population of))? \Z", re.IGNORECASE)
TOWN_OF = re.compile(rf"\b(?:{INHABITED}) of \Z", re.IGNORECASE)
TOWN = re.compile(
    r"(?: (?:island|city|town|village))?, (?:which is |is )?"
    rf"(?:home to |(?:an?|the) (?:[\w-]{{2,15}} ){{0,3}}(?:{INHABITED}) of )"
    r"(?:(?:about|some|around|nearly|roughly|more than|over) )?\Z",
    re.IGNORECASE,
)
"""Between a town's name and how many live there: "Orsa, a port city of", "Orsa, home to"."""

INHABITANTS = re.compile(
    r"\b(?:has|had|with) (?:an? (?:total )?(?:estimated )?population of )?"
    r"(?:(?:about|some|around|nearly|almost|roughly|more than|over|an estimated|only) )?\Z",
    re.IGNORECASE,
)
"""In front of how many live in what the sentence tells of."""
THE_TOWN = re.compile(rf"The (?P<noun>{INHABITED})\b")
BACK = 800
"""Letters back in which the place is named that "the island" means."""


def lives_there(text: str, quantity: QuantityMention) -> bool:
    """Whether the words say that so many live there: "has about 5,000 residents", "a town of 900 people"."""
    noun = stem(quantity.head)
    if noun in LIVING and led_by(HAS, text, quantity.span.start, 40):
        return True
    return HEAD_GROUP.get(noun) == "person" and bool(led_by(TOWN_OF, text, quantity.span.start, 60))


def town_of(passage: Passage, quantity: QuantityMention) -> str:
    """Give the place straight before the number of those who live there; "" where the words between say no such thing."""
    start = quantity.span.start
    names = [n for n in passage.names_before(start, 1) if n.kind in PLACE_KINDS and start - n.span.end < 90]
    told = names and TOWN.match(passage.text, names[0].span.end, start)
    if told:
        return names[0].canonical
    return town_meant(passage, start) if led_by(INHABITANTS, passage.text, start, 60) else ""


def town_meant(passage: Passage, start: int) -> str:
    """Give the place that a sentence begins with, up to a place in the text, or that its "the island" means; else ""."""
    sentence = passage.sentence_at(start)
    if sentence is None:
        return ""
    begin = sentence.span.start
    first = next((n for n in passage.names_in(Span(begin, start)) if n.kind in PLACE_KINDS), None)
    if first is not None and passage.text[begin : first.span.start] in ("", "The "):
        return first.canonical
    meant = THE_TOWN.match(passage.text, begin, start)
    return _last_of(passage, meant["noun"], begin) if meant else ""


def _last_of(passage: Passage, noun: str, before: int) -> str:
    """Give the last place in front that is named an island, a town …: "Qeshm Island", "the island of Qeshm"."""
    for name in reversed(passage.names_in(Span(max(0, before - BACK), before))):
        own = f"{name.canonical} {passage.text[name.span.end : name.span.end + 1 + len(noun)].strip()}".lower()
        of = passage.text[max(0, name.span.start - len(noun) - 4) : name.span.start].lower() == f"{noun} of "
        if name.kind in PLACE_KINDS and (own.split()[-1] == noun or name.canonical.lower().endswith(noun) or of):
            return name.canonical
    return ""
