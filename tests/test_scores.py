"""How the reports score against labelled stories; floors that only rise."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from claimcheck.load import load
from claimcheck.pipeline import check
from claimcheck.reports import json as json_report

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
SCORE = SHARED / "score.py"
pytestmark = pytest.mark.skipif(not SCORE.exists(), reason="needs ../shared beside the checkout")


def score(folder: Path, gold: Path, kinds: str, tmp_path: Path) -> dict[str, Any]:
    manifest = folder.with_name(folder.name + ".sources.csv")
    articles, problems = load([str(folder)], manifests=[str(manifest)] if manifest.exists() else [])
    report = tmp_path / "report.json"
    report.write_text(json_report.render(check(articles, problems)), encoding="utf-8")
    command = [sys.executable, str(SCORE), str(report), str(gold), "--json", "--kinds", kinds]
    found: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found


def figures(found: dict[str, Any]) -> dict[str, float | None]:
    return {
        "claims": found["claims"]["recall"],
        "value": found["claims"]["value_right"],
        "pairs": found["pairs"]["recall"],
        "precision": found["pairs"]["precision"],
        "verdicts": found["verdicts"]["right"],
        "alarm_precision": found["alarms"]["precision"],
        "alarm_recall": found["alarms"]["recall"],
    }
