"""Odd characters in numbers and names: read for what they are, or left alone; never a crash, never a wrong number."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from program import CONFLICT, articles, run

EVENT = "A ferry fire on Lake Kessel killed {} people on Wednesday, the coastguard said.\n"


def report(folder: Path, *arguments: str) -> dict[str, Any]:
    done = run(folder, "-f", "json", "--allow-incomplete", "--fail-on", "never", *arguments)
    assert done.code == 0, done.err
    found: dict[str, Any] = json.loads(done.out)
    return found


def numbers(folder: Path, text: str) -> list[float]:
    """Give the numbers of the figures read in one text."""
    found = report(articles(folder, {"one.txt": text}))
    return [c["value"]["number"] for c in found["claims"] if c["kind"] == "figure"]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        pytest.param("1\u200b,500", 1500, id="U1-zero-width"),
        pytest.param("1,\u00ad500", 1500, id="U1-soft-hyphen"),
        pytest.param("1,5\U000e003100", 1500, id="U1-tag"),
        pytest.param("١٥٠٠", 1500, id="U3-arabic"),
        pytest.param("１，５００", 1500, id="U3-full-width"),
        pytest.param("1\u202f500", 1500, id="U9-narrow"),
        pytest.param("1\u00a0500", 1500, id="U9-no-break"),
    ],
)
def test_a_number_in_odd_characters(tmp_path: Path, written: str, number: float) -> None:
    assert numbers(tmp_path, EVENT.format(written)) == [number]


@pytest.mark.parametrize("written", ["1\u200b,500", "1,\u00ad500", "1,5\U000e003100"])
def test_u1_hidden_characters_are_told(tmp_path: Path, written: str) -> None:
    found = report(articles(tmp_path, {"one.txt": EVENT.format(written)}))
    assert [p["code"] for p in found["problems"]] == ["hidden-characters"]


@pytest.mark.parametrize("written", ["²", "½", "Ⅻ", "㊿", "𝟙𝟚", "௧௨", "1²", "½½"])
def test_u4_digits_that_are_none(tmp_path: Path, written: str) -> None:
    numbers(tmp_path, EVENT.format(written))


def test_u5_an_underscore_is_no_separator(tmp_path: Path) -> None:
    assert 1500 not in numbers(tmp_path, EVENT.format("1_500"))


@pytest.mark.parametrize("digits", [5000, 400])
def test_u6_u7_a_number_of_many_digits(tmp_path: Path, digits: int) -> None:
    """It is passed over and named; no error, no Infinity in JSON."""
    articles(tmp_path, {**CONFLICT, "c.txt": EVENT.format("7" * digits)})
    done = run(tmp_path, "-f", "json", "--fail-on", "never")
    found = json.loads(done.out, parse_constant=lambda name: pytest.fail(name))
    assert done.code == 3
    assert {p["code"] for p in found["problems"]} == {"limit"}
    assert [f["verdict"] for f in found["findings"]].count("conflict") == 1


def test_u10_a_denial_never_agrees(tmp_path: Path) -> None:
    yes = "The ferry fire on Lake Kessel killed 12 people on Wednesday, the coastguard said.\n"
    no = "The ferry fire on Lake Kessel did not kill 12 people on Wednesday, the coastguard said.\n"
    found = report(articles(tmp_path, {"a_2024-05-08.txt": yes, "b_2024-05-08.txt": no}))
    assert "agree" not in {f["verdict"] for f in found["findings"] if f["kind"] == "figure"}


def test_u12_a_letter_of_another_script_is_told(tmp_path: Path) -> None:
    """«Fr\u0435nch» with a Cyrillic letter is named, and is not silently a new entity."""
    text = "About 1,500 {} soldiers are stationed in Niger, the ministry said.\n"
    found = report(
        articles(
            tmp_path,
            {"a_2024-05-08.txt": text.format("Fr\u0435nch"), "b_2024-05-08.txt": text.format("French")},
        )
    )
    assert {p["code"] for p in found["problems"]} == {"hidden-characters"}
    assert not any(f["verdict"] in ("conflict", "updated") for f in found["findings"])


def test_u13_a_stack_of_marks(tmp_path: Path) -> None:
    text = EVENT.format("1" + "\u0301" * 50)
    articles(tmp_path, {**CONFLICT, "c_2024-05-08.txt": text})
    assert "\u0301" * 5 not in run(tmp_path, "--show", "all").out


def test_u14_two_normal_forms_are_one_entity(tmp_path: Path) -> None:
    text = unicodedata.normalize("NFC", "The ferry fire in Lomé killed 14 people on Wednesday, the coastguard said.\n")
    other = unicodedata.normalize("NFD", text)
    found = report(articles(tmp_path, {"a_2024-05-08.txt": text, "b_2024-05-08.txt": other}))
    assert [f["verdict"] for f in found["findings"] if f["kind"] == "figure"] == ["agree"]
