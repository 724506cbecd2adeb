"""The rungs of a figure's ladder: how two numbers of one question stand to each other."""

from __future__ import annotations

from claimcheck.judge.pairing import Pairing, Position, by_date, family_of, figures_of, in_order, undated
from claimcheck.judge.positions import size_of
from claimcheck.judge.precision import is_vague, turns_into
from claimcheck.match.alone import sort_of
from claimcheck.match.copied import copied
from claimcheck.match.measure import within
from claimcheck.match.slips import in_common, slipped
from claimcheck.match.telling import met, telling_of
from claimcheck.model import Claim, Figure
from claimcheck.read.deeds import FAMILY, HEAD_GROUP, PARTS
from claimcheck.read.units import dimension

SLIP_WORDS = 3
"""Words that the clauses of two numbers must have in common that are one but for a slip, where others stand beside them."""
LARGE = 100
"""Smaller numbers of two things are often alike: an article on a game is full of them."""
ALONE = 0.8
"""Probability from which two numbers differ that are each the only one of their sort in an article."""
SENTENCES = 10_000
"""Pairs of sentences of two positions that are looked at one by one."""
NEAR = 0.05
"""How far two sums may lie apart of which one may be rounded or converted."""


def other_currency(p: Pairing) -> bool:
    """Two currencies, or units of two dimensions, are not comparable offline."""
    x, y = figures_of(p)
    return x.unit != y.unit and "" not in (dimension(x.unit), dimension(y.unit)) and not turns_into(x, y)


def loosely_told(p: Pairing) -> bool:
    """No list knows what is counted and the sentences are not nearly one, or the age is of nobody named, or it is hedged."""
    if any(all(c.factuality.certainty == "possible" for c in side) for side in (p.a, p.b)):
        return not told_twice(p)
    ours, theirs = ({_told_of(claim) for claim in side} for side in (p.a, p.b))
    if ours & theirs & FAMILY.keys():
        return False
    both = {c.article for c in p.a} & {c.article for c in p.b}
    if both:
        return True
    if slips_of_one(p) or told_twice(p) or (p.sure >= ALONE and _only_ones(p)):
        return False
    near, far = ({frozenset(claim.context.near) for claim in side} for side in (p.a, p.b))
    return not any(_nearly_one(x, y) for x in near for y in far)


def _told_of(claim: Claim) -> str:
    """Give what a claim's number is told of; "" for an age of nobody named."""
    return claim.topic.attribute if claim.topic.attribute != "age" or claim.topic.subject else ""


def _only_ones(p: Pairing) -> bool:
    """Whether a claim of each side is the only number of one sort in its article; those told alike are looked at once."""
    ours, theirs = ({telling_of(claim) for claim in side} for side in (p.a, p.b))
    return any(met(x, y) for x in ours for y in theirs)


def _nearly_one(x: frozenset[str], y: frozenset[str]) -> bool:
    """Whether the words of two clauses are nearly the same but for the number."""
    if x == y:
        return len(x) >= 4
    return len(x & y) >= 5 and len(x & y) >= 0.75 * max(len(x), len(y))


def told_twice(p: Pairing) -> bool:
    """Whether two articles tell one sentence, but for the number; of very many sentences only those that are wholly the same."""
    ours, theirs = (_sentences(side) for side in (p.a, p.b))
    if len(ours) * len(theirs) > SENTENCES:
        same = ours.keys() & theirs.keys()
        return any(copied(x, y) for key in same for x in ours[key] for y in theirs[key])
    return any(copied(x, y) for xs in ours.values() for ys in theirs.values() for x in xs for y in ys)


def _sentences(side: Position) -> dict[tuple[tuple[str, ...], ...], list[Claim]]:
    """Give the sentences that claims stand in, by their words, each with claims of two articles at most: thousands tell a few."""
    told: dict[tuple[tuple[str, ...], ...], list[Claim]] = {}
    for claim in side:
        held = told.setdefault((claim.context.near, claim.context.terms), [])
        if len(held) < 2 and all(claim.article != other.article for other in held):
            held.append(claim)
    return told


