"""Word documents -> records: the paragraphs of the document's body, a line each, by the standard library alone."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.etree import ElementTree

from claimcheck.load.record import Record
from claimcheck.model import Problem, Span

BODY = "word/document.xml"
RATIO = 10
"""How many times the limit of a file's bytes its unpacked body may take; never more is unpacked."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def records(data: bytes, path: str, file_bytes: int) -> tuple[list[Record], list[Problem]]:
    """Give the document's one article; offsets count its paragraphs' text joined by line ends."""
    most = file_bytes * RATIO
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as pack, pack.open(BODY) as part:
            xml = part.read(most + 1)
    except (zipfile.BadZipFile, KeyError, EOFError, OSError, RuntimeError, NotImplementedError, zlib.error):
        return [], [Problem("binary", path, "not a Word document that can be read")]
    if len(xml) > most:
        return [], [Problem("too-large", path, f"unpacks to more than {most} bytes")]
    if b"<!DOCTYPE" in xml[:2_000]:  # No Word writes one; entities hide in it.
        return [], [Problem("binary", path, "a Word document with a document type of its own")]
    try:
        root = ElementTree.fromstring(xml)
    except (ElementTree.ParseError, ValueError):
        return [], [Problem("binary", path, "a Word document whose text is damaged")]
    text = "\n".join(_words(paragraph) for paragraph in root.iter(f"{_W}p"))
    if not text.strip():
        return [], [Problem("empty", path, "a document without text", False)]
    return [Record(text, Span(0, len(text)), {}, "")], []


def _words(paragraph: ElementTree.Element) -> str:
    """Join a paragraph's runs; tabs and line breaks are white space."""
    pieces = []
    for node in paragraph.iter():
        if node.tag == f"{_W}t":
            pieces.append(node.text or "")
        elif node.tag in (f"{_W}tab", f"{_W}br"):
            pieces.append(" ")
    return "".join(pieces)
