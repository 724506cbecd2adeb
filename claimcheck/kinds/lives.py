"""A time at which somebody named died or was born -> which of the two, and who: "Ada Brenner died in Orsa on Tuesday"."""

from __future__ import annotations

import re

from claimcheck.kinds.passage import Passage
from claimcheck.model import Sentence, Span
from claimcheck.read.leads import led_by

_VERB = r"(?:(?:had|has) )?(?P<verb>died|dies|passed away|was born)\b[^.;:\n]{0,70}\Z"
NAMED = re.compile(rf"(?:, [^.;:\n]{{1,120}},| \([^()\n]{{1,40}}\))? {_VERB}")
"""Between a name and a time."""
MEANT = re.compile(rf"\b(?:he|she) {_VERB}", re.IGNORECASE)
"""In front of a time, of whom the article is."""
TELLS = ("died", "dies", "passed away", "born")
REACH = 110
"""Letters before a time in which the verb stands, at most."""


def life_event(passage: Passage, sentence: Sentence, at: int) -> tuple[str, str] | None:
    """Give "death" or "birth" and whose, for a time that begins at a place in the text; None for any other."""
    text, begin = passage.text, sentence.span.start
    if not any(text.find(word, max(begin, at - REACH), at) >= 0 for word in TELLS):
        return None
    for name in reversed(passage.names_in(Span(begin, at))):
        found = NAMED.match(text, name.span.end, at) if name.kind == "person" else None
        if found:
            return _which(found), name.canonical
    meant = led_by(MEANT, text, at, REACH)
    people = [n for n in passage.names_in(Span(0, at)) if n.kind == "person"] if meant else []
    return (_which(meant), people[0].canonical) if meant and people else None


def _which(found: re.Match[str]) -> str:
    """Name the event by its verb."""
    return "birth" if found["verb"].endswith("born") else "death"
