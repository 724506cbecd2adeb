"""`claimcheck kinds`: the claim kinds, or the page of one."""

from __future__ import annotations

from importlib.resources import files

from claimcheck import exits
from claimcheck.commands.output import emit
from claimcheck.config import meant
from claimcheck.exits import Failure
from claimcheck.kinds import KINDS


def kinds(name: str = "") -> int:
    """Print the list, or the page that documents a kind and is its test."""
    if not name:
        emit(f"{kind.name:<8} {kind.asks}\n" for kind in KINDS)
        emit(["\nclaimcheck kinds NAME prints a kind's page.\n"])
        return exits.CLEAN
    known = tuple(kind.name for kind in KINDS)
    if name not in known:
        raise Failure(f"error: no kind {name!r}; there are {', '.join(known)}{meant(name, known)}")
    emit([files("claimcheck.kinds").joinpath(f"{name}.md").read_text(encoding="utf-8")])
    return exits.CLEAN
