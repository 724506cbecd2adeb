"""What happened to the things counted, and a quantity with it."""

from __future__ import annotations

from claimcheck.immutable import record
from claimcheck.model import QuantityMention


@record
class Deed:
    """What happened to the things counted."""

    attribute: str
    family: str
    event: str = ""
    how: str = ""
    """Which rule found it: head, after, before, noun, joined, part, unit, none."""
    inherited_as_part: bool = False


@record
class Counted:
    """A quantity with what happened to the things counted."""

    quantity: QuantityMention
    deed: Deed
