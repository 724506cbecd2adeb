"""Two figures of which no list knows that they are of one thing -> whether their clauses tell enough in common."""

from __future__ import annotations

from claimcheck.match.alone import SHARES, sort_of
from claimcheck.match.copied import copied
from claimcheck.match.levels import alike, differ, share_one, shared_words
from claimcheck.match.measure import dimension_of, within
from claimcheck.match.slips import one_with_a_slip
from claimcheck.model import Claim, Figure
from claimcheck.read.deeds import ACCOUNTS, AFTER, BEFORE, FAMILY, HEAD_GROUP, NOUN, OF_PEOPLE, PARTS, SUMS
from claimcheck.read.gazetteer import countries
from claimcheck.read.precision import broken
from claimcheck.read.units import dimension
from claimcheck.read.words import stem

CLOSE = 0.15
"""How far two numbers may lie apart and still be one, rounded."""
FAR, SLIP = 5, 500
"""Ratios of two sums between which they are two; a larger one may be a slip, million for billion."""
LOCATED = frozenset({"distance", "population"})
"""Attributes of places."""
SOME_ABOARD = frozenset({"passenger", "crew", "member", "sailor", "pilot", "attendant", "tourist"})
"""Heads of those who are a part of all aboard."""
DEEDS = frozenset(stem(word) for word in (*AFTER, *BEFORE, *NOUN))
"""Stems of the words that only say what happened."""
RESULTS = frozenset({"score", "ballot"})
"""Attributes of how a game or a vote ended."""
COMPASS = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "mile", "kilometre", "km"}
)
"""Words of a distance that say nothing of what lies there."""
COMMON = 2
"""Words that the clauses of two numbers, each alone in its article, must have in common."""


def loosely_told(a: Claim, b: Claim) -> bool:
    """Whether two numbers differ, no list knows what they count, and their clauses have too little in common."""
    x, y = a.value, b.value
    if (
        not isinstance(x, Figure)
        or not isinstance(y, Figure)
        or ("money" in (dimension(x.unit), dimension(y.unit)) and x.unit != y.unit)
    ):
        return False
    known = a.topic.attribute in FAMILY and a.topic.attribute == b.topic.attribute
    away = "distance" in (a.topic.attribute, b.topic.attribute)
    if a.topic.attribute in LOCATED:  # Of what, no list knows: it must be named.
        known = known and _located(a, b)
    if known or x.number is None or y.number is None or x.number == y.number or _one_turnout(a, b):
        return False
    if one_with_a_slip(a, b) or copied(a, b):
        return False
    return not within(x, y, CLOSE) and not much_shared(a, b) and (away or not only_ones(a, b))


def _one_turnout(a: Claim, b: Claim) -> bool:
    """Whether both tell how many voted: of all percentages the one that a story has one of."""
    return a.context.qualifiers == b.context.qualifiers == ("turnout",)


def only_ones(a: Claim, b: Claim) -> bool:
    """Whether each is the only number of one sort in its article, told in words and with names in common.

    Sentences that name others tell of others: two players' games, two towns' streets.
    """
    return met(telling_of(a), telling_of(b))


Telling = tuple[tuple[str, ...], frozenset[str], tuple[str, ...]]


def telling_of(claim: Claim) -> Telling | None:
    """Give the sort, words and names of a figure that is the only one of its sort in its article, else None."""
    held = claim.context
    return (sort_of(claim), frozenset(held.near), held.entities) if held.alone else None


def met(x: Telling | None, y: Telling | None) -> bool:
    """Whether two such figures are of one sort, told in words and with names in common."""
    if x is None or y is None or x[0] != y[0]:
        return False
    if x[0][0] == "duration":  # What lasts is named: a story has one strike, one truce.
        return bool(x[1] & y[1]) or share_one(x[2], y[2])
    shared = len(x[1] & y[1]) + (x[0][0] == "money")  # One currency is a word in common.
    if not x[2] or not y[2]:
        return shared > COMMON
    return shared >= COMMON and share_one(x[2], y[2])


