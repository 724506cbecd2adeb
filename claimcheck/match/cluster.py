"""Blocks -> clusters: claims that answer one question, joined by average linkage and held apart by guards.

Blocks are taken one after the other, so that no more than one block's comparisons are held. In a block that is too
large for all its pairs each claim is compared with the first claim of each cluster so far, and the cut is reported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, islice

from claimcheck.match.block import LARGEST, Block
from claimcheck.match.compare import Comparing, probability
from claimcheck.match.link import link
from claimcheck.model import CandidatePair, Claim, Cluster, Match, Problem

JOIN = 0.35
"""Mean probability of a match between two groups from which they are one."""
LEADERS = 40
"""Clusters of a block too large for all its pairs that a claim is compared with: the last that grew."""
KEPT = 2_000
"""Matches that are kept of a cluster, for its mean and for `explain`; more would say nothing new."""

LOOSE = frozenset({"deed untold", "person untold"})
"""Guards that only say that one clause tells too little: of itself it joins nothing, but what each of the two claims
has in common with others may still put them in one group."""

Group = tuple[tuple[int, ...], tuple[Match, ...]]


def cluster(
    claims: Sequence[Claim],
    blocks: Iterable[Block],
    largest: int = LARGEST,
    words: Mapping[str, float] | None = None,
) -> tuple[tuple[Cluster, ...], tuple[Problem, ...]]:
    """Give the clusters in the order of their first claims, every claim in one, and a problem for every block cut.

    `words` is the run's `rarity`; without it these claims are the run.
    """
    comparing = Comparing(claims, words)
    found: list[Cluster] = []
    problems: list[Problem] = []
    for block in blocks:
        whole = len(block.members) <= largest
        if not whole:
            message = f"{len(block.members)} claims share one question's key ({block.key}): each is compared with"
            problems.append(Problem("limit", "", f"{message} one claim of each of at most {LEADERS} groups"))
        for members, matches in _all_pairs(block, comparing) if whole else _by_leaders(block, comparing):
            found.append(Cluster(claims[members[0]].kind, members, matches))
    return tuple(sorted(found, key=lambda c: c.claims)), tuple(problems)


def _all_pairs(block: Block, comparing: Comparing) -> list[Group]:
    """Join the claims of one block, every pair compared."""
    likeness: dict[tuple[int, int], float] = {}
    apart: list[tuple[int, int]] = []
    comparing.begin()
    for a, b, outcome in comparing.every(block.members):
        if not outcome.guard:
            likeness[a, b] = probability(outcome.weight)
        elif outcome.guard not in LOOSE:
            apart.append((a, b))
    members: defaultdict[int, list[int]] = defaultdict(list)
    for item, group in zip(block.members, link(len(block.members), likeness, JOIN, apart), strict=True):
        members[group].append(item)
    return [(tuple(held), _kept(held, block.key, comparing)) for _, held in sorted(members.items())]


def _kept(members: Sequence[int], key: str, comparing: Comparing) -> tuple[Match, ...]:
    """Give the matches of a group."""
    pairs = islice(combinations(members, 2), KEPT)
    return tuple([comparing.between(i, j).of(CandidatePair(i, j, key)) for i, j in pairs])


def _by_leaders(block: Block, comparing: Comparing) -> list[Group]:
    """Join the claims of a large block: time and memory in proportion to their number."""
    members: dict[int, list[int]] = {}
    matches: dict[int, list[Match]] = {}
    home: dict[int, int] = {}
    for item in block.members:
        sort = comparing.sort(item)
        leader = home.get(sort)
        if leader is None:
            comparing.begin()
            near = [(first, comparing.between(first, item)) for first in list(members)[-LEADERS:]]
            best = min(((-m.weight, first) for first, m in near if not m.guard), default=None)
            if best is not None and probability(-best[0]) >= JOIN:
                leader = best[1]
                if len(matches[leader]) < KEPT:
                    pair = CandidatePair(leader, item, block.key)
                    matches[leader].append(comparing.between(leader, item).of(pair))
            else:
                leader, members[item], matches[item] = item, [], []
            home[sort] = leader
        held = members.pop(leader)  # To the end: what grew last is what is written of now.
        held.append(item)
        members[leader] = held
    return [(tuple(members[first]), tuple(matches[first])) for first in sorted(members)]
