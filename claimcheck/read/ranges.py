"""Two numbers that make one quantity: ranges ("10 to 15", "$1m-$2m", "5 km to 7 km") and shares ("one in five")."""

from __future__ import annotations

import re

from claimcheck.lexicon import words as lexicon
from claimcheck.model import QuantityMention, Span
from claimcheck.read.counted import counted_at
from claimcheck.read.digits import digits_at
from claimcheck.read.leads import led_by
from claimcheck.read.numerals import words_at
from claimcheck.read.parts import SMALL, Numeral, tidy
from claimcheck.read.precision import Value
from claimcheck.read.trie import trie
from claimcheck.read.units import DIMENSION, SIGN, unit_at

_NEXT = rf"(?=(?:{SIGN})?[ \u00a0]?[0-9]|[a-z])"
RANGE = re.compile(rf"(?:-? (?:to|or)[ -]| ?(?:-|–|—) ?){_NEXT}", re.IGNORECASE)
JOINT = re.compile(r"[-–—]|(?<= )(?:to|or|and)[ -]", re.IGNORECASE)
LONGEST_UNIT = 30
"""Characters that the unit of the first number of a range may take."""
AND = re.compile(rf" and {_NEXT}", re.IGNORECASE)
BETWEEN = re.compile(rf"\bbetween (?:{SIGN})?[ \u00a0]?\Z", re.IGNORECASE)
FROM = re.compile(
    rf"(?<!range )(?<!ranges )(?<!ranging )(?<!ranged )(?<!run )(?<!runs )(?<!anywhere )\bfrom (?:{SIGN})?[ \u00a0]?\Z",
    re.IGNORECASE,
)
SIGNED = re.compile(rf"(?:{SIGN})[ \u00a0]?")
RATIO = re.compile(
    rf" (?:in|out of)(?: every)? ([1-9][0-9,]{{0,8}}+|(?:an?|one) (?:hundred|thousand|million)|(?:{trie(SMALL)})(?:-(?:{trie(SMALL)}))?)\b",
    re.IGNORECASE,
)
OVER = re.compile(r" over (?=[0-9a-z])", re.IGNORECASE)
ENDS = re.compile(r"[.;]|\s*\Z")
YEARS = range(1500, 2101)
"""Numbers behind "in" that are years."""
BY = re.compile(r"\bby [$€£]?\Z")
CHANGED = re.compile(
    rf"\b(?:{trie(word for way in ('up', 'down') for word in lexicon('numbers')['change'][way])}) (?:[$€£] ?)?\Z",
    re.IGNORECASE,
)
"""A verb of change, which tells by how much before it tells to how much: "rose $1.20 to $84.30"."""
MOST = 100
"""The larger end of a range is at most so many times the smaller."""
MOST_BY = 4
"""The same behind "by" or a verb of change, where "rose by 300 to 4,000" tells of two numbers."""


def value_at(text: str, start: int, first: Numeral) -> Value:
    """Read a range where a second, larger number follows; else the number alone."""
    alone = Value(
        first.number, first.number if first.number is not None else first.low, first.number, first.end, False, first
    )
    if first.number is None or first.kind:
        return alone
    if JOINT.search(text, first.end, first.end + LONGEST_UNIT) is None:
        return alone
    stop = _unit_between(text, first.end)
    join = _join(text, start, first.end, stop)
    if join is None:
        return alone
    sign = SIGNED.match(text, join)
    at = sign.end() if sign else join
    digits = text[at : at + 1].isdecimal()
    second = digits_at(text, at) if digits else words_at(text, at)
    if second is None or second.number is None or second.kind or digits != text[start].isdecimal():
        return alone
    if stop != first.end and not _same_unit(text, first.end, second.end):
        return alone
    low = first.number * (second.scaled if first.scaled == 1 and first.number * second.scaled < second.number else 1)
    most = MOST_BY if led_by(BY, text, start, 4) or led_by(CHANGED, text, start, 16) else MOST
    low = tidy(low)
    if not low < second.number or second.number > most * max(low, 1):
        return alone
    return Value(None, low, second.number, second.end, True, second)


def _join(text: str, start: int, end: int, stop: int) -> int | None:
    """Give where the second number begins behind "to", "or", a dash, or the "and" of "between"."""
    window = max(0, start - 13)
    if BETWEEN.search(text, window, start):
        found = AND.match(text, stop)
        return found.end() if found else None
    found = RANGE.match(text, stop)
    if not found or ("to" in found.group() and led_by(FROM, text, start, 16)):
        return None
    return None if stop != end and "or" in found.group() else found.end()


def _unit_between(text: str, end: int) -> int:
    """Give where the unit of the first number ends, where it has its own: "5 km to 7 km"; else the number's end."""
    if text[end : end + 1] in ("-", "–", "—", "") or text.startswith((" to ", " or ", " and "), end):
        return end
    unit = unit_at(text, end)
    return unit[1] if unit and DIMENSION[unit[0]] != "duration" else end


def _same_unit(text: str, first: int, second: int) -> bool:
    """Whether two numbers that end there have one unit."""
    one, two = unit_at(text, first), unit_at(text, second)
    return one is not None and two is not None and one[0] == two[0]


def share_at(text: str, start: int, numeral: Numeral, signed: bool) -> QuantityMention | None:
    """Read "one in five", "nine out of ten", "1 in 1,000", "two over three"; None where no share is told."""
    if signed or not numeral.number or numeral.kind or numeral.scaled != 1:
        return None
    ratio = RATIO.match(text, numeral.end)
    if ratio is None:
        return _over(text, start, numeral)
    whole = _whole(ratio[1])
    among = " in " in ratio.group()
    if numeral.number >= whole or (among and (int(whole) in YEARS or numeral.number > 9 or unit_at(text, ratio.end()))):
        return None
    share = round(numeral.number / whole, 6)
    counted = counted_at(text, ratio.end())
    if among and text[start].isdecimal() and not (counted.head or numeral.number == 1):
        return None
    return QuantityMention(
        Span(start, max(ratio.end(), counted.end)), share, share, share, "", "ratio", counted.phrase, "", "ratio",
        Span(start, ratio.end()), head=counted.head, qualifiers=counted.qualifiers,
    )  # fmt: skip


def _over(text: str, start: int, numeral: Numeral) -> QuantityMention | None:
    """Read "two over three" where the clause ends with it."""
    over = OVER.match(text, numeral.end)
    if over is None or not numeral.number:
        return None
    under = digits_at(text, over.end()) if text[over.end()].isdecimal() else words_at(text, over.end())
    if under is None or not under.number or under.number <= numeral.number or not ENDS.match(text, under.end):
        return None
    share, span = round(numeral.number / under.number, 6), Span(start, under.end)
    return QuantityMention(span, share, share, share, "", "ratio", "", "", "ratio", span)


def _whole(text: str) -> float:
    """Give the number that a share is taken of."""
    if text[0].isdecimal():
        return float(text.replace(",", "") or 0)
    found = words_at(text, 0)
    return float(found.number or 0) if found else 0.0
