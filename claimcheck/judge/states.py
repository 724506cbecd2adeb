"""Which states of a frame exclude each other."""

from __future__ import annotations


def exclusive(frame: str, a: str, b: str) -> bool:
    """Whether nothing can be in both states at once."""
    return a != b
