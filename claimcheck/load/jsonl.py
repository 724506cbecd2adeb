"""JSON and JSON Lines -> records: `text` or `content`, `title`, `date`/`published`, `outlet`/`source`, `url`, `id`."""

from __future__ import annotations

import json
from typing import Any

from claimcheck.load.record import Record
from claimcheck.model import Problem, Span

FIELDS = {
    "published": ("published", "date", "published_at", "datePublished"),
    "outlet": ("outlet", "source", "publisher"),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "origin": ("origin", "agency"),
    "language": ("language", "lang"),
}


def records(text: str, path: str, most: int) -> tuple[list[Record], list[Problem]]:
    """Give the articles of a JSON document (an object or a list) or of JSON Lines, and the lines that are none.

    An article of more than `most` characters is passed over, and named.
    """
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        return _lines(text, path, most)
    items = whole if isinstance(whole, list) else [whole]
    found: list[Record] = []
    own = text.strip() == "[]"  # A report for GitLab without a finding, which may lie in the folder of the next run.
    problems = [] if items or own else [Problem("empty", path, "a list of no articles", False)]
    for number, item in enumerate(items, 1):
        record = _record(item, str(number) if len(items) > 1 else "")
        if record is None:
            problems.append(Problem("no-text", path, f"item {number} has no text"))
        elif len(record.text) > most:
            problems.append(Problem("too-large", path, f"item {number}: more than {most} characters"))
        else:
            found.append(record)
    return found, problems


def _lines(text: str, path: str, most: int) -> tuple[list[Record], list[Problem]]:
    """Read one object a line."""
    found: list[Record] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
        except (ValueError, RecursionError):
            problems.append(Problem("bad-json", path, f"line {number} is no JSON"))
            continue
        record = _record(item, str(number))
        if record is not None and len(record.text) > most:
            problems.append(Problem("too-large", path, f"line {number}: more than {most} characters"))
        elif record is None:
            problems.append(Problem("no-text", path, f"line {number} has no text"))
        else:
            found.append(record)
    return found, problems


def _record(item: Any, part: str) -> Record | None:
    """Take an object's text and what it says of it."""
    if not isinstance(item, dict):
        return None
    text = item.get("text") or item.get("content")
    if not isinstance(text, str) or not text.strip():
        return None
    text = text.encode("utf-8", "replace").decode("utf-8")
    said = {key: value for key, names in FIELDS.items() if (value := _first(item, names, anything=key == "published"))}
    part = str(item.get("id") or part)
    return Record(text, Span(0, len(text)), said, "metadata" if said else "", part)


def _first(item: dict[str, Any], names: tuple[str, ...], *, anything: bool) -> str:
    """Give the first field that is there and plain; `anything` takes what is not plain too, to be refused by name."""
    told = (item[n] for n in names if item.get(n) is not None and (anything or isinstance(item[n], str | int)))
    return next((str(value) for value in told if str(value).strip()), "")
