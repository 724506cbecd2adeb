"""SARIF 2.1.0: a result for each finding, its odd one out as location, all others as related locations."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from claimcheck import __version__
from claimcheck.model import Problem, Report, Verdict
from claimcheck.reports.json import dumps
from claimcheck.view.alarm import LEVEL, Alarm, alarms
from claimcheck.view.codes import codes
from claimcheck.view.index import Place
from claimcheck.view.look import Look
from claimcheck.view.rows import Row
from claimcheck.view.visible import visible, whole

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
HOME = "https://github.com/claimcheck/claimcheck"
MOST = 25_000
"""What GitHub takes in one run; the rest is counted."""


def render(report: Report, look: Look) -> Iterator[str]:
    """Write one run."""
    found = list(alarms(report, look))
    shown = found[:MOST]
    rules = sorted({alarm.finding.code for alarm in shown})
    run = {
        "tool": {
            "driver": {
                "name": "claimcheck",
                "version": __version__,
                "semanticVersion": __version__,
                "informationUri": HOME,
                "rules": [_rule(code) for code in rules],
            }
        },
        "invocations": [
            {
                "executionSuccessful": True,
                "exitCode": look.exit_code,
                "toolExecutionNotifications": _notes(report, len(found) - len(shown)),
            }
        ],
        "columnKind": "unicodeCodePoints",
        **({"properties": {"stamp": whole(look.stamp)}} if look.stamp else {}),
        "results": [_result(alarm, rules) for alarm in shown],
    }
    yield dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1)
    yield "\n"


def _rule(code: str) -> dict[str, Any]:
    told = codes().get(code, {})
    says, example = told.get("says", code), told.get("example", "")
    text = _sentence(says) + (f" Example: {_sentence(example)}" if example else "")
    verdict = Verdict(told.get("verdict", "check"))
    return {
        "id": code,
        **({"name": "".join(part.capitalize() for part in code.split("-"))} if "-" in code else {}),
        "shortDescription": {"text": _sentence(says)},
        "fullDescription": {"text": text},
        "help": {"text": f"{text} `claimcheck explain {code}` says the same."},
        "helpUri": HOME,
        "defaultConfiguration": {"level": LEVEL[verdict]},
    }


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def _result(found: Alarm, rules: list[str]) -> dict[str, Any]:
    finding = found.finding
    return {
        "ruleId": finding.code,
        "ruleIndex": rules.index(finding.code),
        "level": LEVEL[finding.verdict],
        "kind": "fail" if LEVEL[finding.verdict] != "none" else "informational",
        "message": {"text": whole(_sentence(found.message))},
        "locations": [_location(found.row)],
        "relatedLocations": [
            {"id": number, **_location(row), "message": {"text": whole(_sentence(f"{label}: {row.quotation}"))}}
            for number, (label, row) in enumerate(found.others, 1)
        ],
        "partialFingerprints": {"claimcheck/v1": finding.fingerprint},
        "properties": {"confidence": round(finding.confidence, 4), "question": whole(finding.question)},
    }


def _location(row: Row) -> dict[str, Any]:
    place: dict[str, Any] = {
        "artifactLocation": {"uri": uri(row.path)},
        "region": {**_region(row.place), "snippet": {"text": whole(row.words)}},
    }
    if _wider(row.around, row.place):
        place["contextRegion"] = _region(row.around)
    return {"physicalLocation": place}


def _region(place: Place) -> dict[str, Any]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _wider(sentence: Place, words: Place) -> bool:
    """Whether the sentence holds the words and more; a context region that is no more than its region is an error."""
    starts = (sentence.line, sentence.column) <= (words.line, words.column)
    ends = (sentence.end_line, sentence.end_column) >= (words.end_line, words.end_column)
    return starts and ends and sentence != words


def uri(path: str) -> str:
    """Write a path as RFC 3986 has it, relative as it was given.

    >>> uri("a b/c#d|é.txt")
    'a%20b/c%23d%7C%C3%A9.txt'
    """
    parts = PurePath(path).as_posix()
    told = quote(os.fsencode(parts) if parts.isprintable() or not _lone(parts) else whole(parts).encode(), safe="/~")
    return f"file://{told}" if parts.startswith("/") else told


def _lone(text: str) -> bool:
    """Whether a half of a surrogate pair is in it that no file name could have given."""
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return True
    return False


def _notes(report: Report, left_out: int) -> list[dict[str, Any]]:
    notes = [_note(problem) for problem in report.problems]
    if left_out:
        notes.append({"level": "warning", "message": {"text": f"{left_out} further results are not in this file."}})
    return notes


def _note(problem: Problem) -> dict[str, Any]:
    note: dict[str, Any] = {
        "level": "warning" if problem.severe else "note",
        "message": {"text": whole(visible(_sentence(problem.message)))},
        "descriptor": {"id": problem.code},
    }
    if problem.path:
        note["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": uri(problem.path)}}}]
    return note
