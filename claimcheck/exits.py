"""How a run ends: exit codes, and the guard that keeps a crash from looking like a finding."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, NoReturn

CLEAN = 0
FOUND = 1
"""Findings at --fail-on or worse, and only that."""
FAILED = 2
"""The job could not be done: usage, configuration, no articles, a missing path, output not written, a bug of ours."""
INCOMPLETE = 3
"""Nothing that fails the run, but some input was skipped or a limit was hit."""
INTERRUPTED = 130
CLOSED_PIPE = 141
TERMINATED = 143


class Failure(Exception):
    """The job cannot be done; the message says why and what to do next."""


class ClosedPipe(Exception):
    """The reader of our output has gone."""


class Terminated(BaseException):
    """SIGTERM arrived."""


def say(message: str) -> None:
    """Print one line to standard error, made visible; a closed standard error is nobody's fault."""
    from claimcheck.view.visible import one_line, visible

    try:
        print(f"claimcheck: {visible(one_line(message))}", file=sys.stderr)  # noqa: T201
    except (OSError, ValueError, AttributeError):
        return


def guard(run: Callable[[], int], *, debug: bool = False) -> int:
    """Run, and turn whatever goes wrong into its exit code."""
    _prepare()
    try:
        code = run()
        sys.stdout.flush()
    except (KeyboardInterrupt, Terminated) as stop:
        code = INTERRUPTED if isinstance(stop, KeyboardInterrupt) else TERMINATED
    except (ClosedPipe, BrokenPipeError):
        code = CLOSED_PIPE
    except SystemExit as left:
        code = CLOSED_PIPE if _pipe_broke(left) else _number(left.code)
    except Failure as failure:
        say(str(failure))
        code = FAILED
    except Exception as error:
        if debug:
            _traceback()
        say(_internal(error, debug))
        code = FAILED
    return _leave(code)


def _prepare() -> None:
    """Take SIGTERM as an exception; let standard output take all that is written or fail, closed as it may be."""
    import signal

    signal.signal(signal.SIGTERM, _terminate)
    if sys.stdout is None:
        sys.stdout = _Closed()
    elif isinstance(raw := getattr(sys.stdout, "buffer", None), io.RawIOBase):
        # PYTHONUNBUFFERED: such a stream drops what a pipe does not take at once, and says nothing.
        encoding, errors = sys.stdout.encoding, sys.stdout.errors
        sys.stdout.detach()  # type: ignore[union-attr]
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(raw), encoding, errors)
        vars(sys)["__stdout__"] = sys.stdout


def _terminate(number: int, frame: FrameType | None) -> NoReturn:
    raise Terminated


class _Closed:
    """Stands where standard output was closed before we started."""

    encoding = "utf-8"
    errors = "strict"

    def write(self, text: str) -> NoReturn:
        raise OSError(errno.EBADF, "standard output is closed")

    def flush(self) -> None:
        return

    def isatty(self) -> bool:
        return False

    def __getattr__(self, name: str) -> Any:
        raise OSError(errno.EBADF, "standard output is closed")


def _pipe_broke(left: SystemExit) -> bool:
    """Typer answers a broken pipe with exit code 1; the error it answers to is still known."""
    cause = left.__context__
    return isinstance(cause, OSError) and cause.errno == errno.EPIPE


def _number(code: object) -> int:
    if code is None:
        return CLEAN
    return code if isinstance(code, int) else FAILED


def _internal(error: Exception, debug: bool) -> str:
    if isinstance(error, OSError):
        return f"error: {error.strerror or error}{f': {error.filename}' if error.filename else ''}"
    more = "" if debug else "; --debug shows where. Please report it"
    return f"internal error: {type(error).__name__}: {str(error)[:500]}{more}"


def _traceback() -> None:
    import traceback

    from claimcheck.view.visible import visible

    for each in traceback.format_exc().splitlines():
        print(visible(each), file=sys.stderr)  # noqa: T201


def _leave(code: int) -> int:
    """Flush; what cannot be written any more must not turn into another exit code when Python shuts down."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _to_nowhere()
        return CLOSED_PIPE
    except (OSError, ValueError) as error:
        _to_nowhere()
        if code != FAILED:
            say(f"error: output not written: {error}")
        return FAILED if code in (CLEAN, FOUND, INCOMPLETE, FAILED) else code
    if code in (FAILED, CLOSED_PIPE):
        _to_nowhere()
    return code


def _to_nowhere() -> None:
    """Let Python's own last flush succeed; only where the standard output is the process's own."""
    if sys.stdout is not sys.__stdout__:
        return
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except OSError:
        return
