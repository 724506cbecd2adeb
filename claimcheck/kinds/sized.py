"""A sum, a share or a measure of which no list knows -> the noun that it is the size of: "a fee of 54 million", "14 metres deep"."""

from __future__ import annotations

import re

from claimcheck.lexicon import words as lexicon
from claimcheck.model import QuantityMention
from claimcheck.read.leads import led_by
from claimcheck.read.words import stem

_HEDGE = (
    r"(?:(?:about|some|around|nearly|almost|up to|more than|less than|over|at least|at most|just|an estimated|approximately|roughly|as much as"
    r"|a further|a total of|a record|only|between) )?"
)
OF = re.compile(rf"\b(?P<noun>[a-z][a-z-]{{2,15}}) (?:of|at|worth|totalling) {_HEDGE}\Z")
"""In front of a sum, what it is of: "a restructuring charge of", "set bail at"."""
BEHIND = re.compile(r"[ -](?P<noun>[a-z][a-z-]{2,15})\b")
"""Behind a sum, what has that size: "a $6 million bond"."""
SHARE = re.compile(
    r" of (?:(?:the|its|their|his|her|all|[A-Z][\w-]{1,20}['’]s|the [a-z]{3,15}['’]s) ){0,2}(?P<noun>[a-z]{3,15})\b"
)
"""Behind a percentage, what it is a share of: "12 percent of the company's workforce"."""
ADJECTIVE = re.compile(r"[ -](?P<noun>deep|wide|long|high|tall|thick)\b")
EXTENT = re.compile(rf"\b(?P<noun>depth|width|length|height|thickness) of {_HEDGE}\Z")
WAYS = {"depth": "deep", "width": "wide", "length": "long", "height": "high", "tall": "high", "thickness": "thick"}
CRESTED = re.compile(
    rf"\b(?:peak(?:ed|s|ing)?|crest(?:ed|s|ing)?|stood|stands|reach(?:ed|es|ing)?|rose|risen|rises|swelled|swollen|climbed)(?: (?:to|at))? {_HEDGE}\Z"
)
"""In front of how high water stands."""
WATER = re.compile(r"\b(?:rivers?|waters?|gauges?|floods?|flooding|lake|reservoir|creek|stream)\b", re.IGNORECASE)
LASTING_NOUNS: dict[str, str] = {word: noun for noun, words in lexicon("sized")["lasting"].items() for word in words}
"""What lasts, in all its words -> one of them."""
LASTING = re.compile(
    rf"(?: (?:of|in|under|as a|as))?(?:[ -](?!(?:of|in|and|the|to)\b)[a-z][a-z-]{{2,14}}){{0,3}}?[ -](?P<noun>{'|'.join(map(re.escape, LASTING_NOUNS))})\b",
    re.IGNORECASE,
)
"""Behind a duration, what lasts."""
LASTED = re.compile(
    rf"\b(?P<noun>{'|'.join(map(re.escape, LASTING_NOUNS))})\b[^.,;:\n0-9]{{0,40}} (?:for|lasted|lasting|lasts) {_HEDGE}\Z",
    re.IGNORECASE,
)
"""In front of how long something lasted: "a truce that held for two years"."""
HELD_FOR = re.compile(rf"\b(?:held|captive|hostage|kidnapped|imprisoned)(?: [a-z]+)? for {_HEDGE}\Z")
BANNED = re.compile(rf"\b(?:bans|banned|suspended|barred)\b[^.,;:\n0-9]{{0,60}} for {_HEDGE}\Z")
"""In front of how long somebody or something was held, or is banned."""
NO_NOUN = frozenset(lexicon("stopwords")["stopwords"]) | frozenset(lexicon("sized")["no_noun"])
"""Words that stand where the noun may, and say nothing of what has the size."""


def noun_of(text: str, quantity: QuantityMention) -> str:
    """Give the noun that a sum or a share is the size of, or the way in which a length runs, as a stem; "" where none stands beside it."""
    start, end = quantity.span.start, quantity.span.end
    if quantity.kind == "measure":
        found = ADJECTIVE.match(text, end) or led_by(EXTENT, text, start, 40)
        return WAYS.get(found["noun"], found["noun"]) if found else _level(text, start)
    if quantity.kind == "duration":
        return _lasting(text, start, end)
    tried = (
        led_by(OF, text, start, 50),
        BEHIND.match(text, end) if quantity.kind == "money" else SHARE.match(text, end),
    )
    return next((stem(found["noun"]) for found in tried if found and _is_noun(found["noun"])), "")


def _level(text: str, start: int) -> str:
    """Say "level" where a length is how high water stands: "the river peaked at 8.7 metres"."""
    return "level" if led_by(CRESTED, text, start, 40) and WATER.search(text, max(0, start - 120), start + 60) else ""


def _lasting(text: str, start: int, end: int) -> str:
    """Give what lasts so long: "a 24-hour general strike", "three days of mourning", "after 47 days in captivity"."""
    found = LASTING.match(text, end) or led_by(LASTED, text, start, 90)
    if found:
        return LASTING_NOUNS[found["noun"].lower()]
    if led_by(HELD_FOR, text, start, 40):
        return "captivity"
    return "ban" if led_by(BANNED, text, start, 90) else ""


def _is_noun(word: str) -> bool:
    """Whether a word may be a noun, as far as its ending tells: no "valued", no "following", no "recently"."""
    return word not in NO_NOUN and not word.endswith(("ed", "ing", "ly"))
