"""Rows of articles, sorted by story -> rows of findings, claims and articles: a story at a time, never more in memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from claimcheck.config import Config
from claimcheck.extract import numbered
from claimcheck.judge.judge import order
from claimcheck.lexicon import own
from claimcheck.model import Article, Claim, Report
from claimcheck.reports import json as written
from claimcheck.spark.extracting import article_of
from claimcheck.store.codec import decode
from claimcheck.stories import compare_story
from claimcheck.view.index import Index

ROW = "sort string, id string, story string, day string, kind string, verdict string, code string, rank int, first bigint, mark string, json string"
"""The columns of what a story gives; `sort` is "article", "claim", "finding" or "cut"."""
UNDATED = "undated"


def compared(rows: Iterable[Mapping[str, Any]], words: Mapping[str, float], held: Config) -> Iterator[dict[str, Any]]:
    """Compare the stories of rows that come sorted by `story` and `number`.

    A row is an extracted article with its story, its number in the run and the number of claims in all before it.
    """
    own(held.lexicon())
    for story, group in groupby(rows, key=lambda row: row["story"]):
        yield from _story(story, list(group), words, held)


def finished(rows: Iterable[Mapping[str, Any]], before: Mapping[int, int]) -> Iterator[dict[str, Any]]:
    """Give findings with the ids and fingerprints that they have in the run.

    The rows are a part of all, in their order; `part` is its number, `before` how many findings stand in front of each
    part, `times` the how manieth a row is, from 1, of those with its mark.
    """
    for place, row in enumerate(rows, 1):
        record = json.loads(row["json"])
        record["id"] = f"f{before[row['part']] + place}"
        if row["times"] > 1:
            record["fingerprint"] = f"{record['fingerprint']}:{row['times']}"
        told = {name: row[name] for name in ("story", "day", "kind", "verdict", "code")}
        yield told | {"id": record["id"], "mark": record["fingerprint"], "json": written.dumps(record)}


def _story(
    story: str, rows: list[Mapping[str, Any]], words: Mapping[str, float], held: Config
) -> Iterator[dict[str, Any]]:
    articles: list[Article] = []
    claims: list[Claim] = []
    for row in rows:
        name = f"a{row['number']}"
        articles.append(article_of(row, name))
        claims += numbered([decode(row["claims"], name)], held.about, row["before"])
    found = compare_story(story, articles, claims, words, held)
    index = Index(Report(tuple(articles), found.claims, found.findings, stories=tuple((a.id, story) for a in articles)))
    day = {a.id: a.published.isoformat() if a.published else UNDATED for a in articles}
    first = min(day.values())
    for one in articles:
        record = written.article(one, story, found.origins[one.id])
        yield _row("article", one.id, story, day[one.id], record)
    for claim in found.claims:
        yield _row("claim", claim.id, story, day[claim.article], written.claim(claim, index), kind=claim.kind)
    for finding in found.findings:
        rank, number = order(finding)
        told = {"kind": finding.kind, "verdict": finding.verdict.value, "code": finding.code}
        place = {"rank": rank, "first": number, "mark": finding.fingerprint}
        yield _row("finding", "", story, first, written.finding(finding), **told, **place)
    for cut in found.cuts:
        yield _row("cut", "", story, first, written.problem(cut), code=cut.code)


def _row(sort: str, name: str, story: str, day: str, record: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    given = {"kind": "", "verdict": "", "code": "", "rank": 0, "first": 0, "mark": ""} | more
    return {"sort": sort, "id": name, "story": story, "day": day, "json": written.dumps(record)} | given
