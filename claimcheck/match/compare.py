"""Candidate pairs -> matches: the levels of each slot and the sum of their match weights."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from claimcheck.immutable import record
from claimcheck.match.guards import guard
from claimcheck.match.levels import SLOTS
from claimcheck.match.rarity import Likeness, rarity
from claimcheck.model import CandidatePair, Claim, Comparison, Match

UNSEEN = -1.0
"""Weight of a level that the training pairs never showed."""


@cache
def weights() -> dict[str, dict[str, dict[str, float]]]:
    """Read the learned weights: kind -> slot -> level -> log2(m/u); slot "prior" holds the kind's prior and scale."""
    found: dict[str, dict[str, dict[str, float]]] = tomllib.loads(
        files("claimcheck.match").joinpath("weights.toml").read_text(encoding="utf-8")
    )
    return found


@record
class Outcome:
    """What comparing two claims gives; many pairs have one and the same."""

    comparisons: tuple[Comparison, ...]
    weight: float
    guard: str = ""

    def of(self, pair: CandidatePair) -> Match:
        """Give the match of a pair that has this outcome."""
        return Match(pair, self.comparisons, self.weight, self.guard)


class Comparing:
    """Compares pairs of a story's claims; copies of a sentence are compared once.

    `words` weighs words by how rare they are in the run, as `rarity` does; without it these claims are the run.
    """

    def __init__(self, claims: Sequence[Claim], words: Mapping[str, float] | None = None) -> None:
        self._claims = claims
        self._likeness = Likeness(rarity(claims) if words is None else words)
        self._alike: dict[tuple[object, ...], int] = {}
        self._sorts: dict[int, int] = {}
        self._known: dict[tuple[int, int], Outcome] = {}

    def sort(self, item: int) -> int:
        """Give one number to all claims that matching cannot tell apart."""
        found = self._sorts.get(item)
        if found is None:
            found = self._sorts[item] = self._alike.setdefault(_sort(self._claims[item]), len(self._alike))
        return found

    def begin(self) -> None:
        """Let go of what has been compared: the claims of one block are never compared with another's."""
        self._known.clear()

    def between(self, left: int, right: int) -> Outcome:
        """Compare two claims; a pair that a guard holds apart or that weighs too little has an outcome too."""
        key = self.sort(left), self.sort(right)
        return self._known.get(key) or self._compared(key, left, right)

    def every(self, members: Sequence[int]) -> Iterator[tuple[int, int, Outcome]]:
        """Compare every two of some claims; gives their places among `members`."""
        sorts = [self.sort(item) for item in members]
        known, compared = self._known, self._compared
        for a, (left, first) in enumerate(zip(members, sorts, strict=True)):
            for b in range(a + 1, len(sorts)):
                key = first, sorts[b]
                yield a, b, known.get(key) or compared(key, left, members[b])

    def _compared(self, key: tuple[int, int], left: int, right: int) -> Outcome:
        found = self._known[key] = compared(self._claims[left], self._claims[right], self._likeness)
        return found


def _sort(claim: Claim) -> tuple[object, ...]:
    """Give all that matching looks at, so that copies of a sentence are compared once."""
    return claim.kind, claim.topic, claim.value, claim.context, claim.source, claim.factuality


def compared(a: Claim, b: Claim, likeness: Likeness) -> Outcome:
    """Compare two claims slot by slot, unless a guard holds them apart."""
    held = guard(a, b)
    return _apart(held) if held else weighed(a, b, likeness)


@cache
def _apart(guard: str) -> Outcome:
    """Give the one outcome of all pairs that a guard holds apart."""
    return Outcome((), -math.inf, guard)


def weighed(a: Claim, b: Claim, likeness: Likeness) -> Outcome:
    """Give every slot's level and weight, whatever the guards say; both claims are of one kind."""
    kind = a.kind
    found = [_comparison(kind, "prior", "prior")]
    found += [_comparison(kind, slot, level_of(a, b, likeness)) for slot, level_of in SLOTS[kind]]
    return Outcome(tuple(found), round(sum([c.weight for c in found]), 6))


@cache
def _comparison(kind: str, slot: str, level: str) -> Comparison:
    """Give one record for a level however many pairs are of it."""
    return Comparison(slot, level, weights().get(kind, {}).get(slot, {}).get(level, 0.0 if slot == "prior" else UNSEEN))


@lru_cache(maxsize=65536)
def probability(weight: float) -> float:
    """Turn a summed weight (log2 odds) into a probability.

    >>> probability(0.0), round(probability(3.0), 2)
    (0.5, 0.89)
    """
    return 1 / (1 + 2 ** -max(-60.0, min(60.0, weight)))
