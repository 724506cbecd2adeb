"""A statement in its sentence -> certainty, polarity and tense."""

from __future__ import annotations

import pytest

from claimcheck.model import Factuality, Span
from claimcheck.read.factuality import factuality


def read(text: str, words: str) -> Factuality:
    at = text.index(words)
    return factuality(text, Span(0, len(text)), Span(at, at + len(words)))


@pytest.mark.parametrize(
    ("text", "words", "polarity"),
    [
        ("The council refused to recall the envoy.", "recall", "-"),
        ("The ministry denied that 20 were killed.", "20 were killed", "-"),
        ("The guard was not killed.", "killed", "-"),
        ("The guard was killed.", "killed", "+"),
        ("The bridge was not shut but the envoy was recalled.", "recalled", "+"),
    ],
)
def test_polarity(text: str, words: str, polarity: str) -> None:
    assert read(text, words).polarity == polarity


@pytest.mark.parametrize(
    ("text", "words", "certainty"),
    [
        ("The envoy may be recalled.", "recalled", "possible"),
        ("Twelve miners are feared dead.", "dead", "probable"),
        ("The man is suspected of killing two.", "killing", "probable"),
        ("Forty were reportedly killed.", "killed", "probable"),
        ("Forty were killed.", "killed", "certain"),
    ],
)
def test_certainty(text: str, words: str, certainty: str) -> None:
    assert read(text, words).certainty == certainty


@pytest.mark.parametrize(
    ("text", "words", "tense"),
    [
        ("The army will withdraw.", "withdraw", "planned"),
        ("The envoy was due to leave.", "leave", "planned"),
        ("He called the murder of six workers killed there a crime.", "six workers killed", "past"),
        ("She called for the release of the crew.", "release", "demanded"),
        ("The plane crashed due to engine failure.", "engine failure", "past"),
        ("The crash was due to a technical fault.", "technical fault", "past"),
        ("The army is planning to withdraw.", "withdraw", "planned"),
        ("The rebels threatened to close the port.", "close", "planned"),
        ("The council called for the expulsion of the envoy.", "expulsion", "demanded"),
        ("The council called for the immediate and unconditional expulsion of the envoy.", "expulsion", "demanded"),
        ("The army withdrew.", "withdrew", "past"),
    ],
)
def test_tense(text: str, words: str, tense: str) -> None:
    assert read(text, words).tense == tense
