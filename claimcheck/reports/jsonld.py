"""For a knowledge base: each claim as a schema.org Claim, found again by W3C text-quote and text-position selectors.

No ClaimReview: that needs a rating, and claimcheck gives none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claimcheck.model import Article, Claim, Report
from claimcheck.view.index import Index
from claimcheck.view.look import Look
from claimcheck.view.markup import web
from claimcheck.view.value import said
from claimcheck.view.visible import escaped_json, whole

CONTEXT = [
    "https://schema.org",
    {"oa": "http://www.w3.org/ns/oa#", "claimcheck": "urn:claimcheck:"},
]
BESIDE = 32
"""Characters of prefix and suffix, as the Web Annotation examples have them."""


def render(report: Report, look: Look) -> Iterator[str]:
    """Write one graph: the articles, and the claims that appear in them, with the finding that each belongs to."""
    index = Index(report)
    finding_of = {claim: f for f in report.findings for position in f.positions for claim in position.claims}
    graph = [_article(each) for each in report.articles]
    for claim in report.claims:
        told = _claim(claim, index.article(claim))
        finding = finding_of.get(claim.id)
        if finding:
            told["isPartOf"] = {
                "@id": f"urn:claimcheck:finding:{finding.fingerprint}",
                "@type": "Collection",
                "name": whole(finding.question),
                "claimcheck:verdict": finding.verdict.value,
                "claimcheck:code": finding.code,
            }
        graph.append(told)
    yield escaped_json(json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1))
    yield "\n"


def _article(article: Article) -> dict[str, Any]:
    told: dict[str, Any] = {"@id": _id(article), "@type": "NewsArticle", "name": whole(article.title or article.path)}
    if web(article.url):
        told["url"] = article.url
    if article.published:
        told["datePublished"] = article.published.isoformat()
    if article.outlet:
        told["publisher"] = {"@type": "Organization", "name": whole(article.outlet)}
    if article.origin:
        told["sourceOrganization"] = {"@type": "Organization", "name": whole(article.origin)}
    return told | {"inLanguage": whole(article.language)}


def _claim(claim: Claim, article: Article) -> dict[str, Any]:
    text, span = article.text, claim.span
    quote = {
        "@type": "oa:TextQuoteSelector",
        "oa:exact": whole(span.of(text)),
        "oa:prefix": whole(text[max(0, span.start - BESIDE) : span.start]),
        "oa:suffix": whole(text[span.end : span.end + BESIDE]),
    }
    position = {"@type": "oa:TextPositionSelector", "oa:start": span.start, "oa:end": span.end}
    told: dict[str, Any] = {
        "@id": f"{_id(article)}:{claim.id}",
        "@type": "Claim",
        "name": whole(span.of(text)),
        "text": whole(claim.sentence.of(text)),
        "claimcheck:kind": claim.kind,
        "claimcheck:value": whole(said(claim.value)),
        "appearance": {"@id": _id(article)},
        "oa:hasTarget": {
            "@type": "oa:SpecificResource",
            "oa:hasSource": {"@id": _id(article)},
            "oa:hasSelector": [quote, position],
        },
    }
    if claim.source:
        told["claimInterpreter"] = {"@type": "Thing", "name": whole(claim.source)}
    return told


def _id(article: Article) -> str:
    return f"urn:claimcheck:article:{article.id}"
