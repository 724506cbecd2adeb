"""A finding in words: the question that its claims answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimcheck.lexicon import words as lexicon
from claimcheck.model import Claim, Figure
from claimcheck.read.deeds import ASKS, HEAD
from claimcheck.read.words import root

MOST_WORDS = 3
"""How many words of the sentences tell what an unnamed figure is about."""


def question(claims: Sequence[Claim]) -> str:
    """Word the question that a cluster's claims answer."""
    asked = {"figure": _figure, "date": _date, "status": _status, "name": _name, "quote": _quote}[claims[0].kind]
    return asked(claims)


def plural(noun: str) -> str:
    """Give the plural of a noun by spelling.

    >>> [plural(noun) for noun in ("body", "bus", "policeman", "child", "attack")]
    ['bodies', 'buses', 'policemen', 'children', 'attacks']
    """
    irregular: dict[str, str] = lexicon("questions")["plural"]
    if noun in irregular:
        return irregular[noun]
    if noun.endswith("man"):
        return f"{noun[:-2]}en"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "z", "ch", "sh")) else f"{noun}s"


def _common(values: Sequence[str]) -> str:
    """Give the commonest non-empty value; ties by text."""
    counts = Counter(v for v in values if v)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else ""


def _place(claims: Sequence[Claim]) -> str:
    """Give the place that most claims name."""
    return _common([c.topic.place or (c.context.places[0] if c.context.places else "") for c in claims])


def _bracketed(*parts: str) -> str:
    """Set what is known in brackets: " (Syria)"; nothing where nothing is."""
    known = ", ".join(dict.fromkeys(part for part in parts if part))
    return f" ({known})" if known else ""


def _figure(claims: Sequence[Claim]) -> str:
    """Word a figure's question: "How many people were killed (Qamishli)?"."""
    attribute = _common([c.topic.attribute for c in claims])
    subject = _common([c.topic.subject for c in claims])
    head = _common([c.context.head for c in claims])
    heads = plural("person" if not head or head in HEAD else head)  # "How many bodies were killed?"
    whose = f"{subject}: " if subject else ""
    if attribute == "distance":
        return f"How far is {_common([c.topic.place for c in claims]) or 'it'} from {subject}?"
    if attribute in ASKS:
        return f"{whose}{ASKS[attribute].format(head=heads)}{_bracketed(_place(claims))}?"
    value = claims[0].value
    unit = value.unit if isinstance(value, Figure) else ""
    near = _bracketed(*[word for word in _shared_words(claims) if word != unit.lower()][:MOST_WORDS])
    what: dict[str, str] = lexicon("questions")["figure"]
    if attribute in what:
        return f"{whose}{what[attribute]}{near}?"
    counted = heads if heads != "people" or unit == "person" else plural(attribute)
    return f"{whose}How many {counted}{near}?"


def _shared_words(claims: Sequence[Claim]) -> list[str]:
    """Give the words that the claims' clauses have in common, commonest first."""
    counts = Counter(w for c in claims for w in c.context.near)
    return [w for w, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n > 1 or len(claims) == 1]


def _date(claims: Sequence[Claim]) -> str:
    """Word a date's question: "When was the attack or accident (Idlib)?"."""
    subject = _common([c.topic.subject for c in claims])
    event = _common([c.topic.attribute for c in claims])
    told = lexicon("events")["asks"].get(event)
    if told:
        return f"When was {told}{_bracketed(subject, _place(claims))}?"
    said = _common([c.context.head for c in claims if c.topic.attribute == event]) or event
    return f"When{_bracketed(said, subject, _place(claims))}?"


def _status(claims: Sequence[Claim]) -> str:
    """Word a status's question by its frame's words: "What becomes of France's envoy (Niger)?"."""
    frame = lexicon("frames")[claims[0].topic.attribute]
    written = {root(holder): holder for holder in frame.get("holders", ())}
    subject = _common([c.topic.subject for c in claims])
    subject = written.get(subject, subject)
    asks = frame["asks"].removesuffix("?")
    unnamed: dict[str, str] = lexicon("questions")["subject"]
    told = asks.format(subject=subject or unnamed[frame["subject"]], place=_place(claims))
    beside = "" if "{subject}" in asks else subject
    return f"{told}{_bracketed(beside, _common([c.topic.place for c in claims]))}?"


def _name(claims: Sequence[Claim]) -> str:
    """Word a name's question: "Who is the head of UNICEF?", "What is the port called?"."""
    role = _common([c.topic.attribute for c in claims])
    subject = _common([c.topic.subject for c in claims])
    if role == "person" or role in lexicon("things")["rules"]["claimed"]:
        return f"What is the {role} called?"
    return f"Who is the {role}{f' of {subject}' if subject else ''}?"


def _quote(claims: Sequence[Claim]) -> str:
    """Word a quotation's question."""
    speaker = _common([c.source or c.topic.subject for c in claims])
    if not speaker:
        return "What was said?"
    return f"What did {speaker.replace('The ', 'the ', 1) if speaker.startswith('The ') else speaker} say?"
