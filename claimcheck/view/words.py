"""The sentences that several formats share: do they conflict, what was read, how the run ended."""

from __future__ import annotations

from claimcheck.model import Report, Verdict
from claimcheck.view.carriers import carriers
from claimcheck.view.index import Index
from claimcheck.view.look import Look
from claimcheck.view.summary import ORDER, Tally, tally
from claimcheck.view.visible import one_line, visible


def verdict_line(report: Report) -> list[str]:
    """Answer "do they conflict?" first, then count the other verdicts that occur."""
    counted = tally(report)
    if len(report.articles) == 1:
        answer = "ONE ARTICLE, checked against itself"
    elif counted.counts[Verdict.CONFLICT]:
        answer = counted.of(Verdict.CONFLICT).upper()
    elif not report.findings and not report.suppressed:
        answer = "NOTHING TO COMPARE"
    else:
        answer = "NO CONFLICTS"
    return [answer, *(counted.of(v) for v in ORDER[1:] if counted.counts[v])]


def closing(report: Report, counted: Tally, look: Look) -> str:
    """Say what was found and read, and the exit code with what would have changed it."""
    said = f"{counted.of(Verdict.CONFLICT)}, {counted.of(Verdict.CHECK)}"
    read = f"{counted.read} of {counted.files} files read"
    stamp = [visible(one_line(look.stamp))] if look.stamp else []
    ended = f"exit {look.exit_code}{_stricter(counted, look)}"
    return " · ".join([*stamp, said, *accepted(report), read, ended])


def accepted(report: Report) -> list[str]:
    """Count what a baseline or an ignore takes: "2 in the baseline", "1 ignored"."""
    known = sum(each.by == "baseline" for each in report.suppressed)
    ignored = len(report.suppressed) - known
    return [f"{count} {what}" for count, what in ((known, "in the baseline"), (ignored, "ignored")) if count]


def taken(report: Report, look: Look) -> list[str]:
    """Name each finding that a baseline or an ignore takes, where every row is asked for."""
    return [
        f"accepted {each.code} {each.fingerprint} ({each.by}{f': {one_line(each.reason)}' if each.reason else ''})"
        for each in (report.suppressed if look.verbose else ())
    ]


def carried(report: Report, index: Index) -> list[str]:
    """Say who carries whom, an origin a line."""
    told = [
        f"{each.origin}{' (copied)' if each.copied else ''} <- {', '.join(each.articles)}"
        for each in carriers(report, index)
    ]
    return ["Who carries whom:", *told] if told else ["No article names an origin, and none copies another."]


def _stricter(counted: Tally, look: Look) -> str:
    if look.exit_code != 0:
        return ""
    for verdict in (Verdict.CONFLICT, Verdict.CHECK, Verdict.UPDATED):
        if counted.counts[verdict]:
            return f"  (--fail-on {verdict} would exit 1)"
    return ""
