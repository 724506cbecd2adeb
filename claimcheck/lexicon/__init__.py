"""Word lists and frames: TOML files, one folder a language; no rule stands here, and no word stands elsewhere."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words(name: str, language: str = "en") -> dict[str, Any]:
    """Read the list `lexicon/LANGUAGE/NAME.toml`; treat the result as read-only."""
    return tomllib.loads(files(__name__).joinpath(language, f"{name}.toml").read_text(encoding="utf-8"))
