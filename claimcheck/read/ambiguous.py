"""Listed names -> those that hold here: Jordan the state or Michael Jordan, Georgia by Tbilisi or by Atlanta."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from claimcheck.lexicon import words as lexicon
from claimcheck.read.gazetteer import Entry, Listed
from claimcheck.read.tokens import Tokens, begins_sentence, capital, shouting, title_case


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("organisations")[name])


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(lexicon("ambiguous")[name].split())


@cache
def _persons() -> frozenset[str]:
    return frozenset(form for form, readings in lexicon("countries")["ambiguous"].items() if "person" in readings)


def ambiguous(item: Listed) -> bool:
    """Whether a listed name is as well a first or a family name: Jordan, Paris, Washington."""
    return item.entry.form in _persons() or item.entry.form in _words("common")


@cache
def _names() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    table, persons = lexicon("given_names"), lexicon("persons")
    given = frozenset(word for words in table.values() for word in words.split())
    return given, frozenset(persons["stops"]), frozenset(persons["heads"])


def given_name(word: str) -> bool:
    """Whether a word is a first name: "angela", "al-Hassan" is none."""
    return word in _names()[0] or (word.split("-")[0] in _names()[0] and "-" in word)


def settled(toks: Tokens, found: list[Listed], roles: Mapping[int, object]) -> list[Listed]:
    """Keep the listed names that the words beside them bear out, and read the others by the article.

    `roles` holds the words that are roles: "Jordan King Abdullah" is no person named Jordan King.
    """
    at = {k for item in found for k in range(item.first, item.last)}
    kept = [item for item in found if _stands(toks, item, at, roles)]
    readings = lexicon("ambiguous")["readings"]
    return [_read(toks.text, item) if item.entry.form in readings else item for item in kept]


def _stands(toks: Tokens, item: Listed, at: set[int], roles: Mapping[int, object]) -> bool:
    form, word = item.entry.form, toks.words[item.first]
    if word in _words("shouted") and item.last == item.first + 1:
        if shouting(toks, item.first):
            return False
        return word != "IS" or _set("jihadists").issuperset(toks.lower[item.last : item.last + 1])
    if item.last > item.first + 1 or item.entry.kind == "demonym" or word.isupper() or "-" in word:
        return True
    if form in _words("common") and begins_sentence(toks, item.first):
        return False
    if ambiguous(item):
        return not _in_a_name(toks, item.first, at, roles)
    if item.entry.kind == "place" and not toks.bare and _leads_a_name(toks, item.first, at, roles):
        return False
    return not (_before(toks, item.first, at, roles) and given_name(toks.lower[item.first - 1]))


def _in_a_name(toks: Tokens, i: int, at: set[int], roles: Mapping[int, object]) -> bool:
    """Whether a word that may be a person's stands beside another capital: "Michael Jordan", "Paris Hilton"."""
    if _before(toks, i, at, roles):
        return True
    if not (toks.joined(i) and capital(toks.words[i + 1])) or i + 1 in at or i + 1 in roles:
        return False
    if i and toks.lower[i - 1] in _set("placing") and toks.joined(i - 1):
        return False
    _, stops, heads = _names()
    return toks.lower[i + 1] not in stops and toks.lower[i + 1] not in heads


def _leads_a_name(toks: Tokens, i: int, at: set[int], roles: Mapping[int, object]) -> bool:
    """Whether a place begins another name: "Pacific Palisades", "Baltimore Orioles", but not "Texas Gov."."""
    if not (toks.joined(i) and capital(toks.words[i + 1])) or i + 1 in at or i + 1 in roles or title_case(toks, i):
        return False
    _, stops, heads = _names()
    low = toks.lower[i + 1]
    return low not in stops and low not in heads and low not in _nouns()


@cache
def _nouns() -> frozenset[str]:
    table = lexicon("things")
    rows = [(sort, forms) for kind in ("place", "organisation") for sort, forms in table[kind].items()]
    return frozenset(form.split()[0] for sort, forms in rows for form in (sort, *forms)) | {"-"}


def _before(toks: Tokens, i: int, at: set[int], roles: Mapping[int, object]) -> bool:
    """Whether the word before is a capital that could be the first half of a name."""
    if i == 0 or not toks.joined(i - 1) or i - 1 in at or i - 1 in roles:
        return False
    word = toks.words[i - 1]
    return capital(word) and toks.lower[i - 1] not in _set("placing") and toks.lower[i - 1] not in _names()[1]


def _read(text: str, item: Listed) -> Listed:
    """Choose the state that an ambiguous form stands for by what else the article names."""
    readings = lexicon("ambiguous")["readings"][item.entry.form]
    code = next(code for code, *signs in readings if not signs or any(sign in text for sign in signs))
    if item.entry.country == code:
        return item
    if code == "US":
        return replace(item, entry=Entry(item.entry.form, "Georgia (US)", "place", "US"))
    name = lexicon("countries")["states"][code][0][0]
    return replace(item, entry=replace(item.entry, canonical=name, country=code))
