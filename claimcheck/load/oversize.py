"""Text -> problems: what an article holds that is too long to be read, named before anything reads it."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.model import Limits, Problem
from claimcheck.read.digits import MOST_DIGITS

STOP = re.compile(r"[\n\r.!?…]")


@lru_cache(maxsize=4)
def _too_long(digits: int) -> re.Pattern[str]:
    """Compile what finds a number of too many digits."""
    return re.compile(rf"[0-9](?:[,.]?[0-9]){{{digits}}}")


def oversize(text: str, path: str, limits: Limits) -> tuple[Problem, ...]:
    """Name numbers of more than `limits.digits` digits, which are passed over, and sentences that will be cut."""
    found = []
    digits = min(limits.digits, MOST_DIGITS)
    if _too_long(digits).search(text):
        found.append(Problem("limit", path, f"a number of more than {digits} digits: it is passed over"))
    if any(len(piece) > limits.sentence_chars for piece in STOP.split(text)):
        message = f"a sentence of more than {limits.sentence_chars} characters: it is read in pieces"
        found.append(Problem("limit", path, message))
    return tuple(found)
