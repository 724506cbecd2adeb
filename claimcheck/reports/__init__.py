"""One output format each: a module `NAME.py` with `render(report, look)`, whose pieces are written as they come;
the file's name is the format's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.model import Report
    from claimcheck.view.look import Look


def formats() -> tuple[str, ...]:
    """The names of the formats; none of them is loaded by asking."""
    return tuple(sorted(module.name for module in iter_modules(__path__)))


def renderer(name: str) -> Callable[[Report, Look], Iterable[str]]:
    """Load a format."""
    found: Callable[[Report, Look], Iterable[str]] = import_module(f"{__name__}.{name}").render
    return found
