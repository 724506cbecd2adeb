"""The report of `claimcheck/report/1` as one record a line, each with the `type` it has there."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Report
from claimcheck.reports.json import SCHEMA, dumps, parts
from claimcheck.view.look import Look

PARTS = {
    "articles": "article",
    "claims": "claim",
    "findings": "finding",
    "problems": "problem",
    "suppressed": "suppressed",
}


def render(report: Report, look: Look) -> Iterator[str]:
    """Write the schema's name, then articles, claims, findings, problems."""
    yield dumps({"type": "report", "schema": SCHEMA}) + "\n"
    for part, records in parts(report).items():
        for record in records:
            yield dumps({"type": PARTS[part], **record}) + "\n"
