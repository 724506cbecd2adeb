"""Annotations for GitHub Actions: workflow commands, in which nothing of an article can start another command."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Report
from claimcheck.view.alarm import LEVEL, Alarm, alarms
from claimcheck.view.look import Look
from claimcheck.view.visible import one_line, visible

COMMAND = {"error": "error", "warning": "warning", "note": "notice", "none": "notice"}


def render(report: Report, look: Look) -> Iterator[str]:
    """Write an annotation for each finding that is not agreement, and a warning for each problem."""
    for found in alarms(report, look):
        yield f"{_annotation(found)}\n"
    for problem in report.problems:
        command = "warning" if problem.severe else "notice"
        place = f"file={_property(problem.path)},title={_property(f'claimcheck: {problem.code}')}"
        yield f"::{command} {place}::{_data(problem.message)}\n"


def _annotation(found: Alarm) -> str:
    place = found.row.place
    named = {
        "file": found.row.path,
        "line": str(place.line),
        "endLine": str(place.end_line),
        "col": str(place.column),
        "title": f"{found.finding.verdict}: {found.finding.code}",
    }
    if place.line == place.end_line:
        named["endColumn"] = str(place.end_column)
    command = COMMAND[LEVEL[found.finding.verdict]]
    return (
        f"::{command} {','.join(f'{key}={_property(value)}' for key, value in named.items())}::{_data(found.message)}"
    )


def _data(text: str) -> str:
    return visible(one_line(text)).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
