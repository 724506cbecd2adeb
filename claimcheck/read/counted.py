"""The words behind a number -> what is counted: head noun, qualifiers, and whether it is a part or more of them."""

from __future__ import annotations

import re

from claimcheck.immutable import record
from claimcheck.lexicon import words as lexicon
from claimcheck.read.trie import trie
from claimcheck.read.words import stem

_LISTS = lexicon("numbers")["words"]
STOPS = frozenset(_LISTS["stops"])
PLURALS = frozenset(_LISTS["plurals"])
SINGULAR = frozenset(_LISTS["singular"])
IDLE = frozenset(_LISTS["idle"])
"""Words behind a number that are no noun it measures."""
MORE = frozenset(_LISTS["more"])
LONGEST = 6
"""Words of a counted noun phrase at most."""

NEXT = re.compile(
    r"[ \u00a0\u202f]{1,2}((?:[A-Z]\.){2,4}(?:-[a-z]{2,12})?(?=[ \u00a0][A-Za-z])|[^\W\d_]+(?:['’.-][^\W\d_]+){0,3})"
)
HYPHEN = re.compile(r" ?- ?([a-z]+)(?:-([a-z]+))?")
AND_NAME = re.compile(r" and ([A-Z][a-z]{1,15})(?= [a-z]{2,15}s\b)")
AND_WORD = re.compile(rf" and ([a-z]{{3,15}})(?= (?:[a-z]{{2,15}}s|{trie(PLURALS)})\b)")
MEASURING = re.compile(r" ([a-z]{3,15}) ([a-z]{3,15})\b")
OF = re.compile(r" of (?:(?:the|its|their|his|her|our|my|your|all|these|those)\b ?|[A-Z][a-z]{1,15}['’]s ){0,2}")
OF_THEM = re.compile(
    r" of (them|whom|which|these|those|the (?:dead|victims|wounded|injured|casualties|total|killed|missing|arrested|detained)\b)",
    re.IGNORECASE,
)


@record
class Counted:
    """A counted noun phrase: its end, words, head, qualifiers, scope and what it is a part of."""

    end: int
    phrase: str = ""
    head: str = ""
    qualifiers: tuple[str, ...] = ()
    scope: str = ""
    part_of: str = ""


def counted_at(text: str, at: int, single: bool = False, number: str = "") -> Counted:
    """Read what is counted behind a number that ends at `at`; `single` where the number is one.

    `number` is the number as written: before a noun in the singular it measures that ("a 12 page report").

    >>> c = counted_at("22 school children and six teachers", 2); c.head, c.qualifiers
    ('child', ('school',))
    >>> counted_at("15 of them soldiers", 2).part_of
    'them'
    """
    hyphen = HYPHEN.match(text, at)
    if hyphen and not text.startswith("-year", at):
        return Counted(hyphen.end(), hyphen[1], hyphen[1])
    of_them = OF_THEM.match(text, at)
    if of_them:
        behind = _phrase(text, of_them.end(), single)
        return Counted(
            max(of_them.end(), behind.end), behind.phrase, behind.head, behind.qualifiers, "part", of_them[1]
        )
    of = OF.match(text, at)
    if of:
        whole = _phrase(text, of.end() - 1, False)
        if whole.head:
            part = "" if of.group() == " of " else text[at + 4 : whole.end]
            return Counted(whole.end, whole.phrase, whole.head, whole.qualifiers, "", part)
        return Counted(at)
    phrase = _phrase(text, at, single)
    return phrase if phrase.head or not number else _measuring(text, at, phrase)


def _measuring(text: str, at: int, none: Counted) -> Counted:
    """Read a noun that measures the next one and has lost its hyphen: "12 page report", "a three course meal"."""
    found = MEASURING.match(text, at)
    if not found or none.scope or {found[1], found[2]} & (STOPS | IDLE) or found[1].endswith(("ly", "ed", "ing")):
        return none
    return Counted(found.end(1), found[1], stem(found[1]))


def _phrase(text: str, at: int, single: bool) -> Counted:
    """Read a noun phrase: up to the last plural of an unbroken run, or one word behind "one"."""
    run: list[tuple[str, int]] = []
    scope = ""
    end = at
    while len(run) < LONGEST:
        match = NEXT.match(text, end)
        if not match:
            break
        word = match[1]
        low = _low(word)
        if not run and low == "times":
            return Counted(match.end(), word, "time")
        if not run and low in MORE:
            scope, end = "more", match.end()
            if low == "others":
                return Counted(end, word, "other", (), "more")
            continue
        if low == "and" and (both := AND_NAME.match(text, end)) and run and run[-1][0][0].isupper():
            run.append((f"{run.pop()[0]} and {both[1]}", both.end(1)))
            end = both.end(1)
            continue
        if low == "and" and run and (both := AND_WORD.match(text, end)) and not _joins_verbs(run, both[1]):
            run.append((f"{run.pop()[0]} and {both[1]}", both.end(1)))
            end = both.end(1)
            continue
        if (low in STOPS and word not in ("US", "U.S.")) or (run and word[0].isupper() and _plural(run[-1][0].lower())):
            break
        run.append((word, match.end()))
        end = match.end()
    head = _head(run, single)
    if head < 0:
        return Counted(at, scope=scope)
    phrase = " ".join(w for w, _ in run[: head + 1])
    noun = run[head][0][:-1].lower() if _initials(run[head][0]) else singular_of(run[head][0].lower())
    return Counted(run[head][1], phrase, noun, tuple(_low(w) for w, _ in run[:head]), scope)


def _low(word: str) -> str:
    """Give a word in lower case, initials without their points: "U.S." is "us"."""
    return word.lower().replace(".", "")


def _joins_verbs(run: list[tuple[str, int]], word: str) -> bool:
    """Whether an "and" behind a run of words begins something else than a second adjective."""
    return word in STOPS or word.endswith("ed") or any(_plural(w.lower()) for w, _ in run)


def _head(run: list[tuple[str, int]], single: bool) -> int:
    """Give the place of the head in a run of words: the last of the first plurals that stand together; -1 for none."""
    if single:
        verb = next(
            (i for i, (w, _) in enumerate(run) if i and _plural(w.lower()) and w.lower() not in PLURALS), len(run)
        )
        run = run[:verb]
    first = next((i for i, (w, _) in enumerate(run) if _plural(w.lower()) or _initials(w)), -1)
    if first >= 0:
        while first + 1 < len(run) and _plural(run[first + 1][0].lower()):
            first += 1
        return first
    if single and run:
        size = next((i for i, (w, _) in enumerate(run) if i and w.lower().endswith(("ing", "ed"))), len(run))
        return min(size, 3) - 1
    return -1


def _initials(word: str) -> bool:
    """Whether a word is initials in the plural: "MPs"."""
    return len(word) > 2 and word[-1] == "s" and word[:-1].isupper()


def _plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    if word in PLURALS:
        return True
    if word in SINGULAR or not word.endswith("s") or (len(word) < 4 and word not in ("mps", "gps")):
        return False
    return not word.endswith(("ss", "ous", "'s", "’s", "ics", "sis"))


def singular_of(word: str) -> str:
    """Give the singular of a counted noun."""
    return {"police": "police", "dead": "dead"}.get(word) or stem(word.split(".")[-1])
