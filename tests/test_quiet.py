"""Stories as outlets tell them: where they do not differ nothing is called a conflict, and a figure that is changed is met.

`quiet/stories.txt` holds stories of three short articles each, written for this test: `## NAME`, `@ DAY OUTLET`, and after
`!` the answers of each conflict that a careful editor would see too. `quiet/changed.txt` changes one figure of one article
a line, and says what becomes of it: conflict, updated, check, or none where it is missed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from claimcheck.model import Article, Finding, Report, Span
from claimcheck.pipeline import check

QUIET = Path(__file__).parent / "quiet"
ALARMS = ("conflict", "updated", "check")


def _stories() -> dict[str, tuple[tuple[str, ...], list[tuple[str, str, str]]]]:
    """Read the stories: name -> answers that conflict, and (day, outlet, text) of each article."""
    found = {}
    for block in (QUIET / "stories.txt").read_text(encoding="utf-8").split("## ")[1:]:
        head, *articles = block.split("\n@ ")
        name, _, wanted = head.partition("\n! ")
        told = [
            (*article.partition("\n")[0].split(), article.partition("\n")[2].strip() + "\n") for article in articles
        ]
        found[name.strip()] = tuple(wanted.strip().split("; ")) if wanted else (), told
    return found


STORIES = _stories()
CHANGED = [line.split(" | ") for line in (QUIET / "changed.txt").read_text(encoding="utf-8").splitlines() if line]


def _compared(name: str, outlet: str = "", old: str = "", new: str = "") -> Report:
    """Compare a story, one article of it changed."""
    articles = []
    for number, (day, by, text) in enumerate(STORIES[name][1], 1):
        if by == outlet:
            assert old in text
            text = text.replace(old, new, 1)
        articles.append(
            Article(f"a{number}", f"{by}.txt", text, Span(0, len(text)), by, published=date.fromisoformat(day))
        )
    return check(tuple(articles))


def _conflicts(report: Report) -> Iterator[str]:
    for finding in report.findings:
        if str(finding.verdict) == "conflict":
            yield " / ".join(position.label for position in finding.positions)


def _tells(finding: Finding, value: str) -> bool:
    return len(finding.positions) > 1 and any(value in p.label.split() or value == p.label for p in finding.positions)


@pytest.mark.parametrize("name", STORIES)
def test_a_story_whose_outlets_do_not_differ_has_no_conflict(name: str) -> None:
    assert tuple(_conflicts(_compared(name))) == STORIES[name][0]


@pytest.mark.parametrize(("name", "outlet", "old", "new", "value", "becomes"), CHANGED)
def test_a_changed_figure_is_met(name: str, outlet: str, old: str, new: str, value: str, becomes: str) -> None:
    report = _compared(name, outlet, old, new)

    told = [str(finding.verdict) for finding in report.findings if _tells(finding, value)]

    assert next((verdict for verdict in ALARMS if verdict in told), "none") == becomes
