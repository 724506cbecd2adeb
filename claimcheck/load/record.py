"""What a format's reader gives: one article's text and what the file itself says of it."""

from __future__ import annotations

import os
from dataclasses import field
from datetime import UTC, date, datetime, timedelta

from claimcheck.immutable import record
from claimcheck.model import Problem, Span


@record
class Record:
    """An article before the manifest and the file's name have been heard."""

    text: str
    body: Span
    said: dict[str, str] = field(default_factory=dict)
    """What the file says: published, outlet, title, url, origin, language."""
    said_in: str = ""
    """Where: "header", "metadata", "json-ld", "meta", "time", "feed"."""
    part: str = ""
    """Which of a file's several articles, "" where it holds one."""
    pages: tuple[int, ...] = ()
    """The offsets at which its pages begin, where it has any."""
    named_in: str = ""
    """Where the outlet's name stands, if elsewhere than `said_in`."""


def day(text: str, path: str) -> tuple[date | None, tuple[Problem, ...]]:
    """Read an ISO day or instant; what is none, or lies beyond the years 1000 to 2199, is a problem and no date."""
    if not text:
        return None, ()
    try:
        found = datetime.fromisoformat(text.strip().replace("Z", "+00:00")).date()
    except ValueError:
        return None, (Problem("bad-date", path, f"no date: {text[:40]!r}", False),)
    if not 1000 <= found.year < 2200:
        return None, (Problem("bad-date", path, f"no likely date of publication: {text[:40]!r}", False),)
    if found > _tomorrow():
        return found, (Problem("bad-date", path, f"published in the future: {text[:40]!r}", False),)
    return found, ()


def _tomorrow() -> date:
    """The last day that an article read now can be of, wherever on earth; SOURCE_DATE_EPOCH (seconds) fixes "now".

    The clock decides about this notice alone: no date is ever completed or replaced by today's.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() and len(epoch) < 12 else datetime.now(UTC)
    return now.date() + timedelta(days=1)
