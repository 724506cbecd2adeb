"""Numbers that only name something give no claim of kind figure: years, routes, models, sections, scores, names, idioms."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimcheck

LINES = [
    line
    for line in (Path(__file__).parent / "traps.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
COUNTED = """
United fans threw 31 flares.
The explosion in Building 7 killed 12 people.
The toll rose to 61.
A blast in cell 4 hurt three guards.
The Group of Seven gave 20 million euros.
Seven Dead After Ferry Fire Near Lagos
The fire at 14 Rue Blanche killed nine people.
He pleaded guilty to five counts under Article 112.
Of the 80 wounded, 30 are in hospital.
Five Turkish soldiers were killed in the raid.
""".strip().splitlines()


def figures(text: str) -> list[str]:
    return [c.span.of(text) for c in claimcheck.claims(text) if c.kind == "figure"]


def test_there_are_enough_of_them() -> None:
    assert len(set(LINES)) >= 250


@pytest.mark.parametrize("line", LINES)
def test_a_number_that_names_something_is_no_figure(line: str) -> None:
    assert figures(line.removeprefix("~ ")) == []


@pytest.mark.parametrize("line", COUNTED)
def test_a_number_that_counts_beside_one_that_names_is_a_figure(line: str) -> None:
    assert figures(line)
