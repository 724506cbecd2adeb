"""paths -> Articles and Problems: walk, decode, take the text out of its format, and say where each date came from."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from claimcheck.load import jsonl, markdown, text
from claimcheck.load.dateline import agencies_of, day_of
from claimcheck.load.decode import Undecodable, decode
from claimcheck.load.extras import RATIO, Missing
from claimcheck.load.oversize import oversize
from claimcheck.load.packed import packed, unpacked
from claimcheck.load.record import Record, day
from claimcheck.load.sources import Manifest
from claimcheck.load.walk import LoadError, walk
from claimcheck.model import Article, Limits, Problem

__all__ = ["LoadError", "load"]

IN_NAME = re.compile(r"(?<![0-9])([12][0-9]{3}-[01][0-9]-[0-3][0-9])(?![0-9])")
STDIN = "-"
LINES = (".jsonl", ".ndjson")
"""Formats of which a file may hold many articles: each of them, not the file, is as long as a file may be."""
DOCUMENTS = {
    ".docx": "docx",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".rss": "feeds",
    ".atom": "feeds",
    ".xml": "feeds",
    ".warc": "warc",
    ".gz": "warc",
}
"""Formats that are more than their text, by suffix: the module here that reads them, loaded for the first such file."""
WARC = b"WARC/1."
PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<!doctype html|<html)", re.IGNORECASE)


def load(
    paths: Sequence[str],
    *,
    manifests: Sequence[str] = (),
    encoding: str = "",
    limits: Limits = Limits(),  # noqa: B008 - frozen
    stdin: BinaryIO | None = None,
    leave_out: Collection[Path] = (),
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Load the articles at the paths, in the order of their paths whatever the order given.

    `leave_out` holds resolved paths that the user has named as something else than articles.
    Raises LoadError where a path is missing, a glob matches nothing, or a manifest cannot be read.
    """
    _known(encoding)
    manifest = Manifest(manifests)
    files, problems = walk([p for p in paths if p != STDIN])
    files = tuple(path for path in files if not leave_out or path.resolve() not in leave_out)
    found: list[Article] = []
    told = list(problems)
    if len(files) > limits.files:
        told.append(Problem("limit", "", f"{len(files)} files: only the first {limits.files} are read"))
    for path in files[: limits.files]:
        articles, more = _file(path, manifest, encoding, limits)
        found += _numbered(articles, len(found))
        told += more
    if STDIN in paths:
        if stdin is None and sys.stdin is None:
            raise LoadError("standard input is closed")
        articles, more = _stream(stdin or sys.stdin.buffer, encoding, limits)
        found += _numbered(articles, len(found))
        told += more
    told += manifest.unused()
    return tuple(found), tuple(told)


def _numbered(articles: Sequence[Article], before: int) -> Iterator[Article]:
    """Give a file's articles their ids, file by file: done for all at once, the whole text is held twice."""
    return (replace(article, id=f"a{number}") for number, article in enumerate(articles, before + 1))


def _known(encoding: str) -> None:
    """Refuse an encoding that there is not ("utf-9") or that is none of text ("base64")."""
    try:
        b"x".decode(encoding or "utf-8")  # Of no bytes at all it would take any name.
    except UnicodeError:  # An encoding, if not of this byte: "utf-16".
        return
    except (LookupError, ValueError):
        raise LoadError(f"no such encoding: {encoding}") from None


def _stream(stream: BinaryIO, encoding: str, limits: Limits) -> tuple[list[Article], list[Problem]]:
    """Read standard input, as far as a file of its format may be long."""
    data = stream.read(limits.file_bytes * RATIO + 1)
    many = packed(data) or data.lstrip()[:1] in (b"{", b"[") or data.startswith(WARC)
    most = limits.file_bytes * (RATIO if many else 1)
    if len(data) > most:
        return [], [Problem("too-large", "<stdin>", f"more than {most} bytes")]
    return _parse(data, Path("<stdin>"), Manifest(()), encoding, limits)


def _file(path: Path, manifest: Manifest, encoding: str, limits: Limits) -> tuple[list[Article], list[Problem]]:
    """Read one file; what cannot be read is a problem."""
    try:
        size = path.stat().st_size
        most = limits.file_bytes * (RATIO if path.suffix.lower() in LINES else 1)
        if size > most:
            return [], [Problem("too-large", str(path), f"{size} bytes: more than {most}")]
        with path.open("rb") as stream:
            data = stream.read(most + 1)
        if len(data) > most:  # It grew while it was read.
            return [], [Problem("too-large", str(path), f"more than {most} bytes")]
    except OSError as error:
        return [], [Problem("unreadable", str(path), f"cannot be read: {error.strerror or error}")]
    return _parse(data, path, manifest, encoding, limits)


def _parse(
    data: bytes, path: Path, manifest: Manifest, encoding: str, limits: Limits
) -> tuple[list[Article], list[Problem]]:
    """Take a file's articles, each with what the manifest says of it."""
    records, problems = records_in(data, path, encoding, limits)
    articles = []
    for record in records:
        made, more = article(record, path, dict(manifest.of(path, record.said.get("url", ""))))
        articles.append(made)
        problems += [*more, *oversize(made.text, made.path, limits)]
    return articles, problems


