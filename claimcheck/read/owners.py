"""A role -> the words that say whose it is: "French far-right leader", "head of the dockers' union"."""

from __future__ import annotations

from claimcheck.read.gazetteer import Listed
from claimcheck.read.page import Page, listed_words
from claimcheck.read.roles import Role, skippable
from claimcheck.read.tokens import Tokens, begins_sentence, capital, compound

_TAIL = frozenset(("of", "to", "for", "in", "at", "with", "on", "from"))


def of_whom(page: Page, role: Role) -> tuple[int, int, str]:
    """Widen a role to whose it is: first word, word after the last, ISO code ("French far-right leader")."""
    begin, country = _left(page, role)
    end, right = _right(page, role)
    return begin, end, country or right


def _left(page: Page, role: Role) -> tuple[int, str]:
    """Read whose it is before a role: "Syria's newly named", "EU foreign policy", "Observatory"."""
    toks, i, begin = page.toks, role.first - 1, role.first
    country, between = "", 0
    for _ in range(8):
        if i < 0 or not (toks.linked(i) or toks.owns(i)):
            break
        item = None if compound(toks.words[i]) else page.names.get(i)
        if item is not None:
            if not _reaches(page, item, i, between):
                break
            begin, country, between = item.first, item.entry.country or country, 0
            i = item.first - 1
            continue
        if toks.lower[i] in listed_words("determiners") or between > 3:
            break
        between += not (compound(toks.words[i]) or toks.lower[i] in skippable() | listed_words("extenders"))
        i -= 1
    return begin, country


def _reaches(page: Page, item: Listed, i: int, between: int) -> bool:
    """Whether a listed name before a role, with unknown words between, is whose it is: not "IRNA quoted the head"."""
    if between == 0 or page.toks.owns(i):
        return True
    possessive = page.toks.bare and len(page.toks.words[i]) > len(item.entry.form)
    return possessive or (between <= 2 and item.entry.kind in ("demonym", "organisation"))


def capitals_before(page: Page, first: int) -> int:
    """Give the first of the capitalised words right before a role: "Troy Police Chief", "DNC chairwoman"."""
    toks, i = page.toks, first - 1
    while i >= max(0, first - 6) and (toks.joined(i) or (i == first - 1 and toks.owns(i))) and capital(toks.words[i]):
        low = toks.lower[i]
        if low in listed_words("stops") or low in listed_words("adjectives") or low in skippable() or i in page.roles:
            break
        if begins_sentence(toks, i):
            return i if not low.endswith(("ed", "ing", "ly")) or toks.words[i].isupper() else i + 1
        i -= 1
    return i + 1


def whole_body(page: Page, begin: int) -> int:
    """Step back over the rest of a body's name: "Bank of Japan Governor", where the list knows Japan."""
    toks = page.toks
    for _ in range(3):
        if begin < 2 or toks.lower[begin - 1] not in ("of", "for") or not toks.joined(begin - 1):
            break
        if not (toks.joined(begin - 2) and capital(toks.words[begin - 2])) or begin - 2 in page.roles:
            break
        begin = capitals_before(page, begin - 1)
    return begin


def _right(page: Page, role: Role) -> tuple[int, str]:
    """Read "of the civil servants' union", "to Niger" after a role."""
    toks, i = page.toks, role.last
    if i >= len(toks.words) or not toks.joined(i - 1) or toks.lower[i] not in _TAIL:
        return role.last, ""
    last, country, i = role.last, "", i + 1
    for _ in range(9):
        if i >= len(toks.words) or not (toks.linked(i - 1) or toks.owns(i - 1)):
            break
        item = page.names.get(i)
        if item is not None:
            country = country or item.entry.country
            i = last = item.last
            if not (toks.owns(i - 1) or _of_its_own(toks, i)):
                break
            continue
        if i in page.roles and page.roles[i].rank != "description":
            break
        i += 1
        last = i
    return last, country


def _of_its_own(toks: Tokens, i: int) -> bool:
    """Whether a lower-case noun goes on with a name: "of Hormozgan province", "of the GSEE union"."""
    return i < len(toks.words) and toks.joined(i - 1) and toks.lower[i] in listed_words("extenders")
