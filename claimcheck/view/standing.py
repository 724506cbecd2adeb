"""How the positions of a finding stand to each other: which differ, which stands alone, and why, pair by pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Finding, Relation, Verdict
from claimcheck.view.codes import says
from claimcheck.view.summary import ORDER
from claimcheck.view.visible import one_line, visible

DISPUTED = (Verdict.CONFLICT, Verdict.CHECK)
MOST = 4
"""Pairs named for one reason; the others are counted."""


def differing(finding: Finding) -> Sequence[int]:
    """The positions (indices) between which the finding's own verdict stands."""
    found = {i for relation in _worst(finding) for i in (relation.a, relation.b)}
    return sorted(found) or range(len(finding.positions))


def alone(finding: Finding, position: int) -> bool:
    """Whether one origin stands alone with a disputed position against others that more have."""
    stands = [each.origins for each in finding.positions]
    return finding.verdict in DISPUTED and position in differing(finding) and stands[position] <= 1 < max(stands)


def reasons(finding: Finding) -> Iterator[str]:
    """Why the verdict, fit to print; of three positions or more, which pairs each reason is about, worst first."""
    by_code: dict[tuple[Verdict, str], list[Relation]] = {}
    for relation in sorted(finding.relations, key=lambda each: ORDER.index(each.verdict)):
        by_code.setdefault((relation.verdict, relation.code), []).append(relation)
    if len(finding.positions) < 3 or len(by_code) < 2:
        said = [finding.why] if finding.why else [relation.why for relation in finding.relations]
    else:
        said = [_pairs(finding, found) for found in by_code.values()]
    for why in dict.fromkeys(said):
        if why:
            yield visible(one_line(why))


def _worst(finding: Finding) -> list[Relation]:
    return [relation for relation in finding.relations if relation.verdict is finding.verdict]


def _pairs(finding: Finding, found: Sequence[Relation]) -> str:
    """Name the pairs of one reason: "29, 34: the numbers differ"; what was overtaken points to what took its place."""
    labels = [position.label for position in finding.positions]
    joint = " → " if found[0].verdict is Verdict.UPDATED else ", "
    pairs = [f"{labels[each.a]}{joint}{labels[each.b]}" for each in _next(finding, found)]
    if not pairs:
        return ""
    named = "; ".join(pairs[:MOST]) + (f"; {len(pairs) - MOST} more" if len(pairs) > MOST else "")
    why = found[0].why or (finding.why if found[0].code == finding.code else says(found[0].code))
    return f"{named}: {why}"


def _next(finding: Finding, found: Sequence[Relation]) -> Sequence[Relation]:
    """Leave out the updates that others lead to: of 14 → 23 → 29 the pair 14 → 29."""
    if found[0].verdict is not Verdict.UPDATED:
        return found
    there = {(each.a, each.b) for each in finding.relations if each.verdict is Verdict.UPDATED}
    steps = {b for _, b in there}
    return [each for each in found if not any((each.a, b) in there and (b, each.b) in there for b in steps)]
