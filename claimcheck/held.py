"""A run's claims, put away article by article until their story's turn: packed they take a twentieth of the records' memory."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence

from claimcheck.extract import numbered
from claimcheck.match.rarity import rarity_of, words_of
from claimcheck.model import Article, Claim
from claimcheck.store.codec import decode, encode


class Held:
    """The claims of articles, put in the run's order and taken in any."""

    def __init__(self, about: float) -> None:
        self._about = about
        self._packed: list[bytes] = []
        self._before = [0]
        self._seen: Counter[str] = Counter()
        self._telling = 0

    def put(self, claims: Sequence[Claim]) -> None:
        """Put the next article's claims away."""
        self._packed.append(zlib.compress(encode(claims).encode("utf-8", "surrogatepass"), 1))
        self._before.append(self._before[-1] + len(claims))
        self._seen.update(words_of(claims))
        self._telling += bool(claims)

    def take(self, place: int, article: Article) -> list[Claim]:
        """Give the claims of the article that was put in at this place, numbered as they are in the run."""
        words = zlib.decompress(self._packed[place]).decode("utf-8", "surrogatepass")
        return list(numbered([decode(words, article.id)], self._about, self._before[place]))

    def places(self, place: int) -> range:
        """Give the places in the run of the claims of the article that was put in at this place."""
        return range(self._before[place], self._before[place + 1])

    def words(self) -> dict[str, float]:
        """Weigh the run's words; see `rarity_of`."""
        return rarity_of(self._seen, self._telling)
