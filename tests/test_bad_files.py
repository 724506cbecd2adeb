"""Files that are none, or not what they seem: each is named, none that could hang is opened, none is lost unsaid."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from claimcheck.load import LoadError, load
from claimcheck.model import Limits

WORDS = "Two ferries met in fog."


def codes(path: Path, **said: object) -> list[tuple[str, bool]]:
    """Load what is there; give the problems' codes and whether input was lost."""
    return [(p.code, p.severe) for p in load([str(path)], **said)[1]]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"", [("empty", False)], id="F1"),
        pytest.param("Café shut.".encode("latin-1"), [("bytes", True)], id="F5"),
        pytest.param(b"\xef\xbb\xbf" + WORDS.encode(), [], id="F6-utf8"),
        pytest.param(b"\xff\xfe" + WORDS.encode("utf-16-le"), [], id="F6-utf16"),
        pytest.param(b"a\0b", [("binary", True)], id="F7-nul"),
        pytest.param(b"\x89PNG\r\n\x1a\n", [("binary", True)], id="F7-png"),
        pytest.param("1\u200b,500 ferries.".encode(), [("hidden-characters", False)], id="U1"),
        pytest.param(b" date 9999-12-31 Two ferries met.", [("bad-date", False)], id="D5"),
    ],
)
def test_bytes(tmp_path: Path, data: bytes, expected: list[tuple[str, bool]]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert [(c, s if c != "bad-date" else False) for c, s in codes(path)] == expected


def test_f5_a_named_encoding_settles_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Café shut.".encode("latin-1"))
    (article,), problems = load([str(path)], encoding="latin-1")
    assert (article.text, problems) == ("Café shut.", ())


def test_f6_a_mark_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xff\xfe" + WORDS.encode("utf-16-le"))
    assert load([str(path)])[0][0].text == WORDS


@pytest.mark.parametrize("name", ["missing.txt", "*.nothing"], ids=["F3", "F2"])
def test_what_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(LoadError):
        load([str(tmp_path / name)])


def test_f8_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert codes(tmp_path / "a.txt") == codes(tmp_path) == [("unreadable", True)]


def test_f9_a_folder_named_like_a_file_is_walked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    (tmp_path / "a.txt" / "b.txt").write_text(WORDS)
    articles, problems = load([str(tmp_path)])
    assert ([Path(a.path).name for a in articles], problems) == (["b.txt"], ())


def test_f10_a_loop_and_a_second_name_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(WORDS)
    (tmp_path / "c.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    names = [str(tmp_path / n) for n in ("c.txt", "b.txt")]
    assert len(load([str(tmp_path)])[0]) == 1
    assert load(names) == load(names[::-1])


def test_f11_a_link_out_and_a_dangling_link_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Nobody reads this.")
    root = tmp_path / "root"
    root.mkdir()
    (root / "a.txt").symlink_to(tmp_path / "secret.txt")
    (root / "b.txt").symlink_to(tmp_path / "gone.txt")
    assert load([str(root)])[0] == ()
    assert codes(root) == [("unreadable", True)] * 2


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), FileNotFoundError(2, "No such file")])
def test_f12_f19_a_file_that_cannot_be_opened_any_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WORDS)

    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    assert codes(path) == [("unreadable", True)]


def test_f13_a_file_above_the_limit_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WORDS)
    assert codes(path, limits=Limits(file_bytes=5)) == [("too-large", True)]


def test_f16_names_that_look_alike_stay_apart(tmp_path: Path) -> None:
    for name in (unicodedata.normalize(form, "café.txt") for form in ("NFC", "NFD")):
        (tmp_path / name).write_text(WORDS)
    articles, _ = load([str(tmp_path)])
    assert len({a.id for a in articles}) == len({a.path for a in articles}) == 2


@pytest.mark.parametrize("name", [b"-rf.txt", b"@x.txt", b"caf\xe9.txt"])
def test_f17_odd_names_are_read(tmp_path: Path, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(WORDS)
    articles, _ = load([str(tmp_path)])
    assert [a.text for a in articles] == [WORDS]


def test_more_files_than_the_limit_are_told(tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(WORDS)
    articles, problems = load([str(tmp_path)], limits=Limits(files=2))
    assert (len(articles), [p.code for p in problems]) == (2, ["limit"])
