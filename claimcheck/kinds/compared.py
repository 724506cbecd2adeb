"""A figure that another one is compared with: the 356 of "420 million, against 356 million a year earlier"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.kinds.deed import Counted
from claimcheck.kinds.passage import Passage
from claimcheck.model import QuantityMention, Sentence
from claimcheck.read.leads import led_by

_ABOUT = r"(?:(?:about|around|some|roughly|nearly|almost|just|only|over|more than|a|an|the) )?"
THAN = re.compile(
    rf"\b(?:(?:up|down|increase|decrease|rise|fall|drop|decline|compared) (?:from|with|to)|instead of|versus) {_ABOUT}\Z",
    re.IGNORECASE,
)
"""In front of what a figure is compared with."""
FROM = re.compile(rf"\b(?:from|against) {_ABOUT}\Z", re.IGNORECASE)
"""The same where a figure of its sort stands in front or a time behind says so."""
EARLIER = re.compile(
    r"[^.;:\n]{0,40}?\b(?:a (?:year|month|week|quarter|decade) (?:earlier|ago|before)"
    r"|(?:last|the previous|the prior|the preceding|the same) (?:year|month|week|quarter|season|period)"
    r"|the (?:year|month|week|quarter|day) before|(?:[0-9]{1,2}|two|three|four|five|ten) (?:years|months|weeks) (?:ago|earlier|before))\b"
)
"""Behind a figure, its earlier time."""
FORECAST = re.compile(r"[^.;:\n]{0,20}?\b(?:expected|forecast|predicted|projected|estimated) by\b")
"""Behind a figure that others had expected."""


def is_earlier(passage: Passage, sentence: Sentence, quantity: QuantityMention) -> bool:
    """Whether a time behind the figure says that it is of an earlier one: "compared with 249 the week before"."""
    return EARLIER.match(passage.text, quantity.span.end, sentence.span.end) is not None


def is_compared(passage: Passage, sentence: Sentence, quantity: QuantityMention, earlier: Sequence[Counted]) -> bool:
    """Whether the figure is told for comparison with the one before it."""
    text, start = passage.text, quantity.span.start
    if led_by(THAN, text, start, 40) or FORECAST.match(text, quantity.span.end, sentence.span.end):
        return bool(earlier)
    if not led_by(FROM, text, start, 24):
        return False
    if any(c.quantity.unit == quantity.unit and c.quantity.kind == quantity.kind for c in earlier):
        return True
    return is_earlier(passage, sentence, quantity)
