"""Dates: when something happened or will happen; the event is the verb or event noun that the time stands by."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from claimcheck.kinds.events import elsewhere
from claimcheck.kinds.lives import life_event
from claimcheck.kinds.passage import Passage
from claimcheck.kinds.verbs import RISEN
from claimcheck.lexicon import words as lexicon
from claimcheck.model import Claim, Day, Part, Sentence, Span, Timex, Topic
from claimcheck.read.incidents import CLASS_OF, INCIDENTS, class_of
from claimcheck.read.leads import led_by
from claimcheck.read.time_names import words_of_day
from claimcheck.read.words import content_stem, root, stem

DATELINE = re.compile(r"(?:, [0-9]{4})?[ ,]{0,2}(?:\([A-Z][^()\n]{1,30}\))?\s{0,2}[-–—]{1,2}\s")
"""Behind the day of a date line: "Nov. 13 (Reuters) - "."""
STAMP = 250
"""Characters of the opening in which an article's own date line stands."""
REACH = 12
"""Words on either side of a time among which its event is looked for."""
BESIDE = 0
"""Rank from which a verb beside the time says more than a word of a class farther off."""
PREPOSITION = frozenset(
    {
        "on",
        "in",
        "at",
        "since",
        "by",
        "until",
        "from",
        "before",
        "after",
        "late",
        "early",
        "the",
        "around",
        "about",
        "through",
        "this",
        "last",
        "next",
    }
)
SEPARATELY = frozenset({"separately", "elsewhere"})
"""First words of a sentence that tells of another event."""
ADJECTIVE = ("al", "ous", "ly", "ic", "ive", "ful", "able", "ible", "less", "ed")
"""How the adjectives end that stand before an event's noun: "Monday's presidential debate"."""
HAPPEN = "happen"
"""The class of what says only that something took place: any other word in reach says what."""
MODIFIED = re.compile(rf" (?:{'|'.join(lexicon('events')['modified'])})s?\b", re.IGNORECASE)
"""Behind a word that is no event but says of what sort the next noun is: "election laws"."""
NEXT_CLAUSE = re.compile(r"[;:]|, (?:and|but|while|which|who|where) ")
"""Where another clause begins, of whose event a time in front says nothing."""
HOURS = re.compile(r"\b(?:hours?|minutes?) (?:later|earlier|after|before)\b", re.IGNORECASE)
"""A time told by hours, which may be of the next day: "13 hours later"."""
DAY_TO_DAY = re.compile(r"[0-9] ?[-–] ?[0-9]")
"""Between the first and the last of some days."""
OWNED = 3
"""Words behind a time in the genitive among which its event stands."""
RISE = "rise"
"""What a time places at which a number has risen: no event of the story."""
COUNTED_BY = re.compile(
    r"\bhad (?:been )?(?:recorded|registered|counted|confirmed|reported|found|recovered)\b[^.;:\n]{0,60} by (?:the )?\Z"
)
"""In front of a time at which a count stood so high: "had recorded 34 deaths by Sunday night" places no event."""
UNEQUALLED = re.compile(
    r"\b(?:first|last|only|most|worst|[a-z]{3,12}est)\b(?: [\w’'-]{1,16}){0,5},? (?:since )?\Z", re.IGNORECASE
)
"""In front of a time since when nothing of the sort has been: "the first visit since 2018" places no visit."""


