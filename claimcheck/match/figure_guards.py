"""What holds two figures apart: another deed, thing counted, owner, day, place, size or event."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.match.copied import copied
from claimcheck.match.levels import alike, both_current, days_apart, differ, one_war, share_one, shared_words
from claimcheck.match.measure import bare_sum
from claimcheck.match.sizes import far_apart, other_size
from claimcheck.match.slips import one_with_a_slip
from claimcheck.match.telling import (
    DEEDS,
    deed_untold,
    fraction,
    loosely_told,
    much_shared,
    other_account,
    other_game,
    other_located,
    other_part,
    other_share,
    other_sum,
    other_toll,
    other_town,
    part_aboard,
    two_places,
    two_sums,
)
from claimcheck.model import Claim, Figure, Interval
from claimcheck.read.deeds import ACCOUNTS, FAMILY, HEAD_GROUP, MILITARY, OF_PEOPLE, PARTS
from claimcheck.read.gazetteer import countries
from claimcheck.read.other_events import AT, BESIDE, COMPARED, OF, WIDER

SHARED = 0.6
"""Share of a clause's words that two clauses with different days must have in common to be of one event."""
SAME_MATTER = 2
"""Words beside those of the deed that two clauses must have in common that name but one country."""
LISTED = ACCOUNTS | {"population", "vote"}
"""Attributes of which one sentence lists several: of two towns, of two branches of a firm."""
PERSONAL = frozenset({"age", "children", "rank", "prison_term", "employed", "vote_share"})
"""Attributes of one person, of whoever holds a place, or of one firm."""
ACCUSED = frozenset({"arrested", "charged", "freed"})
"""Attributes of those whom the police take for suspects."""
ONE_EVENTS = frozenset({"magnitude", "attackers", "aboard"})
"""Attributes of facts that belong to one event."""


def _group(claim: Claim) -> str:
    """Give the group of what is counted."""
    return HEAD_GROUP.get(claim.context.head, claim.context.head)


def figure_guard(a: Claim, b: Claim) -> str:
    """Guard figures: attribute, things counted, whose, when, of which event; the first that holds names itself."""
    return next((name for name, apart in FIGURE_GUARDS if apart(a, b)), "")


def _other_attribute(a: Claim, b: Claim) -> bool:
    """Whether the lists know two different deeds: killed, injured; people of no known deed are not stationed."""
    x, y = a.topic.attribute, b.topic.attribute
    return (x in FAMILY and y in FAMILY and x != y) or {x, y} in ({"stationed", "person"}, {"prison_term", "duration"})


def _other_sizes(a: Claim, b: Claim) -> bool:
    """Whether a compound adjective names the size of something else: "300-seat", "160 seats"."""
    x, y = a.topic.attribute, b.topic.attribute
    return x != y and (x.endswith("-size") or y.endswith("-size"))


def _other_subject(a: Claim, b: Claim) -> bool:
    """Whether the things counted belong to two owners."""
    return differ(a.topic.subject, b.topic.subject)


def _other_person(a: Claim, b: Claim) -> bool:
    """Whether two ages are told of two people; what else is of one person or firm, and differs, must name the same."""
    x, y = a.topic, b.topic
    if x.attribute != y.attribute or x.attribute not in PERSONAL:
        return False
    if x.attribute != "age":
        return a.value != b.value and differ(x.subject, y.subject)
    beside = a.article == b.article and a.sentence == b.sentence and a.value != b.value  # "Matt, 48, and Sweat, 34"
    return beside or not _one_person(a, b)


def _person_untold(a: Claim, b: Claim) -> bool:
    """Whether two terms or ranks differ and one of them is of nobody named: of itself that joins nothing."""
    x, y = a.topic, b.topic
    if x.attribute != y.attribute or x.attribute not in PERSONAL or x.attribute == "age":
        return False
    return a.value != b.value and not (x.subject and y.subject)


def _hedged(a: Claim, b: Claim) -> bool:
    """Whether one speaks of what can be or is feared and the other of what was: "a magnitude 6 quake can cause …"."""
    x, y = a.factuality.certainty, b.factuality.certainty
    if a.context.family == "toll":
        return a.value != b.value and {x, y} == {"possible", "certain"}
    return a.context.family == "fact" and (x == "possible") != (y == "possible")


