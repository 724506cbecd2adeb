"""Which states of a frame exclude each other."""

from __future__ import annotations

from claimcheck.lexicon import renewed
from claimcheck.lexicon import words as lexicon


@renewed
def _together() -> dict[str, frozenset[frozenset[str]]]:
    """Read the pairs of states that can hold at once."""
    return {
        name: frozenset(frozenset(p) for p in entry.get("together", ())) for name, entry in lexicon("frames").items()
    }


def exclusive(frame: str, a: str, b: str) -> bool:
    """Whether nothing can be in both states at once."""
    return a != b and frozenset((a, b)) not in _together().get(frame, frozenset())


@renewed
def _marked(mark: str) -> frozenset[str]:
    """Read the frames whose entry has a mark."""
    return frozenset(name for name, entry in lexicon("frames").items() if entry.get(mark))


def alarming(frame: str) -> bool:
    """Whether a frame's holder is known well enough that its differences may be called updated or conflict."""
    return frame in _marked("alarm")


def disputed(frame: str) -> bool:
    """Whether an article tells what each side says of it, not how it stood before and after."""
    return frame in _marked("disputed")
