"""Money -> what it is: the sum that was stolen; told by the noun that it stands before, or by how it was carried off."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.read.deeds import SUM_AFTER, SUM_OF

NEAR = 3
"""Words between a sum and the noun that it says the size of: "a $2.6 million jewellery heist"."""
CARRIED = 10
"""Words between a sum and the phrase that says how it went: "made off with watches and rings worth €2 million"."""

SIZED = frozenset({"of", "worth", "totalling", "totaling"})
"""Words between a noun and the sum that it is the size of: "bailout loans of 110 billion"."""

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
    for phrase, name in SUM_AFTER.items():
        if any(tuple(told[i : i + len(phrase)]) == phrase for i in range(len(told) - len(phrase) + 1)):
            return name
    return ""
