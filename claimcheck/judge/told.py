"""What else an article counts: a slip often shows only beside the article's other numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field
from itertools import combinations

from claimcheck.immutable import record
from claimcheck.model import Claim, Figure
from claimcheck.read.deeds import FAMILY

MOST_PARTS = 4
"""Parts of one sum at most; of more numbers some would add up by chance."""


ANYBODY = frozenset({"", "person", "people", "victim", "body", "dead"})
"""Heads that name no sort of people."""


@record
class Told:
    """The exact counts of each article, by article and by sentence."""

    counts: Mapping[str, frozenset[tuple[str, float]]] = field(default_factory=dict)
    """Article id -> (attribute, number) of what a list knows."""
    sentences: Mapping[tuple[str, int], Sequence[Claim]] = field(default_factory=dict)
    """(article id, where the sentence starts) -> its exact counts."""

    def others(self, articles: Iterable[str], attribute: str, number: float) -> set[str]:
        """Give the other attributes of which one of the articles has that number."""
        told = (pair for article in articles for pair in self.counts.get(article, ()))
        return {other for other, n in told if n == number and other != attribute}

    def beside(self, claim: Claim) -> list[Claim]:
        """Give the other counts of a claim's sentence that are of the same attribute and of one voice."""
        return [
            other
            for other in self.sentences.get((claim.article, claim.sentence.start), ())
            if other.span != claim.span
            and other.topic.attribute == claim.topic.attribute
            and other.source == claim.source
        ]


NOTHING = Told()
"""Where nothing is known of the articles but the two positions."""


def told(claims: Iterable[Claim]) -> Told:
    """Gather the exact counts of what the lists know."""
    counts: defaultdict[str, set[tuple[str, float]]] = defaultdict(set)
    sentences: defaultdict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        value, attribute = claim.value, claim.topic.attribute
        if isinstance(value, Figure) and value.number is not None and attribute in FAMILY:
            counts[claim.article].add((attribute, value.number))
            sentences[claim.article, claim.sentence.start].append(claim)
    return Told({article: frozenset(found) for article, found in counts.items()}, dict(sentences))


def parts_of(total: float, claims: Sequence[Claim], known: Told) -> tuple[float, ...]:
    """Give the numbers of one sentence, a claim's own among them, that add up to a total; () where none do."""
    for claim in claims:
        others = [c for c in known.beside(claim) if number_of(c) != total]
        for size in range(1, MOST_PARTS):
            for chosen in combinations(others[:MOST_PARTS], size):
                parts = tuple(sorted(map(number_of, (claim, *chosen)), reverse=True))
                if sum(parts) == total and parts[-1] > 0 and _of_different_sorts((claim, *chosen)):
                    return parts
    return ()


def _of_different_sorts(claims: Sequence[Claim]) -> bool:
    """Whether each counts a sort of its own, and none a part of what another counts: "21 dead, six of them soldiers"."""
    sorts = {_sort(c) for c in claims}
    return len(sorts) == len(claims) and all(c.context.head not in ANYBODY and c.topic.scope != "part" for c in claims)


def side_by_side(a: Collection[Claim], b: Collection[Claim], known: Told) -> bool:
    """Whether one sentence counts both, of two sorts: "15 civilians and six soldiers"."""
    numbers = {number_of(c) for c in b}
    return any(
        number_of(other) in numbers and _of_different_sorts((claim, other))
        for claim in a
        for other in known.beside(claim)
    )


def number_of(claim: Claim) -> float:
    """Give a count's number, 0 where it has none."""
    return claim.value.number or 0.0 if isinstance(claim.value, Figure) else 0.0


def _sort(claim: Claim) -> tuple[str, tuple[str, ...]]:
    """Give what is counted."""
    return claim.context.head, claim.context.qualifiers
