"""A finding in words: the question that its claims answer, and why its verdict is what it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimcheck.lexicon import words as lexicon
from claimcheck.model import Claim, Figure, Relation
from claimcheck.read.deeds import ASKS

THINGS = frozenset(
    {
        "port",
        "island",
        "ship",
        "bank",
        "street",
        "village",
        "town",
        "city",
        "company",
        "river",
        "lake",
        "district",
        "hospital",
        "school",
        "airport",
    }
)
"""Roles of the name kind that are things, not offices."""


def question(claims: Sequence[Claim]) -> str:
    """Word the question that a cluster's claims answer."""
    asked = {"figure": _figure, "date": _date, "status": _status, "name": _name, "quote": _quote}[claims[0].kind]
    return asked(claims)


def _common(values: Sequence[str]) -> str:
    """Give the commonest non-empty value; ties by text."""
    counts = Counter(v for v in values if v)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else ""


def _where(claims: Sequence[Claim]) -> str:
    """Word the place that most claims name."""
    place = _common([c.topic.place or (c.context.places[0] if c.context.places else "") for c in claims])
    return f" ({place})" if place else ""


def _figure(claims: Sequence[Claim]) -> str:
    """Word a figure's question: "How many people were killed (Qamishli)?"."""
    attribute = _common([c.topic.attribute for c in claims])
    subject = _common([c.topic.subject for c in claims])
    head = _common([c.context.head for c in claims]) or "people"
    heads = {"person": "people", "child": "children", "woman": "women", "man": "men"}.get(head, f"{head}s")
    whose = f"{subject}: " if subject else ""
    if attribute in ASKS:
        return f"{whose}{ASKS[attribute].format(head=heads)}{_where(claims)}?"
    value = claims[0].value
    unit = value.unit if isinstance(value, Figure) else ""
    what = {"age": "How old", "money": "How much money", "percent": "What share", "duration": "How long"}.get(attribute)
    near = ", ".join(_shared_words(claims)[:3])
    about = f" ({near})" if near else ""
    if what:
        return f"{whose}{what}{about}?"
    return f"{whose}How many {heads if head != 'people' or unit == 'person' else attribute}{about}?"


def _shared_words(claims: Sequence[Claim]) -> list[str]:
    """Give the words that the claims' clauses have in common, commonest first."""
    counts = Counter(w for c in claims for w in c.context.near)
    return [w for w, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n > 1 or len(claims) == 1]


def _date(claims: Sequence[Claim]) -> str:
    """Word a date's question."""
    subject = _common([c.topic.subject for c in claims])
    event = _common([c.topic.attribute for c in claims])
    told = lexicon("events")["asks"].get(event, event)
    return f"When: {told}{f', {subject}' if subject else ''}{_where(claims)}?"


def _status(claims: Sequence[Claim]) -> str:
    """Word a status's question from its frame."""
    topic = claims[0].topic
    subject = _common([c.topic.subject for c in claims])
    place = _common([c.topic.place for c in claims])
    return f"{topic.attribute.replace('_', ' ').replace('-', ' ')}: {subject or '?'}{f' ({place})' if place else ''}"


def _name(claims: Sequence[Claim]) -> str:
    """Word a name's question."""
    role = _common([c.topic.attribute for c in claims])
    subject = _common([c.topic.subject for c in claims])
    if role == "person" or role in lexicon("things")["rules"]["claimed"]:
        return f"What is the {role} called?"
    asks = "What is the name of the" if role in THINGS else "Who is"
    return f"{asks} {role}{f' of {subject}' if subject else ''}?"


def _quote(claims: Sequence[Claim]) -> str:
    """Word a quotation's question."""
    return f"What did {_common([c.source or c.topic.subject for c in claims]) or 'they'} say?"


def why(code: str, groups: Sequence[Sequence[Claim]], relations: Sequence[Relation]) -> str:
    """Word the reason: what the code says."""
    entry = lexicon("codes").get(code)
    return str(entry["says"]) if entry else code
