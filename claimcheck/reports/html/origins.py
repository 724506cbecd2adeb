"""Articles -> the map of origins: who carries whom, an agency at the left and at the right the articles that name it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from claimcheck.immutable import record
from claimcheck.model import Report
from claimcheck.reports.html.svg import LANE, dot, lane, path, picture, words
from claimcheck.view.carriers import carriers
from claimcheck.view.cells import head
from claimcheck.view.index import Index
from claimcheck.view.visible import one_line, visible

MOST = 60
"""Articles drawn; a larger map says nothing, its table stays."""


@record
class Carried:
    """The map, and the same as a list: each origin with the articles that name it."""

    picture: Markup
    origins: tuple[tuple[str, tuple[str, ...]], ...]
    silent: tuple[str, ...]
    """The articles that name no origin."""


def carried(report: Report, index: Index) -> Carried:
    """Draw who carries whom: agencies that articles name, and first reports that others copy."""
    held = tuple(
        (f"{each.origin}, copied" if each.copied else each.origin, each.articles) for each in carriers(report, index)
    )
    known = {name for _, names in held for name in names}
    every = (visible(one_line(index.labels[article.id])) for article in report.articles)
    return Carried(_map(held), held, tuple(name for name in every if name not in known))


def _map(held: Sequence[tuple[str, Sequence[str]]]) -> Markup:
    """Draw a line from each origin to each article that names it."""
    right = list(dict.fromkeys(name for _, names in held for name in names))
    if not right or len(right) > MOST:
        return Markup("")
    rows = max(len(right), len(held))
    parts = []
    for n, (origin, names) in enumerate(held):
        y = (
            lane(0) + n * LANE * max(1, rows - 1) / max(1, len(held) - 1)
            if len(held) > 1
            else lane(0) + (rows - 1) * LANE / 2
        )
        for name in names:
            to = lane(right.index(name))
            parts.append(path(f"M176 {y:.1f}C230 {y:.1f} 230 {to:.1f} 284 {to:.1f}", "link"))
        parts += [dot(176, y, "point"), words(166, y + 4, head(origin, 22), "end", "b")]
    for n, name in enumerate(right):
        parts += [dot(284, lane(n), "leaf"), words(294, lane(n) + 4, head(name, 22))]
    told = "Who carries whom: " + "; ".join(f"{origin}: {', '.join(names)}" for origin, names in held)
    return picture(told, rows * LANE + 8, *parts)
