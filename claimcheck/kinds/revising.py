"""A clause's words -> whether they say that a number replaces another: "raised the toll to", "earlier put at"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimcheck.lexicon import words as lexicon

_REVISION = lexicon("revision")
_REPORTS = frozenset((*_REVISION["reporting"], *_REVISION["counting"]))
_WORDS = frozenset(_REVISION["words"])
_FIRST_TOLD = frozenset(_REVISION["first_told"])
_EARLY = frozenset(_REVISION["early_reports"])
_STAMPS = frozenset(_REVISION["stamps"])
BESIDE = 2
"""Words between a word such as "earlier" and the report that it dates, at most."""


def revision(words: Sequence[str]) -> str:
    """Give the direction of the first word of revision: up, down, newer, older, or "".

    >>> revision("the ministry raised the toll to 61".split()), revision("an earlier toll of 29".split())
    ('up', 'older')
    >>> revision("raids earlier on Wednesday killed 26".split()), revision("last updated at noon".split())
    ('', '')
    """
    if any(
        (a == "first" and b in _FIRST_TOLD) or (a in ("first", "early") and b in _EARLY) for a, b in pairwise(words)
    ):
        return "older"
    if _WORDS.isdisjoint(words):
        return ""
    for n, word in enumerate(words):
        found = str(_REVISION["words"].get(word, ""))
        if found == "older" and not _REPORTS & {*words[max(0, n - BESIDE) : n], *words[n + 1 : n + 1 + BESIDE]}:
            continue
        if found and not (n and words[n - 1] in _STAMPS):
            return found
    return ""
