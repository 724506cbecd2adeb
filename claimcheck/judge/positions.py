"""A cluster's claims -> positions: the claims that say the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from claimcheck.match.measure import convertible, within
from claimcheck.model import Claim, Day, Figure, Holder, Interval, State
from claimcheck.read.calendar import OPEN_WEEKDAY, open_weekday
from claimcheck.read.spelling import same_name
from claimcheck.read.time_scan import MONTHS, WEEKDAYS
from claimcheck.read.units import dimension

ROUNDED = 0.15
"""A rounded bound and a count within this share of each other are one position: "more than 20" and 21."""
CONVERTED = 0.1
"""How far two measures in different units may lie apart: conversions in news are rounded."""
LOOSE = ("about", "more_than", "less_than", "up_to", "at_least", "range")


def positions(claims: Sequence[Claim], share: float = 0.0) -> list[list[Claim]]:
    """Group the claims that say the same, in the order of their dates; groups never depend on the order given.

    Numbers that lie no further apart than `share` of the larger are the same.
    """
    ordered = sorted(claims, key=_order)
    groups: list[list[Claim]] = []
    for claim in ordered:
        home = next((g for g in groups if same(g[0], claim, share)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return groups


def _order(claim: Claim) -> tuple[date, int, float, str, int, int]:
    """Order claims by date, exact values before rounded ones, then by value and place.

    The value comes before the article, for 110 is near "about 120" and that near 130: what one is grouped with must not
    hang on which article is the first.
    """
    value = claim.value
    loose = isinstance(value, Figure) and value.modifier in LOOSE
    size = size_of(value) if isinstance(value, Figure) else 0.0
    return (claim.as_of.start or date.max, int(loose), size, claim.article, claim.span.start, claim.span.end)


def size_of(value: Figure) -> float:
    """Give a figure's number, or the end that it has."""
    return float(next((v for v in (value.number, value.low, value.high) if v is not None), 0.0))


def same(a: Claim, b: Claim, share: float = 0.0) -> bool:
    """Whether two claims of one question say the same."""
    x, y = a.value, b.value
    if isinstance(x, Figure) and isinstance(y, Figure):
        if convertible(x, y) and dimension(x.unit) != "percent":
            return within(x, y, CONVERTED)
        comparable = x.unit == y.unit or not dimension(x.unit) or not dimension(y.unit)
        return comparable and a.factuality.polarity == b.factuality.polarity and same_figure(x, y, share)
    if isinstance(x, Day) and isinstance(y, Day):
        return (x.start, x.end) == (y.start, y.end) or (x.start is None and y.start is None and x.timex == y.timex)
    if isinstance(x, State) and isinstance(y, State):
        return x.state == y.state and a.factuality.polarity == b.factuality.polarity
    if isinstance(x, Holder) and isinstance(y, Holder):
        return x.name == y.name or same_name(x.name, y.name)
    return True


def same_figure(x: Figure, y: Figure, share: float = 0.0) -> bool:
    """Whether two numbers are one count as stated.

    >>> same_figure(Figure(21, 21, 21, "", "person"), Figure(20, 20, None, "more_than", "person"))
    True
    >>> same_figure(Figure(22, 22, None, "at_least", "person"), Figure(44, 44, None, "at_least", "person"))
    False
    """
    if x.number is None or y.number is None:
        return (x.number, x.low, x.high) == (y.number, y.low, y.high)
    if x.number == y.number:
        return True
    big, small = max(abs(x.number), abs(y.number)), min(abs(x.number), abs(y.number))
    rounded = _rounded(x) or _rounded(y)
    return big > 0 and (big - small) / big <= max(share, ROUNDED if rounded else 0.0)


def _rounded(value: Figure) -> bool:
    """Whether a number is a rounded bound or estimate: "about 100", "more than 20"."""
    return value.modifier in ("about", "more_than", "at_least", "up_to", "less_than") and bool(
        value.number and value.number >= 20 and value.number % 10 == 0
    )


def span_of_time(claims: Sequence[Claim]) -> Interval:
    """Give the first and last day for which a position is stated; open where any claim has no date."""
    starts = [c.as_of.start for c in claims if c.as_of.start]
    ends = [c.as_of.end for c in claims if c.as_of.end]
    if not starts or not ends:
        return Interval(None, None)
    return Interval(min(starts), max(ends))


def label(claims: Sequence[Claim], texts: Mapping[str, str]) -> str:
    """Word a position: the value in short."""
    claim = claims[0]
    value = claim.value
    if isinstance(value, Figure):
        return _figure(value)
    if isinstance(value, Day):
        return _days(value)
    if isinstance(value, State):
        return ("not " if claim.factuality.polarity == "-" else "") + value.state.replace("_", " ")
    if isinstance(value, Holder):
        return value.name
    return _clip(value.text)


def _figure(value: Figure) -> str:
    """Word a figure: "about 1,500", "more than 20", "10 to 15", and a result "3-1"."""
    if value.is_result:
        return f"{value.high:.0f}-{value.low:.0f}"
    words = {
        "about": "about ",
        "more_than": "more than ",
        "at_least": "at least ",
        "less_than": "fewer than ",
        "up_to": "up to ",
    }
    if value.number is None:
        ends = [number(n) for n in (value.low, value.high) if n is not None]
        core = (
            " to ".join(ends)
            if len(ends) == 2
            else f"{ends[0]} or {'more' if value.low is not None else 'fewer'}"
            if ends
            else "?"
        )
    else:
        core = words.get(value.modifier, "") + number(value.number)
    unit = {"percent": " %", "percentage point": " points"}.get(
        value.unit, f" {value.unit}" if value.unit.isupper() and len(value.unit) == 3 else ""
    )
    return core + unit


def number(value: float) -> str:
    """Write a number with separators and without an idle fraction.

    >>> number(1500.0), number(5.25), number(1_200_000_000), number(4_100_000_000)
    ('1,500', '5.25', '1.2 billion', '4.1 billion')
    """
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size and abs(round(value / size, 3) * size - value) < 0.5:
            return f"{value / size:g} {word}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def _days(value: Day) -> str:
    """Word a date: one day, or first to last."""
    if value.start is None and value.end is None:
        return _open_day(value.timex) or "?"
    if value.start == value.end and value.start:
        return value.start.isoformat()
    return f"{value.start or '…'} to {value.end or '…'}"


def _open_day(timex: str) -> str:
    """Word a day that hangs on an unknown week or year: "XXXX-WXX-3" is a Wednesday, "XXXX-05-08" 8 May.

    >>> [_open_day(t) for t in ("XXXX-WXX-3", "XXXX-WXX-WE", "XXXX-05-08", "XXXX-05", "XXXX-02-30", "P3D")]
    ['a Wednesday', 'a weekend', '8 May', 'May', 'XXXX-02-30', 'P3D']
    """
    if weekday := open_weekday(timex):
        return f"a {list(WEEKDAYS)[weekday - 1].capitalize()}"
    if timex.startswith(f"{OPEN_WEEKDAY}WE"):
        return "a weekend"
    if not timex.startswith("XXXX-") or len(timex) not in (7, 10):
        return timex
    try:
        day = date.fromisoformat(f"2000{timex[4:]}" if len(timex) == 10 else f"2000{timex[4:]}-01")
    except ValueError:
        return timex
    month = list(MONTHS)[day.month - 1].capitalize()
    return f"{day.day} {month}" if len(timex) == 10 else month


def _clip(text: str, width: int = 60) -> str:
    """Shorten a quotation at a word."""
    words = " ".join(text.split())
    return words if len(words) <= width else words[:width].rsplit(" ", 1)[0] + " …"
