"""For a terminal: one bold line answers "do they conflict?", then a block a finding, its rows aligned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Finding, Report, Verdict
from claimcheck.view.block import block
from claimcheck.view.cells import head, pad, wrap
from claimcheck.view.groups import grouped
from claimcheck.view.index import Index
from claimcheck.view.look import Look
from claimcheck.view.paint import Line, line, paint
from claimcheck.view.rows import label, one_an_article, rows
from claimcheck.view.summary import SYMBOL, at_least, covered, origins, tally
from claimcheck.view.visible import one_line, visible
from claimcheck.view.words import carried, closing, taken, verdict_line

IN_FULL = (Verdict.CONFLICT, Verdict.CHECK, Verdict.UPDATED)
"""Verdicts shown row by row; the others take a line each, unless more is asked for."""
NARROWEST = 40


def render(report: Report, look: Look) -> Iterator[str]:
    """Draw the report at the width asked for."""
    return paint(_lines(report, look, max(look.width, NARROWEST)), look.color)


def _lines(report: Report, look: Look, width: int) -> Iterator[Line]:
    if look.quiet:
        yield line("; ".join(verdict_line(report)))
        return
    index, shown = Index(report), at_least(report.findings, look.down_to(Verdict.AGREE))
    yield from _top(report, width)
    for group in grouped(shown, index, look.group):
        if group.title:
            yield line()
            for part in wrap(group.title, width):
                yield line((part, "bold"))
        yield from _verdicts(group.findings, index, look, width)
    if look.origins:
        yield line()
        for each in carried(report, index):
            yield from (line(part) for part in wrap(each, width))
    yield line()
    yield from _bottom(report, shown, look, width)


def _verdicts(shown: Sequence[Finding], index: Index, look: Look, width: int) -> Iterator[Line]:
    """Draw the findings, worst first."""
    for verdict in Verdict:
        found = [finding for finding in shown if finding.verdict is verdict]
        if verdict in IN_FULL or look.verbose:
            for finding in found:
                yield line()
                yield from block(finding, index, look, width)
        elif found:
            yield line()
            yield from _brief(verdict, found, index, width)


def _top(report: Report, width: int) -> Iterator[Line]:
    named, unknown = origins(report.articles)
    said = covered(report)
    if named:
        said += f". Named origins: {', '.join(named)}" + (f"; {unknown} unknown" if unknown else "")
    for part in wrap(visible(one_line(said)), width):
        yield line(part)
    yield line()
    answer, *others = verdict_line(report)
    style = "conflict" if answer.endswith(("CONFLICT", "CONFLICTS")) and not answer.startswith("NO") else "bold"
    one = "    ".join([f"  {answer}", *others])
    if len(one) <= width:
        yield line("  ", (answer, style), *("    " + other for other in others))
        return
    yield line("  ", (answer, style))
    for part in wrap(", ".join(others), width - 2):
        yield line("  " + part)


def _brief(verdict: Verdict, found: Sequence[Finding], index: Index, width: int) -> Iterator[Line]:
    title = f"{SYMBOL[verdict]} {verdict.upper()}"
    yield line((title, verdict.value))
    column = max(len(finding.id) for finding in found) + 2
    for finding in found:
        said = f"{visible(one_line(finding.question))} – {_held(finding, index)}"
        for n, part in enumerate(wrap(said, width - 4 - column)):
            yield line("    ", (pad("" if n else finding.id, column), "dim"), part)


def _held(finding: Finding, index: Index) -> str:
    """Say each position with who holds it: "1,100 (001, 004); more than 1,000 (002)"."""
    held = []
    for position in finding.positions:
        names = dict.fromkeys(row.article for row in one_an_article(rows(position, index)))
        held.append(f"{head(label(position), 60)} ({', '.join(names)})")
    return "; ".join(held)


def _bottom(report: Report, shown: Sequence[Finding], look: Look, width: int) -> Iterator[Line]:
    for problem in report.problems:
        said = f"! {problem.path}: {one_line(problem.message)} [{problem.code}]"
        for part in wrap(visible(said), width):
            yield line((part, "check" if problem.severe else ""))
    for each in taken(report, look):
        yield from (line((part, "dim")) for part in wrap(visible(each), width))
    for part in wrap(closing(report, tally(report), look), width):
        yield line((part, "bold"))
    if shown:
        hints = f"Next: claimcheck explain {shown[0].id} {look.paths} · every row: -v · as data: --format json"
        for part in wrap(visible(one_line(hints)), width):
            yield line((part, "dim"))
