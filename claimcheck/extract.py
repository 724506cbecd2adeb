"""Articles -> claims: read what each text holds, let every kind build its claims, in one process or several."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from claimcheck.deadline import TimeUp, deadline
from claimcheck.jobs import Crew, Died, processes
from claimcheck.kinds import KINDS, Kind
from claimcheck.kinds.passage import Passage
from claimcheck.lexicon import added, own
from claimcheck.model import Article, Claim, Figure, Limits, Part, Problem, QuantityMention, Reading, Sentence, Span
from claimcheck.read.attribution import attributions
from claimcheck.read.dates import timexes, whole
from claimcheck.read.digits import MOST_DIGITS
from claimcheck.read.names import names
from claimcheck.read.numbers import quantities
from claimcheck.read.outdated import day_told
from claimcheck.read.precision import ABOUT
from claimcheck.split import split
from claimcheck.store.codec import decode, encode

if TYPE_CHECKING:
    from claimcheck.store.store import Store

LIMITS = Limits()
OPENING = 2
"""Sentences of the body in which an article says of which day it tells."""
LATE = ""
"""What another process gives instead of an article's claims where they took too long."""
NONE = encode(())
SHORTEST = 80
"""Characters that a claim takes at least as `encode` writes it."""


def read(article: Article, limits: Limits = LIMITS) -> Reading:
    """Read what an article's text holds, within the limits to sentences and digits."""
    text = article.text
    sentences = split(article, limits.sentence_chars)
    times = timexes(text, article.published)
    told = day_told(text, _opening(sentences), times, article.published)
    if told:
        times = timexes(text, told)
    times = tuple(whole(t, told or article.published) for t in times)
    named = names(text)
    return Reading(
        article=article,
        sentences=sentences,
        quantities=_short(quantities(text, tuple(t.span for t in times if t.type != "DURATION")), text, limits.digits),
        timexes=times,
        names=named,
        attributions=attributions(text, named, article.body.start),
        told=told,
    )


def _opening(sentences: Sequence[Sentence]) -> Span:
    """Give where the first sentences of the body stand."""
    body = [s.span for s in sentences if s.part is Part.BODY][:OPENING]
    return Span(body[0].start, body[-1].end) if body else Span(0, 0)


def _short(found: tuple[QuantityMention, ...], text: str, digits: int) -> tuple[QuantityMention, ...]:
    """Pass over numbers of more digits than the configuration admits; the reader itself stops at MOST_DIGITS."""
    if digits >= MOST_DIGITS:
        return found
    return tuple(q for q in found if sum(map(str.isdigit, q.digits.of(text))) <= digits)


def claims_of(article: Article, kinds: Sequence[Kind] = KINDS, limits: Limits = LIMITS) -> tuple[Claim, ...]:
    """Extract an article's claims, in the order of its text; their ids are given later."""
    passage = Passage(read(article, limits))
    found = [claim for kind in kinds for claim in kind.extract(passage) if claim is not None]
    return tuple(sorted(found, key=lambda c: (c.span, c.kind, c.topic.attribute, str(c.value))))


def extract(articles: Sequence[Article], kinds: Sequence[Kind] = KINDS, *, about: float = ABOUT) -> Iterator[Claim]:
    """Extract the claims of several articles in this process and number them c1, c2, …; see `extract_all`."""
    yield from numbered((claims_of(article, kinds) for article in articles), about)


def extract_all(
    articles: Sequence[Article],
    *,
    jobs: int = 1,
    about: float = ABOUT,
    limits: Limits = LIMITS,
    store: Store | None = None,
    tick: Callable[[int], None] | None = None,
) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """Extract as `extract` does, by `extract_each`; `about` is how far "about 100" reaches, as a share."""
    problems: list[Problem] = []
    told = extract_each(articles, problems, jobs=jobs, limits=limits, store=store, tick=tick)
    found = (decode(words, article.id) for words, article in zip(told, articles, strict=True))
    return tuple(numbered(found, about)), tuple(problems)


