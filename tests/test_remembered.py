"""What a store keeps of stories: a run of the same articles compares nothing, a changed one what it must, and nothing shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from benchmarks import archive
from claimcheck import storywise
from claimcheck.config import Config
from claimcheck.model import Article, Limits, Report, Span
from claimcheck.pipeline import check
from claimcheck.store.store import DAYS, Store

RECORDS = [record for story in archive.stories(60) for record in archive.told(story)]
ARTICLES = tuple(
    Article(f"a{n}", f"{n}.txt", r["text"], Span(0, len(r["text"])), published=date.fromisoformat(r["published"]))
    for n, r in enumerate(RECORDS, 1)
)


def run(folder: Path, articles: Sequence[Article] = ARTICLES, *, jobs: int = 1, config: Config | None = None) -> Report:
    """Compare with the store of a folder."""
    store = Store(folder / "claims.sqlite", (config or Config()).limits)
    try:
        return check(articles, jobs=jobs, store=store, config=config)
    finally:
        store.close()


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the list of the stories that are compared in this process from now on."""
    seen: list[str] = []
    compare = storywise.compare_story

    def noted(story: str, *rest: object) -> object:
        seen.append(story)
        return compare(story, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(storywise, "compare_story", noted)
    return seen


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_of_the_same_articles_compares_nothing(tmp_path: Path, compared: list[str], jobs: int) -> None:
    first, without = run(tmp_path, jobs=jobs), check(ARTICLES)
    compared.clear()
    again = run(tmp_path)

    assert any(f.verdict == "conflict" for f in first.findings)
    assert compared == []
    assert first == again == without


def test_a_changed_article_costs_its_story_and_those_that_share_its_words(tmp_path: Path, compared: list[str]) -> None:
    run(tmp_path)
    changed = (*ARTICLES[:-1], replace(ARTICLES[-1], text=ARTICLES[-1].text.replace("killed", "injured")))
    compared.clear()
    report = run(tmp_path, changed)

    assert len(compared) > 0
    assert report == check(changed)


def test_articles_in_another_order_have_their_own_ids(tmp_path: Path) -> None:
    run(tmp_path)
    turned = tuple(replace(a, id=f"a{n}") for n, a in enumerate(reversed(ARTICLES), 1))

    assert run(tmp_path, turned) == check(turned)


@pytest.mark.parametrize(
    "config",
    [Config(about=0.4), Config(tolerances=(("killed", 0.5),)), Config(limits=Limits(block=5))],
    ids=["about", "tolerances", "limits"],
)
def test_other_settings_are_another_run(tmp_path: Path, compared: list[str], config: Config) -> None:
    run(tmp_path)
    compared.clear()

    assert run(tmp_path, config=config) == check(ARTICLES, config=config)
    assert compared


def test_a_story_that_is_missing_is_compared_again(tmp_path: Path, compared: list[str]) -> None:
    first = run(tmp_path)
    with sqlite3.connect(tmp_path / "claims.sqlite") as base:
        (key,) = base.execute("SELECT key FROM kept WHERE told NOT LIKE '[[%' LIMIT 1").fetchone()
        base.execute("DELETE FROM kept WHERE key = ?", (key,))
    compared.clear()

    assert run(tmp_path) == first
    assert len(compared) == 1


def test_a_run_that_lost_something_is_not_kept_whole(tmp_path: Path, compared: list[str]) -> None:
    few = Config(limits=Limits(claims=3))
    first = run(tmp_path, config=few)
    compared.clear()
    again = run(tmp_path, config=few)

    assert [p.code for p in first.problems].count("limit") == len(ARTICLES)
    assert again == first
    assert compared


def test_what_nobody_asks_for_goes_after_some_days(tmp_path: Path) -> None:
    run(tmp_path)
    with sqlite3.connect(tmp_path / "claims.sqlite") as base:
        base.execute("UPDATE kept SET day = day - ?", (DAYS + 1,))
    store = Store(tmp_path / "claims.sqlite")

    assert not store.remembers()
    assert store.count() == len(ARTICLES)
    store.close()


def test_an_entry_that_was_changed_is_named_and_done_without(tmp_path: Path) -> None:
    run(tmp_path)
    with sqlite3.connect(tmp_path / "claims.sqlite") as base:
        base.execute("UPDATE kept SET told = told || ' '")
    report = run(tmp_path)

    assert [p.code for p in report.problems] == ["cache"]
    assert report.findings == check(ARTICLES).findings