def extract(passage: Passage) -> Iterator[Claim | None]:
    """Turn every date that places an event into a claim."""
    beside: dict[int, list[tuple[str, int, int]]] = {}
    last = Span(0, 0)
    for timex in passage.timexes:
        if timex.span.start < last.end:  # "On 8-9 April" is one time, not two.
            continue
        if timex.begin is not None and DAY_TO_DAY.search(passage.text, timex.span.start, timex.span.end):
            last = timex.span
        if (
            timex.type not in ("DATE", "TIME")
            or _clock_alone(timex, passage.text)
            or (timex.value.endswith("_REF") and (timex.begin is None or timex.granularity == "day"))
        ):
            continue
        sentence = passage.sentence_at(timex.span.start)
        if sentence is None or _is_stamp(passage, sentence, timex) or passage.counts_at(timex):
            continue
        if timex.granularity != "time" and HOURS.search(passage.text, timex.span.start, timex.span.end):
            continue
        if timex.relation == "by" and led_by(COUNTED_BY, passage.text, timex.span.start, 80):
            continue
        if timex.relation == "since" and led_by(UNEQUALLED, passage.text, timex.span.start, 60):
            continue
        if sentence.index not in beside:
            beside[sentence.index] = _beside_times(passage, sentence)
        if life := life_event(passage, sentence, timex.span.start):
            yield _claim(passage, sentence, timex, life[0], life[0], life[1])
            continue
        event, near = _event(passage.text, sentence.span, beside[sentence.index], timex)
        if event:
            yield _claim(passage, sentence, timex, event, near)


def _clock_alone(timex: Timex, text: str) -> bool:
    """Whether a time of the day names no day: "at 8:30 a.m." places nothing, "at noon on Monday" does."""
    clock = "T" in timex.value[10:] and timex.value[-2:].isdecimal()
    return clock and not any(words_of_day(word) for word in timex.span.of(text).lower().replace(",", " ").split())


def _is_stamp(passage: Passage, sentence: Sentence, timex: Timex) -> bool:
    """Whether the time is the article's own date line."""
    if timex.span.start > passage.article.body.start + STAMP:
        return False
    own = timex.granularity == "day" and timex.begin == passage.article.published
    if own and (timex.anchor == "" or (timex.begin and DATELINE.match(passage.text, timex.span.end))):
        return True
    words = {w for w, _, _ in passage.words_in(Span(sentence.span.start, timex.span.start))[-4:]}
    alone = sentence.part is Part.HEADLINE and len(sentence.span.of(passage.text)) < 60
    return alone or bool(words & {"published", "updated", "posted", "publication"})


def _beside_times(passage: Passage, sentence: Sentence) -> list[tuple[str, int, int]]:
    """List the words of a sentence that stand in no time expression."""
    loose: list[tuple[str, int, int]] = []
    end, times = -1, list(reversed(passage.timexes_in(sentence.span)))
    for word in passage.words_in(sentence.span):
        while times and times[-1].span.start <= word[1]:
            end = max(end, times.pop().span.end)
        if word[1] >= end:
            loose.append(word)
    return [word for word in loose if word[0] != "according"]


def _event(text: str, span: Span, words: Sequence[tuple[str, int, int]], timex: Timex) -> tuple[str, str]:
    """Give the class of the event that a time places, and its word; nearest first, the words in front before those behind."""
    at = bisect_right(words, timex.span.start, key=itemgetter(1))
    before = [w for w in words[max(0, at - REACH) : at] if w[2] <= timex.span.start]
    clause = NEXT_CLAUSE.search(text, timex.span.end, span.end) if before else None
    until = clause.start() if clause else span.end
    after = [w for w in words[at : at + REACH] if timex.span.end <= w[1] < until]
    if owned := _owned(text, span, timex, after):
        return owned
    ranked: list[tuple[float, str, str]] = []
    pairs = lexicon("events")["phrases"]
    for distance, (left, right) in enumerate(zip(reversed(before[:-1]), reversed(before[1:]), strict=True)):
        phrase = f"{left[0]} {right[0]}"
        name = pairs.get(phrase) or pairs.get(f"{stem(left[0])} {stem(right[0])}")
        if name:
            ranked.append((distance - 2, name, stem(left[0])))
    for distance, (word, _, end) in enumerate(reversed(before)):
        base = root(word)
        name = class_of(base, text, span)
        if name and (name != "say" or distance < 2) and not MODIFIED.match(text, end):
            ranked.append((distance - (2 if distance < 6 else 0), name, base))
    for distance, (word, _, _) in enumerate(after):
        base = root(word)
        name = class_of(base, text, span)
        if name and (name != "say" or (not before and distance < 6)):
            ranked.append((distance + (0 if not before else 1.5), name, base))
    if _counts_up([word for word, _, _ in before[-5:]]):
        return RISE, RISE
    if ranked:
        rank, name, base = min([one for one in ranked if one[1] != HAPPEN] or ranked)
        told = _verb_beside(before) if rank > BESIDE and name not in INCIDENTS else ""
        return (content_stem(told), told) if told else (name, base)
    return _plain(before, after)


