"""A claim's words -> how its source stands to it: it reckons, it denies, or it tells of its own doing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicon import words as lexicon
from claimcheck.model import Attribution, Factuality, Span
from claimcheck.read.deeds import BEFORE
from claimcheck.read.words import tokens

if TYPE_CHECKING:
    from claimcheck.kinds.passage import Passage

_LISTS = lexicon("stances")
ESTIMATE, OWN, TAKEN = (frozenset(_LISTS[key]) for key in ("estimate", "own", "taken"))
BESIDE = 16
"""Characters before a number in which "an estimated" stands."""


def stance_of(passage: Passage, span: Span, facts: Factuality) -> str:
    """Give "estimate", "denial", "own claim" (the source speaks of what it did itself), or ""."""
    said = passage.attribution_of(span)
    if said is not None and said.stance == "deny" and facts.polarity == "-":
        return "denial"
    cue = said.cue.of(passage.text).lower() if said is not None and said.cue else ""
    near = [w for w, _, _ in tokens(passage.text, Span(max(0, span.start - BESIDE), span.end))]
    if cue in ESTIMATE or not ESTIMATE.isdisjoint(near[:4]):
        return "estimate"
    return "own claim" if said is not None and _own(passage, said, span) else ""


def _own(passage: Passage, said: Attribution, span: Span) -> bool:
    """Whether a source tells of its own doing: "its fighters killed 40", "claimed responsibility for"."""
    if said.content is None:
        return False
    start = max(said.content.start, passage.clause(span).start)
    told = [w for w, _, _ in tokens(passage.text, Span(start, span.start))] if start < span.start else []
    if not told:
        return False
    if told[0] in TAKEN:
        return said.lemma in ("claim", "take")
    return told[0] in OWN and any(w in BEFORE for w in told[1:])
