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


def undated(*texts: str) -> list[Finding]:
    articles = [Article(f"a{n}", f"{n}.txt", text, Span(0, len(text))) for n, text in enumerate(texts, 1)]
    return list(check(articles).findings)


def test_two_holders_of_an_office_in_undated_articles_are_a_check() -> None:
    texts = (
        "The fire in Kessel is out, Governor Ada Brenner of Aldmark said.",
        "Kessel mourns after the fire. Governor Lena Odegaard of Aldmark spoke.",
    )
    found = [(f.verdict, f.code) for f in undated(*texts) if f.kind == "name" and f.code != "single"]
    assert (Verdict.CONFLICT, "name-differs") not in found


def test_an_open_weekend_is_judged_like_any_other_time() -> None:
    found = undated("The fair opens at the weekend in Kessel.", "The fair opens on Monday in Kessel.")
    assert all(f.verdict is not Verdict.CONFLICT for f in found)


def test_a_lower_bound_of_a_population_is_kept_by_a_larger_number() -> None:
    found = findings(
        "More than 100,000 people live on the island of Orsa.", "The island of Orsa has a population of 120,000."
    )
    assert [(f.verdict, f.code) for f in found if f.kind == "figure"] == [(Verdict.AGREE, "figure-consistent")]


def test_a_bound_of_a_toll_is_a_count_as_stated() -> None:
    found = findings(
        "The quake killed at least 22 people in Orsa on Monday.", "The quake killed 44 people in Orsa on Monday."
    )
    assert [f.verdict for f in found if f.kind == "figure"] == [Verdict.CONFLICT]


def test_a_point_that_may_part_thousands_is_a_check() -> None:
    found = findings("There are 1.500 soldiers in Orsa.", "There are 1,500 soldiers in Orsa.")
    assert [(f.verdict, f.code) for f in found if f.kind == "figure"] == [(Verdict.CHECK, "figure-separator")]


def test_the_day_for_which_a_count_holds_orders_the_reports() -> None:
    found = findings(
        "As of Monday morning 9 people had died in the quake at Orsa.",
        "As of Tuesday evening 12 people had died in the quake at Orsa.",
    )
    assert not [f for f in found if f.kind == "date"]
    assert [f.verdict for f in found if f.kind == "figure"] == [Verdict.UPDATED]
