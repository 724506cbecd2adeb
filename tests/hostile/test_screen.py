"""What an article or a file name may do to a terminal: nothing. The ids are those of the table of bad inputs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from program import CONFLICT, articles, run, screen

pytest.importorskip("pyte", reason="pyte reads the screen")
OTHER = "On Wednesday, officials of Lake Kessel spoke: {} The ferry fire killed 31 people.\n"
COLOUR = re.compile(rb"\x1b\[[0-9;]*m")


def attacked(tmp_path: Path, text: str, *arguments: str) -> tuple[bytes, str]:
    """Run beside the conflict; the conflict must stand on the screen, and nothing but colours act on it."""
    articles(tmp_path, {**CONFLICT, "c_2024-05-08.txt": text})
    code, sent, lines = screen(tmp_path, "--show", "all", "-v", *arguments, columns=160)
    shown = "\n".join(lines)
    assert code in (1, 3)
    assert "CONFLICT" in shown
    assert "14" in shown
    assert "23" in shown
    bare = COLOUR.sub(b"", sent)
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", bare), bare
    assert b"\r" not in bare.replace(b"\r\n", b"")
    return sent, shown


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("Toll of the Lake Kessel ferry fire: [red]14[/red] people killed.\n", "[red]14[/red]", id="T1"),
        pytest.param(
            "“The Lake Kessel ferry fire [sic] killed 14 people [on Wednesday],” the mayor said.\n",
            "[sic] killed 14 people [on Wednesday]",
            id="T3",
        ),
        pytest.param(
            "The ferry fire killed 14 [link=http://evil/]people[/link] on Lake Kessel.\n",
            "[link=http://evil/]people[/link]",
            id="T4",
        ),
        pytest.param("The ferry fire on Lake Kessel :skull: killed 14 people.\n", ":skull:", id="T5"),
    ],
)
def test_markup_is_text(tmp_path: Path, text: str, kept: str) -> None:
    sent, _ = attacked(tmp_path, text)
    assert kept in COLOUR.sub(b"", sent).decode()
    assert b"\x1b]8" not in sent


@pytest.mark.parametrize(
    ("attack", "code"),
    [
        pytest.param("\x1b[2J\x1b[H ALL SOURCES AGREE", "<U+001B>", id="T6"),
        pytest.param("\x1b]52;c;ZXZpbA==\x07 \x1b]0;x", "<U+0007>", id="T7"),
        pytest.param("1,500 dead\r   50 dead\x08\x08", "<U+0008>", id="T9"),
        pytest.param("\x9b2J\u202e\u2066\u200b", "<U+009B>", id="T6-c1"),
        pytest.param("\x1bP1$q\x1b\\\x1b_x\x1b\\\x1bc", "<U+001B>", id="T6-dcs"),
    ],
)
def test_controls_are_shown(tmp_path: Path, attack: str, code: str) -> None:
    _, shown = attacked(tmp_path, f"The ferry fire on Lake Kessel killed 14 people {attack} on Wednesday.\n")
    assert code in shown
    assert "\nALL SOURCES AGREE" not in shown


@pytest.mark.parametrize("form", ["plain", "concise", "markdown", "github", "csv", "jsonl"])
def test_controls_are_shown_in_every_printed_format(tmp_path: Path, form: str) -> None:
    text = "The ferry fire on Lake Kessel \x1b[2J\x9b1m\u202e killed 14 people.\n"
    attacked(tmp_path, text, "-f", form) if form == "plain" else None
    articles(tmp_path, {**CONFLICT, "c_2024-05-08.txt": text})
    out = run(tmp_path, "-f", form, "--show", "all").out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", out.replace("\r\n", "\n"))


def test_t10_a_file_name_with_a_newline_and_an_escape(tmp_path: Path) -> None:
    """One record a finding, the name escaped."""
    articles(tmp_path, {**CONFLICT, "c\n\x1b[2J_2024-05-08.txt": OTHER.format("")})
    concise = run(tmp_path, "-f", "concise").out
    assert all(re.match(r"\S.*:[0-9]+:[0-9]+: ", line) for line in concise.splitlines())
    _, sent, lines = screen(tmp_path)
    assert b"\x1b[2J" not in sent
    assert any("CONFLICT" in line for line in lines)


def test_t11_an_error_that_quotes_an_article(tmp_path: Path) -> None:
    """Escaped, one line, exit 2."""
    done = run(tmp_path, "compare", "no\x1b[2J\nsuch.txt")
    assert done.code == 2
    assert done.err.count("\n") == 1
    assert "\x1b" not in done.err


def test_t12_a_megabyte_without_a_space(tmp_path: Path) -> None:
    """The quotation is clipped around the figure, the line fits."""
    long = "x" * 500_000 + " the ferry fire on Lake Kessel killed 14 people " + "y" * 500_000 + "\n"
    articles(tmp_path, {**CONFLICT, "c_2024-05-08.txt": long})
    _, sent, lines = screen(tmp_path, "--show", "all", columns=80)
    assert any("CONFLICT" in line for line in lines)
    assert all(len(line) <= 80 for line in COLOUR.sub(b"", sent).decode().splitlines())


def test_t13_wide_characters_at_the_edge(tmp_path: Path) -> None:
    """Width is counted in cells."""
    from rich.cells import cell_len

    wide = "渡し船火災" * 40
    text = f"{wide} the ferry fire on Lake Kessel killed 14 people {wide} 😀😀😀\n"
    articles(tmp_path, {**CONFLICT, "c_2024-05-08.txt": text})
    for columns in (60, 81, 100):
        _, sent, _ = screen(tmp_path, "--show", "all", columns=columns)
        assert all(cell_len(line) <= columns for line in COLOUR.sub(b"", sent).decode().splitlines())


@pytest.mark.parametrize("env", [{"NO_COLOR": "1", "FORCE_COLOR": "1"}, {"TERM": "dumb"}, {"COLUMNS": "20"}])
def test_k7_a_pipe_gets_no_escapes_and_whole_paths(tmp_path: Path, env: dict[str, str]) -> None:
    name = "a_rather_long_name_of_an_article_about_the_ferry_2024-05-08.txt"
    articles(tmp_path, {name: CONFLICT["a_2024-05-08.txt"], "b_2024-05-08.txt": CONFLICT["b_2024-05-08.txt"]})
    done = run(tmp_path, **env)
    assert "\x1b" not in done.out
    assert name in done.out
