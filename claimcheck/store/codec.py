"""Claims <-> JSON: lists in the order of the fields, without the article's id and the claim's, which a run gives."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from sys import intern
from typing import Any

from claimcheck.model import (
    Claim,
    Context,
    Day,
    Factuality,
    Figure,
    Holder,
    Interval,
    Span,
    State,
    Topic,
    Value,
    Words,
)

TERMS, ENTITIES = 14, 15
"""Where the words of a claim's sentence stand in its row."""


def encode(claims: Sequence[Claim]) -> str:
    """Write an article's claims."""
    return json.dumps([_claim(claim) for claim in claims], ensure_ascii=False, separators=(",", ":"))


def decode(payload: str, article: str) -> tuple[Claim, ...]:
    """Read an article's claims again; ValueError, TypeError or KeyError for what `encode` has not written."""
    return tuple([_read(row, article) for row in json.loads(payload)])


def count_and_words(payload: str) -> tuple[int, set[str]]:
    """Give the number of claims that `encode` has written, and the words and names of their sentences."""
    rows = json.loads(payload)
    return len(rows), {intern(word) for row in rows for words in (row[TERMS], row[ENTITIES]) for word in words}


def _claim(claim: Claim) -> list[Any]:
    topic, context, facts = claim.topic, claim.context, claim.factuality
    return [
        claim.kind,
        claim.span.start,
        claim.span.end,
        claim.sentence.start,
        claim.sentence.end,
        [topic.attribute, topic.subject, topic.place, topic.event, topic.scope],
        _value(claim.value),
        _interval(claim.as_of),
        claim.source,
        claim.cue,
        [facts.certainty, facts.polarity, facts.tense],
        context.head,
        context.qualifiers,
        context.near,
        context.terms,
        context.entities,
        context.places,
        None if context.when is None else _interval(context.when),
        context.family,
        context.revision,
        claim.stance,
    ]


def _read(row: list[Any], article: str) -> Claim:
    kind, start, end, first, last, topic, value, as_of, source, cue, facts, *rest = row
    head, qualifiers, near, terms, entities, places, when, family, revision, stance = rest
    context = Context(  # The same words stand in thousands of claims: one string for all of them.
        head,
        tuple(map(intern, qualifiers)),
        tuple(map(intern, near)),
        tuple(map(intern, terms)),
        tuple(map(intern, entities)),
        tuple(map(intern, places)),
        None if when is None else _days(*when),
        family,
        revision,
    )
    return Claim(
        "",
        article,
        intern(kind),
        Span(start, end),
        _sentence(first, last),
        _topic(*topic),
        _VALUES[value[0]](*value[1:]),
        _days(*as_of),
        intern(source),
        intern(cue),
        _facts(*facts),
        context,
        intern(stance),
    )


def _value(value: Value) -> list[Any]:
    if isinstance(value, Figure):
        return ["figure", value.number, value.low, value.high, value.modifier, value.unit, value.ambiguous]
    if isinstance(value, Day):
        return ["day", _iso(value.start), _iso(value.end), value.timex]
    if isinstance(value, State):
        return ["state", value.frame, value.state]
    if isinstance(value, Holder):
        return ["holder", value.name, value.role]
    return ["words", value.text]


_VALUES: dict[str, Callable[..., Value]] = {
    "figure": lru_cache(maxsize=4096, typed=True)(Figure),  # Typed: 22 and 22.0 are written differently.
    "day": lambda start, end, timex: Day(_day(start), _day(end), timex),
    "state": lru_cache(maxsize=1024)(State),
    "holder": lru_cache(maxsize=1024)(Holder),
    "words": Words,
}


def _interval(interval: Interval) -> list[Any]:
    return [_iso(interval.start), _iso(interval.end), interval.origin]


@lru_cache(maxsize=4096)
def _days(start: str | None, end: str | None, origin: str) -> Interval:
    return Interval(_day(start), _day(end), origin)


_sentence = lru_cache(maxsize=64)(Span)
_topic = lru_cache(maxsize=4096)(Topic)
_facts = lru_cache(maxsize=256)(Factuality)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
