"""Every format says what the report says; nothing of an article acts on who reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
import sample
from drawing import drawn, empty, hostile
from rich.cells import cell_len

from claimcheck.model import Article, Figure, Report, Span, Verdict
from claimcheck.reports import formats
from claimcheck.view.codes import codes
from claimcheck.view.index import Index, Place, marked
from claimcheck.view.summary import dates, origins, tally
from claimcheck.view.visible import unsafe

PRINTED = ("text", "plain", "concise", "github")
"""Formats made to be read in a terminal or a log."""


@pytest.mark.parametrize("name", formats())
@pytest.mark.parametrize("made", [sample.report, empty, hostile], ids=["sample", "empty", "hostile"])
def test_every_format_draws_every_report_as_valid_utf8(name: str, made: Callable[[], Report]) -> None:
    first = drawn(name, made())

    first.encode("utf-8")
    assert drawn(name, made()) == first


@pytest.mark.parametrize("name", [n for n in formats() if n not in ("concise", "github", "gitlab", "matrix")])
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


# -------------------------------------------------------------------------------- what they share


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
        ("5-0", Figure(None, 0, 5, "range", "result"), "5-0"),
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


@pytest.mark.parametrize("name", ["text", "plain", "matrix", "json", "html", "markdown", "sarif"])
def test_a_stamp_is_shown_where_it_is_given_and_only_there(name: str) -> None:
    given = "build 41 <b>\x1b[31m"
    stamped, bare = (drawn(name, stamp=stamp) for stamp in (given, ""))
    assert "build 41" in stamped
    assert "build 41" not in bare
    assert "\x1b" not in stamped
