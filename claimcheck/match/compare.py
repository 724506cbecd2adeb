"""Candidate pairs -> matches: the levels of each slot and the sum of their match weights."""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from claimcheck.match.guards import guard
from claimcheck.match.levels import SLOTS
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


def rarity(claims: Sequence[Claim]) -> dict[str, float]:
    """Weigh each word and name by how few of the run's articles have it; 1 is common, about 3 is rare."""
    seen: Counter[str] = Counter()
    by_article: dict[str, list[Claim]] = {}
    for claim in claims:
        by_article.setdefault(claim.article, []).append(claim)
    for held in by_article.values():
        seen.update(words_of(held))
    return rarity_of(seen, len(by_article))


def words_of(claims: Iterable[Claim]) -> set[str]:
    """Give the words and names of an article's claims."""
    return {word for claim in claims for words in (claim.context.terms, claim.context.entities) for word in words}


def rarity_of(seen: Mapping[str, int], articles: int) -> dict[str, float]:
    """Weigh words by the number of articles that have each, of all the articles that have claims."""
    return {word: 1 + math.log2(((articles or 1) + 1) / (count + 0.5)) / 2 for word, count in seen.items()}


class Comparing:
    """Compares pairs of a story's claims; copies of a sentence are compared once.

    `words` weighs words by how rare they are in the run, as `rarity` does; without it these claims are the run.
    """

    def __init__(self, claims: Sequence[Claim], words: Mapping[str, float] | None = None) -> None:
        self._claims = claims
        self._words = rarity(claims) if words is None else words
        self._alike: dict[tuple[object, ...], int] = {}
        self._sorts: dict[int, int] = {}

    def sort(self, item: int) -> int:
        """Give one number to all claims that matching cannot tell apart."""
        found = self._sorts.get(item)
        if found is None:
            found = self._sorts[item] = self._alike.setdefault(_sort(self._claims[item]), len(self._alike))
        return found

    def pairs(self, pairs: Iterable[CandidatePair]) -> Iterator[Match]:
        """Compare each pair; those that a guard holds apart or that weigh too little are given too, for `explain`."""
        claims, sort = self._claims, self.sort
        known: dict[tuple[int, int], Match] = {}
        for pair in pairs:
            key = sort(pair.left), sort(pair.right)
            found = known.get(key)
            if found is None:
                found = known[key] = match(pair, claims[pair.left], claims[pair.right], self._words)
            yield found if found.pair is pair else Match(pair, found.comparisons, found.weight, found.guard)


def _sort(claim: Claim) -> tuple[object, ...]:
    """Give all that matching looks at, so that copies of a sentence are compared once."""
    return claim.kind, claim.topic, claim.value, claim.context, claim.source, claim.factuality


def match(pair: CandidatePair, a: Claim, b: Claim, words: Mapping[str, float]) -> Match:
    """Compare two claims slot by slot, unless a guard holds them apart."""
    held = guard(a, b)
    return Match(pair, (), -math.inf, held) if held else weighed(pair, a, b, words)


def weighed(pair: CandidatePair, a: Claim, b: Claim, words: Mapping[str, float]) -> Match:
    """Give every slot's level and weight, whatever the guards say; both claims are of one kind."""
    table = weights().get(a.kind, {})
    comparisons = [_comparison("prior", "prior", table.get("prior", {}).get("prior", 0.0))]
    for slot, level_of in SLOTS[a.kind]:
        level = level_of(a, b, words)
        comparisons.append(_comparison(slot, level, table.get(slot, {}).get(level, UNSEEN)))
    return Match(pair, tuple(comparisons), round(sum([c.weight for c in comparisons]), 6))


_comparison = cache(Comparison)
"""One record for a level however many pairs are of it."""


def probability(weight: float) -> float:
    """Turn a summed weight (log2 odds) into a probability.

    >>> probability(0.0), round(probability(3.0), 2)
    (0.5, 0.89)
    """
    return 1 / (1 + 2 ** -max(-60.0, min(60.0, weight)))
