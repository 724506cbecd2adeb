"""Clusters -> findings: positions, how they stand to each other, the verdict, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from claimcheck.judge.confidence import confidence
from claimcheck.judge.fingerprint import fingerprint
from claimcheck.judge.headline import contradiction, headline_end
from claimcheck.judge.ladders import climb
from claimcheck.judge.pairing import Pairing
from claimcheck.judge.positions import label, positions
from claimcheck.judge.questions import question
from claimcheck.judge.reasons import reason, why
from claimcheck.judge.states import alarming, disputed
from claimcheck.judge.told import Told, told
from claimcheck.match.compare import probability
from claimcheck.model import Article, Claim, Cluster, Figure, Finding, Position, Relation, Verdict
from claimcheck.read.deeds import FAMILY

RANK = {v: i for i, v in enumerate(Verdict)}
NEXT_SENTENCE = 1
"""Characters between two sentences of one paragraph at most."""
SAME_CODE = {
    "figure": "figure-same",
    "date": "date-same",
    "status": "status-same",
    "name": "name-same",
    "quote": "quote-same",
}


def judge(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    clusters: Sequence[Cluster],
    story: str,
    origin: Mapping[str, str],
    tolerances: Sequence[tuple[str, float]] = (),
) -> tuple[Finding, ...]:
    """Judge each cluster of a story's claims, in their order; ids are given when all stories are judged.

    `tolerances` says of attributes how far two numbers may lie apart and be one position, as a share of the larger;
    `origin` gives each article's origin.
    """
    texts = {a.id: a.text for a in articles}
    heads = {a.id: headline_end(a) for a in articles}
    known = told(claims)
    held = dict(tolerances)
    found = (_finding(cluster, claims, story, origin, texts, heads, held, known) for cluster in clusters)
    return tuple(finding for finding in found if finding.verdict is not Verdict.SINGLE or len(articles) > 1)


def numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put a run's findings in order (worst verdicts first, then by first claim), with ids f1, f2, …

    Equal fingerprints are told apart by a number.
    """
    seen: Counter[str] = Counter()
    out = []
    for number, finding in enumerate(sorted(findings, key=order), 1):
        seen[finding.fingerprint] += 1
        times = seen[finding.fingerprint]
        mark = finding.fingerprint if times == 1 else f"{finding.fingerprint}:{times}"
        out.append(replace(finding, id=f"f{number}", fingerprint=mark))
    return tuple(out)


def order(finding: Finding) -> tuple[int, int]:
    """Give what a run's findings are ordered by: the verdict's rank and the number of the first claim."""
    return RANK[finding.verdict], min(int(claim[1:]) for position in finding.positions for claim in position.claims)


def _finding(
    cluster: Cluster,
    claims: Sequence[Claim],
    story: str,
    origin: Mapping[str, str],
    texts: Mapping[str, str],
    heads: Mapping[str, int],
    tolerances: Mapping[str, float],
    known: Told,
) -> Finding:
    """Judge one cluster."""
    members = _own(cluster.kind, [claims[i] for i in cluster.claims])
    groups = positions(members, tolerances.get(members[0].topic.attribute, 0.0))
    sure = 0.0 if _mixed(groups) else _sure(cluster, claims)
    relations = tuple(
        _relation(cluster.kind, groups, a, b, sure, known) for a, b in combinations(range(len(groups)), 2)
    )
    verdict, code = _verdict(cluster.kind, members, relations)
    if verdict is Verdict.SINGLE and len(groups) > 1:
        within = contradiction(groups, heads[members[0].article], sure, known)
        verdict, code = (Verdict.CHECK, within) if within else (verdict, code)
    placed = tuple(
        Position(label(group, texts), tuple(c.id for c in group), _behind(n, groups, relations, origin))
        for n, group in enumerate(groups)
    )
    return Finding(
        id="",
        fingerprint=fingerprint(code, groups),
        kind=cluster.kind,
        verdict=verdict,
        code=code,
        question=question(members),
        positions=placed,
        relations=relations,
        why=why(code, relations),
        story=story,
        confidence=round(confidence(sure), 3),
    )


