"""Words -> roles: what a person is said to be ("ousted president", "Lt. Gen.", "deputy head"), and of whom."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from claimcheck.immutable import record
from claimcheck.lexicon import words as lexicon
from claimcheck.read.tokens import Tokens

_CLASSES = ("office", "post", "description", "rank", "courtesy")
_ALWAYS_CAPITAL = frozenset(
    # "private sector", "major cities", "general strike", "his father": a rank only where it is written as one
    (
        "private",
        "major",
        "general",
        "marshal",
        "saint",
        "lord",
        "lady",
        "duke",
        "hon",
        "rep",
        "sen",
        "fr",
        "rev",
        "prof",
    )
)


_LEADING = frozenset(("chief", "head", "deputy", "general", "principal", "chair", "executive"))
"""What may only belong to the role behind it: "chief strategist"."""


_LINKS = frozenset(("of", "for", "at", "in", "to", "and", "said", "says", "told", "the", "a", "who", "was", "is"))


@record
class Role:
    """Words first to last (exclusive) name a role."""

    first: int
    last: int
    name: str
    rank: str
    """office, post, description, rank or courtesy."""
    scope: str = ""
    """"former", "acting" or "" for who holds it now."""


@cache
def _index() -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """Sort role phrases by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = defaultdict(list)
    table = lexicon("roles")
    for rank in _CLASSES:
        for name, forms in table[rank].items():
            for form in (name, *forms):
                phrase = tuple(form.split())
                found[phrase[0]].append((phrase, name, rank))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


@cache
def _scopes() -> dict[str, str]:
    """Map "ousted" to "former", "interim" to "acting"."""
    table = lexicon("roles")["words"]
    return {word: scope for scope in ("former", "acting", "next") for word in table[scope]}


def roles(toks: Tokens) -> list[Role]:
    """Find all roles in the order of the text.

    >>> from claimcheck.read.tokens import tokens
    >>> [(r.name, r.scope) for r in roles(tokens("Lt. Gen. Ali met the ousted premier and the ex-president"))]
    [('general', ''), ('prime minister', 'former'), ('president', 'former')]
    """
    found: list[Role] = []
    names, after = _index(), 0
    former = "x-" in toks.text
    for i in [i for i, word in enumerate(toks.lower) if word in names or (former and word.startswith("ex-"))]:
        word = toks.lower[i]
        if word not in names and word[3:] not in names:
            continue
        if i < after or (toks.loose and toks.gap(i - 1) == " - "):
            continue
        if toks.loose and toks.gap(i) == " - " and (pair := names.get(f"{word}-{toks.lower[i + 1]}")) is not None:
            # "governor - general": scraped text with its hyphens loose
            found.append(Role(i, i + 2, pair[-1][1], pair[-1][2], _scope(toks, i)))
            after = i + 2
        elif (role := _at(toks, i, names.get(word) or names[word[3:]])) is not None:
            found.append(role)
            after = role.last
    return found


def _at(toks: Tokens, i: int, rows: tuple[tuple[tuple[str, ...], str, str], ...]) -> Role | None:
    for phrase, name, rank in rows:
        size = len(phrase)
        if size > 1 and (toks.lower[i + 1 : i + size] != phrase[1:] or not _whole(toks, i, size)):
            continue
        if (rank == "courtesy" or phrase[0] in _ALWAYS_CAPITAL) and not toks.words[i][0].isupper():
            continue
        if size == 1 and phrase[0] in _LEADING and _leads_on(toks, i):
            return None
        return Role(i, i + size, name, rank, _scope(toks, i))
    return None


def _leads_on(toks: Tokens, i: int) -> bool:
    """Whether a role belongs to one behind it: "chief strategist", "chief technology officer"."""
    for k in (i + 1, i + 2):
        if not toks.joined(k - 1) or toks.words[k][0].isupper() != toks.words[i][0].isupper():
            return False
        if toks.lower[k] in _index():
            return True
        if toks.lower[k] in _LINKS:
            return False
    return False


def _whole(toks: Tokens, i: int, size: int) -> bool:
    """Whether the phrase's words stand together: "Lt. Gen.", "prime minister", but not "head. Coach"."""
    return all(toks.joined(k) or (toks.gap(k) == ". " and len(toks.words[k]) < 5) for k in range(i, i + size - 1))


def _scope(toks: Tokens, i: int) -> str:
    """Read "former", "acting" … before a role, at most four words off: "former French foreign minister"."""
    if toks.lower[i].startswith("ex-"):
        return "former"
    scopes = _scopes()
    for k in range(i - 1, max(i - 5, -1), -1):
        if not (toks.joined(k) or toks.owns(k)):
            break
        if toks.lower[k] in scopes:
            return scopes[toks.lower[k]]
        if toks.words[k][0].islower() and toks.lower[k] not in skippable():
            break
    return ""


@cache
def forms(name: str) -> tuple[str, ...]:
    """Give all forms of a role: "prime minister", "premier", "pm"."""
    table = lexicon("roles")
    return tuple(form for rank in _CLASSES for form in (name, *table[rank].get(name, ())) if name in table[rank])


@cache
def courtesies() -> frozenset[str]:
    """Give the titles that are no role: "mr"."""
    return frozenset(lexicon("roles")["courtesy"])


@cache
def skippable() -> frozenset[str]:
    """Give the words that may stand between a state and a role: "French far-right leader"."""
    table = lexicon("roles")["words"]
    return frozenset(word for words in table.values() for word in words)
