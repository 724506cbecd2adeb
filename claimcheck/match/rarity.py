"""How rare the words of a run are, and how much of what is rare two sets of words have in common."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from claimcheck.model import Claim

STEPS = (0.6, 0.4, 0.25, 0.12, 0.04)
"""Lower bounds of the levels of likeness between sets of words."""
REMEMBERED = 65_536
"""Pairs of sets whose level is kept: the claims of a sentence share its words."""

Words = tuple[str, ...]
"""Words of a claim, sorted, without doubles."""


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
    """Weigh words by the number of articles that have each, of all the articles that have claims.

    Both count to two figures: one article more does not weigh every word of ten thousand anew.
    """
    most = _round(articles or 1) + 1
    weight = {count: 1 + math.log2(most / (_round(count) + 0.5)) / 2 for count in {*seen.values()}}
    return {word: weight[count] for word, count in seen.items()}


def _round(count: int) -> int:
    """Round a count to two figures.

    >>> _round(87), _round(1234)
    (87, 1200)
    """
    return round(count, min(0, 2 - len(str(count))))


class Likeness:
    """Names the level of likeness of two sets of words, by the `rarity` of a run; remembers what it has weighed."""

    def __init__(self, words: Mapping[str, float]) -> None:
        self._words = words
        self._sets: dict[Words, tuple[frozenset[str], float]] = {}
        self._levels: dict[tuple[Words, Words], str] = {}

    def level(self, a: Words, b: Words) -> str:
        """Name the step that the share of rare words in common (cosine, 0 to 1) reaches."""
        found = self._levels.get((a, b))
        if found is None:
            value = self._cosine(a, b)
            if len(self._levels) >= REMEMBERED:
                self._levels.clear()
            found = self._levels[a, b] = next((f"{step:.2f}" for step in STEPS if value >= step), "else")
        return found

    def _cosine(self, a: Words, b: Words) -> float:
        """Give the cosine of two sets, each word as heavy as it is rare."""
        (left, heft), (right, other) = self._set(a), self._set(b)
        if left.isdisjoint(right):
            return 0.0
        return self._heft([word for word in a if word in right]) / math.sqrt(heft * other)

    def _set(self, words: Words) -> tuple[frozenset[str], float]:
        """Give the words as a set, with their heft."""
        found = self._sets.get(words)
        if found is None:
            found = self._sets[words] = frozenset(words), self._heft(words)
        return found

    def _heft(self, words: Iterable[str]) -> float:
        """Sum the squared rarity of words."""
        rare = self._words.get
        return sum([rare(word, 1.0) ** 2 for word in words])