def _behind(n: int, groups: Sequence[Sequence[Claim]], relations: Sequence[Relation], origin: Mapping[str, str]) -> int:
    """Count the origins behind a position; an article that reports both sides of a conflict stands on neither."""
    against = {r.a if r.b == n else r.b for r in relations if r.verdict is Verdict.CONFLICT and n in (r.a, r.b)}
    both = {c.article for other in against for c in groups[other]}
    articles = {c.article for c in groups[n]}
    return len({origin[article] for article in articles - both or articles})


def _mixed(groups: Sequence[Sequence[Claim]]) -> bool:
    """Whether an article gives several numbers for what no list knows: they will be of several things."""
    first = groups[0][0]
    if first.kind != "figure" or first.topic.attribute in FAMILY:
        return False
    told = Counter(one for group in groups for one in {(c.article, _unit(c)) for c in group})
    return any(count > 1 for count in told.values())


def _unit(claim: Claim) -> str:
    """Give the unit of a figure: one sum in two currencies is not two things."""
    return claim.value.unit if isinstance(claim.value, Figure) else ""


def _own(kind: str, members: Sequence[Claim]) -> list[Claim]:
    """Keep of an article's states the one that it tells first: others that it tells later are how things stood before.

    Where a frame is of causes, each voice's: "state media blame a fault", "the rebels say that they shot it down".
    """
    if kind != "status":
        return list(members)
    first: dict[tuple[str, str], str] = {}
    kept: list[tuple[int, Claim]] = []
    for place, claim in sorted(enumerate(members), key=lambda held: (held[1].article, held[1].span)):
        state = getattr(claim.value, "state", "")
        voice = claim.source if disputed(claim.topic.attribute) else ""
        if first.setdefault((claim.article, voice), state) == state and not (kept and _restates(kept[-1][1], claim)):
            kept.append((place, claim))
    return [claim for _, claim in sorted(kept, key=lambda held: held[0])]


def _restates(before: Claim, claim: Claim) -> bool:
    """Whether a claim says again what the sentence before it said."""
    near = 0 <= claim.sentence.start - before.sentence.end <= NEXT_SENTENCE
    return claim.article == before.article and near and alarming(claim.topic.attribute)


def _relation(kind: str, groups: Sequence[Sequence[Claim]], a: int, b: int, sure: float, known: Told) -> Relation:
    """Judge two positions."""
    if _inside(groups[a], groups[b]):
        return Relation(a, b, Verdict.AGREE, "inside")
    pairing = Pairing(groups[a], groups[b], sure, known)
    level = climb(kind, pairing)
    return Relation(a, b, level.verdict, level.code, reason(level.code, pairing))


def _inside(a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    """Whether the same articles, in the same voice, say both: between the outlets there is no difference."""
    return {(c.article, c.source) for c in a} == {(c.article, c.source) for c in b}


def _verdict(kind: str, members: Sequence[Claim], relations: Sequence[Relation]) -> tuple[Verdict, str]:
    """Give the worst relation; agree where all say the same, single where one article alone speaks."""
    alone = len({c.article for c in members}) == 1
    if alone and (not relations or kind != "figure"):
        return Verdict.SINGLE, "single"
    if not relations:
        return Verdict.AGREE, SAME_CODE[kind]
    worst = min(relations, key=lambda r: (RANK[r.verdict], r.code == "inside", r.a, r.b))
    if alone:
        return Verdict.SINGLE, "single"
    return worst.verdict, worst.code


def _sure(cluster: Cluster, claims: Sequence[Claim]) -> float:
    """Give the mean probability that two of its claims from different articles answer one question."""
    across = [
        probability(m.weight)
        for m in cluster.matches
        if claims[m.pair.left].article != claims[m.pair.right].article and not m.guard
    ]
    return sum(across) / len(across) if across else 1.0
