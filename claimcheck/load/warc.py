"""Web archives (.warc, .warc.gz) -> records: an article a response that is a web page."""

from __future__ import annotations

import io
from contextlib import redirect_stderr
from dataclasses import replace
from typing import Any

from claimcheck.load import html
from claimcheck.load.extras import RATIO, Missing, library
from claimcheck.load.record import Record
from claimcheck.model import Problem


def records(data: bytes, path: str, file_bytes: int) -> tuple[list[Record], list[Problem]]:
    """Give the pages in the archive's order, each with the address that it was fetched from.

    A page is unpacked up to the limit of a file's bytes, all together up to ten times as much; what is more is told.
    """
    reader = library("warcio", "web archives", "warc", path)
    found: list[Record] = []
    told: list[Problem] = []
    try:
        with redirect_stderr(io.StringIO()):  # It prints what it mends; here a problem is told or nothing.
            _take(reader.ArchiveIterator(io.BytesIO(data)), path, file_bytes, found, told)
    except Missing:
        raise
    except Exception:  # The parser is fed whatever a disk holds; an archive must not end the run.
        told.append(Problem("unreadable", path, "a web archive that breaks off or is damaged"))
    if not found and not told:
        told.append(Problem("no-text", path, "a web archive without a web page"))
    return found, told


def _take(archive: Any, path: str, file_bytes: int, found: list[Record], told: list[Problem]) -> None:
    """Add the archive's pages to `found` and what is wrong with them to `told`, as far as it can be read."""
    room = file_bytes * RATIO
    for number, held in enumerate(archive, 1):
        if not _page(held):
            continue
        body = held.content_stream().read(min(file_bytes, room) + 1)
        room -= len(body)
        if len(body) > file_bytes:
            told.append(Problem("too-large", path, f"record {number}: more than {file_bytes} bytes"))
            continue
        if room < 0:
            told.append(
                Problem("limit", path, f"unpacks to more than {file_bytes * RATIO} bytes: the rest is not read")
            )
            break
        records, problems = html.records(body, f"{path}#{number}", file_bytes)
        address = str(held.rec_headers.get_header("WARC-Target-URI") or "")
        found += [replace(each, said=each.said | {"url": address}, part=str(number)) for each in records]
        told += problems


def _page(held: Any) -> bool:
    """Whether a record is a page that the server gave."""
    if held.rec_type != "response" or not held.http_headers:
        return False
    kind = held.http_headers.get_header("Content-Type") or ""
    return held.http_headers.get_statuscode() == "200" and "html" in kind.lower()
