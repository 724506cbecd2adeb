"""Articles -> stories: which of them tell of one event.

Two articles are compared when they share a pair of their rarest names; they are of one event when what they share
(names above all, weighed by how rare they are here) is much of what each of them tells. Dates help, but never decide:
a story may run for weeks. Stories grow by average linkage, so that a chain of chance likenesses does not join two.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from claimcheck.match.link import link
from claimcheck.model import Article
from claimcheck.read.words import content_stem

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*+")
SENTENCE_START = re.compile(r"(?:^|[.!?:]['\"”’)]*\s+|\n\s*|[“\"‘(]\s*)$")

NAME_WEIGHT = 3.0
"""How much more a name says of an event than a common word."""
LEAD_CHARS, LEAD_WEIGHT = 600, 2.0
"""The opening tells the event; the rest is mostly background."""
JOIN = 0.12
"""Cosine above which two articles are of one event (chosen on labelled stories, see benchmarks)."""
LONE, CLEARLY = 0.06, 1.8
"""Mean likeness from which a lone article joins a story, and how many times nearer than the next it must be."""
ALL_PAIRS = 200
"""Up to so many articles every pair is looked at; above, those that share a pair of rare names."""
RAREST = 12
"""How many of an article's rarest names make its keys."""
BLOCK = 300
"""A pair of names shared by more articles than this is no key."""
HALF_LIFE_DAYS = 45.0
"""After so many days between two articles their likeness counts half."""

Vector = Mapping[str, float]


def stories(articles: Sequence[Article]) -> tuple[tuple[str, str], ...]:
    """Give each article's story: (article id, story id), in the order of the articles."""
    counts = [profile(article) for article in articles]
    vectors = weigh(counts)
    likeness: dict[tuple[int, int], float] = {}
    for i, j in _pairs(counts):
        value = _cosine(vectors[i], vectors[j]) * _nearness(articles[i], articles[j])
        if value > 0:
            likeness[i, j] = value
    groups = _adopt(link(len(articles), likeness, JOIN), likeness)
    return tuple((article.id, f"s{groups[i] + 1}") for i, article in enumerate(articles))


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


def weigh(counts: Sequence[Mapping[str, float]]) -> list[Vector]:
    """Turn counts into unit vectors: damped count x kind of word x rarity among these articles.

    Among few articles rarity says little (what all five share is the story itself), so its part grows with their number.
    """
    total = len(counts)
    spread: Counter[str] = Counter()
    for count in counts:
        spread.update(count.keys())
    part = min(1.0, total / 40)
    out: list[Vector] = []
    for count in counts:
        vector: dict[str, float] = {}
        for word, n in count.items():
            rarity = math.log((total + 1) / (spread[word] + 0.5)) / math.log(total + 1) if total > 1 else 1.0
            weight = (1 + math.log(n)) * (NAME_WEIGHT if word[0].isupper() else 1.0)
            vector[word] = weight * ((1 - part) + part * max(0.02, rarity))
        norm = math.sqrt(sum(v * v for v in vector.values())) or 1.0
        out.append({word: v / norm for word, v in vector.items()})
    return out


def _pairs(counts: Sequence[Mapping[str, float]]) -> Iterator[tuple[int, int]]:
    """Give the pairs of articles worth a look."""
    if len(counts) <= ALL_PAIRS:
        yield from combinations(range(len(counts)), 2)
        return
    spread: Counter[str] = Counter()
    for count in counts:
        spread.update(word for word in count if word[0].isupper())
    blocks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for i, count in enumerate(counts):
        names = sorted((w for w in count if spread.get(w, 0) >= 2), key=lambda w: (spread[w], w))[:RAREST]
        for key in combinations(sorted(names), 2):
            blocks[key].append(i)
    seen: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        members = blocks[key]
        if len(members) <= BLOCK:
            for pair in combinations(members, 2):
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _cosine(a: Vector, b: Vector) -> float:
    """Give the likeness of two unit vectors."""
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[word] for word, weight in a.items() if word in b)


def _nearness(a: Article, b: Article) -> float:
    """Give 1 for articles of one week, less with the weeks between; 1 where a date is unknown."""
    if a.published is None or b.published is None:
        return 1.0
    days = abs((a.published - b.published).days)
    return 1.0 if days <= 7 else 0.5 ** ((days - 7) / HALF_LIFE_DAYS)
