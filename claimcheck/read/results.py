"""How a game or a vote ended: "beat Italy 4-0", "a 20-13 win", "voted 52-48"; no record, no half-time score, no range."""

from __future__ import annotations

import re

from claimcheck.lexicon import words as lexicon
from claimcheck.model import QuantityMention, Span
from claimcheck.read.labels import COUNTABLE
from claimcheck.read.units import unit_at
from claimcheck.read.words import tokens

_LISTS = lexicon("results")
SCORE = re.compile(
    r"([0-9]{1,3}) ?[-–] ?([0-9]{1,3})(?![\w%:/-]|[.,][0-9]| ?[-–] ?[0-9]|,? [0-9]{1,3} ?[-–] ?[0-9]| on aggregate)(?: ([A-Za-z-]{3,12})\b)?"
)
"""Two numbers of at most three digits, and the word behind; not the sets of "6-4, 6-3", nor the sum of two games."""
SETS = re.compile(r"[0-9] ?[-–] ?[0-9]{1,3},? \Z")
"""In front of the last set."""
STOPS = (". ", "; ", "\n", "(", "? ", "! ", "“", '"')
"""What parts a score from words that do not speak of it."""
REACH = 70
"""Characters before a score among which its verb is looked for."""
CLOSE = 3
"""Words before a score among which the verb of a vote stands, or a word that makes it idle where no verb does."""
GAME, VOTE = "game", "vote"
_VERBS = {kind: frozenset(_LISTS[kind]["verbs"]) for kind in (GAME, VOTE)}
_NOUNS = {kind: frozenset(_LISTS[kind]["nouns"]) for kind in (GAME, VOTE)}
IDLE = frozenset(_LISTS["around"]["idle"])
OVER = frozenset(_LISTS["around"]["over"])


def result_at(text: str, start: int) -> QuantityMention | None:
    """Read a result in digits: `low` and `high` are the two sides' counts, `head` says whether of a game or a vote."""
    found = SCORE.match(text, start)
    if found is None or SETS.search(text, max(0, start - 12), start):
        return None
    noun = (found[3] or "").lower()
    before = _words_before(text, start)
    sort = _sort(before, noun)
    if not sort or (int(found[1]) < int(found[2]) and _is_range(text, found.end(2), noun)):
        return None
    low, high = sorted((int(found[1]), int(found[2])))
    told = noun in _NOUNS[sort]
    return QuantityMention(
        Span(start, found.end(3) if told else found.end(2)), None, low, high, "range", "result", noun if told else "", "",
        "score", Span(start, found.end(2)), head=sort,
    )  # fmt: skip


def _words_before(text: str, start: int) -> list[str]:
    """Give the words of the clause in front of a place, in small letters."""
    left = max(0, start - REACH)
    left = max([left, *(at + 1 for stop in STOPS if (at := text.rfind(stop, left, start)) >= 0)])
    return [word for word, _, _ in tokens(text, Span(left, start))]


def _sort(before: list[str], noun: str) -> str:
    """Say what has ended so, a game or a vote; "" for neither."""
    verb = next((place for place in range(len(before) - 1, -1, -1) if before[place] in _VERBS[GAME]), None)
    since = before[-CLOSE:] if verb is None else before[verb:]
    if noun in IDLE or not IDLE.isdisjoint(since) or before[-1:] == ["to"]:  # "Fell to 2-6" tells a record.
        return ""
    if noun in _NOUNS[VOTE] or not _VERBS[VOTE].isdisjoint(before[-CLOSE:]):
        return VOTE
    return GAME if noun in _NOUNS[GAME] or verb is not None else ""


def _is_range(text: str, end: int, noun: str) -> bool:
    """Whether two numbers of which the second is greater are from … to: "lost 10-15 pounds"."""
    if noun in _NOUNS[GAME] or noun in _NOUNS[VOTE]:
        return False
    return bool(unit_at(text, end) or COUNTABLE.match(text, end) or (noun and noun not in OVER))
