"""An area -> whether it is told to have burned: "scorched 12,400 hectares", "3,000 hectares of pine had burned"."""

from __future__ import annotations

import re

from claimcheck.model import QuantityMention
from claimcheck.read.leads import led_by
from claimcheck.read.units import dimension

BURNING = re.compile(
    r"\b(?:burn(?:ed|t|ing|s)?|scorch(?:ed|ing|es)?|charr(?:ed|ing)|chars|consum(?:ed|ing|es)|blacken(?:ed|ing)|devour(?:ed|ing)|destroy(?:ed|ing|s)?"
    r"|devastat(?:ed|ing)|ravag(?:ed|ing)|swept (?:through|across))"
    r"(?: (?:through|across|over|down|up|some|about|around|nearly|roughly|more than|almost|at least|an estimated|an area of)){0,3} \Z",
    re.IGNORECASE,
)
"""Verbs in front of what a fire has taken."""
FIRE_AT = re.compile(
    r"\b(?:fire|blaze|wildfire|bushfire|flames|area burn(?:ed|t))\b[^.;:\n]{0,60} (?:grown to|grew to|reached|spread (?:over|across|to)|covers|covered)"
    r"(?: (?:some|about|around|nearly|roughly|more than|almost|at least|an estimated|over))? \Z",
    re.IGNORECASE,
)
"""In front of how far a fire has come."""
BURNED = re.compile(
    r"(?: of [a-z][a-z ,]{2,40}?)?(?: (?:have|has|had|were|was|been|already|so|far)){0,4} (?:burn(?:ed|t)|scorched|charred|consumed|blackened|destroyed|devastated)\b"
)
"""Behind it."""


def is_burned(text: str, quantity: QuantityMention) -> bool:
    """Whether a measure is of the land that a fire has taken."""
    if dimension(quantity.unit) != "area":
        return False
    if led_by(FIRE_AT, text, quantity.span.start, 130):
        return True
    return bool(led_by(BURNING, text, quantity.span.start, 60) or BURNED.match(text, quantity.span.end))
