"""Quantities: one meaning, many wordings; and sentences in which no number counts anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import quantities
from claimcheck.read.units import convert

NUMBERS = [
    (1500, "1,500 men", "1500 men", "1 500 men", "1 500 men", "1’500 men", "fifteen hundred men"),
    (22, "22 men", "twenty-two men", "twenty two men"),
    (500_000, "half a million men", "500,000 men", "500 thousand men"),
    (1_200_000, "1.2 million men", "1.2m men", "1,200,000 men"),
    (205, "two hundred and five men", "205 men"),
    (12, "a dozen men", "12 men"),
    (2, "a couple of men", "two men"),
    (2.5, "2½ tonnes", "2.5 tonnes"),
    (1500, "١٥٠٠ men", "１，５００ men", "1​,500 men"),
]

PRECISION = [
    ("about 1,500 men", 1500, 1350, 1650, "about"),
    ("at least 22 men", 22, 22, None, "at_least"),
    ("more than 1,000 men", 1000, 1000, None, "more_than"),
    ("no fewer than 40 men", 40, 40, None, "at_least"),
    ("fewer than 30 men", 30, None, 30, "less_than"),
    ("as many as 40 men", 40, None, 40, "up_to"),
    ("10 to 15 men", None, 10, 15, "range"),
    ("between 10 and 15 men", None, 10, 15, "range"),
    ("dozens of men", None, 12, None, "range"),
    ("tens of thousands of men", None, 10_000, None, "range"),
]

UNITS = [
    ("It cost €1.2bn.", 1_200_000_000, "EUR", "money"),
    ("It cost US$3m.", 3_000_000, "USD", "money"),
    ("It cost two billion euros.", 2_000_000_000, "EUR", "money"),
    ("It cost 40 cents.", 40, "cent", "money"),
    ("It rose by 12 per cent.", 12, "percent", "percent"),
    ("It lies 60 kilometres away.", 60, "kilometre", "measure"),
    ("A 5.9-magnitude quake was felt.", 5.9, "magnitude", "measure"),
    ("A 24-hour strike began.", 24, "hour", "duration"),
    ("The 45-year-old baker left.", 45, "year", "age"),
    ("Ann Lee, 45, left.", 45, "year", "age"),
    ("A third of the force left.", 0.333333, "ratio", "ratio"),
    ("One in five voters stayed at home.", 0.2, "ratio", "ratio"),
]

COUNTED = [
    ("1,100 US military personnel", "personnel", ("us", "military")),
    ("22 school children", "child", ("school",)),
    ("three air strikes", "strike", ("air",)),
    ("13 police officers", "officer", ("police",)),
]

NOTHING = """
The law of 1998 was changed in 2004.
It is Section 12 of the act.
TF1 showed it first.
France 2 showed it later.
An F-16 took off.
She flew on a Boeing 737.
He took Route 66.
It is on page 12.
Call 555-0199-22 now.
The news broke on 9/11.
One of the mayors spoke.
No one came.
He has read Catch-22.
Python 3.11 is out.
The 20th century began.
They met at 11:30.
They met at 3 p.m. in the hall.
Chapter 7 is short.
Flight 370 vanished.
Article 5 was invoked.
It was the 3rd time.
Gate 14 is closed.
The Galaxy S9 is old.
Windows 10 is old.
It won 2-2 on the day.
He lives in Room 101.
World War 2 ended.
It is the one thing he wants.
The COVID-19 wave passed.
1_500 is an identifier.
She was born on 3 May 1970.
The May 2011 report is out.
On the one hand it rained.
A 4x4 was found.
The first one left.
""".strip().splitlines()


@pytest.mark.parametrize(("number", "text"), [(n, t) for n, *texts in NUMBERS for t in texts])
def test_a_number_is_read_in_every_wording(number: float, text: str) -> None:
    assert [q.number for q in quantities(text)] == [number]


@pytest.mark.parametrize(("text", "number", "low", "high", "modifier"), PRECISION)
def test_the_precision_is_kept(
    text: str, number: float | None, low: float | None, high: float | None, modifier: str
) -> None:
    (found,) = quantities(text)

    assert (found.number, found.low, found.high, found.modifier) == (number, low, high, modifier)


@pytest.mark.parametrize(("text", "number", "unit", "kind"), UNITS)
def test_units_are_canonical(text: str, number: float, unit: str, kind: str) -> None:
    assert [(q.number, q.unit, q.kind) for q in quantities(text)] == [(number, unit, kind)]


@pytest.mark.parametrize(("text", "head", "qualifiers"), COUNTED)
def test_the_head_of_what_is_counted_is_found(text: str, head: str, qualifiers: tuple[str, ...]) -> None:
    (found,) = quantities(text)

    assert (found.head, found.qualifiers) == (head, qualifiers)


@pytest.mark.parametrize("text", NOTHING)
def test_a_number_that_only_names_something_is_no_figure(text: str) -> None:
    assert [text[q.digits.start : q.digits.end] for q in quantities(text)] == []


def test_parts_and_more_of_them_are_told() -> None:
    found = quantities("The crash killed 15 people, including seven children; another six were hurt.")

    assert [(q.number, q.scope) for q in found] == [(15, ""), (7, "part"), (6, "more")]


def test_five_thousand_digits_are_no_figure() -> None:
    assert quantities("9" * 5000 + " men") == ()


def test_fractions_and_roman_signs_do_not_crash() -> None:
    assert quantities("² Ⅻ ½") == ()


@given(st.integers(21, 899), st.sampled_from(["killed {} people.", "at least {} homes", "{} trucks and a car"]))
def test_what_was_written_is_read_back(number: int, text: str) -> None:
    assert [q.number for q in quantities(text.format(number))] == [number]


@given(st.text(max_size=200))
def test_spans_lie_in_the_text(text: str) -> None:
    for found in quantities(text):
        assert 0 <= found.span.start <= found.digits.start < found.digits.end <= len(text)


def test_measures_convert_and_currencies_do_not() -> None:
    assert round(convert(3, "mile", "kilometre"), 1) == 4.8
    with pytest.raises(ValueError, match="cannot convert"):
        convert(3, "USD", "EUR")
