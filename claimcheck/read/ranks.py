"""Which place somebody holds: "the No. 5 seed", "the number two man at the bureau", "ranked No. 3"."""

from __future__ import annotations

import re

from claimcheck.lexicon import words as lexicon
from claimcheck.model import QuantityMention, Span
from claimcheck.read.leads import led_by
from claimcheck.read.parts import Numeral
from claimcheck.read.trie import trie

MARK = re.compile(r"\b(?:No\.? ?|number[ -])\Z", re.IGNORECASE)
"""In front of the number."""
RANKED = re.compile(r"\branked (?:No\.? ?|number )\Z", re.IGNORECASE)
HELD = re.compile(rf"[ -]({trie(lexicon('results')['rank']['nouns'])})\b", re.IGNORECASE)
"""Behind the number: who or what holds the place."""
SEED = re.compile(r"[ -](seed)\b", re.IGNORECASE)
PLACE = "place"
"""What is counted, whoever holds it: "the No. 2 official" is "the number two man"."""
LAST = 100
"""The last place that is read."""


def rank_at(text: str, start: int, numeral: Numeral) -> QuantityMention | None:
    """Read a place in an order, `counted` what holds it; None where no place is told."""
    number = numeral.number
    if not number or number > LAST or number != int(number) or numeral.kind or numeral.scaled != 1:
        return None
    marked = led_by(MARK, text, start, 8)
    if marked and not text[start].isdecimal() and marked.group()[:2].lower() == "no":  # "No one man"
        return None
    held = (HELD if marked else SEED).match(text, numeral.end)
    if held is None and not (marked and led_by(RANKED, text, start, 16)):
        return None
    digits, noun = Span(start, numeral.end), held[1].lower() if held else ""
    return QuantityMention(
        Span(marked.start() if marked else start, held.end() if held else numeral.end), number, number, number, "", "rank", noun, "", "ordinal",
        digits, head=PLACE,
    )  # fmt: skip
