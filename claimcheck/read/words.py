"""Text -> words: tokens with their places, content words, and a light stem that joins "strikes" and "strike"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from operator import itemgetter

from claimcheck.lexicon import words as lexicon
from claimcheck.model import Span

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*+")

_STOP = frozenset(lexicon("stopwords")["stopwords"])
_IRREGULAR: dict[str, str] = lexicon("stopwords")["irregular"]
_KEEP_S = ("ss", "us", "is")
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=4)
def lowered(text: str) -> str:
    """Give a text in small letters, every character at its place: a pattern is twice as fast there as with IGNORECASE."""
    low = text.lower()
    if len(low) != len(text):  # "İ" grows when lowered.
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low


plain = itemgetter(0)
"""Give the word of a token."""


def tokens(text: str, span: Span) -> list[tuple[str, int, int]]:
    """List the words of a span: lower-case form, start, end; a word that an end of the span cuts is cut there."""
    words, starts = _sheet(text)
    low, high = bisect_left(starts, span.start), bisect_left(starts, span.end)
    found = words[low:high]
    if found and found[-1][2] > span.end:
        found[-1:] = _scan(text, found[-1][1], span.end)
    if low and words[low - 1][2] > span.start:
        found[:0] = _scan(text, span.start, min(words[low - 1][2], span.end))
    return found


@lru_cache(maxsize=4)
def _sheet(text: str) -> tuple[list[tuple[str, int, int]], list[int]]:
    """List the words of a whole text and where they start: its spans are asked for many times over."""
    words = [(m[0], m.start(), m.end()) for m in WORD.finditer(lowered(text))]
    return words, [word[1] for word in words]


def _scan(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    return [(m.group().lower(), m.start(), m.end()) for m in WORD.finditer(text, start, end)]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Join the common forms of one word; not a dictionary form.

    >>> [stem(w) for w in ("strikes", "struck", "killing", "killed", "cities", "planned", "carried", "Syria's")]
    ['strike', 'strike', 'kill', 'kill', 'city', 'plan', 'carry', 'syria']
    """
    word = word.lower().removesuffix("'s").removesuffix("’s")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men") and len(word) > 5:
        return word[:-2] + "an"
    if word.endswith("children"):
        return word[:-3]
    if len(word) > 4 and word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    for suffix in ("ing", "ed"):
        base = word[: -len(suffix)]
        if word.endswith(suffix) and len(base) > 2 and _VOWELS & set(base):
            return _mend(base)
    if len(word) > 3 and word.endswith("s") and not word.endswith(_KEEP_S):
        return word[:-2] if word.endswith(("shes", "ches", "xes", "sses", "zes")) else word[:-1]
    return word


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """Join more forms than `stem`, for comparing verbs only: "executed" and "execute" are both "execut"."""
    base = stem(word).rstrip("e")
    return base[:-1] if len(base) > 5 and base.endswith("ll") else base


def _mend(base: str) -> str:
    """Undo a doubled consonant and give back a silent e: "stopp" -> "stop", "strik" -> "strike"."""
    if base[-1] == base[-2] and base[-1] not in "lsz":
        return base[:-1]
    if base.endswith(("at", "iz", "v", "ik", "uc", "as", "os", "ur", "ir", "ang", "c", "in", "u")) and len(base) > 3:
        return base + "e" if not base.endswith(("ain", "ein", "oin", "our", "air", "eat", "oat")) else base
    return base


@lru_cache(maxsize=65536)
def content_stem(word: str) -> str:
    """Give a word's stem, or "" for words that say nothing of the matter and for numbers."""
    if word in _STOP or word[0].isdecimal():
        return ""
    base = stem(word)
    return "" if base in _STOP or len(base) < 2 else base


def content_words(words: Iterable[tuple[str, int, int]]) -> tuple[str, ...]:
    """Give the stems of the content words among some words, sorted, without doubles and without numbers."""
    found = set(map(content_stem, map(plain, words)))
    found.discard("")
    return tuple(sorted(found))
