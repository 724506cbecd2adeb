"""A headline with a colon -> who says what: "31 killed in raid: state TV", "Police: Two held after raid"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.lexicon import words as lexicon
from claimcheck.model import Attribution, Span

SORTS = frozenset(lexicon("cues")["words"]["persons"])
LINE = re.compile(r"[^\r\n]+")
INITIALS = re.compile(r"(?<![A-Za-z])(?:[A-Z]\.){2,4}\Z")
LONGEST = 300
"""How many characters such a line has at most."""
BYLINES = frozenset({"source", "sources", "reporter", "agency", "tv", "television"})
"""Words that, alone before a colon, label a credit: "Source: Reuters"."""


def headlines(text: str, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Read lines such as "31 killed in raid: state TV" and "Police: Two held after raid"."""
    for match in LINE.finditer(text):
        before, _, after = match.group().partition(": ")
        if not (after and len(match.group()) <= LONGEST) or ":" in before or ":" in after:
            continue
        front = Span(match.start(), match.start() + len(before))
        back = strip(text, Span(front.end, match.end()))
        if not (len(before) >= 4 and back.end - back.start >= 2):
            continue
        if text[match.end() - 1] in ".!?”" or any(a.cue and a.cue.meets(Span(*match.span())) for a in found):
            continue
        cue = Span(front.end, front.end + 1)
        if is_sort(back.of(text)):
            yield Attribution(back, cue, front, lemma="say")
        elif is_sort(front.of(text)) and front.of(text).lower() not in BYLINES and " " in back.of(text):
            yield Attribution(front, cue, back, lemma="say")


def is_sort(words: str) -> bool:
    """Whether words are a short noun phrase of someone who speaks: "state TV", "war monitor"."""
    parts = words.lower().split()
    return 0 < len(parts) <= 4 and parts[-1] in SORTS


def strip(text: str, span: Span) -> Span:
    """Drop white space, commas, stops and quotation marks at both ends."""
    start, end = span.start, span.end
    while start < end and text[start] in " ,.:;“”\"'\n\t–—":
        start += 1
    while (
        end > start
        and text[end - 1] in ' ,.:;“”"\n\t–—!?'
        and not (text[end - 1] == "." and INITIALS.search(text, max(start, end - 8), end))
    ):
        end -= 1
    return Span(start, end)
