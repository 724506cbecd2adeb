"""Who carries whom: agencies that articles name, first reports that others copy, and nothing where nobody carries anybody."""

from __future__ import annotations

from datetime import date

from drawing import drawn

from claimcheck.model import Article, Report, Span
from claimcheck.pipeline import check
from claimcheck.view.carriers import carriers
from claimcheck.view.index import Index

TEXT = (
    "A fire on a ferry killed 14 people on Lake Kessel on Monday, the coastguard said, after the engine room had filled "
    "with smoke shortly after noon and the crew had lost sight of each other."
)


def article(n: int, text: str, day: int, origin: str = "") -> Article:
    return Article(
        f"a{n}", f"{n}.txt", text, Span(0, len(text)), f"paper{n}", published=date(2024, 5, day), origin=origin
    )


def told(*articles: Article) -> list[tuple[str, tuple[str, ...], bool]]:
    report = check(articles)
    return [(each.origin, each.articles, each.copied) for each in carriers(report, Index(report))]


def test_the_first_report_is_carried_by_those_that_copy_it() -> None:
    assert told(article(1, TEXT, 8), article(2, TEXT, 7)) == [("paper2", ("paper1",), True)]


def test_an_agency_is_carried_by_those_that_name_it_and_is_told_once() -> None:
    both = (article(1, TEXT, 7, "AFP"), article(2, TEXT, 8, "AFP"))
    assert told(*both) == [("AFP", ("paper1", "paper2"), False)]


def test_two_reports_of_their_own_carry_nobody() -> None:
    other = (
        "Fourteen passengers died when the Orsola burned. Divers were at work until the evening, and the port was shut."
    )
    assert told(article(1, TEXT, 7), article(2, other, 7)) == []


def test_the_reports_say_so_where_it_is_asked_for() -> None:
    report = check((article(1, TEXT, 8), article(2, TEXT, 7)))
    for name in ("text", "plain"):
        assert "paper2 (copied) <- paper1" in drawn(name, report, origins=True)
        assert "carries whom" not in drawn(name, report)
    assert "paper2, copied" in drawn("html", report)
    assert '"carries": "a1"' in drawn("json", report)
    assert "none copies another" in drawn("text", Report((), (), ()), origins=True)
