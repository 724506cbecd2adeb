"""Finding -> its picture: ranges as bars, a growing number as steps, states and days as bands over time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from xml.etree.ElementTree import Element

from markupsafe import Markup

from claimcheck.immutable import record
from claimcheck.model import Claim, Day, Figure, Finding, Verdict
from claimcheck.reports.html.svg import (
    LEFT,
    RIGHT,
    Scale,
    axis,
    bar,
    dot,
    lane,
    lane_label,
    line,
    path,
    picture,
    scale,
    ticks,
    words,
)
from claimcheck.view.index import Index
from claimcheck.view.rows import label
from claimcheck.view.summary import day
from claimcheck.view.value import number

MOST = 12
"""Lanes drawn in one picture."""
NONE = Markup("")


def chart(finding: Finding, index: Index) -> Markup:
    """Draw what helps to see the finding; nothing where a picture would say no more than its words."""
    if len(finding.positions) < 2 or len(finding.positions) > MOST:
        return NONE
    held = [index.members(position) for position in finding.positions]
    if finding.kind == "figure":
        grew = any(relation.verdict is Verdict.UPDATED for relation in finding.relations)
        grown = _steps(finding, held, index) if grew else NONE
        return _intervals(finding, held) + grown
    if finding.kind == "date":
        return _days(finding, held)
    if finding.kind == "status":
        return _bands(finding, held, index)
    return NONE


@record
class _Range:
    """A bar: its name, its ends (None: open) and the number stated."""

    name: str
    low: float | None
    high: float | None
    number: float | None

    @property
    def known(self) -> list[float]:
        return [end for end in (self.low, self.high, self.number) if end is not None]


def _intervals(finding: Finding, held: Sequence[Sequence[Claim]]) -> Markup:
    """Draw each position as the range that its words admit."""
    ranges = []
    for position, claims in zip(finding.positions, held, strict=True):
        value = next((claim.value for claim in claims if isinstance(claim.value, Figure)), None)
        if value is None or value.is_result or not _finite(value.low, value.high, value.number):
            return NONE
        ranges.append(_Range(label(position), value.low, value.high, value.number))
    return _drawn(ranges, finding.question, number)


def _days(finding: Finding, held: Sequence[Sequence[Claim]]) -> Markup:
    """Draw each position as the days that its words admit."""
    ranges = []
    for position, claims in zip(finding.positions, held, strict=True):
        value = next((claim.value for claim in claims if isinstance(claim.value, Day)), None)
        if value is None:
            return NONE
        low, high = (float(end.toordinal()) if end else None for end in (value.start, value.end))
        ranges.append(_Range(label(position), low, high, low if low == high else None))
    return _drawn(ranges, finding.question, lambda value: day(date.fromordinal(int(value)), year=False), whole=True)


def _drawn(ranges: Sequence[_Range], question: str, say: Callable[[float], str], *, whole: bool = False) -> Markup:
    known = [end for each in ranges for end in each.known]
    if not known:
        return NONE
    low, high = min(known), max(known)
    margin = (high - low) * 0.12 or max(abs(high) * 0.1, 1)
    low, high = (max(0, low - margin) if low >= 0 else low - margin), high + margin
    to = scale(low, high)
    top = lane(len(ranges) - 1) + 16
    marks = [(to(tick), say(tick)) for tick in ticks(low, high) if not whole or tick == int(tick)]
    parts = axis(marks, top) + _shared(ranges, to, top)
    for n, each in enumerate(ranges):
        parts += [lane_label(n, each.name), *_bar(each, n, to)]
    told = f"Ranges: {question}: " + ", ".join(each.name for each in ranges)
    return picture(told, top + 24, *parts)


def _shared(ranges: Sequence[_Range], to: Scale, top: float) -> list[Element]:
    """Shade what all ranges admit, where there is such a thing."""
    low = max((each.low for each in ranges if each.low is not None), default=None)
    high = min((each.high for each in ranges if each.high is not None), default=None)
    left, right = LEFT if low is None else to(low), RIGHT if high is None else to(high)
    return [bar(left, 4, right - left, top - 4, "shared")] if right >= left else []


def _bar(each: _Range, n: int, to: Scale) -> list[Element]:
    """Draw a range; an open end runs on as an arrow to the edge."""
    y = lane(n)
    left = LEFT + 8 if each.low is None else to(each.low)
    right = RIGHT - 8 if each.high is None else to(each.high)
    parts = [bar(left, y - 5, right - left, 10, "range")]
    if each.high is None:
        parts.append(path(f"M{RIGHT - 8} {y - 8:.1f}l8 8l-8 8z", "range"))
    if each.low is None:
        parts.append(path(f"M{LEFT + 8} {y - 8:.1f}l-8 8l8 8z", "range"))
    if each.number is not None:
        parts.append(dot(to(each.number), y, "point"))
    return parts


def _steps(finding: Finding, held: Sequence[Sequence[Claim]], index: Index) -> Markup:
    """Draw a number over the days of its reports, as steps through each day's highest; undated reports are not put in any order."""
    found = {
        (published.toordinal(), value)
        for claims in held
        for claim in claims
        if (published := index.article(claim).published) and (value := _stated(claim)) is not None
    }
    told = dict(sorted(found))
    if len(told) < 2:
        return NONE
    points = list(told.items())
    low, high = min(value for _, value in found), max(value for _, value in found)
    low = 0 if 0 <= low < high * 0.7 else low - (high - low) * 0.2
    to, top = scale(points[0][0], points[-1][0]), 130.0
    up = _upward(low, high, top)
    parts = [part for tick in ticks(low, high, 3) for part in _level(up(tick), number(tick))]
    parts += axis(_spread([(to(when), day(date.fromordinal(when), year=False)) for when, _ in points]), top)
    steps = f"M{to(points[0][0]):.1f} {up(points[0][1]):.1f}"
    for when, value in points[1:]:
        steps += f"H{to(when):.1f}V{up(value):.1f}"
    parts.append(path(steps, "step"))
    for when, value in sorted(found):
        x = to(when)
        parts.append(dot(x, up(value), "point"))
        if value == told[when]:
            parts.append(words(x, up(value) - 9, number(value), "end" if x > 400 else "middle", "b"))
        else:  # Below the day's highest, whose number would stand on it.
            parts.append(words(x - 9, up(value) + 12, number(value), "end", "b"))
    said = ", ".join(f"{day(date.fromordinal(when))}: {number(value)}" for when, value in sorted(found))
    return picture(f"Over time: {finding.question}: {said}", top + 24, *parts)


