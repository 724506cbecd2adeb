"""Words -> named places and organisations that a noun beside them proves: "Stadiou Street", "the village of Haas"."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from claimcheck.immutable import record
from claimcheck.lexicon import words as lexicon
from claimcheck.read.page import Page, listed_words, read_name, starts_name
from claimcheck.read.tokens import Tokens, begins_sentence, capital, compound, title_case


@record
class Thing:
    """Words first to last (exclusive) name a place or an organisation of a sort: bank, street, village."""

    first: int
    last: int
    name: str
    kind: str
    sort: str


@record
class Noun:
    """A noun that proves names: "avenue" is a place of the sort "street"."""

    words: tuple[str, ...]
    kind: str
    sort: str


@cache
def nouns() -> dict[str, tuple[Noun, ...]]:
    """Sort the nouns by their first word, the longest first."""
    found: dict[str, list[Noun]] = defaultdict(list)
    table = lexicon("things")
    for kind in ("place", "organisation"):
        for sort, forms in table[kind].items():
            for form in (sort, *forms):
                found[form.split()[0]].append(Noun(tuple(form.split()), kind, sort))
    return {first: tuple(sorted(rows, key=lambda n: -len(n.words))) for first, rows in found.items()}


@cache
def single() -> frozenset[str]:
    """Give the nouns of one word."""
    return frozenset(noun.words[0] for rows in nouns().values() for noun in rows if len(noun.words) == 1)


@cache
def rule(name: str) -> frozenset[str]:
    """Give a list of words of the rules below."""
    return frozenset(lexicon("things")["rules"][name])


def by_noun(page: Page, taken: set[int]) -> list[Thing]:
    """Find what a noun beside it proves: "Marfin bank", "University of Aleppo", "Swiss firm Chopard"."""
    toks, known = page.toks, nouns()
    found: list[Thing] = []
    for i, word in enumerate(toks.lower):
        if word in known:
            found += _at_noun(page, i, taken)
    return found


def _at_noun(page: Page, i: int, taken: set[int]) -> list[Thing]:
    toks = page.toks
    noun = next((n for n in nouns()[toks.lower[i]] if toks.lower[i : i + len(n.words)] == n.words), None)
    if noun is None:
        return []
    found: list[Thing] = []
    end = i + len(noun.words)
    for thing in (_compound(page, i, end, noun, taken), _behind(page, i, end, noun, taken)):
        if thing is not None:
            found.append(thing)
    return found


def _compound(page: Page, i: int, end: int, noun: Noun, taken: set[int]) -> Thing | None:
    """Read the name before a noun: "Marfin bank", "Damascus University", "Harry Winston jewellery store"."""
    toks, last = page.toks, i
    upper = toks.words[i][0].isupper()
    first = _run_back(page, last - 1, taken, upper)
    run = range(first, last)
    if not run or title_case(toks, i):
        return None
    if all(toks.lower[k] in rule("plain") for k in run) and (not upper or len(run) < 2):
        return None
    if not upper and (
        not _proper(page, first, last)
        or toks.lower[i] in rule("never_last")
        or " ".join(noun.words) in rule("never_lower")
    ):
        return None
    if upper and (further := _run_on(page, end)) > end:
        # "New Bedford District Court" is a court, "Tampa Bay Times" is no bay
        after = toks.lower[further - 1]
        noun = next((n for n in nouns().get(after, ()) if len(n.words) == 1), Noun((after,), "organisation", ""))
        last, end = further - 1, further
    return Thing(first, end, _name(page, first, last, end, noun), noun.kind, noun.sort)


def _proper(page: Page, first: int, last: int) -> bool:
    """Whether the run before a lower-case noun is a name of its own, not "French company" or "Police station"."""
    toks = page.toks
    if all(k in page.names or toks.lower[k] in rule("plain") for k in range(first, last)):
        return False
    if toks.lower[first] in rule("plain") or all(toks.lower[k] in single() for k in range(first, last)):
        return False
    return not begins_sentence(toks, first) or last - first > 1


def _run_back(page: Page, i: int, taken: set[int], upper: bool) -> int:
    """Give the first word of the capitalised run that ends with word i, before a noun in capitals or not."""
    toks, first = page.toks, i + 1
    for _ in range(6):
        if i < 0:
            break
        word = toks.lower[i]
        if not toks.joined(i) or i in taken or not (capital(toks.words[i]) or word in ("al", "el", "de", "du")):
            break
        if compound(toks.words[i]):
            break
        if not upper and word in listed_words("adjectives"):
            break
        if word in listed_words("stops") or (i in page.roles and page.roles[i].rank != "rank"):
            break
        first, i = i, i - 1
    return first


def _run_on(page: Page, end: int) -> int:
    """Read on over "for Human Rights", "of Defence" behind a capitalised noun."""
    toks, linked, limit = page.toks, False, end + 12
    while end < min(limit, len(toks.words)) and toks.joined(end - 1):
        free = end not in page.roles and toks.lower[end] not in listed_words("stops")
        if (
            free
            and capital(toks.words[end])
            and (linked or toks.lower[end] in single() or toks.lower[end] in listed_words("heads"))
        ):
            end += 1
        elif (
            (toks.lower[end] in ("of", "for") or (toks.lower[end] == "and" and linked) or _field(toks, end))
            and toks.joined(end)
            and (toks.lower[end] != "and" or end + 1 not in page.names)
            and capital(toks.words[end + 1] if end + 1 < len(toks.words) else "a")
            and toks.lower[end + 1] not in listed_words("stops")
            and end + 1 not in page.roles
        ):
            end, linked = end + 2, True
        else:
            break
    return end


def _field(toks: Tokens, end: int) -> bool:
    """Whether "on" goes on with a body's name: "Council on Foreign Relations", not "University on Long Island"."""
    return toks.lower[end] == "on" and toks.lower[end - 1] in rule("on")


