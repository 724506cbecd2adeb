"""Text -> text for reading numbers: other scripts' digits become 0-9, hidden characters go; with the way back."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import replace

from claimcheck.immutable import record
from claimcheck.model import QuantityMention, Span

HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\U000e0000-\U000e007f]")
OTHER_DIGITS = re.compile(r"(?![0-9])\d")
FULL_COMMA = str.maketrans({"，": ",", "．": "."})


@record
class Places:
    """Where hidden characters were taken out: offsets in the plain text, in order."""

    cuts: tuple[int, ...]

    def original(self, at: int) -> int:
        """Give the offset in the original text."""
        return at + bisect_right(self.cuts, at)

    def _move(self, span: Span) -> Span:
        """Give a span of the original text."""
        return Span(self.original(span.start), self.original(max(span.start, span.end - 1)) + 1)

    def back(self, quantity: QuantityMention) -> QuantityMention:
        """Give a quantity with spans of the original text."""
        return replace(quantity, span=self._move(quantity.span), digits=self._move(quantity.digits))


def plain_text(text: str) -> tuple[str, Places | None]:
    """Give the text with ordinary digits, and the way back where its length changed.

    >>> plain_text("١٥٠٠")[0]
    '1500'
    """
    if text.isascii():
        return text, None
    odd = [c for c in set(text) if not c.isascii()]
    if not any(c.isdecimal() or HIDDEN.match(c) for c in odd):
        return text, None
    if OTHER_DIGITS.search(text):
        text = OTHER_DIGITS.sub(lambda m: str(unicodedata.decimal(m.group())), text.translate(FULL_COMMA))
    cuts = [m.start() for m in HIDDEN.finditer(text)]
    if not cuts:
        return text, None
    return HIDDEN.sub("", text), Places(tuple(at - i for i, at in enumerate(cuts)))
