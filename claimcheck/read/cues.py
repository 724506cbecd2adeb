"""The verbs of saying: each form with its lemma, each lemma with its stance, and the words that stand around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.lexicon import words as lexicon
from claimcheck.read.trie import trie

_LISTS = lexicon("cues")
STANCES = ("say", "believe", "deny", "demand", "plan", "doubt")


def _forms(lemma: str) -> list[str]:
    """Give a verb's forms: listed ones, or the regular past and third person."""
    if lemma in _LISTS["forms"]:
        return list(_LISTS["forms"][lemma])
    stem = lemma.removesuffix("e")
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return [lemma[:-1] + "ied", lemma[:-1] + "ies", lemma]
    double = lemma + lemma[-1] if lemma in ("admit",) else stem
    return [double + "ed", lemma + ("es" if lemma.endswith(("s", "sh", "ch")) else "s"), double + "ing"]


LEMMA = {form: lemma for stance in STANCES for lemma in reversed(_LISTS[stance]["lemmas"]) for form in _forms(lemma)}
STANCE = {lemma: stance for stance in reversed(STANCES) for lemma in _LISTS[stance]["lemmas"]}

_NUMBER = r"(?:[$€£]?[0-9]|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b)"
PUT = re.compile(
    rf"\b(puts?|placed) (?:the|its|their) (?:[a-z-]{{3,16}} )?[a-z-]{{3,16}}(?:, [^,.;:\n]{{1,60}},)? (?:of [a-z]{{3,16}} )?at (?=[a-z ]{{0,16}}{_NUMBER})"
)
COUNTING = tuple(
    f"{verb}{end} " for verb in ("report", "count", "list", "record", "register", "document") for end in ("s", "ed")
)
COUNTED = re.compile(
    rf"\b({'|'.join(word.strip() for word in COUNTING)}|tallied"
    r"|(?:gave|gives|giving) (?:a|the) (?:[a-z]{4,10} )?(?:toll|figure|count|total|number) of)"
    rf" (?:(?:about|at least|some|more than|only|just) )?(?={_NUMBER})"
)
"""Verbs of those who count, straight in front of their number: "the Red Crescent reported seven"."""
COUNTERS = ((("put", "placed"), PUT), ((*COUNTING, "tallied ", "gave ", "gives ", "giving "), COUNTED))
"""Words without which an expression finds nothing, and the expression."""
CLAUSE_ENDS = re.compile(r"[;,](?! ?[0-9]{3})|\b(?:while|but|and)\b")
PASSIVE = frozenset({"was", "were", "been", "being", "is", "are", "be"})
SHORTEST = 6
"""Characters of what is said at least: "12 died"."""
FOUND = re.compile(r" (?:dead|missing|killed|injured|wounded|guilty|alive|safe|lost|stolen|infected|trapped)\b")
WHEN = re.compile(
    r"(?:late |early |earlier |later )?(?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight)\b"
    r"|in an? (?:brief |joint |written )?(?:statement|interview|speech|report|letter|post|tweet|email|e-mail|televised)\b"
)
"""When or where something was said, which is not what was said."""
SAID_WHEN = re.compile(rf"\s(?:{WHEN.pattern})(?:\s[a-z]{{5,9}})?(?=\s|,)")
WHEN_BEGINS = frozenset({"la", "ea", "on", "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "ye", "to", "in"})
"""The first two letters of all that SAID_WHEN matches, looked at first."""
RELATIVE = frozenset({"which", "who", "whose"})
TURNED = frozenset({"say", "add", "report", "announce", "confirm", "note", "explain", "warn"})
"""Verbs that stand before who says it: "…, said the mayor"."""
VERBAL = re.compile(rf"\b(?:{trie(_LISTS['words']['verbal'])}|[a-z]{{3,12}}ed)\b")
"""What shows that words hold a verb."""
POINT = r"(?:(?<=[A-Z])|(?<=Dr|Mr|Ms|St|Lt)|(?<=Mrs|Gen|Col|Sen|Rep|Gov|Sgt|Maj|Rev)|(?<=Capt|Prof))\."
"""A point that ends no sentence: of initials and of titles."""
ASIDE = re.compile(rf"{WHEN.pattern}|(?:adding|which|was|were)\b")
"""What follows a verb of saying where what is said stands before it."""
BOUNDARY = re.compile(
    r"(?:,(?![0-9]{3})|[;:“”\"()–—])\s*|\s(?:that|but|while|when|as|if|because|although|and|which|what|how|where|after|before|since)\s",
    re.IGNORECASE,
)
LEADING = re.compile(
    r"(?:\s|[,“”\"'‘]|(?:but|and|while|although|whereas|however|meanwhile|also|then|so|yet|still|as|later|earlier|moreover|in addition|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|in [12][0-9]{3}|separately|that|initially|now)\b)*",
    re.IGNORECASE,
)
HELPERS = frozenset(
    [
        "has",
        "have",
        "had",
        "also",
        "later",
        "then",
        "was",
        "were",
        "is",
        "are",
        "will",
        "would",
        "did",
        "does",
        "previously",
        "further",
        "since",
        "again",
        "recently",
        "repeatedly",
        "earlier",
        "initially",
        "reportedly",
        "quickly",
        "once",
        "already",
        "not",
        "never",
    ]
)
TRAILING = re.compile(rf"(?:\s(?:{'|'.join(sorted(HELPERS))})){{0,5}}\s{{0,3}}\Z", re.IGNORECASE)
"""The helpers in front of a verb of saying."""


def counters(text: str) -> Iterator[re.Match[str]]:
    """Find the verbs of those who count; an expression is tried where one of its words stands."""
    for words, told_by in COUNTERS:
        if any(word in text for word in words):
            yield from told_by.finditer(text)
