"""One story's articles and claims -> its findings; stories are compared one after the other, on any engine by this."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.config import Config
from claimcheck.immutable import record
from claimcheck.judge.judge import judge
from claimcheck.judge.origins import origins
from claimcheck.match.block import block
from claimcheck.match.cluster import cluster
from claimcheck.match.elsewhere import settle
from claimcheck.model import Article, Claim, Finding, Match, Problem


@record
class Compared:
    """What comparing a story gives."""

    claims: tuple[Claim, ...]
    """The story's claims, in their order, with its own event named alike."""
    findings: tuple[Finding, ...]
    """Without ids; see `judge.numbered`."""
    matches: tuple[Match, ...]
    """The pairs that were kept; their indices are of `claims`."""
    cuts: tuple[Problem, ...]
    origins: Mapping[str, str]
    """Article id -> origin."""


def compare_story(
    story: str, articles: Sequence[Article], claims: Sequence[Claim], words: Mapping[str, float], held: Config
) -> Compared:
    """Match and judge the claims of one story; `words` is the `rarity` of the whole run."""
    home = [(article.id, story) for article in articles]
    settled = settle(claims, articles, home)
    clusters, cuts = cluster(settled, block(settled, home, held.limits.block), held.limits.block, words)
    origin = origins(articles)
    findings = judge(articles, settled, clusters, story, origin, held.tolerances)
    return Compared(settled, findings, tuple(m for c in clusters for m in c.matches), cuts, origin)
