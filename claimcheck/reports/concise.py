"""One line a finding, as compilers write it: `file:line:column: verdict code message [fingerprint]`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from claimcheck.model import Report
from claimcheck.view.alarm import Alarm, alarms
from claimcheck.view.look import Look
from claimcheck.view.paint import Line, line, paint
from claimcheck.view.visible import one_line

SHORT = 8
"""Characters of the fingerprint shown."""


def render(report: Report, look: Look) -> Iterator[str]:
    """Write a line for each finding that is not agreement, then one for each problem."""
    lost = (line(f"{p.path}: problem {p.code} {one_line(p.message)}") for p in report.problems)
    return paint(chain(map(_line, alarms(report, look)), lost), color=False)


def _line(found: Alarm) -> Line:
    finding, row = found.finding, found.row
    what = f"{finding.verdict} {finding.code} {found.message}"
    return line(f"{row.path}:{row.place}: {what} [{finding.fingerprint[:SHORT]}]")
