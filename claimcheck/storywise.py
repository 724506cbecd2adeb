"""All stories of a run -> claims, findings, cut blocks and origins: one story after the other, in this process or several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, islice

from claimcheck.config import Config
from claimcheck.held import Held, Numbers
from claimcheck.immutable import record
from claimcheck.jobs import Crew, Died, processes
from claimcheck.lexicon import own
from claimcheck.model import Article, CandidatePair, Claim, Context, Match, Problem
from claimcheck.remembered import Memory, read, write
from claimcheck.stories import Compared, compare_story

NO_CONTEXT = Context()
RENEW = 1_000
"""Articles after which a process gives way to a new one: those it has looked at are copied."""


@record
class Run:
    """What comparing the stories of a run needs: all of it is there before the first is compared."""

    articles: Sequence[Article]
    kept: Held
    members: Mapping[str, Sequence[int]]
    """Story -> places of its articles, the stories in the order of their first articles."""
    words: Mapping[str, float]
    config: Config
    memory: Memory

    def articles_of(self, story: str) -> list[Article]:
        """Give a story's articles."""
        return [self.articles[place] for place in self.members[story]]

    def claims_of(self, story: str) -> list[Claim]:
        """Give the claims of a story's articles, as extracted."""
        return [c for place in self.members[story] for c in self.kept.take(place, self.articles[place])]

    def drop(self, story: str) -> None:
        """Let go of a story's claims as extracted."""
        for place in self.members[story]:
            self.kept.drop(place)

    def key_of(self, story: str, claims: Sequence[Claim]) -> bytes:
        """Give the key under which what a story of these claims gives is kept."""
        return self.memory.story_key(story, self.articles_of(story), claims, self.words)

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
    memory: Memory | None = None,
) -> Compared:
    """Compare the stories (article id, story) of a run; findings without ids, the matches only where `explained`.

    `jobs` is the number of processes, 0 for as many as pay. A story on which a process died has no findings and a
    problem "died". Without `explained` the claims have no context, which takes more memory than all else. What the
    memory has of a story is read from it.
    """
    story = dict(told)
    members: dict[str, list[int]] = {}
    for place, article in enumerate(articles):
        members.setdefault(story[article.id], []).append(place)
    run = Run(articles, kept, members, kept.words(), config, memory or Memory(None, config))
    if explained:
        return _together(articles, kept, members, {name: _story(run, name, run.claims_of(name)) for name in members})
    found = dict(_known(run)) if run.memory.any else {}
    names = [name for name in members if name not in found]
    several = processes(jobs, sum(len(members[name]) for name in names))
    found |= dict(_shared(run, names, several)) if several > 1 else {name: _compared(run, name) for name in names}
    run.memory.keep_plan(articles, kept.counts(), members)
    return _together(articles, kept, members, found)


def again(articles: Sequence[Article], memory: Memory) -> tuple[tuple[tuple[str, str], ...], Compared] | None:
    """Give the stories and the findings that are kept of just these articles; None where any part is missing."""
    plan = memory.plan(articles)
    if plan is None:
        return None
    numbers, found = Numbers(plan.counts), dict[str, Compared]()
    for name, members in plan.members.items():
        told = memory.story(name, plan.keys[name])
        if told is None:
            return None
        ids = [f"c{number + 1}" for place in members for number in numbers.places(place)]
        found[name] = read(told, [articles[place] for place in members], ids, name)
    home = {place: name for name, members in plan.members.items() for place in members}
    stories = tuple((article.id, home[place]) for place, article in enumerate(articles))
    return stories, _together(articles, numbers, plan.members, found)


def _story(run: Run, name: str, claims: Sequence[Claim]) -> Compared:
    """Compare one story, whose claims these are."""
    return compare_story(name, run.articles_of(name), claims, run.words, run.config)


def _written(run: Run, name: str, claims: Sequence[Claim]) -> str:
    """Compare one story, and write what it gives."""
    return write(_bare(_story(run, name, claims)), run.articles_of(name))


def _together(
    articles: Sequence[Article], numbers: Numbers, members: Mapping[str, Sequence[int]], found: Mapping[str, Compared]
) -> Compared:
    """Put the stories' claims at their places in the run, and all else one behind the other."""
    settled: list[Claim] = []
    home = {place: name for name, places in members.items() for place in places}
    rest = {name: iter(one.claims) for name, one in found.items()}
    for place in range(len(articles)):
        settled += islice(rest[home[place]], len(numbers.places(place)))
    matches: list[Match] = []
    for name, places in members.items():
        at = [number for place in places for number in numbers.places(place)]
        matches += (_placed(match, at) for match in found[name].matches)
    ordered = [found[name] for name in members]
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


def _known(run: Run) -> Iterator[tuple[str, Compared]]:
    """Give the stories that the memory has."""
    for name in run.members:
        told = run.memory.story(name, run.key_of(name, run.claims_of(name)))
        if told is not None:
            yield name, _read(run, name, told)


def _compared(run: Run, name: str) -> Compared:
    """Compare one story in this process, and keep what it gives."""
    claims = run.claims_of(name)
    if not run.memory.on:
        run.drop(name)
        return _bare(_story(run, name, claims))
    told = _written(run, name, claims)
    run.memory.keep_story(name, run.key_of(name, claims), told)
    return _read(run, name, told)


def _shared(run: Run, names: Sequence[str], several: int) -> Iterator[tuple[str, Compared]]:
    """Compare stories in several processes, the longest first."""
    names = sorted(names, key=lambda name: -len(run.members[name]))
    crew = Crew(partial(_answer, run), names, several, weigh=lambda name: len(run.members[name]), renew=RENEW)
    for place, answer in crew.each():
        name = names[place]
        if isinstance(answer, Died):
            yield name, _lost(run, name, answer)
            continue
        key, _, told = answer.partition(" ")
        if key:
            run.memory.keep_story(name, bytes.fromhex(key), told)
        yield name, _read(run, name, told)


def _answer(run: Run, name: str) -> str:
    """Compare one story in another process; as text its findings travel fast, its key before them if it is to be kept."""
    own(run.config.lexicon())
    claims = run.claims_of(name)
    key = run.key_of(name, claims).hex() if run.memory.on else ""
    return f"{key} {_written(run, name, claims)}"


def _read(run: Run, name: str, told: str) -> Compared:
    """Take what another process, or another run, has found."""
    run.drop(name)
    return read(told, run.articles_of(name), [f"c{number + 1}" for number in run.places_of(name)], name)


def _lost(run: Run, name: str, died: Died) -> Compared:
    """Give a story as it is without its findings."""
    articles = run.articles_of(name)
    message = f"the process that compared its story ended with {died.code}: its findings are missing"
    problem = Problem("died", articles[0].path, message)
    return Compared(tuple(run.claims_of(name)), (), (), (problem,), {article.id: article.id for article in articles})
