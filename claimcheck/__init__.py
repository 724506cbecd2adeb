"""claimcheck: split articles into typed claims, find those that answer the same question, say where they differ.

The library's calls are loaded on first use, so that `import claimcheck` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.pipeline import claims as claims
    from claimcheck.pipeline import compare as compare
    from claimcheck.read.attribution import attributions as attributions
    from claimcheck.read.dates import timexes as timexes
    from claimcheck.read.numbers import quantities as quantities

__version__ = "0.1.0"

_HOMES = {
    "compare": "claimcheck.pipeline",
    "claims": "claimcheck.pipeline",
    "quantities": "claimcheck.read.numbers",
    "timexes": "claimcheck.read.dates",
    "attributions": "claimcheck.read.attribution",
}

__all__ = ["attributions", "claims", "compare", "quantities", "timexes"]


def __getattr__(name: str) -> Any:
    """Load a public call from its home on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")
    found = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found
