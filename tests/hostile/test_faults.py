"""Calls that fail and processes that are killed: a clean message, the old output and the cache intact, no process and no file left."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from program import Done, clean, run

HERE = Path(__file__).parent
KILLS = int(os.environ.get("KILLS", "5"))
"""How often a run is killed; 20 by hand."""
OLD = '{"schema": "claimcheck/report/1", "old": true}\n'
EVENTS = [
    "open",
    "read",
    "write",
    "os.rename",
    "os.scandir",
    "os.mkdir",
    "os.chmod",
    "sqlite3.connect",
    "os.fork",
]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals and limits as on Linux")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder of articles, a configuration, a baseline, a manifest, an old report, and a cache of its own."""
    news = tmp_path / "news"
    news.mkdir()
    for n in range(24):
        words = f"The fire on the ferry killed {14 + n % 3} people on Lake Kessel on Monday, the police said.\n"
        (news / f"{n:02}_2024-05-{6 + n % 3:02}.txt").write_text(words * (1 + n % 2), "utf-8")
    (tmp_path / "claimcheck.toml").write_text('fail-on = "never"\n', "utf-8")
    (tmp_path / "outlets.csv").write_text("path,outlet\n00_2024-05-06.txt,gazette\n", "utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/report.json").write_text(OLD, "utf-8")
    return tmp_path


def arguments(place: Path, jobs: int = 1) -> list[str]:
    out = str(place / "out/report.json")
    return ["compare", "news", "-o", out, "--sources", "outlets.csv", "--jobs", str(jobs)]


def told(place: Path, *call: str, **more: Any) -> Done:
    """Run in the place, with its own cache; without a call the usual one."""
    return run(place, *(call or arguments(place)), **{"XDG_CACHE_HOME": str(place / "cache"), **more})


def failing(place: Path, event: str, number: int, jobs: int) -> tuple[Done, int]:
    """Run with one call failing; give also how many such calls there were."""
    counter = place.parent / "count"
    fault = f"{event}:{number}:{place}:{counter}"
    done = told(place, *arguments(place, jobs), command=(sys.executable, str(HERE / "faulty.py")), FAULT=fault)
    return done, int(counter.read_text() or 0) if counter.exists() else 0


def sound(place: Path) -> bool:
    """Whether the output is the old report or a whole new one, and nothing lies beside it."""
    text = (place / "out/report.json").read_text("utf-8")
    whole = text == OLD or len(json.loads(text)["articles"]) > 0
    return whole and [each.name for each in (place / "out").iterdir()] == ["report.json"]


@pytest.mark.parametrize("event", EVENTS)
def test_any_call_may_fail(place: Path, event: str) -> None:
    jobs = 2 if event == "os.fork" else 1
    _, total = failing(place, event, 0, jobs)
    assert total > 0, "nothing to fail: the event is never told"
    for number in range(1, min(total, 40) + 1):
        (place / "out/report.json").write_text(OLD, "utf-8")
        done, _ = failing(place, event, number, jobs)
        assert done.code in (0, 2, 3), (event, number, done)
        assert "Traceback" not in done.err, (event, number, done.err)
        assert done.code == 0 or done.err or done.out, (event, number)
        assert sound(place), (event, number, [*(place / "out").iterdir()])
    done, _ = failing(place, event, 0, jobs)
    assert done.code == 0, done.err


ALLOCATIONS = int(os.environ.get("ALLOCATIONS", "12"))
"""At how many points of a run memory is refused; more by hand."""


def test_any_allocation_may_fail(place: Path) -> None:
    pytest.importorskip("_testcapi", reason="this Python was built without its test modules")
    dice = random.Random(5)
    for _ in range(ALLOCATIONS):
        number = int(10 ** dice.uniform(2.5, 5.5))
        (place / "out/report.json").write_text(OLD, "utf-8")
        done, _ = failing(place, "memory", number, 1)
        assert done.code in (0, 2, 3), (number, done)
        assert "Traceback" not in done.err, (number, done.err)
        assert done.code == 0 or done.err, number
        assert sound(place), (number, [*(place / "out").iterdir()])


