"""Request -> articles, or a failure that says what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from claimcheck.commands.request import Request
from claimcheck.config import meant
from claimcheck.exits import Failure
from claimcheck.model import Article, Limits, Problem

BESIDE = 1_000
"""Names looked at for one that may have been meant."""


def _near(paths: Sequence[str]) -> str:
    """Suggest what stands beside a path that is not there."""
    for path in map(Path, paths):
        if not path.exists() and path.parent.is_dir():
            return meant(path.name, tuple(sorted(each.name for each in islice(path.parent.iterdir(), BESIDE))))
    return ""


def articles(request: Request, limits: Limits) -> tuple[Sequence[Article], Sequence[Problem]]:
    """Load what the request names; no article at all is a failure, for a check of nothing must not pass."""
    from claimcheck.load import LoadError, load

    try:
        found, problems = load(request.paths, manifests=request.sources, encoding=request.encoding, limits=limits)
    except LoadError as error:
        raise Failure(f"error: {error}{_near((*request.paths, *request.sources))}") from None
    if not found and not request.allow_empty:
        named = "".join(f"; {problem.path}: {problem.message}" for problem in problems[:3])
        raise Failure(f"error: no articles in {' '.join(request.paths)}{named} (--allow-empty lets this pass)")
    return found, problems
