"""What in a text is no article: menus, share lines, related links, repeated headlines, credits, datelines."""

from __future__ import annotations

import re
from itertools import groupby

from claimcheck.lexicon import words as lexicon
from claimcheck.model import Part

SHORT = 90
"""Characters up to which a line that begins like furniture is furniture."""
TAIL_FROM = 0.6
"""The share of a text after which a tail of links may begin."""

_LINES = {first: tuple(lines) for first, lines in groupby(sorted(lexicon("furniture")["lines"]), lambda line: line[0])}
"""Lines that are no article, by their first letter."""
_TAILS = re.compile("|".join(re.escape(t) for t in lexicon("furniture")["tails"]))
CREDIT = re.compile(
    r"\A[\W_]{0,12}(?:\([a-zA-Z]{1,8}(?:/[a-zA-Z]{1,8}){0,5}\)|©[ \t]?[\w ./]{1,40}|Source:[^\n]{1,80}|"
    r"\([^()\n]{0,40}(?:and Agencies|photo)\)|By [A-Z][\w.-]{1,30} [A-Z][\w.-]{1,30})[\W_]{0,12}\Z"
)
END_CREDIT = re.compile(r"(?:\([a-z]{1,6}(?:/[a-z]{1,8}){1,5}\)|©[ \t]?[A-Za-z]{2,12})\s{0,3}\Z")
DATELINE = re.compile(
    r"\A\s*(?:[A-Z][A-Z.'’-]{2,}(?:[ ,]{1,2}[A-Z][A-Za-z.'’-]{1,20}){0,3}|[A-Z][a-z]{2,20}(?:/[A-Z][a-z]{2,20}){0,2})"
    r"(?:,? [A-Z][a-z]{2,8}\.? [0-9]{1,2})?(?: ?\([A-Za-z. /]{2,30}\))?[ \t]{0,2}[-–—]{1,2}[ \t]"
)


def part_of(paragraph: str, seen: set[str]) -> Part:
    """Say what a paragraph is: furniture, a credit, or body; a short paragraph seen before is furniture."""
    plain = " ".join(paragraph.split()).strip("•*-·|> ").lower()
    if not any(c.isalnum() for c in plain):
        return Part.FURNITURE
    if CREDIT.match(paragraph.strip()):
        return Part.CREDIT
    if plain in seen:
        return Part.FURNITURE
    if len(plain) <= SHORT and any(
        plain == line or (plain.startswith(line + " ") and not plain.endswith(".")) or plain.startswith(line + ":")
        for line in _LINES.get(plain[0], ())
    ):
        return Part.FURNITURE
    if len(plain) <= SHORT and "image credit" in plain:
        return Part.FURNITURE
    if len(plain) <= 30 and paragraph.lstrip()[:1] in "•*·|":
        return Part.FURNITURE
    seen.add(plain)
    return Part.BODY


def tail_of(text: str, start: int, end: int) -> int:
    """Give the place from which the text is a tail of links and notices; its end where there is none."""
    match = _TAILS.search(text, start + int((end - start) * TAIL_FROM), end)
    return match.start() if match else end


def dateline_of(paragraph: str) -> int:
    """Give the length of a dateline ("PARIS (Reuters) - ") that a paragraph begins with."""
    match = DATELINE.match(paragraph)
    return match.end() if match else 0