def _other_day(a: Claim, b: Claim) -> bool:
    """Whether the clauses tell of two times; a quake of the next day is another quake."""
    if both_current(a, b) or a.topic.event == b.topic.event == "war":  # "Since March 2011", "now in its seventh year".
        return False
    if a.topic.attribute == b.topic.attribute and a.topic.attribute in PERSONAL | {"distance"}:
        return False  # "34, serving life for a murder in 2002"
    gap = days_apart(a.context.when, b.context.when)
    return _other_time(a.context.when, b.context.when) or bool(gap and a.topic.attribute == "magnitude")


def _told_and_untold(a: Claim, b: Claim) -> bool:
    """Whether one counts people to whom something happened and the other just people: "45 injured", "212 on board"."""
    one_known = (a.topic.attribute in FAMILY) != (b.topic.attribute in FAMILY)
    counts = all(isinstance(c.value, Figure) and c.value.unit in ("person", "") and not bare_sum(c) for c in (a, b))
    return one_known and counts and _group(a) in ("", "person") and _group(b) in ("", "person")


def _just_people(a: Claim, b: Claim) -> bool:
    """Whether both count people of whom no list knows what they did, in clauses without a common word of weight."""
    if a.topic.attribute in FAMILY or b.topic.attribute in FAMILY:
        return False
    people = all(_group(c) == "person" for c in (a, b)) and a.value != b.value
    shared = shared_words(a, b)
    return people and len(shared) < 2


def _one_person(a: Claim, b: Claim) -> bool:
    """Whether two ages are told of one person: the same name beside them, or much the same words."""
    if a.topic.subject and b.topic.subject:
        return alike(a.topic.subject, b.topic.subject)
    shared = shared_words(a, b)
    return len(shared) >= 3 and len(shared) / min(len(a.context.near), len(b.context.near)) >= SHARED


def _part_and_whole(a: Claim, b: Claim) -> bool:
    """Whether one counts a part of the people (children, police) and the other not that part."""
    if a.topic.attribute == b.topic.attribute == "attackers":  # Bombers, gunmen, fighters: who attacked.
        return False
    g, h = _group(a), _group(b)
    if a.topic.attribute == b.topic.attribute and a.topic.attribute in ACCUSED:  # "Four suspects were detained": all.
        g, h = ("person" if group in ("attacker", "man", "") else group for group in (g, h))
    return g != h and bool(g or h) and (g in PARTS or h in PARTS)


def _some_of_them(a: Claim, b: Claim) -> bool:
    """Whether one counts those of one country among all: "four Turkish hostages" of the twenty."""
    x, y = a.value, b.value
    if (
        a.topic.attribute not in OF_PEOPLE
        or a.topic.attribute == "stationed"
        or bool(a.topic.subject) == bool(b.topic.subject)
    ):
        return False
    if not isinstance(x, Figure) or not isinstance(y, Figure) or x.number is None or y.number is None:
        return False
    if _group(a) == _group(b) and _group(a) not in ("", "person"):  # "17 Malian soldiers", "19 soldiers".
        return False
    some, every = (x, y) if a.topic.subject else (y, x)
    if MILITARY in (_group(a), _group(b)) and two_places(a, b):
        return some.number != every.number  # "16 Pakistani soldiers" are not the "14 people" of a raid elsewhere.
    return bool(some.number < every.number)  # type: ignore[operator]


def _other_things(a: Claim, b: Claim) -> bool:
    """Whether two counts without a common deed count different things: three strikes, three schools."""
    g, h = _group(a), _group(b)
    known = a.topic.attribute in OF_PEOPLE and b.topic.attribute in OF_PEOPLE
    if not isinstance(a.value, Figure) or a.value.unit in ("percent", "magnitude") or known:
        return False
    return bool(g and h) and g != h and "person" not in (g, h)


def _scopes_differ(a: Claim, b: Claim) -> bool:
    """Whether one is told as a part of them, or as more of them in a toll, and the other as all.

    Children are a part of the dead however they are told: "five children died", "61 dead, including five children".
    """
    if "more" in (a.topic.scope, b.topic.scope) and a.topic.scope != b.topic.scope and a.context.family == "toll":
        return True
    g, h = (_group(claim) or "person" for claim in (a, b))  # No noun is anyone.
    if g == h and g in PARTS:
        return False
    return (
        "part" in (a.topic.scope, b.topic.scope)
        and a.topic.scope != b.topic.scope
        and (a.value != b.value or (g == h and g == "person"))
    )


