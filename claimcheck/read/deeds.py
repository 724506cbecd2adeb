"""What lists say of counted things: which words tell what happened to them, and which nouns may stand for each other."""

from __future__ import annotations

from claimcheck.lexicon import words as lexicon
from claimcheck.read.words import stem

_ATTRIBUTES = lexicon("attributes")
_HEADS = lexicon("heads")
HEAD_GROUP: dict[str, str] = {stem(word): group for group, words in _HEADS["groups"].items() for word in words}
"""Stem of a counted noun -> its group: "policeman" -> "police"."""
PARTS = frozenset(_HEADS["parts"])
MILITARY = _HEADS["military"][0]
THINGS = frozenset(_HEADS["things"])
"""Groups that are no people."""
PLACES = frozenset(
    stem(word)
    for table in ("place", "organisation")
    for noun, forms in lexicon("things")[table].items()
    for word in (noun, *forms)
    if " " not in word
) | frozenset(_HEADS["spots"])
"""Stems of nouns of places and houses, which nothing befalls that befalls people."""
OF_PEOPLE = frozenset(_HEADS["of_people"])
"""Attributes that only people have."""
BODIES = frozenset({"body", "corpse"})
"""Stems of nouns of the dead who are found."""
RIDERS = frozenset(_HEADS["riders"])
"""People who travel, beside those of the groups."""


def _by_word(side: str) -> dict[str, str]:
    """Index the words of one side: word -> attribute; the first attribute that lists a word has it."""
    index: dict[str, str] = {}
    for attribute, entry in _ATTRIBUTES.items():
        for word in entry.get(side, ()):
            index.setdefault(word, attribute)
    return index


AFTER, BEFORE, NOUN = _by_word("after"), _by_word("before"), _by_word("noun")
SUM_OF = _by_word("sum_of")
ACCOUNTS = frozenset({"profit", "revenue"})
"""Attributes of which a firm tells several sums at once, whose currency may be left out where they are large."""
SUMS = frozenset(name for name, entry in _ATTRIBUTES.items() if entry.get("sum_of") and not entry.get("sum_after"))
"""Attributes of sums that several parties may pay, offer or get."""
SUM_AFTER = {tuple(phrase.split()): attribute for phrase, attribute in _by_word("sum_after").items()}
HEAD = {stem(word): attribute for word, attribute in _by_word("head").items()}
WHO = {stem(word): attribute for word, attribute in _by_word("who").items()}
FAMILY: dict[str, str] = {name: entry["family"] for name, entry in _ATTRIBUTES.items()}
ASKS: dict[str, str] = {name: entry["asks"] for name, entry in _ATTRIBUTES.items()}
"""Attribute -> its question, with {head} for what is counted."""
