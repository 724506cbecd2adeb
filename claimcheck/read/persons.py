"""Words, listed names and roles -> persons: a name that a role beside it proves, and later mentions of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from claimcheck.lexicon import words as lexicon
from claimcheck.read.ambiguous import ambiguous, given_name
from claimcheck.read.gazetteer import Listed
from claimcheck.read.roles import Role, skippable
from claimcheck.read.tokens import Tokens, capital, compound, title_case

LONGEST = 6
_TAIL = frozenset(("of", "to", "for", "in", "at", "with", "on", "from"))
_LONE = frozenset(("witness", "resident", "activist", "relative", "victim", "suspect"))
_CLOSING = (",", ".", ";", ")", "—", "–", "”", '"', "\n", "-")


@dataclass(frozen=True, slots=True)
class Person:
    """Words first to last (exclusive) are a person's name; the role beside it, if any, with the words it spans."""

    first: int
    last: int
    name: str
    role: Role | None = None
    begin: int = 0
    end: int = 0
    """The words (end exclusive) of the role with the state or organisation it is of."""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A text's words with what is known of each: the listed name and the role that it belongs to."""

    toks: Tokens
    names: dict[int, Listed]
    """By word."""
    roles: dict[int, Role]
    """By word."""


@cache
def _stops() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    table = lexicon("persons")
    return frozenset(table["stops"]), frozenset(table["heads"]), frozenset(table["particles"])


def starts_name(page: Page, i: int) -> bool:
    """Whether word i can begin a person's name: capitalised, no listed name, no role, no weekday."""
    toks = page.toks
    if not 0 <= i < len(toks.words):
        return False
    word = toks.words[i]
    stops, _, particles = _stops()
    if not capital(word):
        return toks.lower[i] in particles and toks.joined(i) and _leads(toks, i + 1)
    if toks.lower[i] in stops or i in page.roles or word[0].isdigit() or compound(word):
        return False
    item = page.names.get(i)
    return item is None or ambiguous(item)


def _leads(toks: Tokens, i: int) -> bool:
    """Whether a capital follows a particle, or a second one: "von der Leyen"."""
    if toks.lower[i] in _stops()[2] and not capital(toks.words[i]):
        return toks.joined(i) and capital(toks.words[i + 1])
    return capital(toks.words[i])


def read_name(page: Page, i: int) -> int:
    """Give the word after the name that begins at word i; i itself where none does."""
    toks = page.toks
    if not starts_name(page, i):
        return i
    end, size = i, 0
    _, heads, particles = _stops()
    while size < LONGEST:
        while toks.lower[end] in particles and not capital(toks.words[end]):
            end += 1
        end, size = end + 1, size + 1
        if not _goes_on(page, end):
            break
    if toks.lower[end - 1] in heads and not (toks.lower[end - 1] in _families() and end - i > 1 and _titled(page, i)):
        return i
    return end


@cache
def _families() -> frozenset[str]:
    return frozenset(lexicon("persons")["families"])


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


def of_whom(page: Page, role: Role) -> tuple[int, int, str]:
    """Widen a role to whose it is: first word, word after the last, ISO code ("French far-right leader")."""
    begin, country = _left(page, role)
    end, right = _right(page, role)
    return begin, end, country or right


def _left(page: Page, role: Role) -> tuple[int, str]:
    toks, i, begin = page.toks, role.first - 1, role.first
    country = ""
    for _ in range(8):
        if i < 0 or not (toks.linked(i) or toks.owns(i)):
            break
        item = page.names.get(i)
        if item is not None:
            begin, country = item.first, item.entry.country or country
            i = item.first - 1
            if not toks.joined(i) or toks.lower[i] not in skippable():
                break
            continue
        if toks.lower[i] not in skippable() and not (capital(toks.words[i]) or toks.owns(i)) and role.first - i > 3:
            break
        i -= 1
    return begin, country


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
    return i < len(toks.words) and toks.joined(i - 1) and toks.lower[i] in _extenders()


@cache
def _extenders() -> frozenset[str]:
    return frozenset(lexicon("persons")["extenders"])


