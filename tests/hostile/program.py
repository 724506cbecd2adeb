"""The real command in a process of its own, on articles given as text, and on a real pseudo-terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

COMMAND = (sys.executable, "-m", "claimcheck")
CONFLICT = {
    "a_2024-05-08.txt": "The ferry fire on Lake Kessel killed 14 people on Wednesday, the coastguard said.\n",
    "b_2024-05-08.txt": "The ferry fire on Lake Kessel killed 23 people on Wednesday, the interior minister said.\n",
}
"""Two articles that differ: whatever is put beside them, their conflict must still be told."""


class Done(NamedTuple):
    """How a run ended and what it printed."""

    code: int
    out: str
    err: str


def articles(folder: Path, given: Mapping[str, str | bytes]) -> Path:
    """Write the articles into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in given.items():
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        (folder / name).write_bytes(data)
    return folder


def clean(**more: str) -> dict[str, str]:
    """An environment in which nothing of the developer's own terminal shows."""
    dropped = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "LINES", "PYTHONIOENCODING")
    return {**{k: v for k, v in os.environ.items() if k not in dropped}, **more}


def run(
    folder: Path,
    *arguments: str,
    timeout: float = 120,
    stdin: bytes = b"",
    command: Sequence[str] = COMMAND,
    without: Sequence[str] = (),
    before: Callable[[], None] | None = None,
    **env: str,
) -> Done:
    """Run `claimcheck compare . ARGUMENTS` in the folder; `arguments` beginning with a command replace it.

    `without` names what is not in the environment; `before` is called in the new process, to limit it.
    """
    call = arguments if arguments[:1] in COMMANDS else ("compare", ".", *arguments)
    held = {name: value for name, value in clean(**env).items() if name not in without}
    done = subprocess.run(
        [*command, *call], cwd=folder, input=stdin, capture_output=True, timeout=timeout, env=held, preexec_fn=before
    )
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "backslashreplace"))


COMMANDS = {("claims",), ("explain",), ("kinds",), ("compare",), ("baseline",), ("--version",)}


def screen(folder: Path, *arguments: str, columns: int = 100, lines: int = 400) -> tuple[int, bytes, list[str]]:
    """Run on a pseudo-terminal; give the exit code, the bytes sent, and the screen that a terminal shows of them."""
    import pyte

    parent, child = pty.openpty()
    env = clean(TERM="xterm-256color", COLUMNS=str(columns), LINES=str(lines))
    with subprocess.Popen(
        [*COMMAND, "compare", ".", *arguments], cwd=folder, stdin=child, stdout=child, stderr=child, env=env
    ) as running:
        os.close(child)
        sent = bytearray()
        while True:
            try:
                part = os.read(parent, 65536)
            except OSError:  # Linux answers EIO when the last writer has gone.
                break
            if not part:
                break
            sent += part
    os.close(parent)
    shown = pyte.Screen(columns, lines)
    stream = pyte.ByteStream(shown)
    stream.feed(bytes(sent))
    return running.returncode, bytes(sent), [line.rstrip() for line in shown.display]
