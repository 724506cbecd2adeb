"""The report of `claimcheck/report/1` as one record a line, each with the `type` it has there."""

from __future__ import annotations

from claimcheck.model import Report
from claimcheck.reports.json import SCHEMA, document, dumps
from claimcheck.view.look import Look

PARTS = {
    "articles": "article",
    "claims": "claim",
    "findings": "finding",
    "problems": "problem",
    "suppressed": "suppressed",
}


def render(report: Report, look: Look) -> str:
    """Write the schema's name, then articles, claims, findings, problems."""
    whole = document(report)
    lines = [dumps({"type": "report", "schema": SCHEMA})]
    lines += [dumps({"type": kind, **record}) for part, kind in PARTS.items() for record in whole[part]]
    return "".join(f"{line}\n" for line in lines)
