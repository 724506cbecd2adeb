"""Two figures -> whether they stand at one place of one sentence that two articles tell, but for the number.

Desks copy one another's sentences and agencies' lines; where the number alone was changed the two answer one question,
whatever it is that they count.
"""

from __future__ import annotations

from claimcheck.match.levels import share_one
from claimcheck.match.measure import bare_sum
from claimcheck.model import Claim

FEWEST, TOLD = 2, 5
"""Words that a sentence told twice must have (large sums one), and that two of which one is longer must have in common."""
SHARE = 0.7
"""Share of the longer clause (the shorter where they have many words in common) and of the shorter sentence that must be in both."""
LONG, NEARLY_ALL = 10, 0.8
"""Words of a long sentence, and the share of them in both, with which its clauses may differ more."""
SHIFT = 5
"""How many letters two numbers may stand apart in it: numbers before them may have another digit."""


def copied(a: Claim, b: Claim) -> bool:
    """Whether two articles tell one sentence, or one of them a longer one, with these two numbers at one place of it."""
    if a.article == b.article or not _one_place(a, b):
        return False
    x, y = a.context, b.context
    if x.terms == y.terms and x.near == y.near:
        return len(x.terms) >= FEWEST or (bool(x.terms) and bare_sum(a) and bare_sum(b))
    if x.places and y.places and not share_one(x.places, y.places):
        return False
    near, terms = set(x.near) & set(y.near), set(x.terms) & set(y.terms)
    whole = len(terms) >= LONG and len(terms) >= NEARLY_ALL * max(len(x.terms), len(y.terms))
    longer = min if whole or len(near) >= TOLD else max
    return (
        len(near) >= FEWEST
        and len(near) >= SHARE * longer(len(x.near), len(y.near))
        and len(terms) >= TOLD
        and len(terms) >= SHARE * min(len(x.terms), len(y.terms))
    )


def _one_place(a: Claim, b: Claim) -> bool:
    """Whether both stand as far from the beginning of their sentence, or from its end."""
    return (
        abs((a.span.start - a.sentence.start) - (b.span.start - b.sentence.start)) <= SHIFT
        or abs((a.sentence.end - a.span.end) - (b.sentence.end - b.span.end)) <= SHIFT
    )
