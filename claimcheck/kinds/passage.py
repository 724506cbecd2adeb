"""Reading -> Passage: what stands around a span; every kind builds its claims through it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from claimcheck.kinds.located import Located
from claimcheck.kinds.revising import revision
from claimcheck.kinds.stances import stance_of
from claimcheck.lexicon import words as lexicon
from claimcheck.model import (
    Article,
    Attribution,
    Claim,
    Context,
    Factuality,
    Interval,
    NameMention,
    Part,
    QuantityMention,
    Reading,
    Sentence,
    Span,
    Timex,
    Topic,
    Value,
)
from claimcheck.read.comparing import dates_another
from claimcheck.read.factuality import factuality
from claimcheck.read.numbers import NO_CLAIM
from claimcheck.read.words import content_words, stem, tokens

PLACE_KINDS = frozenset({"country", "capital", "place"})
CLAUSE_BREAK = re.compile(
    r"[;:()\[\]“”]|\s[–—-]{1,9}\s|,\s{1,9}(?=(?:while|but|although|though|whereas|as|after|when|where|which|who)\b)"
    r"|\s(?=(?:while|whereas|although)\s)|\.\s{1,9}(?=[A-Z])",
)
NESTED = 24
"""How many attributions that begin before a place are looked at; more never cover one place."""
LEAD = 4
"""Sentences, the headline among them, that tell what an article is about."""
_REVISION = lexicon("revision")
AS_OF = re.compile(r"\b[Aa]s (?:of|at) \Z")
"""Before a time: it says for when a number holds."""


class Passage:
    """An article's reading with look-ups by place; made once for an article, used by all kinds.

    `claim` is the builder: it fills in who says so, factuality, as-of time and context.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.article: Article = reading.article
        self.text: str = reading.article.text
        self.sentences: tuple[Sentence, ...] = reading.sentences
        self.quantities: tuple[QuantityMention, ...] = tuple(q for q in reading.quantities if q.kind not in NO_CLAIM)
        self.timexes: tuple[Timex, ...] = reading.timexes
        self.names: tuple[NameMention, ...] = reading.names
        self._sentence_starts = [s.span.start for s in reading.sentences]
        self._quantities = Located(self.quantities)
        self._timexes = Located(reading.timexes)
        self._names = Located(reading.names)
        contents = [(a.content.start, a.content.end, n) for n, a in enumerate(reading.attributions) if a.content]
        self._contents = sorted(contents)
        self._content_starts = [start for start, _, _ in self._contents]
        self._lead: tuple[str, ...] | None = None
        self._lead_end: int | None = None
        self._words: dict[int, tuple[list[tuple[str, int, int]], list[int]]] = {}
        self._breaks: dict[int, list[tuple[int, int]]] = {}
        self._near: dict[Span, tuple[str, ...]] = {}
        self._terms: dict[int, tuple[str, ...]] = {}
        self._entities: dict[int, tuple[str, ...]] = {}

    def sentence_at(self, at: int) -> Sentence | None:
        """Give the sentence that holds a place; None for furniture, credits and gaps."""
        i = bisect_right(self._sentence_starts, at) - 1
        if i < 0:
            return None
        sentence = self.sentences[i]
        if at >= sentence.span.end or sentence.part in (Part.FURNITURE, Part.CREDIT):
            return None
        return sentence

    def previous(self, sentence: Sentence) -> Sentence | None:
        """Give the sentence before, if it carries claims."""
        i = sentence.index - 1
        found = self.sentences[i] if i >= 0 else None
        return found if found is not None and found.part in (Part.BODY, Part.HEADLINE) else None

    def quantities_in(self, span: Span) -> Sequence[QuantityMention]:
        """Give the quantities that start inside a span."""
        return self._quantities.within(span)

    def timexes_in(self, span: Span) -> Sequence[Timex]:
        """Give the time expressions that start inside a span."""
        return self._timexes.within(span)

    def names_in(self, span: Span) -> Sequence[NameMention]:
        """Give the names that start inside a span."""
        return self._names.within(span)

    def names_before(self, at: int, count: int = 12) -> Sequence[NameMention]:
        """Give the last names before a place, nearest first."""
        return self._names.before(at, count)

    def words_in(self, span: Span) -> list[tuple[str, int, int]]:
        """List the words of a span: lower-case form, start, end; a word cut by the span's ends is not in it."""
        sentence = self._home(span)
        if sentence is None:
            return tokens(self.text, span)
        words, starts = self._tokens(sentence)
        low, high = bisect_left(starts, span.start), bisect_left(starts, span.end)
        while high > low and words[high - 1][2] > span.end:
            high -= 1
        return words[low:high]

    def _home(self, span: Span) -> Sentence | None:
        """Give the sentence that holds a span whole."""
        i = bisect_right(self._sentence_starts, span.start) - 1
        found = self.sentences[i] if i >= 0 else None
        return found if found is not None and found.span.holds(span) else None

    def _tokens(self, sentence: Sentence) -> tuple[list[tuple[str, int, int]], list[int]]:
        """List the words of a sentence and where they start; made once."""
        found = self._words.get(sentence.index)
        if found is None:
            words = tokens(self.text, sentence.span)
            found = self._words[sentence.index] = (words, [start for _, start, _ in words])
        return found

    def clause(self, span: Span, sentence: Sentence | None = None) -> Span:
        """Give the stretch of the sentence around a span up to the next colon, dash, bracket, "while", ", which"."""
        sentence = sentence or self.sentence_at(span.start)
        if sentence is None:
            return span
        start, end = sentence.span.start, sentence.span.end
        for left, right in self._breaks_of(sentence):
            if right <= span.start:
                start = right
            elif left >= span.end:
                end = left
                break
        return Span(start, end)

    def _breaks_of(self, sentence: Sentence) -> list[tuple[int, int]]:
        """List where a sentence's clauses part; made once."""
        found = self._breaks.get(sentence.index)
        if found is None:
            marks = CLAUSE_BREAK.finditer(self.text, sentence.span.start, sentence.span.end)
            found = self._breaks[sentence.index] = [mark.span() for mark in marks]
        return found

    def attribution_of(self, span: Span) -> Attribution | None:
        """Give the innermost attribution whose content covers the span."""
        last = bisect_right(self._content_starts, span.start)
        around = self._contents[max(0, last - NESTED) : last]
        covering = [(end - start, start, n) for start, end, n in around if span.end <= end]
        return self.reading.attributions[min(covering)[2]] if covering else None

    def source_of(self, span: Span) -> tuple[str, str]:
        """Give who says what stands at the span, and with which cue; ("", "") where it is the article itself."""
        found = self.attribution_of(span)
        if found is None:
            return "", ""
        name = found.name or (found.source.of(self.text) if found.source else "")
        return " ".join(name.split()), found.cue.of(self.text) if found.cue else ""

    def as_of(self, sentence: Sentence) -> Interval:
        """Give the day for which the claim is made: "as of Tuesday" in its sentence, else the day of publication."""
        told = next((t for t in self.timexes_in(sentence.span) if t.begin and t.end and self.counts_at(t)), None)
        if told is not None:
            return Interval(told.begin, told.end, "text")
        if day := self.reading.told:
            return Interval(day, day, "text")
        day = self.article.published
        return Interval(day, day, "published" if day else "")

    def counts_at(self, timex: Timex) -> bool:
        """Whether a time says for when a number holds, not when something happened: "as of Tuesday evening"."""
        return AS_OF.search(self.text, max(0, timex.span.start - 8), timex.span.start) is not None

    def revision_at(self, span: Span, sentence: Sentence) -> str:
        """Give the direction of the revision told of in the clause around a span: up, down, newer, older, or ""."""
        return revision([word for word, _, _ in self.words_in(self.clause(span, sentence))])

    def places_in(self, span: Span, near: int) -> tuple[str, ...]:
        """Give the places named in a span, nearest to `near` first."""
        found = [n for n in self.names_in(span) if n.kind in PLACE_KINDS]
        found.sort(key=lambda n: (abs(n.span.start - near), n.span.start))
        return tuple(dict.fromkeys(n.canonical for n in found))

    def lead_end(self) -> int:
        """Give where the opening ends: the headline and the first sentences."""
        if self._lead_end is None:
            told = [s.span.end for s in self.sentences if s.part in (Part.HEADLINE, Part.BODY)][:LEAD]
            self._lead_end = max(told, default=0)
        return self._lead_end

    def lead_places(self) -> tuple[str, ...]:
        """Give the places that the opening names."""
        if self._lead is None:
            opening = Span(self.article.body.start, self.lead_end())
            self._lead = tuple(dict.fromkeys(n.canonical for n in self.names_in(opening) if n.kind in PLACE_KINDS))
        return self._lead

    def terms(self, sentence: Sentence) -> tuple[str, ...]:
        """Give the stems of a sentence's content words."""
        if sentence.index not in self._terms:
            self._terms[sentence.index] = content_words(self.words_in(sentence.span))
        return self._terms[sentence.index]

    def _near_words(self, clause: Span, head: str) -> tuple[str, ...]:
        """Give the stems of a clause's content words but the head's."""
        found = self._near.get(clause)
        if found is None:
            found = self._near[clause] = content_words(self.words_in(clause))
        return tuple([w for w in found if w != head]) if head in found else found

    def entities(self, sentence: Sentence) -> tuple[str, ...]:
        """Give the canonical names in a sentence."""
        if sentence.index not in self._entities:
            self._entities[sentence.index] = tuple(sorted({n.canonical for n in self.names_in(sentence.span)}))
        return self._entities[sentence.index]

    def when(self, span: Span, clause: Span) -> Interval | None:
        """Give the time told of in the clause: the day-like time expression nearest to the span, reporting days left out."""
        found = [t for t in self.timexes_in(clause) if not (t.span.meets(span) or self._is_of_others(span, t))]
        if not found:
            return None
        near = min(found, key=lambda t: (abs(t.span.start - span.start), t.span.start))
        return Interval(near.begin, near.end, near.relation)

    def _is_of_others(self, span: Span, timex: Timex) -> bool:
        """Whether a time is no day of what the words at the span tell: "now", a report's, a count's, another number's."""
        if timex.type not in ("DATE", "TIME") or not timex.begin or timex.value == "PRESENT_REF":
            return True
        return self._dates_a_report(timex) or self.counts_at(timex) or dates_another(self.text, span, timex)

    def _dates_a_report(self, timex: Timex) -> bool:
        """Whether a time belongs to the saying, not to what is said: "said on Tuesday"."""
        before = self.words_in(Span(max(0, timex.span.start - 24), timex.span.start))[-2:]
        return any(word in _REVISION["reporting"] for word, _, _ in before)

    def context(
        self, span: Span, sentence: Sentence, *, head: str = "", qualifiers: Iterable[str] = (), family: str = ""
    ) -> Context:
        """Gather what the words around a span offer to matching."""
        clause = self.clause(span, sentence)
        return Context(
            head=head,
            qualifiers=tuple(qualifiers),
            near=self._near_words(clause, stem(head)),
            terms=self.terms(sentence),
            entities=self.entities(sentence),
            places=self.places_in(clause, span.start) or self.places_in(sentence.span, span.start),
            when=self.when(span, clause) or self.when(span, sentence.span),
            family=family,
            revision=self.revision_at(span, sentence),
        )

    def claim(
        self,
        kind: str,
        span: Span,
        topic: Topic,
        value: Value,
        *,
        head: str = "",
        qualifiers: Iterable[str] = (),
        family: str = "",
        facts: Factuality | None = None,
        source: tuple[str, str] | None = None,
    ) -> Claim | None:
        """Build a claim at a span; None where the span stands in furniture or a credit line. The id is given later."""
        sentence = self.sentence_at(span.start)
        if sentence is None:
            return None
        name, cue = source if source is not None else self.source_of(span)
        facts = facts or factuality(self.text, sentence.span, span)
        return Claim(
            id="",
            article=self.article.id,
            kind=kind,
            span=span,
            sentence=sentence.span,
            topic=topic,
            value=value,
            as_of=self.as_of(sentence),
            source=name,
            cue=cue,
            factuality=facts,
            context=self.context(span, sentence, head=head, qualifiers=qualifiers, family=family),
            stance=stance_of(self, span, facts) if kind == "figure" else "",
        )
