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
from claimcheck.view.look import Look

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
SCORE = SHARED / "score.py"
ALL_KINDS = "figure,date,status,name,quote"
pytestmark = pytest.mark.skipif(not SCORE.exists(), reason="needs ../shared beside the checkout")


def score(folder: Path, gold: Path, kinds: str, tmp_path: Path) -> dict[str, Any]:
    manifest = folder.with_name(folder.name + ".sources.csv")
    articles, problems = load([str(folder)], manifests=[str(manifest)] if manifest.exists() else [])
    report = tmp_path / "report.json"
    report.write_text("".join(json_report.render(check(articles, problems), Look())), encoding="utf-8")
    command = [sys.executable, str(SCORE), str(report), str(gold), "--json", "--kinds", kinds]
    found: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found


def figures(found: dict[str, Any]) -> dict[str, float | None]:
    """Name the figures of one score."""
    return {
        "claims": found["claims"]["recall"],
        "value": found["claims"]["value_right"],
        "pairs": found["pairs"]["recall"],
        "precision": found["pairs"]["precision"],
        "verdicts": found["verdicts"]["right"],
        "alarm_precision": found["alarms"]["precision"],
        "alarm_recall": found["alarms"]["recall"],
    }


def mean(rows: list[dict[str, float | None]]) -> dict[str, float]:
    """Average each figure over the stories that have it."""
    out = {}
    for name in rows[0]:
        known = [value for row in rows if (value := row[name]) is not None]
        out[name] = round(sum(known) / len(known), 3) if known else 1.0
    return out


def fallen(found: dict[str, Any], floors: dict[str, float]) -> dict[str, tuple[float, float]]:
    """Give the figures below their floors."""
    return {name: (found[name], floor) for name, floor in floors.items() if found[name] < floor}


SEEDS = {
    "claims": 0.98,
    "value": 0.97,
    "pairs": 0.9,
    "precision": 0.98,
    "verdicts": 0.9,
    "alarm_precision": 1.0,
    "alarm_recall": 0.95,
}
STORIES = {
    "figure,date,name": {
        "claims": 0.98,
        "value": 0.97,
        "pairs": 0.76,
        "precision": 0.89,
        "verdicts": 0.73,
        "alarm_precision": 0.85,
        "alarm_recall": 0.54,
    },
    "status,quote": {
        "claims": 0.7,
        "pairs": 0.53,
        "precision": 0.9,
        "verdicts": 0.47,
        "alarm_precision": 0.8,
        "alarm_recall": 0.3,
    },
}


def test_the_seeds_keep_their_scores(tmp_path: Path) -> None:
    found = figures(score(SHARED / "seeds", SHARED / "gold" / "niger.json", ALL_KINDS, tmp_path))

    assert fallen(found, SEEDS) == {}


@pytest.mark.parametrize("kinds", sorted(STORIES))
def test_the_stories_keep_their_scores(kinds: str, tmp_path: Path) -> None:
    golds = sorted((SHARED / "data" / "stories").glob("*.gold.json"))
    rows = [figures(score(g.with_name(g.name.removesuffix(".gold.json")), g, kinds, tmp_path)) for g in golds]

    assert fallen(mean(rows), STORIES[kinds]) == {}


@pytest.mark.parametrize("story", ["niger-2023", "kessel-ferry"])
def test_the_corpus_keeps_its_scores(story: str, tmp_path: Path) -> None:
    folder = ROOT / "corpus" / story
    found = figures(score(folder, folder.with_name(f"{story}.gold.json"), ALL_KINDS, tmp_path))

    assert fallen(found, {"claims": 0.97, "pairs": 0.82, "verdicts": 0.82, "alarm_precision": 1.0}) == {}
