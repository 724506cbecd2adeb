"""What the configuration says of outlets -> the articles: whose reports each carries, and how far it is trusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from claimcheck.config import Outlet
from claimcheck.model import Article


def known(articles: Sequence[Article], outlets: Sequence[Outlet]) -> tuple[Article, ...]:
    """Give articles their outlet's origin, unless they name one, and its trust; the first name or pattern that fits."""
    return tuple(_known(article, outlets) for article in articles) if outlets else tuple(articles)


def _known(article: Article, outlets: Sequence[Outlet]) -> Article:
    name = article.outlet.casefold()
    told = next((each for each in outlets if name and fnmatchcase(name, each.name.casefold())), None)
    return replace(article, origin=article.origin or told.origin, trust=told.trust) if told else article
