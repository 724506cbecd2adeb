"""A statement in its sentence -> how sure, whether affirmed, and whether it happened, is planned or demanded."""

from __future__ import annotations

import re
from itertools import pairwise

from claimcheck.lexicon import words as lexicon
from claimcheck.model import Factuality, Span
from claimcheck.read.words import tokens

_LISTS = lexicon("factuality")
NEGATIVE, POSSIBLE, PROBABLE = (frozenset(_LISTS[k]) for k in ("negative", "possible", "probable"))
PLANNED, DEMANDED = (frozenset(_LISTS[k]) for k in ("planned", "demanded"))
PRESENT = frozenset({"is", "are", "has", "have", "remains", "remain", "stands", "holds", "currently", "now", "still"})
MAYBE_IDLE = frozenset({"about", "called", "calls", "calling", "due"})
BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
OPENERS = frozenset({"a", "an", "the", "its", "his", "her", "their", "this", "these", "lack", "fears"})
"""Words that begin a noun: behind "due to" they tell of a cause, not of a plan."""
AHEAD = frozenset({"planned", "demanded", "future"})
"""Tenses of what has not happened yet."""
ASKED = frozenset(_LISTS["asked"])
REACH = 12
"""How many words before a statement its modal words may stand."""
FEARED = re.compile(
    r"(?:, [^,.;:\n]{1,40},)?(?: (?:people|others|were|are|was|is|have|has|been|still|now)){0,4} (?:feared|presumed|believed|thought)"
    r"(?: to (?:be|have been|have))? (?:dead|killed|drowned|missing|trapped|buried|injured|lost|died)\b"
)
"""Behind a number of people of whose fate nobody is sure: "350 migrants were feared drowned"."""
NUMBERED = re.compile(r"no\. ?[0-9]", re.IGNORECASE)
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
    certainty = "possible" if FEARED.match(text, span.end, sentence.end) else _certainty(before, inside)
    return Factuality(certainty, _polarity(before, inside), _tense(before, inside))


def _words(text: str, span: Span, begin: int) -> list[str]:
    """Give the words of a span, without the month of May, "No. 5", and words that are idle where they stand."""
    kept = [w for w, at, _ in tokens(text, span) if w not in ("may", "no") or not _names(text, w, at, begin)]
    if MAYBE_IDLE.isdisjoint(kept):
        return kept
    return [w for i, w in enumerate(kept) if w not in MAYBE_IDLE or not _idle(kept, i)]


def _names(text: str, word: str, at: int, begin: int) -> bool:
    """Whether "may" is a month, or "no" stands for a number."""
    if word == "no":
        return NUMBERED.match(text, at) is not None
    return text[at] == "M" and at > begin


def _idle(words: list[str], i: int) -> bool:
    """Whether a word tells nothing of a plan here: "called it murder", "about 300" (but "about to"), "crashed due to fog"."""
    after, then = [*words[i + 1 : i + 3], "", ""][:2]
    if words[i] == "due":
        return after == "to" and (then in OPENERS or not (i and words[i - 1] in BE))
    return after != ("to" if words[i] == "about" else "for")


def _certainty(before: list[str], inside: list[str]) -> str:
    """Give certain, probable or possible."""
    words = {*before[-7:], *inside[:6]}
    if words & POSSIBLE:
        return "possible"
    return "probable" if words & PROBABLE else "certain"


def _polarity(before: list[str], inside: list[str]) -> str:
    """Give + or -; two negations are none."""
    near = before[-4:]
    count = sum(w in NEGATIVE or w.endswith(("n't", "n’t")) for w in near)
    count -= "without" in near[:-2]  # "Without power, down from 30,000"
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
