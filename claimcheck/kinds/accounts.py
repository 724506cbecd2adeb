"""A profit, revenue or price -> which one: its measure (adjusted, net, statutory; retail, market), its time, whether it lies ahead."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.kinds.passage import Passage
from claimcheck.lexicon import words as lexicon
from claimcheck.model import QuantityMention, Sentence
from claimcheck.read.leads import led_by
from claimcheck.read.trie import trie

_SORT_OF = {
    table: {phrase: sort for sort, phrases in sorts.items() for phrase in phrases}
    for table, sorts in lexicon("accounts").items()
}
_WORDS = {table: re.compile(rf"\b({trie(sorts)})\b", re.IGNORECASE) for table, sorts in _SORT_OF.items()}
BY = re.compile(r"\bby (?:about |some )?\Z")
"""In front of the sum by which another has changed: "reduced its profit by 1.9 billion"."""
BEFORE, BEHIND = 70, 45
"""Characters in front of a sum and behind it in which its measure is told."""


def account_of(passage: Passage, sentence: Sentence, quantity: QuantityMention, attribute: str) -> tuple[str, ...]:
    """Give the marks of a sum; where no time is told, that of the article's first. A revenue has no measures.

    The sum's stretch ends at the numbers beside it: "£112m, against £97m in the comparable quarter".
    """
    clause = passage.clause(quantity.span, sentence)
    others = [q.span for q in passage.quantities_in(clause) if q is not quantity and q.kind == "money"]
    start = max([clause.start, quantity.span.start - BEFORE, *(s.end for s in others if s.end <= quantity.span.start)])
    end = min([clause.end, quantity.span.end + BEHIND, *(s.start for s in others if s.start >= quantity.span.end)])
    if attribute == "price":
        return tuple(sorted(_marks("prices", passage.text, start, end)))
    tables = ("measures", "periods", "ahead") if attribute == "profit" else ("periods", "ahead")
    told = {table: _marks(table, passage.text, start, end) for table in tables}
    told["periods"] = told["periods"] or _first_period(passage.text)
    if led_by(BY, passage.text, quantity.span.start, 12):
        told["change"] = {"change"}
    return tuple(sorted(mark for marks in told.values() for mark in marks))


def _marks(table: str, text: str, start: int, end: int) -> set[str]:
    """Give the sorts of one table that a stretch of text tells."""
    return {_SORT_OF[table][found[1].lower()] for found in _WORDS[table].finditer(text, start, end)}


@lru_cache(maxsize=4)
def _first_period(text: str) -> set[str]:
    """Give the time of which an article tells first."""
    found = _WORDS["periods"].search(text)
    return {_SORT_OF["periods"][found[1].lower()]} if found else set()
