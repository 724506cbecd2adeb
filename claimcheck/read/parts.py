"""What digits and number words share: the word lists, the value they make, and the fractions that may follow it."""

from __future__ import annotations

import re
import unicodedata

from claimcheck.immutable import record
from claimcheck.lexicon import words as lexicon
from claimcheck.read.trie import trie

_LIST = lexicon("numbers")
SMALL: dict[str, int] = _LIST["small"]
SCALES: dict[str, int] = _LIST["scales"]
SHORT: dict[str, int] = _LIST["short"]
VAGUE: dict[str, int] = _LIST["vague"]
PARTS: dict[str, int] = _LIST["parts"]
"""What a whole is divided into: "third" -> 3, "thirds" -> 3."""
VULGAR: dict[str, float] = {
    c: round(unicodedata.numeric(c), 6) for c in map(chr, (*range(0xBC, 0xBF), *range(0x2150, 0x215F), 0x2189))
}
"""Fractions of one character: "½"."""
SLASHED = frozenset((2, 3, 4, 5, 6, 8, 10, 16, 32, 64))
"""What fractions written with a slash divide into; 9/11 and 1/7 are days."""

_FEW = [w for w, n in SMALL.items() if 0 < n < 20]
_DIGITS = [w for w, n in SMALL.items() if 0 < n < 10]
_TENS = [w for w, n in SMALL.items() if n >= 20]
MIXED = re.compile(
    rf"(?: and |-and-)(?:(an?|{trie(_FEW)})|({trie(_TENS)})(?:-({trie(_DIGITS)}))?)(?: - |[ -])({trie(PARTS)})\b",
    re.IGNORECASE,
)
SLASH = re.compile(r"([0-9]{1,2}) ?/ ?([0-9]{1,2})(?![\w/]|[.,][0-9]| ?/)")
MORE_SCALE = re.compile(rf" ({trie(w for w, n in SCALES.items() if n >= 1000)})\b", re.IGNORECASE)


@record
class Numeral:
    """A value and where it ends; `low` alone where the words name only a size."""

    number: float | None
    end: int
    low: float | None = None
    kind: str = ""
    """"" or "fraction", "vague", "fold"."""
    ambiguous: bool = False
    scaled: float = 1.0
    """The scale word's factor: "1.2 million" has 1e6."""


def tidy(number: float) -> float:
    """Give whole numbers as int, and others without the noise of multiplication."""
    if abs(number) < 1e-6:
        return number
    rounded = round(number, 9) if abs(number) < 1e6 else float(f"{number:.15g}")
    return int(rounded) if rounded == int(rounded) else rounded


def mixed(text: str, number: float, end: int, scale: float) -> tuple[float, int, float] | None:
    """Add the fraction that "and" joins to a number, as a part of its scale; number, end and scale, or None.

    >>> mixed("two and a half years", 2, 3, 1), mixed("3 million and a quarter", 3e6, 9, 1e6)
    ((2.5, 14, 1), (3250000.0, 23, 1000000.0))
    >>> mixed("two and a half million", 2, 3, 1)
    (2500000.0, 22, 1000000)
    """
    found = MIXED.match(text, end)
    if not found:
        return None
    said = [w.lower() for w in (found[1], found[2], found[3]) if w]
    if found[2] and PARTS[found[4].lower()] < 100:
        return None
    share = sum(SMALL.get(w, 1) for w in said) / PARTS[found[4].lower()]
    more = MORE_SCALE.match(text, found.end())
    if not more:
        return number + share * scale, found.end(), scale
    factor = SCALES[more[1].lower()]
    return (number + share if scale == 1 else number / factor + share) * factor, more.end(), factor


def slashed(text: str, at: int) -> tuple[float, int] | None:
    """Read a fraction with a slash: its value and end; None for days such as "9/11" and scores such as "24/7".

    >>> slashed("3/4", 0), slashed("9/11", 0)
    ((0.75, 3), None)
    """
    found = SLASH.match(text, at)
    if not found:
        return None
    over, under = int(found[1]), int(found[2])
    return (round(over / under, 6), found.end()) if 0 < over < under and under in SLASHED else None
