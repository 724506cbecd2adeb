"""An article that tells of two events -> its tolls, each with the town of its own: twenty killed in one, nine in the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.kinds.events import other_land
from claimcheck.kinds.passage import Passage
from claimcheck.lexicon import words as lexicon
from claimcheck.model import Claim, Figure, Span
from claimcheck.read.cues import COUNTING
from claimcheck.read.gazetteer import countries
from claimcheck.read.leads import led_by
from claimcheck.read.other_events import AT, OF
from claimcheck.read.spelling import same_name

OWN = 2
"""Different towns that an article must give tolls of, each beside its own number."""
AREAS = frozenset(
    name.split("|")[0]
    for table in ("states", "regions")
    for names in lexicon("places")[table].values()
    for name in names
)
"""Places that hold many towns: Texas, the Sahel."""
SORTS = ("place", "country")
"""Kinds of names by which an article's tolls are told apart."""
WHERE = re.compile(
    r"\b(?:in|at|of|near|across|outside|, )(?: ?(?:the|neighbou?ring|nearby|northern|southern|eastern|western))? ?\Z"
)
"""In front of a place where something happened; behind a comma it is the wider one: "Dayton, Ohio"."""
DASH = re.compile(r"\s[-–—]{1,2}\s")
NEAR = 60
"""Characters between a number and the town that it is told of, at most."""


def told_apart(passage: Passage, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Give the claims, the tolls of an article that tells of several towns, or countries, with the event "of TOWN".

    A toll told of a country that the opening does not tell of gets "at COUNTRY".
    """
    sorts = {kind: _several(passage, claims, kind) for kind in SORTS}
    for claim in claims:
        for kind, places in sorts.items():
            here = _place(passage, claim, kind) if places else ""
            named = (
                [here]
                if here in places
                else [p for p in sorted(places) if _may_be(claim) and p in claim.context.places]
            )
            if len(named) == 1:
                claim = replace(claim, topic=replace(claim.topic, event=f"{OF}{named[0]}"))
                break
        if _may_be(claim) and claim.cue in COUNTING and claim.source in countries():
            claim = replace(claim, topic=replace(claim.topic, event=f"{OF}{claim.source}"))
        if _may_be(claim) and (land := other_land(passage, claim.span)):
            claim = replace(claim, topic=replace(claim.topic, event=f"{AT}{land}"))
        yield claim


def _several(passage: Passage, claims: Sequence[Claim], kind: str) -> set[str]:
    """Give the towns, or countries, of which the article gives tolls that differ; none where it is one or none."""
    tolls: defaultdict[str, set[tuple[str, float]]] = defaultdict(set)
    for claim in claims:
        place = _place(passage, claim, kind)
        if place and isinstance(claim.value, Figure) and claim.value.number is not None:
            tolls[claim.topic.attribute].add((place, claim.value.number))
    return {place for told in tolls.values() if _disjoint(told) for place, _ in told}


def _may_be(claim: Claim) -> bool:
    """Whether a claim is a toll of all who fell to one of the article's own events."""
    return claim.context.family == "toll" and not claim.topic.event and not claim.topic.scope


def _place(passage: Passage, claim: Claim, kind: str) -> str:
    """Give the town or country straight beside a toll of all who fell to the article's event; "" where none is."""
    if not _may_be(claim):
        return ""
    around = Span(max(claim.sentence.start, claim.span.start - NEAR), min(claim.sentence.end, claim.span.end + NEAR))
    near = [
        n
        for n in passage.names_in(around)
        if n.kind == kind and n.canonical not in AREAS and _is_where(passage.text, claim.span, n.span)
    ]
    near.sort(key=lambda n: (_parted(passage.text, claim.span, n.span), n.span.start))
    if not near:
        return ""
    inner = [n for n in passage.names_before(near[0].span.start, 1) if n.kind == kind]
    town = inner[0] if inner and passage.text[inner[0].span.end : near[0].span.start] == ", " else near[0]
    return town.canonical  # "Dayton, Ohio"


def _is_where(text: str, number: Span, town: Span) -> bool:
    """Whether a place is told to be where it was: "nine in Lisse", not "139 and Malawi 56", nor a date line's place."""
    if town.start < number.start:
        return DASH.search(text, town.end, number.start) is None
    return led_by(WHERE, text, town.start, 24) is not None


def _parted(text: str, number: Span, town: Span) -> tuple[int, int]:
    """Say how far a town is from a number: commas between them, a town in front being one farther, and characters."""
    behind = town.start >= number.end
    between = text[number.end : town.start] if behind else text[town.end : number.start]
    return between.count(",") + (not behind), len(between)


def _disjoint(told: set[tuple[str, float]]) -> bool:
    """Whether several towns have tolls, and no number is told of two of them."""
    by_town: defaultdict[str, set[float]] = defaultdict(set)
    for town, number in sorted(told):  # Whatever the order of a set.
        by_town[next((known for known in by_town if same_name(known, town)), town)].add(number)
    numbers = [number for found in by_town.values() for number in found]
    return len(by_town) >= OWN and len(numbers) == len(set(numbers))
