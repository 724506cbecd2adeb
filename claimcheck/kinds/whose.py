"""A role beside a name -> whose role it is: the state, organisation or place, and whether it is still held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from claimcheck.kinds.passage import Passage
from claimcheck.kinds.stated import rules, stated
from claimcheck.lexicon import words as lexicon
from claimcheck.model import NameMention, Span
from claimcheck.read.spelling import same_name

_CLEAR = 0.6
"""The share of an article's mentions of states that one must have to be the state an office is of."""


class Offices:
    """What an article says of offices with their states, held by name or not: "the French president"."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._by_holder: dict[str, str] = {}
        self._by_role: dict[str, dict[str, set[str]]] = {}
        counts = Counter(n.canonical for n in passage.names if n.kind in ("country", "demonym"))
        self._states = counts
        for name in passage.names:
            owner = stated(self._passage, name)
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

    def owner(self, name: NameMention) -> str:
        """Give whose the role is, from the words beside it or else from the article; "" where neither says."""
        said = stated(self._passage, name)
        if said:
            return said
        if name.role in rules()["kept"]:
            return ""
        told = self._told_before(name)
        if told or name.role not in _national():
            return told
        known = self._by_holder.get(name.canonical, "")
        only = lexicon("holders")["only"].get(name.role, ())
        named = [state for state in only if state in self._states] or list(only)
        if known or len(named) == 1:
            return known or str(named[0])
        held = not former(self._passage.text, name.role_span or name.span)
        if not held:
            return ""
        states = [o for o in self._by_role.get(name.role, {}) if not self._others(name.role, o, name.canonical)]
        found = states[0] if len(states) == 1 else self._around(only)
        return "" if self._others(name.role, found, name.canonical) else found

    def _told_before(self, name: NameMention) -> str:
        """Give the state that "its" or "the country's" stands for before a role: the last of the sentence so far."""
        at = (name.role_span or name.span).start
        words = self._passage.text[max(0, at - 24) : at].lower().replace("’", "'").split()
        sentence = self._passage.sentence_at(at)
        if sentence is None or not (words[-1:] == ["its"] or words[-2:] == ["the", "country's"]):
            return ""
        before = self._passage.names_in(Span(sentence.span.start, at))
        return next((n.canonical for n in reversed(before) if n.kind in ("country", "demonym")), "")

    def _around(self, only: Sequence[str]) -> str:
        """Give the state that the article is about, if one is clearly more spoken of than all others."""
        counts = Counter({s: n for s, n in self._states.items() if not only or s in only})
        if not counts:
            return ""
        state, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
        return state if count >= 2 and count >= _CLEAR * sum(counts.values()) else ""


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
