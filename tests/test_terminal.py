"""In a terminal: groups, widths, the bar of a long run, codes explained, and what is suggested for what was mistyped."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import sample
from conftest import Run
from drawing import drawn, hostile
from process import HELD
from rich.cells import cell_len

import claimcheck
from claimcheck.model import Report, Verdict
from claimcheck.view.codes import codes, problems

PACKAGE = Path(claimcheck.__file__).parent
MARKS = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("width", [60, 100, 160])
@pytest.mark.parametrize("group", ["", "story", "outlet"])
def test_no_line_is_wider_than_the_terminal_and_colour_changes_no_word(width: int, group: str) -> None:
    for report in (sample.report(), hostile()):
        for verbose in (0, 1):
            look = {"width": width, "verbose": verbose, "show": Verdict.SINGLE, "group": group}
            plain = drawn("text", report, **look)
            disarmed = len("<U+003A>") - 1  # what the gate adds to a line that begins like a runner's command
            for each in plain.splitlines():
                assert cell_len(each) <= width + (disarmed if ":<U+003A>" in each else 0)
            colored = drawn("text", report, color=True, **look)
            brackets = re.compile(r"[\[\]]")
            words = [re.sub(r"[\W_]+", " ", brackets.sub("", MARKS.sub("", each))) for each in (plain, colored)]
            assert "\x1b[" in colored
            assert verbose or group or words[0].split()[:20] == words[1].split()[:20]


def headings(out: str) -> list[str]:
    return re.findall(r"^(?:STORY )?\S[^\n]* · [0-9]+ findings?$", out, re.MULTILINE)


def test_findings_are_grouped_by_story_or_outlet(run: Run, made: Callable[[Report], None]) -> None:
    """By outlet a finding stands under each that takes part in it: the conflict under all three."""
    for form in ("text", "plain"):
        out = run("compare", ".", "-f", form, "--group", "story")[1]
        assert headings(out) == ["STORY s1 · 5 articles, 4 Mar – 6 Mar 2024 (1 undated) · 4 findings"]
        out = run("compare", ".", "-f", form, "--group", "outlet")[1]
        assert [each.split(" · ")[0] for each in headings(out)] == ["Harbour News", "Coast Daily", "004"]
        assert headings(out)[0] == "Harbour News · 2 articles, 4 Mar – 6 Mar 2024 · 3 findings"
    assert out.count("conflict figure-differs f1:") == 3
    assert headings(run("compare", ".")[1]) == []
    code, _, err = run("compare", ".", "--group", "outlets")
    assert code == 2 and "Did you mean outlet?" in err


def test_a_narrow_terminal_has_label_and_origins_in_one_line() -> None:
    assert "    31 · 2 origins\n" in drawn("text", width=60)


def test_an_outlets_trust_stands_beside_it() -> None:
    report = sample.report()
    graded = replace(report, articles=tuple(replace(a, trust="B2" if a.id == "a3" else "") for a in report.articles))

    assert "article (B2) |" in drawn("plain", graded) or "Harbour News (B2) |" in drawn("plain", graded)
    assert "(B2)" not in drawn("plain", report)


def test_findings_are_chosen_by_code(run: Run, made: Callable[[Report], None]) -> None:
    def ids(*arguments: str) -> list[str]:
        return re.findall(
            r"^[a-z]+ [a-z-]+ (f[0-9]+):", run("compare", ".", "--show", "all", *arguments)[1], re.MULTILINE
        )

    assert ids() == ["f1", "f2", "f3", "f4", "f5"]
    assert ids("--select", "figure-differs,figure-same", "--select", "single") == ["f1", "f4", "f5"]
    assert ids("--ignore", "figure-differs") == ["f2", "f3", "f4", "f5"]
    assert run("compare", ".", "--ignore", "figure-differs")[0] == 0
    assert "Did you mean figure-differs?" in run("compare", ".", "--select", "figure-difers")[2]


def test_a_wide_terminal_cuts_no_name_that_it_has_room_for() -> None:
    report = sample.report()
    claims = tuple(replace(c, source="the coast guard of Orsa" if c.source else "") for c in report.claims)
    wide = replace(report, claims=claims)

    assert "the coast guard of Orsa" in drawn("text", wide, width=160)
    assert "the coast guard of Orsa" not in drawn("text", wide, width=110)


# ------------------------------------------------------------------------------------------------ codes


def test_every_code_says_what_it_means_with_an_example(run: Run) -> None:
    listed = run("explain", "codes")[1]
    for code, told in {**codes(), **problems()}.items():
        page = run("explain", code, "--width", "200")[1]
        assert told["says"] in page and told["example"] in page, code
        assert re.search(rf"^{code} ", listed, re.MULTILINE)
        assert code in codes() or told["next"] in page
    assert not set(codes()) & set(problems())


def test_every_code_of_a_problem_is_explained() -> None:
    used = {
        code
        for path in PACKAGE.rglob("*.py")
        for code in re.findall(r'\bProblem\(\s*"([a-z-]+)"', path.read_text(encoding="utf-8"))
    }

    assert len(used) > 10
    assert used <= set(problems())


def test_a_mistyped_path_code_or_option_is_met_with_what_was_meant(run: Run, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    assert "corpu. Did you mean corpus?" in run("compare", "corpu")[2]
    (tmp_path / "outlets.csv").write_text("path,outlet\n")
    err = run("compare", "corpus", "--sources", "outlet.csv")[2]
    assert err.endswith("the sources in outlet.csv: No such file or directory. Did you mean outlets.csv?\n")
    assert "Did you mean baseline-stale?" in run("explain", "baseline-stall")[2]
    assert "--changed-since" in run("compare", "corpus", "--changed-sinc", "x")[2]


def test_a_shell_can_complete_the_command(tmp_path: Path) -> None:
    settings = {
        **os.environ,
        "_CLAIMCHECK_COMPLETE": "complete_bash",
        "COMP_WORDS": "claimcheck bas",
        "COMP_CWORD": "1",
    }
    done = subprocess.run([Path(sys.executable).parent / "claimcheck"], capture_output=True, text=True, env=settings)

    assert done.stdout.split() == ["baseline"], done.stderr


# ---------------------------------------------------------------------------------------- a long run

SLOW = (
    "import time, claimcheck.commands.patience as p\n"
    "p.SECONDS, p.OFTEN = {seconds}, 0.02\n"
    "def slow(request, held):\n"
    "    with p.patience(40, quiet=request.quiet) as tick:\n"
    "        for n in range(41):\n"
    "            time.sleep(0.01); tick(n)\n"
    "    return sample.report()\n"
    "c.checked = slow\n"
)


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
@pytest.mark.parametrize(
    ("seconds", "arguments", "terminal", "shown"),
    [(0.1, (), True, True), (0.1, ("-q",), True, False), (0.1, (), False, False), (5, (), True, False)],
)
def test_a_bar_is_shown_on_a_terminal_for_what_takes_long(
    seconds: float, arguments: tuple[str, ...], terminal: bool, shown: bool
) -> None:
    import pty

    script = HELD.format(tests=str(Path(__file__).parent))
    script = script.replace(
        "from claimcheck.cli import main", SLOW.format(seconds=seconds) + "from claimcheck.cli import main"
    )
    master, slave = pty.openpty()
    call = [sys.executable, "-c", script, "compare", ".", "-f", "json", *arguments]
    settings = {**os.environ, "TERM": "xterm"}
    done = subprocess.run(
        call, stdout=subprocess.PIPE, stderr=slave if terminal else subprocess.PIPE, env=settings, timeout=60
    )
    os.write(slave, b"end")
    os.close(slave)
    seen = os.read(master, 100_000).decode("utf-8") if terminal else done.stderr.decode("utf-8")
    os.close(master)

    assert done.returncode == 1
    assert bool(re.search(r"Reading articles.*[0-9]+/40", seen)) is shown, seen
    assert b"Reading" not in done.stdout
