"""Claims -> candidate pairs: claims of one story and one kind that could answer one question.

A block's key is story, kind and what its value is measured in; the number of pairs grows with the size of a story, not
with that of the run. A block that grows too large is split by attribute and then by counted noun; what even then is
too large is compared with its neighbours in the order of the text only, and the cut is reported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from claimcheck.match.measure import dimension_of
from claimcheck.model import CandidatePair, Claim, Problem

LARGEST = 500
"""Claims in a block above which it is split."""
NEIGHBOURS = 40
"""How many claims on either side are compared in a block that cannot be split."""


def block(
    claims: Sequence[Claim], stories: Iterable[tuple[str, str]], largest: int = LARGEST
) -> tuple[tuple[CandidatePair, ...], tuple[Problem, ...]]:
    """Give the candidate pairs, in the order of the claims, and a problem for every block that was cut."""
    story = dict(stories)
    pairs: list[CandidatePair] = []
    problems: list[Problem] = []
    blocks = _blocks(range(len(claims)), claims, story, depth=0)
    for key, members in sorted(blocks.items()):
        for name, part in _split(key, members, claims, story, largest):
            reach = len(part) if len(part) <= largest else NEIGHBOURS
            if reach < len(part):
                message = f"{len(part)} claims share one question's key ({name}): each is compared with {NEIGHBOURS} neighbours"
                problems.append(Problem("limit", "", message))
            pairs += _pairs(name, part, reach)
    return tuple(sorted(pairs, key=lambda p: (p.left, p.right))), tuple(problems)


def _key(claim: Claim, story: Mapping[str, str], depth: int) -> str:
    """Give a claim's key; deeper keys are longer."""
    parts = [story.get(claim.article, ""), claim.kind, dimension_of(claim)]
    if depth > 0:
        parts.append(claim.topic.attribute)
    if depth > 1:
        parts.append(claim.context.head)
    return "|".join(parts)


def _blocks(
    items: Iterable[int], claims: Sequence[Claim], story: Mapping[str, str], depth: int
) -> dict[str, list[int]]:
    """Group claims by key."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for i in items:
        found[_key(claims[i], story, depth)].append(i)
    return dict(found)


def _split(
    key: str, members: list[int], claims: Sequence[Claim], story: Mapping[str, str], largest: int
) -> Iterator[tuple[str, list[int]]]:
    """Split a block that is too large by longer keys."""
    if len(members) <= largest:
        yield key, members
        return
    for name, part in sorted(_blocks(members, claims, story, 1).items()):
        if len(part) <= largest:
            yield name, part
        else:
            yield from sorted(_blocks(part, claims, story, 2).items())


def _pairs(key: str, members: Sequence[int], reach: int) -> Iterator[CandidatePair]:
    """Pair the members of a block that are at most `reach` apart."""
    if reach >= len(members):
        yield from (CandidatePair(i, j, key) for i, j in combinations(members, 2))
        return
    for at, i in enumerate(members):
        for j in members[at + 1 : at + 1 + reach]:
            yield CandidatePair(i, j, key)
