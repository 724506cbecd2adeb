"""Which states of a frame exclude each other."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon import words as lexicon


@cache
def _together() -> dict[str, frozenset[frozenset[str]]]:
    """Read the pairs of states that can hold at once."""
    return {name: frozenset(frozenset(p) for p in entry.get("together", ())) for name, entry in lexicon("frames").items()}


def exclusive(frame: str, a: str, b: str) -> bool:
    """Whether nothing can be in both states at once."""
    return a != b and frozenset((a, b)) not in _together().get(frame, frozenset())
