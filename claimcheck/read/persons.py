"""Words, listed names and roles -> persons: a name that a role beside it proves, and later mentions of it."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.immutable import record
from claimcheck.read.ambiguous import given_name
from claimcheck.read.owners import capitals_before, of_whom, whole_body
from claimcheck.read.page import Page, listed_words, name_back, read_name, starts_name
from claimcheck.read.roles import Role, skippable
from claimcheck.read.tokens import Tokens, begins_sentence, capital, title_case

_AGES = re.compile(r", ?[0-9]{1,3} ?[,.)]|year[ -]{1,3}old ")
_CLOSING = (",", ".", ";", ")", "—", "–", "”", '"', "\n", "-")


@record
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


def by_first_name(page: Page, taken: set[int]) -> list[Person]:
    """Find the persons that a listed first name or an age proves: "Bina Mathews"; "Orla Tavish, 34,".

    Not in headlines, where a verb may follow in capitals.
    """
    toks, after, ages = page.toks, 0, _AGES.search(page.toks.text) is not None
    found: list[Person] = []
    for i in toks.capitals:
        if i < after or i in taken or not (given_name(toks.lower[i]) or (ages and _aged(toks, i))):
            continue
        if toks.loose and toks.gap(i - 1) == " - ":
            continue  # "Saint - Jean - Cap - Ferrat"
        last = read_name(page, i)
        if last > i + 1 and title_case(toks, i):
            # "Hillary Clinton Was Seen" in a headline: the surname must stand elsewhere too
            last = i + 2 if toks.words[i + 1] in page.twice else i
        if last > i + 1 and taken.isdisjoint(range(i, last)) and not _shop(toks, last):
            found.append(Person(_first(page, i, taken, after), last, ""))
            after = last
    return found


def _first(page: Page, i: int, taken: set[int], after: int) -> int:
    """Step back from a listed first name over another before it: "Karamoko Jean-Marie Traoré"."""
    toks = page.toks
    while i > after and i - 1 not in taken and toks.linked(i - 1) and starts_name(page, i - 1):
        if begins_sentence(toks, i - 1) or title_case(toks, i):
            break
        i -= 1
    return i


def _aged(toks: Tokens, i: int) -> bool:
    """Whether an age stands before the capital at word i, or behind the two or three that it begins."""
    if (
        i
        and toks.joined(i - 1)
        and (toks.lower[i - 1].endswith("year-old") or toks.lower[i - 2 : i] == ("year", "old"))
    ):
        return True
    if i + 2 >= len(toks.words) or not toks.joined(i):
        return False
    end = next((k for k in (i + 2, i + 3) if toks.gap(k - 1) in (", ", " , ")), 0)
    return 0 < end < len(toks.words) and _age(toks, end)


def _age(toks: Tokens, k: int) -> bool:
    """Whether word k is an age between commas."""
    word = toks.words[k]
    return word.isascii() and word.isdecimal() and 0 < int(word) < 115 and toks.gap(k).lstrip()[:1] in (",", ".", ")")


def _shop(toks: Tokens, last: int) -> bool:
    """Whether a name is a firm's by the noun behind it: "the Harry Winston jewellery store"."""
    return any(toks.joined(last - 1) and word in listed_words("shops") for word in toks.lower[last : last + 2])


def by_role(page: Page, found: list[Role]) -> list[Person]:
    """Find the persons that stand beside a role."""
    people: list[Person] = []
    for role in found:
        begin, end, country = of_whom(page, role)
        person = _after(page, role, end)
        if person is not None:
            begin = whole_body(page, capitals_before(page, begin) if begin == role.first else begin)
        person = person or _before(page, role, begin, end)
        if person is not None:
            people.append(replace(person, role=role, begin=begin, country=country))
    return people


def _after(page: Page, role: Role, end: int) -> Person | None:
    """Read the name behind a role: "President Macron", "ambassador to Niger, Sylvain Itte"."""
    toks = page.toks
    direct = _skip_titles(page, role.last)
    if toks.joined(direct - 1) or (toks.gap(direct - 1) == ". " and _abbreviated(toks.words[direct - 1])):
        last = read_name(page, direct)
        if last > direct and _fits(page, role, direct, last) and not _headline(page, direct, last):
            return Person(direct, last, "", None, 0, role.last)
    for at in (role.last, end):
        first = _skip_titles(page, at)
        if toks.gap(at - 1) in (", ", " , ") or (at == end > role.last and toks.joined(at - 1)):
            last = read_name(page, first)
            if last - first > 1 and not _listing(toks, last):
                return Person(first, last, "", None, 0, at)
    return None


def _headline(page: Page, first: int, last: int) -> bool:
    """Whether capitals behind a role may be a headline's verb: "Prime Minister Calls Bank Workers"."""
    toks = page.toks
    if last - first < 2 or not title_case(toks, first) or given_name(toks.lower[first]):
        return False
    if toks.joined(last - 1) and not capital(toks.words[last]):
        return False
    return toks.words[last - 1] not in page.twice


def _abbreviated(word: str) -> bool:
    """Whether a full stop belongs to a title: "Gov.", but not "an aide."."""
    return len(word) < 5 and word[0].isupper()


def _skip_titles(page: Page, i: int) -> int:
    """Step over ranks before a name: "spokesman, Colonel Amadou Abdramane"."""
    toks = page.toks
    for _ in range(4):
        if i not in page.roles or page.roles[i].rank not in ("rank", "courtesy"):
            break
        if not (toks.joined(i - 1) or toks.gap(i - 1) in (". ", ", ", " , ")):
            break
        i = page.roles[i].last
    return i


def _listing(toks: Tokens, last: int) -> bool:
    return toks.gap(last - 1).startswith(" ") and toks.lower[last : last + 1] == ("and",)


def _fits(page: Page, role: Role, first: int, last: int) -> bool:
    """Whether a name straight behind a role is one: a lone capital after "designer" may be a firm."""
    if last - first > 1:
        return True
    known = role.rank in ("office", "rank", "courtesy") or role.name in listed_words("lone")
    return known and not title_case(page.toks, first)


def _before(page: Page, role: Role, begin: int, end: int) -> Person | None:
    """Read the name before a role in apposition: "Sylvain Itte, the French ambassador,"."""
    toks, i = page.toks, begin - 1
    for _ in range(4):
        if i < 0 or not toks.joined(i) or capital(toks.words[i]) or toks.lower[i] in ("and", "to", "by", "as", "of"):
            break
        i -= 1
    comma = toks.gap(i) in (", ", " , ")
    direct = (
        i + 1 == begin
        or toks.lower[i + 1] in skippable()
        or toks.lower[i + 1] in listed_words("determiners")
        or i + 1 in page.names
    )
    if not comma and not (toks.bare and toks.joined(i) and direct):
        return None
    first = name_back(page, i)
    described = i + 1 == begin == role.first or toks.lower[i + 1] in ("a", "an")
    if i + 1 - first < 2 or not (described or _closed(toks, end, first)):
        return None
    return Person(first, i + 1, "", None, 0, end)


def _closed(toks: Tokens, end: int, first: int) -> bool:
    """Whether the apposition is closed, or the name begins a clause: not "after meeting X, the chancellor said"."""
    if toks.lower[first - 1 : first] in (("said",), ("says",), ("told",), ("according",), ("to",), ("by",)):
        return True
    return toks.bare or begins_sentence(toks, first) or toks.gap(end - 1).lstrip().startswith(_CLOSING)
