"""Words between a number and a time -> whether the time is that of another number: "67.5 %, up from 65 % six years ago"."""

from __future__ import annotations

import re

from claimcheck.model import Span, Timex

COMPARING = re.compile(
    r"\b(?:up from|down from|compared with|compared to|against|versus|above the|below the)\b|\bfrom (?=[$€£]?[0-9])"
)
"""Words that lead to what a number is compared with."""


def dates_another(text: str, span: Span, timex: Timex) -> bool:
    """Whether a time is that of what the words at the span are compared with."""
    return COMPARING.search(text, span.end, timex.span.start) is not None
