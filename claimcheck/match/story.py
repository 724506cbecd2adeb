"""Articles -> stories: which of them tell of one event.

Two articles are of one event when what they share (names above all, weighed by how rare they are here) is much of what
each of them tells. Dates help, but never decide: a story may run for weeks. Stories grow by average linkage, so that a chain of chance likenesses does not join two.
"""

from __future__ import annotations

import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from sys import intern

from claimcheck.match.grow import CLEARLY, LONE, Vector, grow, nearness
from claimcheck.match.link import link
from claimcheck.model import Article
from claimcheck.read.words import content_stem

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*+")
SENTENCE_START = re.compile(r"(?:^|[.!?:]['\"”’)]{0,3}\s{1,4}|\n\s{0,4}|[“\"‘(]\s{0,4})$")

NAME_WEIGHT = 3.0
"""How much more a name says of an event than a common word."""
LEAD_CHARS, LEAD_WEIGHT = 600, 2.0
"""The opening tells the event; the rest is mostly background."""
JOIN = 0.12
"""Cosine above which two articles are of one event (chosen on labelled stories, see benchmarks)."""
ALL_PAIRS = 200
"""Up to so many articles every pair is looked at; above, stories grow in one pass."""


Packed = tuple[tuple[str, ...], "array[float]"]
"""A profile in a fifth of a dictionary's memory: words that all articles share, and their counts."""


def stories(articles: Sequence[Article]) -> tuple[tuple[str, str], ...]:
    """Give each article's story: (article id, story id), in the order of the articles."""
    packed: list[Packed] = []
    spread: Counter[str] = Counter()
    for article in articles:
        count = profile(article)
        spread.update(count.keys())
        packed.append((tuple(map(intern, count)), array("d", count.values())))
    names = assigned(_emptying(packed), [article.published for article in articles], spread)
    return tuple((article.id, name) for article, name in zip(articles, names, strict=True))


def assigned(
    profiles: Iterable[Mapping[str, float]], days: Sequence[date | None], spread: Mapping[str, int]
) -> list[str]:
    """Give the story of each article ("s1", "s2" … in the order of their first articles) by its `profile` and its day.

    `spread` counts for each word the profiles that have it. The profiles are taken one by one.
    """
    vectors = weigh(profiles, spread, len(days))
    if len(days) <= ALL_PAIRS:
        groups = _few(list(vectors), days)
    else:
        groups = grow(vectors, days, {word: n for word, n in spread.items() if word[0].isupper()}, JOIN)
    return [f"s{group + 1}" for group in groups]


def _emptying(packed: list[Packed]) -> Iterator[dict[str, float]]:
    """Give the profiles and let go of each, so that no more than they or their vectors are held."""
    for place, (words, counts) in enumerate(packed):
        packed[place] = ((), array("d"))
        yield dict(zip(words, counts, strict=True))


def _few(vectors: Sequence[Vector], days: Sequence[date | None]) -> list[int]:
    """Compare every two articles."""
    likeness: dict[tuple[int, int], float] = {}
    for i, j in combinations(range(len(days)), 2):
        value = _cosine(vectors[i], vectors[j]) * nearness(days[i], days[j])
        if value > 0:
            likeness[i, j] = value
    return _adopt(link(len(days), likeness, JOIN), likeness)


def _adopt(groups: list[int], likeness: Mapping[tuple[int, int], float]) -> list[int]:
    """Give a lone article to the story it is clearly nearest to: a short item shares few words with anything."""
    size = Counter(groups)
    adopted = list(groups)
    for i, group in enumerate(groups):
        if size[group] > 1:
            continue
        near: defaultdict[int, float] = defaultdict(float)
        for (a, b), value in likeness.items():
            if i in (a, b):
                near[groups[b if a == i else a]] += value
        ranked = sorted(((total / size[g], -g) for g, total in near.items() if size[g] > 1), reverse=True)
        if ranked and ranked[0][0] >= LONE and (len(ranked) == 1 or ranked[0][0] >= CLEARLY * ranked[1][0]):
            adopted[i] = -ranked[0][1]
    order: dict[int, int] = {}
    return [order.setdefault(g, len(order)) for g in adopted]


def profile(article: Article) -> dict[str, float]:
    """Count an article's content words without numbers; names stand with a capital and weigh more."""
    found: defaultdict[str, float] = defaultdict(float)
    text, start = article.text, article.body.start
    for match in WORD.finditer(text, start, article.body.end):
        word = match.group()
        base = content_stem(word.lower())
        if not base:
            continue
        named = word[0].isupper() and not SENTENCE_START.search(text, max(start, match.start() - 4), match.start())
        key = base.capitalize() if named else base
        found[key] += LEAD_WEIGHT if match.start() - start < LEAD_CHARS else 1.0
    return found


def weigh(counts: Iterable[Mapping[str, float]], spread: Mapping[str, int], total: int) -> Iterator[Vector]:
    """Turn counts into unit vectors: damped count x kind of word x rarity among these articles.

    Among few articles rarity says little (what all five share is the story itself), so its part grows with their number.
    `spread` counts the articles that have a word, `total` all of them.
    """
    part = min(1.0, total / 40)
    known: dict[int, float] = {}
    for count in counts:
        vector: dict[str, float] = {}
        for word, n in count.items():
            among = spread[word]
            if among not in known:
                rarity = math.log((total + 1) / (among + 0.5)) / math.log(total + 1) if total > 1 else 1.0
                known[among] = (1 - part) + part * max(0.02, rarity)
            weight = (1 + math.log(n)) * (NAME_WEIGHT if word[0].isupper() else 1.0)
            vector[word] = weight * known[among]
        norm = math.sqrt(sum(v * v for v in vector.values())) or 1.0
        yield {word: v / norm for word, v in vector.items()}


def _cosine(a: Vector, b: Vector) -> float:
    """Give the likeness of two unit vectors."""
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[word] for word, weight in a.items() if word in b)
