"""Numbers of one sentence that add up to an earlier one of it -> parts: "38 wounded, 26 at the first hospital and 12 at the second"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.kinds.deed import Counted, Deed
from claimcheck.model import QuantityMention

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


def _plain(quantity: QuantityMention) -> bool:
    """Whether it is a count told as one number."""
    return quantity.kind == "count" and quantity.number is not None
