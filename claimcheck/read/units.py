"""Units of measure and money: words -> canonical unit, dimension, and conversion within a dimension; never between currencies."""

from __future__ import annotations

import re

from claimcheck.lexicon import words as lexicon

_TABLE = lexicon("units")
DIMENSION: dict[str, str] = {unit: dim for dim, units in _TABLE.items() for unit in units}
"""Canonical unit -> dimension: "kilometre" -> "length", "EUR" -> "money"."""
_FACTOR: dict[str, float] = {unit: entry["to"] for units in _TABLE.values() for unit, entry in units.items()}
_WORDS: dict[str, str] = {w: unit for units in _TABLE.values() for unit, entry in units.items() for w in entry["words"]}
LONGEST = max(len(w.split()) for w in _WORDS)
SIGNS: dict[str, str] = lexicon("currencies")["signs"]
SIGN_BEFORE = re.compile(
    r"(?<![A-Za-z])(" + "|".join(re.escape(s) for s in sorted(SIGNS, key=lambda s: (-len(s), s))) + r")[ \u00a0]?\Z"
)
UNIT = re.compile(r"[ \u00a0\u202f-]{0,3}(%|°[CF]?|[A-Za-z][A-Za-z/²0-9.]{0,20}(?:[ -][A-Za-z]{1,12}){0,2})")


def unit_at(text: str, at: int) -> tuple[str, int] | None:
    """Give the unit written at a place and where it ends; None where no unit stands there.

    >>> unit_at("60 kilometres north", 2)
    ('kilometre', 13)
    >>> unit_at("5 dogs", 1) is None
    True
    """
    match = UNIT.match(text, at)
    if not match:
        return None
    words = match[1]
    while words:
        unit = _WORDS.get(words.lower().replace("-", " ").rstrip("."))
        if unit is not None:
            return unit, match.start(1) + len(words)
        cut = max(words.rfind(" "), words.rfind("-"))
        words = words[:cut] if cut > 0 else ""
    return None


def dimension(unit: str) -> str:
    """Give the dimension of a canonical unit, "" for counted nouns and unknown words."""
    return DIMENSION.get(unit, "money" if len(unit) == 3 and unit.isupper() else "")


def convert(number: float, unit: str, to: str) -> float:
    """Convert a number between two units of one dimension; ValueError for other pairs and for currencies.

    >>> round(convert(3, "mile", "kilometre"), 2), convert(100, "degree Celsius", "degree Fahrenheit")
    (4.83, 212.0)
    """
    if dimension(unit) != dimension(to) or dimension(unit) in ("", "money"):
        raise ValueError(f"cannot convert {unit} to {to}")
    if dimension(unit) == "temperature":
        celsius = (number - 32) * 5 / 9 if unit == "degree Fahrenheit" else number
        return round(celsius * 9 / 5 + 32 if to == "degree Fahrenheit" else celsius, 6)
    return number * _FACTOR[unit] / _FACTOR[to]
