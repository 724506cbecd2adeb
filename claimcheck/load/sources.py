"""The sources manifest: a CSV that says of files who published them and when; it wins over what the files say."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from claimcheck.load.walk import LoadError
from claimcheck.model import Problem

COLUMNS = ("path", "outlet", "published", "url", "origin", "language", "title")


class Manifest:
    """Rows of one or more manifests; the first row that fits a file speaks for it."""

    def __init__(self, files: Sequence[str]) -> None:
        self._rows: list[tuple[Path, dict[str, str]]] = []
        self._used: set[int] = set()
        for file in files:
            self._rows += _read(Path(file))

    def of(self, path: Path, url: str = "") -> Mapping[str, str]:
        """Give what the manifests say of an article.

        A row's path is relative to its manifest, or a bare name or glob; one that begins with http:// or https:// is
        an address or a pattern of addresses, and fits the article's own.
        """
        for number, (file, row) in enumerate(self._rows):
            if _fits(path, file.parent, row["path"]) or (url and _addressed(url, row["path"])):
                self._used.add(number)
                return row
        return {}

    def unused(self) -> list[Problem]:
        """Name each manifest that has rows which spoke for no article so far, by the first of them."""
        idle = [each for number, each in enumerate(self._rows) if number not in self._used]
        told: list[Problem] = []
        for file in dict.fromkeys(file for file, _ in idle):
            rows = [row["path"] for home, row in idle if home == file]
            more = f" and {len(rows) - 1} more" if len(rows) > 1 else ""
            message = f"a row that speaks for no article: {rows[0]!r}{more}"
            told.append(Problem("sources-unused", str(file), message, False))
        return told


def _fits(path: Path, folder: Path, wanted: str) -> bool:
    """Whether a row's path means the file."""
    if wanted.startswith(("http://", "https://")):
        return False
    if "/" not in wanted and "\\" not in wanted:
        return fnmatchcase(path.name, wanted)
    full = path.resolve().as_posix()
    return full == (folder / wanted).resolve().as_posix() or fnmatchcase(full, (folder.resolve() / wanted).as_posix())


def _addressed(url: str, wanted: str) -> bool:
    """Whether a row's path is a pattern of addresses that fits: "https://harbour.example/*"."""
    return wanted.startswith(("http://", "https://")) and fnmatchcase(url, wanted)


def _read(file: Path) -> list[tuple[Path, dict[str, str]]]:
    """Read one manifest."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream, strict=True))
    except OSError as error:
        raise LoadError(f"cannot read the sources in {file}: {error.strerror or error}") from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise LoadError(f"cannot read the sources in {file}: {error}") from None
    if rows and "path" not in rows[0]:
        raise LoadError(f"{file} has no column 'path'; its columns can be {', '.join(COLUMNS)}")
    return [
        (file, {k: (v or "").strip() for k, v in row.items() if k in COLUMNS})
        for row in rows
        if (row.get("path") or "").strip()
    ]
