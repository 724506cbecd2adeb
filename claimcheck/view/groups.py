"""Findings in groups with a heading each: by story, or by outlet; one group without a heading where none is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.immutable import record
from claimcheck.model import Article, Finding
from claimcheck.view.index import Index
from claimcheck.view.summary import covered, plural
from claimcheck.view.visible import one_line, visible

GROUPS = ("story", "outlet")


@record
class Group:
    """Findings under a heading; by outlet a finding stands under each outlet that takes part in it."""

    title: str
    findings: Sequence[Finding]


def grouped(found: Sequence[Finding], index: Index, by: str) -> Iterator[Group]:
    """Group the findings, in the order of the articles; groups without a finding are left out."""
    if not by:
        yield Group("", found)
        return
    for title, articles in _headings(index, by):
        ids = {article.id for article in articles}
        own = [finding for finding in found if any(claim.article in ids for claim in index.members(finding))]
        if own:
            title = one_line(f"{title} · {covered(replace(index.report, articles=tuple(articles), stories=()))}")
            yield Group(f"{visible(title)} · {plural(len(own), 'finding')}", own)


def _headings(index: Index, by: str) -> Iterator[tuple[str, list[Article]]]:
    """A name and the articles of each group."""
    groups: dict[str, list[Article]] = {}
    for article in index.report.articles:
        name = index.stories.get(article.id, "") if by == "story" else article.outlet or index.labels[article.id]
        groups.setdefault(name, []).append(article)
    for name, articles in groups.items():
        titles = (article.title for article in articles)
        yield (f"STORY {name} {next(filter(None, titles), '')}" if by == "story" else name), articles
