"""What the reports say of how positions stand: only disputed ones stand alone, and each reason names its pairs."""

from __future__ import annotations

from dataclasses import replace

import sample

from claimcheck.model import Position, Relation, Verdict
from claimcheck.view.standing import alone, differing, reasons

TOLL = sample.FINDINGS[0]


def test_what_was_overtaken_is_not_part_of_the_conflict() -> None:
    assert list(differing(TOLL)) == [1, 2]
    assert [alone(TOLL, number) for number in range(3)] == [False, True, False]


def test_each_reason_names_its_pairs() -> None:
    assert list(reasons(TOLL)) == [
        "24, 31: police say 24, the coast guard 31, on one day",
        "at least 22 → 24; at least 22 → 31: 24 is the later report",
    ]


def test_a_step_between_stands_for_the_whole_way() -> None:
    grew = tuple(Relation(a, b, Verdict.UPDATED, "figure-grew") for a, b in ((0, 1), (0, 2), (1, 2)))
    odd = Relation(2, 3, Verdict.CONFLICT, "figure-differs")
    positions = tuple(Position(label, (), 1) for label in ("14", "23", "29", "34"))
    toll = replace(TOLL, positions=positions, relations=(*grew, odd), why="they differ")
    assert list(reasons(toll)) == ["29, 34: they differ", "14 → 23; 23 → 29: the later report has the higher number"]


def test_two_positions_need_no_names() -> None:
    two = replace(TOLL, positions=TOLL.positions[1:], relations=(Relation(0, 1, Verdict.CONFLICT, "figure-differs"),))
    assert list(reasons(two)) == [TOLL.why]


def test_many_pairs_are_counted() -> None:
    positions = tuple(Position(str(n), (), 1) for n in range(5))
    every = tuple(Relation(a, b, Verdict.CONFLICT, "figure-differs") for a in range(4) for b in range(a + 1, 4))
    grew = Relation(0, 4, Verdict.UPDATED, "figure-grew")
    said = next(reasons(replace(TOLL, positions=positions, relations=(*every, grew), why="they differ")))
    assert said == "0, 1; 0, 2; 0, 3; 1, 2; 2 more: they differ"