def slips_of_one(p: Pairing) -> bool:
    """Whether a claim of each side is one but for a slip, and the only number of its sort in its article or told much alike."""
    ours, theirs = ({c.value: c for c in side}.values() for side in (p.a, p.b))  # Thousands tell a few numbers.
    slips = {(x.value, y.value) for x in ours for y in theirs if slipped(x, y)}
    return bool(slips) and any(
        (x.value, y.value) in slips and (_lone(x, y) or _much_alike(x, y)) for x in p.a for y in p.b
    )


def _lone(x: Claim, y: Claim) -> bool:
    """Whether two claims are of one sort, of which each article tells one number."""
    return x.context.alone and y.context.alone and sort_of(x) == sort_of(y)


def _much_alike(x: Claim, y: Claim) -> bool:
    """Whether two articles tell large numbers in as many common words as make a slip more likely than two things."""
    sizes = [abs(size_of(c.value)) for c in (x, y) if isinstance(c.value, Figure)]
    if x.article == y.article or min(sizes) < LARGE:
        return False
    return in_common(x, y) >= SLIP_WORDS


def size_only(p: Pairing) -> bool:
    """One side names a size and no number: "dozens" and 12."""
    return any(is_vague(f) and (f.low is None or f.high is None) for f in figures_of(p))


def one_turnout(p: Pairing) -> bool:
    """Both tell how many voted: of all percentages the one that a story has one of."""
    return all(c.context.qualifiers == ("turnout",) for c in (*p.a, *p.b))


def other_scope(p: Pairing) -> bool:
    """One counts more of them, or a part; children are a part of the dead however they are told."""
    if all(c.topic.scope == "more" for c in (*p.a, *p.b)) and in_order(p) and not told_twice(p):
        return True  # Those by whom a toll grew on two days.
    groups = {HEAD_GROUP.get(c.context.head, "") for c in (*p.a, *p.b)}
    if len(groups) == 1 and groups <= PARTS and not any(c.topic.scope == "more" for c in (*p.a, *p.b)):
        return False
    return {c.topic.scope for c in p.a} != {c.topic.scope for c in p.b} and not (
        {c.topic.scope for c in p.a} & {c.topic.scope for c in p.b}
    )


def grew(p: Pairing) -> bool:
    """A toll is higher in the later report; an article that gives both numbers does not tell of growth."""
    if family_of(p) not in ("toll", "stock") or not in_order(p) or _both_told(p):
        return False
    older, newer = by_date(p)
    return _size(newer) > _size(older)


def _both_told(p: Pairing) -> bool:
    """Whether an article gives both numbers."""
    return bool({c.article for c in p.a} & {c.article for c in p.b})


def moved(p: Pairing) -> bool:
    """A stock (troops, prices) stands otherwise in the later report."""
    return family_of(p) == "stock" and in_order(p)


def revised(p: Pairing) -> bool:
    """A word of revision stands beside a value: "raised the toll to", "earlier put at"."""
    if family_of(p) not in ("toll", "stock") or _size(p.a) == _size(p.b):
        return False
    low, high = sorted((p.a, p.b), key=_size)
    if _told(high, "up") or _told(low, "down"):
        return True
    return any(_told(p.a, word) != _told(p.b, word) for word in ("newer", "older"))


def _told(position: Position, word: str) -> bool:
    """Whether a claim of the position stands beside a word of revision of that direction."""
    return any(c.context.revision == word for c in position)


def order_unknown(p: Pairing) -> bool:
    """A growing or moving number without a date for one side."""
    return family_of(p) in ("toll", "stock") and undated(p)


def _size(position: Position) -> float:
    """Give the number of a position."""
    value = position[0].value
    assert isinstance(value, Figure)
    return size_of(value)


def near_amounts(p: Pairing) -> bool:
    """Two amounts of money or areas of land within a twentieth of each other: one may be rounded, converted or an estimate."""
    x, y = figures_of(p)
    return dimension(x.unit) in ("money", "area") and within(x, y, NEAR)
