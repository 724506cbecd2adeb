"""`claimcheck watch`: the report first, then only what a change brings, and an end by Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest

pytest.importorskip("watchfiles", reason="the extra watch is not installed")

ONE = "Date: 2024-05-06\n\nThe fire on the ferry killed 14 people on Lake Kessel on Monday, the police said.\n"
OTHER = "Date: 2024-05-06\n\nThe fire on the ferry killed 31 people on Lake Kessel on Monday, the police said.\n"
PATIENCE = 40
"""Seconds until a test gives up on a line."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news/a.txt").write_text(ONE)
    (tmp_path / "news/b.txt").write_text(ONE)
    return tmp_path / "news"


class Watching:
    """The program at work; its lines as they come."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "claimcheck", "watch", str(folder), "-f", "plain", "--no-cache"]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
        )
        self._lines: Queue[str] = Queue()
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line)

    def until(self, words: str) -> list[str]:
        """The lines up to the first that holds the words."""
        found: list[str] = []
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                found.append(self._lines.get(timeout=0.2))
            except Empty:
                continue
            if words in found[-1]:
                return found
        raise AssertionError(f"no line with {words!r}: {found}")


@pytest.fixture
def watching(folder: Path) -> Iterator[Watching]:
    running = Watching(folder)
    yield running
    if running.process.poll() is None:
        os.killpg(running.process.pid, signal.SIGKILL)
    running.process.wait()


def test_only_what_is_new_is_printed_after_a_change(folder: Path, watching: Watching) -> None:
    first = "".join(watching.until("watching"))
    assert "figure-same" in first
    (folder / "b.txt").write_text(OTHER)
    later = "".join(watching.until("exit 1"))
    assert "changed: b.txt: 1 new finding" in later
    assert "conflict figure-differs" in later
    assert "agree" not in later.partition("changed:")[2].partition("conflict figure")[2]
    (folder / "b.txt").write_text(ONE)
    assert "0 new findings, 1 gone" in "".join(watching.until("changed:"))


def test_ctrl_c_ends_it(folder: Path, watching: Watching) -> None:
    watching.until("watching")
    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(PATIENCE) == 130


def test_a_folder_that_is_emptied_does_not_end_it(folder: Path, watching: Watching) -> None:
    watching.until("watching")
    for file in folder.iterdir():
        file.unlink()
    watching.until("changed:")
    assert watching.process.poll() is None


@pytest.mark.parametrize("given", ["-", "no-such-folder"])
def test_what_cannot_be_watched_is_said(given: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", "watch", given], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 2
    assert "error" in done.stderr
