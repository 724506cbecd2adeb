"""Every fuzz target on short texts put together from the fuzzer's own words and seeds; atheris goes further (`tests/fuzz`)."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

FUZZ = Path(__file__).parent / "fuzz"
sys.path.insert(0, str(FUZZ))
from targets import TARGETS  # noqa: E402

WORDS = [ast.literal_eval(f"b{line}") for line in (FUZZ / "words.dict").read_text(encoding="ascii").splitlines()]
SEEDS = [path.read_bytes() for path in sorted((FUZZ / "seeds").iterdir())]
PIECES = st.one_of(st.sampled_from(WORDS), st.sampled_from(SEEDS), st.binary(max_size=3), st.just(b" "), st.just(b"\n"))


@pytest.mark.parametrize("name", sorted(TARGETS))
@given(pieces=st.lists(PIECES, max_size=12), spaced=st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_target_holds(name: str, pieces: list[bytes], spaced: bool) -> None:
    TARGETS[name]((b" " if spaced else b"").join(pieces))
