"""For a spreadsheet: a row for each claim of each finding; text that a spreadsheet would run is quoted."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from claimcheck.model import Day, Figure, Finding, Report, Verdict
from claimcheck.view.index import Index
from claimcheck.view.look import Look
from claimcheck.view.rows import Row, rows
from claimcheck.view.rows import row as row_of
from claimcheck.view.summary import at_least
from claimcheck.view.value import said
from claimcheck.view.visible import one_line, visible

HEADER = (
    *("finding", "fingerprint", "verdict", "code", "kind", "question", "position", "origins"),
    *("article", "path", "line", "column", "outlet", "trust", "origin", "published", "source"),
    *("value", "number", "low", "high", "modifier", "unit", "start", "end", "quotation", "sentence", "why"),
)
_FORMULA = re.compile(r"[\s\u00a0\ufeff]*[=+\-@\t\r＝＋－＠]")
_NUMBER = re.compile(r"-?[0-9][0-9,.]{0,30}%?")


def render(report: Report, look: Look) -> Iterator[str]:
    """Write the table; claims that are in no finding come last, with empty finding columns."""
    return written(
        chain([HEADER], ([cell(record.get(name, "")) for name in HEADER] for record in records(report, look)))
    )


def written(table: Iterable[Sequence[str]]) -> Iterator[str]:
    """Write a table's rows as they come."""
    writer: Any = csv.writer(_Line(), lineterminator="\r\n")
    return map(writer.writerow, table)


class _Line:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def records(report: Report, look: Look) -> Iterator[dict[str, object]]:
    """Give the table's rows, each with the columns it has something for."""
    index = Index(report)
    placed = {claim for finding in report.findings for position in finding.positions for claim in position.claims}
    for finding in at_least(report.findings, look.down_to(Verdict.SINGLE)):
        for position in finding.positions:
            for row in rows(position, index):
                yield (
                    _of_finding(finding)
                    | {"position": position.label, "origins": position.origins}
                    | _of_row(row, index)
                )
    if look.show is None:
        for claim in report.claims:
            if claim.id not in placed:
                yield {"kind": claim.kind} | _of_row(row_of(claim, index), index)


def _of_finding(finding: Finding) -> dict[str, object]:
    return {
        "finding": finding.id,
        "fingerprint": finding.fingerprint,
        "verdict": finding.verdict.value,
        "code": finding.code,
        "kind": finding.kind,
        "question": finding.question,
        "why": finding.why,
    }


def _of_row(row: Row, index: Index) -> dict[str, object]:
    article, value = index.article(row.claim), row.claim.value
    record: dict[str, object] = {
        "article": article.id,
        "path": article.path,
        "line": row.place.line,
        "column": row.place.column,
        "outlet": article.outlet,
        "trust": article.trust,
        "origin": article.origin,
        "published": article.published,
        "source": row.claim.source,
        "value": said(value),
        "quotation": row.claim.span.of(article.text),
        "sentence": row.quotation,
    }
    match value:
        case Figure():
            ends = {"number": value.number, "low": value.low, "high": value.high}
            return record | ends | {"modifier": value.modifier, "unit": value.unit}
        case Day():
            return record | {"start": value.start, "end": value.end}
        case _:
            return record


def cell(given: object) -> str:
    """A number stays one, -5 too; a text that would start a formula, after white space too, gets an apostrophe."""
    if given is None:
        return ""
    if isinstance(given, int | float):
        return f"{given:.15g}"
    text = visible(one_line(str(given)))
    return f"'{text}" if _FORMULA.match(str(given)) and not _NUMBER.fullmatch(text) else text
