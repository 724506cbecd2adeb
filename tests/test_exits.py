"""How a run ends: exit codes that a script can rely on, whatever goes wrong."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import sample
from conftest import Run
from process import HELD, process

from claimcheck.commands import compare as comparing
from claimcheck.commands.request import Request
from claimcheck.config import Config
from claimcheck.model import Report, Verdict


def without(*verdicts: Verdict) -> Report:
    kept = tuple(finding for finding in sample.FINDINGS if finding.verdict not in verdicts)
    return replace(sample.report(), findings=kept, problems=())


@pytest.mark.parametrize(
    ("fail_on", "left_out", "code"),
    [
        ("conflict", (), 1),
        ("conflict", (Verdict.CONFLICT,), 0),
        ("check", (Verdict.CONFLICT,), 1),
        ("check", (Verdict.CONFLICT, Verdict.CHECK), 0),
        ("updated", (Verdict.CONFLICT, Verdict.CHECK), 1),
        ("updated", (Verdict.CONFLICT, Verdict.CHECK, Verdict.UPDATED), 0),
        ("never", (), 0),
    ],
)
def test_findings_fail_the_run_from_the_verdict_asked_for(
    run: Run, made: Callable[[Report], None], fail_on: str, left_out: tuple[Verdict, ...], code: int
) -> None:
    made(without(*left_out))

    assert run("compare", ".", "--fail-on", fail_on)[0] == code


def test_skipped_input_is_3_findings_come_first_and_it_can_be_allowed(run: Run, made: Callable[[Report], None]) -> None:
    made(sample.report())
    assert run("compare", ".")[0] == 1
    assert run("compare", ".", "--fail-on", "never")[0] == 3
    assert run("compare", ".", "--fail-on", "never", "--allow-incomplete")[0] == 0


def test_what_is_shown_does_not_change_how_it_ends(run: Run, made: Callable[[Report], None]) -> None:
    assert run("compare", ".", "--show", "all")[0] == run("compare", ".", "--show", "conflict")[0] == 1


def test_only_some_kinds(run: Run, made: Callable[[Report], None]) -> None:
    code, out, _ = run("compare", ".", "--only", "status,quote", "-f", "json")

    assert code == 0
    assert {finding["kind"] for finding in json.loads(out)["findings"]} == {"status", "quote"}


def test_a_crash_is_2_in_one_visible_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(request: Request, held: Config) -> Report:
        raise ValueError("quoting \x1b[2J an\narticle")

    monkeypatch.setattr(comparing, "checked", crash)
    code, out, err = run("compare", ".")
    assert (code, out) == (2, "")
    assert err.startswith("claimcheck: internal error: ValueError: quoting <U+001B>[2J an article; --debug shows where")
    assert err.count("\n") == 1
    assert "Traceback" in run("compare", ".", "--debug")[2]


@pytest.mark.parametrize(("stop", "code"), [(KeyboardInterrupt, 130), (BrokenPipeError, 141)])
def test_being_stopped_is_no_finding(
    run: Run, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException], code: int
) -> None:
    def stopped(request: Request, held: Config) -> Report:
        raise stop

    monkeypatch.setattr(comparing, "checked", stopped)

    assert run("compare", ".") == (code, "", "")


# -------------------------------------------------------------------------------- a process of its own


def test_a_reader_that_has_gone_is_141_and_silence() -> None:
    for arguments in (("compare", ".", "-f", "json"), ("--help",), ("explain", "codes")):
        reading, writing = os.pipe()
        os.close(reading)
        done = process(*arguments, stdout=writing)
        os.close(writing)
        assert (done.returncode, done.stderr) == (141, b""), arguments


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_2() -> None:
    for arguments in (("compare", "."), ("compare", ".", "-f", "json"), ("--help",), ("kinds",)):
        with Path("/dev/full").open("wb") as full:
            done = process(*arguments, stdout=full)
        assert done.returncode == 2, arguments
        assert done.stderr.count(b"\n") == 1, done.stderr


def test_a_closed_standard_output_is_2() -> None:
    for arguments in ("compare .", "--help", "--version"):
        script = HELD.format(tests=str(Path(__file__).parent))
        call = ["sh", "-c", f'"$0" -c "$1" {arguments} >&-', sys.executable, script]
        done = subprocess.run(call, stderr=subprocess.PIPE, timeout=60)
        assert done.returncode == 2, arguments
        assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_poor_encoding_changes_no_exit_code(encoding: str) -> None:
    done = process("compare", ".", env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})

    assert done.returncode == 1, done.stderr
    assert b"coast guard [sic] said" in done.stdout


def test_json_is_utf8_whatever_the_terminal() -> None:
    done = process("compare", ".", "-f", "json", env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})

    assert "“We will raise" in json.loads(done.stdout.decode("utf-8"))["claims"][4]["sentence"]


def test_termination_is_143() -> None:
    script = HELD.format(tests=str(Path(__file__).parent)).replace(
        "sample.report()", "(print('ready', file=sys.stderr, flush=True), __import__('time').sleep(30))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, "compare", "."], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stderr is not None
        assert running.stderr.readline() == b"ready\n"
        running.send_signal(signal.SIGTERM)
        assert running.wait(timeout=20) == 143


# --------------------------------------------------------------------------------------- files that are written


def test_a_file_is_replaced_as_a_whole_or_not_at_all(
    run: Run, made: Callable[[Report], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "out.json"
    old.write_text("the old report")
    old.chmod(0o640)
    (tmp_path / "link.json").symlink_to(old)

    def full(*given: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as held:
        held.setattr(Path, "replace", full)
        code, _, err = run("compare", ".", "-f", "json=out.json")
    assert code == 2 and "out.json not written: No space left on device" in err
    assert old.read_text() == "the old report"
    assert run("compare", ".", "-f", "json=link.json", "-f", "sarif=out.sarif", "-f", "text")[0] == 1
    assert json.loads(old.read_text())["schema"] == "claimcheck/report/1"
    assert (tmp_path / "link.json").is_symlink() and old.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.json", "out.json", "out.sarif"]


def test_what_is_no_plain_file_is_written_to_as_it_is(run: Run, made: Callable[[Report], None]) -> None:
    assert run("compare", ".", "-o", "/dev/null")[0] == 1
    if Path("/dev/full").exists():
        code, _, err = run("compare", ".", "-o", "/dev/full")
        assert code == 2 and "/dev/full not written" in err
        assert Path("/dev/full").is_char_device()
