"""Bytes -> text: byte-order marks, UTF-8, then Windows-1252; never a guess in silence."""

from __future__ import annotations

import codecs
import re

from claimcheck.model import Problem
from claimcheck.read.plain import HIDDEN

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CONTROL = re.compile(r"[\x80-\x9f]")
CYRILLIC = re.compile("[\u0400-\u052f]")
MIXED = re.compile("(?<=[A-Za-z])[\u0400-\u0481\u048a-\u052f]|[\u0400-\u0481\u048a-\u052f](?=[A-Za-z])")
"""A letter of a Latin word that is Cyrillic, though it may look the same."""


class Undecodable(Exception):
    """Bytes that are no text; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def decode(data: bytes, path: str, encoding: str = "") -> tuple[str, tuple[Problem, ...]]:
    """Decode a file's bytes; raise Undecodable for what is no text.

    Bytes that are not UTF-8 but are sound Windows-1252 are read as that, with a severe problem "bytes": the words are
    there, and the exit code still says that the run had to guess. `encoding` names the encoding and settles it.
    """
    text, problems = _text(data, path, encoding)
    letters = "" if text.isascii() else "".join(set(text))
    hidden = len(HIDDEN.findall(text)) if HIDDEN.search(letters) else 0
    if hidden:
        problems += (
            Problem("hidden-characters", path, f"{hidden} hidden characters (zero-width, bidirectional)", False),
        )
    mixed = len(MIXED.findall(text)) if CYRILLIC.search(letters) else 0
    if mixed:
        problems += (Problem("hidden-characters", path, f"{mixed} Cyrillic letters in words of Latin ones", False),)
    return text, problems


def _text(data: bytes, path: str, encoding: str) -> tuple[str, tuple[Problem, ...]]:
    """Choose the encoding."""
    for mark, name in MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(name), ()
            except UnicodeDecodeError:
                raise Undecodable(Problem("bytes", path, f"not {name}, though its first bytes say so")) from None
    if encoding:
        try:
            return data.decode(encoding), ()
        except UnicodeError as error:  # "idna" and "punycode" raise no UnicodeDecodeError.
            raise Undecodable(Problem("bytes", path, f"not {encoding}: byte {getattr(error, 'start', 0)}")) from None
    if b"\0" in data:
        raise Undecodable(Problem("binary", path, "not a text file"))
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        at = error.start
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise Undecodable(Problem("bytes", path, f"not UTF-8 (byte {at}); name the encoding with --encoding")) from None
    if CONTROL.search(text) or any(c < 9 for c in data):
        raise Undecodable(Problem("binary", path, "not a text file"))
    return text, (Problem("bytes", path, f"not UTF-8 (byte {at}): read as Windows-1252; settle it with --encoding"),)
