"""Claims of a story -> the same, with the figures marked that are the only ones of their sort in their article.

Where each of two articles of one story counts men once, or tells one sum in euros, the two most likely speak of the
same men and the same sum, whatever the numbers are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import replace

from claimcheck.lexicon import words as lexicon
from claimcheck.match.measure import dimension_of, within
from claimcheck.model import Claim, Figure
from claimcheck.read.deeds import FAMILY, HEAD_GROUP

MEASURED = frozenset({"volume", "mass", "temperature", "speed"})
"""Dimensions in which an article seldom tells of two things."""
SHARES = frozenset(lexicon("shares"))
"""Sorts of percentages, turnout or inflation, of which an article may tell several."""
ROUNDED = 0.1
"""How far two numbers of an article may lie apart and still be one, told twice."""


def mark(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Give the claims with `context.alone` set where an article tells one number only of that sort."""
    held = tuple(claims)
    told: defaultdict[Hashable, list[Figure]] = defaultdict(list)
    keys = [(claim.article, sort) if (sort := sort_of(claim)) else None for claim in held]
    for claim, key in zip(held, keys, strict=True):
        if key and isinstance(claim.value, Figure):
            told[key].append(claim.value)
    single = {key for key, values in told.items() if all(within(values[0], value, ROUNDED) for value in values)}
    return tuple(
        replace(claim, context=replace(claim.context, alone=True)) if key in single else claim
        for claim, key in zip(held, keys, strict=True)
    )


def sort_of(claim: Claim) -> tuple[str, ...]:
    """Give what a figure is of, its value apart; () for what is no figure, no exact number, or of nothing named.

    A sum is of its currency and of the noun beside it, where one stands there; a length of the way in which it runs.
    """
    value, topic = claim.value, claim.topic
    if not isinstance(value, Figure) or value.number is None or topic.scope:
        return ()
    deed = topic.attribute if topic.attribute in FAMILY and topic.attribute != "attackers" else ""  # "Four men drove …"
    what = dimension_of(claim)
    if what in ("money", "percent"):
        nouns = () if deed or not SHARES.isdisjoint(claim.context.qualifiers) else claim.context.qualifiers
        return what, value.unit, topic.event, *nouns
    if topic.attribute == "distance":
        return topic.attribute, topic.subject, topic.place
    if what in MEASURED or (what in ("length", "duration") and claim.context.qualifiers):
        return what, topic.subject, topic.event, deed, *claim.context.qualifiers
    group = HEAD_GROUP.get(claim.context.head, claim.context.head)
    if group or topic.subject or deed:
        return what, group, topic.subject, topic.event, deed
    return ()
