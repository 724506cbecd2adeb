"""What a run takes in at most: every limit of the configuration holds, and each hit is named and ends with exit code 3."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from conftest import Run

from claimcheck.deadline import TimeUp, deadline
from claimcheck.extract import claims_of, extract_all
from claimcheck.model import Article, Limits, Span
from claimcheck.split import split

TEXT = "The quake killed 12 people in Orsa. It injured 40 people in Varn. It damaged 9 schools in Lisse."


def article(text: str = TEXT) -> Article:
    return Article("a1", "a.txt", text, Span(0, len(text)))


def test_work_that_takes_too_long_is_stopped() -> None:
    begun = time.process_time()
    with pytest.raises(TimeUp), deadline(0.05):
        while True:
            pass
    assert time.process_time() - begun < 5


def test_what_python_drops_is_raised_again() -> None:
    class Slow:
        def __del__(self) -> None:
            end = time.process_time() + 0.3
            while time.process_time() < end:
                pass

    with pytest.raises(TimeUp), deadline(0.1):
        held = Slow()
        del held
        while True:
            pass


def test_work_that_ends_in_time_is_left_alone_and_so_is_what_follows() -> None:
    with deadline(0.05):
        pass
    end = time.process_time() + 0.1
    while time.process_time() < end:
        pass


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_that_takes_too_long_costs_its_claims_not_the_run(jobs: int) -> None:
    slow = article("In May 2016 the 1 1 1 quake killed 12 people. " * 100_000)
    found, problems = extract_all((slow, article()), jobs=jobs, limits=Limits(seconds=1))
    assert {claim.article for claim in found} == {"a1"}
    assert len(found) == len(claims_of(article()))
    assert [(p.code, p.severe) for p in problems] == [("limit", True)]
    assert "1 s" in problems[0].message


def test_no_more_claims_than_the_limit() -> None:
    every = claims_of(article())
    found, (problem,) = extract_all((article(),), limits=Limits(claims=2))
    assert [c.span for c in found] == [c.span for c in every[:2]]
    assert problem.code == "limit"
    assert str(len(every)) in problem.message


def test_a_sentence_is_cut_where_the_configuration_says() -> None:
    assert max(len(s.span.of(TEXT)) for s in split(article(), 20)) <= 20
    assert "".join(s.span.of(TEXT) for s in split(article(), 20)).replace(" ", "") == TEXT.replace(" ", "")


def test_a_number_of_more_digits_than_the_configuration_admits_is_passed_over() -> None:
    told = article("The quake killed 123456 people in Orsa and injured 40 people.")
    assert {str(c.value.number) for c in claims_of(told, limits=Limits(digits=4)) if c.kind == "figure"} == {"40"}


@pytest.mark.parametrize("limit", ["claims = 1", "sentence-chars = 30", "digits = 1", "file-bytes = 40", "files = 1"])
def test_a_hit_is_named_and_ends_with_3(run: Run, tmp_path: Path, limit: str) -> None:
    (tmp_path / "claimcheck.toml").write_text(f"[limits]\n{limit}\n")
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text("Short.")
    code, out, _ = run("compare", "a.txt", "b.txt")
    assert code == 3, out
    assert "limit" in out or "too-large" in out
