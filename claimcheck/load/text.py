"""Plain text -> records; a first line may carry the metadata: " date 2023-09-25 source NAME Text goes on"."""

from __future__ import annotations

import re

from claimcheck.load.record import Record
from claimcheck.model import Span

HEADER = re.compile(r"\s{0,8}date[ \t]+([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ \t]+source[ \t]+([\w.-]{1,60}))?(?=\s|\Z)")


def records(text: str) -> list[Record]:
    """Give the file's one article; offsets stay those of the file."""
    header = HEADER.match(text)
    start = header.end() if header else 0
    while start < len(text) and text[start].isspace():
        start += 1
    said: dict[str, str] = {}
    if header:
        said["published"] = header[1]
        if header[2]:
            said["outlet"] = header[2]
    return [Record(text, Span(start, max(start, len(text.rstrip()))), said, "header" if said else "")]
