"""The order of the stages, on one screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from claimcheck.config import Config
from claimcheck.extract import extract, extract_each
from claimcheck.grouping import grouping
from claimcheck.held import Held
from claimcheck.judge.judge import numbered
from claimcheck.lexicon import own
from claimcheck.load import load
from claimcheck.load.outlets import known
from claimcheck.model import Article, Claim, Problem, Report, Span
from claimcheck.remembered import Memory
from claimcheck.storywise import again, compare_all

if TYPE_CHECKING:
    from claimcheck.store.store import Store


def check(
    articles: Sequence[Article],
    problems: Sequence[Problem] = (),
    *,
    config: Config | None = None,
    jobs: int = 1,
    store: Store | None = None,
    tick: Callable[[int], None] | None = None,
    explained: bool = False,
) -> Report:
    """Take articles to findings; the report is the same for any number of jobs, with a store and without.

    `tick` is told how many articles have been read. With `explained` the report keeps the compared pairs and the claims'
    contexts, which take more memory than all else.
    """
    held = config or Config()
    own(held.lexicon())
    articles = known(articles, held.outlets)
    lost, memory = list[Problem](), Memory(None if explained else store, held)
    if (known_all := again(articles, memory)) is not None:
        told, found = known_all
    else:
        kept = Held(held.about)
        with grouping(articles, jobs) as grouped:
            for read in extract_each(articles, lost, jobs=jobs, limits=held.limits, store=store, tick=tick):
                kept.put(read)
                grouped.look()
            told = grouped.told()
        memory = memory if not lost else Memory(None, held)
        found = compare_all(articles, kept, told, held, jobs=jobs, explained=explained, memory=memory)
    lost += [problem for problem in (store.problems if store else ()) if problem not in lost]
    return Report(
        articles=articles,
        claims=found.claims,
        findings=numbered(found.findings),
        problems=(*problems, *lost, *found.cuts),
        stories=told,
        origins=tuple((article.id, found.origins[article.id]) for article in articles),
        matches=found.matches,
    )


def compare(
    paths: Sequence[str],
    *,
    config: Config | None = None,
    manifests: Sequence[str] = (),
    encoding: str = "",
    jobs: int = 1,
) -> Report:
    """Load the articles at the paths and compare what they say; LoadError where a path is missing.

    What is not given is taken from `config` (see `claimcheck.config`), which defaults to none.
    """
    held = config or Config()
    articles, problems = load(
        paths, manifests=manifests or held.sources, encoding=encoding or held.encoding, limits=held.limits
    )
    return check(articles, problems, config=held, jobs=jobs)


def claims(text: str, published: date | None = None) -> tuple[Claim, ...]:
    """Extract the claims of one text.

    >>> [c.value.number for c in claims("A blast killed 22 people in Lomé.") if c.kind == "figure"]
    [22]
    """
    given = "given" if published else ""
    return tuple(extract([Article("a1", "", text, Span(0, len(text)), published=published, published_from=given)]))
