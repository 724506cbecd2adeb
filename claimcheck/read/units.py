"""Units of measure and money: words -> canonical unit, dimension, and conversion within a dimension; never between currencies."""

from __future__ import annotations

import re

from claimcheck.lexicon import words as lexicon
from claimcheck.read.leads import led_by

_TABLE = lexicon("units")
DIMENSION: dict[str, str] = {unit: dim for dim, units in _TABLE.items() for unit in units}
"""Canonical unit -> dimension: "kilometre" -> "length", "EUR" -> "money"."""
_FACTOR: dict[str, float] = {unit: entry["to"] for units in _TABLE.values() for unit, entry in units.items()}
_WORDS: dict[str, str] = {w: unit for units in _TABLE.values() for unit, entry in units.items() for w in entry["words"]}
_EXACT: dict[str, str] = {
    w: unit for units in _TABLE.values() for unit, entry in units.items() for w in entry.get("exact", ())
}
"""Signs that mean something else in other letters: "t" is a tonne, "T" is not; they stand at the digits."""
MINOR: dict[str, str] = {unit: e["minor"] for units in _TABLE.values() for unit, e in units.items() if "minor" in e}
"""Unit -> the smaller one that may follow it: foot -> inch."""
SIGNS: dict[str, str] = lexicon("currencies")["signs"]
SIGN = "|".join(re.escape(s) for s in sorted(SIGNS, key=lambda s: (-len(s), s)))
SIGN_BEFORE = re.compile(rf"(?<![A-Za-z])({SIGN})[ \u00a0]?\Z")
_SIGN_ENDS = frozenset(s[-1] for s in SIGNS)
UNIT = re.compile(
    r"[ \u00a0\u202f-]{0,3}(%|″|°[CF]?|º[CF]?|[A-Za-z][A-Za-z/²³0-9.]{0,20}(?:[ -][A-Za-z]{1,12}){0,2}|[€£$₹₽₪](?![ ]?[0-9]))"
)
METRES = re.compile(
    r"[ \u00a0](m)(?=[.,;:)](?:\s|\Z)|\Z|\n| (?:long|high|deep|wide|tall|thick|above|below|at|of|from|off|down|under|away|across|apart|underground)\b)"
)
"""A sign of metres behind a space; where a noun follows, it is millions: "5 m people"."""
RATE = re.compile(
    r"(?P<any>[ -]per[ -]|/)(?!cent\b)|[ -](?:an?|each|every)[ -](?![a-z]{1,8} (?:ago|earlier|later|before|after|old)\b)"
)
RATE_WORD = re.compile(r"([A-Za-z]{1,15})")
_RATE_NOUNS = frozenset(lexicon("units_said")["each"])


BARE_LETTERS = frozenset({"R", "N", "S/"})
"""Signs that are money only in front of a large sum: "R12 million", "N1,500", not "R2"."""
LARGE = re.compile(
    r"[0-9][0-9.,]*+(?: ?(?:million|billion|trillion|thousand|bn|mn|m|k)\b|(?<=,[0-9]{3})(?![0-9A-Za-z]))",
    re.IGNORECASE,
)


def sign_before(text: str, start: int) -> re.Match[str] | None:
    """Give the sign of money in front of a number that starts there; its first group is the sign."""
    last = (
        text[start - 1] if start and text[start - 1] not in " \u00a0" else text[max(0, start - 2) : max(0, start - 1)]
    )
    found = led_by(SIGN_BEFORE, text, start, 6) if last in _SIGN_ENDS else None
    return (
        None if found and found[1] in BARE_LETTERS and (found.end() != start or not LARGE.match(text, start)) else found
    )


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
    if match.start(1) == at and (head := words.split(" ", 1)[0].split("/", 1)[0].rstrip(".")) in _EXACT:
        return _EXACT[head], at + len(head)
    if metre := METRES.match(text, at):
        return "metre", metre.end(1)
    while words:
        unit = _WORDS.get(words.lower().replace("-", " ").rstrip("."))
        if unit is not None:
            return unit, match.start(1) + len(words.rstrip("."))
        cut = max(words.rfind(" "), words.rfind("-"), words.rfind("/"))
        words = words[:cut] if cut > 0 else ""
    return None


def rate_at(text: str, at: int) -> tuple[str, int] | None:
    """Give what a measure is told for each of, and where it ends: "a day", "per barrel", "/km".

    >>> rate_at("400 barrels a day", 11), rate_at("$5 a year ago", 2)
    (('day', 17), None)
    """
    match = RATE.match(text, at)
    if not match:
        return None
    unit = unit_at(text, match.end())
    word = RATE_WORD.match(text, match.end())
    if unit and DIMENSION[unit[0]] in ("duration", "mass", "volume", "area", "length", "energy"):
        return unit
    if word and (match["any"] or word[1].lower() in _RATE_NOUNS):
        return word[1].lower(), word.end()
    return None


def dimension(unit: str) -> str:
    """Give the dimension of a canonical unit, "" for counted nouns and unknown words; of a rate both, "volume per duration"."""
    known = DIMENSION.get(unit, "money" if len(unit) == 3 and unit.isupper() else "")
    if known or " per " not in unit:
        return known
    base, per = unit.split(" per ", 1)
    return f"{DIMENSION[base]} per {DIMENSION.get(per, per)}" if base in DIMENSION else ""


def convert(number: float, unit: str, to: str) -> float:
    """Convert a number between two units of one dimension; ValueError for other pairs and for currencies.

    >>> round(convert(3, "mile", "kilometre"), 2), convert(100, "degree Celsius", "degree Fahrenheit")
    (4.83, 212.0)
    >>> round(convert(24, "barrel per day", "barrel per hour"), 6)
    1.0
    """
    if dimension(unit) != dimension(to) or dimension(unit) == "" or dimension(unit).startswith("money"):
        raise ValueError(f"cannot convert {unit} to {to}")
    if dimension(unit) == "temperature":
        celsius = (number - 32) * 5 / 9 if unit == "degree Fahrenheit" else number
        return round(celsius * 9 / 5 + 32 if to == "degree Fahrenheit" else celsius, 6)
    return number * _factor(unit) / _factor(to)


def _factor(unit: str) -> float:
    """Give a unit's factor to the first of its dimension, of a rate the quotient of both."""
    if unit in _FACTOR:
        return _FACTOR[unit]
    base, _, per = unit.partition(" per ")
    return _FACTOR[base] / _FACTOR.get(per, 1.0)


def minor_factor(unit: str, minor: str) -> float:
    """Give how much of a unit its smaller one is: an inch is 1/12 of a foot, a cent 1/100 of a dollar."""
    return 0.01 if DIMENSION[unit] == "money" else _FACTOR[minor] / _FACTOR[unit]
