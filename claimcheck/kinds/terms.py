"""A length of time -> whether somebody is sentenced to it: "jailed for seven years", "a seven-year sentence"."""

from __future__ import annotations

import re

from claimcheck.model import QuantityMention
from claimcheck.read.leads import led_by

SENTENCED = re.compile(
    r"\b(?:sentenced|jailed|sent to (?:prison|jail)|locked up|put behind bars)\b[^.;:\n0-9]{0,60}\Z",
    re.IGNORECASE,
)
"""Verbs in front of a term."""
TERM = re.compile(
    r"-? ?(?:in|behind|of) (?:prison|jail|bars|custody|imprisonment)\b|[- ](?:prison|jail)?[ -]?(?:term|sentence)\b",
    re.IGNORECASE,
)
"""Nouns behind a term."""
SENTENCE_OF = re.compile(r"\b(?:sentence|jail term|prison term) of (?:about |nearly |more than )?\Z", re.IGNORECASE)
"""Nouns in front of a term: "a sentence of seven years"."""
GETS = re.compile(r"\b(?:gets|got|given|handed) \Z", re.IGNORECASE)
BARE = re.compile(r"\s{0,2}\n|[.,]|\s*\Z| (?:for|in|after|over) ")
"""Around a term in a headline: "Delvaux gets seven years"."""
SOUGHT = re.compile(
    r"\b(?:sought|seek|seeks|seeking|asked|asks|ask|demand(?:ed|s|ing)?|request(?:ed|s)?|faces?|faced|facing|up to|maximum|could|may|might|would"
    r"|suspended|carr(?:y|ies|ied)|punishable|served|serving|spent|after|recommended|minimum|probation)\b",
    re.IGNORECASE,
)
"""Words by which a term is asked for, threatened, suspended or over."""
REACH = 90


def is_term(text: str, quantity: QuantityMention) -> bool:
    """Whether a court has given the time as a sentence."""
    start = quantity.span.start
    left = max(0, start - REACH, text.rfind(". ", 0, start), text.rfind("\n", 0, start))
    if SOUGHT.search(text, left, start):
        return False
    end = quantity.span.end
    if TERM.match(text, end) or led_by(SENTENCED, text, start, REACH) or led_by(SENTENCE_OF, text, start, 34):
        return True
    return quantity.unit == "year" and led_by(GETS, text, start, 10) is not None and BARE.match(text, end) is not None
