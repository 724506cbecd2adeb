"""Why a verdict is what it is, in words: what its code says, with the numbers and speakers where they are the reason."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.judge.pairing import Pairing, Position
from claimcheck.judge.positions import number
from claimcheck.judge.slips import sum_of, voice
from claimcheck.lexicon import words as lexicon
from claimcheck.model import Relation

MOST_SPEAKERS = 3
"""Speakers named of one position."""


def why(code: str, relations: Sequence[Relation]) -> str:
    """Word the reason of a finding: its worst pair's, or what the code says."""
    return next((r.why for r in relations if r.code == code and r.why), says(code))


def reason(code: str, p: Pairing) -> str:
    """Word what two positions show beyond their code: "21 = 15 + 6", who says which; "" where the code says it all."""
    if code == "figure-adds-up":
        parts = sum_of(p)
        return f"{number(sum(parts))} = {' + '.join(map(number, parts))}"
    if code == "figure-sources":
        return f"{says(code)} ({_speakers(p.a)}; {_speakers(p.b)})"
    return ""


def says(code: str) -> str:
    """Give what a code says, or the code where nobody has written it down."""
    entry = lexicon("codes").get(code)
    return str(entry["says"]) if entry else code


def _speakers(side: Position) -> str:
    names = {voice(c.source): c.source.removeprefix("the ") for c in reversed(side)}
    told = [names[key] for key in sorted(names)]
    more = f" and {len(told) - MOST_SPEAKERS} more" if len(told) > MOST_SPEAKERS else ""
    return ", ".join(told[:MOST_SPEAKERS]) + more
