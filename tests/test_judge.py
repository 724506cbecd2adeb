"""What judging says of one article alone, and of who says what."""

from __future__ import annotations

from datetime import date

from claimcheck.model import Article, Finding, Span, Verdict
from claimcheck.pipeline import check


def findings(*texts: str) -> list[Finding]:
    """Check articles of one day with these texts."""
    articles = [
        Article(f"a{n}", f"{n}.txt", text, Span(0, len(text)), published=date(2024, 5, 7))
        for n, text in enumerate(texts, 1)
    ]
    return list(check(articles).findings)


def test_a_headline_that_contradicts_its_text_is_a_finding_of_its_own() -> None:
    found = findings("Fire kills 22 in Kessel\n\nA fire in Kessel killed 31 people on Monday, the mayor said.\n")

    assert [(f.verdict, f.code) for f in found if f.code != "single"] == [(Verdict.CHECK, "figure-headline")]


def test_a_headline_that_its_text_bears_out_is_none() -> None:
    found = findings("Fire kills 31 in Kessel\n\nA fire in Kessel killed 31 people on Monday, the mayor said.\n")

    assert [f.code for f in found if f.verdict is not Verdict.SINGLE] == []


def test_an_article_whose_text_tells_of_the_rise_does_not_contradict_itself() -> None:
    found = findings(
        "Toll raised to 31 killed in Kessel\n\nA fire in Kessel earlier reported to have killed 22 people.\n"
    )

    assert "figure-headline" not in [f.code for f in found]
