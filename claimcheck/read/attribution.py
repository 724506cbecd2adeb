"""Text -> attributions: who (source) says (cue) what (content); direct and indirect speech, before and after."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from claimcheck.lexicon import words as lexicon
from claimcheck.model import Attribution, NameMention, Span
from claimcheck.read.cues import (
    ASIDE,
    BOUNDARY,
    CLAUSE_ENDS,
    FOUND,
    HELPERS,
    LEADING,
    LEMMA,
    PASSIVE,
    POINT,
    RELATIVE,
    SAID_WHEN,
    SHORTEST,
    STANCE,
    TRAILING,
    TURNED,
    VERBAL,
    WHEN_BEGINS,
    counters,
)
from claimcheck.read.headlines import headlines, is_sort, strip
from claimcheck.read.quotations import quotations
from claimcheck.read.sentences import ABBREVIATION, Sentences, sentences_of
from claimcheck.read.speakers import named
from claimcheck.read.trie import trie
from claimcheck.read.words import lowered

_WORDS = lexicon("cues")["words"]
PLAIN = frozenset(_WORDS["plain"])
NOUN_BEFORE = frozenset(_WORDS["noun_before"])
NOUN_FORMS = frozenset(_WORDS["noun_forms"])
SPEAKERS = frozenset(_WORDS["speakers"])
CUE = re.compile(rf"\b{trie(['according to', *LEMMA])}\b")
"""Verbs of saying, in small letters."""
AFTER_SOURCE = re.compile(
    r"\s+((?:(?:the|a|an|one|two|three|several|his|her|their|its|our|state|local|some|another|[0-9]{1,3} ?- ?year ?- ?old)\s"
    r"|(?:police|officials|authorities|witnesses|activists|residents|rescuers|doctors|organi[sz]ers)\b|[A-Z])"
    rf"(?:[^,.;:“”\"\n]|{POINT}){{0,80}})"
)
VERB_STOP = re.compile(
    r"\s(?:in|on|at|during|after|before|as|when|who|told|said|while|by|from|by phone|via|to|adding|referring|speaking|citing|with|yesterday|today|last)\b"
)
ADDRESSEE = re.compile(
    r"(?:\s{1,3}(?:the |a |local |state )?(?:[A-Z][\w.&’'-]{0,24}+(?:\s[A-Z][\w.&’'-]{0,24}+){0,3}(?:['’]s [A-Z]\w{1,24})?|reporters|journalists|news agency|television|state tv|parliament|lawmakers|us|me|him|them|her|police|media|agency|newspaper)){1,3}(?:\s{1,3}(?:on|in|by|at|via) [\w ]{2,24}?)?(?=\s{1,3}that\b|[,:]|\s{1,3}(?:the|he|she|it|they|there|at|more|we)\b|\s{1,3}“)",
    re.IGNORECASE,
)
SAYS = re.compile(r"\s*(?:,|:|[\"“‘]|that\b|to\b|(?:the|a|an|it|he|she|they|there)\b)")
"""What must follow a form that is more often a noun: "the ministry states that", not "of the two states"."""
PARENTHESIS = re.compile(r"\s{0,3}\([^()\n]{1,40}\)\s{0,3}\Z")
ACCORDED = re.compile(r"\s+([^,.;:“”\"\n]{2,80})")
TRAIL = 64
"""Characters that the five words of `TRAILING` take at most."""
WHOLE = 6
"""Words from which a quotation is a statement though its comma was lost; and the most that may stand before its cue."""
THAT = re.compile(r"\s*[,:]?\s*(?:that\s+)?")


def attributions(text: str, names: Sequence[NameMention] = (), begin: int = 0) -> tuple[Attribution, ...]:
    """Read who says what; with the article's names at hand, sources are given in their canonical form.

    `begin` is where the article begins behind a header.

    >>> a = attributions("The mayor said that 20 people died.")[0]
    >>> text = "The mayor said that 20 people died."
    >>> a.source.of(text), a.cue.of(text), a.content.of(text)
    ('The mayor', 'said', '20 people died')
    """
    sentences = sentences_of(text, begin)
    quoted = quotations(text)
    starts = [q.start for q in quoted]
    found: list[Attribution] = []
    for match in CUE.finditer(lowered(text)):
        one = (
            _according(text, match, sentences)
            if match.group() == "according to"
            else _verb(text, match, sentences, _near(quoted, starts, match.start()))
        )
        if one is not None:
            found.append(one)
    told = {a.cue.start for a in found if a.cue}
    if numbers := [m for m in counters(text) if m.start() not in told]:
        found += [one for match in numbers if (one := _putting(text, match, sentences)) is not None]
        found.sort(key=lambda a: a.cue.start if a.cue else 0)
    if ": " in text and (lines := list(headlines(text, found))):
        found = sorted([*found, *lines], key=lambda a: a.cue.start if a.cue else 0)
    return tuple(named(text, found, names))


def _according(text: str, match: re.Match[str], sentences: Sentences) -> Attribution | None:
    """Read "…, according to X" and "According to X, …"."""
    start, end = sentences.around(match.start())
    source = ACCORDED.match(text, match.end())
    if source is None or source.start(1) >= end:
        return None
    span = strip(text, Span(source.start(1), min(source.end(1), end)))
    head = strip(text, Span(start, match.start()))
    tail = strip(text, Span(min(source.end(1), end), end))
    content = head if head.end - head.start > 12 else tail
    return Attribution(span, Span(match.start(), match.end()), content, lemma="according-to")


def _putting(text: str, match: re.Match[str], sentences: Sentences) -> Attribution | None:
    """Read "organisers put the number at 2,000", "police counted 12": what is said ends with the clause."""
    start, end = sentences.around(match.start())
    source = _source_before(text, start, match.start())
    stop = CLAUSE_ENDS.search(text, match.end(), end)
    content = strip(text, Span(match.end(), stop.start() if stop else end))
    if source is None or source.of(text).lower() in SPEAKERS:
        return None
    return Attribution(source, Span(match.start(), match.start() + len(match[1])), content, lemma="put")


def _near(quoted: Sequence[Span], starts: Sequence[int], at: int) -> Sequence[Span]:
    """Give the quotations that a cue can belong to: a few before it and a few behind."""
    i = bisect_right(starts, at)
    return quoted[max(0, i - 4) : i + 4]


def _verb(text: str, match: re.Match[str], sentences: Sentences, quoted: Sequence[Span]) -> Attribution | None:
    """Read a verb of saying with its source and content."""
    form = match.group()
    lemma = LEMMA[form]
    start, end = sentences.around(match.start())
    cue = Span(match.start(), match.end())
    before = text[max(start, cue.start - 30) : cue.start].replace(",", " ").split()
    last = before[-1].lstrip('(“"‘').lower() if before else ""
    if (
        (last in NOUN_BEFORE and form not in ("said", "told", "adding"))
        or _finds(text, last, match, end)
        or _is_noun(text, match, end)
    ):
        return None
    inside = any(q.start <= cue.start < q.end for q in quoted)
    opening = _quote_before(text, quoted, cue.start, start)
    source = _source_before(text, start, cue.start) if form != "adding" else _adding(text, start, cue.start)
    if form in ("say", "says") and is_sort(text[cue.end : end].rstrip(" .\n")) and cue.start - start > 12:
        return Attribution(strip(text, Span(cue.end, end)), cue, strip(text, Span(start, cue.start)), lemma=lemma)
    if source is not None and STANCE[lemma] != "say" and source.of(text).lower() in SPEAKERS:
        return None
    if (
        source is None
        and (inverted := _source_after(text, cue.end, end)) is not None
        and (opening or text[: cue.start].rstrip()[-1:] in ',”"')
    ):
        said = opening or strip(text, Span(start, cue.start))
        return Attribution(inverted, cue, said, lemma=lemma, quoted=opening is not None, stance=STANCE[lemma])
    if opening is not None and source is not None and opening.end <= source.start:
        return Attribution(source, cue, opening, lemma=lemma, quoted=True, stance=STANCE[lemma])
    if source is not None and lemma in TURNED and (behind := _inverted(text, start, cue, end)) is not None:
        return Attribution(behind, cue, strip(text, Span(start, cue.start)), lemma=lemma)
    content, direct = _content_after(text, cue, end, quoted, lemma)
    if source is not None and not inside and not direct and _idle(text, content):
        told = _comma_before(text, start, source.start)  # "…, the ministry said on Wednesday"
        content = told if content is None or (told and VERBAL.search(told.of(text))) else content
    if content is None or source is None or (lemma not in PLAIN and not direct):
        return None
    return Attribution(source, cue, content, lemma=lemma, quoted=direct, stance=STANCE[lemma])


def _idle(text: str, content: Span | None) -> bool:
    """Whether what follows a verb of saying is not what was said: "on Wednesday", "adding"."""
    said = content.of(text) if content is not None else ""
    return not VERBAL.search(said) or ASIDE.match(said) is not None


def _adding(text: str, start: int, at: int) -> Span | None:
    """Give the source of what is added: that of the verb of saying before it."""
    said = [Span(*found.span()) for found in CUE.finditer(lowered(text), start, at)]
    if not said:
        return _source_before(text, start, at)
    return _inverted(text, start, said[-1], at) or _source_before(text, start, said[-1].start)


def _finds(text: str, last: str, match: re.Match[str], end: int) -> bool:
    """Whether the verb says in what state its subject was found: "were confirmed dead", "was found guilty"."""
    form = match.group()
    if form in ("find", "finds", "found") and not text.startswith(" that ", match.end()):  # "Divers found nine bodies"
        return True
    by = form.endswith("ed") and text.startswith(" by ", match.end())  # "The strike called by the unions"
    return by or (last in PASSIVE and FOUND.match(text, match.end(), end) is not None)


def _is_noun(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a form that may be a noun is one: "Secretary of State", "two states"."""
    if match.group() not in NOUN_FORMS:
        return False
    return text[match.start()].isupper() or SAYS.match(text, match.end(), end) is None


