"""The words around a number -> whether they tell of a whole war, not of the event of the day."""

from __future__ import annotations

import re
from collections.abc import Sequence

WARS = frozenset({"war", "conflict", "insurgency", "uprising", "pandemic", "epidemic", "unrest", "fighting"})

LONG = frozenset({"war", "conflict", "insurgency", "pandemic", "epidemic"})
"""What lasts, so that its toll is never a day's: "the death toll from the six-year conflict"."""
TOLLS = frozenset({"toll", "deaths"})
WAR_VERBS = frozenset({"has", "have", "had", "killed", "that", "claimed", "left", "displaced", "killing"})
DURING = frozenset({"in", "since", "during", "by", "over"})
IN_ITS_YEAR = re.compile(r",? (?:now )?(?:in|into|entering) its [\w-]{3,12} year,?")
"""How long a war has lasted, between it and its verb."""
REACH = 4
"""How many words may stand between two that belong together."""


def of_war(before: str, after: str) -> bool:
    """Whether the words around a number tell of a war: "the war has killed 20", "20 killed since the start of the war"."""
    told_before = IN_ITS_YEAR.sub("", before.lower())
    front = re.split(r"[^\w ]", told_before)[-1].split()
    back = re.split(r"[^\w ’'-]", after.lower())[0].split()[: 3 * REACH + 1]
    joined = re.split(r"[^\w -]", told_before)[-1].split()  # "six-year" is one word of it
    for words, told in ((front, _within(front, WARS, WAR_VERBS)), (joined, _within(joined, TOLLS, LONG))):
        if told >= 0 and len(words) - told <= 2 * REACH:
            return True
    return _within(back, DURING, WARS) >= 0 and any(w in DURING for w in back[: REACH + 2])


def _within(words: Sequence[str], first: frozenset[str], second: frozenset[str]) -> int:
    """Give the last place of a word of the second sort at most four words behind one of the first; -1 where there is none."""
    return max(
        (
            j
            for i, w in enumerate(words)
            if w in first
            for j in range(i + 1, min(i + REACH + 2, len(words)))
            if words[j] in second
        ),
        default=-1,
    )
