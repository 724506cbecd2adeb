"""All stories of a run -> claims, findings, cut blocks and origins: one story after the other, in this process or several."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, islice

from claimcheck.config import Config
from claimcheck.extract import PAYS
from claimcheck.held import Held
from claimcheck.immutable import record
from claimcheck.jobs import Crew, Died
from claimcheck.lexicon import own
from claimcheck.model import Article, CandidatePair, Claim, Context, Match, Problem
from claimcheck.store import codec
from claimcheck.store import findings as judged
from claimcheck.stories import Compared, compare_story

NO_CONTEXT = Context()


@record
class Run:
    """What comparing the stories of a run needs: all of it is there before the first is compared."""

    articles: Sequence[Article]
    kept: Held
    members: Mapping[str, Sequence[int]]
    """Story -> places of its articles, the stories in the order of their first articles."""
    words: Mapping[str, float]
    config: Config

    def articles_of(self, story: str) -> list[Article]:
        """Give a story's articles."""
        return [self.articles[place] for place in self.members[story]]

    def claims_of(self, story: str) -> list[Claim]:
        """Give the claims of a story's articles, as extracted."""
        return [c for place in self.members[story] for c in self.kept.take(place, self.articles[place])]

    def places_of(self, story: str) -> list[int]:
        """Give the places that the story's claims have among those of the run."""
        return [number for place in self.members[story] for number in self.kept.places(place)]


def compare_all(
    articles: Sequence[Article],
    kept: Held,
    told: Sequence[tuple[str, str]],
    config: Config,
    *,
    jobs: int,
    explained: bool,
) -> Compared:
    """Compare the stories (article id, story) of a run; findings without ids, the matches only where `explained`.

    `jobs` is the number of processes, 0 for as many as pay. A story on which a process died has no findings and a
    problem "died". Without `explained` the claims have no context, which takes more memory than all else.
    """
    story = dict(told)
    members: dict[str, list[int]] = {}
    for place, article in enumerate(articles):
        members.setdefault(story[article.id], []).append(place)
    run = Run(articles, kept, members, kept.words(), config)
    processes = jobs or (os.cpu_count() or 1)
    if explained:
        found = {name: _story(run, name) for name in members}
    elif processes < 2 or len(articles) < (PAYS if jobs == 0 else 2):
        found = {name: _bare(_story(run, name)) for name in members}
    else:
        found = dict(_shared(run, processes))
    return _together(run, found)


def _story(run: Run, name: str) -> Compared:
    """Compare one story."""
    return compare_story(name, run.articles_of(name), run.claims_of(name), run.words, run.config)


def _together(run: Run, found: Mapping[str, Compared]) -> Compared:
    """Put the stories' claims at their places in the run, and all else one behind the other."""
    settled: list[Claim] = []
    home = {place: name for name, places in run.members.items() for place in places}
    rest = {name: iter(one.claims) for name, one in found.items()}
    for place in range(len(run.articles)):
        settled += islice(rest[home[place]], len(run.kept.places(place)))
    matches: list[Match] = []
    for name in run.members:
        at = run.places_of(name)
        matches += (_placed(match, at) for match in found[name].matches)
    ordered = [found[name] for name in run.members]
    return Compared(
        claims=tuple(settled),
        findings=tuple(chain.from_iterable(one.findings for one in ordered)),
        matches=tuple(matches),
        cuts=tuple(chain.from_iterable(one.cuts for one in ordered)),
        origins={article: origin for one in ordered for article, origin in one.origins.items()},
    )


def _bare(found: Compared) -> Compared:
    """Leave out what only matching needs, and what takes more memory than all else."""
    return replace(found, claims=tuple(replace(claim, context=NO_CONTEXT) for claim in found.claims), matches=())


def _placed(match: Match, place: Sequence[int]) -> Match:
    """Give a story's match with the places that its claims have among those of the run."""
    pair = match.pair
    return Match(
        CandidatePair(place[pair.left], place[pair.right], pair.key), match.comparisons, match.weight, match.guard
    )


def _shared(run: Run, processes: int) -> Iterator[tuple[str, Compared]]:
    """Compare the stories in several processes, the longest first."""
    names = sorted(run.members, key=lambda name: -len(run.members[name]))
    for name, answer in zip(names, Crew(partial(_answer, run), names, processes).results(), strict=True):
        yield name, _lost(run, name, answer) if isinstance(answer, Died) else _read(run, name, answer)


def _answer(run: Run, name: str) -> str:
    """Compare one story in another process; as text its findings travel fast."""
    own(run.config.lexicon())
    found = _bare(_story(run, name))
    by_article: dict[str, list[Claim]] = {article.id: [] for article in run.articles_of(name)}
    for claim in found.claims:
        by_article[claim.article].append(claim)
    claims = [codec.encode(held) for held in by_article.values()]
    cuts = [[cut.code, cut.path, cut.message, cut.severe] for cut in found.cuts]
    judged_here = judged.encode(found.findings, [claim.id for claim in found.claims])
    return json.dumps([claims, judged_here, cuts, dict(found.origins)], ensure_ascii=False)


def _read(run: Run, name: str, answer: str) -> Compared:
    """Take what another process has found."""
    claims, findings, cuts, origins = json.loads(answer)
    ids = [f"c{number + 1}" for number in run.places_of(name)]
    told = (codec.decode(words, article.id) for words, article in zip(claims, run.articles_of(name), strict=True))
    settled = tuple(replace(c, id=i) for c, i in zip(chain.from_iterable(told), ids, strict=True))
    return Compared(
        settled, tuple(judged.decode(findings, ids, name)), (), tuple(Problem(*cut) for cut in cuts), origins
    )


def _lost(run: Run, name: str, died: Died) -> Compared:
    """Give a story as it is without its findings."""
    articles = run.articles_of(name)
    message = f"the process that compared its story ended with {died.code}: its findings are missing"
    problem = Problem("died", articles[0].path, message)
    return Compared(tuple(run.claims_of(name)), (), (), (problem,), {article.id: article.id for article in articles})
