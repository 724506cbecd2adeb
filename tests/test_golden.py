"""Each format of a report, byte by byte; `GOLDEN=update pytest tests/test_golden.py` rewrites what is expected.

A story of the corpus takes part once it has a folder in `tests/golden/`.
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import sample

from claimcheck.model import Report
from claimcheck.reports import formats, renderer
from claimcheck.view.look import Look

GOLDEN = Path(__file__).parent / "golden"
CORPUS = Path(__file__).parent.parent / "corpus"
STORIES = sorted(folder.name for folder in GOLDEN.iterdir() if folder.name != "sample")


@cache
def report(story: str) -> Report:
    if story == "sample":
        return sample.report()
    from claimcheck.pipeline import compare

    made = compare([str(CORPUS / story)])
    named = tuple(replace(a, path=Path(a.path).relative_to(CORPUS.parent).as_posix()) for a in made.articles)
    return replace(made, articles=named)


@pytest.mark.parametrize("story", ["sample", *STORIES])
@pytest.mark.parametrize("name", formats())
def test_a_report_is_drawn_as_before(story: str, name: str) -> None:
    drawn = "".join(renderer(name)(report(story), Look(exit_code=1, paths=f"corpus/{story}"))).encode("utf-8")
    golden = GOLDEN / story / f"report.{name}"
    if os.environ.get("GOLDEN") == "update":
        golden.write_bytes(drawn)

    assert golden.read_bytes() == drawn
