"""A sign of life on standard error for what takes longer than a second, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

SECONDS = 1.0
"""Nothing shorter is worth a word."""
OFTEN = 0.1
"""Seconds between two looks at how far it is."""

Tick = Callable[[int], None]
"""Told how many are done."""


class Count:
    """How many are done; written by the work, read by the bar."""

    def __init__(self) -> None:
        self.done = 0

    def __call__(self, done: int) -> None:
        """Take the number that are done by now."""
        self.done = done


@contextmanager
def patience(total: int, *, quiet: bool = False) -> Iterator[Tick]:
    """Show how many of the articles are read while it lasts; the caller tells it."""
    count = Count()
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield count
        return
    over = Event()
    shower = Thread(target=_show, args=(count, total, over), daemon=True)
    shower.start()
    try:
        yield count
    finally:
        over.set()
        shower.join()


def _show(count: Count, total: int, over: Event) -> None:
    if over.wait(SECONDS):
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True, markup=False, highlight=False, emoji=False)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        bar = progress.add_task("Reading articles", total=total)
        while not over.wait(OFTEN):
            doing = "Comparing claims" if count.done >= total else "Reading articles"
            progress.update(bar, completed=count.done, description=doing)
