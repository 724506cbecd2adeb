"""How a reader wants a report to look; every format takes it, most need nothing of it."""

from __future__ import annotations

from claimcheck.immutable import record
from claimcheck.model import Verdict


@record
class Look:
    """The reader's choices and what the run came to."""

    width: int = 100
    color: bool = False
    verbose: int = 0
    quiet: bool = False
    group: str = ""
    """"story" or "outlet": what the findings are grouped by, in the formats that people read in a terminal."""
    show: Verdict | None = None
    """The mildest verdict to show; None leaves it to the format."""
    fail_on: Verdict | None = Verdict.CONFLICT
    """The mildest verdict that fails the run; None where none does."""
    exit_code: int = 0
    prefer: frozenset[str] = frozenset()
    """Paths of the articles that the user has just changed: what can be pointed at there is pointed at there."""
    origins: bool = False
    """Whether to say who carries whom, in the formats that people read in a terminal."""
    stamp: str = ""
    """The reader's own words on the report, such as a time or a build number; no report has a clock of its own."""
    paths: str = "PATH…"
    """The paths as given, for the hint of what to run next."""

    def down_to(self, default: Verdict) -> Verdict:
        """The mildest verdict to show, where the format has its own idea of it."""
        return self.show or default
