"""Report -> the matrix: findings down, the articles of a story across, in each cell what that article says."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.immutable import record
from claimcheck.model import Article, Finding
from claimcheck.view.index import Index


@record
class Across:
    """One finding over the articles of its story: of each article the positions (indices) that it takes."""

    finding: Finding
    cells: tuple[tuple[int, ...], ...]


@record
class Grid:
    """The matrix of one story; an article that takes part in none of its findings has no column."""

    story: str
    articles: tuple[Article, ...]
    lines: tuple[Across, ...]


def grids(findings: Sequence[Finding], index: Index) -> list[Grid]:
    """Lay out the findings, a matrix a story, stories and articles in the order of the report."""
    taken = {finding.id: _taken(finding, index) for finding in findings}
    by_story: dict[str, list[Finding]] = {}
    for finding in findings:
        by_story.setdefault(finding.story, []).append(finding)
    made = []
    for story, held in by_story.items():
        there = {article for finding in held for article in taken[finding.id]}
        articles = tuple(article for article in index.report.articles if article.id in there)
        lines = tuple(Across(f, tuple(tuple(taken[f.id].get(a.id, ())) for a in articles)) for f in held)
        made.append(Grid(story, articles, lines))
    return made


def _taken(finding: Finding, index: Index) -> dict[str, list[int]]:
    """Article id -> the positions that it takes."""
    taken: dict[str, list[int]] = {}
    for number, position in enumerate(finding.positions):
        for claim in index.members(position):
            held = taken.setdefault(claim.article, [])
            if number not in held:
                held.append(number)
    return taken
