"""What is worth naming between two figures of one question: a digit too many, two digits exchanged, a sum and its parts."""

from __future__ import annotations

from claimcheck.judge.pairing import Pairing, Position, figures_of
from claimcheck.judge.told import number_of, parts_of, side_by_side
from claimcheck.match.slips import exchanged, times
from claimcheck.model import Figure
from claimcheck.read.units import dimension


def tenfold(p: Pairing) -> bool:
    """One number is ten times the other: a digit too many or too few."""
    return _times(p, 10)


def thousandfold(p: Pairing) -> bool:
    """One number is a thousand times the other: million for billion."""
    return _times(p, 1000)


def _times(p: Pairing, factor: int) -> bool:
    """Whether one number is the other that many times."""
    x, y = (f.number for f in figures_of(p))
    return x is not None and y is not None and times(x, y, factor)


def separator(p: Pairing) -> bool:
    """One number is a thousand times the other, and a point of theirs may part thousands: "1.500" and "1,500"."""
    told = any(isinstance(c.value, Figure) and c.value.ambiguous for side in (p.a, p.b) for c in side)
    return told and thousandfold(p)


def transposed(p: Pairing) -> bool:
    """The digits are the same, two neighbours exchanged: 126 and 162."""
    x, y = (f.number for f in figures_of(p))
    return x is not None and y is not None and exchanged(x, y)


def other_currency(p: Pairing) -> bool:
    """One sum in two currencies: $5 million and 5 million euros."""
    x, y = figures_of(p)
    money = dimension(x.unit) == dimension(y.unit) == "money"
    return money and x.unit != y.unit and x.number is not None and x.number == y.number


POINTS = "percentage point"
"""The unit of a difference between two shares."""
REUSED = 10
"""Smaller numbers turn up twice in an article by chance."""


def points(p: Pairing) -> bool:
    """One number in percent and in percentage points: "fell by 2 percent" and "fell by 2 percentage points"."""
    x, y = figures_of(p)
    return {x.unit, y.unit} == {"percent", POINTS} and x.number is not None and x.number == y.number


def two_authorities(p: Pairing) -> bool:
    """Each number has speakers of its own: the conflict is between those, not between the outlets."""
    a, b = ({voice(c.source) for c in side} for side in (p.a, p.b))
    return "" not in a | b and not a & b


def voice(source: str) -> str:
    """Write a speaker in one way: "Police" and "the police" are one."""
    return source.casefold().removeprefix("the ")


def adds_up(p: Pairing) -> bool:
    """One number is the sum of several that a sentence counts, the other among them: 21 = 15 + 6."""
    return bool(sum_of(p))


def sum_of(p: Pairing) -> tuple[float, ...]:
    """Give the parts that add up to the other number, the largest first; () where none do."""
    for parts, whole in ((p.a, p.b), (p.b, p.a)):
        for total in sorted({number_of(c) for c in whole}):
            found = parts_of(total, parts, p.told)
            if found:
                return found
    return ()


def two_sorts(p: Pairing) -> bool:
    """One sentence counts both, of two sorts: "15 civilians and six soldiers"."""
    return side_by_side(p.a, p.b, p.told)


def swapped(p: Pairing) -> bool:
    """Each side has the other's number for another thing: 12 dead and 30 injured, 30 dead and 12 injured."""
    x, y = (number_of(side[0]) for side in (p.a, p.b))
    ours = p.told.others(_articles(p.a), _attribute(p), y)
    theirs = p.told.others(_articles(p.b), _attribute(p), x)
    return x != y and bool(ours & theirs)


def reused(p: Pairing) -> bool:
    """One side's number is what the other counts of another thing, of which the first has no such number."""
    for a, b in ((p.a, p.b), (p.b, p.a)):
        taken = number_of(b[0])
        theirs, own = (p.told.others(_articles(side), _attribute(p), taken) for side in (a, b))
        if taken >= REUSED and theirs - own:
            return True
    return False


def _attribute(p: Pairing) -> str:
    return p.a[0].topic.attribute


def _articles(side: Position) -> set[str]:
    return {c.article for c in side}
