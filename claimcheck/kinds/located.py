"""Items in the order of a text -> those at a place of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar

from claimcheck.model import Span


class Spanned(Protocol):
    """Anything with a span."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


S = TypeVar("S", bound=Spanned)


class Located:
    """Items in the order of the text, found by place."""

    def __init__(self, items: Sequence[S]) -> None:
        self._items = items
        self._starts = [item.span.start for item in items]

    def within(self, span: Span) -> Sequence:  # type: ignore[type-arg]
        """Give the items that start inside the span."""
        return self._items[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def before(self, at: int, count: int) -> Sequence:  # type: ignore[type-arg]
        """Give the last `count` items that start before a place, nearest first."""
        end = bisect_left(self._starts, at)
        return self._items[max(0, end - count) : end][::-1]
