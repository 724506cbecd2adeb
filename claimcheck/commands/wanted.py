"""Options and configuration -> which part of the report is wanted, with what cannot be followed said before any work."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from claimcheck.commands.request import Request
from claimcheck.config import Config, meant
from claimcheck.exits import Failure
from claimcheck.model import Report
from claimcheck.sift.baseline import BaselineError, read
from claimcheck.sift.changed import ChangedError, changed_since
from claimcheck.sift.sift import Wanted, file_of, sift


def wanted(request: Request, held: Config) -> Wanted:
    """Read the baseline and ask git; a Failure where either cannot be done."""
    try:
        entries = read(Path(request.baseline)) if request.baseline else None
        changed = changed_since(request.changed_since, Path.cwd()) if request.changed_since else None
    except BaselineError as error:
        raise Failure(f"error: {error}") from None
    except ChangedError as error:
        raise Failure(f"error: --changed-since: {error}") from None
    if changed is not None and any(Path(each).resolve() in changed for each in request.sources):
        changed = None  # a changed manifest may touch every article
    return Wanted(
        kinds=request.only,
        select=request.select,
        deselect=request.ignore,
        story=request.story,
        between=request.between,
        since=_day(request.since) if request.since else None,
        changed=changed,
        ignores=held.ignore,
        ignores_file=held.origin,
        inline=held.inline_ignores,
        baseline=entries,
        baseline_file=request.baseline,
    )


def _day(given: str) -> date:
    """Read the day of --since."""
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise Failure(f"error: --since: {given!r} is no day such as 2024-05-07") from None


def sifted(report: Report, part: Wanted) -> Report:
    """Keep the part; a story or an outlet that the articles do not know is a Failure that names the nearest."""
    if part.story:
        part = replace(part, story=_story(report, part.story))
    for name in part.between or ():
        known = {called for a in report.articles for called in (a.outlet, a.path, Path(a.path).name, Path(a.path).stem)}
        if name not in known:
            outlets = sorted({a.outlet for a in report.articles if a.outlet})
            there = f"; there are {', '.join(outlets[:12])}" if outlets else "; name the file instead"
            raise Failure(f"error: --between: no outlet {name!r}{meant(name, tuple(sorted(known)))}{there}")
    return sift(report, part)


def touched(report: Report, part: Wanted) -> frozenset[str]:
    """The paths, as they are called, of the articles that changed."""
    changed = part.changed or frozenset()
    return frozenset(article.path for article in report.articles if changed and file_of(article.path) in changed)


def _story(report: Report, given: str) -> str:
    """The id of a story, given itself or an article of it."""
    stories = dict(report.stories)
    if given in stories.values():
        return given
    for article in report.articles:
        if given in (article.path, Path(article.path).name, Path(article.path).stem) and article.id in stories:
            return stories[article.id]
    known = tuple(dict.fromkeys(stories.values()))
    raise Failure(
        f"error: --story: no story {given!r}{meant(given, known)}; there are {', '.join(known[:20])}, "
        "or name one of a story's articles"
    )
