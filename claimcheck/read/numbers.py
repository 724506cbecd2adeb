"""Text -> quantities: every number that counts or measures something, with its precision, unit and noun.

Numbers that only name something (years, routes, models, sections, phone numbers) are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.model import QuantityMention, Span
from claimcheck.read.counted import counted_at
from claimcheck.read.digits import digits_at
from claimcheck.read.labels import is_label
from claimcheck.read.leads import led_by
from claimcheck.read.measured import measured
from claimcheck.read.numerals import words_at
from claimcheck.read.parts import PARTS, SCALES, SMALL, VAGUE, VULGAR, Numeral
from claimcheck.read.plain import plain_text
from claimcheck.read.precision import OR_ALSO, Value, bounds, change_of, modifier_of
from claimcheck.read.ranges import share_at, value_at
from claimcheck.read.ranks import rank_at
from claimcheck.read.results import result_at
from claimcheck.read.trie import trie
from claimcheck.read.units import sign_before
from claimcheck.read.words import lowered, tokens

_WHOLE = "".join(VULGAR)
HEADS = sorted({*SMALL, *VAGUE, "half", "quarter"})
_FOLDS = [f"{w}fold" for w, n in SMALL.items() if n > 1]
_ARTICLES = [
    f"{a} {w}"
    for a in ("a", "an", "several")
    for w in (*SCALES, "couple of", *PARTS)
    if w != "half" and not w.endswith("s")
]
_STARTS = [*HEADS, *_FOLDS, *_ARTICLES]
_FIRST = frozenset(start.split()[0] for start in _STARTS)
IN_DIGITS = re.compile(rf"[0-9]+|\.(?<![\w.)]\.)(?=[0-9])|[{_WHOLE}]")
IN_WORDS = re.compile(rf"(?<![\w.,/:'’#@])(?:{trie(_STARTS)})\b")
"""What a number in words begins with, in small letters."""
GLUED = re.compile(r"[\w.,/:'’#@%=&]")
DIGITS = frozenset("0123456789.") | frozenset(VULGAR)
"""What a number in digits begins with."""
MINUS = re.compile(r"(?:\b(?:minus|negative)[ -]|(?:\A|(?<=[ (\n]))[-−]|\A- )\Z", re.IGNORECASE)
MINUS_ENDS = frozenset(("s ", "s-", "e ", "e-", "- "))
"""The last characters of what MINUS matches, looked at first."""
ONE_OF = re.compile(
    r"one of (?=(?:the|these|those|its|his|her|their|our|my|your|[A-Z][a-z]{1,15}['’]s) )", re.IGNORECASE
)
NO_CLAIM = frozenset({"one"})
"""Sorts of quantities that no claim is made of: "one of the oldest bridges"."""
SCOPE_BEFORE = re.compile(
    r"\b(including|included|include|among them|of whom|of them|among the dead(?: were)?|among those killed(?: were)?)(?: \w{1,12}){0,2}[ ,]{1,2}\Z",
    re.IGNORECASE,
)
MORE_BEFORE = re.compile(
    r"\b(?:another|an additional|a further|additional|other)(?: estimated| about| some| around)? \Z", re.IGNORECASE
)
CONVERTED = frozenset({"about", "more_than", "at_least", "less_than", "up_to"})
ELLIPSIS = re.compile(r"\b(?:and|compared (?:with|to)|against|versus|up from|down from) \Z")
"""In front of a number whose noun was said before."""
STATED = re.compile(r" (?:killed|dead|died|wounded|injured|hurt|missing|arrested|detained|homeless)\b")
"""Behind a number, what it counts by itself: "12 bodies and 38 injured people"."""
STOP = re.compile(r"[.!?;\n]")
INFINITE = float("inf")


def quantities(text: str, masks: Sequence[Span] = ()) -> tuple[QuantityMention, ...]:
    """Read the quantities of a text, in its order; what stands in `masks` (time expressions) is left out.

    >>> q = quantities("The blast killed at least 22 people and cost $1.2bn.")
    >>> [(x.number, x.modifier, x.unit) for x in q]
    [(22, 'at_least', 'person'), (1200000000, '', 'USD')]
    """
    plain, places = plain_text(text)
    starts = sorted((m.start, m.end) for m in masks)
    found = tuple(_linked(plain, _scan(plain, starts if places is None else [])))
    return found if places is None else tuple(places.back(q) for q in found)


def _linked(text: str, found: Iterator[QuantityMention]) -> Iterator[QuantityMention]:
    """Give a quantity what it takes over from the one before: the change of "fell 35 points, or 0.4 %"."""
    last: QuantityMention | None = None
    mentions = list(found)
    for i, mention in enumerate(mentions):
        if mention.kind == "count" and not mention.head and i + 1 < len(mentions):
            mention = _unit_of_next(text, mention, mentions[i + 1])
        bare = mention.kind == "count" and not mention.head
        if bare and last is not None and last.kind == "age" and text[last.span.end : mention.span.start] == " and ":
            mention = replace(mention, kind="age", unit=last.unit, counted=last.counted)  # "Ages 19 and 22"
        if last is not None and last.change and not mention.change:
            between = text[last.span.end : mention.span.start]
            if OR_ALSO.fullmatch(between) and (between != ", " or mention.kind == "percent"):
                mention = replace(mention, change=last.change)
        if last is not None and last.modifier in CONVERTED and not mention.modifier and mention.kind == last.kind:
            mention = _converted(text, last, mention)
        if (whole := _whole(text, mention, mentions[:i])) is not None:
            mention = replace(mention, unit=whole.unit, counted=whole.counted, head=whole.head)
        yield mention
        last = mention


def _whole(text: str, mention: QuantityMention, before: Sequence[QuantityMention]) -> QuantityMention | None:
    """Give the count whose noun is also that of a bare number behind it: "22 people, seven of them", "30 men, up from 20".

    A part is of the last count that is large enough: "4,000 people left 12 villages; 900 of them have returned".
    """
    if mention.kind != "count" or mention.head or not before or before[-1].kind != "count":
        return None
    part = mention.scope == "part"
    between = text[before[-1].span.end : mention.span.start]
    if not part and (not ELLIPSIS.search(between) or STATED.match(text, mention.span.end)):
        return None
    for whole in reversed(before) if part else before[-1:]:
        if whole.kind != "count" or STOP.search(text, whole.span.end, mention.span.start):
            return None
        if not part or (mention.number or 0) <= (whole.number or whole.high or INFINITE):
            return whole
    return None


def _converted(text: str, last: QuantityMention, mention: QuantityMention) -> QuantityMention:
    """Give "(60 miles)" the precision of the "more than 100 km" in front of it."""
    if (
        mention.kind not in ("measure", "money")
        or text[last.span.end : mention.span.start] != " ("
        or mention.number is None
    ):
        return mention
    value = Value(mention.number, mention.number, mention.number, mention.digits.end, False, Numeral(None, 0))
    _, low, high = bounds(value, last.modifier, False)
    return replace(mention, modifier=last.modifier, low=low, high=high)


def _unit_of_next(text: str, mention: QuantityMention, following: QuantityMention) -> QuantityMention:
    """Give the first number of "from 4.8 to 4.7 percent" the unit of the second."""
    if following.kind not in ("percent", "measure", "count") or not following.counted:
        return mention
    if text[mention.span.end : following.digits.start] != " to ":
        return mention
    return replace(mention, unit=following.unit, counted=following.counted, head=following.head, kind=following.kind)


def _scan(text: str, masks: Sequence[tuple[int, int]]) -> Iterator[QuantityMention]:
    """Go from number to number."""
    at = 0
    begins = [m[0] for m in masks]
    for start in _starts(text):
        if start < at:
            continue
        i = bisect_right(begins, start) - 1
        if i >= 0 and masks[i][1] > start:
            at = max(masks[i][1], start + 1)
            continue
        digits = text[start] in DIGITS
        sign = sign_before(text, start) if digits and start else None
        if digits and start and sign is None and GLUED.match(text[start - 1]):
            at = _past(text, start)
            continue
        numeral = digits_at(text, start) if digits else words_at(text, start)
        if numeral is None:
            run = RUN.match(text, start)
            at = run.end() if run else start + 1
            continue
        told = share_at(text, start, numeral, sign is not None) or rank_at(text, start, numeral)
        if told is None and digits:
            told = result_at(text, start)
        if told is not None:
            yield told
            at = told.digits.end
            continue
        if numeral.number == 1 and not digits and (one := _one_of(text, start)) is not None:
            yield one
            at = one.digits.end
            continue
        part = digits and numeral.kind == "fraction"
        if not part and is_label(text, start, numeral.end, numeral.number, digits, sign is not None):
            at = _past(text, numeral.end)
            continue
        mention = _mention(text, start, numeral, sign)
        at = max(numeral.end, start + 1)
        if mention is not None:
            yield mention
            at = max(at, mention.digits.end)


def _starts(text: str) -> list[int]:
    """Give the places where a number may begin, in digits or in words, in order."""
    low = lowered(text)
    found = [match.start() for match in IN_DIGITS.finditer(low)]
    for word, start, _ in tokens(text, Span(0, len(text))):
        if word in _FIRST:
            places = [start]
        elif word.isalnum():
            continue
        else:  # "forty-two", "half-a million", "one's"
            places = [start, *(start + i + 1 for i, char in enumerate(word) if char == "-")]
        found += [place for place in places if IN_WORDS.match(low, place)]
    return sorted(found)


RUN = re.compile(r"[\w.,]+")


def _past(text: str, at: int) -> int:
    """Step over the rest of what is no quantity: letters, digits and marks glued to it."""
    while at < len(text) and (text[at].isalnum() or (text[at] in "-/:." and text[at + 1 : at + 2].isdecimal())):
        at += 1
    return at


def _mention(text: str, start: int, numeral: Numeral, sign: re.Match[str] | None) -> QuantityMention | None:
    """Put one quantity together: sign, number, unit, noun, precision."""
    value = value_at(text, start, numeral)
    left = sign.start() if sign else start
    minus = (
        led_by(MINUS, text, left, 9)
        if text[max(0, left - 2) : left] in MINUS_ENDS or text[left - 1 : left] in ("-", "−")
        else None
    )
    left = minus.start() if minus else left
    found = measured(text, start, value, sign[1] if sign else "")
    if found.kind == "":
        return None
    counted, value = found.counted, found.value
    end = max(found.end, counted.end)
    modifier, begin = modifier_of(text, left, (value.end, end), value)
    number, low, high = bounds(value, modifier, minus is not None)
    scope = counted.scope or _scope(text, begin)
    change = change_of(text, begin, max(found.end, value.end), found.kind, found.unit)
    if not change and found.kind == "percent" and begin:
        change = "down" if minus else "up" if text[begin - 1] == "+" else ""
    return QuantityMention(
        span=Span(begin, end),
        number=number,
        low=low,
        high=high,
        modifier=modifier,
        unit=found.unit,
        counted=counted.phrase,
        change=change,
        kind=found.kind,
        digits=Span(start, value.end),
        head=counted.head,
        qualifiers=counted.qualifiers,
        part_of=counted.part_of,
        scope=scope,
        ambiguous=numeral.ambiguous,
    )


def _scope(text: str, begin: int) -> str:
    """Say whether the words in front make it more of them ("another six") or a part ("including six")."""
    window = text[max(0, begin - 45) : begin].lower()
    if ("er " in window or "nal " in window) and led_by(MORE_BEFORE, text, begin, 28):
        return "more"
    near = "among" in window or "includ" in window or "of them" in window or "of whom" in window
    return "part" if near and led_by(SCOPE_BEFORE, text, begin, 45) else ""


def _one_of(text: str, start: int) -> QuantityMention | None:
    """Read "one of the oldest bridges": one of several, of the kind "one", which no claim is made of."""
    found = ONE_OF.match(text, start)
    counted = counted_at(text, start + 3) if found else None
    if counted is None or not counted.head:
        return None
    return QuantityMention(
        Span(start, counted.end), 1, 1, 1, "", counted.head, counted.phrase, "", "one", Span(start, start + 3),
        head=counted.head, qualifiers=counted.qualifiers, part_of=counted.phrase, scope="part",
    )  # fmt: skip
