"""`claimcheck claims`: what was extracted, article by article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck import exits
from claimcheck.commands.cache import kept
from claimcheck.commands.loading import articles
from claimcheck.commands.output import write
from claimcheck.commands.patience import patience
from claimcheck.commands.request import Request, color, settled, targets
from claimcheck.exits import Failure
from claimcheck.model import Claim, Report, Words
from claimcheck.reports import renderer
from claimcheck.view.cells import head
from claimcheck.view.index import Index
from claimcheck.view.look import Look
from claimcheck.view.paint import Line, line, paint
from claimcheck.view.rows import row
from claimcheck.view.summary import day, plural
from claimcheck.view.value import said
from claimcheck.view.visible import one_line, visible

PRINTED = ("text", "plain")
WORDS = 60
"""Columns that a claim's own words take in the list."""


def claims(given: Request) -> int:
    """Extract and print; `--format json` and `jsonl` give the report without findings."""
    request, held = settled(given)
    (target, *more) = targets(request, (*PRINTED, "json", "jsonl", "csv"))
    if more:
        raise Failure("error: claims writes one format at a time")
    found, problems = articles(request, held.limits)
    from claimcheck.extract import extract_all  # late, as in compare

    with kept(request, len(found), held.limits) as store, patience(len(found), quiet=request.quiet) as tick:
        every, lost = extract_all(
            found, jobs=request.jobs, about=held.about, limits=held.limits, store=store, tick=tick
        )
    problems = (*problems, *lost)
    claimed = tuple(claim for claim in every if not request.only or claim.kind in request.only)
    report = Report(tuple(found), claimed, (), problems)
    if target.format in PRINTED:
        colored = color(request) and target.format == "text" and not target.file
        pieces: Iterable[str] = paint(_lines(report, request.verbose), colored)
    else:
        pieces = renderer(target.format)(report, Look())
    write(pieces, target.file, target.format, [article.path for article in found])
    if not request.quiet:
        for problem in problems:
            exits.say(f"{problem.path}: {problem.message} [{problem.code}]")
    severe = any(problem.severe for problem in problems)
    return exits.INCOMPLETE if severe and not request.allow_incomplete else exits.CLEAN


def _lines(report: Report, verbose: int) -> Iterator[Line]:
    index = Index(report)
    for article in report.articles:
        own = [claim for claim in report.claims if claim.article == article.id]
        known = ", ".join(part for part in (article.outlet, day(article.published), article.origin) if part)
        yield line((article.path, "bold"), f"  {one_line(known)}  {plural(len(own), 'claim')}")
        for claim in own:
            yield from _claim(claim, index, verbose)


def _claim(claim: Claim, index: Index, verbose: int) -> Iterator[Line]:
    shown = row(claim, index)
    about = ", ".join(part for part in (claim.topic.attribute, claim.topic.subject, claim.topic.place) if part)
    value = "" if isinstance(claim.value, Words) else f": {said(claim.value)}"
    words = f"  “{head(visible(one_line(shown.words)), WORDS)}”"
    place = f"  {shown.place!s:>7}  "
    yield line(place, (f"{claim.kind:<7}", "bold"), f" {one_line(about)}{value}", (f"{words}{_aside(claim)}", "dim"))
    if verbose:
        yield line(" " * len(place), shown.before, (f"[{shown.mark}]", "mark"), shown.after)


def _aside(claim: Claim) -> str:
    """Say what sets the claim apart from a plain one: its source, doubt, denial, tense."""
    how = claim.factuality
    notes = [f"by {claim.source}"] if claim.source else []
    notes += [how.certainty] if how.certainty != "certain" else []
    notes += ["denied"] if how.polarity == "-" else []
    notes += [how.tense] if how.tense not in ("past", "present") else []
    return f"  ({one_line(', '.join(notes))})" if notes else ""
