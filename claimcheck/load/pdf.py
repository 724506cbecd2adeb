"""PDF -> records: the text of its pages, its lines joined to paragraphs, with the place where each page begins."""

from __future__ import annotations

import io
import logging
import re

from claimcheck.load.extras import RATIO, library
from claimcheck.load.record import Record
from claimcheck.model import Problem, Span

PAGES = 1_000
"""Pages read at most; the others are told."""
_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_WRAPPED = re.compile(r"(?<![.!?:\"”’\n])\n(?=[^\n])")


def records(data: bytes, path: str, file_bytes: int) -> tuple[list[Record], list[Problem]]:
    """Give the document's one article; a line that ends within a sentence is joined to the next.

    No day is taken from the file's own creation date: a print made today tells nothing of when the text appeared.
    """
    reader = library("pypdf", "PDF files", "pdf", path)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # It logs what it mends; here a problem is told or nothing.
    try:
        document = reader.PdfReader(io.BytesIO(data), strict=False)
        if document.is_encrypted and not document.decrypt(""):
            return [], [Problem("unreadable", path, "a PDF that needs a password")]
        count = len(document.pages)
        pages = _pages(document, min(count, PAGES), file_bytes * RATIO)
        title = str((document.metadata or {}).get("/Title") or "")[:300]
    except Exception:  # The parser is fed whatever a disk holds; a document must not end the run.
        return [], [Problem("unreadable", path, "a PDF that cannot be read")]
    text, starts = _joined(pages)
    if not text.strip():
        return [], [Problem("no-text", path, "a PDF without text; pictures of pages are not read")]
    left = count - len(pages)
    told = [Problem("limit", path, f"{left} of {count} pages are not read")] if left else []
    said = {"title": title} if title else {}
    return [Record(text, Span(0, len(text)), said, "", pages=starts)], told


def _pages(document: object, count: int, most: int) -> list[str]:
    """Take the pages' texts until they grow too long together."""
    found: list[str] = []
    room = most
    for number in range(count):
        words = document.pages[number].extract_text()  # type: ignore[attr-defined]
        room -= len(words)
        if room < 0:
            break
        found.append(words.encode("utf-8", "replace").decode("utf-8"))
    return found


def _joined(pages: list[str]) -> tuple[str, tuple[int, ...]]:
    """Join the pages, and say at which character each begins."""
    text, starts = "", []
    for page in pages:
        starts.append(len(text))
        whole = "\n".join(line.strip() for line in page.split("\n"))
        text += _WRAPPED.sub(" ", _HYPHEN.sub("", whole)).strip() + "\n\n"
    return text.rstrip(), tuple(starts)
