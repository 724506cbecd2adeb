"""The stories of a run, found in a process of their own while others read the articles."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from claimcheck.extract import PAYS
from claimcheck.jobs import Crew, Died
from claimcheck.match.story import stories
from claimcheck.model import Article

Told = tuple[tuple[str, str], ...]
"""Article id and story, in the order of the articles."""


@contextmanager
def grouping(articles: Sequence[Article], jobs: int) -> Iterator[Callable[[], Told]]:
    """Begin to look for the stories; what is given waits for them. `jobs` as in `extract_each`."""
    if (jobs or (os.cpu_count() or 1)) < 2 or len(articles) < (PAYS if jobs == 0 else 2):
        yield partial(stories, articles)
        return
    crew = Crew(partial(_names, articles), [0], 1)
    crew.begin()
    try:
        yield partial(_answer, crew, articles)
    finally:
        crew.end()


def _names(articles: Sequence[Article], _: int) -> str:
    """Name each article's story, in another process."""
    return json.dumps([name for _, name in stories(articles)])


def _answer(crew: Crew[int], articles: Sequence[Article]) -> Told:
    """Take the other process's answer; do without it where it died."""
    answer = next(crew.results())
    if isinstance(answer, Died):
        return stories(articles)
    return tuple((article.id, name) for article, name in zip(articles, json.loads(answer), strict=True))
