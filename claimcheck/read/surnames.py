"""Persons that a role proves -> all their mentions: "Gen. Abdourahamane Tiani" … "Tiani"."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.read.persons import Page, Person, starts_name
from claimcheck.read.tokens import Tokens, capital


def everywhere(page: Page, proved: list[Person]) -> list[Person]:
    """Give each proved person its full name, and find where it stands again without a role."""
    proved = _apart(proved)
    full = _full_names(page, proved)
    found = [replace(person, name=full[_key(page.toks, person)]) for person in proved]
    taken = {k for person in proved for k in range(person.first, person.last)}
    by_last = {name.split()[-1].lower(): name for name in sorted(set(full.values()), key=len)}
    toks = page.toks
    for i, word in enumerate(toks.lower):
        if i in taken or not capital(toks.words[i]) or i in page.names:
            continue
        name = by_last.get(word) or (by_last.get(word[:-1]) if word[-1] == "s" else None)
        if name is not None:
            first = _start(page, i, name, taken)
            taken.update(range(first, i + 1))
            found.append(Person(first, i + 1, name))
    return sorted(found, key=lambda person: person.first)


def _apart(people: list[Person]) -> list[Person]:
    """Keep the first of persons that share a word: two roles can point at one name."""
    kept: list[Person] = []
    taken: set[int] = set()
    for person in people:
        words = range(person.first, person.last)
        if taken.isdisjoint(words):
            kept.append(person)
            taken.update(words)
    return kept


def _key(toks: Tokens, person: Person) -> str:
    return " ".join(toks.words[person.first : person.last])


def _full_names(page: Page, proved: list[Person]) -> dict[str, str]:
    """Map each name as written to the longest that ends with the same word."""
    written = list(dict.fromkeys(_key(page.toks, person) for person in proved))
    full = {}
    for name in written:
        longer = [other for other in written if len(other) > len(name) and other.split()[-1] == name]
        full[name] = longer[0] if longer else name
    return full


def _start(page: Page, i: int, name: str, taken: set[int]) -> int:
    """Step back from a surname over the first names that belong to it."""
    parts, first = name.lower().split(), i
    while first - 1 >= 0 and first - 1 not in taken and page.toks.joined(first - 1) and starts_name(page, first - 1):
        if page.toks.lower[first - 1] not in parts:
            break
        first -= 1
    return first
