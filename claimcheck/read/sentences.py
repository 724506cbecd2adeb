"""Text -> where its sentences begin, as the search for speakers needs them: at every stop and every new line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from claimcheck.immutable import record

END = re.compile(r"[.!?…][\"”’')\]]{0,2}(?=\s+[\"“‘(]?[A-Z0-9]|\s*\n|\s*\Z)|\n")
ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|Maj|Capt|St|U\.S|U\.N|No|Inc|Corp|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\Z"
)


@record
class Sentences:
    """Where sentences begin; found once for a text."""

    ends: tuple[int, ...]
    length: int

    def around(self, at: int) -> tuple[int, int]:
        """Give the sentence that holds a place."""
        i = bisect_right(self.ends, at)
        return (self.ends[i - 1] if i else 0), (self.ends[i] if i < len(self.ends) else self.length)


def sentences_of(text: str, begin: int = 0) -> Sentences:
    """Find the sentences of a text; `begin` is where the article begins behind a header."""
    return Sentences(tuple(sorted({begin, *_ends(text)})), len(text))


def _ends(text: str) -> Iterator[int]:
    """Give the places where sentences end."""
    for match in END.finditer(text):
        if match.group()[0] == ".":
            before = text[max(0, match.start() - 6) : match.start()]
            if before != before.lower() and ABBREVIATION.search(text, match.start() - len(before), match.start()):
                continue
        yield match.end()
