"""How sure a finding is: the mean probability of its pairs -> the share of such pairs that are of one question."""

from __future__ import annotations

from itertools import pairwise

POINTS = ((0.0, 0.0), (0.55, 0.55), (0.66, 0.82), (0.74, 0.93), (0.85, 0.98), (0.98, 0.99), (1.0, 1.0))
"""Mean probability, and the share of the pairs of one finding that were right at about that mean.

Measured on labelled stories, each left out of the learning (`python -m benchmarks.matching` prints what came of it): pairs
that stand in one finding are right more often than each of them looks, for they hold each other.
"""


def confidence(mean: float) -> float:
    """Give how sure a finding of this mean probability is, between the points.

    >>> confidence(0.5), round(confidence(0.7), 3), confidence(1.0)
    (0.5, 0.875, 1.0)
    """
    for (low, least), (high, most) in pairwise(POINTS):
        if mean <= high:
            return least + (most - least) * (mean - low) / (high - low)
    return 1.0
