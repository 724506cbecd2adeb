"""Finding -> one place to point at and the places that it stands against, for formats that annotate a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from claimcheck.immutable import record
from claimcheck.model import Finding, Report, Verdict
from claimcheck.view.index import Index
from claimcheck.view.look import Look
from claimcheck.view.rows import Row, label, one_an_article, rows
from claimcheck.view.standing import differing, reasons
from claimcheck.view.summary import at_least
from claimcheck.view.visible import one_line, visible

LEVEL = {
    Verdict.CONFLICT: "error",
    Verdict.CHECK: "warning",
    Verdict.UPDATED: "note",
    Verdict.AGREE: "none",
    Verdict.SINGLE: "none",
}
"""SARIF's words."""


@record
class Alarm:
    """A finding as an annotation: `row` is the odd one out, `others` the rest, a row for each article."""

    finding: Finding
    row: Row
    label: str
    others: tuple[tuple[str, Row], ...]

    @property
    def message(self) -> str:
        """The whole of it in one line: the question, what stands here, what stands where else, and why."""
        where = "; ".join(dict.fromkeys(f"{label} in {row.article}:{row.place.line}" for label, row in self.others))
        why = "; ".join(reasons(self.finding))
        said = f"{visible(one_line(self.finding.question))} {self.label} here"
        return said + (f"; {where}" if where else "") + (f" ({why})" if why else "")


def alarms(report: Report, look: Look) -> Iterator[Alarm]:
    """The findings that somebody should look at, worst first; those that agree only where they are asked for."""
    index = Index(report)
    shown = at_least(report.findings, look.down_to(Verdict.UPDATED))
    for verdict in Verdict:
        for finding in shown:
            if finding.verdict is verdict:
                yield alarm(finding, index, look.prefer)


def alarm(finding: Finding, index: Index, prefer: frozenset[str] = frozenset()) -> Alarm:
    """Point at the odd one out; where the user has changed articles, at one of theirs if any takes a part in it."""
    odd = _odd(finding, index)
    placed = [(number, row) for number, p in enumerate(finding.positions) for row in one_an_article(rows(p, index))]
    differ = differing(finding)
    ours = [(number, row) for number, row in placed if row.path in prefer and number in differ]
    odd, first = min(ours or placed, key=lambda pair: pair[0] != odd)
    labels = [label(position) for position in finding.positions]
    others = tuple((labels[number], row) for number, row in placed if row is not first)
    return Alarm(finding, first, labels[odd], others)


def _odd(finding: Finding, index: Index) -> int:
    """The position with the fewest origins of those that differ, then with the fewest claims, then the latest."""

    def oddness(number: int) -> tuple[int, int, int, int]:
        position = finding.positions[number]
        return position.origins, len(position.claims), -_latest([r.day for r in rows(position, index)]), -number

    return min(differing(finding), key=oddness)


def _latest(days: Sequence[date | None]) -> int:
    return max((when.toordinal() for when in days if when), default=0)
