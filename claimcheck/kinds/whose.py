"""A role beside a name -> whose role it is: the state, organisation or place, and whether it is still held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from claimcheck.kinds.passage import Passage
from claimcheck.lexicon import words as lexicon
from claimcheck.model import NameMention, Span

_OF_STATE = frozenset({"country", "demonym", "capital"})
_OWNERS = frozenset({"country", "demonym", "capital", "place", "organisation", "outlet", "agency", "group"})
_CLEAR = 0.6
"""The share of an article's mentions of states that one must have to be the state an office is of."""


@cache
def _rules() -> dict[str, frozenset[str]]:
    return {key: frozenset(found) for key, found in lexicon("holders").items() if isinstance(found, list)}


class Offices:
    """What an article says of offices with their states, held by name or not: "the French president"."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._by_holder: dict[tuple[str, str], str] = {}
        self._by_role: dict[str, set[str]] = {}
        for name in passage.names:
            owner = self._stated(name)
            if owner:
                self._by_holder.setdefault((name.canonical, name.role), owner)
                self._by_role.setdefault(name.role, set()).add(owner)
        self._unnamed()
        self._states = Counter(n.canonical for n in passage.names if n.kind in ("country", "demonym"))

    def _unnamed(self) -> None:
        """Note "the French president" and "Syria's interior minister" where no name follows."""
        text = self._passage.text
        for name in self._passage.names:
            if name.kind in ("country", "demonym"):
                words = [
                    w for w, _, _ in self._passage.words_in(Span(name.span.end, min(len(text), name.span.end + 40)))
                ]
                for size in (2, 1):
                    role = " ".join(w for w in words[:size])
                    if role in _offices():
                        self._by_role.setdefault(_offices()[role], set()).add(name.canonical)
                        break

    def _stated(self, name: NameMention) -> str:
        """Give whose role it is where the words beside it say so."""
        if not name.role or name.role_span is None:
            return ""
        inside = [
            n for n in self._passage.names_in(name.role_span) if n.kind in _OWNERS and not n.span.meets(name.span)
        ]
        role_at = _role_word(self._passage.text, name.role_span, inside)
        left = [n for n in inside if n.span.end <= role_at]
        right = [n for n in inside if n.span.start > role_at]
        if name.role in _rules()["sent"]:
            return _last(left, _OF_STATE) or _last(left, _OWNERS) or _first(right, _rules()["senders"])
        bodies = _OWNERS - _OF_STATE
        return (
            _last(left, bodies)
            or _first(right, bodies - {"place"})
            or _last(left, _OF_STATE)
            or _first(right, _OWNERS)
            or _noun(self._passage.text, name.role_span, role_at)
        )

    def owner(self, name: NameMention) -> str:
        """Give whose the role is, from the words beside it or else from the article; "" where neither says."""
        stated = self._stated(name)
        if stated:
            return stated
        if name.role in _rules()["kept"]:
            return ""
        known = self._by_holder.get((name.canonical, name.role), "")
        if known:
            return known
        only = lexicon("holders")["only"].get(name.role, ())
        if len(only) == 1:
            return str(only[0])
        states = self._by_role.get(name.role, set())
        if len(states) == 1:
            return next(iter(states))
        return self._around(name, only) if name.role in _national() else ""

    def _around(self, name: NameMention, only: Sequence[str]) -> str:
        """Give the state that the article is about, if one is clearly more spoken of than all others."""
        counts = Counter({s: n for s, n in self._states.items() if not only or s in only})
        if not counts:
            return ""
        state, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
        return state if count >= 2 and count >= _CLEAR * sum(counts.values()) else ""


def _last(names: Sequence[NameMention], kinds: Iterable[str]) -> str:
    return next((n.canonical for n in reversed(names) if n.kind in set(kinds)), "")


def _first(names: Sequence[NameMention], kinds: Iterable[str]) -> str:
    return next((n.canonical for n in names if n.kind in set(kinds)), "")


def _role_word(text: str, span: Span, inside: Sequence[NameMention]) -> int:
    """Give where the role's own words begin: the first lower-case or title word that no name covers."""
    at = span.start
    for name in inside:
        if text[at : name.span.start].strip(" '’s\n"):
            break
        at = max(at, name.span.end)
    return at


def _noun(text: str, span: Span, role_at: int) -> str:
    """Give the common noun whose the role is: "head of the union", "airport chief"."""
    words = text[role_at : span.end].split()
    for k, word in enumerate(words):
        if word in ("of", "for", "at") and k > 0:
            rest = [w.strip(",.;\"'“”’").lower() for w in words[k + 1 : k + 7]]
            kept = []
            for w in rest:
                if w in _rules()["ends"]:
                    break
                if w and w not in _rules()["determiners"]:
                    kept.append(w)
            return " ".join(kept[:4])
    return ""


@cache
def _offices() -> dict[str, str]:
    table = lexicon("roles")["office"]
    return {form: name for name, forms in table.items() for form in (name, *forms)}


@cache
def _national() -> frozenset[str]:
    return frozenset(lexicon("holders")["national"])


def former(text: str, span: Span) -> str:
    """Give "former", "acting" or "" by the words before and in a role: "ousted president", "interim leader"."""
    words = lexicon("roles")["words"]
    before = text[max(0, span.start - 40) : span.start].lower().replace("’s", " ").replace("'s", " ").split()[-2:]
    near = [*before, *text[span.start : span.end].lower().replace("-", " ").split()]
    for scope in ("former", "acting"):
        if any(word.strip(",.()") in words[scope] for word in near):
            return scope
    return ""
