"""Average linkage from the most alike down, held back by pairs that must stay apart; used for stories and for claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

Pair = tuple[int, int]


class Groups:
    """Groups of items with the summed likeness between every two groups."""

    def __init__(self, count: int, likeness: Mapping[Pair, float], apart: Collection[Pair]) -> None:
        self.group = list(range(count))
        self.members: dict[int, list[int]] = {i: [i] for i in range(count)}
        self.total: dict[Pair, float] = dict(likeness)
        self.near: defaultdict[int, set[int]] = defaultdict(set)
        self.apart: defaultdict[int, set[int]] = defaultdict(set)
        for i, j in self.total:
            self.near[i].add(j)
            self.near[j].add(i)
        for i, j in apart:
            self.apart[i].add(j)
            self.apart[j].add(i)

    def mean(self, a: int, b: int) -> float:
        """Give the mean likeness of two groups over all pairs of their members; a pair not compared counts 0."""
        return self.total.get((a, b), 0.0) / (len(self.members[a]) * len(self.members[b]))

    def join(self, a: int, b: int) -> None:
        """Put group b into group a (a < b)."""
        for item in self.members[b]:
            self.group[item] = a
        self.members[a] += self.members.pop(b)
        for other in sorted(self.near.pop(b)):
            self.near[other].discard(b)
            if other != a:
                key = (min(a, other), max(a, other))
                self.total[key] = self.total.get(key, 0.0) + self.total.pop((min(b, other), max(b, other)), 0.0)
                self.near[a].add(other)
                self.near[other].add(a)
        self.near[a].discard(b)
        for other in self.apart.pop(b, ()):
            self.apart[other].discard(b)
            self.apart[other].add(a)
            self.apart[a].add(other)


def _parts(count: int, likely: Iterable[Pair]) -> list[int]:
    """Give each item's part: what no chain of likely pairs joins can never be one group, for its mean is too low."""
    head = list(range(count))

    def find(item: int) -> int:
        while head[item] != item:
            head[item] = item = head[head[item]]
        return item

    for i, j in likely:
        a, b = find(i), find(j)
        head[max(a, b)] = min(a, b)
    return [find(item) for item in range(count)]


def link(count: int, likeness: Mapping[Pair, float], threshold: float, apart: Collection[Pair] = ()) -> list[int]:
    """Give each item's group, numbered by first member; pairs are (lower, higher) indices.

    Two groups join when the mean likeness of their members reaches the threshold and no two of them must stay apart.
    Ties are broken by the indices, so the order of the items alone decides.

    >>> link(4, {(0, 1): 0.9, (1, 2): 0.5, (2, 3): 0.8}, 0.4)
    [0, 0, 1, 1]
    >>> link(2, {(0, 1): 0.9}, 0.4, apart=[(0, 1)])
    [0, 1]
    """
    part = _parts(count, [pair for pair, value in likeness.items() if value >= threshold])
    within = {(i, j): value for (i, j), value in likeness.items() if part[i] == part[j]}
    groups = Groups(count, within, [(i, j) for i, j in apart if part[i] == part[j]])
    for _, i, j in sorted([(-value, i, j) for (i, j), value in within.items()]):
        a, b = sorted((groups.group[i], groups.group[j]))
        if a != b and b not in groups.apart[a] and groups.mean(a, b) >= threshold:
            groups.join(a, b)
    order: dict[int, int] = {}
    return [order.setdefault(g, len(order)) for g in groups.group]
