"""The slots in which two claims are compared, each an ordered list of levels that ends in "else".

"missing" is a level of its own. The values take no part: two claims must be able to answer one question differently.
Names and quotations are the exception that their kinds demand: there the name, or the words, are the question.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import lru_cache

from claimcheck.lexicon import words as lexicon
from claimcheck.match.rarity import Likeness
from claimcheck.model import Claim, Holder, Interval, Words
from claimcheck.read.deeds import FAMILY, HEAD_GROUP
from claimcheck.read.factuality import AHEAD
from claimcheck.read.other_events import BESIDE
from claimcheck.read.spelling import same_name
from claimcheck.read.wording import same_words
from claimcheck.read.words import stem

TIMELESS = frozenset({"age", "children"})
"""Attributes of a person, of which a time beside them says nothing."""
LASTING = frozenset({"war", "period", "past"})
"""Events under which a war's figures may go, by the words beside them."""
WAR = frozenset(stem(word) for word in lexicon("events")["lasting"])
RECENT, STORY = 5, 31
"""Days before publication in which an article tells of its own event; and days between two articles that may tell of one."""
STANDING = frozenset({"missing", "trapped", "hospitalised", "critical"})
"""Attributes of people whose number falls from day to day."""
Level = Callable[[Claim, Claim, Likeness], str]


@lru_cache(maxsize=65536)
def alike(a: str, b: str) -> bool:
    """Whether two names may be one."""
    return a == b or same_name(a, b)


def differ(a: str, b: str) -> bool:
    """Whether both are known and not the same name."""
    return bool(a and b) and not alike(a, b)


def share_one(x: Iterable[str], y: Collection[str]) -> bool:
    """Whether a name of the one may be a name of the other."""
    return any(alike(p, q) for p in x for q in y)


def shared_words(a: Claim, b: Claim) -> set[str]:
    """Give the words that the clauses of both have."""
    return {*a.context.near} & {*b.context.near}


def attribute(a: Claim, b: Claim, likeness: Likeness) -> str:
    """Compare what is dated, or in what frame or role it is."""
    return "same" if a.topic.attribute == b.topic.attribute else "else"


def thing(a: Claim, b: Claim, likeness: Likeness) -> str:
    """Compare what is counted and what happened to it, as one: "22 killed" and "22 people were killed"."""
    deeds = _deeds(a.topic.attribute, b.topic.attribute)
    if not a.context.head or not b.context.head:
        noun = "" if deeds.startswith("same") else "no noun" if a.context.head == b.context.head else "one noun"
        if noun:
            return f"{deeds}, {noun}"
    return f"{deeds}, {_heads(a.context.head, b.context.head)}"


def _deeds(x: str, y: str) -> str:
    """Compare what happened to the things counted."""
    if x in FAMILY and y in FAMILY:
        if x == y:
            return "same toll" if FAMILY[x] == "toll" else "same deed"
        return "other deed"
    if x in FAMILY or y in FAMILY:
        return "one deed"
    return "no deed"


def _heads(x: str, y: str) -> str:
    """Compare the counted nouns; no noun is anyone."""
    g, h = HEAD_GROUP.get(x, x) or "person", HEAD_GROUP.get(y, y) or "person"
    if g == h:
        return "anyone" if g == "person" else "same noun"
    return "one anyone" if "person" in (g, h) else "other noun"


def qualifiers(a: Claim, b: Claim, likeness: Likeness) -> str:
    """Compare the words before the counted noun."""
    x, y = set(a.context.qualifiers), set(b.context.qualifiers)
    if not x and not y:
        return "missing"
    if x & y:
        return "shared"
    return "one-missing" if not x or not y else "else"


def subject(a: Claim, b: Claim, likeness: Likeness) -> str:
    """Compare whose it is."""
    x, y = a.topic.subject, b.topic.subject
    if not x or not y:
        return "missing"
    return "same" if alike(x, y) else "else"


def scope(a: Claim, b: Claim, likeness: Likeness) -> str:
    """Compare whether all of them are counted, a part, or more of them."""
    x, y = a.topic.scope, b.topic.scope
    if x == y:
        return "same" if x else "both-all"
    return "else"


def one_war(a: Claim, b: Claim) -> bool:
    """Whether both clauses tell of a war, under whatever of its names their figures go."""
    if not {a.topic.event, b.topic.event} <= LASTING:
        return False
    return not WAR.isdisjoint(a.context.near) and not WAR.isdisjoint(b.context.near)


