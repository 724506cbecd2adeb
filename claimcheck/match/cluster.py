"""Matches -> clusters: claims that answer one question, joined by average linkage and held apart by guards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claimcheck.match.compare import probability
from claimcheck.match.link import link
from claimcheck.model import Claim, Cluster, Match

JOIN = 0.35
"""Mean probability of a match between two groups from which they are one."""


def cluster(claims: Sequence[Claim], matches: Sequence[Match]) -> tuple[Cluster, ...]:
    """Give the clusters in the order of their first claims; every claim stands in one."""
    by_block: defaultdict[str, list[Match]] = defaultdict(list)
    for match in matches:
        by_block[match.pair.key].append(match)
    joined: list[tuple[int, ...]] = []
    placed: set[int] = set()
    for key in sorted(by_block):
        for group in _groups(by_block[key]):
            joined.append(group)
            placed.update(group)
    joined += [(i,) for i in range(len(claims)) if i not in placed]
    kept: defaultdict[int, list[Match]] = defaultdict(list)
    home = {i: number for number, group in enumerate(joined) for i in group}
    for match in matches:
        if home[match.pair.left] == home[match.pair.right]:
            kept[home[match.pair.left]].append(match)
    found = [Cluster(claims[group[0]].kind, group, tuple(kept[number])) for number, group in enumerate(joined)]
    return tuple(sorted(found, key=lambda c: c.claims))


def _groups(matches: Sequence[Match]) -> list[tuple[int, ...]]:
    """Join the claims of one block."""
    items = sorted({i for m in matches for i in (m.pair.left, m.pair.right)})
    place = {item: at for at, item in enumerate(items)}
    likeness: dict[tuple[int, int], float] = {}
    apart: list[tuple[int, int]] = []
    for match in matches:
        pair = place[match.pair.left], place[match.pair.right]
        if match.guard:
            apart.append(pair)
        else:
            likeness[pair] = probability(match.weight)
    groups = link(len(items), likeness, JOIN, apart)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for item, group in zip(items, groups, strict=True):
        found[group].append(item)
    return [tuple(members) for _, members in sorted(found.items())]
