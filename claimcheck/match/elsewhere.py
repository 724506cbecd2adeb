"""Claims of a story -> the same, with "at PLACE" dropped where the place is the story's own.

An article whose opening names only the province takes the town for elsewhere; the openings of the others know better.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.match.alone import mark
from claimcheck.match.area import area_of
from claimcheck.match.beside import beside
from claimcheck.match.levels import alike
from claimcheck.match.occasion import settle_days
from claimcheck.match.subjects import named
from claimcheck.model import Article, Claim
from claimcheck.read.other_events import AT

OPENING = 600
"""Characters in which an article tells where its event took place."""


def settle(
    claims: Sequence[Claim], articles: Sequence[Article], stories: Iterable[tuple[str, str]]
) -> tuple[Claim, ...]:
    """Give the claims with the events of figures settled by all openings of their story, and its own event named alike."""
    story = dict(stories)
    begins = {a.id: a.body.start for a in articles}
    told: defaultdict[str, dict[str, None]] = defaultdict(dict)

    def opens(claim: Claim) -> bool:
        return claim.sentence.start - begins[claim.article] < OPENING

    for claim in claims:
        if opens(claim):
            told[story[claim.article]].update(dict.fromkeys(claim.context.places))
    texts = {a.id: a.text for a in articles}
    settled = [_settled(_placed(claim, texts[claim.article]), told[story[claim.article]]) for claim in claims]
    return settle_days(mark(named(beside(settled, opens))), story, opens)


def _placed(claim: Claim, text: str) -> Claim:
    """Give a figure with the sort of area that it is told of."""
    area = area_of(claim, text) if claim.kind == "figure" else ""
    return replace(claim, context=replace(claim.context, area=area)) if area else claim


def _settled(claim: Claim, places: Iterable[str]) -> Claim:
    """Give a claim without an "elsewhere" that is the story's place."""
    event = claim.topic.event
    if not event.startswith(AT) or not any(alike(event[len(AT) :], place) for place in places):
        return claim
    return replace(claim, topic=replace(claim.topic, event=""))
