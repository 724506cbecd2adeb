"""`claimcheck watch`: compare, then again whenever a file changes, and print only what is new."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from claimcheck import exits
from claimcheck.commands.compare import checked, look_of, outcome
from claimcheck.commands.output import emit
from claimcheck.commands.request import Request, settled, targets
from claimcheck.commands.wanted import sifted, wanted
from claimcheck.config import Config
from claimcheck.exits import Failure
from claimcheck.load.extras import Missing, library
from claimcheck.model import Verdict
from claimcheck.reports import renderer
from claimcheck.view.summary import at_least, plural
from claimcheck.view.visible import one_line, visible

FORMATS = ("text", "plain", "concise")
NAMED = 3
"""Changed files named in a line; the others are counted."""
OFTEN = 200
"""Milliseconds after which the wait for a change begins anew."""
TOGETHER = 300
"""Milliseconds within which changes are taken as one."""


def watch(given: Request) -> int:
    """Print the report, then after each change what is new in it, until the user ends it (exit code 130)."""
    request, held = settled(replace(given, allow_empty=True))
    (target,) = targets(request, FORMATS)
    roots = _roots(request.paths)
    changes = _changes(roots)
    next(changes)  # Looking begins before the first comparison, so that no change is lost.
    seen = _shown(request, held, target.format, frozenset(), "")
    exits.say(f"watching {', '.join(map(str, roots[:NAMED]))}; Ctrl-C ends it")
    for changed in filter(None, changes):
        try:
            seen = _shown(request, held, target.format, seen, _named(changed))
        except Failure as failure:  # An empty folder, a half-written manifest: the next change may mend it.
            exits.say(str(failure))
    return exits.CLEAN


def _shown(request: Request, held: Config, form: str, seen: frozenset[str], changed: str) -> frozenset[str]:
    """Compare once and print: all of it the first time, what is new after a change. Give what is known now."""
    report = sifted(checked(request, held), wanted(request, held))
    look = look_of(request, outcome(report, request))
    found = at_least(report.findings, look.down_to(Verdict.UPDATED))
    now = frozenset(finding.fingerprint for finding in found)
    if not changed:
        emit(renderer(form)(report, look))
        return now
    fresh = tuple(finding for finding in found if finding.fingerprint not in seen)
    gone = len(seen - now)
    counted = f"{plural(len(fresh), 'new finding')}, {gone} gone" if gone else plural(len(fresh), "new finding")
    emit(["\n", visible(one_line(f"changed: {changed}: {counted}")), "\n"])
    if fresh:
        emit(renderer(form)(replace(report, findings=fresh, problems=(), suppressed=()), look))
    return now


def _roots(paths: Iterable[str]) -> list[Path]:
    """The folders and files to look at; of a glob the folder that it begins in."""
    found = []
    for path in paths:
        if path == "-":
            raise Failure("error: watch reads files, not standard input")
        root = Path(path)
        while glob.has_magic(str(root)):
            root = root.parent
        if not root.exists():
            raise Failure(f"error: no such file or folder: {path}")
        found.append(root)
    return found


def _changes(roots: list[Path]) -> Iterator[set[tuple[Any, str]]]:
    """Give the changes below the roots as they come, and now and then none; a Failure without the library."""
    try:
        watchfiles = library("watchfiles", "changes of files", "watch", "")
    except Missing as missing:
        raise Failure(f"error: {missing.problem.message}") from None
    changes: Iterator[set[tuple[Any, str]]] = watchfiles.watch(
        *roots, watch_filter=_visible, debounce=TOGETHER, rust_timeout=OFTEN, yield_on_timeout=True
    )
    return changes


def _visible(change: object, path: str) -> bool:
    """Whether a file counts: hidden ones, such as those that an editor or this program writes beside, do not."""
    return not Path(path).name.startswith(".")


def _named(changed: set[tuple[Any, str]]) -> str:
    names = sorted({Path(path).name for _, path in changed})
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more