def event(a: Claim, b: Claim, likeness: Likeness) -> str:
    """Compare the long event that the clause names: a war's figures and one day's."""
    x, y = ("" if c.topic.event == BESIDE else c.topic.event for c in (a, b))
    if x == y:
        return "same" if x else "missing"
    return "same" if one_war(a, b) else "else"


def days_apart(a: Interval | None, b: Interval | None) -> int | None:
    """Give the days between two intervals, 0 where they meet, None where one is unknown."""
    if a is None or b is None or not (a.start and a.end and b.start and b.end):
        return None
    return max(0, (b.start - a.end).days, (a.start - b.end).days)


def both_current(a: Claim, b: Claim) -> bool:
    """Whether both are tolls of their articles' own event, each with a time of its last days: of the blow, or of the count."""
    counts = all(c.context.family == "toll" or c.topic.attribute in STANDING for c in (a, b))
    if not counts or not a.topic.event == b.topic.event == "":
        return False
    apart = days_apart(a.as_of, b.as_of)
    return apart is not None and apart <= STORY and _current(a) and _current(b)


def _current(claim: Claim) -> bool:
    """Whether the time told beside a claim lies in the last days before its article."""
    told, said = claim.context.when, claim.as_of
    return told is None or bool(told.end and said.end and 0 <= (said.end - told.end).days <= RECENT)


def when(a: Claim, b: Claim, likeness: Likeness) -> str:
    """Compare the time told of; how old somebody is hangs on none."""
    if (a.topic.attribute == b.topic.attribute and a.topic.attribute in TIMELESS) or both_current(a, b):
        return "missing"
    gap = days_apart(a.context.when, b.context.when)
    if gap is None:
        return "missing"
    return "same" if gap == 0 else "near" if gap <= 2 else "else"


def place(a: Claim, b: Claim, likeness: Likeness) -> str:
    """Compare the places of the clause."""
    x, y = a.context.places, b.context.places
    if not x or not y:
        return "missing"
    if alike(x[0], y[0]):
        return "same"
    return "shared" if share_one(x, y) else "else"


def entities(a: Claim, b: Claim, likeness: Likeness) -> str:
    """Compare the names of the two sentences."""
    if not a.context.entities or not b.context.entities:
        return "missing"
    return likeness.level(a.context.entities, b.context.entities)


def near(a: Claim, b: Claim, likeness: Likeness) -> str:
    """Compare the words of the two clauses."""
    return likeness.level(a.context.near, b.context.near)


def terms(a: Claim, b: Claim, likeness: Likeness) -> str:
    """Compare the words of the two sentences."""
    return likeness.level(a.context.terms, b.context.terms)


def source(a: Claim, b: Claim, likeness: Likeness) -> str:
    """Compare who says so."""
    if not a.source or not b.source:
        return "missing"
    return "same" if alike(a.source, b.source) else "else"


def name(a: Claim, b: Claim, likeness: Likeness) -> str:
    """Compare the names themselves: one person in two spellings."""
    if not isinstance(a.value, Holder) or not isinstance(b.value, Holder):
        return "missing"
    return "same" if alike(a.value.name, b.value.name) else "else"


def wording(a: Claim, b: Claim, likeness: Likeness) -> str:
    """Compare two quotations word by word."""
    if not isinstance(a.value, Words) or not isinstance(b.value, Words):
        return "missing"
    value = same_words(a.value.text, b.value.text)
    return next((f"{step:.2f}" for step in (0.95, 0.8, 0.65, 0.55, 0.45) if value >= step), "else")


def tense(a: Claim, b: Claim, likeness: Likeness) -> str:
    """Compare whether it happened or lies ahead."""
    x, y = a.factuality.tense in AHEAD, b.factuality.tense in AHEAD
    return "same" if x == y else "else"


SLOTS: dict[str, tuple[tuple[str, Level], ...]] = {
    "figure": (
        ("thing", thing),
        ("qualifiers", qualifiers),
        ("subject", subject),
        ("scope", scope),
        ("event", event),
        ("when", when),
        ("place", place),
        ("entities", entities),
        ("near", near),
        ("terms", terms),
    ),
    "date": (
        ("attribute", attribute),
        ("subject", subject),
        ("tense", tense),
        ("place", place),
        ("entities", entities),
        ("near", near),
        ("terms", terms),
    ),
    "status": (
        ("attribute", attribute),
        ("subject", subject),
        ("place", place),
        ("entities", entities),
        ("near", near),
        ("terms", terms),
    ),
    "name": (
        ("attribute", attribute),
        ("subject", subject),
        ("name", name),
        ("entities", entities),
        ("near", near),
    ),
    "quote": (
        ("wording", wording),
        ("source", source),
        ("terms", terms),
    ),
}