def _quote_before(text: str, quoted: Sequence[Span], at: int, start: int) -> Span | None:
    """Give the quotation that ends just before the source or the cue: "…," Macron said."""
    near = [q for q in quoted if q.end <= at and at - q.end < 90 and q.end >= start - 3]
    if not near:
        return None
    end = near[-1].end
    last = text[near[-1].start : end].rstrip("'’")[-1:]
    between = PARENTHESIS.sub("", text[end + 1 : at])
    whole = len(near[-1].of(text).split()) >= WHOLE and len(between.split()) <= WHOLE
    if last not in (",", ".", "!", "?", "…") and text[end + 1 : end + 2] != "," and not whole:
        return None
    stops = (i for i, c in enumerate(between) if c in ".;:")
    if any(between[i] != "." or not ABBREVIATION.search(between, max(0, i - 6), i) for i in stops):
        return None
    return near[-1]


def _source_before(text: str, start: int, at: int) -> Span | None:
    """Give the noun phrase in front of the cue."""
    left = max(start, at - 140)
    right = _over_helpers(text, left, at)
    if ")" in text[max(left, right - 4) : right]:
        aside = PARENTHESIS.search(text, max(left, right - 44), right)
        right = aside.start() if aside else right
    if text[left:right].rstrip()[-1:] in ("”", '"'):
        return None
    for boundary in BOUNDARY.finditer(text, left, right):
        if boundary.end() < right:
            left = boundary.end()
    lead = LEADING.match(text, left, right)
    left = lead.end() if lead else left
    span = strip(text, Span(left, right))
    words = span.of(text).split()
    if len(words) > 2 and words[0].lower() in RELATIVE and text[start : span.start].rstrip()[-1:] == ",":
        return _source_before(text, start, span.start)  # "The company, which employs 11,000 people, said"
    return span if 0 < len(words) < 15 and words[0].lower() not in ("up", "down", "including") else None