def extract_each(
    articles: Sequence[Article],
    problems: list[Problem],
    *,
    jobs: int = 1,
    limits: Limits = LIMITS,
    store: Store | None = None,
    tick: Callable[[int], None] | None = None,
) -> Iterator[str]:
    """Give the claims of each article as `codec.encode` writes them, from several processes and from what the store holds.

    `jobs` is the number of processes, 0 for as many as pay. An article on which a process died has no claims and a
    problem "died"; one that takes more processor time than the limits admit has none either, one with more claims than
    they admit keeps the first, and both have a problem "limit"; the store's own problems come last. `tick` is told how
    many articles have been read.
    """
    found = _kept_or_fresh(articles, jobs, store, problems, limits)
    for number, (article, claims) in enumerate(zip(articles, found, strict=True), 1):
        if len(claims) > SHORTEST * limits.claims:
            claims = encode(limited(article, decode(claims, article.id), problems, limits))
        yield claims
        if tick is not None:
            tick(number)
    problems += store.problems if store is not None else ()


def limited(article: Article, found: tuple[Claim, ...], problems: list[Problem], limits: Limits) -> tuple[Claim, ...]:
    """Give no more of an article's claims than the limit; a problem where there are more."""
    if len(found) > limits.claims:
        message = f"{len(found)} claims: only the first {limits.claims} are compared"
        problems.append(Problem("limit", article.path, message))
    return found[: limits.claims]


def _kept_or_fresh(
    articles: Sequence[Article], jobs: int, store: Store | None, problems: list[Problem], limits: Limits
) -> Iterator[str]:
    """Give all claims of each article."""
    if store is None:
        yield from (found or NONE for found in _fresh(articles, jobs, problems, limits))
        return
    missing = deque(article for article in articles if not store.has(article))
    fresh = _fresh(tuple(missing), jobs, problems, limits)
    for article in articles:
        if missing and missing[0] is article:
            missing.popleft()
            found = next(fresh)
        elif (kept := store.get(article)) is not None:
            yield kept
            continue
        else:  # Another run has cleared the store, or it was found damaged.
            found = _here(article, problems, limits)
        if found:
            store.put(article, found)
        yield found or NONE


def _fresh(articles: Sequence[Article], jobs: int, problems: list[Problem], limits: Limits) -> Iterator[str]:
    """Extract the claims of each article, in this process or several; LATE where one died of it or took too long."""
    several = processes(jobs, len(articles))
    if several < 2:
        yield from (_here(article, problems, limits) for article in articles)
        return
    for article, found in zip(
        articles, Crew(partial(_encoded, added(), limits), articles, several).results(), strict=True
    ):
        if isinstance(found, Died):
            message = f"the process that read it ended with {found.code}: its claims are missing"
            problems.append(Problem("died", article.path, message))
            yield LATE
            continue
        if found == LATE:
            problems.append(_late(article, limits))
        yield found


def _here(article: Article, problems: list[Problem], limits: Limits) -> str:
    """Extract an article's claims in this process; LATE, and a problem, where it takes too long."""
    found = in_time(article, problems, limits)
    return LATE if found is None else encode(found)


def _timed(article: Article, limits: Limits) -> tuple[Claim, ...] | None:
    """Extract an article's claims; None where it takes too long."""
    try:
        with deadline(limits.seconds):
            return claims_of(article, limits=limits)
    except TimeUp:
        return None


def in_time(article: Article, problems: list[Problem], limits: Limits) -> tuple[Claim, ...] | None:
    """Extract an article's claims in this process; None, and a problem, where it takes too long."""
    found = _timed(article, limits)
    if found is None:
        problems.append(_late(article, limits))
    return found


def _late(article: Article, limits: Limits) -> Problem:
    message = f"reading it takes more than {limits.seconds} s: its claims are missing"
    return Problem("limit", article.path, message)


def _encoded(words: Mapping[str, Any], limits: Limits, article: Article) -> str:
    """Extract an article's claims in another process, with the words that the user adds; as text they travel fast."""
    own(words)
    found = _timed(article, limits)
    return LATE if found is None else encode(found)


def numbered(found: Iterable[tuple[Claim, ...]], about: float = ABOUT, after: int = 0) -> Iterator[Claim]:
    """Number claims through, from the one behind `after`; "about" reaches as far as the configuration says."""
    number = after
    for claims in found:
        for claim in claims:
            number += 1
            yield replace(_reaching(claim, about), id=f"c{number}")


def _reaching(claim: Claim, about: float) -> Claim:
    """Give a claim whose "about" reaches as far as the configuration says."""
    value = claim.value
    if about == ABOUT or not isinstance(value, Figure) or value.modifier != "about" or value.number is None:
        return claim
    low, high = sorted((value.number * (1 - about), value.number * (1 + about)))
    return replace(claim, value=replace(value, low=round(low, 6), high=round(high, 6)))
