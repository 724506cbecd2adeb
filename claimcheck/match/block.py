"""Claims -> blocks: claims of one story and one kind that could answer one question; only those are compared.

A block's key is story, kind and what its value is measured in, for states the frame (two never meet); the number of pairs grows with the size of a story, not
with that of the run. A block that grows too large is split by attribute and then by counted noun.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from claimcheck.immutable import record
from claimcheck.match.measure import measured_in
from claimcheck.model import CandidatePair, Claim

LARGEST = 500
"""Claims in a block above which it is split."""


@record
class Block:
    """Claims (indices, in order) that share a key; every claim is in one block."""

    key: str
    members: tuple[int, ...]

    def pairs(self) -> Iterator[CandidatePair]:
        """Give every pair of its claims."""
        yield from (CandidatePair(i, j, self.key) for i, j in combinations(self.members, 2))


def block(claims: Sequence[Claim], stories: Iterable[tuple[str, str]], largest: int = LARGEST) -> tuple[Block, ...]:
    """Give the blocks in the order of their keys; one that could not be split may be larger than `largest`."""
    story = dict(stories)
    blocks = _blocks(range(len(claims)), claims, story, depth=0)
    return tuple(
        Block(name, tuple(part))
        for key, members in sorted(blocks.items())
        for name, part in _split(key, members, claims, story, largest)
    )


def _key(claim: Claim, story: Mapping[str, str], depth: int) -> str:
    """Give a claim's key; deeper keys are longer."""
    parts = [story.get(claim.article, ""), claim.kind, measured_in(claim)]
    if depth > 0 or claim.kind == "status":
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
