"""Quotations: what was said, word for word, and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.kinds.passage import Passage
from claimcheck.model import Claim, Span, Topic, Words
from claimcheck.read.quotations import quotations
from claimcheck.read.wording import words_span

FEWEST = 4
"""Words that make a quotation a statement; shorter ones are names and scare quotes."""
FIRST_PERSON = re.compile(r"\b(?:we|our|us|I|my)\b")


def extract(passage: Passage) -> Iterator[Claim | None]:
    """Give the quotations of an article, sentence by sentence, and statements in the first person without marks."""
    quoted = quotations(passage.text)
    for span in quoted:
        if words_span(span, passage.text) >= FEWEST:
            for piece in _pieces(passage, span):
                yield _claim(passage, piece, span)
    for sentence in passage.sentences:
        first = FIRST_PERSON.search(passage.text, sentence.span.start, sentence.span.end)
        if first is None or any(q.meets(sentence.span) for q in quoted):
            continue
        found = passage.attribution_of(Span(*first.span()))
        content = found.content if found and found.content else sentence.span
        if words_span(content, passage.text) >= FEWEST:
            yield _claim(passage, content, content)


def _pieces(passage: Passage, span: Span) -> Iterator[Span]:
    """Cut a quotation at the sentences it holds, so that one of them can be found again elsewhere."""
    inside = [s.span for s in passage.sentences if s.span.meets(span)]
    for sentence in inside:
        piece = Span(max(sentence.start, span.start), min(sentence.end, span.end))
        if words_span(piece, passage.text) >= FEWEST or len(inside) == 1:
            yield piece


def _claim(passage: Passage, piece: Span, whole: Span) -> Claim | None:
    """Put a quotation in canonical form; the whole of it tells who speaks."""
    source = passage.source_of(piece)
    if not source[0]:
        source = passage.source_of(Span(whole.start, whole.start + 1))
    return passage.claim("quote", piece, Topic("said", source[0]), Words(piece.of(passage.text)), source=source)
