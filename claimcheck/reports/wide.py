"""For a spreadsheet, wide: the matrix as CSV, a row a finding, a column an article."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Report, Verdict
from claimcheck.reports.csv import cell, written
from claimcheck.view.grid import grids
from claimcheck.view.index import Index
from claimcheck.view.look import Look
from claimcheck.view.rows import label
from claimcheck.view.standing import alone
from claimcheck.view.summary import at_least

HEADER = ("finding", "fingerprint", "story", "verdict", "code", "kind", "question", "alone")


def render(report: Report, look: Look) -> Iterator[str]:
    """Write the table; several positions of one article are parted by " / ", `alone` names who stands alone."""
    return written(_table(report, look))


def _table(report: Report, look: Look) -> Iterator[list[str]]:
    index = Index(report)
    shown = at_least(report.findings, look.down_to(Verdict.SINGLE))
    yield [*HEADER, *(cell(f"{each.id} {index.labels[each.id]}") for each in report.articles)]
    for grid in grids(shown, index):
        for across in grid.lines:
            finding = across.finding
            says: dict[str, str] = {}
            lone = []
            for article, taken in zip(grid.articles, across.cells, strict=True):
                says[article.id] = " / ".join(label(finding.positions[n]) for n in taken)
                if any(alone(finding, n) for n in taken):
                    lone.append(index.labels[article.id])
            head = (finding.id, finding.fingerprint, finding.story, finding.verdict.value, finding.code, finding.kind)
            told = [*head, finding.question, ", ".join(lone), *(says.get(each.id, "") for each in report.articles)]
            yield [cell(each) for each in told]
