"""The order of the stages, on one screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from claimcheck.kinds import KINDS, Kind
from claimcheck.kinds.passage import Passage
from claimcheck.model import Article, Claim, Problem, Reading, Report, Span
from claimcheck.read.attribution import attributions
from claimcheck.read.dates import timexes
from claimcheck.read.names import names
from claimcheck.read.numbers import quantities
from claimcheck.split import split


def read(article: Article) -> Reading:
    """Read what an article's text holds."""
    text = article.text
    times = timexes(text, article.published)
    named = names(text)
    return Reading(
        article=article,
        sentences=split(article),
        quantities=quantities(text, tuple(t.span for t in times if t.type != "DURATION")),
        timexes=times,
        names=named,
        attributions=attributions(text, named),
    )


def claims_of(article: Article, kinds: Sequence[Kind] = KINDS) -> tuple[Claim, ...]:
    """Extract an article's claims, in the order of its text; their ids are given later."""
    passage = Passage(read(article))
    found = [claim for kind in kinds for claim in kind.extract(passage) if claim is not None]
    return tuple(sorted(found, key=lambda c: (c.span, c.kind, c.topic.attribute, str(c.value))))


def extract(articles: Iterable[Article], kinds: Sequence[Kind] = KINDS) -> Iterator[Claim]:
    """Extract the claims of several articles and number them c1, c2, …"""
    number = 0
    for article in articles:
        for claim in claims_of(article, kinds):
            number += 1
            yield replace(claim, id=f"c{number}")


def check(articles: Sequence[Article], problems: Sequence[Problem] = (), kinds: Sequence[Kind] = KINDS) -> Report:
    """Take articles to findings."""
    from claimcheck.judge.judge import judge
    from claimcheck.match.block import block
    from claimcheck.match.cluster import cluster
    from claimcheck.match.compare import compare
    from claimcheck.match.elsewhere import settle
    from claimcheck.match.story import stories

    claims = tuple(extract(articles, kinds))
    told = stories(articles)
    claims = settle(claims, articles, told)
    pairs, cuts = block(claims, told)
    matches = tuple(compare(claims, pairs))
    clusters = cluster(claims, matches)
    findings = judge(articles, claims, clusters, told)
    kept = tuple(m for c in clusters for m in c.matches)
    return Report(tuple(articles), claims, findings, (*problems, *cuts), told, kept)


def compare(paths: Sequence[str], *, manifests: Sequence[str] = (), encoding: str = "") -> Report:
    """Load the articles at the paths and compare what they say."""
    from claimcheck.load import load

    articles, problems = load(paths, manifests=manifests, encoding=encoding)
    return check(articles, problems)


def claims(text: str, published: date | None = None) -> tuple[Claim, ...]:
    """Extract the claims of one text.

    >>> [c.value.number for c in claims("A blast killed 22 people in Lomé.") if c.kind == "figure"]
    [22]
    """
    article = Article(
        "a1", "", text, Span(0, len(text)), published=published, published_from="given" if published else ""
    )
    return tuple(extract([article]))
