"""Rendered text -> standard output or a file; every way in which that can fail ends the run with its own code."""

from __future__ import annotations

import errno
import os
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
    data = text.encode("utf-8", errors="replace")
    try:
        if not _whole(data, path):
            path.write_bytes(data)
    except OSError as error:
        raise Failure(f"error: {path} not written: {error.strerror or error}") from None


def _whole(data: bytes, path: Path) -> bool:
    """Write beside the file and put it in its place, so that no reader finds half of it and no failure loses the old.

    False where that cannot be done: a device or a pipe, a folder that takes no new file, a file mounted by itself.
    """
    goal = path.resolve()
    if goal.exists() and not goal.is_file():
        return False
    beside = goal.with_name(f".{goal.name[:100]}.{os.getpid()}.tmp")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0), 0o666)
    except PermissionError:
        if goal.exists():
            return False
        raise
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        if goal.exists():
            beside.chmod(goal.stat().st_mode & 0o777)
        beside.replace(goal)
    except BaseException as error:
        beside.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno == errno.EBUSY:
            return False
        raise
    return True


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except (OSError, ValueError):
        return False
