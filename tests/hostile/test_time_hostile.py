"""Inputs made to hang a checker end soon: each is measured in processor seconds against a harmless text as long."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest
from program import CONFLICT, articles, run

KB = 1000
HOSTILE = {
    "R1": "1" * (100 * KB),
    "R1-commas": "1," * (50 * KB),
    "R3": "\t!\t(\t\0!\t)" * 18 + "\0",
    "R4": "said " + "a" * 30 + "!",
    "R4-many": ("said " + "a" * 30 + "! ") * 2000,
    "R5": "the ferry fire killed people of Lake Kessel and " * 210
    + "\n\n"
    + "the fire of people killed on the ferry at " * 240,
    "brackets": "<" * (100 * KB),
    "nested": "(" * (50 * KB) + ")" * (50 * KB),
    "quotes": '"' * (100 * KB),
    "curly": "“" * (50 * KB) + "”" * (50 * KB),
    "spaces": " " * (100 * KB) + "x",
    "lines": "\n" * (100 * KB),
    "words": "Yes. " * (20 * KB),
    "ands": "one hundred and " * (6 * KB),
    "names": "John Smith " * (10 * KB),
    "months": "May 1 " * (15 * KB),
    "money": "$1 million " * (9 * KB),
    "hyphens": "twenty-" * (14 * KB),
    "dots": "U.S." * (25 * KB),
}


def cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_it_ends(tmp_path: Path, name: str) -> None:
    text = HOSTILE[name].encode().replace(b"\0", b"\x01").decode()
    articles(tmp_path, {**CONFLICT, "c_2024-05-08.txt": text})
    before = cpu()
    done = run(tmp_path, "-f", "json", timeout=60)
    assert done.code in (1, 3), done.err
    assert cpu() - before < 8  # A second on a quiet machine; what this is to catch takes minutes.
