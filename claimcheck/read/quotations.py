"""Text -> quotations: what stands between quotation marks, over sentences and paragraphs."""

from __future__ import annotations

import re

from claimcheck.model import Span

CURLY = re.compile(r"“([^“”]{1,1500})(?:”|(?=\n\s{0,9}“)|\Z)")
STRAIGHT = re.compile(r'(?<![\w])"([^"\n]{1,1500})"(?!\w)')
TWICE = re.compile(r"(?<![\w'])''((?:[^'\n]|'(?!')){1,1500}+)''(?![\w'])")
"""Two typewriter apostrophes for a mark, as wire copy has them: ''We go,'' he said."""
ANGLE = re.compile(r"«\s?([^«»]{1,1500})»")


def quotations(text: str) -> tuple[Span, ...]:
    """Give the words between quotation marks, marks left out, in order.

    >>> [s.of("He said: “We go.” Then “left”.") for s in quotations("He said: “We go.” Then “left”.")]
    ['We go.', 'left']
    """
    found = [Span(m.start(1), m.end(1)) for m in CURLY.finditer(text)] if "“" in text else []
    if '"' in text:
        found += [
            Span(m.start(1), m.end(1))
            for m in STRAIGHT.finditer(text)
            if not any(f.holds(Span(m.start(1), m.end(1))) for f in found)
        ]
    if "''" in text:
        found += [Span(m.start(1), m.end(1)) for m in TWICE.finditer(text)]
    if "«" in text:
        found += [Span(m.start(1), m.end(1)) for m in ANGLE.finditer(text)]
    return tuple(sorted(found))
