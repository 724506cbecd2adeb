"""How a topic's event says that a figure or a day is not of its article's own event: the marks that kinds write and matching reads."""

from __future__ import annotations

COMPARED = "before"
"""The event of a figure of an earlier time, told for comparison."""
AT = "at "
"""In front of a place that the article tells of beside its own."""
OF = "of "
"""In front of the town of one of an article's two events, or of a town beside its event's."""
WIDER = "wide"
"""The event of those who fell in a whole country, beside those of one place."""
ANOTHERS = "other"
"""The event of a figure of another incident that the article names beside its own: "in another shipwreck"."""
BESIDE = "beside"
"""The event of a toll that lies far from the one that its article opens with."""
