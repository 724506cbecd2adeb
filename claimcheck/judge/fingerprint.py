"""What a finding is known by from run to run: its code, its topic and its distinct values."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from claimcheck.judge.positions import LOOSE
from claimcheck.model import Claim, Day, Figure, Holder, State, Words

LENGTH = 16
"""Hexadecimal digits: 64 bits."""


def fingerprint(code: str, groups: Sequence[Sequence[Claim]]) -> str:
    """Hash what a finding says; never a line, a path, a score, an article's number or the order of anything.

    One more article that says what another says leaves it as it is; a value that nobody gave before changes it.
    """
    claims = [claim for group in groups for claim in group]
    slots = [(c.topic.attribute, c.topic.subject, c.topic.place, c.context.head) for c in claims]
    topic = [_common(slot) for slot in zip(*slots, strict=True)]
    parts = [code, claims[0].kind, *topic, *sorted({value(group) for group in groups})]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def value(group: Sequence[Claim]) -> str:
    """Write the value that a position stands for: of its claims the most exact, then the commonest, then the smallest."""
    counts = Counter(map(_written, group))
    return min((_loose(claim), -counts[_written(claim)], _written(claim)) for claim in group)[2]


def _loose(claim: Claim) -> bool:
    return isinstance(claim.value, Figure) and claim.value.modifier in LOOSE


def _written(claim: Claim) -> str:
    """Write one value, whatever words it was told in."""
    match claim.value:
        case Figure() as v:
            number = f"{v.modifier} {v.low!r} {v.high!r}" if v.number is None else f"{v.modifier} {float(v.number)!r}"
            return f"{claim.factuality.polarity}{number} {v.unit}"
        case Day() as v:
            return f"{v.start} {v.end}" if v.start or v.end else v.timex
        case State() as v:
            return f"{claim.factuality.polarity}{v.frame} {v.state}"
        case Holder() as v:
            return v.name
        case Words() as v:
            return "".join(c for c in v.text.casefold() if c.isalnum())


def _common(values: Sequence[str]) -> str:
    """Give the commonest value that is not empty; ties by text."""
    counts = Counter(v for v in values if v)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else ""
