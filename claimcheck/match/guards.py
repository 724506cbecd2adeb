"""What holds two claims apart whatever their likeness: another thing counted, another actor, place, day or scope."""

from __future__ import annotations

from claimcheck.lexicon import words as lexicon
from claimcheck.match.figure_guards import SHARED, figure_guard, one_place
from claimcheck.match.levels import alike, days_apart, differ, shared_words
from claimcheck.model import Claim, Day, Interval, Words
from claimcheck.read.incidents import LIVES
from claimcheck.read.wording import same_words

UNIQUE_ROLES = frozenset(lexicon("holders")["unique"])
"""Roles that one person at a time holds for a country or body; ministers of a field are unique by their titles."""
MOVING = "withdraw"
"""The class of events of going and coming."""
MOVERS = {name: frozenset(words) for name, words in lexicon("events")["movers"].items()}
DEMANDS = frozenset({"envoy_expulsion"})
"""Frames whose states are demands by nature."""
LENGTHS = (7, 31, 100_000)
"""Days of what is told by the day, by the month, and by more."""
VERBATIM = 0.85
"""Likeness from which two speakers are given one and the same statement."""
SAME_STATEMENT = 0.57
"""Likeness of words below which two quotations are two statements."""


def guard(a: Claim, b: Claim) -> str:
    """Name what holds the two apart, or ""; both are of one kind and one block. The same words twice are one claim."""
    if a.context.near == b.context.near and a.value == b.value and a.topic == b.topic:
        return ""
    check = {"figure": figure_guard, "date": _date, "status": _status, "name": _name, "quote": _quote}[a.kind]
    return check(a, b)


def _date(a: Claim, b: Claim) -> str:
    """Guard dates: what happened, and to or by whom; the same day told in much the same words is of one event."""
    if a.topic.attribute != b.topic.attribute and not _one_day_told(a, b):
        return "event"
    if differ(a.topic.subject, b.topic.subject):
        return "subject"
    if a.topic.attribute in LIVES:
        return ""
    if not one_place(a.topic.event, b.topic.event):
        return "event"
    if _another_day(a, b):
        return "time"
    if _coarser(a, b):
        return "granularity"
    return "mover" if a.topic.attribute == MOVING and _other_movers(a, b) else ""


def _other_movers(a: Claim, b: Claim) -> bool:
    """Whether one tells of the going of soldiers alone and the other of diplomats alone."""
    x, y = ({name for name, words in MOVERS.items() if words & {*c.context.near}} for c in (a, b))
    return bool(x and y) and not x & y


def _one_day_told(a: Claim, b: Claim) -> bool:
    """Whether two sentences tell one and the same day in words of which they share four."""
    one = isinstance(a.value, Day) and a.value == b.value and a.value.start == a.value.end is not None
    return (
        one
        and "say" not in (a.topic.attribute, b.topic.attribute)
        and len({*a.context.terms} & {*b.context.terms}) >= 4
    )


def _another_day(a: Claim, b: Claim) -> bool:
    """Whether two days lie apart and the clauses share too few words for one event told with two dates."""
    x, y = a.value, b.value
    if not isinstance(x, Day) or not isinstance(y, Day):
        return False
    gap = days_apart(Interval(x.start, x.end), Interval(y.start, y.end))
    if not gap:
        return False
    shared = shared_words(a, b)
    return len(shared) < 4 or len(shared) / min(len(a.context.near), len(b.context.near)) < SHARED


def _coarser(a: Claim, b: Claim) -> bool:
    """Whether one is told by the year or month and the other, which lies outside, by the day: two events of one sort."""
    x, y = a.value, b.value
    if not isinstance(x, Day) or not isinstance(y, Day) or None in (x.start, x.end, y.start, y.end):
        return False
    lengths = [next(n for n, most in enumerate(LENGTHS) if (v.end - v.start).days <= most) for v in (x, y)]  # type: ignore[operator]
    return lengths[0] != lengths[1] and bool(days_apart(Interval(x.start, x.end), Interval(y.start, y.end)))


def _status(a: Claim, b: Claim) -> str:
    """Guard states: the frame, the holder, the place."""
    if a.topic.attribute != b.topic.attribute:
        return "frame"
    if differ(a.topic.subject, b.topic.subject):
        return "subject"
    if differ(a.topic.place, b.topic.place):
        return "place"
    asked = [c.factuality.tense == "demanded" for c in (a, b)]
    if a.topic.attribute not in DEMANDS and (asked[0] != asked[1] or (all(asked) and a.value != b.value)):
        return "demanded"  # The prosecution asks for prison, the defence for freedom.
    return ""


def _name(a: Claim, b: Claim) -> str:
    """Guard names: two people in one common role are two people; in a role held by one, they are a question."""
    if alike(a.value.name, b.value.name):  # type: ignore[union-attr]
        return ""
    role = a.topic.attribute
    if role != b.topic.attribute:
        return "role"
    if a.topic.scope != b.topic.scope:
        return "former"
    if not a.topic.subject or not b.topic.subject or not alike(a.topic.subject, b.topic.subject):
        return "subject"
    return "" if unique(role) else "many hold this role"


def unique(role: str) -> bool:
    """Whether one person at a time holds the role."""
    return role in UNIQUE_ROLES or role.endswith(" minister")


def _quote(a: Claim, b: Claim) -> str:
    """Guard quotations: the words must be one statement; of two speakers, nearly word for word."""
    assert isinstance(a.value, Words)
    assert isinstance(b.value, Words)
    likeness = same_words(a.value.text, b.value.text)
    if likeness < SAME_STATEMENT:
        return "words"
    return "speaker" if likeness < VERBATIM and differ(a.source, b.source) else ""
