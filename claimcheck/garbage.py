"""How often Python looks for records that refer to each other in a circle; ours never do."""

from __future__ import annotations

import gc

RARELY = (100_000, 20, 50)
"""Thresholds of `gc.set_threshold`: new records, and rounds of the younger ages, before a round of the next."""


def collect_rarely() -> None:
    """Let this process look for circles a hundred times as rarely. Only the command does so, no library call."""
    gc.set_threshold(*RARELY)


def collect_no_more() -> None:
    """Let the end of this process look for no circles: its memory goes back as a whole, a tenth of a short run sooner."""
    gc.freeze()
