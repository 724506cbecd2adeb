"""The claim kinds, one module each with its page of cases beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from claimcheck.immutable import record
from claimcheck.model import Claim

if TYPE_CHECKING:
    from claimcheck.kinds.passage import Passage


@record
class Kind:
    """A claim kind: its name and what it asks; its module has `extract(passage)`."""

    name: str
    asks: str

    @property
    def extract(self) -> Callable[[Passage], Iterator[Claim | None]]:
        """How claims of the kind are found in a passage."""
        found: Callable[[Passage], Iterator[Claim | None]] = import_module(f"{__name__}.{self.name}").extract
        return found


KINDS = (
    Kind("figure", "how many, how much, how large"),
    Kind("date", "when did or will it happen"),
    Kind("status", "in what state is somebody or something"),
    Kind("name", "who holds a role; how the name is spelled"),
    Kind("quote", "what were the words"),
)
