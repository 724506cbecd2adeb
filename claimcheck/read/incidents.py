"""What the words of events say: which class of event each tells, and which classes befall people in a moment."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from claimcheck.immutable import record
from claimcheck.lexicon import words as lexicon
from claimcheck.model import Span
from claimcheck.read.words import lowered, root, stem, tokens

_EVENTS = lexicon("events")
CLASS_OF: dict[str, str] = {root(word): name for name, words in _EVENTS["classes"].items() for word in words}
"""Root of a word -> the class of event that it tells: "robbery" -> "robbed"."""
CLASSES = frozenset(_EVENTS["classes"])
INCIDENTS = frozenset(_EVENTS["incidents"])
"""Classes of what befalls people in a moment; one incident is told by several of them."""
LIVES = frozenset({"death", "birth"})
"""Events of one person, whom the claim names."""


@record
class Sense:
    """A word of two senses: the words that decide, where they stand, and the class beside one of them and else."""

    words: frozenset[str]
    in_article: bool
    beside: str
    alone: str

    def of(self, text: str, sentence: Span) -> str:
        """Give the class that the word tells in a sentence of a text."""
        if self.in_article:
            return self.beside if _tells(text, self.words) else self.alone
        return self.alone if self.words.isdisjoint(stem(word) for word, _, _ in tokens(text, sentence)) else self.beside


def _sense(entry: dict[str, Any]) -> Sense:
    """Build the sense of a lexicon's entry."""
    in_article = bool(entry.get("article"))
    words = entry["words"] if in_article else map(stem, entry["words"])
    return Sense(frozenset(words), in_article, entry["beside"], entry["alone"])


SENSES = {root(word): _sense(entry) for word, entry in _EVENTS["senses"].items()}


@lru_cache(maxsize=4)
def _tells(text: str, words: frozenset[str]) -> bool:
    """Whether an article has one of some words or phrases."""
    low = lowered(text)
    return any(word in low and re.search(rf"\b{re.escape(word)}\b", low) for word in words)


def class_of(base: str, text: str, sentence: Span) -> str:
    """Give the class of event that a word's root tells in a sentence of a text; "" for none.

    >>> text = "The hostages were released."
    >>> class_of(root("released"), text, Span(0, len(text)))
    'free'
    """
    sense = SENSES.get(base)
    return sense.of(text, sentence) if sense else CLASS_OF.get(base, "")
