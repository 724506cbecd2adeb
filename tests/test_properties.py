"""What must always hold, on the corpus and on articles put together by Hypothesis."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcheck.load import load
from claimcheck.model import Article, Span, Verdict
from claimcheck.pipeline import check

CORPUS = Path(__file__).parent.parent / "corpus"
ALARMS = (Verdict.CONFLICT, Verdict.UPDATED)

PLACES = ("Varna", "Lomé", "Kessel", "Osh")
SENTENCES = (
    "A fire in {place} killed {n} people on Monday.",
    "At least {n} people were injured in {place}, the mayor said.",
    "Police arrested {n} protesters in {place} on Tuesday.",
    "The ambassador to {place} was recalled.",
    "“We will rebuild the school in {place},” the mayor said.",
    "The minister said about {n} soldiers were stationed in {place}.",
)


def article(number: int, text: str, published: date | None = date(2024, 5, 7)) -> Article:
    return Article(f"a{number}", f"{number}.txt", text, Span(0, len(text)), published=published)


@st.composite
def texts(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
    place = draw(st.sampled_from(PLACES))
    return " ".join(p.format(place=place, n=draw(st.integers(3, 900))) for p in parts)


@pytest.fixture(scope="module")
def corpus() -> tuple[Article, ...]:
    return load([str(CORPUS)])[0]


def test_every_claim_quotes_its_article(corpus: tuple[Article, ...]) -> None:
    text = {a.id: a.text for a in corpus}
    report = check(corpus)

    assert report.claims
    for claim in report.claims:
        assert 0 <= claim.span.start < claim.span.end <= len(text[claim.article])
        assert claim.span.of(text[claim.article]).strip()
        assert claim.sentence.start <= claim.span.start


def test_every_finding_names_claims_of_the_report(corpus: tuple[Article, ...]) -> None:
    report = check(corpus)
    known = {c.id for c in report.claims}

    for finding in report.findings:
        placed = [c for p in finding.positions for c in p.claims]
        assert set(placed) <= known
        assert len(placed) == len(set(placed))


@settings(max_examples=60, deadline=None)
@given(texts())
def test_a_copied_article_never_conflicts(text: str) -> None:
    report = check([article(1, text), article(2, text)])

    assert [f.verdict for f in report.findings if f.verdict in ALARMS] == []


def test_a_copied_corpus_article_is_of_one_mind_with_its_copy(corpus: tuple[Article, ...]) -> None:
    for original in corpus:
        report = check([replace(original, id="a1"), replace(original, id="a2", path="copy.txt")])
        home = {c.id: c.article for c in report.claims}

        for finding in report.findings:
            for position in finding.positions:
                assert {home[c] for c in position.claims} == {"a1", "a2"}


@settings(max_examples=40, deadline=None)
@given(texts(), texts())
@example(
    "At least 130 people were injured in Varna, the mayor said.",
    "At least 111 people were injured in Varna, the mayor said. At least 110 people were injured in Varna, the mayor said.",
)
def test_swapping_two_articles_keeps_the_verdicts(left: str, right: str) -> None:
    one = check([article(1, left), article(2, right)])
    two = check([article(1, right), article(2, left)])

    shown = [sorted((f.kind, f.verdict, f.code) for f in report.findings) for report in (one, two)]
    assert shown[0] == shown[1]


def _run(paths: list[str], seed: str, extra: tuple[str, ...] = ()) -> bytes:
    command = [sys.executable, "-m", "claimcheck", "compare", *paths, "--format", "json", "--fail-on", "never", *extra]
    done = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}, check=False)
    assert done.returncode in (0, 3), done.stderr.decode()
    return done.stdout


def test_the_report_is_the_same_bytes_for_any_hash_seed_order_of_files_and_number_of_jobs() -> None:
    files = sorted(str(p) for p in CORPUS.rglob("*.txt"))
    first = _run(files, "0")

    assert _run(files, "1") == first
    assert _run(files, "0", ("--jobs", "2")) == first
    assert _run(files[::-1], "2") == first
