"""Digits and number words -> values: the number alone, without modifier, unit or noun."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.lexicon import words as lexicon

_LIST = lexicon("numbers")
SMALL: dict[str, int] = _LIST["small"]
SCALES: dict[str, int] = _LIST["scales"]
SHORT: dict[str, int] = _LIST["short"]
VAGUE: dict[str, int] = _LIST["vague"]
FRACTIONS: dict[str, float] = _LIST["fractions"]
MOST_DIGITS = 15
"""Longer runs of digits are no figure."""

DIGITS = re.compile(
    r"[0-9]{1,3}(?:([,'’ \u00a0\u202f])[0-9]{3})(?:\1[0-9]{3}){0,5}(?![0-9])(?:\.[0-9]{1,6})?|[0-9]+(?:\.[0-9]{1,9})?(?![0-9])"
)
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 0.333333, "⅔": 0.666667}
SCALE = re.compile(
    r"[ \u00a0\u202f-]?(hundred|thousand|million|billion|trillion|lakh|crore|mln|bln|trn|mil|mn|bn|tn|k|m|b)\b\.?(?![\w/²'’])",
    re.IGNORECASE,
)
WORD = re.compile(r"[A-Za-z]+")
GAP = re.compile(r"[ \u00a0-](?:and )?")
VAGUE_NEXT = re.compile(r" of (hundreds|thousands|millions|billions)\b", re.IGNORECASE)
HALF = re.compile(r" and a half (thousand|million|billion|trillion)\b", re.IGNORECASE)
PART_OF_SCALE = re.compile(r" (?:of )?a (hundred|thousand|million|billion|trillion|dozen)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A value and where it ends; `low` alone where the words name only a size."""

    number: float | None
    end: int
    low: float | None = None
    kind: str = ""
    """"" or "fraction", "vague"."""
    ambiguous: bool = False
    scaled: float = 1.0
    """The scale word's factor: "1.2 million" has 1e6."""


def digits_at(text: str, at: int) -> Numeral | None:
    """Read a number in digits with its scale word.

    >>> digits_at("1.2 million", 0).number, digits_at("1,500 men", 0).number, digits_at("2½", 0).number
    (1200000, 1500, 2.5)
    """
    match = DIGITS.match(text, at)
    if not match or sum(map(str.isdigit, match.group())) > MOST_DIGITS:
        return None
    raw, end = match.group(), match.end()
    plain = re.sub(r"[,'’ \u00a0\u202f]", "", raw)
    ambiguous = bool(re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", raw))
    number = float(plain) if "." in plain else int(plain)
    if end < len(text) and text[end] in VULGAR:
        number, end = number + VULGAR[text[end]], end + 1
    factor = 1.0
    while (scale := SCALE.match(text, end)) and _scales(text, end, scale[1]):
        step = float(SCALES.get(scale[1].lower()) or SHORT[scale[1].lower()])
        factor, number, end = factor * step, number * step, end + len(scale.group().rstrip("."))
        ambiguous = False
    return Numeral(_tidy(number), end, ambiguous=ambiguous, scaled=factor)


def _scales(text: str, end: int, word: str) -> bool:
    """Whether a scale word is one here: a single letter must stand at the digits ("12m"), but for "110 b"."""
    return word not in ("m", "k", "M") or text[end : end + 1] not in " -"


def words_at(text: str, at: int) -> Numeral | None:
    """Read a number in words, as far as it goes.

    >>> words_at("twenty-two people", 0).number, words_at("two hundred and five", 0).number
    (22, 205)
    >>> words_at("half a million euros", 0).number, words_at("tens of thousands", 0).low
    (500000, 10000)
    """
    match = WORD.match(text, at)
    word = match.group().lower() if match else ""
    if word in VAGUE:
        return _vague(text, match.end() if match else at, word)
    if word in ("half", "quarter"):
        return _fraction(text, match.end() if match else at, word)
    if word in ("a", "an", "several"):
        return _article(text, at, word)
    return _sum(text, at)


def _vague(text: str, end: int, word: str) -> Numeral:
    """Read "dozens", "tens of thousands"."""
    low = float(VAGUE[word])
    following = VAGUE_NEXT.match(text, end)
    if following:
        low, end = low * VAGUE[following[1].lower()], following.end()
    return Numeral(None, end, low=_tidy(low), kind="vague")


def _fraction(text: str, end: int, word: str) -> Numeral:
    """Read "half a million", or the fraction alone."""
    scale = PART_OF_SCALE.match(text, end)
    if scale:
        return Numeral(_tidy(FRACTIONS[word] * SCALES[scale[1].lower()]), scale.end())
    return Numeral(FRACTIONS[word], end, kind="fraction")


def _article(text: str, at: int, word: str) -> Numeral | None:
    """Read "a dozen", "a hundred", "a quarter of", "a couple of", "several hundred"."""
    match = WORD.match(text, at + len(word) + 1)
    following = match.group().lower() if match else ""
    if match and following in SCALES:
        if word == "several":
            return Numeral(None, match.end(), low=2.0 * SCALES[following], kind="vague")
        tail = _sum(text, match.start(), first=1)
        return tail or Numeral(SCALES[following], match.end())
    if match and following in ("third", "quarter", "fifth", "tenth") and word == "a":
        rest = _fraction(text, match.end(), following)
        return rest if rest.kind != "fraction" or text.startswith(" of ", match.end()) else None
    if match and following == "couple" and text.startswith(" of ", match.end()):
        return Numeral(2, match.end() + 3)
    return None


def _sum(text: str, at: int, first: int = 0) -> Numeral | None:
    """Add up a run of number words: "two hundred and five thousand"."""
    total, current, end, position = 0.0, float(first), -1, at
    last = 0.0
    while True:
        match = WORD.match(text, position)
        word = match.group().lower() if match else ""
        if match and word in SMALL and not (last and SMALL[word] >= last) and not (last and last < 20):
            current, last = current + SMALL[word], float(SMALL[word])
        elif match and word in SCALES and (current or first):
            current = current * SCALES[word]
            last = 0.0
            if SCALES[word] >= 1000:
                total, current = total + current, 0.0
        elif match and word in FRACTIONS and current and word not in ("half",) and last:
            return Numeral(round(current * FRACTIONS[word], 4), match.end(), kind="fraction")
        else:
            break
        end = match.end()
        half = HALF.match(text, end)
        if half:
            return Numeral(_tidy((total + current + 0.5) * SCALES[half[1].lower()]), half.end())
        gap = GAP.match(text, end)
        if not gap:
            break
        position = gap.end()
        if gap.group() != " " and gap.group() != "-" and last:
            break
    return Numeral(_tidy(total + current), end) if end > 0 else None


def _tidy(number: float) -> float:
    """Give whole numbers as int, and others without the noise of multiplication."""
    rounded = round(number, 9)
    return int(rounded) if rounded == int(rounded) else rounded
