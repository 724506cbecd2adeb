"""Words -> the names that our lists know: states, their people and capitals, places, organisations, outlets, groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from claimcheck.immutable import record
from claimcheck.lexicon import words as lexicon
from claimcheck.read.tokens import Tokens, first_word


@record
class Entry:
    """One form of a listed name."""

    form: str
    canonical: str
    kind: str
    country: str = ""


@record
class Listed:
    """Words first to last (exclusive) of a text are a listed name."""

    first: int
    last: int
    entry: Entry
    at: int = 0
    """How many characters into the first word the name begins: "Niger-Mali"."""


Index = dict[str, tuple[Entry, ...]]


def _states() -> Iterator[Entry]:
    for code, (names, demonyms, capitals) in lexicon("countries")["states"].items():
        yield from (Entry(form, names[0], "country", code) for form in names)
        yield from (Entry(form, names[0], "demonym", code) for form in demonyms)
        yield from (Entry(form, capitals[0], "capital", code) for form in capitals)


def _places() -> Iterator[Entry]:
    for table, rows in lexicon("places").items():
        for code, names in rows.items():
            for name in names:
                forms = name.split("|")
                country = "" if code == "world" else code
                kind = "demonym" if table == "peoples" else "place"
                yield from (Entry(form, forms[0], kind, country) for form in forms)


def _organisations() -> Iterator[Entry]:
    for kind, rows in lexicon("organisations").items():
        if isinstance(rows, dict):
            for canonical, forms in rows.items():
                yield from (Entry(form, canonical, kind) for form in (canonical, *forms))


@cache
def index() -> Index:
    """Sort all listed forms by their first word, the longest first."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for source in (_organisations(), _states(), _places()):
        for entry in source:
            for form in _spellings(entry.form):
                found[first_word(form)].append(replace(entry, form=form) if form != entry.form else entry)
    return {first: tuple(sorted(entries, key=lambda e: -len(e.form))) for first, entries in found.items()}


def _spellings(form: str) -> tuple[str, ...]:
    """Spell a form as scraped text does: with another apostrophe or none ("Coxs Bazar"), "al Sham" for "al-Sham"."""
    forms = [form]
    if "'" in form:
        forms += [form.replace("'", "’"), form.replace("'", "")]
    if form.startswith(("Al-", "al-")):
        forms += [f"{article}{mark}{form[3:]}" for article in ("al", "Al") for mark in (" ", "-")]
    if " al-" in form:
        forms += [form.replace(" al-", " al "), form.replace(" al-", " Al ")]
    return tuple(dict.fromkeys(forms))


def known(form: str) -> str:
    """Give the canonical form of a listed name, "" for another.

    >>> known("Kiev"), known("Marfin Bank")
    ('Kyiv', '')
    """
    return next((entry.canonical for entry in index().get(form.split(" ")[0], ()) if entry.form == form), "")


@cache
def countries() -> frozenset[str]:
    """Give the canonical names of all states."""
    return frozenset(entry.canonical for entry in _states() if entry.kind == "country")


def listed(toks: Tokens) -> list[Listed]:
    """Find all listed names, the longest at each place, in the order of the text.

    >>> from claimcheck.read.tokens import tokens
    >>> [item.entry.canonical for item in listed(tokens("Nigerien troops left Burkina Faso, the U.S. said"))]
    ['Niger', 'Burkina Faso', 'United States']
    """
    names = index()
    found: list[Listed] = []
    after = 0
    for i in toks.capitals:
        if i >= after:
            if i > after and toks.words[i - 1] == "al" and toks.joined(i - 1):
                i -= 1  # "al Qaeda"
            entry, size = _at(toks, i, toks.words[i], names)
            if entry is not None:
                after = _next_word(toks, i, toks.starts[i] + size)
                found.append(Listed(i, after, entry))
            elif "-" in toks.words[i]:
                found.extend(_joined_by_hyphen(i, toks.words[i], names))
    return found


def _at(toks: Tokens, i: int, word: str, names: Index) -> tuple[Entry | None, int]:
    """Find the longest listed form at word i, and how many characters it takes."""
    text, start = toks.text, toks.starts[i]
    for entry in names.get(word, ()):
        if text.startswith(entry.form, start) and _ends(text, start + len(entry.form)):
            return entry, len(entry.form)
    if len(word) > 4 and word[-1] == "s" and word not in names:
        # "Syrias interior minister": the possessive of a text that lost its apostrophes
        owner = next((e for e in names.get(word[:-1], ()) if e.form == word[:-1]), None)
        if owner is not None and owner.kind in ("country", "capital", "place"):
            return owner, len(word) - 1
    if len(word) > 3 and word.isupper():
        for entry in names.get(word.title(), ()):
            form = entry.form.upper()
            if text.startswith(form, start) and _ends(text, start + len(form)):
                return entry, len(form)
    return None, 0


def _ends(text: str, at: int) -> bool:
    """Whether a form that reaches up to a place ends there: not "US$" nor "Nigeria" for Niger."""
    return not text[at : at + 1].isalnum() and text[at : at + 1] != "$"


def _joined_by_hyphen(i: int, word: str, names: Index) -> Iterator[Listed]:
    """Read the names in "US-backed" and "Niger-Mali"; "Jean-Paul" holds none."""
    head, _, tail = word.partition("-")
    first = _alone(head, names)
    second = _alone(tail, names)
    if first is not None and (second is not None or tail.islower()):
        yield Listed(i, i + 1, first)
        if second is not None:
            yield Listed(i, i + 1, second, len(head) + 1)


def _alone(form: str, names: Index) -> Entry | None:
    return next((entry for entry in names.get(form, ()) if entry.form == form), None)


def _next_word(toks: Tokens, i: int, end: int) -> int:
    """Step from word i to the first that starts at or after an offset."""
    i += 1
    while i < len(toks.starts) and toks.starts[i] < end:
        i += 1
    return i
