"""Rendered text -> standard output or a file; every way in which that can fail ends the run with its own code."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from claimcheck.exits import ClosedPipe, Failure

FOR_PEOPLE = ("text", "plain", "matrix")
"""Formats written in the terminal's own encoding; all others are UTF-8 wherever they go."""


def write(pieces: Iterable[str], file: str, name: str, inputs: Iterable[str] = ()) -> None:
    """Write a report of the named format, its pieces as they come."""
    if file:
        _to_file(pieces, Path(file), inputs)
    else:
        emit(pieces, utf8=name not in FOR_PEOPLE)


def emit(pieces: Iterable[str], *, utf8: bool = False) -> None:
    """Print; a character that the terminal's encoding lacks is written as its code."""
    out = sys.stdout
    try:
        if hasattr(out, "reconfigure"):
            out.reconfigure(errors="backslashreplace", **({"encoding": "utf-8", "newline": "\n"} if utf8 else {}))
        out.writelines(pieces)
        out.flush()
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise ClosedPipe from None
        raise Failure(f"error: output not written: {error.strerror or error}") from None


def _to_file(pieces: Iterable[str], path: Path, inputs: Iterable[str]) -> None:
    if any(_same(path, Path(each)) for each in inputs):
        raise Failure(f"error: {path} is one of the articles; it is not overwritten")
    try:
        if not _whole(pieces, path):
            with path.open("wb") as out:
                _put(pieces, out)
    except OSError as error:
        raise Failure(f"error: {path} not written: {error.strerror or error}") from None


def _put(pieces: Iterable[str], out: BinaryIO) -> None:
    out.writelines(piece.encode("utf-8", errors="replace") for piece in pieces)


def _whole(pieces: Iterable[str], path: Path) -> bool:
    """Write beside the file and put it in its place, so that no reader finds half of it and no failure loses the old.

    False, with no piece taken, where that cannot be done: a device or a pipe, a folder that takes no new file. A file
    that is mounted by itself is written over.
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
            _put(pieces, out)
        if goal.exists():
            beside.chmod(goal.stat().st_mode & 0o777)
        _into(beside, goal)
    finally:
        beside.unlink(missing_ok=True)
    return True


def _into(beside: Path, goal: Path) -> None:
    """Put a file in the place of another; into it, where it is mounted by itself."""
    try:
        beside.replace(goal)
    except OSError as error:
        if error.errno != errno.EBUSY:
            raise
        shutil.copyfile(beside, goal)


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except (OSError, ValueError):
        return False
