"""A number and the words around it -> its unit, and what sort of quantity it is: money, age, magnitude, measure, count."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.read.counted import Counted, counted_at
from claimcheck.read.numerals import Numeral
from claimcheck.read.units import DIMENSION, SIGNS, unit_at

MAGNITUDE_BEFORE = re.compile(
    r"\b[Mm]agnitude ?[ -] ?(?:of )?(?:(?:about|around|at least) )?\Z|\bmeasur(?:ed|ing) (?:a )?\Z"
)

MAGNITUDE_AFTER = re.compile(
    r" ?-? ?magnitude\b|(?: on| \(?on) the Richter|[ -]Richter|(?:[ -][a-z]{2,12})?[ -](?:earth)?quake\b", re.IGNORECASE
)

AGE_AFTER = re.compile(r"[ -]{1,3}years?[ -]{1,3}(?:old|of age)\b", re.IGNORECASE)

AGE_BEFORE = re.compile(r"\b(?:aged|age|ages)(?: of| between)? \Z", re.IGNORECASE)

AGE_APPOSED = re.compile(r"\b[A-Z][\w'’-]{1,20}, \Z")


class Value(NamedTuple):
    """A number or a range of two, and where the digits end."""

    number: float | None
    low: float | None
    high: float | None
    end: int
    ranged: bool
    numeral: Numeral


def measured(text: str, start: int, value: Value, sign: str) -> tuple[str, str, int, Counted]:
    """Give unit, kind, end and what is counted; kind "" for what is no quantity after all."""
    end, none = value.end, Counted(value.end)
    if sign:
        after = unit_at(text, end)
        if after and DIMENSION.get(after[0]) == "money" and after[0] not in ("cent", "penny"):
            end = after[1]
        return (
            SIGNS.get(sign) or SIGNS.get(sign.upper()) or "EUR",
            "money",
            end,
            counted_at(text, end) if text.startswith("-", end) else Counted(end),
        )
    age = AGE_AFTER.match(text, end)
    if age:
        return "year", "age", age.end(), Counted(age.end(), "year-old", "year")
    if AGE_BEFORE.search(text, max(0, start - 14), start):
        return "year", "age", end, none
    if _apposed_age(text, start, end, value):
        return "year", "age", end, Counted(end, "", "")
    quake = MAGNITUDE_AFTER.match(text, end)
    if (quake and "." in text[start:end]) or MAGNITUDE_BEFORE.search(text, max(0, start - 24), start):
        return "magnitude", "measure", end, none
    unit = unit_at(text, end) or (
        unit_at(text, end + 1) if text.startswith(". ", end) and value.numeral.scaled > 1 else None
    )
    if unit:
        return _with_unit(text, start, end, unit)
    counted = counted_at(text, end, value.number == 1)
    if value.numeral.kind == "fraction":
        return ("ratio", "ratio", end, counted) if text.startswith((" of ", " the "), end) else ("", "", end, none)
    if value.number == 1 and not counted.head and text[start].isalpha():
        return "", "", end, none
    head = counted.head
    return ("person" if head in ("person", "") and head else head or ""), "count", end, counted


def _apposed_age(text: str, start: int, end: int, value: Value) -> bool:
    """Whether a number between commas behind a name is an age: "Smith, 45, said"."""
    if not value.number or value.number > 110 or value.number < 2 or not text[start].isdigit():
        return False
    return bool(AGE_APPOSED.search(text, max(0, start - 24), start)) and text[end : end + 1] in (",", ".", ";", ")")


def _with_unit(text: str, start: int, end: int, unit: tuple[str, int]) -> tuple[str, str, int, Counted]:
    """Sort a measured number by its unit's dimension."""
    name, stop = unit
    dimension = DIMENSION[name]
    if name == "second" and text[stop - 1] != "s":
        return "", "", end, Counted(end)
    kind = {"percent": "percent", "money": "money", "duration": "duration"}.get(dimension, "measure")
    counted = Counted(stop, text[end:stop].strip(" -\u00a0"), name)
    if kind == "percent" and text.startswith(" of ", stop):
        whole = counted_at(text, stop)
        counted = Counted(stop, counted.phrase, name, (), "", text[stop + 4 : whole.end])
    return name, kind, stop, counted
