"""Figures: a number, what is counted, what happened to it, whose, where, and whether it is all of them or a part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from claimcheck.immutable import record
from claimcheck.kinds.counting import Deed, deed_of
from claimcheck.kinds.distance import distance_of
from claimcheck.kinds.naming import names_something
from claimcheck.kinds.parents import parent_of
from claimcheck.kinds.passage import Passage
from claimcheck.kinds.population import town_of
from claimcheck.kinds.sides import sides_of
from claimcheck.model import Claim, Figure, QuantityMention, Sentence, Span, Topic
from claimcheck.read.deeds import FAMILY, HEAD_GROUP, MILITARY, OF_PEOPLE, THINGS
from claimcheck.read.words import stem

APART = frozenset({"separate", "separately", "elsewhere"})
"""Words that tell of another event beside the article's own."""
AMONG = re.compile(
    r"(?: [\w’'-]{1,20}){0,3}? (?:was|were|is|are) among (?:the|those)(?: [0-9]{1,6})?"
    r" (?:dead|killed|victims|injured|wounded|hurt|casualties|missing|arrested|detained|rescued)\b"
)
"""Behind those who are a part of all: "six tourists were among the dead"."""
ANOTHER = re.compile(
    r"\b(?:another|a (?:second|third|fourth|fifth)) (?:suicide )?"
    r"(?:gunman|gunmen|bombers?|attackers?|assailants?|robbers?|terrorists?|militants?)\b",
    re.IGNORECASE,
)
"""Behind a count of attackers: there were more."""
APPOSED = re.compile(r",? ?(?:who is |is |aged |age |was )?|(?: [a-z]+){0,2},? ?")
"""What may stand between a name and an age."""
ALL_OF = frozenset({"them", "whom"})
"""Of whom a part is told in the same breath."""
LOOK_BACK = 6
"""How many sentences back a missing nationality is looked for."""


@record
class Counted:
    """A quantity with what happened to the things counted."""

    quantity: QuantityMention
    deed: Deed


def extract(passage: Passage) -> Iterator[Claim | None]:
    """Turn every quantity of the article into a claim."""
    for sentence in passage.sentences:
        found = passage.quantities_in(sentence.span)
        if not found:
            continue
        earlier: list[Counted] = []
        for quantity in found:
            deed = deed_of(passage, quantity, sentence, [(c.quantity, c.deed) for c in earlier])
            if names_something(passage.text, sentence, quantity, deed):
                continue
            scope = _scope_of(passage, sentence, quantity, deed, earlier)
            yield _claim(passage, sentence, quantity, deed, scope)
            earlier.append(Counted(quantity, deed))


def _claim(passage: Passage, sentence: Sentence, quantity: QuantityMention, deed: Deed, scope: str) -> Claim | None:
    """Put one figure in canonical form; a unit of measure is no thing counted."""
    head = stem(quantity.head) if quantity.head and quantity.kind in ("count", "ratio", "score", "ordinal") else ""
    away = distance_of(passage, sentence, quantity)
    topic = Topic(
        attribute="distance" if away else deed.attribute,
        subject=away.reference if away else _subject(passage, sentence, quantity, deed.attribute),
        place=away.located if away else town_of(passage, quantity) if deed.attribute == "population" else "",
        event=deed.event,
        scope=scope,
    )
    value = Figure(
        *(quantity.number, quantity.low, quantity.high, quantity.modifier),
        _unit(quantity, head, deed),
        quantity.ambiguous,
    )
    return passage.claim(
        "figure",
        quantity.span,
        topic,
        value,
        head=head,
        qualifiers=sides_of(passage, sentence, quantity) if deed.attribute == "score" else quantity.qualifiers,
        family=deed.family,
    )


def _unit(quantity: QuantityMention, head: str, deed: Deed) -> str:
    """Give the unit: people of every sort are "person", and so is what was killed or injured."""
    if quantity.kind != "count":
        return quantity.unit
    if deed.attribute == "magnitude":
        return deed.attribute
    of_people = deed.attribute in OF_PEOPLE and not (head and head in HEAD_GROUP and HEAD_GROUP[head] in THINGS)
    return "person" if of_people or HEAD_GROUP.get(head) in ("person", "soldier") else quantity.unit


def _scope_of(
    passage: Passage, sentence: Sentence, quantity: QuantityMention, deed: Deed, earlier: list[Counted]
) -> str:
    """Give which of them are counted, by the number's own words, those of its sentence, and for attackers the article's."""
    if _another_crowd(passage, sentence, quantity, deed):
        return ""
    if own := _scope(quantity, deed, earlier) or _beside(passage, sentence, quantity, deed):
        return own
    among = AMONG.match(passage.text, quantity.span.end, sentence.span.end)
    return "part" if among or (deed.attribute == "attackers" and _tells_another(passage.text)) else ""


