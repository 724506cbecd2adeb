"""SARIF against the two that judge it: the OASIS schema, and Microsoft's Multitool where CI has installed it."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import sample
from conftest import Run
from drawing import drawn, hostile

import claimcheck
from claimcheck.model import Report, Verdict
from claimcheck.reports import sarif
from claimcheck.view.codes import codes
from claimcheck.view.look import Look

HERE = Path(__file__).parent
MULTITOOL = os.environ.get("SARIF_MULTITOOL", "")


def corpus() -> Report:
    return claimcheck.compare([str(HERE.parent / "corpus")])


def lost() -> Report:
    return replace(sample.report(), findings=())


REPORTS: dict[str, Callable[[], Report]] = {
    "sample": sample.report,
    "hostile": hostile,
    "empty": lost,
    "corpus": corpus,
}


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads((HERE / "schemas/sarif-2.1.0.json").read_text("utf-8")))


def log(report: Report, verdict: Verdict = Verdict.SINGLE) -> dict[str, Any]:
    told: dict[str, Any] = json.loads("".join(sarif.render(report, Look(show=verdict))))
    return told


@pytest.mark.parametrize("name", REPORTS)
def test_it_passes_the_schema(schema: jsonschema.Draft202012Validator, name: str) -> None:
    schema.validate(log(REPORTS[name]()))


def test_the_schema_refuses_what_is_wrong(schema: jsonschema.Draft202012Validator) -> None:
    told = log(sample.report())
    told["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert not schema.is_valid(told)


def findings_of_multitool(folder: Path, text: str) -> list[str]:
    """Errors and warnings; notes are matters of taste (numeric rule ids, version control)."""
    (folder / "in.sarif").write_text(text, encoding="utf-8")
    call = [MULTITOOL, "validate", "in.sarif", "--level", "Error;Warning;Note", "--output", "out.sarif"]
    done = subprocess.run(call, cwd=folder, capture_output=True, text=True, timeout=120)
    assert (folder / "out.sarif").exists(), done.stdout + done.stderr
    found = json.loads((folder / "out.sarif").read_text("utf-8-sig"))["runs"][0]["results"]
    assert found, "it says nothing, not even a note: did it run?"
    return [f"{r['ruleId']} {r['message']}" for r in found if r.get("level", "warning") in ("error", "warning")]


@pytest.mark.skipif(not MULTITOOL, reason="SARIF_MULTITOOL names no Multitool; .ci/run installs it")
@pytest.mark.parametrize("name", REPORTS)
def test_microsofts_multitool_finds_no_error_and_no_warning(tmp_path: Path, name: str) -> None:
    assert findings_of_multitool(tmp_path, "".join(sarif.render(REPORTS[name](), Look(show=Verdict.SINGLE)))) == []


@pytest.mark.skipif(not MULTITOOL, reason="SARIF_MULTITOOL names no Multitool; .ci/run installs it")
def test_the_multitool_refuses_what_is_wrong(tmp_path: Path) -> None:
    told = log(sample.report())
    told["runs"][0]["results"][0]["ruleIndex"] = 77
    assert findings_of_multitool(tmp_path, json.dumps(told))


def test_every_rule_has_help_and_every_position_a_place() -> None:
    report = corpus()
    (run,) = log(report)["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} == {finding.code for finding in report.findings}
    for rule in rules:
        assert codes()[rule["id"]]["example"].rstrip(".") in rule["help"]["text"]
    articles = {claim.id: claim.article for claim in report.claims}
    paths = {article.id: sarif.uri(article.path) for article in report.articles}
    marks = {finding.fingerprint: finding for finding in report.findings}
    for result in run["results"]:
        finding = marks[result["partialFingerprints"]["claimcheck/v1"]]
        placed = [each["physicalLocation"] for each in (*result["locations"], *result["relatedLocations"])]
        wanted = {paths[articles[claim]] for position in finding.positions for claim in position.claims}
        assert {place["artifactLocation"]["uri"] for place in placed} == wanted


def test_what_is_too_much_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST", 2)
    (run,) = json.loads(drawn("sarif", show=Verdict.SINGLE))["runs"]
    notes = [note["message"]["text"] for note in run["invocations"][0]["toolExecutionNotifications"]]

    assert [result["level"] for result in run["results"]] == ["error", "warning"]
    assert "3 further results are not in this file." in notes


def test_the_limit_is_githubs() -> None:
    assert sarif.MOST == 25_000


def test_what_a_baseline_takes_is_no_result(run: Run, made: Callable[[Report], None]) -> None:
    run("baseline", "write", ".")
    (told,) = json.loads(run("compare", ".", "--baseline", ".claimcheck-baseline.jsonl", "-f", "sarif")[1])["runs"]

    assert told["results"] == []
