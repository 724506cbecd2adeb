"""Number words -> values: the number alone, without modifier, unit or noun."""

from __future__ import annotations

import re

from claimcheck.read.leads import led_by
from claimcheck.read.parts import PARTS, SCALES, SMALL, VAGUE, Numeral, mixed, tidy
from claimcheck.read.trie import trie

WORD = re.compile(r"[A-Za-z]+")
GAP = re.compile(r" - (?=[a-z])|[ \u00a0]{1,3}(?:and[ \u00a0]{1,3})?|-")
VAGUE_NEXT = re.compile(r" of (hundreds|thousands|millions|billions)\b", re.IGNORECASE)
PART_OF_SCALE = re.compile(rf" (?:(?:of )?a )?({trie(SCALES)})\b", re.IGNORECASE)
FOLD = re.compile(rf"({trie(w for w, n in SMALL.items() if n > 1)})-?fold\b", re.IGNORECASE)
POINT = re.compile(
    rf" point((?:[ -](?:{trie([*(w for w, n in SMALL.items() if n), 'zero', 'nought', 'oh'])})\b){{1,9}}+)",
    re.IGNORECASE,
)
_TENS = [w for w, n in SMALL.items() if n >= 20]
OVER = re.compile(rf"(?:[ -]| - )(?:({trie(_TENS)})[ -])?({trie(PARTS)})\b", re.IGNORECASE)
OF_SCALE = re.compile(rf" of a ({trie(w for w, n in SCALES.items() if n > 100)})\b", re.IGNORECASE)
STANDS_ALONE = re.compile(r" of |[.;)]|\s*\Z")
"""What follows "a third" where it is no ordinal."""
ORDERED = re.compile(r"\b(?:last|past|previous|first|next|these|those|consecutive|straight) \Z", re.IGNORECASE)
SCALE_WORDS: dict[str, int] = {**SCALES, **{f"{w}s": n for w, n in SCALES.items()}}
LARGEST = 1e15
"""Above it words are no number that anybody counts: "one hundred and one hundred and one hundred …"."""


def words_at(text: str, at: int) -> Numeral | None:
    """Read a number in words, as far as it goes.

    >>> words_at("twenty-two people", 0).number, words_at("two hundred and five", 0).number
    (22, 205)
    >>> words_at("half a million euros", 0).number, words_at("tens of thousands", 0).low
    (500000, 10000)
    >>> words_at("two and a half years", 0).number, words_at("three quarters", 0).number
    (2.5, 0.75)
    """
    match = WORD.match(text, at)
    word = match.group().lower() if match else ""
    end = match.end() if match else at
    if word in VAGUE:
        return _vague(text, end, word)
    if word in ("half", "quarter"):
        return _part(text, at, end, word)
    if word in ("a", "an", "several"):
        return _article(text, at, word)
    fold = FOLD.match(text, at)
    if fold:
        return Numeral(SMALL[fold[1].lower()], fold.end(), kind="fold")
    return _sum(text, at)


def _vague(text: str, end: int, word: str) -> Numeral:
    """Read "dozens", "tens of thousands"."""
    low = float(VAGUE[word])
    following = VAGUE_NEXT.match(text, end)
    if following:
        low, end = low * VAGUE[following[1].lower()], following.end()
    return Numeral(None, end, low=tidy(low), kind="vague")


def _part(text: str, at: int, end: int, word: str) -> Numeral | None:
    """Read "half a million", "quarter million", or "half" alone."""
    scale = PART_OF_SCALE.match(text, end)
    if scale and scale[1].lower() != "hundred":
        return Numeral(tidy(SCALES[scale[1].lower()] / PARTS[word]), scale.end(), scaled=SCALES[scale[1].lower()])
    return Numeral(0.5, end, kind="fraction") if word == "half" else None


