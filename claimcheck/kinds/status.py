"""Statuses: in what state somebody or something is, by the frames of the word list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from claimcheck.kinds.frames import Frame, Trigger, matches
from claimcheck.kinds.passage import Passage
from claimcheck.lexicon import words as lexicon
from claimcheck.model import Claim, NameMention, Part, Sentence, Span, State, Topic
from claimcheck.read.factuality import factuality
from claimcheck.read.words import root

PRONOUNS = frozenset({"him", "her", "he", "she"})
OWN = frozenset({"its", "our", "their", "his", "the"})
BE = frozenset({"was", "were", "is", "are", "been", "be", "being"})
SUBJECT = 4
"""How many words nearer a subject must stand than an object to be taken as the holder."""
BACK = 3
"""Sentences back in which a pronoun or "the diplomat" finds whom it means."""

Word = tuple[str, int, int]


@cache
def _person_nouns() -> frozenset[str]:
    return frozenset(lexicon("person_nouns")["nouns"])


@dataclass
class Memory:
    """What the article has told so far: whose envoy was last spoken of, and who the last person was."""

    owner: str = ""
    envoy_at: int = -9
    person: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A state found in a sentence: trigger, its words, and the holder's."""

    trigger: Trigger
    first: int
    last: int
    holder: int


def extract(passage: Passage) -> Iterator[Claim | None]:
    """Find the states that an article tells."""
    memory = Memory()
    envoys = {n.canonical for n in passage.names if n.kind == "person" and n.role in ("ambassador", "envoy", "consul")}
    for sentence in passage.sentences:
        if sentence.part in (Part.FURNITURE, Part.CREDIT):
            continue
        words = passage.words_in(sentence.span)
        stems = [root(w) for w, _, _ in words]
        told: dict[str, str] = {}
        for found in _found(passage, sentence, words, stems, memory, envoys):
            claim = _claim(passage, sentence, words, stems, found, memory)
            if claim is not None and _fits(claim, found.trigger.frame, told):
                yield claim
        _remember(passage, sentence, stems, memory, envoys)


def _fits(claim: Claim, frame: Frame, told: dict[str, str]) -> bool:
    """Whether a sentence can tell this state beside what it told before: of two that exclude each other the first holds."""
    assert isinstance(claim.value, State)
    state = claim.value.state
    if claim.factuality.tense == "demanded":
        return True
    return told.setdefault(frame.name, state) == state or frozenset((told[frame.name], state)) in frame.together


def _found(
    passage: Passage, sentence: Sentence, words: Sequence[Word], stems: Sequence[str], memory: Memory, envoys: set[str]
) -> Iterator[Found]:
    """Give the states of a sentence: for each state word the frame whose holder stands nearest."""
    taken = -1
    for at in range(len(stems)):
        if at <= taken:
            continue
        best: tuple[tuple[int, int, str], Found] | None = None
        if at and words[at - 1][0].endswith(("'s", "’s")) and passage.text[words[at][1]].islower() and not words[at][0].endswith("ed"):
            continue
        for trigger in matches(stems, at):
            last = at + len(trigger.stems) - 1
            holder = _holder(passage, sentence, trigger.frame, words, stems, at, last, memory, envoys, len(trigger.stems) > 1)
            if holder is None:
                continue
            gap = min(abs(holder - at), abs(holder - last))
            if holder < at and not (at and words[at - 1][0] in BE):
                gap += SUBJECT
            rank = (-len(trigger.stems) if len(trigger.stems) > 1 else 0, gap, trigger.frame.name)
            if best is None or rank < best[0]:
                best = rank, Found(trigger, at, last, holder)
        if best is not None:
            taken = best[1].last
            yield best[1]


def _holder(
    passage: Passage,
    sentence: Sentence,
    frame: Frame,
    words: Sequence[Word],
    stems: Sequence[str],
    first: int,
    last: int,
    memory: Memory,
    envoys: set[str],
    phrase: bool,
) -> int | None:
    """Give the place of the holder nearest to a state word; the state word itself where the frame needs none."""
    if frame.holders:
        near = [
            i
            for i in range(max(0, first - frame.reach), min(len(stems), last + frame.reach + 1))
            if (phrase or not first <= i <= last)
            and (stems[i] in frame.holders or " ".join(stems[i : i + 2]) in frame.holders)
            and not (frame.subject == "owner" and frame.name != "troops" and words[i][0].endswith("s"))
        ]
        if not near and frame.subject == "owner":
            near = _standing_for(passage, words, first, last, frame, memory, envoys, sentence)
        return min(near, key=lambda i: (min(abs(i - first), abs(i - last)), i), default=None)
    if frame.subject == "person":
        return first if _person(passage, words, stems, first, last, frame.reach, memory) else None
    return first if phrase or len(stems[first]) > 5 else None


