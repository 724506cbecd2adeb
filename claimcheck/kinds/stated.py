"""The words beside a role -> whose it is: "French", "head of the dockers' union", "UN humanitarian chief"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from claimcheck.kinds.passage import Passage
from claimcheck.lexicon import words as lexicon
from claimcheck.model import NameMention, Span
from claimcheck.read.page import listed_words
from claimcheck.read.roles import forms
from claimcheck.read.things import single

OF_STATE = frozenset({"country", "demonym", "capital"})
_BODIES = frozenset({"organisation", "outlet", "agency", "group", "place"})

SOME = 500
"""How many names of an article are looked through for a body's long name."""
Words = list[tuple[str, int, int]]


@cache
def rules() -> dict[str, frozenset[str]]:
    """Give the lists of roles and words about whose a role is."""
    return {key: frozenset(found) for key, found in lexicon("holders").items() if isinstance(found, list)}


def stated(passage: Passage, name: NameMention) -> str:
    """Give whose a person's role is where the words beside it say so, else ""."""
    if not name.role or name.role_span is None:
        return ""
    span = name.role_span
    inside = [n for n in passage.names_in(span) if n.kind in OF_STATE | _BODIES and not n.span.meets(name.span)]
    inside = [n for n in inside if passage.text[n.span.end : n.span.end + 1] != "-"]  # "US-backed"
    at, end = _own_words(passage, name, inside)
    left = [n for n in inside if n.span.end <= at]
    right = [n for n in inside if n.span.start >= end]
    if name.role in rules()["sent"]:
        return _last(left, OF_STATE) or _last(left, _BODIES) or _first(right, rules()["senders"])
    if name.role in rules()["kept"]:
        return _last(left, _BODIES - {"place"})
    return (
        _on_the_left(passage, name, left, at, _BODIES)
        or _on_the_right(passage, Span(end, span.end), right)
        or _on_the_left(passage, name, left, at, OF_STATE)
        or _behind_the_name(passage, name)
        or _unlisted(passage, name, Span(span.start, at))
    )


def destination(passage: Passage, name: NameMention) -> str:
    """Give where an envoy is sent: "the French ambassador to Niger"."""
    if name.role not in rules()["sent"] or name.role_span is None:
        return ""
    inside = [n for n in passage.names_in(name.role_span) if n.kind in OF_STATE | {"place"}]
    _, end = _own_words(passage, name, inside)
    return _first([n for n in inside if n.span.start >= end], OF_STATE | {"place"})


def _behind_the_name(passage: Passage, name: NameMention) -> str:
    """Read "Gov. Mike Pence of Indiana"."""
    at = name.span.end + len(" of ")
    if passage.text[name.span.end : at] != " of ":
        return ""
    return next((n.canonical for n in passage.names_in(Span(at, at + 1)) if n.kind != "person"), "")


def _own_words(passage: Passage, name: NameMention, inside: Sequence[NameMention]) -> tuple[int, int]:
    """Find the role's own words among those that say whose it is: "defence minister" in "Iraq's defence minister"."""
    assert name.role_span is not None
    words = passage.words_in(name.role_span)
    free = [w for w in words if not _covered(w[1], inside)]
    found = _form_at(free, name.role) or _form_at(words, name.role)
    return found or (name.role_span.start, name.role_span.start)


def _form_at(words: Words, role: str) -> tuple[int, int] | None:
    """Find the longest form of a role among some words."""
    plain = [word for word, _, _ in words]
    for form, parts in _longest_first(role):
        if parts[0] not in plain and form not in plain:
            continue
        for k, word in enumerate(plain):
            if word == form:
                return words[k][1], words[k][2]
            if plain[k : k + len(parts)] == parts:
                return words[k][1], words[k + len(parts) - 1][2]
    return None


@cache
def _longest_first(role: str) -> list[tuple[str, list[str]]]:
    """Give the forms of a role, each with its words."""
    found = sorted(forms(role), key=lambda form: (-len(form), form))
    return [(form, form.replace("-", " ").split()) for form in found]


def _covered(at: int, names: Iterable[NameMention]) -> bool:
    return any(name.span.start <= at < name.span.end for name in names)


def _last(names: Sequence[NameMention], kinds: Iterable[str]) -> str:
    return next((n.canonical for n in reversed(names) if n.kind in set(kinds)), "")


def _first(names: Sequence[NameMention], kinds: Iterable[str]) -> str:
    return next((n.canonical for n in names if n.kind in set(kinds)), "")


def _on_the_left(
    passage: Passage, name: NameMention, left: Sequence[NameMention], at: int, kinds: Iterable[str]
) -> str:
    """Read the name before the role; the words between narrow a head's field: "UN humanitarian chief"."""
    owner = next((n for n in reversed(left) if n.kind in set(kinds)), None)
    if owner is None:
        return ""
    if name.role not in rules()["narrow"]:
        return owner.canonical
    words = passage.words_in(Span(owner.span.end, at))
    between = [passage.text[start:end] for w, start, end in words if w not in _fillers() and w != "s"]
    return " ".join([owner.canonical, *between])


@cache
def _fillers() -> frozenset[str]:
    """Give the words that say when or how a role is held, not which it is."""
    table = lexicon("roles")["words"]
    return frozenset(table["former"] + table["acting"] + table["next"]) | rules()["fillers"] | rules()["determiners"]


def _on_the_right(passage: Passage, span: Span, right: Sequence[NameMention]) -> str:
    """Read what follows "of": a name, or a noun with all that narrows it: "the dockers' union"."""
    words = passage.words_in(span)
    if not words or words[0][0] not in rules()["links"]:
        return ""
    phrase: Words = []
    for word in words[1:]:
        if word[0] in rules()["ends"] and not _covered(word[1], right):
            break
        if phrase or word[0] not in rules()["determiners"]:
            phrase.append(word)
    if not phrase:
        return ""
    last = next((n for n in reversed(right) if n.span.start < phrase[-1][2]), None)
    rest = [w for w, start, _ in phrase if last is not None and start >= last.span.end]
    if last is not None and all(w in listed_words("extenders") or w == "s" for w in rest):
        return last.canonical
    return " ".join(passage.text[phrase[0][1] : phrase[-1][2]].replace("’", "'").split())


def _unlisted(passage: Passage, name: NameMention, span: Span) -> str:
    """Give the words right before a role that no list knows: "Troy Police Chief", "observatory director"."""
    words = [w for w in passage.text[span.start : span.end].split() if w.lower() not in _fillers()]
    if words:
        return " ".join(words).removesuffix("'s").removesuffix("’s")
    before = passage.text[max(0, span.start - 30) : span.start].rsplit(None, 1)[-1:]
    noun = before[0].removesuffix("s") if before and before[0].islower() else ""
    if noun not in single() or name.role in rules()["national"]:
        return ""  # "the network President Voda founded"
    bodies = {n.canonical for n in passage.names[:SOME] if noun.capitalize() in n.canonical.split()}
    return bodies.pop() if len(bodies) == 1 else noun
