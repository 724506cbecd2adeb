"""GitLab's code quality report: a list of issues with fingerprints of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.model import Report, Verdict
from claimcheck.reports.json import dumps
from claimcheck.view.alarm import Alarm, alarms
from claimcheck.view.look import Look
from claimcheck.view.visible import whole

SEVERITY = {
    Verdict.CONFLICT: "major",
    Verdict.CHECK: "minor",
    Verdict.UPDATED: "info",
    Verdict.AGREE: "info",
    Verdict.SINGLE: "info",
}


def render(report: Report, look: Look) -> Iterator[str]:
    """Write the list; an empty one where there is nothing to look at."""
    yield dumps([_issue(found) for found in alarms(report, look)], indent=1)
    yield "\n"


def _issue(found: Alarm) -> dict[str, Any]:
    place = found.row.place
    return {
        "type": "issue",
        "check_name": found.finding.code,
        "description": whole(found.message),
        "fingerprint": found.finding.fingerprint,
        "severity": SEVERITY[found.finding.verdict],
        "location": {
            "path": whole(found.row.path),
            "positions": {
                "begin": {"line": place.line, "column": place.column},
                "end": {"line": place.end_line, "column": place.end_column},
            },
            "lines": {"begin": place.line, "end": place.end_line},
        },
    }
