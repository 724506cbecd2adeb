"""A role beside a name -> whose role it is: the state, organisation or place, and whether it is still held."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from claimcheck.kinds.passage import Passage
from claimcheck.lexicon import words as lexicon
from claimcheck.model import NameMention, Span
from claimcheck.read.roles import forms
from claimcheck.read.spelling import same_name
from claimcheck.read.things import single

_OF_STATE = frozenset({"country", "demonym", "capital"})
_OWNERS = frozenset({"country", "demonym", "capital", "place", "organisation", "outlet", "agency", "group"})
_OF = re.compile(r"\b(?:of|for|at)\s")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*+")
_CLEAR = 0.6
"""The share of an article's mentions of states that one must have to be the state an office is of."""


@cache
def _rules() -> dict[str, frozenset[str]]:
    return {key: frozenset(found) for key, found in lexicon("holders").items() if isinstance(found, list)}


class Offices:
    """What an article says of offices with their states, held by name or not: "the French president"."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._by_holder: dict[str, str] = {}
        self._by_role: dict[str, dict[str, set[str]]] = {}
        counts = Counter(n.canonical for n in passage.names if n.kind in ("country", "demonym"))
        self._states = counts
        for name in passage.names:
            owner = self._stated(name)
            if owner in counts:
                self._by_holder.setdefault(name.canonical, owner)
                if not former(passage.text, name.role_span or name.span):
                    self._note(name.role, owner, name.canonical)
        self._unnamed()

    def _note(self, role: str, owner: str, holder: str) -> None:
        """Note that a state has somebody in an office; by name, or "" for "the French president"."""
        self._by_role.setdefault(role, {}).setdefault(owner, set()).add(holder)

    def _others(self, role: str, owner: str, holder: str) -> bool:
        """Whether the article gives the office to another: "President Obama" beside "Russian President Putin"."""
        return any(name and not same_name(name, holder) for name in self._by_role.get(role, {}).get(owner, ()))

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
                        self._note(_offices()[role], name.canonical, "")
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
        if name.role in _rules()["kept"]:
            return _last(left, bodies - {"place"})
        noun, first = _noun(self._passage.text, name.role_span, role_at, right)
        return (
            _last(left, bodies)
            or _first(right, bodies - {"place"})
            or _last(left, _OF_STATE)
            or (first and _first(right, _OWNERS))
            or noun
            or _first(right, _OWNERS)
            or self._before(name)
        )

    def _before(self, name: NameMention) -> str:
        """Give the words right before a role that no list knows: "Troy Police Chief", "observatory director"."""
        text, span = self._passage.text, name.role_span or name.span
        low = text[span.start : span.end].lower().replace(". ", " ").rstrip(".")
        form = max((form for form in forms(name.role) if form in low), key=len, default="")
        words = text[span.start : span.start + low.find(form)].split() if form else []
        if words:
            return " ".join(words)
        before = text[max(0, span.start - 30) : span.start].rsplit(None, 1)[-1:] if span.start else []
        noun = before[0].removesuffix("s") if before and before[0].islower() else ""
        if noun not in single():
            return ""
        bodies = {n.canonical for n in self._passage.names if noun.capitalize() in n.canonical.split()}
        return bodies.pop() if len(bodies) == 1 else noun

    def owner(self, name: NameMention) -> str:
        """Give whose the role is, from the words beside it or else from the article; "" where neither says."""
        stated = self._stated(name)
        if stated:
            return stated
        if name.role in _rules()["kept"]:
            return ""
        if name.role not in _national():
            return ""
        known = self._by_holder.get(name.canonical, "")
        only = lexicon("holders")["only"].get(name.role, ())
        if known or len(only) == 1:
            return known or str(only[0])
        held = not former(self._passage.text, name.role_span or name.span)
        if not held:
            return ""
        states = [o for o in self._by_role.get(name.role, {}) if not self._others(name.role, o, name.canonical)]
        found = states[0] if len(states) == 1 else self._around(only)
        return "" if self._others(name.role, found, name.canonical) else found

    def _around(self, only: Sequence[str]) -> str:
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


def _noun(text: str, span: Span, role_at: int, right: Sequence[NameMention]) -> tuple[str, bool]:
    """Give the common noun whose the role is, and whether a name stands first: "head of the union", "of Qeshm"."""
    mark = _OF.search(text, role_at, span.end)
    if mark is not None and text[mark.end() :].startswith("staff"):
        mark = _OF.search(text, mark.end(), span.end)
    if mark is None:
        return "", False
    first = last = 0
    for word in _WORD.finditer(text, mark.end(), span.end):
        low = word[0].lower()
        if low in _rules()["ends"]:
            break
        if low not in _rules()["determiners"]:
            if not last and any(n.span.start <= word.start() < n.span.end for n in right):
                return "", True
            first, last = first or word.start(), word.end()
    return " ".join(text[first:last].lower().replace("’", "'").split()[:6]), False


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
