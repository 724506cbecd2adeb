"""A run's claims, put away article by article until their story's turn: packed they take a twentieth of the records' memory."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate, pairwise

from claimcheck.extract import numbered
from claimcheck.match.rarity import rarity_of
from claimcheck.model import Article, Claim
from claimcheck.store.codec import count_and_words, decode


class Numbers:
    """How many claims each article has, and so which of the run's claims are its own."""

    def __init__(self, counts: Iterable[int] = ()) -> None:
        self._before = list(accumulate(counts, initial=0))

    def places(self, place: int) -> range:
        """Give the places in the run of the claims of the article at this place."""
        return range(self._before[place], self._before[place + 1])

    def counts(self) -> list[int]:
        """Give the number of claims of each article."""
        return [after - before for before, after in pairwise(self._before)]


class Held(Numbers):
    """The claims of articles, put in the run's order and taken in any."""

    def __init__(self, about: float) -> None:
        super().__init__()
        self._about = about
        self._packed: list[bytes] = []
        self._seen: Counter[str] = Counter()
        self._telling = 0

    def put(self, claims: str) -> None:
        """Put the next article's claims away, as `codec.encode` has written them."""
        self._packed.append(zlib.compress(claims.encode("utf-8", "surrogatepass"), 1))
        count, words = count_and_words(claims)
        self._before.append(self._before[-1] + count)
        self._seen.update(words)
        self._telling += count > 0

    def take(self, place: int, article: Article) -> list[Claim]:
        """Give the claims of the article that was put in at this place, numbered as they are in the run."""
        words = zlib.decompress(self._packed[place]).decode("utf-8", "surrogatepass")
        return list(numbered([decode(words, article.id)], self._about, self._before[place]))

    def drop(self, place: int) -> None:
        """Let go of the claims of an article: nobody takes them again."""
        self._packed[place] = b""

    def words(self) -> dict[str, float]:
        """Weigh the run's words; see `rarity_of`."""
        return rarity_of(self._seen, self._telling)
