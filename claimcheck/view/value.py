"""Value -> the words a reader has for it."""

from __future__ import annotations

from claimcheck.model import Day, Figure, Holder, State, Value, Words
from claimcheck.view.visible import one_line

UNITS = {"person": "people", "percent": "%"}


def said(value: Value) -> str:
    """Say a value in a few words.

    >>> said(Figure(1500, 1350, 1650, "about", "person")), said(Figure(22, 22, None, "at_least", "person"))
    ('about 1,500 people', 'at least 22 people')
    """
    match value:
        case Figure():
            if value.is_result:
                return amount(value)
            modifier = value.modifier.replace("_", " ") if value.modifier != "range" else ""
            return one_line(f"{modifier} {amount(value)} {UNITS.get(value.unit, value.unit)}")
        case Day():
            start, end = value.start, value.end
            if start is None and end is None:
                return value.timex or "open"
            return f"{start or '…'}" if start == end else f"{start or '…'} to {end or '…'}"
        case State():
            return f"{value.frame}: {value.state}"
        case Holder():
            return one_line(value.name)
        case Words():
            return one_line(value.text)


def amount(value: Figure) -> str:
    """The number as stated, or the ends of its range."""
    if value.number is not None:
        return number(value.number)
    low, high = (number(end) if end is not None else "…" for end in (value.low, value.high))
    return f"{high}-{low}" if value.is_result else f"{low} to {high}"


def number(given: float) -> str:
    """Write a number with separators and no more decimals than it has.

    >>> number(1500.0), number(7.8), number(2_400_000_000)
    ('1,500', '7.8', '2,400,000,000')
    """
    if given != given or given in (float("inf"), float("-inf")):
        return "…"
    return f"{int(given):,}" if given == int(given) else f"{given:,.10g}"
