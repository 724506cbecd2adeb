"""A named place or organisation -> the sort of thing that the words say it is: bank, street, village, firm."""

from __future__ import annotations

import re

from claimcheck.model import NameMention
from claimcheck.read.placing import singular
from claimcheck.read.things import nouns, rule

_WORD = re.compile(r"[^\W\d_]+")
_REACH = 160


def sort_of(text: str, name: NameMention) -> str:
    """Give the sort of thing a name is of, "" where no noun beside it says so.

    >>> from claimcheck.read.names import names
    >>> text = "He was near Pell Street, in the village of Haas. Swiss firm Chopard said so."
    >>> [sort_of(text, n) for n in names(text) if n.canonical in ("Pell Street", "Haas", "Chopard")]
    ['street', 'village', 'company']
    """
    inside = _WORD.findall(name.span.of(text).lower())
    front = next((word for word in inside[:2] if word in rule("front")), "")
    sort = noun_sort(inside) or noun_sort([front])
    if sort:
        return sort
    before = _WORD.findall(text[max(0, name.span.start - _REACH) : name.span.start].rpartition(". ")[2].lower())
    if before[-1:] == ["of"]:
        noun = before[-2] if len(before) > 1 else ""
        return (
            noun_sort([noun]) or noun_sort([singular(noun)])
            if noun in rule("of") or singular(noun) in rule("of")
            else ""
        )
    if before and before[-1] in rule("before"):
        return noun_sort(before[-2:])
    if " ".join(before[-2:]) in rule("employs"):
        return "company"
    return _listed(before)


def _listed(before: list[str]) -> str:
    """Read the plural before a list: "the villages of A, B and", "villages were identified as A,"."""
    for word in reversed(before):
        if word.endswith("s") and singular(word) in rule("of"):
            return noun_sort([singular(word)])
    return ""


def noun_sort(words: list[str]) -> str:
    """Give the sort that the last one or two of some words name: "street" for an avenue; "" for none."""
    for size in (2, 1):
        phrase = tuple(word.lower() for word in words[-size:])
        found = next((n.sort for n in nouns().get(phrase[0], ()) if n.words == phrase), "") if phrase else ""
        if found:
            return found
    return ""
