"""Claims of a story -> the same, with "beside" as the event of the tolls that are not their article's own.

What an article tells first of the dead is its own toll. A number told further down that is more than twice or less than
half of it is a district's, another year's, a family's: it says nothing against what others tell of the event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from claimcheck.model import Claim, Figure
from claimcheck.read.other_events import BESIDE

FAR = 2
"""How many times larger or smaller than its article's own a toll is that is another's."""


def beside(claims: Sequence[Claim], opens: Callable[[Claim], bool]) -> list[Claim]:
    """Give the claims, those tolls marked; `opens` says whether a claim stands in its article's opening."""
    own: defaultdict[tuple[str, str, str], list[float]] = defaultdict(list)
    for claim in claims:
        if (number := _toll(claim)) and opens(claim):
            own[_sort(claim)].append(number)
    return [
        replace(claim, topic=replace(claim.topic, event=BESIDE))
        if (number := _toll(claim)) and not opens(claim) and _far(number, own.get(_sort(claim), []))
        else claim
        for claim in claims
    ]


def _toll(claim: Claim) -> float:
    """Give the number of a toll of all who fell to an article's own event; 0 for all else and where a word of revision stands by."""
    value, topic = claim.value, claim.topic
    if not isinstance(value, Figure) or claim.context.family != "toll" or topic.event or topic.scope:
        return 0
    return 0 if claim.context.revision else value.number or 0


def _sort(claim: Claim) -> tuple[str, str, str]:
    """Give what is counted in which article."""
    return claim.article, claim.topic.attribute, claim.topic.subject


def _far(number: float, own: Sequence[float]) -> bool:
    """Whether a number lies far from all of the article's own."""
    return bool(own) and all(number > FAR * told or FAR * number < told for told in own)
