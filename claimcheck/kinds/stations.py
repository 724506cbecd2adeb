"""Soldiers stationed somewhere -> the country: "900 troops in Syria and 2,500 in Iraq" are two questions."""

from __future__ import annotations

import re

from claimcheck.kinds.passage import Passage
from claimcheck.model import QuantityMention, Sentence, Span
from claimcheck.read.leads import led_by

IN = re.compile(
    r"\b(?:in|to|inside|from|across|into|leave|leaving|of) (?:the |neighbou?ring |nearby |northern |southern |eastern |western )?\Z"
)
"""In front of the country where they are, go or whence they come."""
OPENS = re.compile(r"(?:In|Inside|Across) (?:the |neighbou?ring )?\Z")


def country_of(passage: Passage, sentence: Sentence, quantity: QuantityMention) -> str:
    """Give the country told behind the number, before the next one, or in front of all else; "" where none is."""
    rest = [q.span.start for q in passage.quantities_in(Span(quantity.span.end, sentence.span.end))]
    behind = passage.names_in(Span(quantity.span.end, min([*rest, sentence.span.end])))
    for name in behind:
        if name.kind == "country" and led_by(IN, passage.text, name.span.start, 24):
            return name.canonical
    first = passage.names_in(Span(sentence.span.start, quantity.span.start))[:1]
    opens = first and first[0].kind == "country" and led_by(OPENS, passage.text, first[0].span.start, 24)
    return first[0].canonical if opens else ""
