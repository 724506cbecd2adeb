"""Text -> problems: what an article holds that is too long to be read, named before anything reads it."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.model import Limits, Problem


@lru_cache(maxsize=4)
def _patterns(digits: int, sentence: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile what finds a number of too many digits, and a stretch too long without any sentence's end."""
    return re.compile(rf"[0-9](?:[,.]?[0-9]){{{digits}}}"), re.compile(rf"[^\n\r.!?…]{{{sentence + 1}}}")


def oversize(text: str, path: str, limits: Limits) -> tuple[Problem, ...]:
    """Name numbers of more than `limits.digits` digits, which are passed over, and sentences that will be cut."""
    number, sentence = _patterns(limits.digits, limits.sentence_chars)
    found = []
    if number.search(text):
        found.append(Problem("limit", path, f"a number of more than {limits.digits} digits: it is passed over"))
    if sentence.search(text):
        message = f"a sentence of more than {limits.sentence_chars} characters: it is read in pieces"
        found.append(Problem("limit", path, message))
    return tuple(found)
