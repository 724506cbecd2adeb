"""Two quotations -> how alike their words are."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz

from claimcheck.model import Span
from claimcheck.read.words import WORD, content_stem

SHORTEST = 3
"""Words below which one quotation inside another proves nothing."""


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    """Give the words in lower case, apostrophes dropped."""
    return tuple(m.group().lower().replace("'", "").replace("’", "") for m in WORD.finditer(text))


@lru_cache(maxsize=8192)
def _content(text: str) -> str:
    """Give the content words as one string."""
    return " ".join(c for w in _words(text) if (c := content_stem(w)))


@lru_cache(maxsize=65536)
def same_words(a: str, b: str) -> float:
    """Give the likeness of two quotations, 0 to 1: 1 where one holds the other, else `token_sort_ratio` on content words.

    >>> same_words("We will not leave the city", "we will not leave")
    1.0
    >>> same_words("We will not leave the city", "The price of bread rose") < 0.45
    True
    """
    x, y = _words(a), _words(b)
    if len(x) > len(y):
        x, y = y, x
    if len(x) >= SHORTEST and f" {' '.join(x)} " in f" {' '.join(y)} ":
        return 1.0
    left, right = _content(a), _content(b)
    if not left or not right:
        return 0.0
    return float(fuzz.token_sort_ratio(left, right)) / 100


def words_span(span: Span, text: str) -> int:
    """Count the words of a span."""
    return len(_words(span.of(text)))