def _article(text: str, at: int, word: str) -> Numeral | None:
    """Read "a dozen", "a hundred", "a quarter of", "a couple of", "several hundred"."""
    match = WORD.match(text, at + len(word) + 1)
    following = match.group().lower() if match else ""
    if match and following in SCALES:
        if word == "several":
            return Numeral(None, match.end(), low=2.0 * SCALES[following], kind="vague")
        tail = _sum(text, match.start(), first=1)
        return tail or Numeral(SCALES[following], match.end())
    if match and word == "a" and following in PARTS and not following.endswith("s"):
        rest = _part(text, at, match.end(), following)
        if rest is not None and rest.kind != "fraction":
            return rest
        if STANDS_ALONE.match(text, match.end()):
            return Numeral(round(1 / PARTS[following], 6), match.end(), kind="fraction")
        return None
    if match and following == "couple" and text.startswith(" of ", match.end()):
        return Numeral(2, match.end() + 3)
    return None


def _scale_at(text: str, at: int) -> bool:
    """Whether a scale word stands at a place: "two - million", as scraped text spaces its hyphens."""
    match = WORD.match(text, at)
    return match is not None and SCALES.get(match.group().lower(), 0) >= 1000


def _sum(text: str, at: int, first: int = 0) -> Numeral | None:
    """Add up a run of number words: "two hundred and five thousand"; then its decimals or its fraction."""
    total, current, last, scale = 0.0, float(first), 0.0, 0.0
    end, position = -1, at
    while True:
        match = WORD.match(text, position)
        word = match.group().lower() if match else ""
        if match and word in SMALL and not (last and SMALL[word] >= last) and not (last and last < 20):
            current, last = current + SMALL[word], float(SMALL[word])
        elif match and word in SCALE_WORDS and (current or (first and not total)):
            current *= SCALE_WORDS[word]
            last, scale = 0.0, float(SCALE_WORDS[word])
            if scale >= 1000:
                total, current = total + current, 0.0
        elif match and word in SCALES and scale >= 1000 and not current:
            scale *= SCALES[word]
            total *= SCALES[word]
        else:
            break
        if max(total, current) > LARGEST:
            return None
        end = match.end()
        found = mixed(text, total + current, end, scale if scale >= 1000 else 1.0)
        if found:
            return Numeral(tidy(round(found[0], 6)), found[1], scaled=found[2])
        gap = GAP.match(text, end)
        if not gap:
            break
        position = gap.end()
        if "and" in gap.group() and last:
            break
        if gap.group() == " - " and not (last >= 20 and not last % 10) and not _scale_at(text, position):
            break
    if end < 0:
        return None
    return (
        _decimal(text, total + current, end)
        or _over(text, at, total + current, end)
        or Numeral(tidy(total + current), end, scaled=scale if scale >= 1000 and not current else 1.0)
    )


def _decimal(text: str, number: float, end: int) -> Numeral | None:
    """Read "two point five", "two hundred point zero three", "one point five million"."""
    point = POINT.match(text, end)
    if not point:
        return None
    digits, before, factor = "", 0, 1.0
    for word in re.split("[ -]", point[1].strip(" -").lower()):
        next_one = SMALL.get(word, 0)
        digits = (digits[:-1] if before >= 20 and next_one else digits) + str(next_one)
        before = next_one
    more = PART_OF_SCALE.match(text, point.end())
    if more and " a " not in more.group():
        factor = 1.0 * SCALES[more[1].lower()]
    value = (number + float(f"0.{digits}")) * factor
    return Numeral(tidy(value), more.end() if more and factor > 1 else point.end(), scaled=float(factor))


def _over(text: str, at: int, number: float, end: int) -> Numeral | None:
    """Read what a number of parts makes: "two thirds", "one eighth"; but "the last three quarters" are counted."""
    found = OVER.match(text, end) if number else None
    if found is None:
        return None
    word, tens = found[2].lower(), SMALL[found[1].lower()] if found[1] else 0
    if (number == 1) == word.endswith("s") or (tens and PARTS.get(word, 1) > 9):
        return None
    if word in ("halves", "half") or (word == "quarters" and (number != 3 or led_by(ORDERED, text, at, 14))):
        return None
    whole = OF_SCALE.match(text, found.end())
    if whole:
        return Numeral(tidy(number / (PARTS[word] + tens) * SCALES[whole[1].lower()]), whole.end())
    return Numeral(round(number / (PARTS[word] + tens), 6), found.end(), kind="fraction")
