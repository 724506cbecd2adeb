"""The libraries that read what the standard library cannot: loaded when a file asks for one, named where it is missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from claimcheck.model import Problem

RATIO = 10
"""How many times the limit of a file's bytes what is unpacked of it may take; never more is unpacked."""


class Missing(Exception):
    """A library is not installed; `problem` says which command installs it."""

    def __init__(self, what: str, extra: str, path: str) -> None:
        super().__init__(extra)
        message = f"{what} are read with an extra that is not installed: pip install 'claimcheck-news[{extra}]'"
        self.problem = Problem("missing-extra", path, message)


def library(name: str, what: str, extra: str, path: str) -> Any:
    """Load a library; raises Missing where it is not installed."""
    try:
        return import_module(name)
    except ImportError:
        raise Missing(what, extra, path) from None
