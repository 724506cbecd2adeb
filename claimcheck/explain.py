"""Why: what a code means, and for a finding the levels that judged it and the weights that matched its claims."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import isfinite

from claimcheck.model import Finding, Match, Report
from claimcheck.view.block import block
from claimcheck.view.cells import wrap
from claimcheck.view.codes import codes, problems, says
from claimcheck.view.index import Index
from claimcheck.view.look import Look
from claimcheck.view.paint import Line, line
from claimcheck.view.rows import label
from claimcheck.view.visible import one_line

MOST = 12
"""Pairs shown, the heaviest first, unless all are asked for."""


def code_page(code: str, width: int) -> Iterator[Line]:
    """Document a code."""
    told = codes().get(code) or {"verdict": "problem", **problems()[code]}
    yield line((code, "bold"), "  ", (told["verdict"], told["verdict"] if code in codes() else "dim"))
    for name in ("says", "next", "example") if code in problems() else ("says", "example"):
        for n, part in enumerate(wrap(one_line(told[name]), width - 12)):
            yield line("  ", ("" if n else name, "dim"), " " * (10 - (0 if n else len(name))), part)


def code_list() -> Iterator[Line]:
    """List all codes, a line each."""
    column = max(map(len, codes())) + 2
    for code, told in codes().items():
        yield line(code.ljust(column), (told["verdict"].ljust(10), told["verdict"]), told["says"])
    for code, told in problems().items():
        yield line(code.ljust(column), ("problem".ljust(10), "dim"), told["says"])


def finding_page(report: Report, finding: Finding, look: Look) -> Iterator[Line]:
    """Explain a finding: its rows, then how it was judged, then what matched its claims."""
    index = Index(report)
    yield from block(finding, index, look, look.width)
    yield line()
    yield line(("How it was judged", "bold"))
    yield from _judged(finding, look.width)
    yield line()
    yield line(("What matched its claims", "bold"), f"  ({finding.confidence:.0%} sure that they answer one question)")
    yield from _matched(report, finding, index, look)


def _judged(finding: Finding, width: int) -> Iterator[Line]:
    if not finding.relations:
        yield from _code(finding.code, "  ", width)
    for relation in finding.relations:
        a, b = (label(finding.positions[i]) for i in (relation.a, relation.b))
        for part in wrap(f"{a} – {b}", width - 2):
            yield line("  ", part)
        yield line("    ", (relation.verdict.value, relation.verdict.value), f"  {relation.code}")
        yield from _code(relation.code, "    ", width)
        if relation.why and relation.why != finding.why:
            yield line("    ", one_line(relation.why))


def _code(code: str, indent: str, width: int) -> Iterator[Line]:
    for part in wrap(says(code), width - len(indent)):
        yield line(indent, (part, "dim"))


def _matched(report: Report, finding: Finding, index: Index, look: Look) -> Iterator[Line]:
    found = _within(report, finding)
    shown = found if look.verbose else found[:MOST]
    for match in shown:
        yield from _match(report, match, index)
    if len(found) > len(shown):
        yield line("  ", (f"and {len(found) - len(shown)} lighter pairs: -v", "dim"))
    if not found:
        yield line("  no pair: its claims were never compared with others")


def _within(report: Report, finding: Finding) -> list[Match]:
    """The compared pairs of the finding's claims, heaviest first, those held apart last."""
    members = {claim for position in finding.positions for claim in position.claims}
    wanted = {frozenset(pair) for pair in combinations(sorted(members), 2)}
    claims = report.claims
    found = [m for m in report.matches if frozenset((claims[m.pair.left].id, claims[m.pair.right].id)) in wanted]
    return sorted(found, key=lambda m: (bool(m.guard), -m.weight, m.pair.left, m.pair.right))


def _match(report: Report, match: Match, index: Index) -> Iterator[Line]:
    sides = []
    for number in (match.pair.left, match.pair.right):
        claim = report.claims[number]
        sides.append(f"{index.labels[claim.article]} {index.place_of(claim)}")
    total = f"{match.weight:+.1f}" if isfinite(match.weight) else "–"
    yield line("  ", " – ".join(sides), ("  " + total, "bold"), f"  held apart: {match.guard}" if match.guard else "")
    for comparison in match.comparisons:
        yield line("      ", f"{comparison.slot:<14}", f"{comparison.level:<22}", f"{comparison.weight:+6.1f}")
