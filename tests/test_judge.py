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


def test_a_sum_is_shown_with_its_parts() -> None:
    found = findings(
        "A fire in Kessel killed at least 21 people, the mayor said.\n",
        "The fire in Kessel killed 15 sailors and six dockers.\n",
    )

    killed = next(f for f in found if f.code == "figure-adds-up")
    assert killed.why == "21 = 15 + 6"


def test_a_headline_with_the_sum_of_its_text_does_not_contradict_it() -> None:
    found = findings("Fire kills 21 in Kessel\n\nA fire in Kessel killed 15 sailors and six dockers on Monday.\n")

    assert "figure-headline" not in [f.code for f in found]


def test_a_part_of_those_told_of_does_not_make_a_sum() -> None:
    found = findings(
        "A fire in Kessel killed 28 people, the mayor said.\n",
        "The fire in Kessel killed 22 sailors, six of them women.\n",
    )

    assert [f.code for f in found if f.verdict is Verdict.CONFLICT] == ["figure-differs"]


def test_the_reason_of_a_conflict_between_authorities_names_them() -> None:
    found = findings(
        "A fire in Kessel killed 22 people, the mayor said.\n", "The fire in Kessel killed 31 people, police said.\n"
    )

    between = next(f for f in found if f.code == "figure-sources")
    assert between.why.endswith("(mayor; police)")


def test_an_article_that_reports_both_sides_stands_behind_neither() -> None:
    found = findings(
        "A fire in Kessel killed 22 people, the mayor said.\n",
        "The fire in Kessel killed 31 people, police said.\n",
        "The fire in Kessel killed 22 people, the mayor said. Police said that 31 people were killed in the fire in Kessel.\n",
    )

    differs = next(f for f in found if f.verdict is Verdict.CONFLICT)
    assert [p.origins for p in differs.positions] == [1, 1]


def test_how_a_source_stands_to_a_figure_is_told() -> None:
    told = {
        "The United Nations estimates that 40 people were killed in Kessel.": "estimate",
        "An estimated 40 people were killed in Kessel.": "estimate",
        "The army denied that 40 people were killed in Kessel.": "denial",
        "The Black Guard said its fighters killed 40 soldiers in Kessel.": "own claim",
        "The group claimed responsibility for an attack that killed 40 soldiers in Kessel.": "own claim",
        "Police said that 40 people were killed in Kessel.": "",
        "The mayor said its roof had killed nobody; 40 people were hurt in Kessel.": "",
    }
    for text, stance in told.items():
        article = Article("a1", "1.txt", text, Span(0, len(text)))
        claims = [c for c in check([article]).claims if c.kind == "figure"]
        assert [c.stance for c in claims] == [stance], text


def test_one_article_with_two_authorities_that_differ_is_a_check() -> None:
    found = findings(
        "A fire in Kessel killed 22 people, the mayor said. Police said that 31 people were killed in the fire in Kessel.\n"
    )

    assert [(f.verdict, f.code) for f in found if f.kind == "figure"] == [(Verdict.CHECK, "figure-voices")]


def test_a_loose_number_does_not_join_two_that_are_told_exactly() -> None:
    texts = (
        "Norvane will buy its rival Deltic for $4.1 billion, the firms said.",
        "Norvane will buy its rival Deltic for about $4.1 billion, the firms said.",
        "Norvane will buy its rival Deltic for $4.4 billion, the firms said.",
    )
    day = date(2024, 10, 14)
    report = check([Article(f"a{n}", f"{n}.txt", t, Span(0, len(t)), published=day) for n, t in enumerate(texts, 1)])
    (found,) = [f for f in report.findings if len(f.positions) > 1]

    assert [p.label for p in found.positions] == ["4.1 billion USD", "4.4 billion USD"]
    assert found.verdict in ("conflict", "check")
