"""Articles -> origins: who carries whom. Ten outlets with one agency's report are one origin."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain, combinations

from claimcheck.model import Article

SHINGLE = 5
"""Words in a shingle."""
COPIED = 0.35
"""Share of an article's shingles found in another from which it is a copy (copies score 0.72 and more, others 0.01)."""
COMMON = 20
"""A shingle in more articles than this is a stock phrase."""
WORD = re.compile(r"[^\W_]+")


def origins(articles: Sequence[Article]) -> dict[str, str]:
    """Give the origin of each article of a story: the agency it names, the article that it copies or is copied by, or its own id."""
    found = {a.id: a.origin.lower() or a.id for a in articles}
    joined: dict[str, str] = {}
    for left, right in _copies(articles):
        keep, drop = sorted((_last(joined, found[left]), _last(joined, found[right])))
        if keep != drop:
            joined[drop] = keep
    return {article: _last(joined, origin) for article, origin in found.items()}


def _last(joined: Mapping[str, str], origin: str) -> str:
    """Follow an origin to the one that it was joined to."""
    while origin in joined:
        origin = joined[origin]
    return origin


def _copies(articles: Sequence[Article]) -> list[tuple[str, str]]:
    """Give the pairs of articles of which one holds much of the other's wording."""
    held = {a.id: _shingles(a) for a in articles}
    where: defaultdict[int, list[str]] = defaultdict(list)
    for article in articles:
        for shingle in held[article.id]:
            where[shingle].append(article.id)
    together = (combinations(ids, 2) for ids in where.values() if 1 < len(ids) <= COMMON)
    shared = Counter(chain.from_iterable(together))
    return sorted(
        pair for pair, n in shared.items() if n >= COPIED * max(1, min(len(held[pair[0]]), len(held[pair[1]])))
    )


def _shingles(article: Article) -> set[int]:
    """Give the article's shingles as hashes that are equal within a run."""
    words = [w.lower() for w in WORD.findall(article.text, article.body.start, article.body.end)]
    return set(map(hash, zip(*(words[n:] for n in range(SHINGLE)), strict=False)))
