"""Lines of styled text -> what is printed: every piece passes the gate here, then takes its colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.view.visible import inert, visible

Piece = tuple[str, str]
"""Text and the name of its style; "" is plain."""
Line = tuple[Piece, ...]

_CODES = {
    "bold": "1",
    "dim": "2",
    "conflict": "1;31",
    "check": "1;33",
    "updated": "1;36",
    "agree": "1;32",
    "single": "2",
    "mark": "1;4",
}


def line(*pieces: Piece | str) -> Line:
    """Make a line of pieces; a bare string is plain."""
    return tuple((piece, "") if isinstance(piece, str) else piece for piece in pieces)


def paint(lines: Iterable[Line], color: bool) -> Iterator[str]:
    """Give the lines as they are printed; nothing reaches a terminal but through here."""
    for each in lines:
        yield inert("".join(_piece(text, style, color) for text, style in each).rstrip(" ")) + "\n"


def _piece(text: str, style: str, color: bool) -> str:
    safe = visible(text)
    return f"\x1b[{_CODES[style]}m{safe}\x1b[0m" if color and style and safe.strip() else safe
