"""Counts, ordinals and years of time expressions, in digits and in words."""

from __future__ import annotations

from claimcheck.lexicon import words as lexicon
from claimcheck.read.parts import SMALL
from claimcheck.read.time_scan import LIST, UNITS, Scan

_TENS = {word: n for word, n in SMALL.items() if n >= 20}
_ONES = {word: n for word, n in SMALL.items() if 0 < n < 20}
ORDINALS: dict[str, int] = {word: int(form[:-2]) for word, form in lexicon("ordinals")["ordinals"].items()}
_HIGH = {
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "thirtieth": 30,
}
ORDINALS = ORDINALS | _HIGH
VAGUE = frozenset({"several", "few", "some", "many", "couple", "numerous"})
DAYS = range(1, 32)
_CENTURIES = frozenset({"fifteen", "sixteen", "seventeen", "eighteen", "nineteen"})
AFTER_DAY = frozenset(
    {
        "and",
        "at",
        "to",
        "or",
        "but",
        "in",
        "when",
        "with",
        "for",
        "as",
        "was",
        "is",
        "will",
        "he",
        "she",
        "it",
        "they",
        "we",
    }
)
"""Words that may stand behind the day of a month, which are no noun that it counts."""


def counts_a_noun(after: str) -> bool:
    """Whether the word behind an ordinal makes it no day: "on Sunday, the third such killing this year"."""
    return after[:1].isalpha() and after not in AFTER_DAY


def small(scan: Scan, i: int) -> tuple[int, int] | None:
    """Read a number below a hundred in words, with its end: "twenty-two", "twenty two", "eleven"."""
    word = scan.words[i]
    if word in _ONES:
        return _ONES[word], i + 1
    if word not in _TENS:
        return None
    at = i + 1
    for step in ("-", "and"):
        at = scan.skip(at, step)
    if at < i + 3 and 0 < _ONES.get(scan.words[at], 0) < 10:
        return _TENS[word] + _ONES[scan.words[at]], at + 1
    return _TENS[word], i + 1


def ordinal(scan: Scan, i: int) -> tuple[int, int] | None:
    """Read an ordinal with its end: "1st", "twenty-third", "third"."""
    word = scan.words[i]
    if word.isdecimal():
        end = scan.ordinal_end(i)
        return (int(word), end) if end == i + 2 and len(word) < 4 else None
    if word in ORDINALS:
        return ORDINALS[word], i + 1
    if word in _TENS:
        at = scan.skip(i + 1, "-")
        if 0 < ORDINALS.get(scan.words[at], 0) < 10:
            return _TENS[word] + ORDINALS[scan.words[at]], at + 1
    return None


def month_day(scan: Scan, i: int) -> tuple[int, int] | None:
    """Read the day of a month with its end: "12", "12th", "twelfth", "twenty five"."""
    word = scan.words[i]
    if word.isdecimal():
        return (int(word), scan.ordinal_end(i)) if len(word) < 3 and int(word) in DAYS else None
    found = ordinal(scan, i) or (small(scan, i) if word in _TENS else None)
    return found if found and found[0] in DAYS else None


def year(scan: Scan, i: int) -> tuple[int, int] | None:
    """Read a year of four digits, or in words: "nineteen eighty six", "two thousand and five"."""
    word = scan.words[i]
    if word.isdecimal():
        follows = scan.words[i + 1]
        if len(word) != 4 or not 1000 <= int(word) < 2100 or follows == "%":
            return None
        if follows in (",", ".", "/") and scan.glued(i) and scan.words[i + 2].isdecimal() and scan.glued(i + 1):
            return None
        return int(word), i + 1
    if word == "two" and scan.words[i + 1] == "thousand":
        at = scan.skip(i + 2, "and")
        more = small(scan, at)
        return (2000 + more[0], more[1]) if more else (2000, i + 2)
    at = scan.skip(i + 1, "-")
    if word in _CENTURIES and scan.words[at] == "hundred":
        more = small(scan, scan.skip(at + 1, "and"))
        return (100 * SMALL[word] + more[0], more[1]) if more else None
    if word in ("eighteen", "nineteen", "twenty"):
        more = small(scan, at)
        if more and more[0] >= 10:
            return 100 * SMALL[word] + more[0], more[1]
    return None


def count(scan: Scan, i: int) -> tuple[float | None, int] | None:
    """Read how many, with its end; None as the number where it is vague: "3", "2 1/2", "a couple of", "several"."""
    words = scan.words
    word = words[i]
    if word.isdecimal():
        return _digits(scan, i)
    found = small(scan, i)
    if found:
        return _words(scan, *found)
    if word in ("a", "an"):
        return _article(scan, i)
    return _half(scan, i)


def _words(scan: Scan, number: int, at: int) -> tuple[float | None, int]:
    """Read on from a small number in words: "hundred", "and a half", "or three"."""
    words = scan.words
    if words[at] == "hundred":
        number, at = number * 100, at + 1
    if words[at] == "and" and words[at + 1] in _ONES and number >= 20 and words[at + 2] in UNITS:
        return number + _ONES[words[at + 1]], at + 2
    if words[at : at + 3] == ["and", "a", "half"] or words[at : at + 2] == ["and", "half"]:
        return number + 0.5, scan.skip(at + 1, "a") + 1
    if words[at : at + 3] == ["and", "a", "quarter"] and words[at + 3] in UNITS:
        return number + 0.25, at + 3
    other = small(scan, at + 1) if words[at] == "or" else None
    return (None, other[1]) if other else (number, at)


def _article(scan: Scan, i: int) -> tuple[float | None, int]:
    """Read "a", "a few", "a couple of", "a half"."""
    word = scan.words[i + 1]
    if word in ("few", "number"):
        return None, scan.skip(i + 2, "of")
    if word == "couple":
        return 2, scan.skip(i + 2, "of")
    return (0.5, i + 2) if word == "half" else (1, i + 1)


def _half(scan: Scan, i: int) -> tuple[float | None, int] | None:
    """Read "half an", "couple of", and vague counts."""
    word = scan.words[i]
    if word in ("half", "½"):
        return 0.5, scan.skip(i + 1, "a", "an")
    if word == "couple":
        return 2, scan.skip(i + 1, "of")
    return (None, i + 1) if word in VAGUE else None


def _digits(scan: Scan, i: int) -> tuple[float | None, int]:
    """Read a count in digits: "3", "3.5", "5 1/2", "5,000"."""
    words = scan.words
    if (
        words[i + 1] == "."
        and scan.glued(i)
        and scan.glued(i + 1)
        and words[i + 2].isdecimal()
        and len(words[i + 2]) < 4
    ):
        return float(f"{words[i]}.{words[i + 2]}"), i + 3
    if (
        words[i + 1] == ","
        and scan.glued(i)
        and scan.glued(i + 1)
        and len(words[i + 2]) == 3
        and words[i + 2].isdecimal()
    ):
        return int(words[i] + words[i + 2]), i + 3
    if words[i + 1] == "1" and words[i + 2] == "/" and words[i + 3] in ("2", "4"):
        return int(words[i][:6]) + 1 / int(words[i + 3]), i + 4
    if words[i + 1] == "½":
        return int(words[i][:6]) + 0.5, i + 2
    return int(words[i][:9]), i + 1


def leads_count(scan: Scan, i: int) -> bool:
    """Whether the word in front makes four digits a count: "some 2000", "$1500"."""
    return scan.words[i - 1] in LIST["count_leads"]
