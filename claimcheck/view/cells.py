"""Fitting text into terminal columns: widths are counted in cells, so that CJK and emoji take two."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells

ELLIPSIS = "…"
WORD = 14
"""A cut moves back to the end of a word where that is not further away than this."""


def width_of(text: str) -> int:
    """How many columns the text takes."""
    return len(text) if text.isascii() else cell_len(text)


def head(text: str, width: int) -> str:
    """The longest start of the text that fits, closed by an ellipsis where something is left out.

    >>> head("Niger’s capital", 12)
    'Niger’s…'
    """
    if width_of(text) <= width:
        return text
    if width < 1:
        return ""
    return _first(text, width - 1) + ELLIPSIS


def tail(text: str, width: int) -> str:
    """The longest end of the text that fits, opened by an ellipsis where something is left out.

    >>> tail("in Niger’s capital", 12)
    '…capital'
    """
    if width_of(text) <= width:
        return text
    if width < 1:
        return ""
    return ELLIPSIS + _first(text[::-1], width - 1)[::-1]


def pad(text: str, width: int) -> str:
    """Fill up with spaces to the width, or cut down to it."""
    cut = head(text, width)
    return cut + " " * (width - width_of(cut))


def around(before: str, mark: str, after: str, width: int) -> tuple[str, str, str]:
    """Clip the text around a mark, so that the mark stays in view with more of what follows than of what precedes.

    >>> around("About one thousand five hundred or ", "1,500", " soldiers are still present.", 24)
    ('…or ', '1,500', ' soldiers…')
    """
    mark = head(mark, width)
    room = width - width_of(mark)
    wants_before, wants_after = width_of(before), width_of(after)
    left = min(wants_before, max(room * 2 // 5, room - wants_after))
    return tail(before, left), mark, head(after, room - left)


def wrap(text: str, width: int) -> list[str]:
    """Break into lines at spaces; a word wider than a line is chopped.

    >>> wrap("two sources, one day", 10)
    ['two', 'sources,', 'one day']
    """
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if width_of(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = chop_cells(word, max(width, 2)) or [""]
        lines += full
    return [*lines, line] if line or not lines else lines


def _first(text: str, width: int) -> str:
    """The start of the text that fits, ended after a word where one ends near; measures only what may fit,
    for a line can be a megabyte long."""
    part = text[: width + 1]
    while width_of(part) > width:
        part = part[:-1]
    space = part.rstrip(" ").rfind(" ")
    if text[len(part) : len(part) + 1] not in ("", " ") and len(part) - space <= WORD:
        part = part[: max(space, 0)]
    return part.rstrip(" ")
