"""What an article may do to a spreadsheet, a web page, a step summary or a CI job: nothing."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from program import CONFLICT, articles, run

FIRE = "The ferry fire on Lake Kessel {} killed 14 people on Wednesday.\n"


def beside(tmp_path: Path, text: str, name: str = "c_2024-05-08.txt") -> Path:
    return articles(tmp_path, {**CONFLICT, name: text})


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "JaVaScRiPt:x"])
def test_h3_a_source_that_is_no_address(tmp_path: Path, url: str) -> None:
    beside(tmp_path, FIRE.format(""))
    (tmp_path / "s.csv").write_text(f'path,url\n*.txt,"{url}"\n')
    page = run(tmp_path, "-f", "html", "--sources", "s.csv").out
    assert 'href="javascript' not in page.lower()
    assert 'href="data:' not in page.lower()
    assert "<script>alert" not in page


@pytest.mark.parametrize("start", ["=HYPERLINK(1)", "+1", "@SUM(1)", "\t=1", "\r=1", " =1", "＝1", "-cmd|x"])
def test_h7_a_cell_that_is_no_formula(tmp_path: Path, start: str) -> None:
    beside(tmp_path, f"{start} people were killed as 14 people died in the ferry fire on Lake Kessel.\n")
    rows = list(csv.reader(io.StringIO(run(tmp_path, "-f", "csv").out)))
    for cell in (cell for row in rows for cell in row):
        assert cell.lstrip("\t\r\n ")[:1] not in ("=", "+", "@", "＝") or cell[:1] == "'"


def test_h8_a_negative_number_stays_one(tmp_path: Path) -> None:
    cold = "Temperatures on Lake Kessel fell to -5 degrees Celsius on Wednesday.\n"
    articles(tmp_path, {"a_2024-05-08.txt": cold, "b_2024-05-08.txt": cold})
    rows = list(csv.DictReader(io.StringIO(run(tmp_path, "-f", "csv").out)))
    assert {row["number"] for row in rows if row["kind"] == "figure"} == {"-5"}
    assert "'-5" not in {cell for row in rows for cell in row.values()}


def test_h9_markdown_is_inert(tmp_path: Path) -> None:
    beside(tmp_path, FIRE.format("| `x` ![a](http://x/y.png) @team <img src=x> "))
    out = run(tmp_path, "-f", "markdown", "--show", "all").out
    assert "![a](http" not in out
    assert "<img" not in out
    assert " @team" not in out


def test_c1_controls_in_xml(tmp_path: Path) -> None:
    beside(tmp_path, FIRE.format("\x1b \x00 \ufffe"), "c_2024-05-08.md")
    beside(tmp_path, FIRE.format("\x1b \ufffe"))
    out = run(tmp_path, "-f", "junit").out
    ElementTree.fromstring(out)
    assert "\x1b" not in out


def test_c2_half_a_character_in_json(tmp_path: Path) -> None:
    line = '{"text": "The ferry fire on Lake Kessel killed 14 people \\ud800 on Wednesday.", "date": "2024-05-08"}\n'
    beside(tmp_path, line, "c.jsonl")
    for form in ("json", "sarif", "jsonl", "gitlab"):
        done = run(tmp_path, "-f", form)
        assert done.code in (1, 3)
        for part in done.out.splitlines() if form == "jsonl" else [done.out]:
            json.loads(part)


@pytest.mark.parametrize("command", ["::error::x", "::stop-commands::t", "##vso[task.setvariable]x", "##[error]x"])
def test_c3_commands_of_a_runner(tmp_path: Path, command: str) -> None:
    beside(tmp_path, f"{command}\n\n{FIRE.format(command)}")
    for form in ("github", "plain", "concise", "markdown"):
        out = run(tmp_path, "-f", form, "--show", "all").out
        for line in out.splitlines():
            assert not line.lstrip().startswith(("::error::x", "::stop-commands", "##vso", "##[")), line
            assert "##vso[" not in line


def test_c4_a_path_with_odd_characters(tmp_path: Path) -> None:
    name = "a b|c\\d#é_2024-05-08.txt"
    articles(tmp_path, {name: CONFLICT["a_2024-05-08.txt"], "b_2024-05-08.txt": CONFLICT["b_2024-05-08.txt"]})
    log = json.loads(run(tmp_path, "-f", "sarif").out)
    told = [loc for r in log["runs"][0]["results"] for loc in (*r["locations"], *r["relatedLocations"])]
    places = {loc["physicalLocation"]["artifactLocation"]["uri"] for loc in told}
    assert "a%20b%7Cc%5Cd%23%C3%A9_2024-05-08.txt" in places


def fingerprints(folder: Path) -> set[str]:
    return {
        f["fingerprint"] for f in json.loads(run(folder, "-f", "json").out)["findings"] if f["verdict"] == "conflict"
    }


def test_c7_c8_lines_above_change_nothing_a_value_does(tmp_path: Path) -> None:
    before = fingerprints(articles(tmp_path, CONFLICT))
    moved = {**CONFLICT, "a_2024-05-08.txt": "\n" * 10 + CONFLICT["a_2024-05-08.txt"]}
    assert fingerprints(articles(tmp_path, moved)) == before
    changed = {**CONFLICT, "a_2024-05-08.txt": CONFLICT["a_2024-05-08.txt"].replace("14", "140")}
    assert not fingerprints(articles(tmp_path, changed)) & before


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "gitlab", "csv", "html", "markdown", "github"])
def test_c9_no_finding_is_a_valid_report(tmp_path: Path, form: str) -> None:
    articles(tmp_path, {"a.txt": "Nothing happened.\n", "b.txt": "Nobody came.\n"})
    done = run(tmp_path, "-f", form)
    assert done.code == 0
    if form in ("json", "sarif", "gitlab"):
        json.loads(done.out)
    if form == "junit":
        ElementTree.fromstring(done.out)
