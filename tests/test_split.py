"""Sentences and what each is to its article."""

from __future__ import annotations

from itertools import pairwise

import pytest

from claimcheck.model import Article, Part, Span
from claimcheck.split import LONGEST, split


def parts(text: str) -> list[tuple[str, Part]]:
    """Give each sentence's words with its part."""
    article = Article("a1", "a.txt", text, Span(0, len(text)))
    return [(s.span.of(text), s.part) for s in split(article)]


def test_a_scraped_page_is_told_apart() -> None:
    text = (
        "Left Menu\n\nFerries meet in fog\n\nFerries meet in fog\n\n"
        "OSLO (Reuters) - Two ferries collided. All are safe.\n"
    )
    assert parts(text) == [
        ("Left Menu", Part.FURNITURE),
        ("Ferries meet in fog", Part.HEADLINE),
        ("Ferries meet in fog", Part.FURNITURE),
        ("Two ferries collided.", Part.BODY),
        ("All are safe.", Part.BODY),
    ]


@pytest.mark.parametrize("credit", ["(ab/afp/dpa)", "© afp", "Source: Harbour News and agencies"])
def test_a_line_of_credit_carries_no_claims(credit: str) -> None:
    assert parts(f"Two ferries met.\n\n{credit}")[-1] == (credit, Part.CREDIT)


def test_titles_and_initials_end_no_sentence() -> None:
    assert [w for w, _ in parts("Lt. Gen. Ada Holm spoke. The U.S. envoy left at 5 p.m. on Friday.")] == [
        "Lt. Gen. Ada Holm spoke.",
        "The U.S. envoy left at 5 p.m. on Friday.",
    ]


def test_a_tail_of_links_in_one_line_is_furniture() -> None:
    body = "Two ferries met in fog off the coast. " * 6
    assert parts(body + "Related News | Storm hits | Ports shut")[-1][1] is Part.FURNITURE


@pytest.mark.parametrize("text", ["x" * 9_000, "word " * 2_000, "", " \n \n", "a.b!c?" * 500])
def test_spans_are_in_order_apart_and_bounded(text: str) -> None:
    spans = [s.span for s in split(Article("a1", "a.txt", text, Span(0, len(text))))]
    assert all(0 < s.end - s.start <= LONGEST for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())


@pytest.mark.parametrize("word", ["met", "were bombed", "went free", "came ashore"])
def test_ordinary_words_end_a_sentence(word: str) -> None:
    assert len(parts(f"The sailors {word}. Nobody spoke of it.")) == 2
