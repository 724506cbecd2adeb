"""Where the store lies, and what makes an extraction out of date."""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from pathlib import Path

import claimcheck
from claimcheck.lexicon import added
from claimcheck.model import Article, Limits

NAME = "claims.sqlite"


def store_file() -> Path | None:
    """Give the store's file in the user's cache directory; None where there is no such directory."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    if given and Path(given).is_absolute():
        return Path(given) / "claimcheck" / NAME
    local = os.environ.get("LOCALAPPDATA", "") if sys.platform == "win32" else ""
    try:
        home = Path(local) if local else Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
    except (RuntimeError, KeyError):
        return None
    return home / "claimcheck" / NAME if home.is_absolute() else None


@cache
def edition() -> str:
    """Name this program: its version, its own files as they are now, and the Python that runs it."""
    from importlib.metadata import PackageNotFoundError, version  # A tenth of the start, for runs that keep something.

    root = Path(claimcheck.__file__).parent
    try:
        told = version("claimcheck-news")
    except PackageNotFoundError:
        told = ""
    files = sorted((p.relative_to(root).as_posix(), p) for s in ("py", "toml") for p in root.rglob(f"*.{s}"))
    marks = [(name, stat.st_size, stat.st_mtime_ns) for name, path in files for stat in (path.stat(),)]
    return _digest(repr((told, sys.version, marks))).hex()


def key_of(article: Article, limits: Limits) -> bytes:
    """Give an article's key: all that extraction sees of it, the user's words included; its id and path are given by the run."""
    body, day = article.body, article.published
    seen = (article.text, body.start, body.end, day and day.isoformat(), article.published_from)
    more = (article.outlet, article.title, article.origin, article.url, article.language)
    return _digest(repr((edition(), added(), limits.sentence_chars, limits.digits, seen, more)))


def _digest(words: str) -> bytes:
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).digest()