@pytest.mark.parametrize("size", [0, 1, 100, 5_000])
def test_a_disk_that_is_full_keeps_the_old_report(place: Path, size: int) -> None:
    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    done = told(place, before=small, PYTHONDONTWRITEBYTECODE="1")
    assert done.code == 2, done
    assert "not written" in done.err
    assert (place / "out/report.json").read_text("utf-8") == OLD
    assert sound(place)


def test_too_little_memory_is_a_clean_failure(place: Path) -> None:
    def poor() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (150_000_000, 150_000_000))

    (place / "news/big.txt").write_text("The quake killed 12 people in Orsa. " * 120_000, "utf-8")
    done = told(place, before=poor)
    assert done.code in (0, 2, 3), done
    assert "Traceback" not in done.err
    assert sound(place)


def test_what_cannot_be_read_is_a_problem_of_that_file(place: Path) -> None:
    done = told(place, "compare", "news", "/proc/self/mem", "--fail-on", "never")
    assert done.code == 3, done
    assert "/proc/self/mem" in done.out + done.err


def started(place: Path, jobs: int = 2) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "claimcheck", *arguments(place, jobs)],
        cwd=place,
        env=clean(XDG_CACHE_HOME=str(place / "cache")),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=heed,
    )


def heed() -> None:
    """Take interrupts as from a terminal, though a shell may have started these tests in the background."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def gone(group: int) -> bool:
    """Whether no process of the group is left, given a moment."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_killed_at_any_moment_the_next_run_gives_the_same_report(place: Path) -> None:
    chance = random.Random(7)
    for _ in range(KILLS):
        process = started(place)
        time.sleep(chance.uniform(0.05, 1.0))
        process.kill()
        process.wait()
        assert gone(process.pid)
        assert json.loads((place / "out/report.json").read_text("utf-8"))["schema"] == "claimcheck/report/1"
        for each in (place / "out").glob(".report.json.*.tmp"):
            each.unlink()  # what is left of a write that was killed; no run takes it for anything
    cached = started(place)
    assert cached.wait(120) == 0
    first = (place / "out/report.json").read_bytes()
    assert told(place, *arguments(place), "--no-cache").code == 0
    assert (place / "out/report.json").read_bytes() == first


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupt_ends_all_processes(place: Path, number: signal.Signals, code: int) -> None:
    for n in range(1_000):
        (place / f"news/more_{n}.txt").write_text("A quake killed 12 people in Orsa on Monday. " * 200, "utf-8")
    process = started(place)
    time.sleep(1.5)
    os.killpg(process.pid, number)
    assert process.wait(60) == code
    assert gone(process.pid)
    assert sound(place)


def test_eight_runs_share_one_cache(place: Path) -> None:
    for n in range(8):
        (place / f"out{n}").mkdir()
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "claimcheck", "compare", "news", "-o", f"out{n}/r.json", "--sources", "outlets.csv"],
            cwd=place,
            env=clean(XDG_CACHE_HOME=str(place / "cache")),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for n in range(8)
    ]
    ends = [(process.communicate(timeout=120)[1], process.returncode) for process in runs]
    assert [code for _, code in ends] == [0] * 8, ends
    assert len({(place / f"out{n}/r.json").read_bytes() for n in range(8)}) == 1


@pytest.mark.parametrize("lacking", ["HOME", "cache"])
def test_without_a_home_or_a_cache_to_write_to_it_works(place: Path, lacking: str) -> None:
    if lacking == "cache":
        (place / "cache").write_text("a file where the cache should be", "utf-8")
    done = told(place, without=("HOME", "XDG_CACHE_HOME") if lacking == "HOME" else ())
    assert done.code in (0, 3), done
    assert "Traceback" not in done.err
    assert len(json.loads((place / "out/report.json").read_text("utf-8"))["articles"]) == 24
