"""The store: an article's key -> its claims as JSON, each written in a transaction of its own.

Several runs may use it at once (write-ahead log), a run may be killed at any point, and a file that is damaged is
named, thrown away and begun anew: it holds nothing that cannot be extracted again.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

from claimcheck.model import Article, Limits, Problem
from claimcheck.store.place import edition, key_of

TODAY = "strftime('%s', 'now') / 86400"
"""The number of the day, as SQLite gives it."""
DAYS = 30
"""Days for which what stories gave is kept: a folder that changes leaves much behind that no run asks for again."""
WAIT = 5.0
"""Seconds to wait for another run that is writing."""
PAUSE = 0.01
"""Seconds between two tries to begin a new file, which another run may be beginning."""
DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_ERROR})
"""Result codes of a file that is no sound store: damaged, no database, cut short, without our tables."""
BESIDE = ("", "-wal", "-shm")


class Store:
    """Claims by article; whatever is wrong with the file is a problem in `problems`, never an error."""

    def __init__(self, path: Path, limits: Limits = Limits()) -> None:  # noqa: B008 - frozen
        self.path = path
        self._limits = limits
        self.problems: list[Problem] = []
        self._base: sqlite3.Connection | None = None
        try:
            self._open()
        except (sqlite3.Error, OSError) as error:
            self._failed(error)

    def _key(self, article: Article) -> bytes:
        return key_of(article, self._limits)

    def recall(self, key: bytes) -> str | None:
        """Give what is kept under a key beside the articles, None where there is nothing."""
        return self._told("SELECT told, mark FROM kept WHERE key = ?", key)

    def keep(self, key: bytes, told: str) -> None:
        """Keep something under a key, for as many days as DAYS."""
        self._write(f"INSERT OR REPLACE INTO kept (key, told, mark, day) VALUES (?, ?, ?, {TODAY})", key, told)

    def _write(self, order: str, key: bytes, told: str) -> None:
        """Write one entry."""
        if self._base is None:
            return
        try:
            with self._base:
                self._base.execute(order, (key, told, _mark(told)))
        except (sqlite3.Error, UnicodeError) as error:
            self._failed(error)

    def remembers(self) -> bool:
        """Whether anything is kept beside the articles."""
        if self._base is None:
            return False
        try:
            return self._base.execute("SELECT 1 FROM kept LIMIT 1").fetchone() is not None
        except sqlite3.Error as error:
            self._failed(error)
            return False

    def _told(self, question: str, key: bytes) -> str | None:
        """Read one entry; one that is not what was written damages the store."""
        if self._base is None:
            return None
        try:
            row = self._base.execute(question, (key,)).fetchone()
            if row is None:
                return None
            if not isinstance(row[0], str) or row[1] != _mark(row[0]):
                raise sqlite3.DatabaseError("an entry is not what was written")
            return row[0]
        except sqlite3.Error as error:
            self._failed(error)
            return None

    def get(self, article: Article) -> str | None:
        """Give the claims of an article as they were put in, None where they are not kept."""
        return self._told("SELECT claims, mark FROM articles WHERE key = ?", self._key(article))

    def has(self, article: Article) -> bool:
        """Whether the claims of an article are kept."""
        if self._base is None:
            return False
        try:
            row = self._base.execute("SELECT 1 FROM articles WHERE key = ?", (self._key(article),)).fetchone()
        except sqlite3.Error as error:
            self._failed(error)
            return False
        return row is not None

    def put(self, article: Article, claims: str) -> None:
        """Keep the claims of an article, as `codec.encode` has written them."""
        self._write("INSERT OR REPLACE INTO articles (key, claims, mark) VALUES (?, ?, ?)", self._key(article), claims)

    def count(self) -> int:
        """Count the articles that are kept."""
        if self._base is None:
            return 0
        try:
            return int(self._base.execute("SELECT count(*) FROM articles").fetchone()[0])
        except sqlite3.Error as error:
            self._failed(error)
            return 0

    def close(self) -> None:
        """Let go of the file."""
        if self._base is not None:
            self._base.close()
            self._base = None

    def _open(self) -> None:
        """Open the file, make what is missing, and drop what another edition of the program has written."""
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        base = self._base = sqlite3.connect(self.path, timeout=WAIT, check_same_thread=False)
        _log_ahead(base)
        base.execute("PRAGMA synchronous = NORMAL")
        with base:
            base.execute("CREATE TABLE IF NOT EXISTS articles (key BLOB PRIMARY KEY, claims TEXT, mark BLOB)")
            base.execute("CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, told TEXT, mark BLOB, day INTEGER)")
            base.execute("CREATE TABLE IF NOT EXISTS edition (name TEXT PRIMARY KEY)")
            held = base.execute("SELECT name FROM edition").fetchall()
            if held != [(edition(),)]:
                base.execute("DELETE FROM articles")
                base.execute("DELETE FROM kept")
                base.execute("DELETE FROM edition")
                base.execute("INSERT OR REPLACE INTO edition VALUES (?)", (edition(),))
            base.execute(f"DELETE FROM kept WHERE day < {TODAY} - {DAYS}")

    def _failed(self, error: Exception) -> None:
        """Begin a damaged file anew, once; do without a file that cannot be used."""
        self.close()
        code = getattr(error, "sqlite_errorcode", None)
        sound = isinstance(error, OSError) or (code is not None and code & 0xFF not in DAMAGED)
        name = str(self.path)
        if not sound and not self.problems:
            self.problems.append(Problem("cache", name, f"the store was damaged and is begun anew ({error})", False))
            try:
                clear(self.path)
                self._open()
            except (sqlite3.Error, OSError) as again:
                self._failed(again)
            return
        self.problems.append(Problem("cache", name, f"the store cannot be used ({error})", False))


def _log_ahead(base: sqlite3.Connection) -> None:
    """Switch to the write-ahead log; SQLite does not wait for another run that switches, so ask until WAIT is over."""
    until = time.monotonic() + WAIT
    while True:
        try:
            base.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(PAUSE)
        else:
            return


def clear(path: Path) -> None:
    """Remove a store; OSError where that is not allowed."""
    for end in BESIDE:
        with suppress(FileNotFoundError):
            Path(f"{path}{end}").unlink()


def size(path: Path) -> int:
    """Give the bytes that a store takes on disk."""
    return sum(file.stat().st_size for end in BESIDE if (file := Path(f"{path}{end}")).exists())


def _mark(words: str) -> bytes:
    """Give what proves an entry to be as it was written."""
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()
