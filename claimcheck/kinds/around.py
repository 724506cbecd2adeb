"""The words on either side of a number, as far as they speak of it: to the numbers beside it that have other verbs."""

from __future__ import annotations

import re
from bisect import bisect_left

from claimcheck.immutable import record
from claimcheck.kinds.amounts import is_conversion
from claimcheck.kinds.passage import Passage
from claimcheck.kinds.verbs import CLOSE, Word
from claimcheck.model import QuantityMention, Sentence
from claimcheck.read.deeds import AFTER

JOINING = frozenset(
    {
        "and",
        "or",
        "plus",
        "as",
        "well",
        "some",
        "another",
        "a",
        "further",
        "including",
        "at",
        "least",
        "also",
        "about",
        "with",
    }
)
"""Words that join a number to the one before it, so that they have one verb."""
OF_WHOLE = re.compile(
    r" of (?:the|its|their|all|his|her|these|those|(?:the )?[\w’-]{2,20}['’]s)(?: (?:about|some|roughly|nearly|estimated|more than))? ",
    re.IGNORECASE,
)
"""Between a part and its whole: "30 of the 52"."""
CLAUSES = (";", " while ", " whereas ")
"""What parts the clauses of two numbers: "41 were caught, while 149 never left"."""
_AUXILIARIES = frozenset({"was", "were", "is", "are", "has", "have", "had", "will", "would", "could", "may", "might"})
_NEEDS = frozenset({"need", "needs", "needed", "require", "requires", "required"})
_FINITE = _AUXILIARIES | _NEEDS
"""Verbs that have the number in front as their subject."""
_LEADING = frozenset({"of", "to", "at", "than", "by", "with"})
"""Words in front of a number that is no subject: "a death toll of 22 was reported"."""


@record
class Around:
    """A sentence's words before and behind a number, and the places in the text between which they speak of it."""

    before: tuple[Word, ...]
    after: tuple[Word, ...]
    left: int
    right: int
    joined: int
    """Where the last number ends that shares its verb."""
    start: int
    end: int

    @property
    def is_subject(self) -> bool:
        """Whether the number has a verb of its own straight behind: "nine died and 30,000 were left without power"."""
        led = bool(self.before) and self.before[-1][0] in _LEADING
        return not led and bool(self.after) and self.after[0][0] in _FINITE and self.after[0][1] - self.end <= 1


def around(passage: Passage, sentence: Sentence, quantity: QuantityMention) -> Around:
    """Give the words around a quantity of a sentence."""
    words = passage.words_in(sentence.span)
    starts = [word[1] for word in words]
    start, end = quantity.span.start, quantity.span.end
    left, right, joined = _limits(passage, quantity, sentence)
    behind = max(
        (q.span.end for q in passage.quantities_in(sentence.span) if is_conversion(passage.text, quantity, q)),
        default=end,
    )
    # "Fifth death after blast; two managers questioned": the words begin behind the semicolon.
    parted = passage.text.rfind(";", sentence.span.start, start) + 1
    before = tuple(words[bisect_left(starts, parted) : bisect_left(starts, start)])
    after = tuple(words[bisect_left(starts, behind) :])
    return Around(before, after, left, right, joined, start, end)


def _limits(passage: Passage, quantity: QuantityMention, sentence: Sentence) -> tuple[int, int, int]:
    """Give where the words around a number end, at the numbers on either side, and where those end that share its verb."""
    left, right, last = sentence.span.start, sentence.span.end, quantity
    for other in passage.quantities_in(sentence.span):
        if is_conversion(passage.text, quantity, other):
            continue
        if other.span.end <= quantity.span.start:
            left = left if is_conversion(passage.text, other, quantity) else other.span.end
        elif other.span.start >= quantity.span.end and not _coupled(passage.text, last, other):
            right = other.span.start
            break
        else:
            last = other
    for mark in CLAUSES:
        left = max(left, passage.text.rfind(mark, left, quantity.span.start) + 1)
        clause = passage.text.find(mark, quantity.span.end, right)
        right = right if clause < 0 else clause
    return left, right, last.span.end


def _coupled(text: str, first: QuantityMention, second: QuantityMention) -> bool:
    """Whether two numbers have one verb: "15 civilians and six soldiers were killed"."""
    if OF_WHOLE.fullmatch(text, first.digits.end, second.span.start):
        return not stated(text, second)
    between = text[first.span.end : second.span.start].split()
    return (
        bool(between) and len(between) <= CLOSE and between[0].strip(",") in ("", "and") and JOINING.issuperset(between)
    )


def stated(text: str, quantity: QuantityMention) -> bool:
    """Whether the word behind a number says by itself what happened: "the 80 wounded", "the 52 people aboard"."""
    behind = text[quantity.span.end : quantity.span.end + 16].lstrip(" ")
    told = AFTER.get(behind.split(" ", 1)[0].strip(".,;"), "")
    return told == "aboard" or behind.startswith("on board") or bool(told and not quantity.head)
