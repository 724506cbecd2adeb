"""Persons that a role or a first name proves -> all their mentions: "Gen. Abdourahamane Tiani" … "Tiani"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from claimcheck.lexicon import words as lexicon
from claimcheck.read.ambiguous import ambiguous, given_name
from claimcheck.read.page import LONGEST, Page, starts_name
from claimcheck.read.persons import Person
from claimcheck.read.things import single
from claimcheck.read.tokens import Tokens, begins_sentence, compound, title_case


def written(toks: Tokens, first: int, last: int) -> str:
    """Give a name as the text writes it, with its hyphens closed up."""
    return " ".join(toks.text[toks.starts[first] : toks.ends[last - 1]].replace(" - ", "-").split())


BEARERS = 40
"""How many changes between bearers of one surname are told apart; a list of a family's names has fewer."""
Known = dict[str, list[tuple[int, str]]]
"""The names of each surname, with the word where each is proved."""


def everywhere(page: Page, proved: list[Person]) -> list[Person]:
    """Give each proved person its full name, and find where it stands again without a role."""
    toks, proved = page.toks, _apart(proved)
    taken = {k for person in proved for k in range(person.first, person.last)}
    keys = [written(toks, person.first, person.last) for person in proved]
    known: Known = {}
    for person, key in sorted(zip(proved, keys, strict=True), key=lambda pair: pair[0].first):
        bearers = known.setdefault(_last_word(toks, person), [])
        if len(bearers) < BEARERS and (not bearers or bearers[-1][1] != key):
            bearers.append((person.first, key))
    for person, key in zip(proved, keys, strict=True):
        _by_middle_name(toks, person, key, known)
    famous = _famous(toks, known)
    later: list[Person] = []
    for i in _seen(page, known, taken):
        again = _again(page, i, known, taken)
        later.append(again)
        taken.update(range(again.first, again.last))
    longer = _full_names([*keys, *(person.name for person in later), *famous], _offices(proved, keys), famous)
    found = [replace(person, name=longer[key]) for person, key in zip(proved, keys, strict=True)]
    found += [replace(person, name=longer[person.name]) for person in later]
    return sorted(found, key=lambda person: person.first)


def _apart(people: list[Person]) -> list[Person]:
    """Keep the first of persons that share a word, a minister before a general: two roles can point at one name."""
    kept: list[Person] = []
    taken: set[int] = set()
    for person in sorted(people, key=lambda p: p.role is not None and p.role.rank in ("rank", "courtesy")):
        words = range(person.first, person.last)
        if taken.isdisjoint(words):
            kept.append(person)
            taken.update(words)
    return kept


def _last_word(toks: Tokens, person: Person) -> str:
    return toks.lower[person.last - 1].removeprefix("al-")


def _by_middle_name(toks: Tokens, person: Person, key: str, known: Known) -> None:
    """Know the first of two family names where nobody else bears it: "Miguel Uribe Turbay" … "Uribe"."""
    middle = toks.words[person.last - 2]
    if person.last - person.first == 3 and len(middle) > 3 and middle[0].isupper() and not given_name(middle.lower()):
        known.setdefault(middle.lower(), [(person.first, key)])


@cache
def _people() -> dict[str, str]:
    """Map the surnames of the list of people to their full names."""
    return {surname: name for name, surname in lexicon("people")["people"].items()}


def _famous(toks: Tokens, known: Known) -> list[str]:
    """Give the people of the list whose surname the text has, and make them known where it names no other bearer."""
    found = []
    for surname in sorted(_people().keys() & set(toks.words)):
        name = _people()[surname]
        bearers = known.setdefault(surname.lower(), [])
        found.append(name)
        if not bearers:
            bearers.append((-1, name))
    return found


def _surname(name: str) -> str:
    return name.lower().split()[-1].removeprefix("al-")


def _offices(people: list[Person], keys: list[str]) -> dict[str, set[str]]:
    """Map each name to the offices that it is proved by."""
    offices: dict[str, set[str]] = {}
    for person, key in zip(people, keys, strict=True):
        if person.role is not None and person.role.rank == "office":
            offices.setdefault(key, set()).add(person.role.name)
    return offices


def _full_names(names: list[str], offices: dict[str, set[str]], famous: list[str]) -> dict[str, str]:
    """Map each name as written to the full one that it stands for, itself where there is none.

    "President Obama" is not Michelle Obama, whom the article names too, but Barack Obama of the list.
    """
    full: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        if " " in name:
            full.setdefault(_surname(name), []).append(name)
    return {name: name if " " in name else _bearing(name, full, offices, famous) for name in names}


def _bearing(name: str, full: dict[str, list[str]], offices: dict[str, set[str]], famous: list[str]) -> str:
    bearers = full.get(_surname(name), [])
    held = offices.get(name)
    if held:
        same = [bearer for bearer in bearers if held & offices.get(bearer, set())]
        listed = [bearer for bearer in bearers if bearer in famous]
        free = [bearer for bearer in bearers if not offices.get(bearer)]
        bearers = same or listed or free
    return bearers[0] if bearers else name


def _seen(page: Page, known: Known, taken: set[int]) -> list[int]:
    """List the words that may be a known surname."""
    toks = page.toks
    if not known:
        return []
    plain = frozenset(known).intersection(toks.words)
    found = []
    for i in toks.capitals:
        name = toks.lower[i].removeprefix("al-")
        if not (name in known or name[:-1] in known) or i in taken:
            continue
        if i in page.names and not ambiguous(page.names[i]):
            continue
        if not (name in plain and begins_sentence(toks, i)) and not _house(toks, i) and not compound(toks.words[i]):
            found.append(i)
    return found


def _house(toks: Tokens, i: int) -> bool:
    """Whether the surname names a thing: "Trump Tower", "the Clinton Foundation"."""
    return toks.joined(i) and toks.words[i + 1][0].isupper() and toks.lower[i + 1] in single()


def _again(page: Page, i: int, known: Known, taken: set[int]) -> Person:
    """Read a later mention, with the first names before it: "Macron", "Emmanuel Macron", "Brigitte Macron"."""
    toks, first = page.toks, i
    word = toks.lower[i].removeprefix("al-")
    namesakes = known.get(word) or known[word[:-1]]
    parts = {part for _, name in namesakes for part in name.lower().replace("-", " ").split()}
    while max(0, i - LONGEST) < first and first - 1 not in taken and toks.linked(first - 1):
        if not starts_name(page, first - 1):
            break
        before = toks.lower[first - 1]
        if before not in parts and not given_name(before) and (title_case(toks, i) or begins_sentence(toks, first - 1)):
            break
        first -= 1
    text = written(toks, first, i + 1)
    text = text if word in known else text[:-1]
    return Person(first, i + 1, _bearer(namesakes, text, first))


def _bearer(namesakes: list[tuple[int, str]], text: str, at: int) -> str:
    """Choose who is meant: the one whose name holds these words, the last told of before them; else a new person."""
    fitting = [item for item in namesakes if item[1].lower().replace("-", " ").endswith(text.lower().replace("-", " "))]
    if not fitting:
        return text if " " in text else namesakes[0][1]
    return next((name for place, name in reversed(fitting) if place < at and " " in name), fitting[0][1])
