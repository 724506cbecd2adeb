"""The store and the crew of processes: the same claims, whatever happens to the file or to a process."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import date
from multiprocessing import get_start_method
from pathlib import Path

import pytest

from benchmarks import archive
from claimcheck.extract import claims_of, extract, extract_all
from claimcheck.jobs import Crew, Died
from claimcheck.model import Article, Claim, Span
from claimcheck.store.codec import decode, encode
from claimcheck.store.place import store_file
from claimcheck.store.store import Store


def written(count: int) -> list[Article]:
    """Give the articles of an archive."""
    records = [record for story in archive.stories(count) for record in archive.told(story)]
    return [
        Article(f"a{n}", f"{n}.txt", r["text"], Span(0, len(r["text"])), published=date.fromisoformat(r["published"]))
        for n, r in enumerate(records, 1)
    ]


ARTICLES = written(24)
CLAIMS = tuple(extract(ARTICLES))


def taken(path: Path, jobs: int = 1) -> tuple[tuple[Claim, ...], list[str]]:
    """Extract with a store, and give the claims and the codes of the problems."""
    store = Store(path)
    claims, problems = extract_all(ARTICLES, jobs=jobs, store=store)
    store.close()
    return claims, [p.code for p in problems]


def test_what_is_decoded_is_what_was_encoded() -> None:
    for article in ARTICLES:
        assert decode(encode(claims_of(article)), article.id) == claims_of(article)


def test_the_claims_are_the_same_with_several_processes() -> None:
    assert extract_all(ARTICLES, jobs=2) == (CLAIMS, ())


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_second_run_extracts_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    assert taken(tmp_path / "s", jobs) == (CLAIMS, [])

    def fail(*_: object) -> None:
        raise AssertionError("extracted again")

    monkeypatch.setattr("claimcheck.extract.claims_of", fail)
    assert taken(tmp_path / "s") == (CLAIMS, [])


def test_a_changed_article_and_another_day_are_extracted_anew(tmp_path: Path) -> None:
    taken(tmp_path / "s")
    store = Store(tmp_path / "s")
    first = ARTICLES[0]

    assert store.has(replace(first, id="a99", path="moved.txt"))
    assert not store.has(replace(first, published=date(2030, 1, 1)))
    assert not store.has(replace(first, text=first.text.replace("people", "persons")))
    store.close()


DAMAGE = {
    "garbage": lambda data: b"no database at all" * 500,
    "cut short": lambda data: data[: len(data) // 2],
    "zeroed": lambda data: bytes(len(data)),
    "zeroed within": lambda data: data[:20_000] + bytes(len(data) - 20_000),
    "first page lost": lambda data: bytes(4096) + data[4096:],
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_store_is_named_and_begun_anew(tmp_path: Path, name: str) -> None:
    path = tmp_path / "s"
    taken(path)
    path.write_bytes(DAMAGE[name](path.read_bytes()))

    assert taken(path) == (CLAIMS, ["cache"])
    assert taken(path) == (CLAIMS, [])


def test_an_entry_that_is_not_what_was_written_is_found(tmp_path: Path) -> None:
    path = tmp_path / "s"
    taken(path)
    data = path.read_bytes()
    at = data.index(b'"killed"')
    path.write_bytes(data[:at] + b'"kissed"' + data[at + 8 :])

    assert taken(path) == (CLAIMS, ["cache"])


def test_a_store_that_cannot_be_opened_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    assert taken(tmp_path / "file" / "s") == (CLAIMS, ["cache"])


def test_several_runs_may_use_one_store_and_be_killed(tmp_path: Path) -> None:
    code = f"""
from pathlib import Path
from tests.test_store import taken, CLAIMS
assert taken(Path({str(tmp_path / "s")!r})) == (CLAIMS, [])
"""
    runs = [subprocess.Popen([sys.executable, "-c", code], cwd=Path(__file__).parent.parent) for _ in range(4)]
    runs[0].kill()

    assert [run.wait() for run in runs[1:]] == [0, 0, 0]
    assert taken(tmp_path / "s") == (CLAIMS, [])


def test_a_store_that_another_run_begins_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    busy = sqlite3.OperationalError("database is locked")
    busy.sqlite_errorcode = sqlite3.SQLITE_BUSY
    refusals = [busy, busy]

    class Refusing(sqlite3.Connection):
        def execute(self, order: str, *values: object) -> sqlite3.Cursor:
            if "journal_mode" in order and refusals:
                raise refusals.pop()
            return super().execute(order, *values)

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *place, **how: connect(*place, factory=Refusing, **how))

    store = Store(tmp_path / "store.db")

    assert store.problems == []
    assert refusals == []
    store.close()


def test_there_need_be_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert store_file() == Path("/somewhere/claimcheck/claims.sqlite")

    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setattr(Path, "home", homeless)
    assert store_file() is None


def _deadly(article: Article) -> str:
    """Kill the process that works on the third article."""
    if article.id == "a3":
        os.kill(os.getpid(), signal.SIGKILL)
    return article.id


def test_a_process_that_dies_costs_its_article_alone() -> None:
    found = list(Crew(_deadly, ARTICLES, 2).results())

    assert found == [Died(-9) if a.id == "a3" else a.id for a in ARTICLES]


def _raising(article: Article) -> str:
    raise ValueError(article.id)


def test_what_fails_in_a_process_fails_here_and_ends_them_all() -> None:
    with pytest.raises(RuntimeError, match="ValueError"):
        list(Crew(_raising, ARTICLES, 2).results())


def _whose(article: Article) -> str:
    return f"{article.id} {os.getpid()}"


@pytest.mark.skipif(get_start_method() != "fork", reason="a process that is not forked costs too much to renew")
def test_processes_give_way_to_new_ones() -> None:
    found = [str(answer).split() for answer in Crew(_whose, ARTICLES, 2, renew=1).results()]

    assert [name for name, _ in found] == [a.id for a in ARTICLES]
    assert len({process for _, process in found}) > 2
