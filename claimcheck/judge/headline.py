"""Contradictions inside one article: its headline gives another number than its text, or its authorities disagree."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from claimcheck.judge.ladders import climb
from claimcheck.judge.pairing import Pairing
from claimcheck.judge.slips import two_authorities
from claimcheck.judge.told import Told
from claimcheck.model import Article, Claim, Verdict
from claimcheck.read.deeds import FAMILY

LONGEST = 200
"""Characters of a first line that can be a headline."""


def headline_end(article: Article) -> int:
    """Give where the article's first line ends, or its beginning where it has no line that could be a headline."""
    body = article.body.of(article.text)
    start = article.body.start + len(body) - len(body.lstrip())
    first, _, rest = article.text[start : article.body.end].partition("\n")
    return start + len(first) if rest.strip() and len(first) <= LONGEST else start


def contradiction(groups: Sequence[Sequence[Claim]], end: int, sure: float, told: Told) -> str:
    """Give the code by which one article's positions on a question of the lists contradict each other, or "".

    "figure-headline": the headline (up to `end`) differs from the text; "figure-voices": two authorities differ.
    """
    if groups[0][0].kind != "figure" or groups[0][0].topic.attribute not in FAMILY:
        return ""
    found = ""
    for a, b in combinations(groups, 2):
        pairing = Pairing(a, b, sure, told)
        if climb("figure", pairing).verdict is not Verdict.CONFLICT:
            continue
        heads = [all(c.span.end <= end for c in side) for side in (a, b)]
        if heads[0] != heads[1]:
            return "figure-headline"
        found = "figure-voices" if two_authorities(pairing) else found
    return found
