"""The whole program, from files to what is printed."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest
from conftest import Run

from claimcheck.reports import formats

TOLL = "2024-03-05 The toll.\n\nAt least 22 people drowned when a ferry sank off Orsa on Monday, police said.\n"
WORSE = "2024-03-05 The toll.\n\nPolice said 60 people drowned when the ferry sank off Orsa on Monday.\n"


def test_from_files_to_findings(run: Run, tmp_path: Path) -> None:
    for name, text in (("one.txt", TOLL), ("two.txt", WORSE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    code, out, err = run("compare", ".", "-f", "json")

    assert code in (0, 1), err
    told = json.loads(out)
    assert [article["path"] for article in told["articles"]] == ["one.txt", "two.txt"]
    assert any(claim["text"].startswith("At least 22") for claim in told["claims"])


def test_claims_lists_what_was_extracted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TOLL, encoding="utf-8")
    code, out, _ = run("claims", "one.txt")

    assert code == 0
    assert out.startswith("one.txt") and "at least 22" in out


def test_a_hostile_article_acts_on_nothing(run: Run, tmp_path: Path) -> None:
    """Escape sequences, a second line in a file's name, markup and workflow commands, through the whole program."""
    evil = "::error::x ##vso[a] \x1b[2J \u202e31 <b>[sic] =1+1"
    name = "a\x1b[2J\n::error::name\u202e.txt"
    (tmp_path / name).write_text(TOLL.replace("police", f"police {evil}") + evil, encoding="utf-8")
    (tmp_path / "b.txt").write_text(WORSE + f"\n{evil} The owner said that 12 crew were aboard.", encoding="utf-8")
    for form in formats():
        code, out, err = run("compare", ".", "-f", form, "--color", "never", "-v", "--show", "all")
        assert code in (0, 1), err
        assert "\x1b" not in out + err and "\u202e" not in out + err, form
        assert form == "github" or not re.search(r"^ *::", out, re.MULTILINE), form
    code, out, _ = run("claims", ".", "-v")
    assert code == 0 and "\x1b" not in out and not re.search(r"^ *::", out, re.MULTILINE)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are text there")
def test_a_file_name_that_is_no_text_is_shown_escaped(run: Run, tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/bad\xff.txt", "wb") as out_file:  # noqa: PTH123
        out_file.write(TOLL.encode())
    for form in formats():
        code, out, err = run("compare", ".", "-f", form)
        assert code == 0, err
        out.encode("utf-8")
    assert "bad<U+DCFF>.txt" in run("claims", ".")[1]


def test_what_a_run_writes_and_heeds_is_no_article_of_the_next(run: Run, tmp_path: Path) -> None:
    """In the folder of the articles, and with everything written there once more."""
    for name, text in (("one.txt", TOLL), ("two.txt", WORSE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "outlets.csv").write_text("path,outlet\none.txt,One\n")
    files = (
        "-f",
        "json=r.json",
        "-f",
        "jsonl=r.jsonl",
        "-f",
        "gitlab=gl.json",
        "-f",
        "markdown=s.md",
        "-f",
        "csv=r.csv",
    )
    call = ("compare", ".", "-f", "plain", "--sources", "outlets.csv", "--baseline", "base.jsonl", *files)
    run("baseline", "write", ".", "--baseline", "base.jsonl")
    first = run(*call)
    assert first[0] == 0 and "2 of 2 files read" in first[1]
    assert run(*call) == first
    again = run("baseline", "check", ".", "--baseline", "base.jsonl")
    assert "all fit" in again[1]


def test_an_article_that_is_named_as_output_is_still_an_article(run: Run, tmp_path: Path) -> None:
    for name, text in (("one.md", TOLL), ("two.md", WORSE)):
        (tmp_path / name).write_text(text, encoding="utf-8")

    code, _, err = run("compare", ".", "-f", "markdown=one.md")
    assert code == 2 and "not overwritten" in err and (tmp_path / "one.md").read_text() == TOLL
