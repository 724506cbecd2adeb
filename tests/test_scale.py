"""Size changes nothing but the time: many articles fall into the stories that they were written as."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from datetime import date

from benchmarks import archive
from claimcheck.extract import extract
from claimcheck.judge.judge import judge
from claimcheck.judge.origins import origins
from claimcheck.match.block import block
from claimcheck.match.cluster import cluster
from claimcheck.match.story import ALL_PAIRS, stories
from claimcheck.model import Article, Claim, Cluster, Figure, Finding, Span


def written(count: int) -> tuple[list[Article], list[int]]:
    """Give the articles of an archive of so many, and the number of each one's story."""
    articles: list[Article] = []
    home: list[int] = []
    for story in archive.stories(count):
        for record in archive.told(story):
            text, day = record["text"], date.fromisoformat(record["published"])
            articles.append(Article(f"a{len(articles) + 1}", "", text, Span(0, len(text)), published=day))
            home.append(story.number)
    return articles, home


def test_many_articles_fall_into_the_stories_that_they_tell() -> None:
    articles, home = written(ALL_PAIRS + 100)

    found = [story for _, story in stories(articles)]

    right = set(zip(found, home, strict=True))
    assert len(right) <= 1.02 * len(set(home))
    assert len(set(found)) >= 0.98 * len(set(home))


def nearly_alike(count: int) -> tuple[float, tuple[Finding, ...], int]:
    """Compare so many claims of one story, all nearly alike: CPU seconds, findings, and how many blocks were cut."""
    text = "The blast killed 22 people in Lomé, officials said."
    (claim,) = (c for c in extract([Article("a1", "", text, Span(0, len(text)))]) if c.kind == "figure")
    assert isinstance(claim.value, Figure)
    dice = random.Random(1)
    claims: list[Claim] = []
    for n in range(count):
        value = replace(claim.value, number=float(dice.choice((22, 31, 40))))
        terms = tuple(sorted({*claim.context.terms, f"word{dice.randrange(500)}", f"word{dice.randrange(500)}"}))
        context = replace(claim.context, terms=terms)
        claims.append(replace(claim, id=f"c{n}", article=f"a{n}", value=value, context=context))
    articles = [Article(f"a{n}", "", f"{text} {n}", Span(0, len(text))) for n in range(count)]
    home = [(article.id, "s1") for article in articles]
    start = time.process_time()
    clusters, cuts = cluster(claims, block(claims, home))
    return (
        time.process_time() - start,
        judge(articles, claims, clusters, "s1", origins(articles)),
        len(cuts),
    )


def test_twenty_thousand_claims_that_are_nearly_alike_are_one_finding_and_the_cut_is_told() -> None:
    seconds, (finding,), cuts = nearly_alike(20_000)

    assert seconds < 30
    assert sum(len(position.claims) for position in finding.positions) == 20_000
    assert sorted(position.label for position in finding.positions) == ["22", "31", "40"]
    assert cuts == 1


def judging(count: int) -> float:
    """Judge one state that so many articles of a story tell: CPU seconds."""
    text = "The bridge in Lomé was closed on Monday, officials said."
    (claim,) = (c for c in extract([Article("a1", "", text, Span(0, len(text)))]) if c.kind == "status")
    claims = [replace(claim, id=f"c{n}", article=f"a{n}") for n in range(count)]
    articles = [Article(f"a{n}", "", text, Span(0, len(text))) for n in range(count)]
    clusters = [Cluster("status", tuple(range(count)), ())]
    start = time.process_time()
    (finding,) = judge(articles, claims, clusters, "s1", {a.id: a.id for a in articles})
    assert [len(position.claims) for position in finding.positions] == [count]
    return time.process_time() - start


def test_judging_a_state_that_thousands_tell_takes_time_in_proportion_to_them() -> None:
    few, many = min(judging(1_000) for _ in range(3)), judging(8_000)

    assert many < 24 * few
