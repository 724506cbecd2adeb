"""Articles -> their texts with every claim underlined and linked to its finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from markupsafe import Markup, escape

from claimcheck.immutable import record
from claimcheck.model import Article, Claim, Finding, Report
from claimcheck.view.index import Index
from claimcheck.view.markup import web
from claimcheck.view.summary import ORDER
from claimcheck.view.value import said
from claimcheck.view.visible import inert, one_line, visible

LONGEST = 60_000
"""Characters shown of one article; the page says where it stops."""
MOST = 3_000_000
"""Characters of all texts together; articles after that are listed without theirs."""


@record
class Shown:
    """One article: what is known of it, and its text."""

    article: Article
    label: str
    url: str
    claims: int
    text: Markup
    left_out: int
    """Characters that are not shown."""


def texts(report: Report, index: Index) -> list[Shown]:
    """Show the articles in the order of the report."""
    finding_of = _findings(report.findings)
    by_article: dict[str, list[Claim]] = {}
    for claim in report.claims:
        by_article.setdefault(claim.article, []).append(claim)
    shown, room = [], MOST
    for article in report.articles:
        claims = by_article.get(article.id, [])
        cut = min(len(article.text), LONGEST, room)
        room -= cut
        text = Markup("").join(_pieces(article.text, cut, claims, finding_of))
        label = index.labels[article.id]
        shown.append(Shown(article, label, web(article.url), len(claims), text, len(article.text) - cut))
    return shown


def _findings(findings: Sequence[Finding]) -> dict[str, Finding]:
    """Claim id -> the worst finding that it is in."""
    held: dict[str, Finding] = {}
    for finding in sorted(findings, key=lambda each: ORDER.index(each.verdict)):
        for position in finding.positions:
            for claim in position.claims:
                held.setdefault(claim, finding)
    return held


def _pieces(text: str, cut: int, claims: Sequence[Claim], finding_of: dict[str, Finding]) -> Iterator[Markup]:
    """Cut the text where a claim begins or ends; what lies in several claims shows the shortest of them."""
    ends = {0, cut}
    for claim in claims:
        ends |= {min(claim.span.start, cut), min(claim.span.end, cut)}
    order = sorted(ends)
    waiting = sorted(claims, key=lambda claim: claim.span.start)
    open_: list[Claim] = []
    named: set[str] = set()
    for start, end in pairwise(order):
        while waiting and waiting[0].span.start <= start:
            open_.append(waiting.pop(0))
        open_ = [claim for claim in open_ if claim.span.end > start]
        words = _safe(text[start:end])
        if not open_:
            yield words
            continue
        inner = min(open_, key=lambda claim: (claim.span.end - claim.span.start, claim.id))
        fresh = [claim for claim in open_ if claim.id not in named]
        named |= {claim.id for claim in fresh}
        yield Markup("").join(Markup('<span id="{}"></span>').format(claim.id) for claim in fresh if claim is not inner)
        yield _underlined(words, inner, finding_of.get(inner.id), inner in fresh)
        for claim in fresh:
            other = finding_of.get(claim.id)
            if claim.span == inner.span and claim is not inner and other:
                yield Markup('<sup><a href="#{0}">{0}</a></sup>').format(other.id)


def _underlined(words: Markup, claim: Claim, finding: Finding | None, first: bool) -> Markup:
    """Underline a claim in the manner of its verdict; one that is in no finding is no link."""
    mark = Markup(' id="{}"').format(claim.id) if first else Markup("")
    value = visible(one_line(said(claim.value)))
    if finding is None:
        return Markup('<span{} class="claim none" title="{}">{}</span>').format(mark, f"{claim.kind}: {value}", words)
    title = f"{finding.verdict} {finding.id}: {visible(one_line(finding.question))}: {value}"
    return Markup('<a{} class="claim {}" href="#{}" title="{}">{}</a>').format(
        mark, finding.verdict.value, finding.id, title, words
    )


def _safe(text: str) -> Markup:
    """Show what could hide in a text, keep its line breaks, escape the rest."""
    lines = text.replace("\r\n", "\n").split("\n")
    return Markup("\n").join(escape(visible(inert(part.replace("\t", " ")))) for part in lines)
