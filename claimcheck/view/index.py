"""Report -> its articles and claims by id, and the file, line and column of a claim."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property
from pathlib import PurePath

from claimcheck.immutable import record
from claimcheck.model import Article, Claim, Figure, Finding, Position, Report, Span

_BREAK = re.compile(r"\r\n|\n|\r")
_NUMBER = re.compile(r"[0-9][0-9.,\u00a0\u202f]*")
_PARTS = re.compile(r"[^_\-. ]+")
LABEL = 14
"""The most cells that an article's short name takes."""


@record
class Place:
    """Where a span stands: lines and columns from 1, counted in characters; the end column is one past the last."""

    line: int
    column: int
    end_line: int
    end_column: int
    page: int = 0
    """The page it stands on, from 1; 0 where the article has no pages."""

    def __str__(self) -> str:
        return f"p{self.page}:{self.line}:{self.column}" if self.page else f"{self.line}:{self.column}"


class Index:
    """Look-ups over one report; lines of an article are counted once, when first asked for."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.articles = {article.id: article for article in report.articles}
        self.claims = {claim.id: claim for claim in report.claims}
        self._breaks: dict[str, list[int]] = {}

    @cached_property
    def stories(self) -> dict[str, str]:
        """Story id by article id."""
        return dict(self.report.stories)

    @cached_property
    def several_years(self) -> bool:
        """Whether the articles are of different years, so that days must name theirs."""
        return len({article.published.year for article in self.report.articles if article.published}) > 1

    @cached_property
    def labels(self) -> dict[str, str]:
        """A short name for each article: the outlets where all differ, else the start of each file's name."""
        articles = self.report.articles
        outlets = {article.outlet for article in articles}
        if len(outlets) == len(articles) and all(0 < len(outlet) <= LABEL for outlet in outlets):
            return {article.id: article.outlet for article in articles}
        stems = {article.id: _PARTS.findall(PurePath(article.path).stem) for article in articles}
        starts = Counter(tuple(parts[:n]) for parts in stems.values() for n in range(1, len(parts) + 1))
        return {article.id: _label(article, stems[article.id], starts) for article in articles}

    def article(self, claim: Claim) -> Article:
        """The article that the claim stands in."""
        return self.articles[claim.article]

    def members(self, finding: Finding | Position) -> list[Claim]:
        """The claims of a position, or of all positions of a finding, in their order."""
        positions = finding.positions if isinstance(finding, Finding) else (finding,)
        return [self.claims[i] for position in positions for i in position.claims if i in self.claims]

    def place(self, article: Article, span: Span) -> Place:
        """Line and column of a span's first character and of the one after its last."""
        line, column = self._at(article, span.start)
        end_line, end_column = self._at(article, span.end)
        return Place(line, column, end_line, end_column, bisect_right(article.pages, span.start))

    def place_of(self, claim: Claim) -> Place:
        """Line and column of a claim."""
        return self.place(self.article(claim), claim.span)

    def _at(self, article: Article, offset: int) -> tuple[int, int]:
        breaks = self._breaks.get(article.id)
        if breaks is None:
            breaks = self._breaks[article.id] = [0, *(found.end() for found in _BREAK.finditer(article.text))]
        line = bisect_right(breaks, offset)
        return line, offset - breaks[line - 1] + 1


def _label(article: Article, parts: list[str], starts: Counter[tuple[str, ...]]) -> str:
    """The shortest start of the file's name that no other file shares; the article's id where that grows too long."""
    for n in range(1, len(parts) + 1):
        label = "-".join(parts[:n])
        if starts[tuple(parts[:n])] == 1 and len(label) <= LABEL:
            return label
    return article.id


def marked(claim: Claim, article: Article) -> Span:
    """The part of the claim's words to mark: the figure where it is written in digits, else all of them.

    A quotation is marked whole, and so is a result, "5-0"; "around 1,500 soldiers" is marked at "1,500".
    """
    if not isinstance(claim.value, Figure) or claim.value.is_result:
        return claim.span
    wanted = (claim.value.number, claim.value.low, claim.value.high)
    for found in _NUMBER.finditer(article.text, claim.span.start, claim.span.end):
        digits = found.group().rstrip(".,\u00a0\u202f")
        if _read(digits) in wanted:
            return Span(found.start(), found.start() + len(digits))
    return claim.span


def _read(digits: str) -> float | None:
    try:
        return float(re.sub("[,\u00a0\u202f]", "", digits))
    except ValueError:
        return None
