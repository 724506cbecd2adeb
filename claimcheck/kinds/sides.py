"""A result -> who won and who lost: "the Colts beat the Chiefs 20-13", "lost 2-1 to Rovers"."""

from __future__ import annotations

import re

from claimcheck.kinds.passage import Passage
from claimcheck.lexicon import words as lexicon
from claimcheck.model import QuantityMention, Sentence

_LISTS = lexicon("results")
VERBS = "|".join(_LISTS["game"]["verbs"])
OVER = "|".join(re.escape(word) for word in _LISTS["around"]["over"])
LOST = frozenset(_LISTS["game"]["lost"])
"""Words of losing: who is named first has lost."""
RUN = r"[A-Z][\w’'&-]{1,20}(?: [A-Z][\w’'&-]{1,20}){0,2}"
"""A name of at most three words."""
LEAD = r"(?:the |The |host |hosts |visiting |rivals? |top-seeded ){0,2}"
BEATEN = re.compile(rf"\b(?i:{VERBS}) (?:(?i:{OVER}) )?{LEAD}({RUN})\b")
"""A verb and the side behind it."""
BEHIND = re.compile(rf"(?:,? [A-Za-z-]{{2,12}}){{0,3}}? (?i:{OVER}) {LEAD}({RUN})\b")
"""Behind a score: " win over the Chiefs", " to Rovers"."""
NAMED = re.compile(rf"\b({RUN})\b(?! [A-Z])")
WORD = re.compile(rf"\b(?i:{VERBS})\b")
REACH = 110


def sides_of(passage: Passage, sentence: Sentence, quantity: QuantityMention) -> tuple[str, ...]:
    """Give winner and loser in small letters, as named; () where one of them is not found."""
    text, at = passage.text, quantity.digits.start
    left = max(sentence.span.start, at - REACH)
    verb = next(iter(reversed(list(WORD.finditer(text, left, at)))), None)
    beaten = BEATEN.match(text, verb.start(), at) if verb else None
    behind = beaten or BEHIND.match(text, quantity.digits.end, sentence.span.end)
    before = [m[1] for m in NAMED.finditer(text, left, verb.start() if verb else at)]
    if behind is None or not before:
        return ()
    first, second = _plain(before[-1]), _plain(behind[1])
    told = {quantity.counted, verb.group().lower() if verb else ""}
    return (second, first) if told & LOST else (first, second)


def _plain(name: str) -> str:
    """Put a side's name as names are compared: small letters, no article."""
    return name.lower().removeprefix("the ")
