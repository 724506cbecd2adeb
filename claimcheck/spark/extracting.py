"""A line, a page or an archive -> rows of `articles`: what the article is, its claims, and what finds its story.

Pure Python on batches: nothing here knows of Spark but the shape of its batches.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from claimcheck.config import Config
from claimcheck.extract import in_time, limited
from claimcheck.lexicon import own
from claimcheck.load import jsonl
from claimcheck.load.articles import WARC, article, records_in
from claimcheck.load.outlets import known
from claimcheck.load.oversize import oversize
from claimcheck.load.record import Record
from claimcheck.match.rarity import words_of
from claimcheck.match.story import profile
from claimcheck.model import Article, Problem, Span
from claimcheck.store.codec import decode, encode

ARTICLE = (
    "key string, path string, text string, body_start int, body_end int, outlet string, outlet_from string, "
    "title string, published string, published_from string, origin string, url string, language string, trust string, "
    "pages array<int>, profile string, claims string, words array<string>, count int, lost int, problems string"
)
"""The columns of an extracted article; `key` names it within the run, `profile`, `claims` and `problems` are JSON.

What cannot be read is a row without a profile; `lost` counts the problems by which something is missing.
"""


def extracted(rows: Iterable[Mapping[str, Any]], held: Config) -> Iterator[dict[str, Any]]:
    """Give a row for each article that the rows hold, and one without text for each that cannot be read.

    A row has `path` and either `line`, of JSON, or `data`, the bytes of a document.
    """
    own(held.lexicon())
    for row in rows:
        path = _plain(str(row["path"]))
        records, problems = _in_line(row["line"], path, held) if row["data"] is None else _in(row["data"], path, held)
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
        pages=tuple(row["pages"]),
        **{slot: row[slot] for slot in _TEXTS},
    )


def claims_in(row: Mapping[str, Any], name: str) -> tuple[Any, ...]:
    """Give the claims of a row, of the article with this id, not numbered yet."""
    return decode(row["claims"], name)


_TEXTS = ("outlet", "outlet_from", "title", "published_from", "origin", "url", "language", "trust")


def _plain(path: str) -> str:
    """Give a local file's path as one writes it, any other address as it stands."""
    return unquote(path.removeprefix("file://")) if path.startswith("file:/") else path


def _in_line(line: str, path: str, held: Config) -> tuple[list[Record], list[Problem]]:
    """Take the article of a line; its number in the file is not known here, so that its words name it."""
    found, told = jsonl.records(line, path, held.limits.file_bytes)
    mark = _mark(line)
    problems = [Problem(each.code, path, f"{each.message}, of the line {line[:40]!r} ({mark})") for each in told]
    return [each if each.part else replace(each, part=mark) for each in found], problems


def _in(data: bytes, path: str, held: Config) -> tuple[list[Record], list[Problem]]:
    """Take the articles of a document; archives may be as long as Spark reads a file, others as long as the limits say."""
    limits = held.limits
    if len(data) > limits.file_bytes and not (path.lower().endswith((".gz", ".zst")) or data.startswith(WARC)):
        return [], [Problem("too-large", path, f"{len(data)} bytes: more than {limits.file_bytes}")]
    return records_in(bytes(data), Path(path), held.encoding, limits)


def _mark(value: str) -> str:
    """Name an article that has no id by what it says."""
    return hashlib.blake2b(value.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _row(record: Record, path: str, held: Config) -> dict[str, Any]:
    made, problems = article(record, Path(path), {})
    (one,) = known([made], held.outlets)
    problems += oversize(one.text, one.path, held.limits)
    late: list[Problem] = []
    claims = limited(one, in_time(one, late, held.limits) or (), late, held.limits)
    texts = {slot: getattr(one, slot) for slot in _TEXTS}
    return texts | {
        "key": one.path,
        "path": one.path,
        "text": one.text,
        "body_start": one.body.start,
        "body_end": one.body.end,
        "published": one.published.isoformat() if one.published else "",
        "pages": list(one.pages),
        "profile": json.dumps(profile(one), ensure_ascii=False, separators=(",", ":")),
        "claims": encode(claims),
        "words": sorted(words_of(claims)),
        "count": len(claims),
        **_told([*problems, *late]),
    }


def _lost(problem: Problem, path: str) -> dict[str, Any]:
    empty = dict.fromkeys((*_TEXTS, "text", "published", "profile"), "")
    where = f"{path}#{problem.message}"
    rest = {"body_start": 0, "body_end": 0, "pages": [], "claims": "[]", "words": [], "count": 0}
    return empty | rest | {"key": where, "path": path} | _told([problem])


def _told(problems: Sequence[Problem]) -> dict[str, Any]:
    found = [[p.code, p.path, p.message, p.severe] for p in problems]
    return {"lost": sum(p.severe for p in problems), "problems": json.dumps(found, ensure_ascii=False) if found else ""}
