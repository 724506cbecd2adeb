"""An article's times and its date -> the day of which it tells, where its date line was left as it was when it was rewritten.

A page dated Monday that opens with what "was raised on Tuesday" is Tuesday's: nobody calls a day of six days ago by its bare
name in an opening, and such a page names its own date's weekday nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from claimcheck.model import Span, Timex
from claimcheck.read.time_scan import WEEKDAYS
from claimcheck.read.words import tokens

AGO = timedelta(days=6)
"""How long ago the weekday of the day after publication was."""
LATE = timedelta(days=1)


def day_told(text: str, opening: Span, times: Sequence[Timex], published: date | None) -> date | None:
    """Give the day after publication where the opening tells of it as past; None where the date line stands."""
    if published is None:
        return None
    for timex in times:
        if timex.span.start >= opening.end:
            break
        bare = timex.span.of(text).lower() in WEEKDAYS
        if bare and timex.span.start >= opening.start and timex.begin == timex.end == published - AGO:
            own = {name for name, number in WEEKDAYS.items() if number == published.weekday()}
            return None if any(word in own for word, _, _ in tokens(text, Span(0, len(text)))) else published + LATE
    return None
