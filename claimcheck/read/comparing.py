"""Words between a number and a time -> whether the time is that of another number: "67.5 %, up from 65 % six years ago"."""

from __future__ import annotations

import re

from claimcheck.model import Span, Timex

COMPARING = re.compile(
    r"\b(?:up from|down from|compared with|compared to|against|versus|above the|below the)\b|\bfrom (?=[$€£]?[0-9])"
)
"""Words that lead to what a number is compared with."""

RELATIVE = re.compile(
    r"(?: of (?:the |its |their )?[\w-]{1,12}(?: [a-z]{3,14})?)?"
    r" (?:(?:who|whom|that|which) (?!(?:had |were |was |have )?(?:died|killed|lost (?:their|his|her) li|perished|drowned))[^,.;:\n]{1,40}|(?:kidnapped|seized|abducted|captured|taken|arrested|detained|hired)(?: in| on| since)? )"
)
"""Between those counted and a time of what had befallen them before: "12 engineers kidnapped two weeks ago were freed"."""

SINCE = re.compile(r"\bsince (?:[\w’'-]{1,15} ){2,9}")
"""Between a count and the time from which it runs: "nine have died since the first case was confirmed on January 16"."""


BEGUN = re.compile(
    r"\b(?:that|which) (?:(?:had|has) )?(?:began|begun|started|broke out|broken out|erupted|was declared|been declared)\b"
)
"""Between a count and the time at which what it is of began: "nine deaths in an outbreak that began in December"."""


def dates_another(text: str, span: Span, timex: Timex) -> bool:
    """Whether a time is that of what the words at the span are compared with, or of what they had gone through before."""
    if RELATIVE.fullmatch(text, span.end, timex.span.start) or SINCE.search(text, span.end, timex.span.start):
        return True
    if BEGUN.search(text, span.end, timex.span.start):
        return True
    return COMPARING.search(text, span.end, timex.span.start) is not None
