"""Numbers of one sentence that add up, or share a fate -> parts: "38 wounded, 26 at the first hospital and 12 at the second"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.kinds.deed import Counted, Deed
from claimcheck.model import QuantityMention
from claimcheck.read.deeds import HEAD_GROUP, THINGS
from claimcheck.read.words import stem

FEWEST = 2
"""Parts of a whole."""


def summed(found: Sequence[QuantityMention], quantity: QuantityMention, deed: Deed, earlier: Sequence[Counted]) -> str:
    """Say "part" of a number without a noun of its own that makes up, with the ones beside it, the first number of its sentence.

    All must have met one fate: of "46 on board, 26 died and 20 survived" none is a part.
    """
    whole = earlier[0].quantity if earlier and earlier[0].deed.attribute == deed.attribute else None
    if whole is None or not _plain(whole) or quantity.head or not _plain(quantity):
        return ""
    rest = [q for q in found if q.span.start > whole.span.start and _plain(q) and not q.head]
    return "part" if len(rest) >= FEWEST and sum(q.number or 0 for q in rest) == whole.number else ""


def side_by_side(text: str, found: Sequence[QuantityMention], quantity: QuantityMention, deed: Deed) -> str:
    """Say "part" of people who share a fate with others counted beside them: "nine civilians and two guards died"."""
    if deed.family != "toll" or HEAD_GROUP.get(stem(quantity.head)) != "person":
        return ""
    at = found.index(quantity)
    beside = [q for q in found[max(0, at - 1) : at + 2] if q is not quantity and q.head and _plain(q)]
    return "part" if any(_joined(text, q, quantity) and _others(q, quantity) for q in beside) else ""


def _joined(text: str, a: QuantityMention, b: QuantityMention) -> bool:
    """Whether nothing but "and" stands between two counts."""
    first, second = sorted((a, b), key=lambda q: q.span.start)
    return text[first.span.end : second.span.start] == " and "


def _others(a: QuantityMention, b: QuantityMention) -> bool:
    """Whether two nouns are of other people: no things, nor the same people twice."""
    group = HEAD_GROUP.get(stem(a.head), "")
    return bool(group) and group not in THINGS and stem(a.head) != stem(b.head)


def _plain(quantity: QuantityMention) -> bool:
    """Whether it is a count told as one number."""
    return quantity.kind == "count" and quantity.number is not None
