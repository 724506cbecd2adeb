"""Who carries whom: an agency or a first report, and the articles that carry it."""

from __future__ import annotations

from datetime import date

from claimcheck.immutable import record
from claimcheck.model import Report
from claimcheck.view.index import Index
from claimcheck.view.visible import one_line, visible


@record
class Carriers:
    """One origin; all texts are one line each and safe to print."""

    origin: str
    """The agency's name, or whose report it is that others copy."""
    articles: tuple[str, ...]
    """The short names of the articles that carry it."""
    copied: bool
    """Whether it is known by like words alone, no article naming it."""


def carriers(report: Report, index: Index) -> tuple[Carriers, ...]:
    """Give the origins that an article names, and those that several articles share, in the order of the input."""
    named: dict[str, list[str]] = {}
    for article in report.articles:
        for name in dict.fromkeys(part.strip() for part in article.origin.split(",") if part.strip()):
            named.setdefault(name, []).append(article.id)
    found = [Carriers(_safe(name), _labels(held, index), copied=False) for name, held in named.items()]
    groups: dict[str, list[str]] = {}
    for article_id, origin in report.origins:
        groups.setdefault(origin, []).append(article_id)
    days = {article.id: article.published or date.max for article in report.articles}
    for held in groups.values():
        if len(held) > 1 and not any(set(held) <= set(told) for told in named.values()):
            first = min(held, key=lambda each: days[each])
            rest = [each for each in held if each != first]
            found.append(Carriers(_safe(index.labels[first]), _labels(rest, index), copied=True))
    return tuple(found)


def _labels(held: list[str], index: Index) -> tuple[str, ...]:
    return tuple(_safe(index.labels[each]) for each in held)


def _safe(text: str) -> str:
    return visible(one_line(text))