def _over_helpers(text: str, left: int, at: int) -> int:
    """Step back over what stands between a source and its cue: "has also", "then"."""
    near = text[max(left, at - 14) : at]
    words = near.split()
    if words and words[-1].lower() in HELPERS:
        trail = TRAILING.search(text, max(left, at - TRAIL), at)
        return trail.start() if trail else at
    return at - min(3, len(near) - len(near.rstrip()))


def _source_after(text: str, at: int, end: int) -> Span | None:
    """Give the noun phrase behind the cue: said the ministry."""
    match = AFTER_SOURCE.match(text, at, end)
    if not match:
        return None
    stop = VERB_STOP.search(text, match.start(1), match.end(1))
    return strip(text, Span(match.start(1), stop.start() if stop else match.end(1)))


def _inverted(text: str, start: int, cue: Span, end: int) -> Span | None:
    """Give the source behind the cue where all before it is what is said: "12 died, two of them boys, said the mayor".

    What stands before ends in a comma and has a verb of its own ("Ann Lee, a nurse, said …" has none); what stands
    behind is a name or somebody who speaks, and has none.
    """
    head = text[start : cue.start]
    if not head.rstrip().endswith(",") or VERBAL.search(head) is None:
        return None
    behind = _source_after(text, cue.end, end)
    if behind is None or VERBAL.search(text, behind.start, behind.end):
        return None
    words = behind.of(text)
    return behind if is_sort(words) or any(w[0].isupper() for w in words.split()) else None


def _content_after(text: str, cue: Span, end: int, quoted: Sequence[Span], lemma: str) -> tuple[Span | None, bool]:
    """Give what follows the cue, over an addressee and "that"; and whether it is quoted."""
    at = cue.end
    if lemma in ("tell", "inform", "advise", "warn"):
        addressee = ADDRESSEE.match(text, at, end)
        at = addressee.end() if addressee else at
    elif text[at + 1 : at + 3] in WHEN_BEGINS and (when := SAID_WHEN.match(text, at, end)):
        at = when.end()
    that = THAT.match(text, at, end)
    at = that.end() if that else at
    span = strip(text, Span(at, end))
    if span.end - span.start < SHORTEST:
        return None, False
    quote = next((q for q in quoted if abs(q.start - span.start) <= 2), None)
    if quote is not None:
        return Span(quote.start, max(quote.end, span.start + 1)), True
    return span, False


def _comma_before(text: str, start: int, at: int) -> Span | None:
    """Give what stands before ", he said"."""
    if text[:at].rstrip()[-1:] != ",":
        return None
    span = strip(text, Span(start, at))
    return span if span.end - span.start > 12 else None
