"""Times to the letter: span, type, value, days, relation, anchor and granularity, on either side of every rule's edges."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from claimcheck import timexes
from claimcheck.model import Timex


def rows() -> Iterator[tuple[str, str, date | None]]:
    """Give each sentence, what is read in it, and the day of publication."""
    published: date | None = None
    for line in (Path(__file__).parent / "exact_times.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            published = None if line[2:] == "-" else date.fromisoformat(line[2:])
        elif not line.startswith("#"):
            sentence, _, told = line.partition(" | ")
            yield sentence, told, published


def written(time: Timex, text: str) -> str:
    """Write a time as the file has it."""
    begin, end = (day.isoformat() if day else "" for day in (time.begin, time.end))
    days = f"({begin})" if begin and begin == end else f"({begin}..{end})" if begin or end else ""
    relation = "" if time.relation == "at" else time.relation
    granularity = "" if time.granularity == "day" else time.granularity
    slots = (f"{time.span.of(text)} = {time.type} {time.value}", days, relation, time.anchor, granularity)
    return " ".join(slot for slot in slots if slot)


@pytest.mark.parametrize(("sentence", "told", "published"), [pytest.param(*row, id=row[0][:50]) for row in rows()])
def test_the_times_of_a_sentence(sentence: str, told: str, published: date | None) -> None:
    found = timexes(sentence, published)

    assert ("; ".join(written(time, sentence) for time in found) or "-") == told
