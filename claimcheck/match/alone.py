"""Claims of a story -> the same, with the figures marked that are the only ones of their sort in their article.

Where each of two articles of one story counts men once, or tells one sum in euros, the two most likely speak of the
same men and the same sum, whatever the numbers are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import replace

from claimcheck.match.measure import dimension_of
from claimcheck.model import Claim, Figure
from claimcheck.read.deeds import FAMILY, HEAD_GROUP
from claimcheck.read.units import convert, dimension

ROUNDED = 0.1
"""How far two numbers of an article may lie apart and still be one, told twice."""


def mark(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Give the claims with `context.alone` set where an article tells one number only of that sort."""
    held = tuple(claims)
    told: defaultdict[Hashable, list[Figure]] = defaultdict(list)
    for claim in held:
        key = sort_of(claim)
        if key and isinstance(claim.value, Figure):
            told[claim.article, key].append(claim.value)
    single = {key for key, values in told.items() if all(_one(values[0], value) for value in values)}
    return tuple(
        replace(claim, context=replace(claim.context, alone=True))
        if claim.kind == "figure" and (claim.article, sort_of(claim)) in single
        else claim
        for claim in held
    )


def sort_of(claim: Claim) -> tuple[str, ...]:
    """Give what a figure is of, its value apart; () for what is no figure, no exact number, or of nothing named.

    A sum is of its currency alone, and a share of nothing else: most articles do not say in words what they are of.
    """
    value, topic = claim.value, claim.topic
    if not isinstance(value, Figure) or value.number is None or topic.scope:
        return ()
    what, deed = dimension_of(claim), topic.attribute if topic.attribute in FAMILY else ""
    if what in ("money", "percent"):
        return what, value.unit, topic.event
    group = HEAD_GROUP.get(claim.context.head, claim.context.head)
    if group or topic.subject or deed:
        return what, group, topic.subject, topic.event, deed
    return ()


def _one(x: Figure, y: Figure) -> bool:
    """Whether two numbers of an article are one."""
    if x.number is None or y.number is None:
        return False
    same_sort = x.unit == y.unit or dimension(x.unit) in ("", "money") or dimension(x.unit) != dimension(y.unit)
    other = y.number if same_sort else convert(y.number, y.unit, x.unit)
    return abs(x.number - other) <= ROUNDED * max(abs(x.number), abs(other))
