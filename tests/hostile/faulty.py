"""Runs the program with one system call failing: `FAULT=EVENT:N:ROOT:COUNTER python faulty.py ARGUMENTS`.

Python tells of each call by an audit event; the N-th of this sort that touches ROOT raises EIO. How many there were is
written to the file COUNTER, so that a loop knows where to end.
"""

from __future__ import annotations

import atexit
import errno
import os
import sys

ANYWHERE = ("os.fork",)
"""Events that name no file."""


class Fault:
    """Counts the events of one sort, and fails one of them."""

    def __init__(self, told: str) -> None:
        self.event, number, self.root, self.counter = told.split(":")
        self.number, self.seen, self.main = int(number), 0, os.getpid()

    def hook(self, event: str, arguments: tuple[object, ...]) -> None:
        """Take an audit event."""
        if event != self.event or os.getpid() != self.main:
            return
        named = (os.fsdecode(each) for each in arguments if isinstance(each, str | bytes | os.PathLike))
        touched = any(os.path.abspath(each).startswith(self.root + os.sep) for each in named)  # noqa: PTH100
        if not touched and event not in ANYWHERE:
            return
        self.seen += 1
        if self.seen == self.number:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    def tell(self) -> None:
        """Write down how many there were."""
        if os.getpid() == self.main:
            handle = os.open(self.counter, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.write(handle, str(self.seen).encode())
            os.close(handle)


def main() -> None:
    """Run the program with the fault that the environment names."""
    from claimcheck.cli import main as program

    fault = Fault(os.environ.pop("FAULT"))
    atexit.register(fault.tell)
    sys.addaudithook(fault.hook)
    sys.argv[0] = "claimcheck"
    program()


if __name__ == "__main__":
    main()
