"""JUnit XML: a test case for each finding, failed where the finding fails the run, and an error for each lost input."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from claimcheck.model import Report, Verdict
from claimcheck.view.alarm import Alarm, alarm
from claimcheck.view.index import Index
from claimcheck.view.look import Look
from claimcheck.view.standing import reasons
from claimcheck.view.summary import ORDER
from claimcheck.view.visible import inert, visible

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, look: Look) -> Iterator[str]:
    """Write one suite with all findings; those that agree are tests that pass."""
    index = Index(report)
    suite = Element("testsuite", name="claimcheck")
    failures = 0
    for finding in report.findings:
        failures += _case(suite, alarm(finding, index, look.prefer), look)
    lost = [problem for problem in report.problems if problem.severe]
    for problem in lost:
        case = SubElement(suite, "testcase", classname="claimcheck.input", name=_named(problem.path))
        SubElement(case, "error", type=_legal(problem.code), message=_legal(problem.message))
    counts = {"tests": len(report.findings) + len(lost), "failures": failures, "errors": len(lost), "skipped": 0}
    suite.attrib.update({name: str(count) for name, count in counts.items()})
    root = Element("testsuites", {name: str(count) for name, count in counts.items() if name != "skipped"})
    root.append(suite)
    indent(root)
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield tostring(root, encoding="unicode")
    yield "\n"


def _case(suite: Element, found: Alarm, look: Look) -> int:
    finding = found.finding
    name = _legal(f"{finding.question} [{finding.fingerprint[:8]}]")
    case = SubElement(suite, "testcase", classname=f"claimcheck.{finding.kind}", name=name, file=_named(found.row.path))
    case.set("line", str(found.row.place.line))
    if not fails(finding.verdict, look):
        return 0
    failure = SubElement(case, "failure", type=finding.code, message=_legal(found.message))
    every = [(found.label, found.row), *found.others]
    failure.text = _legal(
        "\n".join(
            [f"{label} | {row.path}:{row.place} | {row.who} | {row.quotation}" for label, row in every]
            + [f"why: {why}" for why in reasons(finding)]
        )
    )
    return 1


def fails(verdict: Verdict, look: Look) -> bool:
    """Whether a finding of the verdict fails the run."""
    return look.fail_on is not None and ORDER.index(verdict) <= ORDER.index(look.fail_on)


def _named(path: str) -> str:
    return _legal(path).replace("\n", "#x0A")


def _legal(text: str) -> str:
    """Name what XML cannot hold, as pytest does: #x1B; what it can hold but nobody sees, as elsewhere."""
    named = _ILLEGAL.sub(lambda found: f"#x{ord(found.group()):02X}", text)
    return "\n".join(inert(visible(line)) for line in named.split("\n"))
