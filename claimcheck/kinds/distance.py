"""A length -> how far what lies from where: "60 kilometres north-east of Damascus"."""

from __future__ import annotations

import re

from claimcheck.immutable import record
from claimcheck.kinds.passage import PLACE_KINDS, Passage
from claimcheck.kinds.population import INHABITED, town_meant
from claimcheck.model import QuantityMention, Sentence, Span
from claimcheck.read.units import dimension

_COMPASS = r"(?:north|south|east|west)(?:(?: ?- ?| )?(?:north|south|east|west)(?:ern)?)?(?:ern)?"
FROM = re.compile(
    r"\)?(?: ?\([^()\n]{1,25}\))?(?: away| offshore| inland)?"
    rf"(?: (?:to the |due )?{_COMPASS}(?: coast)? (?:of|from)| (?:from|off|outside)) (?:the )?"
    rf"(?:(?:{INHABITED}|border|coast|centre|center|with|of|the|[A-Z][a-z]+(?:ian|an|ese|ish|i)(?= (?:{INHABITED}|border|coast|[A-Z]))),? ){{0,4}}",
)
"""Between a length and the place from which it is measured: " northeast of the Syrian capital "."""
NAMED = re.compile(r"[A-Z][\w'’-]{2,20}(?: [A-Z][\w'’-]{2,20}){0,2}")
"""A name that only its place behind "70 km from" shows to be one of a place."""
EPICENTRE = "epicentre"
QUAKE = re.compile(r"\b(?:earth)?quakes?\b|\btemblor|\btremors?\b", re.IGNORECASE)
CENTRE = re.compile(r"\bepicent(?:er|re)\b", re.IGNORECASE)


@record
class Distance:
    """How far from where, and what lies there; "" where no name says it."""

    reference: str
    located: str


def distance_of(passage: Passage, sentence: Sentence, quantity: QuantityMention) -> Distance | None:
    """Give what a length is the distance between, if the words say that it is one."""
    if quantity.kind != "measure" or dimension(quantity.unit) != "length" or " of " in quantity.counted:
        return None
    found = FROM.match(passage.text, quantity.span.end, sentence.span.end)
    if found is None:
        return None
    places = [n for n in passage.names_in(Span(found.end(), found.end() + 1)) if n.kind in PLACE_KINDS]
    named = NAMED.match(passage.text, found.end(), sentence.span.end)
    reference = places[0].canonical if places else named[0] if named else ""
    if not reference:
        return None
    return Distance(reference, _located(passage, sentence, quantity, reference))


def _located(passage: Passage, sentence: Sentence, quantity: QuantityMention, reference: str) -> str:
    """Give the last place named before the number, or the epicentre."""
    before = Span(sentence.span.start, quantity.span.start)
    if CENTRE.search(passage.text, before.start, before.end):
        return EPICENTRE
    names = [n.canonical for n in passage.names_in(before) if n.kind in PLACE_KINDS and n.canonical != reference]
    if not names and QUAKE.search(passage.text, before.start, before.end):
        return EPICENTRE
    return town_meant(passage, quantity.span.start) or (names[-1] if names else "")
