"""Finding -> the lines of its block: a title, a row for each claim in aligned columns, and why."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.immutable import record
from claimcheck.model import Finding, Position
from claimcheck.view.cells import around, head, pad, width_of, wrap
from claimcheck.view.index import Index
from claimcheck.view.look import Look
from claimcheck.view.paint import Line, line
from claimcheck.view.rows import Row, label, one_an_article, rows
from claimcheck.view.standing import reasons
from claimcheck.view.summary import SYMBOL, day, plural
from claimcheck.view.visible import one_line, visible

MOST = 6
"""Rows shown of one position, unless every row is asked for."""
QUOTATION = 34
"""Columns that a quotation needs beside the others; with less it goes on a line of its own."""
USUAL = 100
"""Columns of a terminal that `WIDEST` is made for."""
WIDEST = {"label": 20, "article": 14, "who": 16}


@record
class Entry:
    """A row with the position's label, which stands beside its first row only."""

    label: str
    row: Row
    day: str
    origins: str = ""
    """How many origins stand behind the position, beside its first row."""


@record
class Columns:
    """The widths of the columns of one block."""

    label: int
    article: int
    day: int
    who: int
    place: int

    def quotation(self, width: int) -> int:
        """The columns left for the quotation."""
        return width - 4 - sum(w + 2 for w in (self.label, self.article, self.day, self.who) if w) - self.place - 2


def block(finding: Finding, index: Index, look: Look, width: int) -> Iterator[Line]:
    """Draw a finding."""
    yield from _title(finding, width)
    entries, left_out = _entries(finding, index, look)
    columns = _columns(entries, width)
    if columns.quotation(width) >= QUOTATION:
        for entry in entries:
            yield _aligned(entry, columns, width, look)
    else:
        for entry in entries:
            yield from _stacked(entry, width, look)
    if left_out:
        yield line("    ", (f"and {plural(left_out, 'more row')}: -v", "dim"))
    for why in reasons(finding):
        yield from _hanging("why  ", why, width)


def _title(finding: Finding, width: int) -> Iterator[Line]:
    """Draw symbol, verdict and question, and at the right the code and the finding's id."""
    tag = f"{finding.code}  {finding.id}"
    title = f"{SYMBOL[finding.verdict]} {finding.verdict.upper()}"
    first, *more = wrap(visible(one_line(finding.question)), width - width_of(title) - width_of(tag) - 6)
    gap = width - width_of(title) - 3 - width_of(first) - width_of(tag)
    yield line((title, finding.verdict.value), "   ", (first, "bold"), " " * gap, (tag, "dim"))
    for part in more:
        yield line(" " * (width_of(title) + 3), (part, "bold"))


def _entries(finding: Finding, index: Index, look: Look) -> tuple[list[Entry], int]:
    entries, left_out = [], 0
    for position in finding.positions:
        every = rows(position, index)
        shown = every if look.verbose else one_an_article(every)[:MOST]
        left_out += len(every) - len(shown)
        beside = [label(position), _origins(position, shown)]
        for n, row in enumerate(shown):
            shown_day = day(row.day, year=index.several_years)
            entries.append(Entry(beside[n] if n < len(beside) else "", row, shown_day, "" if n else beside[1].strip()))
    return entries, left_out


def _origins(position: Position, shown: list[Row]) -> str:
    return f" {plural(position.origins, 'origin')}" if position.origins and len(shown) > 1 else ""


def _columns(entries: list[Entry], width: int) -> Columns:
    spare = (
        max(0, width - USUAL) // 5
    )  # of a wide terminal each column that is cut gets a fifth more, the quotation the rest

    def widest(name: str, texts: list[str]) -> int:
        return min(max(map(width_of, texts), default=0), WIDEST.get(name, 99) + spare)

    return Columns(
        label=widest("label", [e.label for e in entries]),
        article=widest("article", [e.row.article for e in entries]),
        day=widest("day", [e.day for e in entries]),
        who=widest("who", [e.row.who for e in entries]),
        place=widest("place", [str(e.row.place) for e in entries]),
    )


def _aligned(entry: Entry, columns: Columns, width: int, look: Look) -> Line:
    row, room = entry.row, columns.quotation(width)
    quoted = _quotation(row, room, look)
    fill = room - sum(width_of(text) for text, _ in quoted)
    return line(
        "    ",
        (pad(entry.label, columns.label) + "  ", "dim" if entry.label.startswith(" ") else ""),
        pad(row.article, columns.article) + "  ",
        pad(entry.day, columns.day) + "  ",
        pad(row.who, columns.who) + "  ",
        *quoted,
        " " * (fill + 2),
        (str(row.place).rjust(columns.place), "dim"),
    )


def _stacked(entry: Entry, width: int, look: Look) -> Iterator[Line]:
    row = entry.row
    if entry.label and not entry.label.startswith(" "):
        told = f" · {entry.origins}" if entry.origins else ""
        yield line("    ", head(entry.label, width - 4 - width_of(told)), (told, "dim"))
    said = f"{row.article} · {entry.day} · {row.who} · {row.place}"
    yield line("      ", (head(said, width - 6), "dim"))
    yield line("      ", *_quotation(row, width - 6, look))


def _quotation(row: Row, room: int, look: Look) -> Line:
    """Clip the sentence around its figure; without colour the figure stands in brackets."""
    opening, closing = ("", "") if look.color else ("[", "]")
    before, mark, after = around(row.before, row.mark, row.after, room - len(opening) - len(closing))
    return line(before, (f"{opening}{mark}{closing}", "mark"), after)


def _hanging(name: str, text: str, width: int) -> Iterator[Line]:
    for n, part in enumerate(wrap(text, width - 4 - len(name))):
        yield line("    ", (" " * len(name) if n else name, "dim"), part)
