"""A sign of life on standard error for what takes longer than a second, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

SECONDS = 1.0
"""Nothing shorter is worth a word."""


@contextmanager
def patience(doing: str, *, quiet: bool = False) -> Iterator[None]:
    """Show what is being done while it lasts."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    done = Event()
    shower = Thread(target=_show, args=(doing, done), daemon=True)
    shower.start()
    try:
        yield
    finally:
        done.set()
        shower.join()


def _show(doing: str, done: Event) -> None:
    if done.wait(SECONDS):
        return
    from rich.console import Console
    from rich.status import Status

    with Status(f"{doing} …", console=Console(stderr=True, markup=False, highlight=False, emoji=False)):
        done.wait()
