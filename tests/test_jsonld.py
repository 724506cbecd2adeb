"""JSON-LD against outside judges: a JSON-LD 1.1 processor in safe mode and the published vocabularies, where CI has installed them."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
import sample
from drawing import drawn, hostile

import claimcheck
from claimcheck.model import Report

HERE = Path(__file__).parent
TOOLS = os.environ.get("JSONLD_TOOLS", "")
pytestmark = pytest.mark.skipif(
    not TOOLS, reason="JSONLD_TOOLS names no folder with the npm packages that judge JSON-LD"
)


def judged(text: str, folder: Path) -> subprocess.CompletedProcess[str]:
    (folder / "graph.jsonld").write_text(text, "utf-8")
    command = ["node", str(HERE.parent / "scripts/check_jsonld.mjs"), TOOLS, str(folder / "graph.jsonld")]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def corpus() -> Report:
    return claimcheck.compare([str(HERE.parent / "corpus")])


@pytest.mark.parametrize("report", [sample.report, hostile, corpus], ids=["sample", "hostile", "corpus"])
def test_the_judges_accept_it(report: object, tmp_path: Path) -> None:
    assert callable(report)
    done = judged(drawn("jsonld", report()), tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ('"claimInterpreter"', '"claimInterpretor"', "not in the vocabulary"),
        ('"datePublished"', '"foundingDate"', "does not belong to"),
        ('"oa:exact"', '"oa:precise"', "not in the vocabulary"),
    ],
)
def test_the_judges_refuse_what_is_wrong(right: str, wrong: str, fault: str, tmp_path: Path) -> None:
    text = drawn("jsonld", sample.report())
    assert right in text
    done = judged(text.replace(right, wrong), tmp_path)
    assert done.returncode == 1
    assert fault in done.stdout


def test_the_judges_refuse_an_empty_graph(tmp_path: Path) -> None:
    assert judged(json.dumps({"@context": "https://schema.org", "@graph": []}), tmp_path).returncode == 1