def by_first_name(page: Page, taken: set[int]) -> list[Person]:
    """Find the persons that a listed first name proves: "Bina Mathews"; not in headlines, where a verb may follow."""
    toks, after = page.toks, 0
    found: list[Person] = []
    for i in toks.capitals:
        if i < after or i in taken or not given_name(toks.lower[i]):
            continue
        last = read_name(page, i)
        if last > i + 1 and taken.isdisjoint(range(i, last)) and not title_case(toks, i) and not _shop(toks, last):
            found.append(Person(i, last, ""))
            after = last
    return found


def _shop(toks: Tokens, last: int) -> bool:
    """Whether a name is a firm's by the noun behind it: "the Harry Winston jewellery store"."""
    shops = lexicon("persons")["shops"]
    return any(toks.joined(last - 1) and word in shops for word in toks.lower[last : last + 2])


def by_role(page: Page, found: list[Role]) -> list[Person]:
    """Find the persons that stand beside a role."""
    people: list[Person] = []
    for role in found:
        begin, end, country = of_whom(page, role)
        person = _after(page, role, end) or _before(page, role, begin, end)
        if person is not None:
            people.append(replace(person, role=role, begin=begin, country=country))
    return people


def _after(page: Page, role: Role, end: int) -> Person | None:
    """Read the name behind a role: "President Macron", "ambassador to Niger, Sylvain Itte"."""
    toks = page.toks
    direct = _skip_titles(page, role.last)
    if toks.joined(direct - 1) or (toks.gap(direct - 1) == ". " and _abbreviated(toks.words[direct - 1])):
        last = read_name(page, direct)
        if last > direct and _fits(page, role, direct, last):
            return Person(direct, last, "", None, 0, role.last)
    for at in (role.last, end):
        first = _skip_titles(page, at)
        if toks.gap(at - 1) in (", ", " , ") or (at == end > role.last and toks.joined(at - 1)):
            last = read_name(page, first)
            if last - first > 1 and not _listing(toks, last):
                return Person(first, last, "", None, 0, at)
    return None


def _abbreviated(word: str) -> bool:
    """Whether a full stop belongs to a title: "Gov.", but not "an aide."."""
    return len(word) < 5 and word[0].isupper()


def _skip_titles(page: Page, i: int) -> int:
    """Step over ranks before a name: "spokesman, Colonel Amadou Abdramane"."""
    toks = page.toks
    for _ in range(4):
        if i not in page.roles or page.roles[i].rank not in ("rank", "courtesy"):
            break
        i = page.roles[i].last
        if not (toks.joined(i - 1) or toks.gap(i - 1) == ". "):
            break
    return i


def _listing(toks: Tokens, last: int) -> bool:
    return toks.gap(last - 1).startswith(" ") and toks.lower[last : last + 1] == ("and",)


def _fits(page: Page, role: Role, first: int, last: int) -> bool:
    """Whether a name straight behind a role is one: a lone capital after "designer" may be a firm."""
    if last - first > 1:
        return True
    known = role.rank in ("office", "post", "rank", "courtesy") or role.name in _LONE
    return known and not title_case(page.toks, first)


def _before(page: Page, role: Role, begin: int, end: int) -> Person | None:
    """Read the name before a role in apposition: "Sylvain Itte, the French ambassador,"."""
    toks, i = page.toks, begin - 1
    for _ in range(4):
        if i < 0 or not toks.joined(i) or capital(toks.words[i]) or toks.lower[i] in ("and", "to", "by", "as"):
            break
        i -= 1
    comma = toks.gap(i) in (", ", " , ")
    if not comma and not (toks.bare and toks.joined(i)):
        return None
    first = _name_back(page, i)
    if i + 1 - first < 2 or not _closed(toks, role, end, first):
        return None
    return Person(first, i + 1, "", None, 0, end)


def _name_back(page: Page, i: int) -> int:
    """Give the first word of the name that ends with word i; i + 1 where none does."""
    first = i + 1
    for k in range(i, max(i - LONGEST, -1), -1):
        if not starts_name(page, k) or (k < i and not _goes_on(page, k + 1)):
            break
        first = k
    return i + 1 if first <= i and read_name(page, first) != i + 1 else first


def _closed(toks: Tokens, role: Role, end: int, first: int) -> bool:
    """Whether the apposition is closed, or the name begins a clause: not "after meeting X, the chancellor said"."""
    if toks.lower[first - 1 : first] in (("said",), ("says",), ("told",), ("according",), ("to",), ("by",)):
        return True
    return toks.bare or toks.gap(end - 1).lstrip().startswith(_CLOSING) or end > role.last