def _owned(text: str, span: Span, timex: Timex, after: Sequence[tuple[str, int, int]]) -> tuple[str, str] | None:
    """Give the event whose day the time is by its form: "last week's deadly landslide"; None where no event stands behind."""
    if not text.startswith(("'s ", "’s "), timex.span.end):
        return None
    for word, _, _ in after[:OWNED]:
        base = root(word)
        if name := class_of(base, text, span):
            return name, base
    near = [word for word, _, _ in after[:2]]
    if len(near) > 1 and near[0].endswith(ADJECTIVE) and content_stem(near[1]):
        near = near[1:]
    base = content_stem(near[0]) if near else ""
    return (base, near[0]) if base else None


def _counts_up(words: Sequence[str]) -> bool:
    """Whether the time is of a count: "rose to 26 on Wednesday"."""
    return not RISEN.isdisjoint(words) and not {"to", "from", "by"}.isdisjoint(words)


def _verb_beside(before: Sequence[tuple[str, int, int]]) -> str:
    """Give the verb of no class straight in front of a time's preposition: "elected in 2021, resigned on Monday"."""
    near = [word for word, _, _ in before[-2:]]
    if near and near[-1] in PREPOSITION:
        near.pop()
    word = near[-1] if near else ""
    return word if word.endswith("ed") and len(word) > 4 and root(word) not in CLASS_OF and content_stem(word) else ""


def _plain(before: Sequence[tuple[str, int, int]], after: Sequence[tuple[str, int, int]]) -> tuple[str, str]:
    """Name an event of no class: the nearest word that looks like a verb."""
    for word, _, _ in [*reversed(before), *after]:
        base = content_stem(word)
        if base and word.endswith(("ed", "ing")) and len(word) > 4:
            return base, word
    for word, _, _ in [*reversed(before), *after]:
        base = content_stem(word)
        if base:
            return base, word
    return "", ""


def _claim(passage: Passage, sentence: Sentence, timex: Timex, event: str, near: str, who: str = "") -> Claim | None:
    """Put a date in canonical form; a time of saying belongs to who says it, one of a life to whose it is."""
    start = timex.span.start
    lead = passage.words_in(Span(max(sentence.span.start, start - 10), start))[-1:]
    if lead and lead[0][0] in PREPOSITION:
        start = lead[0][1]
    subject = _speaker(passage, sentence, timex) if event == "say" else who
    return passage.claim(
        "date",
        Span(start, timex.span.end),
        Topic(event, subject, event=_of_another(passage, sentence, timex, event)),
        Day(timex.begin, timex.end, timex.value),
        head=near,
        family="plan" if timex.relation in ("by", "until") else "fact",
    )


def _of_another(passage: Passage, sentence: Sentence, timex: Timex, event: str) -> str:
    """Say where a day is of another event than the article's own: "apart" by a word for it, or "at PLACE"."""
    first = passage.words_in(sentence.span)[:1]
    if first and first[0][0] in SEPARATELY:
        return "apart"
    if event not in INCIDENTS:
        return ""
    return elsewhere(passage, timex.span, passage.clause(timex.span, sentence))


def _speaker(passage: Passage, sentence: Sentence, timex: Timex) -> str:
    """Give who speaks on the day: the name in front of it in the sentence."""
    names = [
        n for n in passage.names_in(sentence.span) if n.kind in ("person", "organisation", "group", "agency", "outlet")
    ]
    before = [n for n in names if n.span.end <= timex.span.start]
    chosen = before[-1:] or names[:1]
    return chosen[0].canonical if chosen else ""
