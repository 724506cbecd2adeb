"""A limit to the processor time that a piece of work may take; where the system has no such clock there is none."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

AGAIN = 0.1
"""Seconds until it is raised once more: Python drops what is raised while it clears an object away."""


class TimeUp(BaseException):
    """The work took longer than it may; no `except Exception` on the way holds it up."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise TimeUp in what is done within, once the process has computed for so many seconds; 0 for no limit.

    Time in which other programs ran does not count, so that a busy machine changes no result.
    """
    if seconds <= 0 or not hasattr(signal, "SIGVTALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before, hook = signal.signal(signal.SIGVTALRM, _stop), sys.unraisablehook
    sys.unraisablehook = lambda told: None if told.exc_type is TimeUp else hook(told)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
        sys.unraisablehook = hook


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    raise TimeUp
