"""Statuses: in what state somebody or something is, by the frames of the word list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from claimcheck.kinds.frames import Frame, matches, triggers
from claimcheck.kinds.holders import Found, Memory, Word, partner, person, subject
from claimcheck.kinds.passage import Passage
from claimcheck.lexicon import words as lexicon
from claimcheck.model import Claim, Part, Sentence, Span, State, Topic
from claimcheck.read.factuality import factuality
from claimcheck.read.words import plain, root

ENVOYS = frozenset({"ambassador", "envoy", "diplomat"})
PRONOUNS = frozenset({"him", "her", "he", "she"})
BE = frozenset({"was", "were", "is", "are", "been", "be", "being"})
SUBJECT = 4
"""How many words nearer a subject must stand than an object to be taken as the holder."""
ENTERING = frozenset({"elected", "appointed"})
"""States that somebody enters: the office named beside them is not its holder."""
KEPT = frozenset({"held", "kept"})
BACK = 3
"""Sentences back in which a pronoun or "the diplomat" finds whom it means."""


@cache
def _not_troops() -> frozenset[str]:
    """Read the nouns that "military" stands before without being the troops."""
    return frozenset(lexicon("person_nouns")["not_troops"])


def extract(passage: Passage) -> Iterator[Claim | None]:
    """Find the states that an article tells."""
    memory = Memory()
    envoys = {n.canonical for n in passage.names if n.kind == "person" and n.role in ("ambassador", "envoy", "consul")}
    for sentence in passage.sentences:
        if sentence.part in (Part.FURNITURE, Part.CREDIT):
            continue
        words = passage.words_in(sentence.span)
        stems = list(map(root, map(plain, words)))
        told: dict[tuple[str, str], str] = {}
        for found in _found(passage, sentence, words, stems, memory, envoys):
            claim = _claim(passage, sentence, words, stems, found, memory)
            if claim is not None and _fits(claim, found.trigger.frame, told):
                yield claim
        _remember(passage, sentence, stems, memory, envoys)


def _fits(claim: Claim, frame: Frame, told: dict[tuple[str, str], str]) -> bool:
    """Whether a sentence can tell this state beside what it told before: of one voice's two that exclude each other the first."""
    assert isinstance(claim.value, State)
    state = claim.value.state
    if claim.factuality.tense == "demanded":
        return True
    key = frame.name, claim.source
    return told.setdefault(key, state) == state or frozenset((told[key], state)) in frame.together


def _found(
    passage: Passage, sentence: Sentence, words: Sequence[Word], stems: Sequence[str], memory: Memory, envoys: set[str]
) -> Iterator[Found]:
    """Give the states of a sentence: for each state word the frame whose holder stands nearest."""
    taken = -1
    known = triggers()
    for at in [i for i, stem in enumerate(stems) if stem in known]:
        if at <= taken:
            continue
        best: tuple[tuple[int, int, str], Found] | None = None
        if (
            at
            and words[at - 1][0].endswith(("'s", "’s"))
            and passage.text[words[at][1]].islower()
            and not words[at][0].endswith("ed")
        ):
            continue
        for trigger in matches(stems, at):
            last = at + len(trigger.stems) - 1
            if trigger.frame.barred:
                around = [*words[max(0, at - 7) : at], *words[last + 1 : last + 6]]
                if any(w in trigger.frame.barred for w, _, _ in around):
                    continue
            holder = _holder(
                passage, sentence, trigger.frame, words, stems, at, last, memory, envoys, len(trigger.stems) > 1
            )
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
        low = last if stems[first] in frame.acting else max(0, first - frame.reach)
        near = [
            i
            for i in _named(frame, stems, low, last + frame.reach + 1)
            if (phrase or not first <= i <= last)
            and not (frame.subject == "owner" and frame.name != "troops" and words[i][0].endswith("s"))
            and not (words[i][0] in ("military", "army") and _adjective(words, i))
            and not (i and words[i][0] == "force" and words[i - 1][0] == "in")
        ]
        if not near and frame.subject == "owner":
            near = _standing_for(passage, words, first, last, frame, memory, envoys, sentence)
        return min(near, key=lambda i: (min(abs(i - first), abs(i - last)), i), default=None)
    if frame.subject == "person":
        return first if person(passage, words, stems, first, last, frame.reach, memory) else None
    return first if phrase or len(stems[first]) > 5 else None


def _named(frame: Frame, stems: Sequence[str], low: int, high: int) -> list[int]:
    """Give the places of a stretch at which a word, or two, name who can be in a frame's states."""
    holders = frame.holders
    near = stems[low : high + 1]
    found = [] if holders.isdisjoint(near) else [low + i for i, stem in enumerate(stems[low:high]) if stem in holders]
    if frame.pairs:
        pairs = map(" ".join, pairwise(near))
        found += [low + i for i, pair in enumerate(pairs) if pair in holders and low + i not in found]
    return found


def _adjective(words: Sequence[Word], i: int) -> bool:
    """Whether "military" says of what sort the next word is: "military bases", "the military junta"."""
    following = words[i + 1][0] if i + 1 < len(words) else ""
    return following in _not_troops()


def _standing_for(
    passage: Passage,
    words: Sequence[Word],
    first: int,
    last: int,
    frame: Frame,
    memory: Memory,
    envoys: set[str],
    sentence: Sentence,
) -> list[int]:
    """Find an envoy's name, or a pronoun for the envoy last spoken of: "told Itte to leave", "to kick him out"."""
    near: list[int] = []
    if not envoys and frame.name != "envoy_expulsion":
        return near
    for i in range(max(0, first - frame.reach), min(len(words), last + frame.reach + 1)):
        word, start, end = words[i]
        if (word in PRONOUNS and frame.name == "envoy_expulsion" and sentence.index - memory.envoy_at <= BACK) or any(
            n.canonical in envoys for n in passage.names_in(Span(start, end))
        ):
            near.append(i)
    return near


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
    whose = subject(passage, sentence, words, stems, found, memory)
    if _past(words, found) or (state in ENTERING and frame.subject == "person" and whose in frame.holders):
        return None
    place = partner(passage, sentence, span) if frame.subject == "agent" else ""
    return passage.claim(
        "status",
        span,
        Topic(frame.name, whose, place),
        State(frame.name, state),
        head=stems[found.holder],
        family="state",
        facts=facts,
    )


def _past(words: Sequence[Word], found: Found) -> bool:
    """Whether the words say that the state had its end: "was held captive until Friday"."""
    following = words[found.last + 1][0] if found.last + 1 < len(words) else ""
    before = [w for w, _, _ in words[max(0, found.first - 3) : found.first + 1]]
    return following in ("until", "till") and not KEPT.isdisjoint(before) and not BE.isdisjoint(before)


def _remember(passage: Passage, sentence: Sentence, stems: Sequence[str], memory: Memory, envoys: set[str]) -> None:
    """Keep whose envoy and which person was last spoken of."""
    names = passage.names_in(sentence.span)
    words = [] if ENVOYS.isdisjoint(stems) else passage.words_in(sentence.span)
    for i, (_, start, _) in enumerate(words):
        if i and stems[i] in ENVOYS:
            demonym = [n for n in names if n.kind in ("demonym", "country") and 0 <= start - n.span.end <= 3]
            if demonym:
                memory.owner = demonym[-1].canonical
            memory.envoy_at = sentence.index
    people = [n for n in names if n.kind == "person"]
    if people:
        memory.person = people[-1].canonical
        if any(n.canonical in envoys for n in people):
            memory.envoy_at = sentence.index