def _name(page: Page, first: int, last: int, end: int, noun: Noun) -> str:
    """Name a thing: "Stadiou Street", "Marfin Bank", but "Hormozgan" for Hormozgan province."""
    toks = page.toks
    if noun.sort in rule("drop"):
        item = page.names.get(first)
        if item is not None and item.last == last:
            return item.entry.canonical
        end = last
    words = toks.words[first:end]
    return " ".join(
        word if k < last - first or not word.islower() or len(word) < 4 else word.capitalize()
        for k, word in enumerate(words)
    )


def _behind(page: Page, i: int, end: int, noun: Noun, taken: set[int]) -> Thing | None:
    """Read the name behind a noun: "Swiss firm Chopard", "Rue de Rivoli", "University of Aleppo"."""
    toks = page.toks
    if end >= len(toks.words) or not toks.joined(end - 1):
        return None
    upper = toks.words[i][0].isupper()
    form = " ".join(noun.words)
    if upper and toks.lower[end] in ("of", "for") and noun.kind == "organisation" and not title_case(toks, i):
        last = _run_on(page, end)
        return Thing(i, last, " ".join(toks.words[i:last]), noun.kind, noun.sort) if last > end else None
    if upper and form in rule("front") and end not in taken:
        last = read_run(page, end)
        first = i - 1 if i and toks.joined(i - 1) and toks.words[i - 1][0].isupper() and form == "hotel" else i
        return Thing(first, last, " ".join(toks.words[first:last]), noun.kind, noun.sort) if last > end else None
    if toks.lower[end] in rule("plain"):
        return None
    if not upper and form in rule("before") and end not in taken and not title_case(toks, i):
        last = read_run(page, end)
        if last > end:
            return Thing(end, last, " ".join(toks.words[end:last]), noun.kind, noun.sort)
    return None


def read_run(page: Page, i: int) -> int:
    """Give the word after a capitalised name of any sort that begins at word i; i where none does."""
    if i in page.names:
        return i
    last = read_name(page, i)
    if last == i and starts_name(page, i):
        last = i + 1
    return last
