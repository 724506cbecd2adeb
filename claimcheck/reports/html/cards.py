"""Findings -> cards: the positions side by side, each with the words that carry it, and a picture where it helps."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from claimcheck.immutable import record
from claimcheck.model import Article, Finding, Position
from claimcheck.reports.html.charts import chart
from claimcheck.view.index import Index
from claimcheck.view.markup import web
from claimcheck.view.rows import Row, label, rows
from claimcheck.view.standing import alone, reasons
from claimcheck.view.summary import ORDER, SYMBOL, plural

MOST = 12
"""Rows shown of one position; the others are counted, and underlined in their articles."""


@record
class Evidence:
    """One claim of a position, with its article and the article's address where it is safe to link to."""

    row: Row
    article: Article
    url: str


@record
class Side:
    """One position: what it says, how many origins stand behind it, and the words."""

    label: str
    origins: str
    alone: bool
    said: tuple[Evidence, ...]
    left_out: int


@record
class Card:
    """One finding, ready for the page."""

    finding: Finding
    sides: tuple[Side, ...]
    why: tuple[str, ...]
    chart: Markup
    between: str
    """Who says what, in one line."""


@record
class Section:
    """The cards of one verdict."""

    verdict: str
    symbol: str
    cards: tuple[Card, ...]


def sections(findings: Sequence[Finding], index: Index) -> list[Section]:
    """Sort the findings by verdict, worst first, in their own order within."""
    made = []
    for verdict in ORDER:
        cards = tuple(_card(finding, index) for finding in findings if finding.verdict is verdict)
        if cards:
            made.append(Section(verdict.value, SYMBOL[verdict], cards))
    return made


def _card(finding: Finding, index: Index) -> Card:
    sides = tuple(_side(finding, number, position, index) for number, position in enumerate(finding.positions))
    between = "; ".join(f"{side.label}: {', '.join(_speakers(side))}" for side in sides)
    return Card(finding, sides, tuple(reasons(finding)), chart(finding, index), between)


def _speakers(side: Side) -> list[str]:
    return list(dict.fromkeys(each.row.article for each in side.said))[:4]


def _side(finding: Finding, number: int, position: Position, index: Index) -> Side:
    every = rows(position, index)
    said = tuple(_evidence(row, index) for row in every[:MOST])
    held = plural(position.origins, "origin") if position.origins else ""
    return Side(label(position), held, alone(finding, number), said, len(every) - len(said))


def _evidence(row: Row, index: Index) -> Evidence:
    article = index.article(row.claim)
    return Evidence(row, article, web(article.url))
