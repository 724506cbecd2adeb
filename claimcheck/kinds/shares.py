"""A percentage -> what it is a share or a rate of: turnout, the vote, inflation; "" where no word beside it says so."""

from __future__ import annotations

from claimcheck.kinds.passage import Passage
from claimcheck.lexicon import words as lexicon
from claimcheck.model import QuantityMention, Sentence, Span

_SORTS = lexicon("shares")
BEFORE: dict[str, str] = {word: sort for sort, entry in _SORTS.items() for word in entry.get("before", ())}
BEHIND: dict[str, str] = {phrase: sort for sort, entry in _SORTS.items() for phrase in entry.get("behind", ())}
REACH = 8
"""Words in front of a percentage among which its noun is looked for."""


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
