"""Paths, folders and globs -> the files to read, in one order whatever the order given; nothing unsafe is opened."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimcheck.model import Problem

SUFFIXES = (
    *(".txt", ".md", ".markdown", ".json", ".jsonl", ".ndjson", ".docx", ".pdf"),
    *(".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".ndjson.zst"),
    *(".html", ".htm", ".xhtml", ".rss", ".atom", ".warc", ".warc.gz"),
)
FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
"""The outermost element of RSS and Atom."""
SIDE_FILES = (".gold.json", "README.md", "package.json")


class LoadError(Exception):
    """A path that cannot be what the user meant; the run has nothing to compare."""


def walk(paths: Sequence[str]) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Give the regular files under the paths, sorted and each once, and what was passed over."""
    found: dict[str, Path] = {}
    problems: list[Problem] = []
    for path in paths:
        roots = _expand(path)
        for file, problem in (hit for root in roots for hit in _under(root)):
            if problem is not None:
                problems.append(problem)
            elif file is not None:
                real = os.path.realpath(file)  # Of a file and a link to it the first name stays, in any order of paths.
                found[real] = min(found.get(real, file), file, key=Path.as_posix)
    return tuple(sorted(found.values(), key=lambda p: p.as_posix())), tuple(problems)


def _expand(path: str) -> list[Path]:
    """Resolve a glob; a name that exists is taken as it is."""
    if os.path.lexists(path):
        return [Path(path)]
    if glob.has_magic(path):
        matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
        if matches:
            return [Path(m) for m in matches]
        raise LoadError(f"no file matches {path}")
    raise LoadError(f"no such file or folder: {path}")


def _under(root: Path) -> Iterator[tuple[Path | None, Problem | None]]:
    """Give the files of one root; a file that is named itself is read whatever its suffix."""
    if not root.is_dir():
        yield _checked(root, root.parent)
        return
    for folder, names, files in os.walk(root, followlinks=False):
        names[:] = sorted(n for n in names if not n.startswith("."))
        for name in sorted(files):
            path = Path(folder, name)
            if name.startswith(".") or name.endswith(SIDE_FILES):
                continue
            if name.lower().endswith(SUFFIXES):
                yield _checked(path, root)
            elif name.lower().endswith(".xml"):
                file, problem = _checked(path, root)
                if file is not None and _is_feed(file):
                    yield file, problem


def _is_feed(path: Path) -> bool:
    """Whether an XML file of a folder is a feed; one that is named itself is read as one in any case."""
    try:
        with path.open("rb") as stream:
            return FEED.search(stream.read(1024)) is not None
    except OSError:
        return False


def _checked(path: Path, root: Path) -> tuple[Path | None, Problem | None]:
    """Pass over what is no regular file, and links that lead out of the folder given."""
    try:
        target = path.resolve(strict=True)
        mode = path.stat().st_mode
    except (OSError, RuntimeError) as error:
        return None, Problem(
            "unreadable", str(path), f"cannot be opened: {getattr(error, 'strerror', None) or 'link loop'}"
        )
    if not stat.S_ISREG(mode):
        return None, Problem("unreadable", str(path), "not a regular file")
    if path.is_symlink() and not target.is_relative_to(root.resolve()):
        return None, Problem("unreadable", str(path), "a link that leads out of the folder given")
    return path, None
