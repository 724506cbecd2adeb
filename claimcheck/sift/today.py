"""The day on which entries expire; read only where an entry names one, for the output depends on nothing else."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today() -> date:
    """Give the day, in UTC; SOURCE_DATE_EPOCH (seconds) sets it, as it does for reproducible builds."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if told.isascii() and told.isdigit() and len(told) < 12:
        return datetime.fromtimestamp(int(told), UTC).date()
    return datetime.now(UTC).date()