def _located(a: Claim, b: Claim) -> bool:
    """Whether both name what lies there; for those who live there a place that both clauses name will do.

    So it is with what lies so far from one place, where each article tells of one thing that does: "the ambush, 70 km from Orsa".
    """
    if a.topic.place and b.topic.place:
        return True
    if a.topic.attribute == "distance":
        if not (a.context.alone and b.context.alone) or a.topic.place or b.topic.place:
            return False
        said = shared_words(a, b) - COMPASS - {*a.topic.subject.casefold().split()}
        return bool(said) and alike(a.topic.subject, b.topic.subject)
    x, y = ([c.topic.place] if c.topic.place else c.context.places for c in (a, b))
    return a.topic.attribute == "population" and share_one(x, y)


def part_aboard(a: Claim, b: Claim) -> bool:
    """Whether one counts the passengers or the crew and the other all who were aboard, and the two numbers differ."""
    if not a.topic.attribute == b.topic.attribute == "aboard" or a.value == b.value:
        return False
    x, y = a.context.head, b.context.head
    return x != y and not SOME_ABOARD.isdisjoint((x, y))


def other_located(a: Claim, b: Claim) -> bool:
    """Whether two distances, the people of two towns, or soldiers of two countries are of two places that are named."""
    x, y = a.topic.attribute, b.topic.attribute
    if x != y:
        return "distance" in (x, y) and a.article == b.article
    return x in LOCATED | {"stationed"} and differ(a.topic.place, b.topic.place)


def other_game(a: Claim, b: Claim) -> bool:
    """Whether two results that differ are of two games, or of two votes told in other words.

    A game is one where both tell who won and who lost; one article's results are of as many games as it tells.
    """
    results = {a.topic.attribute, b.topic.attribute} & RESULTS
    if not results or a.value == b.value:
        return len(results) == 1 and a.topic.attribute != b.topic.attribute
    if a.article == b.article or a.topic.attribute != b.topic.attribute:
        return True
    if a.topic.attribute == "ballot":
        return not much_shared(a, b)
    x, y = a.context.qualifiers, b.context.qualifiers
    return not (x and y and all(_one_side(ours, theirs) for ours, theirs in zip(x, y, strict=True)))


def _one_side(x: str, y: str) -> bool:
    """Whether two names are of one side: "Chiefs" and "Kansas City Chiefs", "Arema" and "Arema FC"."""
    long, short = (x, y) if len(x) > len(y) else (y, x)
    return long == short or long.endswith(f" {short}") or long.startswith(f"{short} ")


def other_share(a: Claim, b: Claim) -> bool:
    """Whether two percentages that differ are of different things, or one is of a sort, turnout or the vote, of which the other is not told."""
    x, y = a.value, b.value
    if (
        not isinstance(x, Figure)
        or not isinstance(y, Figure)
        or not x.unit == y.unit == "percent"
        or x.number == y.number
    ):
        return False
    ours, theirs = a.context.qualifiers, b.context.qualifiers
    return ours != theirs and (bool(ours and theirs) or not SHARES.isdisjoint((*ours, *theirs)))


def other_toll(a: Claim, b: Claim) -> bool:
    """Whether one article counts the dead twice, to different numbers, in clauses that have nothing else in common.

    Two authorities who differ are another matter.
    """
    x, y = a.value, b.value
    if (
        a.article != b.article
        or a.source != b.source
        or a.context.family != "toll"
        or not isinstance(x, Figure)
        or not isinstance(y, Figure)
    ):
        return False
    exact = x.number is not None and y.number is not None and x.number != y.number and not (x.modifier or y.modifier)
    if not exact or a.context.revision or b.context.revision:
        return False
    return not (shared_words(a, b) - DEEDS or share_one(a.context.places, b.context.places))


def other_sum(a: Claim, b: Claim) -> bool:
    """Whether two fines, bids, packages, votes, crews or numbers of new jobs that differ are told in sentences without a name in common.

    So it is with what was taken in two towns.
    """
    if a.topic.attribute == b.topic.attribute == "stolen":
        return a.value != b.value and two_places(a, b)
    if (
        a.topic.attribute != b.topic.attribute
        or a.topic.attribute not in SUMS | {"hired", "vote", "crew"}
        or a.value == b.value
    ):
        return False
    return not share_one(a.context.entities, b.context.entities)


