"""Figures: a number, what is counted, what happened to it, whose, where, and whether it is all of them or a part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.kinds.accounts import account_of
from claimcheck.kinds.amounts import converted, is_conversion
from claimcheck.kinds.counting import deed_of
from claimcheck.kinds.deed import Counted, Deed
from claimcheck.kinds.distance import distance_of
from claimcheck.kinds.naming import names_something
from claimcheck.kinds.parents import parent_of
from claimcheck.kinds.passage import Passage
from claimcheck.kinds.population import town_of
from claimcheck.kinds.scope import scope_of
from claimcheck.kinds.shares import share_of, voted_for
from claimcheck.kinds.sides import sides_of
from claimcheck.kinds.sized import noun_of
from claimcheck.kinds.stations import country_of
from claimcheck.kinds.summed import side_by_side, summed
from claimcheck.kinds.twofold import told_apart
from claimcheck.model import Claim, Figure, QuantityMention, Sentence, Span, Topic
from claimcheck.read.deeds import ACCOUNTS, HEAD_GROUP, MILITARY, OF_PEOPLE, THINGS
from claimcheck.read.leads import led_by
from claimcheck.read.measured import HE_OR_SHE
from claimcheck.read.words import stem

APPOSED = re.compile(
    r",? ?(?:who is |is |aged |age |was )?(?:an? )?|(?: [a-z]+){0,2},? ?"
    r"|,?(?: who)?(?: (?:has|had))? (?:died|dies|dead|passed away)(?: [^.,;:0-9\n]{1,50}?)? (?:aged |at (?:the )?(?:age of )?)"
)
"""What may stand between a name and an age."""
PASSES = re.compile(
    r"\b(?:(?P<bare>pass(?:es|ed|ing)?|cross(?:es|ed|ing)?)|tops|topped|exceed(?:s|ed)?|surpass(?:es|ed)?) \Z",
    re.IGNORECASE,
)
"""In front of a number that has been passed: "measles cases pass 100"; not "passes 12 laws"."""
WHO_ARE = re.compile(
    r" of (?:the|those) (?:[a-z0-9]{1,8} )?(?:dead|deceased|killed|victims|injured|wounded)(?: (?:is|are|were|was))(?: (?:now|all|both|also))? (?P<who>[a-z]{3,12})\b"
)
"""Behind a part, with who they are."""
BODIES = {"security forces": "police", "police": "police", "family": "brother", "gang": "attacker", "crew": "crew"}
"""What somebody is a member of -> a noun of its group."""
MEMBERS_OF = re.compile(
    rf" (?:[a-z]{{3,12}} )?members of (?:the|its|their|a|an|one|his|her) (?:[a-z]{{3,12}} )?(?P<body>{'|'.join(BODIES)})\b"
)
"""Behind those who are some of a body."""
QUOTED = re.compile(r" [\"“‘'](?P<noun>[a-z]{3,14})[\"”’',.]")
"""Behind a number, its noun in quotation marks: 30 "terrorists"."""
BESIDE = 75
"""Letters between a name and an age, at most."""
THE = re.compile(r"\b[Tt]he \Z")
HE_WAS = re.compile(rf"{HE_OR_SHE}(?:aged )?\Z", re.IGNORECASE)
BACK = 2
"""Sentences back in which the only person named is whom "she" means."""
ALONE = re.compile(
    r"[.,]| (?:was|is|had|has|took|will|would|who|and|said|says|faces|denied|denies|told|won|became|from|native|[a-z]{3,12}ed)\b"
)
"""Behind "the 56-year-old", where nobody else is meant than the person last spoken of."""
UNTOLD = frozenset({"money", "percent", "measure", "duration"})
"""Attributes of what no list knows, so that the noun beside it says what it is."""
FIRMS = frozenset({"organisation", "outlet", "agency", "group"})
"""Kinds of names of those who employ."""
PRICES = frozenset({"price"})
PERSON = frozenset({"person"})
LOOK_BACK = 6
"""How many sentences back a missing nationality is looked for."""


def extract(passage: Passage) -> Iterator[Claim | None]:
    """Turn every quantity of the article into a claim."""
    yield from told_apart(passage, [claim for claim in _claims(passage) if claim is not None])


def _claims(passage: Passage) -> Iterator[Claim | None]:
    """Turn the quantities into claims, sentence by sentence."""
    for sentence in passage.sentences:
        found = passage.quantities_in(sentence.span)
        if not found:
            continue
        earlier: list[Counted] = []
        for quantity in found:
            again = bool(earlier) and is_conversion(passage.text, earlier[-1].quantity, quantity)
            deed = earlier[-1].deed if again else deed_of(passage, quantity, sentence, earlier)
            if names_something(passage.text, sentence, quantity, deed):
                continue
            scope = (
                scope_of(passage, sentence, quantity, deed, earlier)
                or summed(found, quantity, deed, earlier)
                or side_by_side(passage.text, found, quantity, deed)
            )
            value = _value(quantity, deed)
            if not value.modifier and _is_passed(passage.text, quantity):
                value = replace(value, high=None, modifier="more_than")
            if again and quantity.kind == "money":
                value = converted(value)
            yield _claim(passage, sentence, quantity, deed, scope, value)
            earlier.append(Counted(quantity, deed))


def _is_passed(text: str, quantity: QuantityMention) -> bool:
    """Whether there are more of them than the number that is told."""
    found = led_by(PASSES, text, quantity.span.start, 12)
    return found is not None and (found["bare"] is None or not quantity.head)


def _claim(
    passage: Passage, sentence: Sentence, quantity: QuantityMention, deed: Deed, scope: str, value: Figure
) -> Claim | None:
    """Put one figure in canonical form."""
    away = distance_of(passage, sentence, quantity)
    topic = Topic(
        attribute="distance" if away else deed.attribute,
        subject=away.reference if away else _subject(passage, sentence, quantity, deed.attribute),
        place=away.located if away else _place(passage, sentence, quantity, deed.attribute),
        event=deed.event,
        scope=scope,
    )
    return passage.claim(
        "figure",
        quantity.span,
        topic,
        value,
        head=_head_of(passage.text, quantity),
        qualifiers=_qualifiers(passage, sentence, quantity, deed.attribute),
        family=deed.family,
    )


def _head_of(text: str, quantity: QuantityMention) -> str:
    """Give the thing counted, or who a part of the dead are told to be: "three of the dead were teenagers"."""
    quoted = QUOTED.match(text, quantity.digits.end) if not quantity.head else None
    if quoted and stem(quoted["noun"]) in HEAD_GROUP:
        return stem(quoted["noun"])
    body = MEMBERS_OF.match(text, quantity.digits.end)
    if body:
        return BODIES[body["body"]]
    told = WHO_ARE.match(text, quantity.digits.end)
    return stem(told["who"]) if told and stem(told["who"]) in HEAD_GROUP else _head(quantity)


def _head(quantity: QuantityMention) -> str:
    """Give the thing counted; a unit of measure is none."""
    return stem(quantity.head) if quantity.head and quantity.kind in ("count", "ratio", "score", "ordinal") else ""


def _value(quantity: QuantityMention, deed: Deed) -> Figure:
    """Give the number and what it is of."""
    return Figure(
        *(quantity.number, quantity.low, quantity.high, quantity.modifier),
        _unit(quantity, _head(quantity), deed),
        quantity.ambiguous,
    )


def _place(passage: Passage, sentence: Sentence, quantity: QuantityMention, attribute: str) -> str:
    """Give the town of those who live there, and the country of those who are stationed there."""
    if attribute == "population":
        return town_of(passage, quantity)
    return country_of(passage, sentence, quantity) if attribute == "stationed" else ""


def _qualifiers(passage: Passage, sentence: Sentence, quantity: QuantityMention, attribute: str) -> Sequence[str]:
    """Give the words before the noun; of a result the two sides, of a percentage what it is a share of."""
    if attribute == "score":
        return sides_of(passage, sentence, quantity)
    if attribute in ACCOUNTS | PRICES and quantity.kind in ("money", "count"):
        return account_of(passage, sentence, quantity, attribute)
    if quantity.kind == "percent" and (share := share_of(passage, sentence, quantity)):
        return (share,)
    if attribute in UNTOLD and (noun := noun_of(passage.text, quantity)):
        return (noun,)
    return quantity.qualifiers


def _unit(quantity: QuantityMention, head: str, deed: Deed) -> str:
    """Give the unit: people of every sort are "person", and so is what was killed or injured."""
    if quantity.kind != "count":
        return quantity.unit
    if deed.attribute == "magnitude":
        return deed.attribute
    of_people = deed.attribute in OF_PEOPLE and not (head and head in HEAD_GROUP and HEAD_GROUP[head] in THINGS)
    return "person" if of_people or HEAD_GROUP.get(head) in ("person", "soldier") else quantity.unit


def _subject(passage: Passage, sentence: Sentence, quantity: QuantityMention, attribute: str) -> str:
    """Give whose the things counted are: "French" beside the number, or the army last spoken of."""
    told = quantity.span if quantity.head else Span(quantity.span.start, quantity.span.end + 2)  # "22 Sudanese"
    for name in passage.names_in(told):
        if name.kind in ("demonym", "country"):
            return name.canonical
    if attribute == "children":
        return parent_of(passage, quantity)
    if attribute == "prison_term":
        return _last_named(passage, sentence, quantity, PERSON) or _named_later(passage, sentence)
    if attribute == "vote_share":
        return voted_for(passage, sentence, quantity)
    if attribute == "employed":
        return _last_named(passage, sentence, quantity, FIRMS)
    if quantity.kind == "age":
        return _person_beside(passage, quantity)
    if HEAD_GROUP.get(stem(quantity.head)) == MILITARY:
        return _army_before(passage, sentence, quantity)
    return ""


def _last_named(passage: Passage, sentence: Sentence, quantity: QuantityMention, kinds: frozenset[str]) -> str:
    """Give the name of some kinds that stands last before the number in its sentence; "" where none does."""
    named = [n for n in passage.names_in(Span(sentence.span.start, quantity.span.start)) if n.kind in kinds]
    return named[-1].canonical if named else ""


def _named_later(passage: Passage, sentence: Sentence) -> str:
    """Give the first person whom the next sentences name, where the article has named nobody yet: "A banker was jailed. Marc Lee, 52, …"."""
    if any(n.kind == "person" for n in passage.names_in(Span(0, sentence.span.end))):
        return ""
    after = [s.span for s in passage.sentences[sentence.index + 1 : sentence.index + 1 + BACK]]
    named = passage.names_in(Span(sentence.span.end, after[-1].end)) if after else ()
    return next((n.canonical for n in named if n.kind == "person"), "")


def _person_beside(passage: Passage, quantity: QuantityMention) -> str:
    """Give the person whose age is told: "Ann Lee, 45", "45-year-old Ann Lee", with nothing but a role between."""
    start, end = quantity.span.start, quantity.span.end
    for name in passage.names_in(Span(max(0, start - BESIDE), min(len(passage.text), end + BESIDE))):
        if name.kind != "person":
            continue
        between = passage.text[name.span.end : start] if name.span.end <= start else passage.text[end : name.span.start]
        if APPOSED.fullmatch(between):
            return name.canonical
    return _person_meant(passage, quantity)


def _person_meant(passage: Passage, quantity: QuantityMention) -> str:
    """Give whom "the 56-year-old took" and "she was 71" mean; "" for "the 56-year-old widow".

    That is the only person whom the article has named so far, or whom this sentence's start and the two before it name.
    """
    text, start, end = passage.text, quantity.span.start, quantity.span.end
    if not (led_by(THE, text, start, 4) and ALONE.match(text, end)) and not led_by(HE_WAS, text, start, 24):
        return ""
    people = {n.canonical for n in passage.names_in(Span(0, start)) if n.kind == "person"}
    if len(people) > 1 and (sentence := passage.sentence_at(start)) is not None:
        first = sentence
        for _ in range(BACK):
            first = passage.previous(first) or first
        people = {n.canonical for n in passage.names_in(Span(first.span.start, start)) if n.kind == "person"}
    return people.pop() if len(people) == 1 else ""


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
