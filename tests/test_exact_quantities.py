"""Quantities to the letter: span, kind, number, interval, unit, noun, scope and change, on either side of every rule's edges."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck import quantities
from claimcheck.model import QuantityMention


def rows() -> Iterator[tuple[str, str]]:
    """Give each sentence and what is read in it."""
    for line in (Path(__file__).parent / "exact_quantities.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            sentence, _, told = line.partition(" | ")
            yield sentence, told


def plain(number: float | None) -> str:
    """Write a number, whole ones without a point."""
    return "" if number is None else f"{number:g}" if abs(number) < 1e6 else repr(number)


def written(found: QuantityMention, text: str) -> str:
    """Write a quantity as the file has it."""
    exact = found.low == found.high == found.number
    slots = (
        f"{found.span.of(text)} = {found.kind}",
        plain(found.number),
        "" if exact else f"[{plain(found.low)}..{plain(found.high)}]",
        found.modifier,
        found.unit and f"unit:{found.unit}",
        found.counted and f"of:{found.counted}",
        f"head:{found.head}" if found.head and found.head != found.unit else "",
        found.qualifiers and f"({','.join(found.qualifiers)})",
        found.change,
        found.scope,
        found.part_of and f"part:{found.part_of}",
        "ambiguous" if found.ambiguous else "",
        "" if found.digits == found.span else f"digits:{found.digits.of(text)}",
    )
    return " ".join(slot for slot in slots if slot)


@pytest.mark.parametrize(("sentence", "told"), [pytest.param(*row, id=row[0][:50]) for row in rows()])
def test_the_quantities_of_a_sentence(sentence: str, told: str) -> None:
    found = quantities(sentence)

    assert ("; ".join(written(q, sentence) for q in found) or "-") == told
