"""Findings of a story <-> JSON: claims by their place in the story, without the ids that a run gives."""

from __future__ import annotations

import json
from collections.abc import Sequence
from sys import intern
from typing import Any

from claimcheck.model import Finding, Position, Relation, Verdict


def encode(findings: Sequence[Finding], claims: Sequence[str]) -> str:
    """Write a story's findings; `claims` are the ids of the story's claims."""
    place = {claim: number for number, claim in enumerate(claims)}
    return json.dumps([_row(f, place) for f in findings], ensure_ascii=False, separators=(",", ":"))


def decode(payload: str, claims: Sequence[str], story: str) -> list[Finding]:
    """Read findings again, of the story of that name whose claims have these ids."""
    return [_finding(row, claims, story) for row in json.loads(payload)]


def _row(finding: Finding, place: dict[str, int]) -> list[Any]:
    return [
        finding.fingerprint,
        finding.kind,
        finding.verdict.value,
        finding.code,
        finding.question,
        [[p.label, [place[c] for c in p.claims], p.origins] for p in finding.positions],
        [[r.a, r.b, r.verdict.value, r.code, r.why] for r in finding.relations],
        finding.why,
        finding.confidence,
    ]


def _finding(row: list[Any], claims: Sequence[str], story: str) -> Finding:
    mark, kind, verdict, code, question, positions, relations, why, confidence = row
    return Finding(
        id="",
        fingerprint=mark,
        kind=intern(kind),
        verdict=Verdict(verdict),
        code=intern(code),
        question=intern(question),
        positions=tuple(Position(label, tuple([claims[n] for n in held]), n) for label, held, n in positions),
        relations=tuple(Relation(a, b, Verdict(v), intern(c), intern(w)) for a, b, v, c, w in relations),
        why=intern(why),
        story=story,
        confidence=confidence,
    )
