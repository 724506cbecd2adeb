"""Many words -> one pattern in which common beginnings are shared, so that a place in a text is tried once, not per word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any


def trie(words: Iterable[str]) -> str:
    """Give a pattern that matches each of the words, the longest first.

    >>> trie(["said", "says", "told"])
    '(?:sa(?:id|ys)|told)'
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _pattern(root)


def _pattern(node: dict[str, Any]) -> str:
    """Write one node: its branches, and whether a word may end here."""
    ends = "" in node
    branches = []
    for char in sorted(key for key in node if key):
        tail, below = char, node[char]
        while len(below) == 1 and "" not in below:
            (char, below), *_ = below.items()
            tail += char
        rest = "" if list(below) == [""] else _pattern(below)
        branches.append(re.escape(tail) + rest)
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"
