"""The formats for machines: valid for those who read them, whatever the articles hold."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from xml.etree import ElementTree

import jsonschema
import pytest
import sample
from drawing import drawn, empty, hostile

from claimcheck.model import Figure, Report, Verdict
from claimcheck.reports.sarif import uri
from claimcheck.view.visible import unsafe

JSON = ("json", "gitlab", "sarif")


@pytest.mark.parametrize("made", [sample.report, empty, hostile], ids=["sample", "empty", "hostile"])
def test_json_follows_its_schema(made: Callable[[], Report]) -> None:
    schema = json.loads(files("claimcheck").joinpath("report-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)

    jsonschema.validate(json.loads(drawn("json", made())), schema)


def test_json_quotes_by_offset_line_and_column() -> None:
    told = json.loads(drawn("json"))
    text = {article.id: article.text for article in sample.report().articles}
    for claim in told["claims"]:
        whole = text[claim["article"]]
        start = claim["span"]["start"]
        assert whole[start : claim["span"]["end"]] == claim["text"]
        assert whole.split("\n")[claim["line"] - 1][claim["column"] - 1 :].startswith(claim["text"].split("\n")[0])
        assert whole[:start].endswith(claim["prefix"])


def test_json_has_no_infinity_and_keeps_integers_whole() -> None:
    made = sample.report()
    odd = Figure(float("inf"), float("-inf"), float("nan"), "", "")
    told = json.loads(drawn("json", replace(made, claims=(replace(made.claims[0], value=odd), *made.claims[1:]))))

    assert told["claims"][0]["value"] == {"number": None, "low": None, "high": None, "modifier": "", "unit": ""}
    assert '"number": 31,' in drawn("json")


def test_jsonl_has_the_same_records() -> None:
    records = [json.loads(line) for line in drawn("jsonl", hostile()).splitlines()]

    assert [r["type"] for r in records[:2]] == ["report", "article"]
    assert sum(r["type"] == "claim" for r in records) == len(sample.report().claims)


@pytest.mark.parametrize("name", JSON)
def test_json_formats_are_harmless_when_printed(name: str) -> None:
    said = drawn(name, hostile())

    json.loads(said)
    assert not unsafe(said.replace("\n", ""))
    assert "##vso[" not in said


def test_csv_is_formula_safe_and_keeps_numbers() -> None:
    made = sample.report()
    negative = replace(made.claims[0], value=Figure(-5, -5, -5, "", "°C"), source="\t=1+1")
    rows = list(csv.DictReader(io.StringIO(drawn("csv", replace(made, claims=(negative, *made.claims[1:]))))))

    assert rows[0]["number"] == "-5"
    assert rows[0]["source"].startswith("'")
    assert len(rows) == len(made.claims)
    assert {row["finding"] for row in rows if row["kind"] == "date"} == {""}


@pytest.mark.parametrize("start", ["=1", "+1", "-x", "@x", "\t=1", "\r=1", " =1", "＝1", "\u00a0@x"])
def test_csv_quotes_what_a_spreadsheet_would_run(start: str) -> None:
    made = sample.report()
    rows = list(
        csv.DictReader(
            io.StringIO(drawn("csv", replace(made, claims=tuple(replace(c, source=start) for c in made.claims))))
        )
    )

    assert all(row["source"].startswith("'") for row in rows)


def test_junit_parses_and_fails_what_fails_the_run() -> None:
    root = ElementTree.fromstring(drawn("junit", hostile(), fail_on=Verdict.CHECK).encode())

    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("6", "2", "1")
    assert "#x1B" in str(root.find(".//failure").get("message")) or "<U+001B>" in str(
        root.find(".//failure").get("message")
    )  # type: ignore[union-attr]
    none = ElementTree.fromstring(drawn("junit", fail_on=None).encode())
    assert none.get("failures") == "0"


def test_sarif_has_a_rule_for_each_result_and_every_other_place_beside_it() -> None:
    (run,) = json.loads(drawn("sarif"))["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    first = run["results"][0]

    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    assert first["level"] == "error"
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "ferry/004_agency.txt"
    assert first["locations"][0]["physicalLocation"]["region"]["startColumn"] == 18
    assert len(first["relatedLocations"]) == 3
    assert first["partialFingerprints"] == {"claimcheck/v1": "1" * 16}
    assert [note["level"] for note in run["invocations"][0]["toolExecutionNotifications"]] == ["warning"]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("a b/x|y#z.txt", "a%20b/x%7Cy%23z.txt"),
        ("caf\u00e9.txt", "caf%C3%A9.txt"),
        ("back\\slash%.txt", "back%5Cslash%25.txt"),
        ("/srv/a.txt", "file:///srv/a.txt"),
        ("bad\udcff.txt", "bad%FF.txt"),
        ("half\ud800.txt", "half%EF%BF%BD.txt"),
        ("12:30.txt", "12%3A30.txt"),
    ],
)
def test_a_path_becomes_a_uri(path: str, told: str) -> None:
    assert uri(path) == told


def test_github_annotations_hold_one_line_each_and_escape_their_properties() -> None:
    lines = drawn("github", hostile()).splitlines()

    assert len(lines) == 4
    assert all(re.match(r"::(error|warning|notice) file=[^:,]*,", line) for line in lines)
    assert all("%0A" not in line.replace("%250A", "") for line in lines)


def test_gitlab_fingerprints_are_the_findings_own() -> None:
    issues = json.loads(drawn("gitlab"))

    assert [issue["severity"] for issue in issues] == ["major", "minor", "info"]
    assert len({issue["fingerprint"] for issue in issues}) == 3


def test_markdown_lets_no_article_write_markup() -> None:
    said = drawn("markdown", hostile())

    for live in ("<script", "![", "](", "`x`", "@team", "http://", "</td>"):
        assert live not in said, live
    assert all(line.count("|") == 5 for line in said.splitlines() if line.startswith("|"))


class Tags(HTMLParser):
    """Collects what a browser would act on."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.scripts = 0
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.scripts += tag == "script"
        self.loads += [f"{k}={v}" for k, v in attrs if k in ("src", "srcset", "action") or k.startswith("on")]
        self.loads += [
            f"{k}={v}" for k, v in attrs if k == "href" and not (v or "").startswith(("#", "https://paper.example"))
        ]


def test_html_runs_nothing_and_asks_for_nothing() -> None:
    tags, page = Tags(), drawn("html", hostile())
    tags.feed(page)

    assert not tags.names & {"img", "iframe", "link", "form", "object", "base"}
    assert tags.scripts == 1, "ours alone"
    assert "script-src &#39;sha256-" in page
    assert tags.loads == []
    assert {"table", "mark", "h1"} <= tags.names


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://paper.example/a?b=1&c=2", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https:/x", False),
        ("HTTPS://paper.example/\u202ex", False),
        ("", False),
    ],
)
def test_html_links_to_safe_addresses_only(url: str, linked: bool) -> None:
    made = sample.report()
    page = drawn("html", replace(made, articles=tuple(replace(article, url=url) for article in made.articles)))

    assert (' rel="noreferrer noopener"' in page) is linked
