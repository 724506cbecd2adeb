"""A claim's place -> whether the sentence means the town or the land of that name: "the city of Osh", "Osh province"."""

from __future__ import annotations

import re

from claimcheck.lexicon import words as lexicon
from claimcheck.match.levels import alike
from claimcheck.model import Claim

AREAS: dict[str, str] = {word: size for size, words in lexicon("events")["areas"].items() for word in words}
"""Word for a sort of area -> town or land."""
_SORTS = "|".join(sorted(AREAS))
NAMED = re.compile(
    rf"\b(?P<before>{_SORTS}) of (?P<after_name>[A-Z][\w’'-]{{1,30}})"
    rf"|(?<![\w’'-])(?P<name>[A-Z][\w’'-]{{1,30}}) (?P<after>{_SORTS})\b"
)


def area_of(claim: Claim, text: str) -> str:
    """Give "town" or "land" where the claim's sentence says which of the two its nearest place is; "" elsewhere."""
    if not claim.context.places:
        return ""
    for found in NAMED.finditer(text, claim.sentence.start, claim.sentence.end):
        name = found["after_name"] or found["name"]
        if alike(name, claim.context.places[0]):
            return AREAS[found["before"] or found["after"]]
    return ""
