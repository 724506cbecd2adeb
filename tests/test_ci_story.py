"""A repository that gets a wrong figure in its second commit, step by step as its CI job sees it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import Run
from repository import commit, repository, write

CHECK = ("compare", "news", "-f", "github", "--baseline", ".claimcheck-baseline.jsonl")
FILE = "news/harbour-news_2024-03-05.txt"


def annotations(out: str) -> list[str]:
    return [line for line in out.splitlines() if line.startswith(("::error", "::warning"))]


def test_the_story_of_a_wrong_figure(run: Run, tmp_path: Path) -> None:
    repository(tmp_path)
    assert run("compare", "news", "-f", "github") == (0, "", "")

    write(tmp_path, harbour=60)
    commit(tmp_path, "A wrong figure")
    code, out, err = run("compare", "news", "-f", "github", "--changed-since", "HEAD~1")
    (told,) = annotations(out)
    assert (code, err) == (1, "")
    column = (tmp_path / FILE).read_text().splitlines()[2].index("60 people") + 1
    assert re.match(rf"::error file={re.escape(FILE)},line=3,endLine=3,col={column},", told), told
    assert "60 here; 31 in" in told

    code, out, _ = run("baseline", "write", "news", "--reason", "the desk has asked the police")
    assert code == 0 and out.endswith("1 entry, 1 added, 0 pruned\n")
    commit(tmp_path, "Accept it for now")
    assert run(*CHECK) == (0, "", "")

    write(tmp_path, harbour=75)
    commit(tmp_path, "The wrong figure changes")
    code, out, _ = run(*CHECK)
    assert code == 1
    (told,) = annotations(out)
    assert "75 here" in told
    assert "baseline-stale" in out


def test_only_what_the_changed_files_take_part_in(run: Run, tmp_path: Path) -> None:
    write(repository(tmp_path), island=44)
    commit(tmp_path, "An old difference")
    (tmp_path / "news" / "other_2024-03-05.txt").write_text("The bakery in Orsa sells 12 kinds of bread.\n")

    assert run("compare", "news", "--changed-since", "HEAD")[0] == 0
    assert run("compare", "news", "--changed-since", "HEAD~1")[0] == 1
    write(tmp_path, island=45)
    assert run("compare", "news", "--changed-since", "HEAD")[0] == 1


def test_an_annotation_points_into_the_changed_file(run: Run, tmp_path: Path) -> None:
    """Two stand against one, and it is one of the two that was changed."""
    write(repository(tmp_path), island=44)
    commit(tmp_path, "A difference")
    path = tmp_path / "news/coast-daily_2024-03-05.txt"
    path.write_text(path.read_text() + "The ferry is old.\n")

    (told,) = annotations(run("compare", "news", "-f", "github", "--changed-since", "HEAD")[1])
    assert "file=news/coast-daily_2024-03-05.txt,line=3" in told


def test_a_story_from_a_subfolder_and_a_changed_manifest(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(repository(tmp_path), island=44)
    (tmp_path / "outlets.csv").write_text("path,outlet\nisland*,Island Post\n")
    commit(tmp_path, "A difference")
    (tmp_path / "outlets.csv").write_text("path,outlet\nisland*,The Island Post\n")
    assert run("compare", "news", "--changed-since", "HEAD")[0] == 0
    assert run("compare", "news", "--changed-since", "HEAD", "--sources", "outlets.csv")[0] == 1
    write(tmp_path, island=46)
    monkeypatch.chdir(tmp_path / "news")
    assert run("compare", ".", "--changed-since", "HEAD")[0] == 1


@pytest.mark.parametrize("ref", ["nope", "--output=x", "HEAD;id", "", "HEAD~99"])
def test_a_ref_that_is_none_is_2(run: Run, tmp_path: Path, ref: str) -> None:
    repository(tmp_path)
    code, out, err = run("compare", "news", f"--changed-since={ref}")

    assert (code, out == "") == ((2, True) if ref else (0, False)), err
    assert not ref or (err.startswith("claimcheck: error: --changed-since: ") and err.count("\n") == 1)
    assert not (tmp_path / "x").exists()


def test_without_git_it_is_2(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    code, _, err = run("compare", "news", "--changed-since", "HEAD")
    assert code == 2 and "not a git repository" in err
    monkeypatch.setenv("PATH", str(tmp_path))
    code, _, err = run("compare", "news", "--changed-since", "HEAD")
    assert code == 2 and "git is not installed" in err
