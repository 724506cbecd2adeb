"""The order of the stages, on one screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from claimcheck.config import Config
from claimcheck.extract import extract, extract_each
from claimcheck.held import Held
from claimcheck.judge.judge import numbered
from claimcheck.lexicon import own
from claimcheck.load import load
from claimcheck.load.outlets import known
from claimcheck.match.story import stories
from claimcheck.model import Article, CandidatePair, Claim, Context, Finding, Match, Problem, Report, Span
from claimcheck.stories import compare_story

if TYPE_CHECKING:
    from claimcheck.store.store import Store

NO_CONTEXT = Context()


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
    told = stories(articles)
    lost, kept = list[Problem](), Held(held.about)
    for found in extract_each(articles, lost, jobs=jobs, limits=held.limits, store=store, tick=tick):
        kept.put(found)
    claims, findings, matches, cuts, origin = _compared(articles, kept, told, held, explained)
    return Report(
        articles=articles,
        claims=claims,
        findings=numbered(findings),
        problems=(*problems, *lost, *cuts),
        stories=told,
        origins=tuple((article.id, origin[article.id]) for article in articles),
        matches=tuple(matches),
    )


def _compared(
    articles: Sequence[Article], kept: Held, told: Sequence[tuple[str, str]], held: Config, explained: bool
) -> tuple[tuple[Claim, ...], list[Finding], list[Match], list[Problem], dict[str, str]]:
    """Compare the stories one after the other: claims, findings, matches, cut blocks, and the origin of each article."""
    words, story = kept.words(), dict(told)
    members: dict[str, list[int]] = {}
    for place, article in enumerate(articles):
        members.setdefault(story[article.id], []).append(place)
    settled: dict[int, Claim] = {}
    findings, matches, cuts = list[Finding](), list[Match](), list[Problem]()
    origin: dict[str, str] = {}
    for name, group in members.items():
        claims = [claim for place in group for claim in kept.take(place, articles[place])]
        at = [number for place in group for number in kept.places(place)]
        found = compare_story(name, [articles[place] for place in group], claims, words, held)
        settled |= zip(at, found.claims if explained else map(_told, found.claims), strict=True)
        findings += found.findings
        if explained:
            matches += (_placed(match, at) for match in found.matches)
        cuts += found.cuts
        origin |= found.origins
    return tuple(settled[number] for number in range(len(settled))), findings, matches, cuts, origin


def _told(claim: Claim) -> Claim:
    """Leave out what only matching needs, and what takes most of the memory."""
    return replace(claim, context=NO_CONTEXT)


def _placed(match: Match, place: Sequence[int]) -> Match:
    """Give a story's match with the places that its claims have among those of the run."""
    pair = match.pair
    return Match(
        CandidatePair(place[pair.left], place[pair.right], pair.key), match.comparisons, match.weight, match.guard
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
