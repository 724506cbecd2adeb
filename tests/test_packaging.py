"""What the package promises of its dependencies."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_lowest_versions_tested_are_the_bounds_stated() -> None:
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    bounds = dict(re.fullmatch(r"([a-z0-9-]+)>=([0-9.]+),<[0-9.]+", each).groups() for each in stated)  # type: ignore[union-attr, misc]
    lowest = re.findall(r"^([a-z0-9-]+)==([0-9.]+)$", (ROOT / ".ci/lowest.txt").read_text(encoding="utf-8"), re.M)

    def digits(version: str) -> list[int]:
        parts = [int(part) for part in version.split(".")]
        return parts + [0] * (3 - len(parts))

    assert {name: digits(version) for name, version in lowest} == {n: digits(v) for n, v in bounds.items()}