def _stated(claim: Claim) -> float | None:
    """The number of a figure, or the lower end of a range."""
    if not isinstance(claim.value, Figure):
        return None
    value = claim.value.low if claim.value.number is None else claim.value.number
    return value if value is not None and _finite(value) else None


def _upward(low: float, high: float, top: float) -> Scale:
    width = (high - low) or 1.0
    return lambda value: top - 6 - (top - 34) * (value - low) / width


def _level(y: float, said: str) -> list[Element]:
    return [line(LEFT, y, RIGHT, y, "rule"), words(LEFT - 12, y + 4, said, "end", "q")]


def _bands(finding: Finding, held: Sequence[Sequence[Claim]], index: Index) -> Markup:
    """Draw each state as a band from its first to its last report; undated reports are named beside the band."""
    days = [[on.toordinal() for claim in claims if (on := index.article(claim).published)] for claims in held]
    known = sorted({when for each in days for when in each})
    if len(known) < 2:
        return NONE
    to, top = scale(known[0] - 0.5, known[-1] + 0.5), lane(len(held) - 1) + 16
    parts = axis(_spread([(to(when), day(date.fromordinal(when), year=False)) for when in known]), top)
    told = []
    for n, (position, reported) in enumerate(zip(finding.positions, days, strict=True)):
        parts.append(lane_label(n, label(position)))
        if reported:
            parts.append(
                bar(to(min(reported)) - 7, lane(n) - 7, to(max(reported)) - to(min(reported)) + 14, 14, "range")
            )
            parts += [dot(to(each), lane(n), "point") for each in sorted(set(reported))]
            told.append(
                f"{label(position)}: {day(date.fromordinal(min(reported)))} to {day(date.fromordinal(max(reported)))}"
            )
        else:
            parts.append(words(LEFT + 8, lane(n) + 4, "undated", "start", "q"))
    return picture(f"Over time: {finding.question}: {', '.join(told)}", top + 24, *parts)


def _spread(marks: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """Leave out the marks that would be written over one another; the last one stays."""
    kept: list[tuple[float, str]] = []
    for mark in marks[:-1]:
        if (not kept or mark[0] - kept[-1][0] > 60) and marks[-1][0] - mark[0] > 60:
            kept.append(mark)
    return [*kept, marks[-1]]


def _finite(*values: float | None) -> bool:
    return all(value is None or abs(value) < 1e15 for value in values)
