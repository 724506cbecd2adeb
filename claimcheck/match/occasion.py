"""Date claims of a story -> the same, with the story's own event named in one way.

"Thieves rammed the window on Monday", "Monday's robbery" and "jewels worth two million were taken on Monday" place one
event. What most articles of a story place on one day is its occasion; what another of its sentences places on that very
day, by a word of no class or a class of incidents, is the same event, and so is what an article's opening places there.
An undated article's bare weekday is that day where it names it. Another day is never renamed, so that no two dates are
set against each other by this.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from claimcheck.model import Claim, Day, Topic
from claimcheck.read.calendar import open_weekday
from claimcheck.read.factuality import AHEAD
from claimcheck.read.incidents import CLASS_OF, CLASSES, INCIDENTS, LIVES
from claimcheck.read.words import root

FEWEST = 2
"""Articles that must place the occasion on its day."""

Occasion = tuple[str, Day]


def occasions(claims: Sequence[Claim], story: Mapping[str, str]) -> dict[str, Occasion]:
    """Give each story's occasion: the class of incident and the day that most of its articles name together."""
    told: defaultdict[str, dict[Occasion, set[str]]] = defaultdict(dict)
    for claim in claims:
        day = _day(claim)
        if day is not None and claim.topic.attribute in INCIDENTS:
            key = claim.topic.attribute, day
            told[story[claim.article]].setdefault(key, set()).add(claim.article)
    found: dict[str, Occasion] = {}
    for name, spread in told.items():
        count = Counter({key: len(articles) for key, articles in spread.items()})
        best = min(count, key=lambda k: (-count[k], str(k[1].start), k[0]))
        if count[best] >= FEWEST:
            found[name] = best
    return found


def renamed(claim: Claim, occasion: Occasion | None, opens: bool = False) -> Claim:
    """Give a date claim of the occasion's day the occasion's name; any other claim as it is.

    `opens` says that the claim stands in the opening of its article, which tells of the article's own event.
    """
    if occasion is None or not _on(claim, occasion[1]):
        return claim
    told = claim.topic.attribute
    if (
        told == occasion[0]
        or told in LIVES
        or (told in CLASSES and told not in INCIDENTS)
        or claim.factuality.tense in AHEAD
    ):
        return claim
    return replace(claim, topic=_named(claim.topic, occasion[0])) if opens or _speaks_of(claim, occasion[0]) else claim


def _speaks_of(claim: Claim, name: str) -> bool:
    """Whether the sentence has a word of the class, or of an attack where that is what its verb says."""
    words = {root(word) for word in claim.context.terms}
    return claim.topic.attribute in INCIDENTS or any(CLASS_OF.get(word) == name for word in words)


def settle_days(
    claims: Iterable[Claim], story: Mapping[str, str], opens: Callable[[Claim], bool] = lambda claim: False
) -> tuple[Claim, ...]:
    """Name the story's own event in one way in all its date claims; `opens` says whether one stands in an opening."""
    held = tuple(claims)
    found = occasions(held, story)
    return tuple(renamed(claim, found.get(story[claim.article]), opens(claim)) for claim in held)


def _named(topic: Topic, name: str) -> Topic:
    """Give a topic with another attribute."""
    return replace(topic, attribute=name)


def _day(claim: Claim) -> Day | None:
    """Give the one day that a date claim names, by its bounds; None for anything longer."""
    if not isinstance(claim.value, Day) or claim.value.start is None or claim.value.start != claim.value.end:
        return None
    return Day(claim.value.start, claim.value.end, "")


def _on(claim: Claim, day: Day) -> bool:
    """Whether a date claim names the day, by its bounds or, where its article has no date, by its weekday."""
    value = claim.value
    if not isinstance(value, Day):
        return False
    if value.start is None and value.end is None and day.start is not None:
        return open_weekday(value.timex) == day.start.isoweekday()
    return _day(claim) == day
