"""Words with what is known of each -> where a person's name can begin, and how far it runs."""

from __future__ import annotations

from functools import cache

from claimcheck.immutable import record
from claimcheck.lexicon import words as lexicon
from claimcheck.read.ambiguous import ambiguous, given_name
from claimcheck.read.gazetteer import Listed
from claimcheck.read.roles import Role
from claimcheck.read.tokens import Tokens, capital, compound

LONGEST = 6
"""How many words a person's name has at most."""


@record
class Page:
    """A text's words with what is known of each: the listed name and the role that it belongs to."""

    toks: Tokens
    names: dict[int, Listed]
    """By word."""
    roles: dict[int, Role]
    """By word."""
    twice: frozenset[str] = frozenset()
    """The capitalised words that stand more than once."""


@cache
def listed_words(name: str) -> frozenset[str]:
    """Give a list of the words about persons: stops, heads, particles, determiners …"""
    return frozenset(lexicon("persons")[name])


def starts_name(page: Page, i: int) -> bool:
    """Whether word i can begin a person's name: capitalised, no listed name, no role, no weekday."""
    toks = page.toks
    if not 0 <= i < len(toks.words):
        return False
    word = toks.words[i]
    if not capital(word):
        return toks.lower[i] in listed_words("particles") and toks.joined(i) and _leads(toks, i + 1)
    if (
        toks.lower[i] in listed_words("stops")
        or toks.lower[i] in listed_words("adjectives")
        or i in page.roles
        or word[0].isdecimal()
        or compound(word)
    ):
        return False
    item = page.names.get(i)
    return item is None or ambiguous(item)


def _leads(toks: Tokens, i: int) -> bool:
    """Whether a capital follows a particle, or a second one: "von der Leyen"."""
    if toks.lower[i] in listed_words("particles") and not capital(toks.words[i]):
        return toks.joined(i) and capital(toks.words[i + 1])
    return capital(toks.words[i])


def read_name(page: Page, i: int) -> int:
    """Give the word after the name that begins at word i; i itself where none does."""
    toks = page.toks
    if not starts_name(page, i):
        return i
    end, size = i, 0
    particles = listed_words("particles")
    while size < LONGEST:
        while toks.lower[end] in particles and not capital(toks.words[end]):
            end += 1
        end, size = end + 1, size + 1
        if not _goes_on(page, end):
            break
    return i if _ends_a_body(page, i, end) else end


def _ends_a_body(page: Page, i: int, end: int) -> bool:
    """Whether a run ends with a body's noun that is no family name: "General Motors Corporation", not "Mary Lake"."""
    last = page.toks.lower[end - 1]
    if last not in listed_words("heads"):
        return False
    return last not in listed_words("families") or end - i < 2 or not _titled(page, i)


def _titled(page: Page, i: int) -> bool:
    """Whether a first name begins a run or a role stands before it: "Anthony Lake", not "Crater Lake"."""
    return given_name(page.toks.lower[i]) or (i - 1 in page.roles and page.toks.joined(i - 1))


def _goes_on(page: Page, end: int) -> bool:
    """Whether the name before word `end` runs on over it."""
    toks = page.toks
    if end >= len(toks.words):
        return False
    if not starts_name(page, end):
        return end in page.roles and _role_as_name(page, end)
    gap = toks.gap(end - 1)
    if toks.joined(end - 1):
        return True
    if gap == ". ":
        return len(toks.words[end - 1]) == 1 or toks.lower[end - 1] in ("jr", "sr", "st", "md")
    return toks.loose and gap == " - " and capital(toks.words[end])


def _role_as_name(page: Page, end: int) -> bool:
    """Whether a role's word is a family name here: "Stephen King", "James P. Pope"."""
    toks = page.toks
    word, before = toks.words[end], toks.words[end - 1]
    if not word[0].isupper() or page.roles[end].last != end + 1 or page.roles[end].rank == "courtesy":
        return False
    if toks.joined(end) and (capital(toks.words[end + 1]) or toks.lower[end + 1] == "of"):
        return False
    return toks.linked(end - 1) and (len(before) == 1 or given_name(before.lower()))


def name_back(page: Page, i: int) -> int:
    """Give the first word of the name that ends with word i; i + 1 where none does."""
    first = i + 1
    for k in range(i, max(i - LONGEST, -1), -1):
        if not starts_name(page, k) or (k < i and not _goes_on(page, k + 1)):
            break
        first = k
    return i + 1 if first <= i and read_name(page, first) != i + 1 else first
