"""Rendered text -> standard output or a file; every way in which that can fail ends the run with its own code."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterable
from pathlib import Path

from claimcheck.exits import ClosedPipe, Failure

FOR_PEOPLE = ("text", "plain", "matrix")
"""Formats written in the terminal's own encoding; all others are UTF-8 wherever they go."""


def write(text: str, file: str, name: str, inputs: Iterable[str] = ()) -> None:
    """Write a rendered report of the named format."""
    if file:
        _to_file(text, Path(file), inputs)
    else:
        emit(text, utf8=name not in FOR_PEOPLE)


def emit(text: str, *, utf8: bool = False) -> None:
    """Print; a character that the terminal's encoding lacks is written as its code."""
    out = sys.stdout
    try:
        if hasattr(out, "reconfigure"):
            out.reconfigure(errors="backslashreplace", **({"encoding": "utf-8", "newline": "\n"} if utf8 else {}))
        out.write(text)
        out.flush()
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise ClosedPipe from None
        raise Failure(f"error: output not written: {error.strerror or error}") from None


def _to_file(text: str, path: Path, inputs: Iterable[str]) -> None:
    if any(_same(path, Path(each)) for each in inputs):
        raise Failure(f"error: {path} is one of the articles; it is not overwritten")
    try:
        with path.open("w", encoding="utf-8", errors="replace", newline="\n") as out:
            out.write(text)
    except OSError as error:
        raise Failure(f"error: {path} not written: {error.strerror or error}") from None


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except (OSError, ValueError):
        return False
