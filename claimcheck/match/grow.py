"""Many articles -> stories in one pass: each article joins the story it is most like, or begins one of its own.

The mean likeness of an article to all articles of a story is the product of its vector with the sum of theirs, so that
no pair of articles is ever looked at, and a story of thousands costs an article as much as a story of two. Stories worth
a look are those that share several of the article's rarest names. What one pass has kept apart, a second joins.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

RAREST = 12
"""How many of an article's rarest names are looked up."""
SHARED = 2
"""Names that an article and a story must share."""
HOT = 100
"""A name that stands in more stories than this finds none."""
LOOKS = 8
"""How many stories an article is compared with at most: those that share the rarest names."""
LONE, CLEARLY = 0.06, 1.8
"""Mean likeness from which a lone article joins a story, and how many times nearer than the next it must be."""
HALF_LIFE_DAYS = 45.0
"""After so many days between two articles their likeness counts half."""

Vector = Mapping[str, float]


def nearness(a: date | None, b: date | None) -> float:
    """Give 1 for days of one week, less with the weeks between; 1 where a day is unknown."""
    if a is None or b is None:
        return 1.0
    days = abs((a - b).days)
    return 1.0 if days <= 7 else 0.5 ** ((days - 7) / HALF_LIFE_DAYS)


class Growing:
    """One story as it grows: its articles, the sum of their vectors, their days and their rarest names.

    Most stories stay with one article: its vector is packed, which takes a fifth of a dictionary's memory.
    """

    __slots__ = ("_packed", "_total", "days", "members", "names")

    def __init__(self, member: int, vector: Vector, day: date | None, names: frozenset[str]) -> None:
        self.members = [member]
        self._packed = (tuple(vector), array("d", vector.values()))
        self._total: dict[str, float] = {}
        self.days: Counter[date | None] = Counter([day])
        self.names: set[str] | frozenset[str] = names

    def total(self) -> dict[str, float]:
        """Give the sum of the articles' vectors."""
        return self._total or dict(zip(*self._packed, strict=True))

    def likeness(self, other: Growing, total: Vector) -> float:
        """Give the mean likeness of the articles of two stories, less with the days between; `total` is that of `other`."""
        few, many = (self._total, total) if len(self._total) <= len(total) else (total, self._total)
        told = few.items() if self._total else zip(*self._packed, strict=True)
        product = sum([weight * many[word] for word, weight in told if word in many])
        near = sum(n * m * nearness(d, e) for d, n in self._days() for e, m in other._days())
        count = len(self.members) * len(other.members)
        return product / count * near / sum(n * m for _, n in self._days() for _, m in other._days())

    def _days(self) -> Sequence[tuple[date | None, int]]:
        """Give the days that most articles are of: a few say enough of a long story."""
        return self.days.most_common(5)

    def take(self, other: Growing) -> None:
        """Take in another story."""
        self.members += other.members
        self.days += other.days
        self.names = {*self.names, *other.names}
        total = self.total()
        for word, weight in other.total().items():
            total[word] = total.get(word, 0.0) + weight
        self._total, self._packed = total, ((), array("d"))


class Index:
    """Which stories hold a name, and how much the name says."""

    def __init__(self, spread: Mapping[str, int], articles: int) -> None:
        self._worth = {w: math.log((articles + 1) / n) for w, n in spread.items()}
        self._holders: defaultdict[str, dict[int, None]] = defaultdict(dict)

    def add(self, story: int, names: Iterable[str]) -> None:
        """Enter a story under its names."""
        for name in names:
            self._holders[name][story] = None

    def drop(self, story: int, names: Iterable[str]) -> None:
        """Forget a story."""
        for name in names:
            self._holders[name].pop(story, None)

    def near(self, names: Iterable[str], but: int = -1) -> list[int]:
        """Give the stories that share most with some names, best first, ties by number."""
        worth: defaultdict[int, float] = defaultdict(float)
        count: Counter[int] = Counter()
        for name in sorted(names):
            held = self._holders.get(name, ())
            if len(held) <= HOT:
                for story in held:
                    worth[story] += self._worth[name]
                    count[story] += 1
        ranked = sorted((-w, story) for story, w in worth.items() if count[story] >= SHARED and story != but)
        return [story for _, story in ranked[:LOOKS]]


def grow(vectors: Iterator[Vector], days: Sequence[date | None], spread: Mapping[str, int], join: float) -> list[int]:
    """Give each article's group, numbered by first member; `spread` counts the articles that have a name.

    `vectors` are unit vectors of word and weight, a name's word capitalised; they are taken one by one.
    """
    index = Index(spread, len(days))
    stories: dict[int, Growing] = {}
    for i, vector in enumerate(vectors):
        rarest = sorted((w for w in vector if spread.get(w, 0) >= 2), key=lambda w: (spread[w], w))[:RAREST]
        names = frozenset(rarest)
        one = Growing(i, vector, days[i], names)
        best = max(((stories[s].likeness(one, vector), -s) for s in index.near(names)), default=(0.0, 0))
        if best[0] >= join:
            stories[-best[1]].take(one)
            index.add(-best[1], names)
        else:
            stories[i] = one
            index.add(i, names)
    _join(stories, index, join)
    _adopt(stories, index)
    home = {member: min(story.members) for story in stories.values() for member in story.members}
    order: dict[int, int] = {}
    return [order.setdefault(home[i], len(order)) for i in range(len(days))]


def _join(stories: dict[int, Growing], index: Index, join: float) -> None:
    """Join the stories that one pass has kept apart."""
    for number in sorted(stories):
        story = stories[number]
        total = story.total()
        near = [(stories[s].likeness(story, total), -s) for s in index.near(_rare(story, index), number)]
        best = max(near, default=(0.0, 0))
        if best[0] >= join:
            _move(stories, index, number, -best[1])


def _rare(story: Growing, index: Index) -> set[str]:
    """Give the names of a story that may find another: the rarest of a long one."""
    return set(sorted(story.names, key=lambda w: (-index._worth[w], w))[: 4 * RAREST])


def _move(stories: dict[int, Growing], index: Index, number: int, into: int) -> None:
    moved = stories.pop(number)
    index.drop(number, moved.names)
    stories[into].take(moved)
    index.add(into, moved.names)


def _adopt(stories: dict[int, Growing], index: Index) -> None:
    """Give a lone article to the story it is clearly nearest to: a short item shares few words with anything."""
    for number in sorted(stories):
        story = stories[number]
        if len(story.members) > 1:
            continue
        near = [s for s in index.near(story.names, number) if len(stories[s].members) > 1]
        total = story.total()
        ranked = sorted(((stories[s].likeness(story, total), -s) for s in near), reverse=True)
        next_best = ranked[1][0] if len(ranked) > 1 else LONE
        if ranked and ranked[0][0] >= CLEARLY * max(LONE, next_best):
            _move(stories, index, number, -ranked[0][1])
