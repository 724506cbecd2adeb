"""Sources of attributions -> their canonical form; a pronoun takes the person or body last told of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from claimcheck.lexicon import words as lexicon
from claimcheck.model import Attribution, NameMention, Span

_WORDS = lexicon("cues")["words"]
PRONOUNS = frozenset(_WORDS["pronouns"])
PERSON_PRONOUNS = frozenset(_WORDS["person_pronouns"])
BODIES = frozenset(_WORDS["bodies"])
SINGULAR = re.compile(r"(?:the|a|an|one|another|his|her)\s", re.IGNORECASE)
NEAR = 400
"""How many characters back a person who opens a sentence can be the one of "he said"."""
OPENING = re.compile(r"(?:\A|[.!?][\"”’]{0,2}\s{1,3}|\n\s{0,3})(?:[\w’'-]{1,20},? ){0,4}\Z")
"""What stands before the subject of a sentence: a title or a few words."""


def named(text: str, found: Sequence[Attribution], names: Sequence[NameMention]) -> Iterator[Attribution]:
    """Give each source its canonical form: the name in it, else its words; "he" is the person last told of."""
    starts = [n.span.start for n in names]
    last, person, at = "", "", -1
    for one in found:
        if one.source is None:
            yield one
            continue
        words = one.source.of(text)
        if words.lower() in PERSON_PRONOUNS:
            name = _subject(text, names, starts, one.source.start, at) or person or last
        elif words.lower() in PRONOUNS:
            name = last
        else:
            inside = names[bisect_right(starts, one.source.start - 1) : bisect_right(starts, one.source.end - 1)]
            best = [n for n in inside if n.kind in ("person", "organisation", "agency", "outlet", "group")]
            best = [n for n in best if n.kind == "person"] or best
            name = best[0].canonical if best else _country(inside, one.source, text) or " ".join(words.split())
            if not best and (apposed := _apposed(text, names, starts, one)):
                name = apposed
            last = name
            if (best and best[0].kind == "person") or (not best and _one_person(words)):
                person, at = name, one.source.start
        yield Attribution(one.source, one.cue, one.content, name, one.lemma, one.quoted, one.stance)


def _country(inside: Sequence[NameMention], source: Span, text: str) -> str:
    """Give the country that a source is, an article before it apart: "the U.S."; "" where it is more or something else."""
    whole = [n for n in inside if n.kind == "country" and n.span.end >= source.end]
    return whole[0].canonical if whole and text[source.start : whole[0].span.start].lower() in ("", "the ") else ""


def _one_person(words: str) -> bool:
    """Whether a source without a name is one person: "a protester", "the mayor of the town", not "the ministry"."""
    head = re.split(r" (?:of|in|for|from|with|at|who)\b", words.lower(), maxsplit=1)[0].split()
    return bool(SINGULAR.match(words)) and bool(head) and head[-1] not in BODIES


def _apposed(text: str, names: Sequence[NameMention], starts: Sequence[int], one: Attribution) -> str:
    """Give the person whom a role between commas is said of: "Lucian Voda, the minister, said"; not "of Voda, the mayor said"."""
    assert one.source and one.cue
    at = one.source.start
    i = bisect_left(starts, at) - 1
    closed = text[one.source.end : one.cue.start].lstrip(" ").startswith(",") or one.cue.start < at
    if i < 0 or names[i].kind != "person" or text[names[i].span.end : at] != ", " or not closed:
        return ""
    return names[i].canonical


def _subject(text: str, names: Sequence[NameMention], starts: Sequence[int], before: int, after: int) -> str:
    """Give the nearest person who opens a sentence between the last source and the pronoun; "" where there is none."""
    for i in range(bisect_left(starts, before) - 1, -1, -1):
        name = names[i]
        if name.span.start <= max(after, before - NEAR):
            break
        if name.kind == "person" and OPENING.search(text, max(0, name.span.start - 60), name.span.start):
            return name.canonical
    return ""
