"""What the words of events say: which class of event each tells, and which classes befall people in a moment."""

from __future__ import annotations

from claimcheck.lexicon import words as lexicon
from claimcheck.read.words import root

_EVENTS = lexicon("events")
CLASS_OF: dict[str, str] = {root(word): name for name, words in _EVENTS["classes"].items() for word in words}
"""Root of a word -> the class of event that it tells: "robbery" -> "robbed"."""
CLASSES = frozenset(_EVENTS["classes"])
INCIDENTS = frozenset(_EVENTS["incidents"])
"""Classes of what befalls people in a moment; one incident is told by several of them."""
