"""What a store keeps of a run beside the claims: what each story gave, and which stories the articles of a run made.

A story is found again by all that its findings hang on: its articles, how rare their words are in the run, the
settings. So an article that is new or changed costs its own story and those that share its rare words, and a run of
unchanged articles compares nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from claimcheck.config import Config
from claimcheck.immutable import record
from claimcheck.match.rarity import words_of
from claimcheck.model import Article, Claim, Problem
from claimcheck.store import codec
from claimcheck.store import findings as judged
from claimcheck.store.place import key_of
from claimcheck.stories import Compared

if TYPE_CHECKING:
    from claimcheck.store.store import Store


@record
class Plan:
    """The stories of a run."""

    counts: Sequence[int]
    """How many claims each article has."""
    members: Mapping[str, Sequence[int]]
    """Story -> places of its articles."""
    keys: Mapping[str, bytes]
    """Story -> its key in the store."""


class Memory:
    """A store as one run uses it, or none, which neither gives nor keeps anything."""

    def __init__(self, store: Store | None, config: Config) -> None:
        self._store = store
        self._config = config
        self._settings = repr((config.limits, sorted(config.tolerances), config.about)).encode()
        self.on = store is not None
        self.any = store is not None and store.remembers()
        """Whether it is worth asking for a story."""
        self.keys: dict[str, bytes] = {}
        """The keys of the stories that were given or kept."""

    def story_key(
        self, story: str, articles: Sequence[Article], claims: Sequence[Claim], words: Mapping[str, float]
    ) -> bytes:
        """Give a story's key by its name, which a block that was cut tells, its articles, its claims and the run's `rarity`."""
        mark = hashlib.blake2b(self._settings + story.encode(), digest_size=16)
        for article in articles:
            mark.update(key_of(article, self._config.limits))
        for word in sorted(words_of(claims)):
            mark.update(f"{word}\n{words.get(word, 1.0):.9f}\n".encode("utf-8", "surrogatepass"))
        return mark.digest()

    def story(self, name: str, key: bytes) -> str | None:
        """Give what a story gave, as `write` wrote it."""
        found = self._store.recall(key) if self._store is not None else None
        if found is not None:
            self.keys[name] = key
        return found

    def keep_story(self, name: str, key: bytes, told: str) -> None:
        """Keep what a story gave."""
        if self._store is not None:
            self._store.keep(key, told)
            self.keys[name] = key

    def plan(self, articles: Sequence[Article]) -> Plan | None:
        """Give the stories of a run of just these articles."""
        found = self._store.recall(self._run_key(articles)) if self._store is not None and self.any else None
        if found is None:
            return None
        counts, stories = json.loads(found)
        members = {name: places for name, places, _ in stories}
        return Plan(counts, members, {name: bytes.fromhex(key) for name, _, key in stories})

    def keep_plan(
        self, articles: Sequence[Article], counts: Sequence[int], members: Mapping[str, Sequence[int]]
    ) -> None:
        """Keep which stories a run has, if all of them are kept."""
        if self._store is None or self.keys.keys() != members.keys():
            return
        stories = [[name, list(places), self.keys[name].hex()] for name, places in members.items()]
        self._store.keep(self._run_key(articles), json.dumps([list(counts), stories], separators=(",", ":")))

    def _run_key(self, articles: Sequence[Article]) -> bytes:
        mark = hashlib.blake2b(self._settings + b"run", digest_size=16)
        for article in articles:
            mark.update(key_of(article, self._config.limits))
            mark.update(article.id.encode())
        return mark.digest()


def write(found: Compared, articles: Sequence[Article]) -> str:
    """Write what a story of these articles gave, matches left out; nothing in it hangs on the run's other articles.

    Lines of JSON: the findings, the blocks that were cut, the origins, then each article's claims.
    """
    by_article: dict[str, list[Claim]] = {article.id: [] for article in articles}
    for claim in found.claims:
        by_article[claim.article].append(claim)
    place = {article.id: n for n, article in enumerate(articles)}
    cuts = [[cut.code, cut.path, cut.message, cut.severe] for cut in found.cuts]
    origins = [place.get(found.origins[article.id], found.origins[article.id]) for article in articles]
    told = judged.encode(found.findings, [claim.id for claim in found.claims])
    return "\n".join([told, json.dumps(cuts), json.dumps(origins), *map(codec.encode, by_article.values())])


def read(told: str, articles: Sequence[Article], ids: Sequence[str], story: str) -> Compared:
    """Read that again; `ids` are those that the story's claims have in this run."""
    findings, cuts, origins, *claims = told.split("\n")
    each = (codec.decode(words, article.id) for words, article in zip(claims, articles, strict=True))
    settled = tuple(replace(c, id=i) for c, i in zip(chain.from_iterable(each), ids, strict=True))
    origin = {
        a.id: articles[n].id if isinstance(n, int) else n for a, n in zip(articles, json.loads(origins), strict=True)
    }
    return Compared(
        settled,
        tuple(judged.decode(findings, ids, story)),
        (),
        tuple(Problem(*cut) for cut in json.loads(cuts)),
        origin,
    )
