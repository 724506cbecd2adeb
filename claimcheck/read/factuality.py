"""A statement in its sentence -> how sure, whether affirmed, and whether it happened, is planned or demanded."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.lexicon import words as lexicon
from claimcheck.model import Factuality, Span
from claimcheck.read.words import tokens

_LISTS = lexicon("factuality")
NEGATIVE, POSSIBLE, PROBABLE = (frozenset(_LISTS[k]) for k in ("negative", "possible", "probable"))
PLANNED, DEMANDED = (frozenset(_LISTS[k]) for k in ("planned", "demanded"))
PRESENT = frozenset({"is", "are", "has", "have", "remains", "remain", "stands", "holds", "currently", "now", "still"})
AHEAD = frozenset({"planned", "demanded", "future"})
"""Tenses of what has not happened yet."""
ASKED = frozenset(_LISTS["asked"])
REACH = 12
"""How many words before a statement its modal words may stand."""
CLAUSE_WORDS = frozenset({"but", "while", "although", "whereas", "who", "which", "because", "after", "when", "since"})


def factuality(text: str, sentence: Span, span: Span) -> Factuality:
    """Say how a statement is meant by the words in front of it, back to the start of its clause.

    >>> text = "France has refused to recall the envoy."
    >>> factuality(text, Span(0, len(text)), Span(22, 28)).polarity
    '-'
    """
    before = _words(text, Span(max(sentence.start, span.start - 90), span.start), sentence.start)[-REACH:]
    for i in range(len(before) - 1, -1, -1):
        if before[i] in CLAUSE_WORDS:
            before = before[i + 1 :]
            break
    inside = _words(text, Span(span.start, min(span.end, span.start + 80)), sentence.start)
    return Factuality(_certainty(before, inside), _polarity(before, inside), _tense(before, inside))


def _words(text: str, span: Span, begin: int) -> list[str]:
    """Give the words of a span, without the month of May and words that are idle where they stand."""
    found = tokens(text, span)
    kept = [w for w, at, _ in found if not (w == "may" and text[at] == "M" and at > begin)]
    if "about" not in kept and "called" not in kept:
        return kept
    return [w for w, after in zip(kept, [*kept[1:], ""], strict=False) if not _idle(w, after)]


def _idle(word: str, after: str) -> bool:
    """Whether a word tells nothing of a plan here: "called off", "about 300" (but "about to")."""
    return (word == "called" and after in ("off", "on")) or (word == "about" and after != "to")


def _certainty(before: list[str], inside: list[str]) -> str:
    """Give certain, probable or possible."""
    words = {*before[-7:], *inside[:6]}
    if words & POSSIBLE:
        return "possible"
    return "probable" if words & PROBABLE else "certain"


def _polarity(before: list[str], inside: list[str]) -> str:
    """Give + or -; two negations are none."""
    count = sum(w in NEGATIVE or w.endswith(("n't", "n’t")) for w in before[-4:])
    count += sum(w in ("not", "never") or w.endswith(("n't", "n’t")) for w in inside[1:])
    return "-" if count % 2 else "+"


def _tense(before: list[str], inside: list[str]) -> str:
    """Give past, present, planned or demanded."""
    near = [*before[-4:], *inside[:3]]
    if before[-1:] == ["to"] and not ASKED.isdisjoint(before):
        return "demanded"
    if not DEMANDED.isdisjoint(near) or _called_for(before):
        return "demanded"
    if not PLANNED.isdisjoint(near):
        return "planned"
    if not PRESENT.isdisjoint(near):
        return "present"
    return "past"


def _called_for(before: list[str]) -> bool:
    """Whether a noun is what somebody called for, over its adjectives: "called for the immediate release"."""
    reach = before[-7:]
    if "for" not in reach:
        return False
    return any(a in DEMANDED and b == "for" for a, b in pairwise(reach))
