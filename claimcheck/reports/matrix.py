"""For a terminal: findings down, articles across, in each cell what that article says; who stands alone is starred."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Report, Verdict
from claimcheck.view.cells import head, pad, width_of
from claimcheck.view.grid import Across, Grid, grids
from claimcheck.view.index import Index
from claimcheck.view.look import Look
from claimcheck.view.paint import Line, line, paint
from claimcheck.view.rows import label
from claimcheck.view.standing import alone
from claimcheck.view.summary import SYMBOL, at_least, covered, day, tally
from claimcheck.view.visible import one_line, visible
from claimcheck.view.words import closing, verdict_line

NARROW = 9
WIDEST = 14
"""Columns that a cell takes at least and at most."""
QUESTION = 30


def render(report: Report, look: Look) -> Iterator[str]:
    """Draw a matrix a story; articles that do not fit beside each other follow in a second band."""
    return paint(_lines(report, look), color=look.color)


def _lines(report: Report, look: Look) -> Iterator[Line]:
    index = Index(report)
    yield line(covered(report))
    yield line("; ".join(verdict_line(report)))
    shown = sorted(at_least(report.findings, look.down_to(Verdict.AGREE)), key=lambda f: list(Verdict).index(f.verdict))
    starred = False
    for grid in grids(shown, index):
        question = min(QUESTION, max(12, look.width // 3))
        widths = [_width(grid, column, index) for column in range(len(grid.articles))]
        for band in _bands(widths, look.width - question - 4):
            yield line()
            yield from _band(grid, band, [widths[n] for n in band], question, index)
        starred = starred or any(alone(a.finding, n) for a in grid.lines for cell in a.cells for n in cell)
    yield line()
    if starred:
        yield line("* stands alone against more origins")
    yield line(closing(report, tally(report), look))


def _width(grid: Grid, column: int, index: Index) -> int:
    """The columns that an article's widest cell asks for."""
    texts = [_said(across, column) for across in grid.lines] + [index.labels[grid.articles[column].id]]
    return min(WIDEST, max(NARROW, *map(width_of, texts)))


def _bands(widths: list[int], room: int) -> Iterator[list[int]]:
    """Part the columns into bands that fit."""
    band: list[int] = []
    used = 0
    for column, width in enumerate(widths):
        if band and used + width + 2 > room:
            yield band
            band, used = [], 0
        band.append(column)
        used += width + 2
    if band:
        yield band


def _band(grid: Grid, band: list[int], widths: list[int], question: int, index: Index) -> Iterator[Line]:
    names = [visible(one_line(index.labels[grid.articles[n].id])) for n in band]
    days = [day(grid.articles[n].published, year=index.several_years) for n in band]
    for cells, style in ((names, "bold"), (days, "dim")):
        yield line(" " * (question + 4), *((f"{pad(c, w)}  ", style) for c, w in zip(cells, widths, strict=True)))
    for across in grid.lines:
        if any(across.cells[n] for n in band):
            yield _across(across, band, widths, question)


def _across(across: Across, band: list[int], widths: list[int], question: int) -> Line:
    finding = across.finding
    parts: list[tuple[str, str]] = []
    for column, width in zip(band, widths, strict=True):
        lone = any(alone(finding, n) for n in across.cells[column])
        parts.append((pad(_said(across, column), width) + "  ", finding.verdict.value if lone else ""))
    asked = pad(head(visible(one_line(f"{finding.id} {finding.question}")), question), question)
    return line((f"{SYMBOL[finding.verdict]} ", finding.verdict.value), asked, "  ", *parts)


def _said(across: Across, column: int) -> str:
    """What an article says to the question; several positions beside each other."""
    finding = across.finding
    told = (label(finding.positions[n]) + ("*" if alone(finding, n) else "") for n in across.cells[column])
    return " / ".join(told) or "-"
