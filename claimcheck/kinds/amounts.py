"""Money -> what it is: the sum that was stolen; told by the noun that it stands before, or by how it was carried off.

A sum in brackets straight behind another is the same converted, at a rate and with a rounding of the outlet's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.model import Figure, QuantityMention
from claimcheck.read.deeds import SUM_AFTER, SUM_OF
from claimcheck.read.precision import ABOUT

NEAR = 4
"""Words between a sum and the noun that it says the size of: "a $2.6 million jewellery heist", "110 billion EU and IMF debt bailout"."""
CARRIED = 10
"""Words between a sum and the phrase that says how it went: "made off with watches and rings worth €2 million"."""

SIZED = frozenset({"of", "worth", "totalling", "totaling"})
"""Words between a noun and the sum that it is the size of: "bailout loans of 110 billion"."""

ROBBING = frozenset({"raiders", "robbers", "thieves", "robbed", "raided", "burgled", "burglars", "ram-raiders", "gang"})
"""Words by which the sum behind "for" is the loot: "raiders hit a jewellery store for €2m"."""

Word = tuple[str, int, int]


def attribute_of(before: Sequence[Word], after: Sequence[Word], left: int, right: int) -> str:
    """Name what a sum is of, by the words before and behind it as far as the numbers beside it (offsets); or ""."""
    for word, start, _ in after[: NEAR + 1]:
        if start >= right:
            break
        if word in SUM_OF:
            return SUM_OF[word]
    told = [word for word, start, _ in before[-CARRIED:] if start >= left]
    if told[-1:] and told[-1] in SIZED and (name := next((SUM_OF[w] for w in told[-3:-1] if w in SUM_OF), "")):
        return name
    if told[-1:] == ["for"] and not ROBBING.isdisjoint(told):
        return "stolen"
    for phrase, name in SUM_AFTER.items():
        if any(tuple(told[i : i + len(phrase)]) == phrase for i in range(len(told) - len(phrase) + 1)):
            return name
    return ""


def is_conversion(text: str, first: QuantityMention, second: QuantityMention) -> bool:
    """Whether the second is the first in another unit or currency: "a 110 billion euro ($143 billion) package"."""
    return (
        second.kind in ("money", "measure")
        and first.span.end + 2 == second.span.start
        and text.startswith(" (", first.span.end)
        and text.startswith(")", second.span.end)
    )


def converted(value: Figure) -> Figure:
    """Give a sum that an outlet has converted as one told roughly: the rates of two days and outlets differ.

    >>> converted(Figure(141, 141, 141, "", "USD"))
    Figure(number=141, low=126.9, high=155.1, modifier='about', unit='USD', ambiguous=False)
    """
    if value.modifier or value.number is None:
        return value
    low, high = (round(value.number * (1 + way * ABOUT), 6) for way in (-1, 1))
    return replace(value, low=low, high=high, modifier="about")
