"""Whose state it is: the country of an envoy, the person, the thing, the place, the party that acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claimcheck.immutable import record
from claimcheck.kinds.frames import Trigger
from claimcheck.kinds.passage import Passage
from claimcheck.lexicon import words as lexicon
from claimcheck.model import NameMention, Sentence, Span

Word = tuple[str, int, int]
ACTIVE = frozenset(lexicon("person_nouns")["acting"])
PASSIVE = frozenset({"was", "were", "is", "are", "been", "be", "being", "who", "had", "has"})
DETERMINERS = frozenset({"a", "an", "the", "his", "her", "their", "its", "our", "my"})
"""Words that begin the object of a verb."""
OWN = frozenset({"its", "our", "their", "his", "the"})


@cache
def _person_nouns() -> frozenset[str]:
    return frozenset(lexicon("person_nouns")["nouns"])


@dataclass
class Memory:
    """What the article has told so far: whose envoy was last spoken of, and who the last person was."""

    owner: str = ""
    envoy_at: int = -9
    person: str = ""


@record
class Found:
    """A state found in a sentence: trigger, its words, and the holder's."""

    trigger: Trigger
    first: int
    last: int
    holder: int


def person(
    passage: Passage, words: Sequence[Word], stems: Sequence[str], first: int, last: int, reach: int, memory: Memory
) -> str:
    """Give the person nearest to a state word: a name, one person's noun, or who speaks of himself.

    Of an active verb it is the one behind it: "the gunman killed a guard", "police arrested Ann Lee".
    """
    if _counted(passage, words, first):
        return ""
    low, high = max(0, first - reach), min(len(words), last + reach + 1)
    speaker = _speaker(passage, words, low, high, first)
    if _active(words, first, last):
        if _counts(passage, words, last):
            return ""
        behind = _nearest(passage, words, last + 1, high, first, speaker)
        if behind or words[last + 1][0] in DETERMINERS:
            return behind
    found = _nearest(passage, words, low, high, first, speaker)
    if found:
        return found
    if any(w == "i" for w, _, _ in words[low:high]):
        return passage.source_of(Span(words[first][1], words[last][2]))[0] or memory.person
    return ""


def _speaker(passage: Passage, words: Sequence[Word], low: int, high: int, first: int) -> Span | None:
    """Give the words of who says it, unless a pronoun may stand for the speaker: what he tells is of others."""
    said = passage.attribution_of(Span(words[first][1], words[first][2]))
    pronoun = any(w in ("he", "she", "i", "him", "her") for w, _, _ in words[low:high])
    return said.source if said is not None and not pronoun else None


def _counts(passage: Passage, words: Sequence[Word], last: int) -> bool:
    """Whether a number follows the verb: what it befalls is counted and nobody named, "killed 22 people"."""
    behind = words[last + 1 : last + 2]
    return bool(behind) and bool(passage.quantities_in(Span(behind[0][1], behind[0][2])))


def _counted(passage: Passage, words: Sequence[Word], first: int) -> bool:
    """Whether what a verb tells of is counted and nobody named: "14 marines died", "22 people were killed"."""
    i = first - 1
    while i > max(0, first - 4) and words[i][0] in PASSIVE:
        i -= 1
    if i < 0:
        return False
    near = passage.quantities_in(Span(words[max(0, i - 6)][1], words[i][2]))
    return any(q.kind == "count" and q.number != 1 and q.span.start <= words[i][1] < q.span.end for q in near)


