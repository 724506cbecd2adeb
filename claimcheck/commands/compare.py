"""`claimcheck compare`: articles -> a report in one or more formats, and the exit code."""

from __future__ import annotations

import shlex
from dataclasses import replace

from claimcheck import exits
from claimcheck.commands.cache import kept
from claimcheck.commands.loading import articles
from claimcheck.commands.output import FOR_PEOPLE, write
from claimcheck.commands.patience import patience
from claimcheck.commands.request import Request, color, settled, targets, width
from claimcheck.commands.spark import archive
from claimcheck.commands.wanted import sifted, touched, wanted
from claimcheck.config import Config
from claimcheck.exits import Failure
from claimcheck.model import Report, Verdict
from claimcheck.reports import formats, renderer
from claimcheck.view.look import Look
from claimcheck.view.summary import at_least

SHOWN = {"": None, "origins": None, "all": Verdict.SINGLE}
"""What --show takes beside the verdicts."""
TYPED = 60
"""Characters of paths that the hint at a report's end repeats."""


def compare(given: Request) -> int:
    """Compare, write what was asked for, and say how it ended."""
    request, held = settled(given)
    if request.engine == "spark":
        return archive(given)
    if request.against:
        raise Failure("error: --against is of --engine spark")
    goals = targets(request, formats())
    part = wanted(request, held)  # what is wrong with it is said before the work is done
    report = sifted(checked(request, held), part)
    code = outcome(report, request)
    look = look_of(request, code, touched(report, part))
    inputs = [article.path for article in report.articles]
    for target in sorted(goals, key=lambda target: not target.file):
        chosen = replace(look, color=look.color and not target.file)
        write(renderer(target.format)(report, chosen), target.file, target.format, inputs)
    if not request.quiet and not any(target.format in FOR_PEOPLE for target in goals):
        for problem in report.problems:
            exits.say(f"{problem.path}: {problem.message} [{problem.code}]")
    return code


def checked(request: Request, held: Config, *, explained: bool = False) -> Report:
    """Load and compare; `explained` keeps the compared pairs."""
    found, problems = articles(request, held.limits)
    from claimcheck.pipeline import check  # after the paths are known to hold something: it is what takes time to load

    with kept(request, len(found), held.limits) as store, patience(len(found), quiet=request.quiet) as tick:
        return check(
            tuple(found), tuple(problems), config=held, jobs=request.jobs, store=store, tick=tick, explained=explained
        )


def outcome(report: Report, request: Request) -> int:
    """The exit code: findings come before what was left out."""
    if request.fail_on != "never" and at_least(report.findings, Verdict(request.fail_on)):
        return exits.FOUND
    lost = any(problem.severe for problem in report.problems)
    return exits.INCOMPLETE if lost and not request.allow_incomplete else exits.CLEAN


def look_of(request: Request, code: int, prefer: frozenset[str] = frozenset()) -> Look:
    """How to draw it."""
    return Look(
        width=width(request),
        color=color(request),
        verbose=request.verbose,
        quiet=request.quiet,
        show=SHOWN[request.show] if request.show in SHOWN else Verdict(request.show),
        origins=request.show == "origins",
        fail_on=None if request.fail_on == "never" else Verdict(request.fail_on),
        exit_code=code,
        prefer=prefer,
        group=request.group,
        stamp=request.stamp,
        paths=_short(request.paths),
    )


def _short(paths: tuple[str, ...]) -> str:
    """The paths to type again, where they are few."""
    typed = " ".join(shlex.quote(path) for path in paths)
    return typed if len(typed) <= TYPED else "PATH…"
