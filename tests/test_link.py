"""Average linkage: what is left out for speed changes no group."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.match.link import Pair, link

COUNT = 9
PAIRS = list(combinations(range(COUNT), 2))


def plainly(likeness: dict[Pair, float], threshold: float, apart: list[Pair]) -> list[int]:
    """Join the most alike first, every mean taken anew from every pair."""
    group = [{item} for item in range(COUNT)]
    for (i, j), _ in sorted(likeness.items(), key=lambda x: (-x[1], x[0])):
        a, b = group[i], group[j]
        between = [tuple(sorted((x, y))) for x in a for y in b]
        mean = sum(likeness.get((x, y), 0.0) for x, y in between) / len(between)
        if a is not b and mean >= threshold and not any(pair in apart for pair in between):
            a |= b
            for item in b:
                group[item] = a
    order: dict[int, int] = {}
    return [order.setdefault(id(each), len(order)) for each in group]


@given(
    st.dictionaries(st.sampled_from(PAIRS), st.sampled_from([0.0625, 0.25, 0.375, 0.5, 0.75, 1.0])),
    st.sampled_from([0.125, 0.34375, 0.5]),
    st.lists(st.sampled_from(PAIRS), max_size=6),
)
def test_groups_are_those_of_every_pair_looked_at(
    likeness: dict[Pair, float], threshold: float, apart: list[Pair]
) -> None:
    assert link(COUNT, likeness, threshold, apart) == plainly(likeness, threshold, apart)