def other_account(a: Claim, b: Claim) -> bool:
    """Whether two profits, revenues or prices that differ are of two measures, times or firms: "statutory profit", "profit in the first half"."""
    if a.topic.attribute != b.topic.attribute or a.topic.attribute not in ACCOUNTS | {"price"} or a.value == b.value:
        return False
    if a.topic.attribute == "price":
        return a.context.qualifiers != b.context.qualifiers
    firms = (a.context.entities, b.context.entities)
    return a.context.qualifiers != b.context.qualifiers or (all(firms) and not share_one(*firms))


def other_part(a: Claim, b: Claim) -> bool:
    """Whether two parts that differ are of nobody in particular, told in clauses with too little in common: "two of the bodies".

    So it is with those by whom a toll grew in two places.
    """
    if a.topic.scope != b.topic.scope or not a.topic.scope or a.value == b.value:
        return False
    if a.topic.scope == "more":
        return two_places(a, b) and not much_shared(a, b)
    named = {HEAD_GROUP.get(c.context.head, c.context.head) for c in (a, b)}
    return (len(named) > 1 or named <= {"", "person"}) and not much_shared(a, b)


def two_places(a: Claim, b: Claim) -> bool:
    """Whether both clauses name towns or regions, and none in common."""
    x, y = ([place for place in c.context.places if place not in countries()] for c in (a, b))
    return bool(x and y) and not share_one(x, y)


def other_town(a: Claim, b: Claim) -> bool:
    """Whether two crowds are told of in different towns: those who march on one day are counted town by town."""
    return a.topic.attribute == b.topic.attribute == "protested" and two_places(a, b)


def fraction(a: Claim, b: Claim) -> bool:
    """Whether one is a fraction of nothing named and the other counts things: "magnitudes from 3.6 to 4.3", "four aftershocks"."""
    if a.topic.attribute == b.topic.attribute:
        return False
    x, y = (isinstance(c.value, Figure) and broken(c.value.number, c.value.low, c.value.high) for c in (a, b))
    return x != y and bool(a.context.head or b.context.head) and dimension_of(a) == dimension_of(b) == "count"


def two_sums(a: Claim, b: Claim) -> bool:
    """Whether one article tells two sums of what was taken or earned: its own loot and that of an earlier theft.

    In one sentence any two sums are two; elsewhere they must lie far apart, for an article can be at odds with itself.
    """
    x, y = a.value, b.value
    if a.article != b.article or a.context.family != "fact" or not isinstance(x, Figure) or not isinstance(y, Figure):
        return False
    if not dimension_of(a) == dimension_of(b) == "money" or x.unit != y.unit or not x.number or not y.number:
        return False
    if a.context.revision or b.context.revision or within(x, y, CLOSE):
        return False
    low, high = sorted((abs(x.number), abs(y.number)))
    return a.sentence == b.sentence or FAR <= high / low <= SLIP


def deed_untold(a: Claim, b: Claim) -> bool:
    """Whether the wording is too little for counts of people of whom one clause alone says what happened to them.

    Where either counts a part of them (children, police), nothing else puts the two together.
    """
    if {HEAD_GROUP.get(c.context.head) for c in (a, b)} & PARTS:
        return False
    deeds = [c.topic.attribute in OF_PEOPLE for c in (a, b)]
    return deeds[0] != deeds[1] and all(dimension_of(c) == "count" for c in (a, b)) and loosely_told(a, b)


def much_shared(a: Claim, b: Claim) -> bool:
    """Whether two clauses have four words in common, and most of the shorter one's, or all three of it."""
    shared = shared_words(a, b)
    if len(shared) == 3 == min(len(a.context.near), len(b.context.near)):
        return True
    return len(shared) >= 4 and len(shared) >= 0.6 * min(len(a.context.near), len(b.context.near))
