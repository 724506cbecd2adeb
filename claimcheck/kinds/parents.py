"""A count of children -> whose they are: "Ann Lee, 34, a mother of three", "father of two Ben Roth"."""

from __future__ import annotations

import re

from claimcheck.kinds.passage import Passage
from claimcheck.model import QuantityMention, Span
from claimcheck.read.leads import led_by

PARENT_OF = re.compile(
    r"\b(?:[a-z-]{3,12} )?(?:mother|father|mom|mum|dad|parent|grandmother|grandfather|widow|widower)s?[ -]of[ -]\Z",
    re.IGNORECASE,
)
CHILDREN = frozenset({"", "child", "children", "kid", "son", "daughter", "boy", "girl"})
"""What a parent has: "a mother of 12", "a father of two daughters"."""
BETWEEN = re.compile(r",? (?:aged )?(?:[0-9]{1,3}, )?(?:who )?(?:(?:is|was) )?(?:also )?(?:an?|the) ")
"""Between a person's name and what kind of parent that is."""
REACH = 50


def has_children(text: str, quantity: QuantityMention) -> bool:
    """Whether the number is of somebody's children: "a mother of 12 was killed" tells of one death."""
    return quantity.kind == "count" and quantity.head in CHILDREN and _parent(text, quantity) is not None


def parent_of(passage: Passage, quantity: QuantityMention) -> str:
    """Give the person whose children are counted, named beside the number; "" where no name stands there."""
    text, told = passage.text, _parent(passage.text, quantity)
    start = told.start() if told else quantity.span.start
    for name in passage.names_in(Span(max(0, start - REACH), quantity.span.end + 2)):
        behind = name.span.start == quantity.span.end + 1 and text[quantity.span.end] == " "
        if name.kind == "person" and (behind or BETWEEN.fullmatch(text, name.span.end, start)):
            return name.canonical
    return ""


def _parent(text: str, quantity: QuantityMention) -> re.Match[str] | None:
    return led_by(PARENT_OF, text, quantity.span.start, 30)
