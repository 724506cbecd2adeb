"""A line, a page or an archive -> rows of `articles`: what the article is, its claims, and what finds its story.

Pure Python on batches: nothing here knows of Spark but the shape of its batches.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from claimcheck.config import Config
from claimcheck.extract import in_time, limited
from claimcheck.lexicon import own
from claimcheck.load import jsonl, warc
from claimcheck.load.articles import article
from claimcheck.load.outlets import known
from claimcheck.load.oversize import oversize
from claimcheck.load.record import Record
from claimcheck.match.compare import words_of
from claimcheck.match.story import profile
from claimcheck.model import Article, Problem, Span
from claimcheck.store.codec import encode

ARTICLE = (
    "key string, path string, text string, body_start int, body_end int, outlet string, outlet_from string, "
    "title string, published string, published_from string, origin string, url string, language string, trust string, "
    "profile string, claims string, words array<string>, count int, problems string"
)
"""The columns of an extracted article; `key` names it within the run, `profile` and `claims` are JSON."""


def extracted(rows: Iterable[Mapping[str, Any]], held: Config) -> Iterator[dict[str, Any]]:
    """Give a row for each article that the rows hold, and one without text for each that cannot be read.

    A row has `path` and `value`: a line of JSON as text, or the bytes of a web archive.
    """
    own(held.lexicon())
    for row in rows:
        path = _plain(str(row["path"]))
        records, problems = _records(row["value"], path, held.limits.file_bytes)
        for record in records:
            yield _row(record, path, held)
        for problem in problems:
            yield _lost(problem, path)


def article_of(row: Mapping[str, Any], name: str) -> Article:
    """Give the article of a row, with an id."""
    return Article(
        id=name,
        path=row["path"],
        text=row["text"],
        body=Span(row["body_start"], row["body_end"]),
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        **{slot: row[slot] for slot in _TEXTS},
    )


_TEXTS = ("outlet", "outlet_from", "title", "published_from", "origin", "url", "language", "trust")


def _plain(path: str) -> str:
    """Give a local file's path as one writes it, any other address as it stands."""
    return unquote(path.removeprefix("file://")) if path.startswith("file:/") else path


def _records(value: str | bytes, path: str, most: int) -> tuple[list[Record], list[Problem]]:
    if isinstance(value, str):
        found, problems = jsonl.records(value, path, most)
        return [each if each.part else replace(each, part=_mark(value)) for each in found], problems
    return warc.records(bytes(value), path, most)


def _mark(value: str) -> str:
    """Name an article that has no id by what it says."""
    return hashlib.blake2b(value.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _row(record: Record, path: str, held: Config) -> dict[str, Any]:
    made, problems = article(record, Path(path), {})
    (one,) = known([made], held.outlets)
    problems += oversize(one.text, one.path, held.limits)
    claims = limited(one, in_time(one, problems, held.limits) or (), problems, held.limits)
    texts = {slot: getattr(one, slot) for slot in _TEXTS}
    return texts | {
        "key": one.path,
        "path": one.path,
        "text": one.text,
        "body_start": one.body.start,
        "body_end": one.body.end,
        "published": one.published.isoformat() if one.published else "",
        "profile": json.dumps(profile(one), ensure_ascii=False, separators=(",", ":")),
        "claims": encode(claims),
        "words": sorted(words_of(claims)),
        "count": len(claims),
        "problems": _told(problems),
    }


def _lost(problem: Problem, path: str) -> dict[str, Any]:
    empty = dict.fromkeys((*_TEXTS, "text", "published", "profile"), "")
    where = f"{path}#{problem.message}"
    rest = {"body_start": 0, "body_end": 0, "claims": "[]", "words": [], "count": 0}
    return empty | rest | {"key": where, "path": path, "problems": _told([problem])}


def _told(problems: Iterable[Problem]) -> str:
    found = [[p.code, p.path, p.message, p.severe] for p in problems]
    return json.dumps(found, ensure_ascii=False) if found else ""
