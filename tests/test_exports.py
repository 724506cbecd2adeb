"""The matrix, wide CSV, JSON-LD and notebooks: the same findings in the shapes that others work with."""

from __future__ import annotations

import csv
import io
import json

import pytest
import sample
from drawing import drawn, empty, hostile
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reports.json import dumps
from claimcheck.view.cells import width_of
from claimcheck.view.visible import escaped_json, unsafe

PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()


@pytest.mark.parametrize("width", [40, 60, 100, 160])
def test_the_matrix_fits_its_width_and_stars_who_stands_alone(width: int) -> None:
    said = drawn("matrix", width=width)

    assert all(width_of(line.rstrip()) <= width for line in said.splitlines()[2:-1])
    assert "24*" in said
    assert "31*" not in said
    assert "at least 22*" not in said
    assert "* stands alone" in said


def test_each_cell_of_the_matrix_is_what_the_article_says() -> None:
    lines = drawn("matrix", width=160).splitlines()
    names = next(line for line in lines if "001" in line)
    (drowned,) = (line for line in lines if "drowned" in line)

    for article, says in (("001", "at least 22 "), ("002", "31"), ("003", "31"), ("004", "24*")):
        assert drowned[names.index(article) :].startswith(says)


def test_the_matrix_of_nothing_and_of_hostile_text_is_harmless() -> None:
    assert "*" not in drawn("matrix", empty())
    assert not unsafe(drawn("matrix", hostile()).replace("\n", ""))


def test_wide_csv_has_a_row_a_finding_and_a_column_an_article() -> None:
    rows = list(csv.DictReader(io.StringIO(drawn("wide"))))

    assert [row["finding"] for row in rows] == ["f1", "f2", "f3", "f4", "f5"]
    assert [value for name, value in rows[0].items() if name.startswith("a")] == [
        "004",
        "at least 22",
        "31",
        "31",
        "24",
        "",
    ]


def test_wide_csv_is_formula_safe() -> None:
    for row in csv.reader(io.StringIO(drawn("wide", hostile()))):
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row)


@pytest.mark.parametrize("made", [sample.report, hostile], ids=["sample", "hostile"])
def test_jsonld_selectors_find_the_words_again(made: object) -> None:
    report = made()  # type: ignore[operator]
    graph = json.loads(drawn("jsonld", report))["@graph"]
    texts = {f"urn:claimcheck:article:{article.id}": article.text for article in report.articles}
    claims = [each for each in graph if each["@type"] == "Claim"]

    assert len(claims) == len(report.claims)
    for claim in claims:
        quote, position = claim["oa:hasTarget"]["oa:hasSelector"]
        text = texts[claim["appearance"]["@id"]].replace("\ud800", "\ufffd")
        assert text[position["oa:start"] : position["oa:end"]] == quote["oa:exact"]
        assert quote["oa:prefix"] + quote["oa:exact"] + quote["oa:suffix"] in text
    assert "ClaimReview" not in json.dumps(graph)


def test_a_report_shows_itself_in_a_notebook() -> None:
    shown = sample.report()._repr_html_()

    assert shown.startswith("<div><p><b>1 CONFLICT")
    assert "<td>at least 22</td><td>001</td>" in shown
    assert "<script" not in hostile()._repr_html_()


def test_a_report_is_a_frame_of_its_claims() -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = sample.report().to_pandas()

    assert isinstance(frame, pandas.DataFrame)
    assert len(frame) == len(sample.report().claims)
    assert frame[frame["finding"] == "f1"]["number"].tolist() == [22, 24, 31, 31]


def test_a_report_is_a_polars_frame_too() -> None:
    pytest.importorskip("polars", reason="polars is not installed")
    frame = sample.report().to_polars()

    assert frame.height == len(sample.report().claims)
    assert frame["verdict"][0] == "conflict"


@given(st.recursive(PLAIN, lambda part: st.lists(part) | st.tuples(part, part) | st.dictionaries(st.text(), part)))
def test_indented_json_is_what_the_standard_library_writes(record: object) -> None:
    assert dumps(record, indent=1) == escaped_json(json.dumps(record, ensure_ascii=False, indent=1))


def test_unsafe_characters_but_the_ends_of_lines_are_written_as_codes() -> None:
    every = "".join(map(chr, (*range(0x20), 0x7F, 0x85, 0xAD, 0x202E, 0xE0001)))

    assert not unsafe(escaped_json(every).replace("\n", ""))
    assert json.loads(dumps({"a": every}, indent=1)) == {"a": every}


@pytest.mark.parametrize("number", [float("inf"), float("nan")])
def test_indented_json_names_no_infinity(number: float) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        dumps([number], indent=1)
