"""Quantities: one meaning, many wordings; and sentences in which no number counts anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import claims, quantities
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
    (2.5, "two and a half tonnes", "2.5 tonnes", "2 1/2 tonnes", "two point five tonnes", "2,5 tonnes"),
    (1_500_000, "1.500.000 men", "a million and a half men", "one and a half million men", "1'500'000 men"),
    (3_250_000, "3.25 million men", "3 million and a quarter", "three and a quarter million men"),
    (1_234_567, "12,34,567 rupees", "1,234,567 rupees"),
    (0.666667, "two thirds of the men", "two-thirds", "⅔", "2/3"),
    (0.375, "three eighths of it", "3/8 mile", "three-eighths of an inch"),
    (0.05, "one twentieth of them", "1 in 20", "one in twenty"),
    (7, "sevenfold", "seven-fold"),
    (0.04, "one twenty-fifth", "1 over 25", "one over twenty-five"),
    (2.54, "two and fifty-four hundredths", "2.54"),
    (321, "3 hundred and 21", "three hundred and twenty-one"),
    (4300, "4 thousand 3 hundred", "4,300", "4 , 300 men"),
    (75_000_000, "75 USD million", "75 million USD", "$75m"),
    (750_000, "three quarters of a million", "three-quarters of a million men"),
    (1, "a one-litre jar", "the one litre that is left"),
    (1_300_000, "1.3e6", "1.3 × 10^6 volts"),
    (-12, "minus 12 degrees", "-12 degrees", "minus-12 degrees", "−12 degrees"),
    (5.5, "5 feet 6 inches", "5 ft 6 in", "five feet and six inches"),
    (3.4, "3 dollars 40 cents", "three dollars and forty cents", "$3.40"),
    (20_000_000, "20 MUSD", "20m USD", "USD 20 million"),
    (1500, "١٥٠٠ men", "１，５００ men", "1​,500 men"),
]

PRECISION = [
    ("about 1,500 men", 1500, 1350, 1650, "about"),
    ("at least 22 men", 22, 22, None, "at_least"),
    ("more than 1,000 men", 1000, 1000, None, "more_than"),
    ("no fewer than 40 men", 40, 40, None, "at_least"),
    ("fewer than 30 men", 30, None, 30, "less_than"),
    ("as many as 40 men", 40, None, 40, "up_to"),
    ("under the age of 5", 5, None, 5, "less_than"),
    ("one to two tonnes", None, 1, 2, "range"),
    ("a 52-48 vote", None, 48, 52, "range"),
    ("sub-20 nanometre chips", 20, None, 20, "less_than"),
    ("20-odd men", 20, 18, 22, "about"),
    ("5 km or more", 5, 5, None, "at_least"),
    ("an average of 50 men", 50, 45, 55, "about"),
    ("minus 40 degrees or so", -40, -44, -36, "about"),
    ("10 to 15 men", None, 10, 15, "range"),
    ("10-15 men", None, 10, 15, "range"),
    ("1,000-1,200 men", None, 1000, 1200, "range"),
    ("7- or 8-inch screens", None, 7, 8, "range"),
    ("5 per cent to 7 per cent of them", None, 5, 7, "range"),
    ("$3 million to $5 million", None, 3_000_000, 5_000_000, "range"),
    ("between A$3m and A$5m", None, 3_000_000, 5_000_000, "range"),
    ("about 2000 - 2600 calories", None, 2000, 2600, "range"),
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
    ("The calf is three weeks old.", 3, "week", "age"),
    ("An 18-month-old girl slept.", 18, "month", "age"),
    ("It cost 30 francs.", 30, "franc", "money"),
    ("Oil rose to $61.20 per barrel.", 61.2, "USD", "money"),
    ("They pump 900 barrels a day.", 900, "barrel per day", "measure"),
    ("It is a 900 barrel-a-day well.", 900, "barrel per day", "measure"),
    ("It does 90 km/hr at best.", 90, "kilometre per hour", "measure"),
    ("The mast is 60m tall.", 60, "metre", "measure"),
    ("It holds 3.5 seconds.", 3.5, "second", "duration"),
    ("Sales grew threefold.", 3, "fold", "ratio"),
    ("A 14 page letter came.", 14, "page", "count"),
    ("It fetched 40 barrels of oil.", 40, "barrel", "measure"),
    ("It grew four times faster.", 4, "time", "count"),
    ("They bake 900 cakes a day.", 900, "cake", "count"),
    ("One of the tallest towers fell.", 1, "tower", "one"),
    ("A third of the force left.", 0.333333, "ratio", "ratio"),
    ("One in five voters stayed at home.", 0.2, "ratio", "ratio"),
]

COUNTED = [
    ("1,100 US military personnel", "personnel", ("us", "military")),
    ("22 school children", "child", ("school",)),
    ("three air strikes", "strike", ("air",)),
    ("13 police officers", "officer", ("police",)),
    ("30 Fiat and Lada cars", "car", ("fiat and lada",)),
    ("30 young and hungry dogs", "dog", ("young and hungry",)),
    ("two MPs", "mp", ()),
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
No one came.
He has read Catch-22.
Python 3.11 is out.
The 20th century began.
They met at 11:30.
They met at 3 p.m. in the hall.
Chapter 7 is short.
The abbey of A.D. 1210 burned.
It listens on 10.20.30.40 only.
She lives at 12 Garden Lane.
They met in 2014′s heat.
The line 2211-33445566-7788 is shown.
The COVID -19 wave passed.
the sp 500 slid again.
The S&P 500 slid again.
Her iPhone 11 broke.
They are in the bottom three.
He was born in 2000.
Flight 370 vanished.
Article 5 was invoked.
It was the 3rd time.
Gate 14 is closed.
The Galaxy S9 is old.
Windows 10 is old.
It stood at 2-2 on the day.
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


def test_a_range_below_zero_begins_at_its_colder_end() -> None:
    (found,) = quantities("It was -5-8 degrees Celsius at noon.")
    assert (found.low, found.high) == (-8, -5)


def test_parts_and_more_of_them_are_told() -> None:
    found = quantities("The crash killed 15 people, including seven children; another six were hurt.")

    assert [(q.number, q.scope) for q in found] == [(15, ""), (7, "part"), (6, "more")]


def test_five_thousand_digits_are_no_figure() -> None:
    assert quantities("9" * 5000 + " men") == ()


def test_fractions_and_roman_signs_do_not_crash() -> None:
    assert [q.number for q in quantities("² Ⅻ ½")] == [0.5]


CHANGE = [
    ("Prices rose 5 %.", ["up"]),
    ("The index was down about 0.4 per cent at 9,876.", ["down", ""]),
    ("Crude was up 19 cents at $50.", ["up", ""]),
    ("It fell by 300 to 4,000.", ["down", ""]),
    ("It fell 35 points, or 0.4 %.", ["down", "down"]),
    ("It fell 35 points (0.4 %).", ["down", "down"]),
    ("They want a 5 % cut.", ["down"]),
    ("FTSE -0.6%, CAC +1.2%.", ["down", "up"]),
    ("The plane dropped 12 bombs.", [""]),
    ("They raised $5m.", [""]),
    ("They raised it by $5m.", ["up"]),
]


@pytest.mark.parametrize(("text", "change"), CHANGE)
def test_a_rise_and_a_fall_are_told(text: str, change: list[str]) -> None:
    assert [q.change for q in quantities(text)] == change


def test_one_of_several_is_read_but_is_no_claim() -> None:
    assert [q.kind for q in quantities("One of the mayors spoke.")] == ["one"]
    assert [c for c in claims("One of the mayors spoke.") if c.kind == "figure"] == []


def test_a_number_takes_the_noun_or_the_unit_that_was_said_once() -> None:
    found = quantities("They sold 400 vans, compared with 380 last May, as rates went from 4.1 to 4.6 percent.")

    assert [(q.number, q.unit) for q in found] == [(400, "van"), (380, "van"), (4.1, "percent"), (4.6, "percent")]


def test_a_conversion_in_brackets_is_as_exact_as_what_it_converts() -> None:
    found = quantities("They drift more than 100 kilometres (60 miles) and then sink.")

    assert [(q.number, q.modifier, q.low, q.high) for q in found] == [
        (100, "more_than", 100, None),
        (60, "more_than", 60, None),
    ]


def test_a_part_is_counted_in_the_noun_of_its_whole() -> None:
    found = quantities("The storm hit 600 homes, including 150 on the coast.")

    assert [(q.number, q.counted, q.scope) for q in found] == [(600, "homes", ""), (150, "homes", "part")]


@pytest.mark.parametrize(
    ("text", "sure"),
    [("1.500 men", False), ("1.5 men", True), ("1.500.000 men", True), ("4,5", False), ("4,5 km", True)],
)
def test_a_separator_that_could_be_read_two_ways_is_marked(text: str, sure: bool) -> None:
    assert [not q.ambiguous for q in quantities(text)] == [sure]


@given(st.integers(21, 899), st.sampled_from(["killed {} people.", "at least {} homes", "{} trucks and a car"]))
def test_what_was_written_is_read_back(number: int, text: str) -> None:
    assert [q.number for q in quantities(text.format(number))] == [number]


SCALED = st.sampled_from([(1, ""), (1_000, " thousand"), (1_000_000, " million"), (1_000_000_000, "bn")])
WORDINGS = st.sampled_from(
    [("", ""), ("about ", "about"), ("at least ", "at_least"), ("more than ", "more_than"), ("up to ", "up_to")]
)
MEASURES = st.sampled_from(
    [
        ("{} km", "kilometre"), ("{}-mile", "mile"), ("{} tonnes", "tonne"), ("{} hectares", "hectare"), ("{} °C", "degree Celsius"),
        ("{}%", "percent"), ("{} per cent", "percent"), ("€{}", "EUR"), ("US${}", "USD"), ("{} euros", "EUR"), ("{} yen", "JPY"),
        ("{} km/h", "kilometre per hour"), ("{} barrels a day", "barrel per day"), ("{} litres", "litre"), ("{} kWh", "kilowatt hour"),
        ("{} people", "person"), ("{} lorries", "lorry"), ("{} hours", "hour"),
    ]
)  # fmt: skip
FRAMES = st.sampled_from(["{}", "It took {} in all.", "The reports spoke of {}, then of none.", "“{},” he said."])


@given(
    st.one_of(st.integers(2, 999), st.integers(20, 9999).map(lambda n: n / 10), st.integers(2200, 999_999)),
    SCALED,
    WORDINGS,
    MEASURES,
    FRAMES,
    st.booleans(),
)
def test_any_value_in_any_wording_with_any_unit_is_read_back(
    value: float,
    scale: tuple[int, str],
    wording: tuple[str, str],
    measure: tuple[str, str],
    frame: str,
    grouped: bool,
) -> None:
    factor, word = scale if value < 1000 else (1, "")
    digits = (f"{value:,}" if grouped else str(value)) + word
    text = frame.format(wording[0] + measure[0].format(digits))

    (found,) = quantities(text)

    assert found.number == pytest.approx(value * factor)
    assert (found.modifier, found.unit) == (wording[1], measure[1])
    assert text[found.span.start : found.span.end].startswith(wording[0])
    assert digits in text[found.span.start : found.span.end]


@given(st.text(max_size=200))
def test_spans_lie_in_the_text(text: str) -> None:
    for found in quantities(text):
        assert 0 <= found.span.start <= found.digits.start < found.digits.end <= len(text)


def test_measures_convert_and_currencies_do_not() -> None:
    assert round(convert(3, "mile", "kilometre"), 1) == 4.8
    assert round(convert(24, "barrel per day", "barrel per hour"), 9) == 1
    assert round(convert(1, "hectare", "acre"), 2) == 2.47
    assert round(convert(33, "degree Fahrenheit", "degree Celsius"), 3) == 0.556
    with pytest.raises(ValueError, match="cannot convert"):
        convert(1, "barrel per day", "barrel")
    with pytest.raises(ValueError, match="cannot convert"):
        convert(3, "USD", "EUR")