def records_in(data: bytes, path: Path, encoding: str, limits: Limits) -> tuple[list[Record], list[Problem]]:
    """Decode a file's bytes and take the records they hold; nothing is read from the path, whose suffix names the format."""
    name = str(path)
    if _compressed(data, path):
        return _unpacked(data, path, encoding, limits)
    suffix = path.suffix.lower()
    if path.name == "<stdin>":
        suffix = ".html" if PAGE.match(data) else ".warc" if data.startswith(WARC) else ""
    if suffix in DOCUMENTS and data:
        try:
            return _documents(DOCUMENTS[suffix], data, name, limits)
        except Missing as missing:
            return [], [missing.problem]
    if data.startswith((b"\x89PNG", b"%PDF", b"PK\x03\x04")):
        return [], [Problem("binary", name, "not a text file")]
    return _told(data, name, path, encoding, limits)


def _documents(form: str, data: bytes, name: str, limits: Limits) -> tuple[list[Record], list[Problem]]:
    """Take the records of a format that is more than its text; Missing where its library is not installed."""
    found: tuple[list[Record], list[Problem]] = import_module(f"{__package__}.{form}").records(
        data, name, limits.file_bytes
    )
    return found


def _told(data: bytes, name: str, path: Path, encoding: str, limits: Limits) -> tuple[list[Record], list[Problem]]:
    """Decode what is text, and take the records of the format that the path's suffix names; problems are of `name`."""
    try:
        words, told = decode(data, name, encoding)
    except Undecodable as error:
        return [], [error.problem]
    if not words.strip():
        return [], [*told, Problem("empty", name, "an empty file", False)]
    records, more = _records(words, name, path, limits)
    return records, [*told, *more]


def _compressed(data: bytes, path: Path) -> bool:
    """Whether the bytes are to be unpacked first: a stream by what it begins with, a file by its name."""
    if path.name == "<stdin>":
        return packed(data)
    return path.suffix.lower() == ".zst" or (path.suffix.lower() == ".gz" and Path(path.stem).suffix.lower() in LINES)


def _unpacked(data: bytes, path: Path, encoding: str, limits: Limits) -> tuple[list[Record], list[Problem]]:
    """Unpack, and take the records of what that gives; nothing is unpacked twice."""
    try:
        within, told = unpacked(data, str(path), limits.file_bytes * RATIO)
    except Missing as missing:
        return [], [missing.problem]
    if packed(within):
        return [], [*told, Problem("binary", str(path), "compressed twice")]
    if within.startswith(WARC):
        records, more = _documents("warc", within, str(path), limits)
        return records, [*told, *more]
    inner = path if path.name == "<stdin>" else Path(path.stem)
    if told and not within.strip():
        return [], list(told)
    records, more = _told(within, str(path), inner, encoding, limits)
    return records, [*told, *more]


def _records(words: str, name: str, path: Path, limits: Limits) -> tuple[list[Record], list[Problem]]:
    """Choose the format by the file's suffix; a stream that begins like JSON is JSON Lines."""
    suffix = path.suffix.lower()
    if suffix in (".json", ".jsonl", ".ndjson") or (path.name == "<stdin>" and words.lstrip()[:1] in "{["):
        return jsonl.records(words, name, limits.file_bytes)
    if suffix in (".md", ".markdown"):
        return markdown.records(words), []
    return text.records(words), []


def article(record: Record, path: Path, said: Mapping[str, str]) -> tuple[Article, list[Problem]]:
    """Make the article; the manifest wins, then the file, then its own words, then its name."""
    name = f"{path}#{record.part}" if record.part else str(path)
    published, origin, problems = _published(record, path, said)
    told = record.said | {key: value for key, value in said.items() if value}
    body = record.text[record.body.start : record.body.end]
    made = Article(
        id="",
        path=name,
        text=record.text,
        body=record.body,
        outlet=told.get("outlet", ""),
        outlet_from=_named_in(record, said),
        title=told.get("title", ""),
        published=published,
        published_from=origin,
        origin=told.get("origin", "") or ", ".join(agencies_of(body)),
        url=told.get("url", ""),
        language=told.get("language", "") or "en",
        pages=record.pages,
    )
    return made, problems


def _named_in(record: Record, said: Mapping[str, str]) -> str:
    """Say where the outlet's name comes from; "" where there is none."""
    if said.get("outlet"):
        return "manifest"
    return (record.named_in or record.said_in) if record.said.get("outlet") else ""


def _published(record: Record, path: Path, said: Mapping[str, str]) -> tuple[date | None, str, list[Problem]]:
    """Give the day of publication and where it comes from; unknown stays unknown, and two that differ are told."""
    problems: list[Problem] = []
    own = day_of(record.text[record.body.start : record.body.end])
    for words, where in ((said.get("published", ""), "manifest"), (record.said.get("published", ""), record.said_in)):
        found, bad = day(words, str(path))
        problems += bad
        if found is not None:
            if own is not None and own != found:
                message = f"the {where} says {found}, the text itself {own}"
                problems.append(Problem("two-dates", str(path), message, False))
            return found, where, problems
    if own is not None:
        return own, "text", problems
    match = IN_NAME.search(path.name)
    found, _ = day(match[1] if match else "", str(path))
    return found, "file name" if found else "", problems
