"""Stories compared in several processes: the same report, and a process that dies costs its story alone."""

from __future__ import annotations

import os
import signal
from datetime import date
from multiprocessing import get_start_method

import pytest

from benchmarks import archive
from claimcheck import grouping, storywise
from claimcheck.model import Article, Claim, Span
from claimcheck.pipeline import check
from claimcheck.store import findings
from claimcheck.stories import Compared


def written(count: int) -> tuple[Article, ...]:
    """Give the articles of an archive."""
    records = [record for story in archive.stories(count) for record in archive.told(story)]
    return tuple(
        Article(f"a{n}", f"{n}.txt", r["text"], Span(0, len(r["text"])), published=date.fromisoformat(r["published"]))
        for n, r in enumerate(records, 1)
    )


ARTICLES = written(40)


def test_the_report_is_the_same_in_one_process_and_in_several() -> None:
    alone, shared = check(ARTICLES, jobs=1), check(ARTICLES, jobs=3)

    assert len({story for _, story in alone.stories}) > 5
    assert any(f.verdict == "conflict" for f in alone.findings)
    assert shared == alone


def test_findings_are_read_as_they_were_written() -> None:
    report = check(ARTICLES)
    ids = [claim.id for claim in report.claims]
    story = report.findings[0].story
    held = [f for f in report.findings if f.story == story]
    again = findings.decode(findings.encode(held, ids), ids, story)

    assert held
    assert [f.fingerprint for f in again] == [f.fingerprint for f in held]
    assert [(f.positions, f.relations, f.question, f.why, f.confidence) for f in again] == [
        (f.positions, f.relations, f.question, f.why, f.confidence) for f in held
    ]


def test_only_an_explained_report_keeps_contexts_and_matches() -> None:
    plain, explained = check(ARTICLES), check(ARTICLES, explained=True)

    assert not plain.matches
    assert explained.matches
    assert {claim.context for claim in plain.claims} == {storywise.NO_CONTEXT}
    assert any(claim.context.terms for claim in explained.claims)
    assert plain.findings == explained.findings


@pytest.mark.skipif(
    get_start_method() != "fork", reason="what is patched here does not reach a process that is not forked"
)
def test_a_process_that_dies_costs_the_findings_of_its_story(monkeypatch: pytest.MonkeyPatch) -> None:
    compare, here = storywise.compare_story, os.getpid()

    def deadly(story: str, articles: list[Article], claims: list[Claim], *rest: object) -> Compared:
        if story == "s2" and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return compare(story, articles, claims, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(storywise, "compare_story", deadly)
    whole, broken = check(ARTICLES, jobs=1), check(ARTICLES, jobs=2)

    (problem,) = broken.problems
    assert (problem.code, problem.severe) == ("died", True)
    assert "its findings are missing" in problem.message
    assert [c.id for c in broken.claims] == [c.id for c in whole.claims]
    assert [f.fingerprint for f in broken.findings] == [f.fingerprint for f in whole.findings if f.story != "s2"]


@pytest.mark.skipif(
    get_start_method() != "fork", reason="what is patched here does not reach a process that is not forked"
)
def test_a_process_that_dies_finding_stories_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    find, here = grouping.stories, os.getpid()

    def deadly(articles: tuple[Article, ...]) -> object:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return find(articles)

    whole = check(ARTICLES, jobs=1)
    monkeypatch.setattr(grouping, "stories", deadly)

    assert check(ARTICLES, jobs=2) == whole
