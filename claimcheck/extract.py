"""Articles -> claims: read what each text holds, let every kind build its claims, in one process or several."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace

from claimcheck.kinds import KINDS, Kind
from claimcheck.kinds.passage import Passage
from claimcheck.lexicon import added, own
from claimcheck.model import Article, Claim, Figure, Reading
from claimcheck.read.attribution import attributions
from claimcheck.read.dates import timexes
from claimcheck.read.names import names
from claimcheck.read.numbers import quantities
from claimcheck.read.precision import ABOUT
from claimcheck.split import split

PAYS = 300
"""Articles from which several processes are faster than one."""
CHUNK = 64
"""Articles handed to a process at a time."""


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
        attributions=attributions(text, named, article.body.start),
    )


def claims_of(article: Article, kinds: Sequence[Kind] = KINDS) -> tuple[Claim, ...]:
    """Extract an article's claims, in the order of its text; their ids are given later."""
    passage = Passage(read(article))
    found = [claim for kind in kinds for claim in kind.extract(passage) if claim is not None]
    return tuple(sorted(found, key=lambda c: (c.span, c.kind, c.topic.attribute, str(c.value))))


def extract(
    articles: Sequence[Article], kinds: Sequence[Kind] = KINDS, *, jobs: int = 1, about: float = ABOUT
) -> Iterator[Claim]:
    """Extract the claims of several articles and number them c1, c2, …, the same for any number of jobs.

    `jobs` is the number of processes, 0 for as many as pay; `about` how far "about 100" reaches, as a share.
    """
    number = 0
    for found in _by_article(articles, kinds, jobs):
        for claim in found:
            number += 1
            yield replace(_reaching(claim, about), id=f"c{number}")


def _by_article(articles: Sequence[Article], kinds: Sequence[Kind], jobs: int) -> Iterator[tuple[Claim, ...]]:
    """Give the claims of each article, in the order of the articles."""
    processes = jobs or (os.cpu_count() or 1)
    if processes < 2 or len(articles) < (PAYS if jobs == 0 else 2) or kinds is not KINDS:
        yield from (claims_of(article, kinds) for article in articles)
        return
    with ProcessPoolExecutor(processes, initializer=own, initargs=(added(),)) as pool:
        yield from pool.map(claims_of, articles, chunksize=CHUNK if len(articles) > PAYS else 1)


def _reaching(claim: Claim, about: float) -> Claim:
    """Give a claim whose "about" reaches as far as the configuration says."""
    value = claim.value
    if about == ABOUT or not isinstance(value, Figure) or value.modifier != "about" or value.number is None:
        return claim
    low, high = sorted((value.number * (1 - about), value.number * (1 + about)))
    return replace(claim, value=replace(value, low=round(low, 6), high=round(high, 6)))
