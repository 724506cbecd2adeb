"""Article -> Sentences: paragraph by paragraph, with furniture, credits, headlines and datelines told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from claimcheck.furniture import END_CREDIT, dateline_of, part_of, tail_of
from claimcheck.lexicon import words as lexicon
from claimcheck.model import Article, Part, Sentence, Span

PARAGRAPH = re.compile(r"[^\n\r]+")
STOP = re.compile(r"[.!?…:][\"'”’)\]]{0,2}\s*\Z")
STOPS = ".!?…"
INSIDE = re.compile(r"[.!?…](?!\w)")
"""Where a sentence may end, the stops at the end of a paragraph apart."""
LONGEST = 2_000
"""Characters after which a sentence is cut, unless the configuration says otherwise."""
HEADLINE = 160
"""Characters up to which a first paragraph without a final stop is a headline."""


@cache
def _tokenizer() -> Any:
    """Load the sentence tokenizer once, with the abbreviations of news."""
    from nupunkt import load_default_model

    tokenizer = load_default_model()
    tokenizer.add_abbreviations(lexicon("abbreviations")["abbreviations"])
    for word in lexicon("abbreviations")["ordinary"]:
        tokenizer.remove_abbreviation(word)
    return tokenizer


def split(article: Article, longest: int = LONGEST) -> tuple[Sentence, ...]:
    """Give the article's sentences in order; spans are exact and never overlap.

    What is longer than `longest` characters is cut, at a space where there is one.
    """
    text, body = article.text, article.body
    end = tail_of(text, body.start, body.end)
    found: list[Sentence] = []
    seen: set[str] = set()
    for number, match in enumerate(PARAGRAPH.finditer(text, body.start, end)):
        if match.group().isspace():
            continue
        part = part_of(match.group(), seen)
        if part is Part.BODY and number < 3 and _is_headline(match.group()):
            part = Part.HEADLINE
        for span in _sentences(text, Span(match.start(), match.end()), part, longest):
            found.append(Sentence(len(found), span, number, part))
    if end < body.end:
        found.append(Sentence(len(found), Span(end, body.end), -1, Part.FURNITURE))
    return tuple(found)


def _is_headline(paragraph: str) -> bool:
    """Whether an opening paragraph is a headline: short, without a stop at its end."""
    return len(paragraph) <= HEADLINE and not STOP.search(paragraph)


def _sentences(text: str, paragraph: Span, part: Part, longest: int) -> Iterator[Span]:
    """Split a paragraph; what is no body stays whole."""
    if part is not Part.BODY:
        yield _trim(text, paragraph)
        return
    start, end = paragraph.start + dateline_of(paragraph.of(text)), paragraph.end
    credit = END_CREDIT.search(text, max(start, end - 60), end)
    if credit:
        end = credit.start()
    words = text[start:end]
    if INSIDE.search(words.rstrip().rstrip(STOPS)) is None:
        yield from _cut(text, _trim(text, Span(start, end)), longest)
        return
    for left, right in _tokenizer().span_tokenize(words):
        yield from _cut(text, _trim(text, Span(start + left, start + right)), longest)


def _trim(text: str, span: Span) -> Span:
    """Drop the white space at both ends."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _cut(text: str, span: Span, longest: int) -> Iterator[Span]:
    """Cut what is longer than a sentence can be, at a space where there is one."""
    start = span.start
    while span.end - start > longest:
        at = text.rfind(" ", start + longest // 2, start + longest)
        at = at if at > 0 else start + longest
        yield _trim(text, Span(start, at))
        start = at
    if start < span.end:
        yield _trim(text, Span(start, span.end))
