"""Claims of a story -> the same, with "beside" as the event of the tolls that are not their article's own.

What an article tells first of the dead is its own toll. A number told further down that is more than twice or less than
half of it is a district's, another year's, a family's: it says nothing against what others tell of the event. So it is
with the profit and the revenue that an article tells first, and those of a firm's branches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from claimcheck.match.measure import within
from claimcheck.model import Claim, Figure
from claimcheck.read.deeds import ACCOUNTS, BODIES
from claimcheck.read.other_events import BESIDE, COMPARED

NEAR = 0.15
"""How far two sums of an article may lie apart and still be one, told twice or told wrong."""
ROW = 3
"""Numbers of one sort in a sentence from which it lists places or groups."""
FAR = 2
"""How many times larger or smaller than its article's own a toll is that is another's."""


def beside(claims: Sequence[Claim], opens: Callable[[Claim], bool]) -> list[Claim]:
    """Give the claims, those tolls marked; `opens` says whether a claim stands in its article's opening."""
    own: defaultdict[tuple[str, str, str], list[float]] = defaultdict(list)
    for claim in claims:
        if (number := _toll(claim)) and opens(claim):
            own[_sort(claim)].append(number)
    first: dict[tuple[object, ...], Figure] = {}
    lists, most = _lists(claims), _most(claims)
    return [
        replace(claim, topic=replace(claim.topic, event=BESIDE))
        if _is_beside(claim, opens(claim), own)
        or _is_branch(claim, first)
        or _place(claim) in lists
        or _some_found(claim, most)
        else claim
        for claim in claims
    ]


def _lists(claims: Sequence[Claim]) -> set[tuple[str, int, str]]:
    """Give the sentences that tell a row of tolls of one sort: "the capital has 4,655 cases, Orsa 1,402 and Varn 1,120".

    Two make a row where both are less than what the article tells first, and no more than that together.
    """
    told: defaultdict[tuple[str, int, str], set[float]] = defaultdict(set)
    first: dict[tuple[str, str], float] = {}
    for claim in claims:
        if number := _toll(claim):
            told[_place(claim)].add(number)
            first.setdefault((claim.article, claim.topic.attribute), number)
    return {
        place
        for place, numbers in told.items()
        if len(numbers) >= ROW or (len(numbers) == ROW - 1 and sum(numbers) <= first[place[0], place[2]])
    }


def _most(claims: Sequence[Claim]) -> dict[tuple[str, str, str], float]:
    """Give the largest toll of each sort that an article tells."""
    most: dict[tuple[str, str, str], float] = {}
    for claim in claims:
        number = claim.value.number if isinstance(claim.value, Figure) and claim.context.family == "toll" else None
        if number and claim.topic.event in ("", COMPARED):
            most[_sort(claim)] = max(number, most.get(_sort(claim), 0))
    return most


def _some_found(claim: Claim, most: Mapping[tuple[str, str, str], float]) -> bool:
    """Whether bodies are counted that were found, fewer than the dead that the article tells of."""
    number = _toll(claim)
    return bool(number) and claim.context.head in BODIES and number < most[_sort(claim)]


def _place(claim: Claim) -> tuple[str, int, str]:
    """Give the sentence that tells of a toll, and what befell them; a number told with an event of its own is in no row."""
    return claim.article, claim.sentence.start, claim.topic.attribute if _toll(claim) else ""


def _is_beside(claim: Claim, opening: bool, own: Mapping[tuple[str, str, str], Sequence[float]]) -> bool:
    """Whether a toll told below an article's opening is far from all that the opening tells."""
    number = _toll(claim)
    return bool(number) and not opening and _far(number, own.get(_sort(claim), []))


def _is_branch(claim: Claim, first: dict[tuple[object, ...], Figure]) -> bool:
    """Whether a profit or revenue is another than the first of its sort, currency and measure in its article."""
    value = claim.value
    if (
        claim.topic.attribute not in ACCOUNTS
        or not isinstance(value, Figure)
        or value.number is None
        or claim.topic.event
    ):
        return False
    told = first.setdefault((*_sort(claim), value.unit, claim.context.qualifiers), value)
    return not within(told, value, NEAR)


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
