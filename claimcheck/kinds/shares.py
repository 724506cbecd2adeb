"""A percentage -> what it is a share or a rate of: turnout, the vote, inflation; "" where no word beside it says so."""

from __future__ import annotations

import re

from claimcheck.kinds.passage import Passage
from claimcheck.lexicon import words as lexicon
from claimcheck.model import QuantityMention, Sentence, Span

_SORTS = lexicon("shares")
BEFORE: dict[str, str] = {word: sort for sort, entry in _SORTS.items() for word in entry.get("before", ())}
BEHIND: dict[str, str] = {phrase: sort for sort, entry in _SORTS.items() for phrase in entry.get("behind", ())}
VOTED = frozenset({"person", "group"})
"""Kinds of names of those who are voted for."""
REACH = 8
"""Words in front of a percentage among which its noun is looked for."""


FOR = re.compile(r"(?: of [a-z ]{2,20})? for (?:(?:Mr|Mrs|Ms|Dr)\.? )?")
"""Between a share of the vote and whom it was given to: "46.6% for Phiri"."""


def attribute_of(passage: Passage, sentence: Sentence, quantity: QuantityMention) -> str:
    """Name a percentage that somebody won of the vote; "" for any other."""
    won = share_of(passage, sentence, quantity) == "vote" and voted_for(passage, sentence, quantity)
    return "vote_share" if won else ""


def voted_for(passage: Passage, sentence: Sentence, quantity: QuantityMention) -> str:
    """Give whom a share of the vote was given to: the person straight behind "for", else the last one named in front; or ""."""
    people = [n for n in passage.names_in(sentence.span) if n.kind in VOTED]
    behind = FOR.match(passage.text, quantity.span.end, sentence.span.end)
    told = next((n for n in people if behind and n.span.start == behind.end()), None)
    others = [q.span.end for q in passage.quantities_in(Span(sentence.span.start, quantity.span.start))]
    before = [n for n in people if max([sentence.span.start, *others]) <= n.span.start < quantity.span.start]
    named = told or (before[-1] if before else None)
    return named.canonical if named else ""


def share_of(passage: Passage, sentence: Sentence, quantity: QuantityMention) -> str:
    """Name the sort of a percentage; the words behind it come before those in front."""
    rest = passage.text[quantity.span.end : min(sentence.span.end, quantity.span.end + 30)].lower().lstrip()
    for phrase, sort in BEHIND.items():
        if rest.startswith(phrase) and not rest[len(phrase) : len(phrase) + 1].isalnum():
            return sort
    clause = passage.clause(quantity.span, sentence)
    others = [q.span.end for q in passage.quantities_in(Span(clause.start, quantity.span.start))]
    words = passage.words_in(Span(max([clause.start, *others]), quantity.span.start))[-REACH:]
    return next((BEFORE[word] for word, _, _ in reversed(words) if word in BEFORE), "")
