"""The labelled stories: what blocking keeps, what the learned weights do on a story left out, and how sure is sure."""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from claimcheck.load import load
from claimcheck.match import compare as comparing
from claimcheck.match.block import block
from claimcheck.match.compare import Comparing, probability
from claimcheck.match.guards import guard
from claimcheck.match.train import labelled, labelled_folders, learn
from claimcheck.model import Claim, Report
from claimcheck.pipeline import check

KINDS = ("figure", "date", "name")
BINS = 10
Labelled = tuple[Path, Path, tuple[str, ...]]


class LeftOut(NamedTuple):
    """A story compared by weights that were not learned from it."""

    name: str
    joined: int
    """True pairs that stand in one finding."""
    true: int
    met: int
    """Labelled pairs that stand in one finding, true or not."""
    weighed: list[tuple[float, bool]]
    """Of each pair that no guard holds apart its probability, and whether it is true."""
    told: list[tuple[float, bool]]
    """Of each pair that stands in one finding the finding's confidence, and whether it is true."""


def folders(data: Path) -> list[Labelled]:
    """The labelled stories of a data folder, with gold file and manifests."""
    return labelled_folders([str(data / "stories")])


def compared(story: Labelled) -> tuple[Report, dict[int, set[int]]]:
    """Compare a story; give the report, and of each claim (index) the labelled topics that it belongs to."""
    gold, folder, manifests = story
    articles, _ = load([str(folder)], manifests=manifests)
    report = check(articles)
    names = {each.id: Path(each.path).name for each in articles}
    return report, labelled(report.claims, names, json.loads(gold.read_text(encoding="utf-8")))


def pairs_of(claims: Sequence[Claim], topics: dict[int, set[int]]) -> Iterator[tuple[int, int, bool]]:
    """Every pair of labelled claims of one kind in two articles, and whether they are of one topic."""
    for i, j in combinations(sorted(i for i in topics if claims[i].kind in KINDS), 2):
        if claims[i].kind == claims[j].kind and claims[i].article != claims[j].article:
            yield i, j, bool(topics[i] & topics[j])


def blocking(data: Path) -> tuple[int, int, int, int]:
    """Give the true pairs that share a block, all true pairs, the pairs that share a block, and all pairs."""
    kept = true = looked = every = 0
    for story in folders(data):
        report, topics = compared(story)
        key = {i: held.key for held in block(report.claims, report.stories) for i in held.members}
        for i, j, same in pairs_of(report.claims, topics):
            together = key[i] == key[j]
            kept, true = kept + (same and together), true + same
            looked, every = looked + together, every + 1
    return kept, true, looked, every


def left_out(data: Path) -> Iterator[LeftOut]:
    """Learn from all stories but one and compare that one, story by story."""
    known = folders(data)
    shipped = comparing.weights
    try:
        for story in known:
            told = tomllib.loads(learn([each for each in known if each is not story]))
            comparing.weights = lambda told=told: told  # type: ignore[misc, assignment]
            report, topics = compared(story)
            home = _findings(report)
            pairs = list(pairs_of(report.claims, topics))
            sure = {finding.id: finding.confidence for finding in report.findings}
            told = [(sure[home[i]], same) for i, j, same in pairs if i in home and home[i] == home.get(j)]
            true = sum(same for _, _, same in pairs)
            joined = sum(same for _, same in told)
            yield LeftOut(story[1].name, joined, true, len(told), _weighed(report, pairs), told)
    finally:
        comparing.weights = shipped


def _findings(report: Report) -> dict[int, str]:
    at = {claim.id: n for n, claim in enumerate(report.claims)}
    return {at[claim]: finding.id for finding in report.findings for p in finding.positions for claim in p.claims}


def _weighed(report: Report, pairs: Sequence[tuple[int, int, bool]]) -> list[tuple[float, bool]]:
    """Give the probability of each pair that shares a block and that no guard holds apart, and whether it is true."""
    key = {i: held.key for held in block(report.claims, report.stories) for i in held.members}
    claims = report.claims
    asked = {(i, j): same for i, j, same in pairs if key[i] == key[j] and not guard(claims[i], claims[j])}
    comparing = Comparing(claims)
    return [(probability(comparing.between(i, j).weight), same) for (i, j), same in asked.items()]


def reliability(weighed: Sequence[tuple[float, bool]]) -> list[tuple[str, int, float, float]]:
    """Sort probabilities into tenths: the range, how many, the mean of what was said, the share that is true."""
    bins: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for said, true in weighed:
        bins[min(BINS - 1, int(said * BINS))].append((said, true))
    table = []
    for number, held in sorted(bins.items()):
        mean, share = sum(said for said, _ in held) / len(held), sum(true for _, true in held) / len(held)
        table.append((f"{number / BINS:.1f}-{(number + 1) / BINS:.1f}", len(held), mean, share))
    return table
