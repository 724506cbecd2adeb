"""The stories of a run, found in a process of their own while others read the articles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from claimcheck.jobs import Crew, Died, processes
from claimcheck.match.story import stories
from claimcheck.model import Article

Told = tuple[tuple[str, str], ...]
"""Article id and story, in the order of the articles."""


class Grouping:
    """The stories, as soon as they are found; until then another process may be looking for them."""

    def __init__(self, articles: Sequence[Article], crew: Crew[int] | None) -> None:
        self._articles, self._crew = articles, crew
        self._told: Told = ()

    def look(self) -> None:
        """Take the answer if it is there, and let go of the process and its memory."""
        if self._crew is not None and self._crew.ready():
            self.told()

    def told(self) -> Told:
        """Give the stories; waits for them."""
        if self._crew is not None:
            answer = next(self._crew.results())
            self.end()
            if not isinstance(answer, Died):
                names = json.loads(answer)
                self._told = tuple((a.id, name) for a, name in zip(self._articles, names, strict=True))
        self._told = self._told or stories(self._articles)
        return self._told

    def end(self) -> None:
        """End the process, whatever it is at."""
        if self._crew is not None:
            self._crew.end()
            self._crew = None


@contextmanager
def grouping(articles: Sequence[Article], jobs: int) -> Iterator[Grouping]:
    """Begin to look for the stories; `jobs` as in `extract_each`."""
    crew = Crew(partial(_names, articles), [0], 1) if processes(jobs, len(articles)) > 1 else None
    if crew is not None:
        crew.begin()
    found = Grouping(articles, crew)
    try:
        yield found
    finally:
        found.end()


def _names(articles: Sequence[Article], _: int) -> str:
    """Name each article's story, in another process."""
    return json.dumps([name for _, name in stories(articles)])