def _active(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a verb acts on what follows: no form of "be" in front of it and no "by" behind."""
    if words[first][0] not in ACTIVE:
        return False
    before = {w for w, _, _ in words[max(0, first - 3) : first]}
    following = words[last + 1][0] if last + 1 < len(words) else ""
    return not before & PASSIVE and following not in ("by", "in", "on", "at", "after", "")


def _nearest(passage: Passage, words: Sequence[Word], low: int, high: int, first: int, speaker: Span | None) -> str:
    """Give the name, or else the person's noun, that stands nearest to a state word within some words."""
    if low >= high:
        return ""
    at = words[first][1]
    names = [
        n
        for n in passage.names_in(Span(words[low][1], words[high - 1][2]))
        if n.kind == "person" and not (speaker and speaker.meets(n.span))
    ]
    if names:
        return min(names, key=lambda n: (min(abs(n.span.end - at), abs(n.span.start - at)), n.span.start)).canonical
    nouns = [
        i
        for i in range(low, high)
        if words[i][0] in _person_nouns() and i != first and not (speaker and speaker.holds(Span(*words[i][1:])))
    ]
    return words[min(nouns, key=lambda i: (abs(i - first), i))][0] if nouns else ""


def subject(
    passage: Passage, sentence: Sentence, words: Sequence[Word], stems: Sequence[str], found: Found, memory: Memory
) -> str:
    """Give whose state it is, as the frame wants it."""
    frame = found.trigger.frame
    if frame.subject == "owner":
        return _owner(passage, sentence, words, found, memory)
    if frame.subject == "agent":
        return _agent(passage, sentence, words[found.first][1])
    if frame.subject == "person":
        return person(passage, words, stems, found.first, found.last, frame.reach + 2, memory)
    if frame.subject == "thing":
        return stems[found.holder]
    if frame.subject == "place":
        places = passage.places_in(sentence.span, words[found.first][1])
        return places[0] if places else ""
    return ""


def _owner(passage: Passage, sentence: Sentence, words: Sequence[Word], found: Found, memory: Memory) -> str:
    """Give the country whose envoy or troops are told of: "French", "France's", "its", else the one last told of."""
    holder_at = words[found.holder][1]
    names = [n for n in passage.names_in(sentence.span) if n.kind in ("country", "demonym", "capital")]
    for name in reversed([n for n in names if n.span.end <= holder_at]):
        between = [w for w, s, _ in words if name.span.end <= s < holder_at]
        if (name.kind == "demonym" and len(between) <= 1) or (
            name.kind == "country" and _possessive(passage, name) and len(between) <= 2
        ):
            return name.canonical
    before = words[found.holder - 1][0] if found.holder else ""
    if before in OWN or _short_possessive(passage, words, found.holder):
        subject = _subject_country(passage, sentence, names, min(holder_at, words[found.first][1]))
        if subject and before != "the":
            return subject
    return memory.owner or _subject_country(passage, sentence, names, holder_at)


def _agent(passage: Passage, sentence: Sentence, at: int) -> str:
    """Give the country that acts: the first one named in front of the verb, or that of the person who speaks."""
    names = [n for n in passage.names_in(sentence.span) if n.kind in ("country", "demonym")]
    found = _subject_country(passage, sentence, names, at)
    if found:
        return found
    source = passage.source_of(Span(at, at + 1))[0]
    held = [n for n in passage.names if n.canonical == source and n.role]
    countries = [
        c.canonical for n in held for c in passage.names_in(n.role_span or n.span) if c.kind in ("country", "demonym")
    ]
    return countries[0] if countries else _country_of_claims(passage, source)


def _country_of_claims(passage: Passage, source: str) -> str:
    """Give the country whose role a person holds beside a name that the text proves: "France … Macron"."""
    for name in passage.names:
        if name.canonical == source and name.country:
            return next(
                (n.canonical for n in passage.names if n.country == name.country and n.kind in ("country", "demonym")),
                "",
            )
    return ""


def partner(passage: Passage, sentence: Sentence, span: Span) -> str:
    """Give the other party: the country behind "with"."""
    for name in passage.names_in(Span(span.start, min(sentence.span.end, span.end + 90))):
        if name.kind not in ("country", "capital", "demonym") or name.span.start < span.start:
            continue
        between = [w for w, _, _ in passage.words_in(Span(span.start, name.span.start))]
        if "with" in between[-8:]:
            return name.canonical
    return ""


def _possessive(passage: Passage, name: NameMention) -> bool:
    """Whether a name stands in the genitive."""
    return (
        passage.text[name.span.end - 2 : name.span.end + 2].count("'s")
        + passage.text[name.span.end - 2 : name.span.end + 2].count("’s")
        > 0
    )


def _short_possessive(passage: Passage, words: Sequence[Word], holder: int) -> bool:
    """Whether the holder is "the country's"."""
    return holder > 0 and words[holder - 1][0] in ("country's", "country’s", "countrys")


def _subject_country(passage: Passage, sentence: Sentence, names: Sequence[NameMention], at: int) -> str:
    """Give the first country named in front of a place in the sentence."""
    return next((n.canonical for n in names if n.span.start < at and n.kind != "capital"), "")
