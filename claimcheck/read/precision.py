"""The words around a number -> how exact it is, the interval that they admit, and whether it tells of a rise or a fall."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.lexicon import words as lexicon
from claimcheck.model import Span
from claimcheck.read.leads import led_by
from claimcheck.read.parts import Numeral
from claimcheck.read.trie import trie
from claimcheck.read.words import tokens

_LIST = lexicon("numbers")
ABOUT = 0.10
"""How far "about" reaches on either side of the number."""
_BEFORE: dict[str, str] = _LIST["modifiers"]
MODIFIER = re.compile(
    rf"\b({trie(_BEFORE)})(?: the age of| (?:the|a|an|another|some))?[ \u00a0-]{{1,2}}\Z", re.IGNORECASE
)
HANDED = re.compile(r"\b(?:hand|hands|handed|handing|turn|turns|turned|turning|signed) \Z", re.IGNORECASE)
"""In front of an "over" that is of the verb: "hand over 400 detainees"."""
_AFTER: dict[str, str] = _LIST["after"]
AFTER = re.compile(rf"\+|[ \u00a0-]({trie(_AFTER)})\b", re.IGNORECASE)
OR_ALSO = re.compile(r",? or | \(|, ")
"""Between two numbers that tell one change: "fell 35 points, or 0.4 %", "(0.4 %)"."""
_CHANGE: dict[str, list[str]] = _LIST["change"]
_STRONG = {w: way for way in ("up", "down") for w in _CHANGE[way]}
_WEAK = {w: way for way in ("up", "down") for w in (*_CHANGE[way], *_CHANGE[f"{way}_shares"])}
_BEHIND = {w: way for way in ("up", "down") for w in _CHANGE[f"{way}_behind"]}
_STEPS = frozenset(_CHANGE["steps"])


class Value(NamedTuple):
    """A number or a range of two, and where the digits end."""

    number: float | None
    low: float | None
    high: float | None
    end: int
    ranged: bool
    numeral: Numeral


def modifier_of(text: str, left: int, ends: tuple[int, ...], value: Value) -> tuple[str, int]:
    """Give the precision and where its words begin; `ends` are the ends of the number and of its unit."""
    if value.ranged:
        return "range", left
    match = led_by(MODIFIER, text, left, 32)
    if match and not (match[1].lower() == "over" and led_by(HANDED, text, match.start(), 9)):
        return _BEFORE[match[1].lower()], match.start()
    for end in ends:
        after = AFTER.match(text, end)
        if after:
            return (_AFTER[after[1].lower()] if after[1] else "at_least"), left
    return ("range" if value.number is None else ""), left


def bounds(value: Value, modifier: str, negative: bool) -> tuple[float | None, float | None, float | None]:
    """Give number and the interval that the words admit; an open end is None."""
    number, low, high = (_turned(n, negative) for n in (value.number, value.low, value.high))
    if number is None:
        return (None, high, low) if negative else (None, low, high)
    near, far = sorted((round(number * (1 - ABOUT), 6), round(number * (1 + ABOUT), 6)))
    spans: dict[str, tuple[float | None, float | None]] = {
        "about": (near, far),
        "more_than": (number, None),
        "at_least": (number, None),
        "less_than": (None, number),
        "up_to": (None, number),
    }
    low, high = spans.get(modifier, (number, number))
    return number, low, high


def broken(number: float | None, low: float | None, high: float | None) -> bool:
    """Whether a number is no whole one, or an end of a range that has none.

    >>> broken(4, 3.6, 4.4), broken(None, 3.6, 4.3), broken(None, 12, None)
    (False, True, False)
    """
    ends = (low, high) if number is None else (number,)
    return any(end is not None and end != int(end) for end in ends)


def _turned(number: float | None, negative: bool) -> float | None:
    """Give a number with its sign."""
    return -number if number is not None and negative else number


def change_of(text: str, begin: int, end: int, kind: str, unit: str) -> str:
    """Say whether the number is how much something rose or fell: "rose 5 %", "up 19 cents", "a 5 % cut", "fell by 300"."""
    steps = kind in ("percent", "money", "measure", "ratio") or unit in _STEPS
    if not steps and text[max(0, begin - 3) : begin].lower() != "by ":
        return ""
    before = [w for w, _, _ in tokens(text, Span(max(0, begin - 34), begin))][-3:]
    if before and before[-1] not in ("to", "at", "than", "from"):
        strong = kind in ("percent", "ratio") or before[-1] == "by"
        table = _WEAK if strong else _STRONG if steps else {}
        reach = before if strong else before[-1:]
        for word in reversed(reach):
            if word in table:
                return table[word]
    if not steps:
        return ""
    after = [w for w, _, _ in tokens(text, Span(end, min(len(text), end + 16)))][:1]
    if not after or (kind == "measure" and after[0] in ("higher", "lower")):
        return ""
    return _BEHIND.get(after[0], "")