def _standing_for(
    passage: Passage, words: Sequence[Word], first: int, last: int, frame: Frame, memory: Memory, envoys: set[str], sentence: Sentence
) -> list[int]:
    """Find an envoy's name, or a pronoun for the envoy last spoken of: "told Itte to leave", "to kick him out"."""
    near = []
    for i in range(max(0, first - frame.reach), min(len(words), last + frame.reach + 1)):
        word, start, end = words[i]
        if word in PRONOUNS and frame.name == "envoy_expulsion" and sentence.index - memory.envoy_at <= BACK:
            near.append(i)
        elif any(n.canonical in envoys for n in passage.names_in(Span(start, end))):
            near.append(i)
    return near


def _person(
    passage: Passage, words: Sequence[Word], stems: Sequence[str], first: int, last: int, reach: int, memory: Memory
) -> str:
    """Give the person nearest to a state word: a name, one person's noun, or who speaks of himself."""
    low, high = max(0, first - reach), min(len(words), last + reach + 1)
    names = [n for n in passage.names_in(Span(words[low][1], words[high - 1][2])) if n.kind == "person"]
    at = words[first][1]
    if names:
        return min(names, key=lambda n: (min(abs(n.span.end - at), abs(n.span.start - at)), n.span.start)).canonical
    nouns = [i for i in range(low, high) if words[i][0] in _person_nouns() and not first <= i <= last]
    if nouns:
        return words[min(nouns, key=lambda i: (abs(i - first), i))][0]
    if any(w == "i" for w, _, _ in words[low:high]):
        return passage.source_of(Span(words[first][1], words[last][2]))[0] or memory.person
    return ""


def _claim(
    passage: Passage, sentence: Sentence, words: Sequence[Word], stems: Sequence[str], found: Found, memory: Memory
) -> Claim | None:
    """Put a state in canonical form; a negation turns it, where the frame says into what."""
    frame, state = found.trigger.frame, found.trigger.state
    trigger = Span(words[found.first][1], words[found.last][2])
    facts = factuality(passage.text, sentence.span, trigger)
    turned = frame.turn(state) if facts.polarity == "-" else ""
    if turned:
        state, facts = turned, type(facts)(facts.certainty, "+", facts.tense)
    low, high = min(found.first, found.holder), max(found.last, found.holder)
    span = Span(words[low][1], words[high][2])
    subject = _subject(passage, sentence, words, stems, found, memory)
    place = _partner(passage, sentence, span) if frame.subject == "agent" else ""
    return passage.claim("status", span, Topic(frame.name, subject, place), State(frame.name, state), head=stems[found.holder], family="state", facts=facts)


def _subject(
    passage: Passage, sentence: Sentence, words: Sequence[Word], stems: Sequence[str], found: Found, memory: Memory
) -> str:
    """Give whose state it is, as the frame wants it."""
    frame = found.trigger.frame
    if frame.subject == "owner":
        return _owner(passage, sentence, words, found, memory)
    if frame.subject == "agent":
        return _agent(passage, sentence, words[found.first][1])
    if frame.subject == "person":
        return _person(passage, words, stems, found.first, found.last, frame.reach + 2, memory)
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
        if name.kind == "demonym" and len(between) <= 1 or name.kind == "country" and _possessive(passage, name) and len(between) <= 2:
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
    countries = [c.canonical for n in held for c in passage.names_in(n.role_span or n.span) if c.kind in ("country", "demonym")]
    return countries[0] if countries else _country_of_claims(passage, source)


def _country_of_claims(passage: Passage, source: str) -> str:
    """Give the country whose role a person holds beside a name that the text proves: "France … Macron"."""
    for name in passage.names:
        if name.canonical == source and name.country:
            return next((n.canonical for n in passage.names if n.country == name.country and n.kind in ("country", "demonym")), "")
    return ""


def _partner(passage: Passage, sentence: Sentence, span: Span) -> str:
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
    return passage.text[name.span.end - 2 : name.span.end + 2].count("'s") + passage.text[name.span.end - 2 : name.span.end + 2].count("’s") > 0


def _short_possessive(passage: Passage, words: Sequence[Word], holder: int) -> bool:
    """Whether the holder is "the country's"."""
    return holder > 0 and words[holder - 1][0] in ("country's", "country’s", "countrys")


def _subject_country(passage: Passage, sentence: Sentence, names: Sequence[NameMention], at: int) -> str:
    """Give the first country named in front of a place in the sentence."""
    return next((n.canonical for n in names if n.span.start < at and n.kind != "capital"), "")


def _remember(passage: Passage, sentence: Sentence, stems: Sequence[str], memory: Memory, envoys: set[str]) -> None:
    """Keep whose envoy and which person was last spoken of."""
    names = passage.names_in(sentence.span)
    words = passage.words_in(sentence.span)
    for i, (word, start, _) in enumerate(words):
        if root(word) in ("ambassador", "envoy", "diplomat") and i:
            demonym = [n for n in names if n.kind in ("demonym", "country") and 0 <= start - n.span.end <= 3]
            if demonym:
                memory.owner = demonym[-1].canonical
            memory.envoy_at = sentence.index
    people = [n for n in names if n.kind == "person"]
    if people:
        memory.person = people[-1].canonical
        if any(n.canonical in envoys for n in people):
            memory.envoy_at = sentence.index
