"""Runs the program with one system call failing: `FAULT=EVENT:N:ROOT:COUNTER python faulty.py ARGUMENTS`.

Python tells of each call by an audit event; the N-th of this sort that touches ROOT raises EIO. Of reading and writing it
tells nothing: "read" and "write" stand for the calls of the files that are opened below ROOT, "memory" for an
allocation after all is loaded. How many there were is written to the file COUNTER, so that a loop knows where to end.
"""

from __future__ import annotations

import atexit
import builtins
import errno
import io
import os
import sys
from importlib import import_module
from typing import Any

LOADED = ("claimcheck.pipeline", "claimcheck.commands.compare", "claimcheck.reports.json", "claimcheck.store.store")
ANYWHERE = ("os.fork",)
"""Events that name no file."""


class Fault:
    """Counts the events of one sort, and fails one of them."""

    def __init__(self, told: str) -> None:
        self.event, number, self.root, self.counter = told.split(":")
        self.number, self.seen, self.main = int(number), 0, os.getpid()

    def hook(self, event: str, arguments: tuple[object, ...]) -> None:
        """Take an audit event."""
        if event != self.event or not (event in ANYWHERE or self.touches(arguments)):
            return
        self.count()

    def touches(self, arguments: tuple[object, ...]) -> bool:
        """Whether an argument names something below the root."""
        named = (os.fsdecode(each) for each in arguments if isinstance(each, str | bytes | os.PathLike))
        return any(os.path.abspath(each).startswith(self.root + os.sep) for each in named)  # noqa: PTH100

    def count(self) -> None:
        """Count a call, and fail the one that is to fail."""
        if os.getpid() != self.main:
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


class Stream:
    """A file whose reading or writing is counted; all else is the file's own."""

    def __init__(self, file: Any, fault: Fault) -> None:
        self._file, self._fault = file, fault

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._file, name)
        counted = ("read", "readline") if self._fault.event == "read" else ("write", "flush")
        if name not in counted:
            return found

        def call(*arguments: Any) -> Any:
            self._fault.count()
            return found(*arguments)

        return call

    def __enter__(self) -> Stream:
        self._file.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._file.__exit__(*error)

    def __iter__(self) -> Any:
        self._fault.count()
        return iter(self._file)


def watch_files(fault: Fault) -> None:
    """Count the reading and writing of every file that is opened below the root."""
    opened, by_handle = io.open, os.fdopen

    def opening(file: Any, *more: Any, **named: Any) -> Any:
        found = opened(file, *more, **named)
        return Stream(found, fault) if not isinstance(file, int) and fault.touches((file,)) else found

    builtins.open = io.open = opening  # type: ignore[assignment]
    os.fdopen = lambda *all_, **named: Stream(by_handle(*all_, **named), fault)  # type: ignore[assignment]


def main() -> None:
    """Run the program with the fault that the environment names."""
    from claimcheck.cli import main as program

    fault = Fault(os.environ.pop("FAULT"))
    atexit.register(fault.tell)
    if fault.event == "memory":
        if fault.number:
            for name in LOADED:  # CPython itself may die of it while it compiles, which is not what is tried here.
                import_module(name)
            import_module("_testcapi").set_nomemory(fault.number, fault.number + 1)
    elif fault.event in ("read", "write"):
        watch_files(fault)
    else:
        sys.addaudithook(fault.hook)
    sys.argv[0] = "claimcheck"
    program()


if __name__ == "__main__":
    main()
