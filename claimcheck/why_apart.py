"""Why two claims did or did not meet: every slot, level and weight in one table, and what held them apart."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.match.cluster import JOIN
from claimcheck.match.compare import probability, weighed
from claimcheck.match.guards import guard
from claimcheck.match.measure import measured_in
from claimcheck.match.rarity import Likeness, rarity
from claimcheck.model import Claim, Report
from claimcheck.view.cells import wrap
from claimcheck.view.index import Index
from claimcheck.view.paint import Line, line
from claimcheck.view.value import said
from claimcheck.view.visible import one_line, visible


def pair_page(report: Report, left: int, right: int, width: int) -> Iterator[Line]:
    """Explain how two claims (indices into the report's claims) were compared, matched or not."""
    index, claims = Index(report), report.claims
    for number in (left, right):
        yield from _claim(claims[number], index, width)
    yield line()
    if claims[left].kind == claims[right].kind:
        found = weighed(claims[left], claims[right], Likeness(rarity(claims)))
        for c in found.comparisons:
            yield line("  ", f"{c.slot:<14}", f"{c.level:<22}", f"{c.weight:+6.1f}")
        yield line("  ", (f"{'sum':<36}{found.weight:+6.1f}  {probability(found.weight):.0%} sure", "bold"))
        yield line()
    for said_of in verdict(report, left, right):
        for part in wrap(said_of, width):
            yield line(part)


def _claim(claim: Claim, index: Index, width: int) -> Iterator[Line]:
    """Show one of the two: id, article, place, value, and what it is about."""
    topic, place = claim.topic, f"{index.labels[claim.article]} {index.place_of(claim)}"
    yield line((claim.id, "bold"), f"  {claim.kind}  {visible(one_line(place))}")
    told = {"value": said(claim.value), "attribute": topic.attribute, "subject": topic.subject, "place": topic.place}
    told |= {"event": topic.event, "scope": topic.scope, "source": claim.source}
    for name, text in told.items():
        if text:
            yield line("    ", (f"{name:<10}", "dim"), visible(one_line(text))[: max(10, width - 14)])


def verdict(report: Report, left: int, right: int) -> Iterator[str]:
    """Say whether the two stand in one finding, and if not, what kept them apart."""
    a, b = report.claims[left], report.claims[right]
    home = next(
        (f.id for f in report.findings if {a.id, b.id} <= {c for p in f.positions for c in p.claims}),
        "",
    )
    if home:
        yield f"Both stand in the finding {home}."
        return
    if any((m.pair.left, m.pair.right) == (left, right) and not m.guard for m in report.matches):
        yield "Both answer one question, and no article but theirs does: there is nothing to report."
        return
    yield f"Held apart: {apart(report, a, b)}."


def apart(report: Report, a: Claim, b: Claim) -> str:
    """Name the first thing that keeps two claims out of one finding."""
    story = dict(report.stories)
    if a.kind != b.kind:
        return f"kinds, {a.kind} and {b.kind}"
    if story.get(a.article) != story.get(b.article):
        return "stories; claims of two events are never compared"
    if measured_in(a) != measured_in(b):
        return f"measures, {measured_in(a)} and {measured_in(b)}"
    if held := guard(a, b):
        return f"guard, {held}"
    return f"weight; claims join from a mean of {JOIN:.0%} on, and none of their groups may be held apart by a guard"
