"""Runs the program with one system call failing: `FAULT=EVENT:N:ROOT:COUNTER python faulty.py ARGUMENTS`.

Python tells of each call by an audit event; the N-th of this sort that touches ROOT raises EIO. How many there were is
written to the file COUNTER, so that a loop knows where to end.
"""

from __future__ import annotations

import atexit
import errno
import os
import sys

EVENT, NUMBER, ROOT, COUNTER = os.environ.pop("FAULT").split(":")
ANYWHERE = ("os.fork", "_posixsubprocess.fork_exec")
seen = 0
MAIN = os.getpid()


def hook(event: str, arguments: tuple[object, ...]) -> None:
    """Count, and fail once."""
    global seen
    if event != EVENT or os.getpid() != MAIN:
        return
    named = (os.fsdecode(each) for each in arguments if isinstance(each, str | bytes | os.PathLike))
    touched = any(os.path.abspath(each).startswith(ROOT + os.sep) for each in named)  # noqa: PTH100 - no other call
    if not touched and event not in ANYWHERE:
        return
    seen += 1
    if seen == int(NUMBER):
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def tell() -> None:
    """Write down how many there were."""
    if os.getpid() == MAIN:
        handle = os.open(COUNTER, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.write(handle, str(seen).encode())
        os.close(handle)


from claimcheck.cli import main  # noqa: E402 - what is imported before is not the program's doing

atexit.register(tell)
sys.addaudithook(hook)
sys.argv[0] = "claimcheck"
main()
