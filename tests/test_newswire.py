"""Times in sentences as news agencies write them: each as the guidelines of TimeML have it, and how many of all."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from claimcheck import timexes

PUBLISHED = date(2024, 5, 15)
STRETCH = "between"
"""Relation of a stretch that stands around the two times between which it lies: those are what is written down."""


class Told(NamedTuple):
    """A time in a sentence."""

    words: str
    type: str
    value: str


def sentences() -> list[tuple[str, list[Told], bool]]:
    """Give each sentence, its times, and whether the reader is known to read them otherwise."""
    found = []
    for line in (Path(__file__).parent / "newswire_times.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        text, _, told = line.removeprefix("~ ").partition(" | ")
        parts = [each.partition(" = ") for each in told.split("; ")]
        times = [Told(words, *([*value.split(" "), ""])[:2]) for words, _, value in parts]
        found.append((text, times, line.startswith("~ ")))
    return found


def read(text: str) -> list[Told]:
    """Give the times that are read in a sentence."""
    found = timexes(text, published=PUBLISHED)
    return [Told(t.span.of(text), t.type, t.value) for t in found if t.relation != STRETCH or t.type != "DURATION"]


@pytest.mark.parametrize(
    ("text", "wanted"), [pytest.param(s, w, id=s[:40]) for s, w, known in sentences() if not known]
)
def test_a_sentence(text: str, wanted: list[Told]) -> None:
    assert sorted((t.type, t.value) for t in read(text)) == sorted((t.type, t.value) for t in wanted)


def test_of_all_sentences_most_times_are_found_and_right() -> None:
    right = met = found = told = 0
    for text, wanted, _ in sentences():
        got = read(text)
        found, told = found + len(got), told + len(wanted)
        met += sum(any(g.words in w.words or w.words in g.words for w in wanted) for g in got)
        right += len({(t.type, t.value) for t in got} & {(t.type, t.value) for t in wanted})

    assert 2 * met / (found + told) > 0.95
    assert 2 * right / (found + told) > 0.88
