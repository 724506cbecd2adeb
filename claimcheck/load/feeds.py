"""RSS and Atom files -> records: an article an entry, dated by the entry and named by the feed."""

from __future__ import annotations

import io
from typing import Any

from claimcheck.load.extras import library
from claimcheck.load.record import Record
from claimcheck.load.tags import words_of
from claimcheck.model import Problem, Span


def records(data: bytes, path: str, file_bytes: int) -> tuple[list[Record], list[Problem]]:
    """Give the entries in the feed's order; offsets count the entry's title and words, a line each."""
    reader = library("feedparser", "feeds", "feeds", path)
    if b"<!ENTITY" in data:  # No feed needs one; expansions hide in it.
        return [], [Problem("unreadable", path, "a feed that declares entities of its own")]
    try:
        feed = reader.parse(io.BytesIO(data))
        outlet = _text(feed.feed.get("title"))
        found = [_record(entry, outlet, _text(feed.feed.get("language")), n) for n, entry in enumerate(feed.entries, 1)]
    except Exception as error:  # The parser is fed whatever the web holds; a feed must not end the run.
        return [], [Problem("unreadable", path, f"a feed that cannot be read: {type(error).__name__}")]
    told = [Problem("no-text", path, f"entry {n} has no text", False) for n, each in enumerate(found, 1) if not each]
    if not found:
        told.append(Problem("no-text", path, "a feed without entries"))
    return [each for each in found if each], told


def _record(entry: Any, outlet: str, language: str, number: int) -> Record | None:
    title = _text(entry.get("title"))
    contents = [_text(each.get("value")) for each in entry.get("content", ())]
    body = max([*contents, _text(entry.get("summary"))], key=len)
    text = "\n".join(part for part in (title, body) if part)
    if not text:
        return None
    when = entry.get("published_parsed")
    said = {
        "published": f"{when[0]:04}-{when[1]:02}-{when[2]:02}" if when else "",
        "outlet": _text(entry.get("source", {}).get("title")) or outlet,
        "title": title,
        "url": str(entry.get("link") or ""),
        "language": language[:2].lower(),
    }
    return Record(text, Span(0, len(text)), {k: v for k, v in said.items() if v}, "feed", str(number))


def _text(given: object) -> str:
    return words_of(given).strip() if isinstance(given, str) else ""
