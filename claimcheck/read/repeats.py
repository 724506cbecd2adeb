"""Proved places and organisations -> where they stand again, bare or shortened: "Haas", "the Observatory"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimcheck.read.gazetteer import Entry, Listed
from claimcheck.read.page import Page
from claimcheck.read.things import Thing, nouns, rule, single
from claimcheck.read.tokens import Tokens, begins_sentence, capital

BODIES = frozenset(("organisation", "group", "agency", "outlet"))


def apart(page: Page, found: Iterable[Thing], taken: set[int]) -> list[Thing]:
    """Keep the things that no list knows better and that share no word with another name."""
    kept: list[Thing] = []
    used = set(taken)
    for thing in sorted(found, key=lambda t: (t.first, -t.last)):
        words = range(thing.first, thing.last)
        if used.isdisjoint(words) and not _known(page, thing):
            kept.append(thing)
            used.update(words)
    return kept


def _known(page: Page, thing: Thing) -> bool:
    """Whether the list knows the thing better: "the Nusra Front", "British-based Observatory", Idlib province."""
    inside = [page.names[k] for k in range(thing.first, thing.last) if k in page.names]
    if any(item.first <= thing.first and item.last >= thing.last for item in inside):
        return True
    if any(item.last >= thing.last - 1 and item.entry.kind in BODIES for item in inside):
        return True
    first, last = thing.first, thing.last
    return thing.kind == "place" and bool(inside) and inside[0].last >= last - 1 and inside[0].first == first


def repeated(page: Page, found: list[Thing], taken: set[int]) -> list[Thing]:
    """Find where proved names stand again, and add them in the order of the text."""
    used = taken | {k for thing in found for k in range(thing.first, thing.last)}
    more = [*_bare(page, found, used), *_short(page, found, used)]
    return sorted([*found, *apart(page, more, used)], key=lambda thing: thing.first)


def _cores(found: list[Thing]) -> dict[str, tuple[tuple[str, ...], Thing]]:
    """Map the first word of each proved name, without its noun, to its words."""
    cores: dict[str, tuple[tuple[str, ...], Thing]] = {}
    for thing in found:
        if thing.sort not in rule("bare"):
            continue
        words = tuple(thing.name.split())
        if len(words) > 1 and words[-1].lower() in single():
            words = words[:-1]
        if len(words) < 4 and not all(word.lower() in rule("plain") for word in words):
            cores.setdefault(words[0], (words, thing))
    return cores


def _bare(page: Page, found: list[Thing], used: set[int]) -> list[Thing]:
    """Find a proved name without its noun: "the town of Haas" … "Haas"."""
    toks, cores = page.toks, _cores(found)
    if not cores:
        return []
    lower = {core.lower() for core in cores}
    common = lower.intersection(toks.words)
    more = []
    for i in toks.capitals:
        word = toks.words[i]
        core = cores.get(word) or (cores.get(word[:-1]) if word[-1] == "s" else None)
        if core is None or i in used or i in page.names or i in page.roles:
            continue
        if toks.lower[i] in common and begins_sentence(toks, i):
            continue
        words, thing = core
        if toks.words[i + 1 : i + len(words)] == words[1:]:
            more.append(Thing(i, _with_noun(page, i + len(words), thing), thing.name, thing.kind, thing.sort))
    return more


def _with_noun(page: Page, end: int, thing: Thing) -> int:
    """Step over the noun of a name that stands again: "Marfin bank officials" at the start of a sentence."""
    toks = page.toks
    if end < len(toks.words) and toks.joined(end - 1):
        return end + any(noun.sort == thing.sort and len(noun.words) == 1 for noun in nouns().get(toks.lower[end], ()))
    return end


def _short(page: Page, found: list[Thing], used: set[int]) -> list[Thing]:
    """Find the noun of a long name in its place: "the Ministry said"."""
    bodies = _by_word((thing.name, thing.kind) for thing in found if thing.kind in BODIES)
    more = []
    for i in page.toks.capitals:
        if bodies and i not in used and i not in page.names and (full := _full(page.toks, page.roles, i, bodies)):
            more.append(Thing(i, i + 1, *full, page.toks.lower[i].removesuffix("s")))
    return more


def shortened(toks: Tokens, found: list[Listed], roles: Mapping[int, object]) -> list[Listed]:
    """Find the noun of a listed body's long name in its place: "Observatory head", "the Commission"."""
    bodies = _by_word((item.entry.canonical, item.entry.kind) for item in found if item.entry.kind in BODIES)
    if not bodies:
        return []
    taken = {k for item in found for k in range(item.first, item.last)}
    return [
        Listed(i, i + 1, Entry(toks.words[i], *full))
        for i in toks.capitals
        if i not in taken and (full := _full(toks, roles, i, bodies))
    ]


def _by_word(bodies: Iterable[tuple[str, str]]) -> dict[str, set[tuple[str, str]]]:
    """Map each noun of some long names to the names that have it, with their kinds."""
    found: dict[str, set[tuple[str, str]]] = {}
    for name, kind in bodies:
        for word in name.split() if " " in name else ():
            found.setdefault(word, set()).add((name, kind))
    return found


def _full(
    toks: Tokens, roles: Mapping[int, object], i: int, bodies: dict[str, set[tuple[str, str]]]
) -> tuple[str, str] | None:
    """Give the one long name whose noun stands alone at word i, with its kind."""
    word = toks.words[i]
    noun = word if toks.lower[i] in single() else word.removesuffix("s")
    full = bodies.get(noun, ())
    if len(full) != 1 or noun.lower() not in single() or word.isupper() or not _alone(toks, roles, i):
        return None
    return next(iter(full))


def _alone(toks: Tokens, roles: Mapping[int, object], i: int) -> bool:
    """Whether a capitalised noun stands for a name: behind "the", or before a role."""
    if toks.joined(i) and capital(toks.words[i + 1]) and i + 1 not in roles:
        return False
    return toks.lower[i - 1 : i] == ("the",) or (i + 1 in roles and (toks.joined(i) or toks.owns(i)))
