"""Words -> places and firms that the words before them prove: "the village of Haas", "near Nice"."""

from __future__ import annotations

from collections import Counter
from functools import cache

from claimcheck.read.page import Page, starts_name
from claimcheck.read.things import Thing, read_run, rule
from claimcheck.read.tokens import Tokens, begins_sentence, capital, title_case

_AND = frozenset((", ", " and ", ", and ", " , ", " or "))
_LEADS = (("were", "identified", "as"), ("were",), ("are",), ("include",), ("included",), ("including",), ("of",))
_IN = frozenset(("in", "at", "from", "near", "of", "to", "outside"))
_OF_STATE = frozenset(("country", "place"))


def placed(page: Page, taken: set[int]) -> list[Thing]:
    """Find the places and firms that the words before, or the state behind them, prove."""
    toks = page.toks
    of, near, triggers = rule("of"), rule("near") | rule("directions"), _triggers()
    found: list[Thing] = []
    inside: list[Thing] = []
    for i, word in enumerate(toks.lower):
        if word not in triggers:
            continue
        if word in of or singular(word) in of:
            found += _listing(page, i, taken)
        elif word in near:
            found += _near(page, i, taken)
        elif word == "in":
            inside += _inside(page, i, taken)
        elif word in ("for", "by", "of") and f"{toks.lower[i - 1]} {word}" in rule("employs"):
            found += _employer(page, i, taken)
    found += [thing for item in dict.fromkeys(page.names.values()) for thing in _of_state(page, item.first, taken)]
    return found + _often(inside, found)


@cache
def _triggers() -> frozenset[str]:
    """Give all words that a place or firm may follow."""
    nouns = rule("of")
    plurals = {noun + "s" for noun in nouns} | {noun[:-1] + "ies" for noun in nouns if noun.endswith("y")}
    return nouns | plurals | rule("near") | rule("directions") | {"in", "for", "by", "of"}


def singular(word: str) -> str:
    """Give the singular of a regular plural: "villages", "cities"."""
    return word[:-3] + "y" if word.endswith("ies") else word[:-1] if word.endswith("s") else word


def _place(toks: Tokens, first: int, last: int, sort: str = "city") -> Thing:
    return Thing(first, last, " ".join(toks.words[first:last]), "place", sort)


def _listing(page: Page, i: int, taken: set[int]) -> list[Thing]:
    """Read "the village of Haas", "the villages of A, B and C", "worst-hit villages were A and B"."""
    toks = page.toks
    if not toks.joined(i):
        return []
    plural = toks.lower[i] not in rule("of")
    lead = next((c for c in _LEADS if toks.lower[i + 1 : i + 1 + len(c)] == c), None)
    if lead is None or (lead != ("of",) and not plural):
        return []
    sort = "village" if toks.lower[i].startswith("village") else "city"
    at = i + 1 + len(lead)
    found: list[Thing] = []
    for _ in range(12):
        last = page.names[at].last if at in page.names else read_run(page, at)
        if last == at or at in taken:
            break
        if at not in page.names:
            found.append(_place(toks, at, last, sort))
        step = last + 1 if toks.lower[last : last + 1] == ("and",) else last
        if not plural or not (toks.gap(last - 1) in _AND or step > last):
            break
        at = step
    return found


def _name_at(page: Page, i: int, taken: set[int]) -> int:
    """Give the word after an unlisted name at word i, joined to the word before; i where none stands."""
    toks = page.toks
    if i >= len(toks.words) or not toks.joined(i - 1) or i in taken or toks.lower[i] in rule("plain"):
        return i
    last = read_run(page, i)
    if last > i and (toks.words[i].isupper() or title_case(toks, i)):
        return i  # "in NFL history", "near E. 52nd St."
    return last


def _near(page: Page, i: int, taken: set[int]) -> list[Thing]:
    """Read "near Nice", "35 miles south of Bandar Abbas"."""
    toks, at = page.toks, i + 1
    if toks.lower[i] in rule("directions"):
        if toks.lower[at : at + 1] != ("of",):
            return []
        at += 1
    if toks.lower[at : at + 1] == ("the",):
        at += 1
    last = _name_at(page, at, taken)
    return [*_lying(page, i, taken), *([_place(toks, at, last)] if last > at else [])]


def _lying(page: Page, i: int, taken: set[int]) -> list[Thing]:
    """Read the place before its direction: "in Atareb west of Aleppo"."""
    toks, first = page.toks, i
    while i - first < 3 and toks.joined(first - 1) and starts_name(page, first - 1) and first - 1 not in taken:
        if begins_sentence(toks, first - 1) or toks.words[first - 1].isupper():
            return []
        first -= 1
    return [_place(toks, first, i)] if first < i and toks.lower[first - 1 : first] == ("in",) else []


def _inside(page: Page, i: int, taken: set[int]) -> list[Thing]:
    """Read "in Jayrud", which alone proves little: "in Parliament"."""
    toks, last = page.toks, _name_at(page, i + 1, taken)
    if last == i + 1 or toks.lower[i + 1] in rule("nowhere") or last - i > 3:
        return []
    after = toks.lower[last] if last < len(toks.words) and toks.joined(last - 1) else ""
    return [] if after.endswith("s") and not toks.bare else [_place(toks, i + 1, last)]


def _often(inside: list[Thing], found: list[Thing]) -> list[Thing]:
    """Keep what stands behind "in" twice, or is a place by other words too."""
    counts = Counter(thing.name for thing in inside)
    sure = {thing.name for thing in found if thing.kind == "place"}
    return [thing for thing in inside if counts[thing.name] > 1 or thing.name in sure]


def _employer(page: Page, i: int, taken: set[int]) -> list[Thing]:
    """Read "working for Chopard"."""
    last = _name_at(page, i + 1, taken)
    if last == i + 1:
        return []
    return [Thing(i + 1, last, " ".join(page.toks.words[i + 1 : last]), "organisation", "company")]


def _of_state(page: Page, i: int, taken: set[int]) -> list[Thing]:
    """Read the town before a state at word i: "in Ouallam, Niger"."""
    toks = page.toks
    if page.names[i].entry.kind not in _OF_STATE or toks.gap(i - 1) != ", ":
        return []
    first = i
    while first > 0 and i - first < 3 and capital(toks.words[first - 1]) and first - 1 not in taken:
        if first - 1 in page.names or first - 1 in page.roles or (first < i and not toks.joined(first - 1)):
            break
        first -= 1
    if first == i or first == 0 or toks.lower[first - 1] not in _IN or begins_sentence(toks, first):
        return []
    return [_place(toks, first, i)]
