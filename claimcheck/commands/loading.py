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

REPORTS = (b'"claimcheck/report/1"', b"<!-- claimcheck/report/1 -->", b'"check_name": "', b'content="claimcheck"')
"""What our JSON, our Markdown, our list for GitLab and our page begin with."""


def _near(paths: Sequence[str]) -> str:
    """Suggest what stands beside a path that is not there."""
    for path in map(Path, paths):
        if not path.exists() and path.parent.is_dir():
            return meant(path.name, tuple(sorted(each.name for each in islice(path.parent.iterdir(), BESIDE))))
    return ""


def _named_otherwise(request: Request) -> frozenset[Path]:
    """The files that the command line names, but not as articles: what a run writes and heeds does not change the next.

    An output is one of them only where it holds a report, so that no article is taken for one and overwritten.
    """
    outputs = [given.partition("=")[2] for given in request.formats] + [request.output]
    reports = [Path(file) for file in outputs if file and _is_report(Path(file))]
    return frozenset(
        path.resolve() for path in (*reports, *map(Path, filter(None, (request.baseline, *request.sources))))
    )


def _is_report(path: Path) -> bool:
    """Whether a file begins as the reports do that could be taken for articles."""
    try:
        with path.open("rb") as stream:
            head = stream.read(200) if path.is_file() else b""
    except OSError:
        return False
    return any(mark in head for mark in REPORTS)


def articles(request: Request, limits: Limits) -> tuple[Sequence[Article], Sequence[Problem]]:
    """Load what the request names; no article at all is a failure, for a check of nothing must not pass."""
    from claimcheck.load import LoadError, load

    try:
        found, problems = load(
            request.paths,
            manifests=request.sources,
            encoding=request.encoding,
            limits=limits,
            leave_out=_named_otherwise(request),
        )
    except LoadError as error:
        raise Failure(f"error: {error}{_near((*request.paths, *request.sources))}") from None
    if not found and not request.allow_empty:
        named = "".join(f"; {problem.path}: {problem.message}" for problem in problems[:3])
        raise Failure(f"error: no articles in {' '.join(request.paths)}{named} (--allow-empty lets this pass)")
    return found, problems
