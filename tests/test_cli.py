"""The command line: what it accepts, what it refuses and how it says so, and how a run ends."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import sample

from claimcheck import cli
from claimcheck.commands import compare as comparing
from claimcheck.commands.request import Request, Target, targets
from claimcheck.config import Config, ConfigError, config, parse
from claimcheck.model import Report, Verdict
from claimcheck.reports import formats

Run = Callable[..., tuple[int, str, str]]
TOLL = "2024-03-05 The toll.\n\nAt least 22 people drowned when a ferry sank off Orsa on Monday, police said.\n"
WORSE = "2024-03-05 The toll.\n\nPolice said 60 people drowned when the ferry sank off Orsa on Monday.\n"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run the program in a directory of its own: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"):
        monkeypatch.delenv(name, raising=False)

    def called(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["claimcheck", *arguments])
        with pytest.raises(SystemExit) as left:
            cli.main()
        out, err = capsys.readouterr()
        return int(str(left.value.code)), out, err

    return called


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Callable[[Report], None]:
    """Let the program find the given report, whatever it is asked to compare."""

    def set_to(report: Report) -> None:
        monkeypatch.setattr(comparing, "checked", lambda request, held: comparing.of_kinds(report, request.only))

    set_to(replace(sample.report(), problems=()))
    return set_to


def without(*verdicts: Verdict) -> Report:
    kept = tuple(finding for finding in sample.FINDINGS if finding.verdict not in verdicts)
    return replace(sample.report(), findings=kept, problems=())


# --------------------------------------------------------------------------------------------------- exit codes


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


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("compre", "."), "Did you mean 'compare'"),
        (("compare", ".", "--formt", "json"), "--format"),
        (("compare", ".", "-f", "jsn"), "Did you mean json"),
        (("compare", ".", "-f", "json="), "no file named"),
        (("compare", ".", "-f", "json", "-f", "csv"), "both be printed"),
        (("compare", ".", "--show", "conflicts"), "Did you mean conflict"),
        (("compare", ".", "--fail-on", "agree"), "conflict, check, updated, never"),
        (("compare", ".", "--only", "figures"), "Did you mean figure"),
        (("compare", ".", "--color", "yes"), "auto, always, never"),
        (("compare", ".", "--width", "-5"), "--width"),
        (("compare",), "PATH"),
        (("kinds", "figur"), "Did you mean figure"),
        (("explain", "figure-difers"), "Did you mean figure-differs"),
        (("explain", "f1"), "claimcheck explain f1 PATH"),
        (("compare", "nowhere"), "nowhere"),
        (("compare", "."), "no articles"),
    ],
)
def test_what_cannot_be_done_is_2_in_one_line_that_says_what_next(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    code, out, err = run(*arguments)

    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1 and err.startswith("claimcheck: error: ")


def test_no_command_prints_the_help_and_is_2(run: Run) -> None:
    code, out, err = run()

    assert code == 2 and "compare" in out + err


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


# ------------------------------------------------------------------------------------------------ output


def test_a_pipe_gets_plain_text_without_escapes(run: Run, made: Callable[[Report], None]) -> None:
    _, out, err = run("compare", ".")

    assert "\x1b" not in out and err == ""
    assert "conflict figure-differs f1:" in out


def test_colour_width_and_rows_as_asked_for(run: Run, made: Callable[[Report], None]) -> None:
    assert "\x1b[1;31m" in run("compare", ".", "-f", "text", "--color", "always")[1]
    assert "\x1b" not in run("compare", ".", "-f", "text", "--color", "never")[1]
    narrow = run("compare", ".", "-f", "text", "--width", "60")[1]
    assert max(map(len, narrow.splitlines())) <= 60


@pytest.mark.parametrize(
    ("settings", "colored"), [({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False), ({}, False)]
)
def test_no_color_beats_force_color(
    run: Run, made: Callable[[Report], None], monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], colored: bool
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)

    assert ("\x1b" in run("compare", ".", "-f", "text")[1]) is colored


def test_columns_is_heeded(run: Run, made: Callable[[Report], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")

    assert max(map(len, run("compare", ".", "-f", "text")[1].splitlines())) <= 50


def test_quiet_is_one_line(run: Run, made: Callable[[Report], None]) -> None:
    _, out, _ = run("compare", ".", "-q")

    assert out == "1 CONFLICT; 1 to check; 1 updated over time; 1 agree; 1 from one source only\n"


def test_several_formats_at_once(run: Run, made: Callable[[Report], None], tmp_path: Path) -> None:
    code, out, _ = run("compare", ".", "-f", "json=r.json", "-f", "sarif=r.sarif", "-f", "plain")

    assert code == 1 and "conflict figure-differs" in out
    assert json.loads((tmp_path / "r.json").read_text())["schema"] == "claimcheck/report/1"
    assert json.loads((tmp_path / "r.sarif").read_text())["version"] == "2.1.0"


def test_problems_are_told_beside_a_machine_s_format(run: Run, made: Callable[[Report], None]) -> None:
    made(sample.report())
    _, out, err = run("compare", ".", "-f", "json")

    json.loads(out)
    assert err == "claimcheck: ferry/006.txt: not UTF-8; name its encoding with --encoding [bytes]\n"
    assert run("compare", ".", "-f", "json", "-q")[2] == ""


@pytest.mark.parametrize(
    ("given", "output", "found"),
    [
        (("json",), "", [Target("json")]),
        (("json=a.json", "text"), "", [Target("json", "a.json"), Target("text")]),
        (("json=-",), "", [Target("json")]),
        ((), "a.html", [Target("html", "a.html")]),
        ((), "a.sarif", [Target("sarif", "a.sarif")]),
        ((), "notes", [Target("plain", "notes")]),
        (("csv",), "a.txt", [Target("csv", "a.txt")]),
        (("csv=b.csv", "json"), "a", [Target("csv", "b.csv"), Target("json", "a")]),
    ],
)
def test_formats_and_files(given: tuple[str, ...], output: str, found: list[Target]) -> None:
    assert targets(Request((), formats=given, output=output), formats()) == found


def test_every_format_can_be_asked_for(run: Run, made: Callable[[Report], None]) -> None:
    for name in formats():
        code, out, _ = run("compare", ".", "-f", name)
        assert code == 1 and out, name


def test_a_file_that_cannot_be_written_is_2(run: Run, made: Callable[[Report], None], tmp_path: Path) -> None:
    code, _, err = run("compare", ".", "-o", "no/such/folder/r.json")

    assert code == 2 and "not written" in err


def test_an_article_is_never_overwritten(run: Run, made: Callable[[Report], None], tmp_path: Path) -> None:
    article = tmp_path / "ferry" / "001_monday.txt"
    article.parent.mkdir()
    article.write_text("the article")
    code, _, err = run("compare", "ferry", "-o", "ferry/001_monday.txt")

    assert code == 2 and "not overwritten" in err
    assert article.read_text() == "the article"


# ---------------------------------------------------------------------------------------------- explain, kinds


def test_explaining_a_code(run: Run) -> None:
    code, out, _ = run("explain", "figure-differs")

    assert code == 0
    assert out.startswith("figure-differs  conflict\n") and "example" in out


def test_explaining_a_finding_shows_rows_levels_and_weights(run: Run, made: Callable[[Report], None]) -> None:
    code, out, _ = run("explain", "f1", "ferry", "--width", "120")

    assert code == 0
    for part in ("said that [24] people", "figure-grew", "What matched its claims", "93% sure", "head", "+9.5", "+7.5"):
        assert part in out, part
    assert run("explain", "1" * 16, "ferry", "--width", "120")[1] == out


def test_an_unknown_finding_is_2(run: Run, made: Callable[[Report], None]) -> None:
    assert run("explain", "f77", "ferry")[0] == 2


def test_kinds_are_listed_and_each_has_its_page(run: Run) -> None:
    code, out, _ = run("kinds")
    names = [line.split()[0] for line in out.splitlines()[:5]]

    assert code == 0 and names == ["figure", "date", "status", "name", "quote"]


# ---------------------------------------------------------------------------------------------- configuration


def test_configuration_is_read_from_the_working_directory(
    run: Run, made: Callable[[Report], None], tmp_path: Path
) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.claimcheck]\nfail-on = "never"\n')
    assert run("compare", ".")[0] == 0
    assert run("compare", ".", "--fail-on", "conflict")[0] == 1
    (tmp_path / "claimcheck.toml").write_text('fail-on = "conflict"\n')
    assert run("compare", ".")[0] == 1


def test_configuration_is_never_read_from_the_articles(
    run: Run, made: Callable[[Report], None], tmp_path: Path
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "claimcheck.toml").write_text('fail-on = "never"\n')
    (corpus / "pyproject.toml").write_text('[tool.claimcheck]\nfail-on = "never"\n')

    assert run("compare", "corpus")[0] == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('fail_on = "never"', "unknown key fail_on. Did you mean fail-on?"),
        ('fail-on = "agree"', "'agree' is not one of conflict, check, updated, never"),
        ("only = ['figures']", "Did you mean figure?"),
        ("about = 5", "not a share between 0 and 1"),
        ("about = true", "not a share"),
        ("sources = 3", "not a list of strings"),
        ("limits = 3", "limits is not a table"),
        ("[limits]\nfile = 3", "unknown key limits.file. Did you mean files?"),
        ("[limits]\nfiles = 0", "not a whole number above 0"),
        ("fail-on = ", "claimcheck.toml: "),
        ("a\x1b[2J = 1", "claimcheck.toml: "),
    ],
)
def test_a_wrong_configuration_is_2(run: Run, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "claimcheck.toml").write_text(text)
    code, out, err = run("compare", ".")

    assert (code, out) == (2, "")
    assert said in err and "\x1b" not in err


def test_limits_and_tolerance_are_taken_over(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text('about = 0.2\nonly = "figure"\n[limits]\nfile-bytes = 1000\n')
    held = config(tmp_path)

    assert (held.about, held.only, held.limits.file_bytes, held.origin) == (0.2, ("figure",), 1000, "claimcheck.toml")
    assert config(tmp_path / "elsewhere") == Config()
    with pytest.raises(ConfigError):
        parse(3, "x")


# --------------------------------------------------------------------------------- a process of its own

HELD = (
    "import sys; sys.path.insert(0, {tests!r}); import sample, claimcheck.commands.compare as c\n"
    "c.checked = lambda request, held: sample.report()\n"
    "from claimcheck.cli import main; main()\n"
)


def process(*arguments: str, stdout: object = subprocess.PIPE, **more: object) -> subprocess.CompletedProcess[bytes]:
    script = HELD.format(tests=str(Path(__file__).parent))
    call = [sys.executable, "-c", script, *arguments]
    return subprocess.run(call, stdout=stdout, stderr=subprocess.PIPE, timeout=60, **more)  # type: ignore[call-overload,no-any-return]


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


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
@pytest.mark.parametrize(
    ("settings", "escapes"),
    [({"TERM": "xterm"}, True), ({"TERM": "dumb"}, False), ({"TERM": "xterm", "NO_COLOR": "1"}, False)],
)
def test_a_terminal_gets_the_text_report_in_its_width(settings: dict[str, str], escapes: bool) -> None:
    import fcntl
    import pty
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 72, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")}
    done = process("compare", ".", stdout=slave, env={**kept, **settings})
    os.close(slave)
    seen = os.read(master, 100_000).decode("utf-8")
    os.close(master)

    assert done.returncode == 1
    assert "x CONFLICT" in seen and ("\x1b" in seen) is escapes
    assert max(len(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in seen.splitlines()) == 72


def test_the_version_and_the_help_load_nothing_heavy() -> None:
    script = (
        "import sys; sys.argv = ['claimcheck', '--help']\nfrom claimcheck.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "heavy = ('rich.console', 'rapidfuzz', 'nupunkt', 'claimcheck.model', 'claimcheck.view.cells', 'pydantic')\n"
        "print([name for name in heavy if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)

    assert done.stderr.strip() == "[]"
    assert re.match(r"Usage: claimcheck", done.stdout)


def test_help_takes_little_longer_than_typer_itself() -> None:
    """Within 1.2 times as issue 2 has it; measured here with room for a busy machine."""

    def fastest(*call: str) -> float:
        times = []
        for _ in range(7):
            start = time.perf_counter()
            subprocess.run(call, check=True, stdout=subprocess.DEVNULL)
            times.append(time.perf_counter() - start)
        return min(times)

    typer_alone = fastest(sys.executable, "-c", "import typer")

    assert fastest(sys.executable, "-m", "claimcheck", "--help") < 1.5 * typer_alone


# --------------------------------------------------------------------------------------- the whole program


def test_from_files_to_findings(run: Run, tmp_path: Path) -> None:
    for name, text in (("one.txt", TOLL), ("two.txt", WORSE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    code, out, err = run("compare", ".", "-f", "json")

    assert code in (0, 1), err
    told = json.loads(out)
    assert [article["path"] for article in told["articles"]] == ["one.txt", "two.txt"]
    assert any(claim["text"].startswith("At least 22") for claim in told["claims"])


def test_claims_lists_what_was_extracted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TOLL, encoding="utf-8")
    code, out, _ = run("claims", "one.txt")

    assert code == 0
    assert out.startswith("one.txt") and "at least 22" in out


def test_a_hostile_article_acts_on_nothing(run: Run, tmp_path: Path) -> None:
    """Escape sequences, a second line in a file's name, markup and workflow commands, through the whole program."""
    evil = "::error::x ##vso[a] \x1b[2J \u202e31 <b>[sic] =1+1"
    name = "a\x1b[2J\n::error::name\u202e.txt"
    (tmp_path / name).write_text(TOLL.replace("police", f"police {evil}") + evil, encoding="utf-8")
    (tmp_path / "b.txt").write_text(WORSE + f"\n{evil} The owner said that 12 crew were aboard.", encoding="utf-8")
    for form in formats():
        code, out, err = run("compare", ".", "-f", form, "--color", "never", "-v", "--show", "all")
        assert code in (0, 1), err
        assert "\x1b" not in out + err and "\u202e" not in out + err, form
        assert form == "github" or not re.search(r"^ *::", out, re.MULTILINE), form
    code, out, _ = run("claims", ".", "-v")
    assert code == 0 and "\x1b" not in out and not re.search(r"^ *::", out, re.MULTILINE)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are text there")
def test_a_file_name_that_is_no_text_is_shown_escaped(run: Run, tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/bad\xff.txt", "wb") as out_file:  # noqa: PTH123
        out_file.write(TOLL.encode())
    for form in formats():
        code, out, err = run("compare", ".", "-f", form)
        assert code == 0, err
        out.encode("utf-8")
    assert "bad<U+DCFF>.txt" in run("claims", ".")[1]
