"""Markdown -> records; YAML front matter of plain "key: value" lines is metadata, the rest is the text as written."""

from __future__ import annotations

import re

from claimcheck.load.record import Record
from claimcheck.model import Span

FRONT = re.compile(r"---[ \t]*\r?\n((?:[^\n]*\n){0,60}?)---[ \t]*(?:\r?\n|\Z)")
LINE = re.compile(r"(?<![A-Za-z_])([A-Za-z_]{1,40})[ \t]{0,9}:[ \t]{0,9}([^\n]*+)")
KEYS = {
    "date": "published",
    "published": "published",
    "source": "outlet",
    "outlet": "outlet",
    "title": "title",
    "url": "url",
    "origin": "origin",
    "language": "language",
    "lang": "language",
}


def records(text: str) -> list[Record]:
    """Give the file's one article; offsets stay those of the file."""
    front = FRONT.match(text)
    said: dict[str, str] = {}
    if front:
        for line in LINE.finditer(front[1]):
            key = KEYS.get(line[1].lower())
            if key:
                said.setdefault(key, line[2].strip().strip("\"'"))
    start = front.end() if front else 0
    return [Record(text, Span(start, len(text)), said, "metadata" if said else "")]
