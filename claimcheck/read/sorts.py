"""A named place or organisation -> the sort of thing that the words say it is: bank, street, village, firm."""

from __future__ import annotations

import re

from claimcheck.model import NameMention
from claimcheck.read.things import nouns, rule

_WORD = re.compile(r"[^\W\d_]+")
_REACH = 60


def sort_of(text: str, name: NameMention) -> str:
    """Give the sort of thing a name is of, "" where no noun beside it says so.

    >>> from claimcheck.read.names import names
    >>> text = "He was near Pell Street, in the village of Haas. Swiss firm Chopard said so."
    >>> [sort_of(text, n) for n in names(text) if n.canonical in ("Pell Street", "Haas", "Chopard")]
    ['street', 'village', 'company']
    """
    inside = _WORD.findall(name.span.of(text).lower())
    sort = _ending(inside) or (_ending(inside[:1]) if inside[:1] and inside[0] in rule("front") else "")
    if sort:
        return sort
    before = _WORD.findall(text[max(0, name.span.start - _REACH) : name.span.start].lower())
    if before[-1:] == ["of"]:
        return _ending([_single(before[-2])]) if len(before) > 1 and _single(before[-2]) in rule("of") else ""
    if before and before[-1] in rule("before"):
        return _ending(before[-2:])
    if " ".join(before[-2:]) in rule("employs"):
        return "company"
    return _listed(before)


def _single(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") else word


def _listed(before: list[str]) -> str:
    """Read the plural before a list: "the villages of A, B and", "villages were identified as A,"."""
    for word in reversed(before):
        if word.endswith("s") and _single(word) in rule("of"):
            return _ending([_single(word)])
    return ""


def _ending(words: list[str]) -> str:
    """Give the sort of the last one or two words."""
    for size in (2, 1):
        phrase = tuple(words[-size:])
        found = next((n.sort for n in nouns().get(phrase[0], ()) if n.words == phrase), "") if phrase else ""
        if found:
            return found
    return ""
