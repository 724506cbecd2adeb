"""Text -> quantities: every number that counts or measures something, with its precision, unit and noun.

Numbers that only name something (years, routes, models, sections, phone numbers) are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from claimcheck.lexicon import words as lexicon
from claimcheck.model import QuantityMention, Span
from claimcheck.read.counted import counted_at
from claimcheck.read.labels import is_label
from claimcheck.read.measured import Value, measured
from claimcheck.read.numerals import FRACTIONS, SCALES, SMALL, VAGUE, Numeral, digits_at, words_at
from claimcheck.read.plain import plain_text
from claimcheck.read.trie import trie
from claimcheck.read.units import SIGN_BEFORE
from claimcheck.read.words import tokens

_LIST = lexicon("numbers")
ABOUT = 0.10
"""How far "about" reaches on either side of the number."""
HEADS = sorted({*SMALL, *VAGUE, "half", "a", "an", "several", "quarter"} - {"a", "an"})
_ARTICLES = [f"{a} {w}" for a in ("a", "an", "several") for w in (*SCALES, "couple of", *FRACTIONS) if w != "half"]
START = re.compile(rf"(?<![0-9])[0-9]|(?<![\w.,/:'’#@-])(?:{trie([*HEADS, *_ARTICLES])})\b", re.IGNORECASE)
GLUED = re.compile(r"[\w.,/:'’#@]")
_BEFORE: dict[str, str] = _LIST["modifiers"]
MODIFIER = re.compile(rf"\b({trie(_BEFORE)})(?: (?:the|a|an|another|some))?[ \u00a0-]{{1,2}}\Z", re.IGNORECASE)
_AFTER: dict[str, str] = _LIST["after"]
AFTER = re.compile(r"\+|[ \u00a0](" + "|".join(sorted(_AFTER, key=lambda m: (-len(m), m))) + r")\b", re.IGNORECASE)
RANGE = re.compile(r" ?(?:-|–|—| to | or ) ?(?=[$€£]?[0-9a-z])", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween [$€£]?\Z", re.IGNORECASE)
AND = re.compile(r" and (?=[$€£]?[0-9a-z])", re.IGNORECASE)
FROM = re.compile(r"\bfrom [$€£]?\Z", re.IGNORECASE)
RATIO = re.compile(r" (?:in|out of)(?: every)? ([0-9]+|" + "|".join(sorted(SMALL)) + r")\b", re.IGNORECASE)
SCOPE_BEFORE = re.compile(
    r"\b(including|among them|of whom|of them|among the dead(?: were)?|among those killed(?: were)?)(?: \w{1,12}){0,2}[ ,]{1,2}\Z",
    re.IGNORECASE,
)
MORE_BEFORE = re.compile(
    r"\b(?:another|an additional|a further|additional|other)(?: estimated| about| some| around)? \Z", re.IGNORECASE
)
_UP, _DOWN = frozenset(_LIST["change"]["up"]), frozenset(_LIST["change"]["down"])


def quantities(text: str, masks: Sequence[Span] = ()) -> tuple[QuantityMention, ...]:
    """Read the quantities of a text, in its order; what stands in `masks` (time expressions) is left out.

    >>> q = quantities("The blast killed at least 22 people and cost $1.2bn.")
    >>> [(x.number, x.modifier, x.unit) for x in q]
    [(22, 'at_least', 'person'), (1200000000, '', 'USD')]
    """
    plain, places = plain_text(text)
    starts = sorted((m.start, m.end) for m in masks)
    found = tuple(_scan(plain, starts if places is None else []))
    return found if places is None else tuple(places.back(q) for q in found)


def _scan(text: str, masks: Sequence[tuple[int, int]]) -> Iterator[QuantityMention]:
    """Go from number to number."""
    at = 0
    begins = [m[0] for m in masks]
    while match := START.search(text, at):
        start = match.start()
        i = bisect_right(begins, start) - 1
        if i >= 0 and masks[i][1] > start:
            at = max(masks[i][1], start + 1)
            continue
        if (
            text[start].isdigit()
            and start
            and GLUED.match(text[start - 1])
            and not SIGN_BEFORE.search(text, max(0, start - 6), start)
        ):
            at = _past(text, start)
            continue
        numeral = digits_at(text, start) if text[start].isdigit() else words_at(text, start)
        if numeral is None:
            digits = re.compile(r"[\w.,]+").match(text, start)
            at = digits.end() if digits else start + 1
            continue
        if not RATIO.match(text, numeral.end) and is_label(
            text,
            start,
            numeral.end,
            numeral.number,
            text[start].isdigit(),
            SIGN_BEFORE.search(text, max(0, start - 6), start) is not None,
        ):
            at = _past(text, numeral.end)
            continue
        mention = _mention(text, start, numeral)
        at = max(numeral.end, start + 1)
        if mention is not None:
            yield mention
            at = max(at, mention.digits.end)


def _past(text: str, at: int) -> int:
    """Step over the rest of what is no quantity: letters, digits and marks glued to it."""
    while at < len(text) and (text[at].isalnum() or (text[at] in "-/:." and text[at + 1 : at + 2].isdigit())):
        at += 1
    return at


def _value(text: str, start: int, first: Numeral) -> Value:
    """Read a range where a second, larger number follows."""
    alone = Value(
        first.number, first.number if first.number is not None else first.low, first.number, first.end, False, first
    )
    if first.number is None or first.kind == "fraction":
        return alone
    between = BETWEEN.search(text, max(0, start - 12), start)
    join = AND.match(text, first.end) if between else RANGE.match(text, first.end)
    if not join or (FROM.search(text, max(0, start - 8), start) and " to " in join.group()):
        return alone
    at = join.end() + (1 if text[join.end() : join.end() + 1] in "$€£" else 0)
    second = digits_at(text, at) if text[at : at + 1].isdigit() else words_at(text, at)
    if second is None or second.number is None or second.kind:
        return alone
    low = first.number * (second.scaled if first.scaled == 1 and first.number * second.scaled < second.number else 1)
    if (
        not low < second.number
        or (text[at : at + 1].isdigit() != text[start].isdigit())
        or second.number > 100 * max(low, 1)
    ):
        return alone
    return Value(None, low, second.number, second.end, True, second)


def _mention(text: str, start: int, numeral: Numeral) -> QuantityMention | None:
    """Put one quantity together: sign, number, unit, noun, precision."""
    value = _value(text, start, numeral)
    sign = SIGN_BEFORE.search(text, max(0, start - 6), start)
    left = sign.start() if sign else start
    negative = left > 1 and text[left - 1] in "-−" and text[left - 2] in " (" and text[start].isdigit()
    ratio = RATIO.match(text, value.end) if not value.ranged and not sign else None
    if ratio:
        return _ratio(text, start, value, ratio)
    unit, kind, end, counted = measured(text, start, value, sign[1] if sign else "")
    if kind == "":
        return None
    modifier, begin = _modifier(text, left - 1 if negative else left, value.end, value)
    number, low, high = _bounds(value, modifier, negative)
    scope = counted.scope or ("more" if MORE_BEFORE.search(text, max(0, begin - 28), begin) else "")
    if not scope and SCOPE_BEFORE.search(text, max(0, begin - 45), begin):
        scope = "part"
    return QuantityMention(
        span=Span(begin, max(end, counted.end)),
        number=number,
        low=low,
        high=high,
        modifier=modifier,
        unit=unit,
        counted=counted.phrase,
        change=_change(text, begin, max(end, value.end), kind),
        kind=kind,
        digits=Span(start, value.end),
        head=counted.head,
        qualifiers=counted.qualifiers,
        part_of=counted.part_of,
        scope=scope,
        ambiguous=numeral.ambiguous,
    )


def _ratio(text: str, start: int, value: Value, ratio: re.Match[str]) -> QuantityMention | None:
    """Read "one in five", "nine out of ten"."""
    whole = float(ratio[1]) if ratio[1].isdigit() else float(SMALL[ratio[1].lower()])
    if not value.number or value.number >= whole or (" in " in ratio.group() and not text[start].isalpha()):
        return None
    share = round(value.number / whole, 6)
    counted = counted_at(text, ratio.end())
    return QuantityMention(
        Span(start, max(ratio.end(), counted.end)), share, share, share, "", "ratio", counted.phrase, "", "ratio",
        Span(start, ratio.end()), head=counted.head, qualifiers=counted.qualifiers,
    )  # fmt: skip


def _modifier(text: str, left: int, end: int, value: Value) -> tuple[str, int]:
    """Give the precision and where its words begin."""
    if value.ranged:
        return "range", left
    match = MODIFIER.search(text, max(0, left - 32), left)
    if match:
        return _BEFORE[match[1].lower()], match.start()
    after = AFTER.match(text, end)
    if after:
        return _AFTER[after[1].lower()] if after[1] else "at_least", left
    return ("range" if value.number is None else ""), left


def _turned(number: float | None, negative: bool) -> float | None:
    """Give a number with its sign."""
    return -number if number is not None and negative else number


def _bounds(value: Value, modifier: str, negative: bool) -> tuple[float | None, float | None, float | None]:
    """Give number and the interval that the words admit; an open end is None."""
    number, low, high = (_turned(n, negative) for n in (value.number, value.low, value.high))
    if number is None:
        return (None, low, high)
    spans: dict[str, tuple[float | None, float | None]] = {
        "about": (round(number * (1 - ABOUT), 6), round(number * (1 + ABOUT), 6)),
        "more_than": (number, None),
        "at_least": (number, None),
        "less_than": (None, number),
        "up_to": (None, number),
    }
    low, high = spans.get(modifier, (number, number))
    return number, low, high


def _change(text: str, begin: int, end: int, kind: str) -> str:
    """Say whether the number is how much something rose or fell."""
    if kind not in ("percent", "money", "count", "measure"):
        return ""
    before = [w for w, _, _ in tokens(text, Span(max(0, begin - 34), begin))][-3:]
    if "to" in before[-1:] or "at" in before[-1:]:
        return ""
    after = [w for w, _, _ in tokens(text, Span(end, min(len(text), end + 14)))][:1]
    strong = kind == "percent" or before[-1:] == ["by"]
    for words in (before if strong else [], after if kind == "percent" else []):
        for word in reversed(words):
            if word in _UP:
                return "up"
            if word in _DOWN:
                return "down"
    return ""
