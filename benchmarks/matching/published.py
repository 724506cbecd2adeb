"""Published data: ECB+ chains of one number in several articles, and RTE-3 pairs of a text and a statement."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.model import Article, Claim, Figure, Finding, Report, Span, Verdict
from claimcheck.pipeline import check

LETTERS = re.compile(r"[^a-z0-9]+")
AGREE = (Verdict.AGREE, Verdict.SINGLE)


@dataclass(frozen=True)
class Chain:
    """What became of one chain: how many of its mentions were read, and stand in its best finding; whether the verdict fits."""

    name: str
    mentions: int
    read: int
    joined: int
    right: bool


def lines(file: Path) -> list[dict[str, Any]]:
    """Read JSON Lines."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def article(number: int, text: str, name: str = "") -> Article:
    """Make an undated article of a text."""
    return Article(f"a{number}", name or f"{number}.txt", text, Span(0, len(text)))


def chains(data: Path) -> Iterator[Chain]:
    """Compare the articles of each event, and follow the chains that are not times."""
    texts = {each["doc_id"]: each for each in lines(data / "ecbplus-docs-dev.jsonl")}
    wanted = [each for each in lines(data / "ecbplus-chains-dev.jsonl") if not each["type"].startswith("TIME")]
    for event in sorted({each["subtopic"] for each in wanted}):
        names = sorted(name for name, each in texts.items() if each["subtopic"] == event)
        articles = tuple(article(n, texts[name]["text"], name) for n, name in enumerate(names, 1))
        report = check(articles)
        for chain in (each for each in wanted if each["subtopic"] == event):
            yield _followed(chain, report, {each.path: each for each in articles})


def _followed(chain: dict[str, Any], report: Report, articles: dict[str, Article]) -> Chain:
    told = [_claims(mention, report, articles) for mention in chain["mentions"]]
    found: Counter[str] = Counter()
    home = {claim: finding for finding in report.findings for p in finding.positions for claim in p.claims}
    for claims in told:
        found.update({home[claim].id for claim in claims if claim in home})
    best = min(found, key=lambda name: (-found[name], name), default="")
    agrees = len({tuple(mention["values"]) for mention in chain["mentions"]}) == 1
    finding = next((each for each in report.findings if each.id == best), None)
    right = finding is not None and found[best] > 1 and _agreeing(finding, told) == agrees
    return Chain(chain["desc"], len(told), sum(bool(claims) for claims in told), found[best] if best else 0, right)


def _agreeing(finding: Finding, told: list[set[str]]) -> bool:
    """Whether the chain's own claims stand in one position, or in positions that agree."""
    mine = set().union(*told)
    at = {n for n, position in enumerate(finding.positions) if mine & set(position.claims)}
    return not any(r.verdict not in AGREE for r in finding.relations if r.a in at and r.b in at)


def _claims(mention: dict[str, Any], report: Report, articles: dict[str, Article]) -> set[str]:
    """Give the ids of the figures that a mention can be: of its value, in its sentence."""
    text = articles.get(mention["doc_id"])
    if text is None:  # A few chains name an article that is kept apart.
        return set()
    sentence = _bare(mention["sentence"])
    return {
        claim.id
        for claim in report.claims
        if claim.article == text.id
        and _bare(claim.sentence.of(text.text)) in sentence
        and _is(claim, mention["values"])
    }


def _bare(words: str) -> str:
    return LETTERS.sub("", words.lower())


def _is(claim: Claim, values: list[float]) -> bool:
    value = claim.value
    return isinstance(value, Figure) and any(v in (value.number, value.low, value.high) for v in values)


def contradictions(data: Path) -> tuple[int, int, int]:
    """Compare each text with its statement; give how many contradictions are found, how many are called so, and how many there are."""
    hit = called = there = 0
    for pair in lines(data / "rte3-numeric-dev.jsonl"):
        report = check((article(1, pair["text_a"]), article(2, pair["text_b"])))
        alarm = any(finding.verdict in (Verdict.CONFLICT, Verdict.UPDATED) for finding in report.findings)
        gold = pair["label"] == "contradiction"
        hit, called, there = hit + (alarm and gold), called + alarm, there + gold
    return hit, called, there
