"""Every format says what the report says, in a form that its readers accept, whatever the articles hold."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from importlib.resources import files
from xml.etree import ElementTree

import jsonschema
import pytest
import sample
from rich.cells import cell_len

from claimcheck.model import Article, Figure, Problem, Report, Span, Verdict
from claimcheck.reports import formats, renderer
from claimcheck.reports.sarif import uri
from claimcheck.view.codes import codes
from claimcheck.view.index import Index, Place, marked
from claimcheck.view.look import Look
from claimcheck.view.summary import dates, origins, tally
from claimcheck.view.visible import unsafe

PRINTED = ("text", "plain", "concise", "github")
"""Formats made to be read in a terminal or a log."""
JSON = ("json", "gitlab", "sarif")
HOSTILE = (
    "::error::x ##vso[task.complete] \x1b[2J\x1b]52;c;eA==\x07 \u202e31\u2066 <script>alert(1)</script> [sic] </td>"
    " =HYPERLINK(1) | `x` ![i](http://x.example) @team %0A \ud800 \ufffe &amp; ]]> {{7*7}} \r over"
)


def drawn(name: str, report: Report | None = None, **look: object) -> str:
    return renderer(name)(report or sample.report(), Look(**{"exit_code": 1, "paths": "ferry/", **look}))  # type: ignore[arg-type]


def empty() -> Report:
    return replace(sample.report(), claims=(), findings=(), problems=(), matches=())


def hostile() -> Report:
    """The sample with a hostile string in every place that an article, a file or a user fills."""
    made = sample.report()
    articles = tuple(
        replace(
            article,
            text=article.text.replace("\n", f" {HOSTILE}\n") + HOSTILE,
            path=f"{HOSTILE}\n{article.path}",
            outlet=HOSTILE,
            origin=HOSTILE,
            title=HOSTILE,
            url="javascript:alert(1)",
        )
        for article in made.articles
    )
    claims = tuple(replace(claim, source=HOSTILE, span=Span(0, 30), sentence=Span(0, 60)) for claim in made.claims)
    findings = tuple(
        replace(
            finding,
            question=HOSTILE,
            why=HOSTILE,
            positions=tuple(replace(position, label=HOSTILE) for position in finding.positions),
        )
        for finding in made.findings
    )
    problems = (Problem("bytes", HOSTILE, HOSTILE),)
    return replace(made, articles=articles, claims=claims, findings=findings, problems=problems)


# ------------------------------------------------------------------------------------------------- what is said


@pytest.mark.parametrize("name", formats())
@pytest.mark.parametrize("made", [sample.report, empty, hostile], ids=["sample", "empty", "hostile"])
def test_every_format_draws_every_report_as_valid_utf8(name: str, made: Callable[[], Report]) -> None:
    first = drawn(name, made())

    first.encode("utf-8")
    assert drawn(name, made()) == first


@pytest.mark.parametrize("name", [n for n in formats() if n not in ("concise", "github", "gitlab")])
def test_every_format_names_the_conflict_and_who_says_what(name: str) -> None:
    said = drawn(name)

    assert "figure-differs" in said.replace("&#45;", "-")
    for part in ("How many people drowned", "24", "31"):
        assert part in said, part


def test_the_bold_line_answers_first() -> None:
    assert "NO CONFLICTS    " not in drawn("text")
    assert drawn("text").splitlines()[2].split("    ")[0].strip() == "1 CONFLICT"
    calm = replace(sample.report(), findings=sample.FINDINGS[1:])
    assert drawn("text", calm).splitlines()[2].strip().startswith("NO CONFLICTS    1 to check")


def test_one_article_is_said_to_be_checked_against_itself() -> None:
    alone = replace(empty(), articles=sample.report().articles[:1])

    assert "ONE ARTICLE" in drawn("plain", alone)


def test_the_worst_comes_first() -> None:
    for name in ("text", "plain"):
        lines = drawn(name).lower().splitlines()
        starts = [n for v in Verdict for n, text in enumerate(lines) if re.match(rf"(?:[x?~=] )?{v}\b", text)]
        assert starts == sorted(starts) and len(starts) >= 4, name


def test_text_marks_the_figure_in_brackets_and_in_colour_without() -> None:
    assert "said that [24] people" in drawn("text")
    colored = drawn("text", color=True)
    assert "said that \x1b[1;4m24\x1b[0m people" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored).replace("24", "[24]").count("[24] people") == 1


def test_plain_leaves_the_words_as_they_are() -> None:
    assert "the coast guard [sic] said on Tuesday." in drawn("plain")
    assert "[24]" not in drawn("plain")


def test_symbols_carry_the_meaning() -> None:
    starts = {line[:1] for line in drawn("text").splitlines()}

    assert {"x", "?", "~", "="} <= starts


def test_single_findings_are_counted_and_shown_when_asked_for() -> None:
    assert "1 from one source only" in drawn("text")
    assert "How many children" not in drawn("text")
    assert "How many children" in drawn("text", show=Verdict.SINGLE)


def test_showing_only_conflicts_leaves_the_counts_whole() -> None:
    said = drawn("text", show=Verdict.CONFLICT)

    assert "1 to check" in said and "? CHECK" not in said


def test_the_closing_line_says_what_was_read_and_what_would_fail() -> None:
    assert "1 conflict, 1 to check · 5 of 6 files read · exit 1" in drawn("text")
    calm = replace(sample.report(), findings=sample.FINDINGS[1:])
    assert "exit 0  (--fail-on check would exit 1)" in drawn("plain", calm, exit_code=0)


# ---------------------------------------------------------------------------------------------- the terminal


@pytest.mark.parametrize("width", [40, 60, 80, 100, 160])
@pytest.mark.parametrize("made", [sample.report, hostile], ids=["sample", "hostile"])
def test_text_keeps_to_the_width(width: int, made: Callable[[], Report]) -> None:
    wide = [line for line in drawn("text", made(), width=width).splitlines() if cell_len(line) > width + 8]
    # A line that would be a command to a CI runner grows by the 7 cells of <U+003A>.
    assert wide == []


@pytest.mark.parametrize("name", PRINTED)
def test_nothing_acts_on_a_terminal_or_a_runner(name: str) -> None:
    said = drawn(name, hostile())

    assert not unsafe(said.replace("\n", ""))
    if name != "github":
        assert not re.search(r"^\s*::", said, re.MULTILINE)
    assert "##vso[" not in said
    assert "[sic]" in said or name in ("concise", "github") or "<script>" in said


def test_colour_is_all_that_a_coloured_text_adds() -> None:
    bare = re.sub(r"\x1b\[[0-9;]+m", "", drawn("text", hostile(), color=True))

    assert not unsafe(bare.replace("\n", ""))


def test_plain_has_one_line_a_claim_that_names_its_file() -> None:
    lines = [line for line in drawn("plain").splitlines() if " | " in line]

    assert len(lines) == 10
    assert all(re.search(r"ferry/\w+\.txt:[0-9]+:[0-9]+ \|", line) for line in lines)


def test_concise_points_at_the_odd_one_out() -> None:
    assert drawn("concise").startswith("ferry/004_agency.txt:1:18: conflict figure-differs ")


# ----------------------------------------------------------------------------------------------- for machines


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
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.loads += [f"{k}={v}" for k, v in attrs if k in ("src", "srcset", "action") or k.startswith("on")]
        self.loads += [
            f"{k}={v}" for k, v in attrs if k == "href" and not (v or "").startswith(("#", "https://paper.example"))
        ]


def test_html_runs_nothing_and_asks_for_nothing() -> None:
    tags = Tags()
    tags.feed(drawn("html", hostile()))

    assert not tags.names & {"script", "img", "iframe", "link", "form", "object", "base"}
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


# ---------------------------------------------------------------------------------------------- what they share


def test_lines_and_columns_count_every_line_break() -> None:
    text = "one\r\ntwo\rthree\n\nfive"
    article = Article("a1", "x.txt", text, Span(0, len(text)))
    index = Index(Report((article,), (), ()))

    assert index.place(article, Span(text.index("five"), len(text))) == Place(5, 1, 5, 5)
    assert index.place(article, Span(text.index("hree"), text.index("hree") + 4)) == Place(3, 2, 3, 6)


@pytest.mark.parametrize(
    ("words", "value", "mark"),
    [
        ("around 1,500 soldiers", Figure(1500, 1350, 1650, "about", "person"), "1,500"),
        ("15 to 20 boats", Figure(None, 15, 20, "range", "boat"), "15"),
        ("two dozen boats", Figure(24, 24, 24, "", "boat"), "two dozen boats"),
        ("the 3 villages' 40 boats", Figure(40, 40, 40, "", "boat"), "40"),
        ("$2.4 billion", Figure(2.4e9, 2.4e9, 2.4e9, "", "USD"), "$2.4 billion"),
    ],
)
def test_the_figure_is_marked_where_it_stands_in_digits(words: str, value: Figure, mark: str) -> None:
    article = sample.article("a1", text=words)
    claim = replace(sample.report().claims[0], span=Span(0, len(words)), value=value)

    assert marked(claim, article).of(words) == mark


def test_articles_go_by_the_shortest_name_that_tells_them_apart() -> None:
    made = sample.report()
    named = replace(made, articles=tuple(replace(a, outlet=f"Paper {n}") for n, a in enumerate(made.articles)))
    alike = replace(made, articles=tuple(replace(a, path="x/ferry.txt") for a in made.articles))

    assert list(Index(made).labels.values()) == ["001", "002", "003", "004", "005"]
    assert Index(named).labels["a2"] == "Paper 1"
    assert Index(alike).labels["a2"] == "a2"


def test_counts_dates_and_origins() -> None:
    made = sample.report()
    years = (made.articles[0], replace(made.articles[1], published=date(2025, 1, 2)))

    assert dates(made.articles) == "4 Mar – 6 Mar 2024 (1 undated)"
    assert dates(years) == "4 Mar 2024 – 2 Jan 2025"
    assert origins(made.articles) == (("AFP", "Coast Daily", "Harbour News"), 1)
    assert (tally(made).read, tally(made).files, tally(made).complete) == (5, 6, False)


def test_every_code_has_a_verdict_words_and_an_example() -> None:
    for code, told in codes().items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
        assert told["verdict"] in set(Verdict)
        assert told["says"] and told["example"]