@lru_cache(maxsize=4)
def _tells_another(text: str) -> bool:
    """Whether an article tells of another attacker beside those counted: "a third bomber"."""
    return ANOTHER.search(text) is not None


def _scope(quantity: QuantityMention, deed: Deed, earlier: list[Counted]) -> str:
    """Give which of them are counted: all, a part, or more of them; "44 killed and 140 others injured" are all injured."""
    counts = [c.deed.attribute for c in earlier if c.deed.attribute in FAMILY and c.quantity.kind == "count"]
    if quantity.scope == "more" and counts and counts[-1] != deed.attribute:
        return ""
    if deed.attribute == "attackers" and quantity.part_of and not earlier:
        return ""  # "Three of its fighters carried out the attack": all that there were.
    if quantity.scope == "part" and quantity.part_of in ALL_OF and deed.how in ("before", "after"):
        return "part" if deed.attribute in counts else ""  # "Shot three, killing two of them": all who died.
    if quantity.scope:
        return quantity.scope
    if quantity.change and deed.family == "toll":  # "Deaths rose by 12 to 340": 12 more.
        return "more" if quantity.change == "up" else "part"
    one_seen = quantity.number == 1 and quantity.head in ("body", "corpse")
    return "part" if quantity.part_of or deed.inherited_as_part or one_seen else ""


def _another_crowd(passage: Passage, sentence: Sentence, quantity: QuantityMention, deed: Deed) -> bool:
    """Whether another crowd is told of with its own town: "in Lisse, where another 20,000 marched" is all that marched there."""
    if deed.attribute != "protested" or quantity.scope != "more":
        return False
    return bool(passage.places_in(Span(sentence.span.start, quantity.span.start), quantity.span.start))


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


def _subject(passage: Passage, sentence: Sentence, quantity: QuantityMention, attribute: str) -> str:
    """Give whose the things counted are: "French" beside the number, or the army last spoken of."""
    for name in passage.names_in(quantity.span):
        if name.kind in ("demonym", "country"):
            return name.canonical
    if attribute == "children":
        return parent_of(passage, quantity)
    if quantity.kind == "age":
        return _person_beside(passage, quantity)
    if HEAD_GROUP.get(stem(quantity.head)) == MILITARY:
        return _army_before(passage, sentence, quantity)
    return ""


def _person_beside(passage: Passage, quantity: QuantityMention) -> str:
    """Give the person whose age is told: "Ann Lee, 45", "45-year-old Ann Lee", with nothing but a role between."""
    start, end = quantity.span.start, quantity.span.end
    for name in passage.names_in(Span(max(0, start - 45), min(len(passage.text), end + 45))):
        if name.kind != "person":
            continue
        between = passage.text[name.span.end : start] if name.span.end <= start else passage.text[end : name.span.start]
        if APPOSED.fullmatch(between):
            return name.canonical
    return ""


def _army_before(passage: Passage, sentence: Sentence, quantity: QuantityMention) -> str:
    """Give the country whose soldiers the text speaks of before the number: "France has … soldiers", "French troops"."""
    at: Sentence | None = sentence
    for _ in range(LOOK_BACK):
        if at is None:
            return ""
        words = passage.words_in(Span(at.span.start, min(at.span.end, quantity.span.start)))
        army = any(HEAD_GROUP.get(stem(w)) == MILITARY or w in ("base", "army") for w, _, _ in words)
        if army or at is sentence:
            country = _owner(passage, at, quantity)
            if country:
                return country
        at = passage.previous(at)
    return ""


def _owner(passage: Passage, sentence: Sentence, quantity: QuantityMention) -> str:
    """Give the country that owns the soldiers of a sentence: a demonym before their noun, or the country as subject."""
    names = [n for n in passage.names_in(sentence.span) if n.span.start < quantity.span.start]
    for name in names:
        after = passage.words_in(Span(name.span.end, min(len(passage.text), name.span.end + 40)))[:2]
        if name.kind == "demonym" and any(HEAD_GROUP.get(stem(w)) == MILITARY or w == "army" for w, _, _ in after):
            return name.canonical
    for name in names:
        before = passage.words_in(Span(max(sentence.span.start, name.span.start - 12), name.span.start))
        if name.kind == "country" and (not before or before[-1][0] in ("also", "the", "that", "and", "but")):
            return name.canonical
    return ""
