"""Web pages -> records: the article's own text, and its day and outlet from what the page says of itself."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any

from claimcheck.load.extras import library
from claimcheck.load.record import Record
from claimcheck.model import Problem, Span

DATES = (
    "article:published_time",
    "datepublished",
    "og:article:published_time",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "publishdate",
    "publish-date",
    "pubdate",
    "date",
)
OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher")
ASIDE = ("footer", "aside", "nav")
"""Where a <time> is not the article's."""
OWN = "claimcheck"
DEEPEST = 8


def records(data: bytes, path: str, file_bytes: int) -> tuple[list[Record], list[Problem]]:
    """Give the page's one article; offsets count the text taken out of it, paragraphs a line each.

    The day comes from JSON-LD, then <meta>, then the article's first <time>; `said_in` says which. A page that says
    none of these is left to its visible text; a year in its footer is never a date.
    """
    reader = library("trafilatura", "web pages", "html", path)
    parse = library("lxml.html", "web pages", "html", path)
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return [], [Problem("binary", path, "not a web page")]
    try:
        tree = parse.document_fromstring(data, parser=parse.HTMLParser(encoding=_encoding(data)))
        found = reader.bare_extraction(tree, with_metadata=False, include_comments=False)
        if _named(tree, ("generator",)) == OWN:
            return [], [Problem("own-report", path, "a report of claimcheck, not an article", False)]
        said, said_in, named_in = _said(
            parse.document_fromstring(data, parser=parse.HTMLParser(encoding=_encoding(data)))
        )
    except Exception as error:  # The parser is fed whatever the web holds; a page must not end the run.
        return [], [Problem("unreadable", path, f"a web page that cannot be read: {type(error).__name__}")]
    text = (found.text or "").strip() if found else ""
    if not text:
        return [], [Problem("no-text", path, "a web page without an article's text")]
    return [Record(text, Span(0, len(text)), said, said_in, named_in=named_in)], []


def _encoding(data: bytes) -> str | None:
    """UTF-8 where the bytes are; else what the page itself declares."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _said(tree: Any) -> tuple[dict[str, str], str, str]:
    """What the page says of itself, and where it says its day and its outlet."""
    linked = next((each for each in _linked(tree) if each.get("datePublished") or each.get("headline")), {})
    days = {
        "json-ld": iso(_plain(linked.get("datePublished"))),
        "meta": iso(_named(tree, DATES)),
        "time": iso(_time(tree)),
    }
    where = next((name for name, day in days.items() if day), "")
    publisher = _plain(linked.get("publisher"))
    said = {
        "published": days.get(where, ""),
        "outlet": publisher or _named(tree, OUTLETS),
        "title": _plain(linked.get("headline")) or _named(tree, ("og:title",)),
        "url": _first(tree, "//link[@rel='canonical']/@href") or _named(tree, ("og:url",)),
        "origin": _plain(linked.get("sourceOrganization")),
        "language": _first(tree, "/html/@lang")[:2].lower(),
    }
    return {key: value for key, value in said.items() if value}, where or "metadata", "json-ld" if publisher else "meta"


def iso(words: str) -> str:
    """Give a day or instant in ISO form, also from the form of mail headers; "" where it is neither.

    >>> iso("Mon, 06 May 2024 10:00:00 +0200"), iso("2024-05-06T10:00:00Z"), iso("yesterday")
    ('2024-05-06T10:00:00+02:00', '2024-05-06T10:00:00Z', '')
    """
    words = words.strip()[:60]
    if words[:4].isdecimal():
        return words
    with contextlib.suppress(ValueError, TypeError, IndexError, OverflowError):
        return parsedate_to_datetime(words).isoformat()
    return ""


def _linked(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD, outermost first."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        with contextlib.suppress(ValueError, RecursionError):
            yield from _objects(json.loads(script), DEEPEST)


def _objects(given: Any, deep: int) -> Iterator[dict[str, Any]]:
    if deep and isinstance(given, list):
        for each in given:
            yield from _objects(each, deep - 1)
    elif deep and isinstance(given, dict):
        yield given
        yield from _objects(given.get("@graph"), deep - 1)


def _plain(given: Any) -> str:
    """A text, or the name of a thing, or the first of a list."""
    if isinstance(given, list):
        given = given[0] if given else ""
    if isinstance(given, dict):
        given = given.get("name", "")
    return " ".join(given.split())[:300] if isinstance(given, str) else ""


def _named(tree: Any, names: tuple[str, ...]) -> str:
    """The first <meta> of these names that has a content."""
    held: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        held.setdefault(name, _plain(meta.get("content")))
    return next((held[name] for name in names if held.get(name)), "")


def _time(tree: Any) -> str:
    """The first <time datetime> that is the article's, not a footer's or a list's beside it."""
    for time in tree.iter("time"):
        if time.get("datetime") and not any(above.tag in ASIDE for above in time.iterancestors()):
            return str(time.get("datetime"))
    return ""


def _first(tree: Any, query: str) -> str:
    return _plain([str(each) for each in tree.xpath(query)])