def _other_area(a: Claim, b: Claim) -> bool:
    """Whether one is told of a town and the other of the land that has its name."""
    x, y = a.context, b.context
    return bool(x.area and y.area) and x.area != y.area and alike(x.places[0], y.places[0])


def _other_time(a: Interval | None, b: Interval | None) -> bool:
    """Whether the two tell of times that lie apart."""
    gap = days_apart(a, b)
    return gap is not None and gap > 2


def _one_time_and_place(a: Claim, b: Claim) -> bool:
    """Whether both clauses name one time and one place, no mere country where both name towns: "the quake of Bam in 2003"."""
    x, y = a.context.places, b.context.places
    towns = [tuple(place for place in places if place not in countries()) for places in (x, y)]
    if all(towns):
        x, y = towns
    if not share_one(x, y) or days_apart(a.context.when, b.context.when) != 0:
        return False
    return all(towns) or len(shared_words(a, b) - DEEDS) >= SAME_MATTER


def _other_event(a: Claim, b: Claim) -> bool:
    """Whether one toll is a war's, a period's or of long ago, and the other not."""
    x, y = a.topic.event, b.topic.event
    if COMPARED in (x, y):
        return x != y or a.value != b.value
    if BESIDE in (x, y) and x != y:
        return a.value != b.value and not copied(a, b)
    if WIDER in (x, y) and x != y and a.value != b.value:
        return True
    if x == y == BESIDE and a.value != b.value:
        return not much_shared(a, b) and not share_one(a.context.places, b.context.places)
    if x == y == "past" and far_apart(a, b) and not (copied(a, b) or one_with_a_slip(a, b)):
        return True
    if x == y == "past" or (x == y == "period" and a.value != b.value):
        return not much_shared(a, b) and not _one_time_and_place(a, b)
    if x == y or a.topic.attribute not in FAMILY:
        return False
    if a.context.family not in ("toll", "stock") and a.topic.attribute not in ONE_EVENTS:
        return False
    if one_war(a, b) or copied(a, b):
        return False
    return not (one_place(x, y) or _told_there(a, b) or _told_there(b, a))


def _side_by_side(a: Claim, b: Claim) -> bool:
    """Whether one sentence tells two numbers of two things: "two groups say that they sent the drones that killed three people"."""
    if a.article != b.article or a.sentence != b.sentence or a.value == b.value:
        return False
    if (
        a.topic.attribute == b.topic.attribute
    ):  # "38 deaths in 2020, and eight in 2023"; "3.6 million in Orsa, 3.1 in Varn".
        return a.topic.event == b.topic.event == "past" or (a.topic.attribute in LISTED and a.source == b.source)
    return _group(a) != _group(b)


def _told_there(a: Claim, b: Claim) -> bool:
    """Whether one is of a town of two events and the other, of the article's own event, names that town too."""
    return (
        a.topic.event.startswith(OF) and not b.topic.event and share_one([a.topic.event[len(OF) :]], b.context.places)
    )


def one_place(x: str, y: str) -> bool:
    """Whether two events are told as one, or as of one place."""
    return x == y or (x[:3] == y[:3] and x.startswith((AT, OF)) and alike(x[3:], y[3:]))


FIGURE_GUARDS: tuple[tuple[str, Callable[[Claim, Claim], bool]], ...] = (
    ("attribute", _other_attribute),
    ("deed", _told_and_untold),
    ("deed", _just_people),
    ("things counted", _other_sizes),
    ("subject", _other_subject),
    ("person", _other_person),
    ("part and whole", _part_and_whole),
    ("part and whole", _some_of_them),
    ("things counted", _other_things),
    ("scope", _scopes_differ),
    ("area", _other_area),
    ("hedged", _hedged),
    ("time", _other_day),
    ("size", other_size),
    ("event", _other_event),
    ("one sentence", _side_by_side),
    ("deed untold", deed_untold),
    ("person untold", _person_untold),
    ("one article", two_sums),
    ("one article", other_toll),
    ("game", other_game),
    ("sum", other_sum),
    ("account", other_account),
    ("part and whole", other_part),
    ("share", other_share),
    ("town", other_town),
    ("things counted", fraction),
    ("place", other_located),
    ("part and whole", part_aboard),
    ("wording", loosely_told),
)
"""What holds two figures apart, in the order in which it is looked for."""
