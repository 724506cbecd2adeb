"""Fixtures that run the program."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import sample

from claimcheck import cli
from claimcheck.commands import compare as comparing
from claimcheck.model import Report

collect_ignore = ["fuzz"]
"""Run by hand: it needs atheris."""

Run = Callable[..., tuple[int, str, str]]


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
        monkeypatch.setattr(comparing, "checked", lambda request, held, **_: report)

    set_to(replace(sample.report(), problems=()))
    return set_to
