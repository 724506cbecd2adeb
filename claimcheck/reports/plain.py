"""For pipes: no tables, no clipping, no colour; each line stands on its own, so that grep finds whole facts."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Finding, Report, Verdict
from claimcheck.view.groups import grouped
from claimcheck.view.index import Index
from claimcheck.view.look import Look
from claimcheck.view.paint import Line, line, paint
from claimcheck.view.rows import label, rows
from claimcheck.view.standing import reasons
from claimcheck.view.summary import at_least, covered, day, tally
from claimcheck.view.visible import one_line
from claimcheck.view.words import carried, closing, taken, verdict_line


def render(report: Report, look: Look) -> Iterator[str]:
    """Write one block a finding, worst verdicts first."""
    return paint(_lines(report, look), color=False)


def _lines(report: Report, look: Look) -> Iterator[Line]:
    index, shown = Index(report), at_least(report.findings, look.down_to(Verdict.AGREE))
    if look.quiet:
        yield line("; ".join(verdict_line(report)))
        return
    yield line(covered(report))
    yield line("; ".join(verdict_line(report)))
    for group in grouped(shown, index, look.group):
        if group.title:
            yield line()
            yield line(group.title)
        for verdict in Verdict:
            for finding in group.findings:
                if finding.verdict is verdict:
                    yield line()
                    yield from _block(finding, index)
    if look.origins:
        yield line()
        yield from (line(each) for each in carried(report, index))
    yield line()
    for problem in report.problems:
        yield line(f"problem {problem.code}: {problem.path}: {one_line(problem.message)}")
    yield from (line(each) for each in taken(report, look))
    yield line(closing(report, tally(report), look))


def _block(finding: Finding, index: Index) -> Iterator[Line]:
    yield line(f"{finding.verdict} {finding.code} {finding.id}: {one_line(finding.question)}")
    for position in finding.positions:
        for row in rows(position, index):
            who = f"{row.article}, {row.who}"
            yield line(f"  {label(position)} | {row.path}:{row.place} | {day(row.day)} | {who} | {row.quotation}")
    for why in reasons(finding):
        yield line(f"  why: {why}")
