"""What stands in front of a place in a text: patterns that end there, looked for in the last characters alone."""

from __future__ import annotations

import re


def led_by(pattern: re.Pattern[str], text: str, at: int, reach: int) -> re.Match[str] | None:
    r"""Find a pattern that ends in `\Z` in front of a place, within so many characters.

    >>> bool(led_by(re.compile(r"at least \Z"), "at least 22", 9, 12))
    True
    """
    return pattern.search(text, max(0, at - reach), at)
