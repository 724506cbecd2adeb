"""Configuration: where it is read from, what it takes, what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run

from claimcheck.config import Config, ConfigError, config, parse
from claimcheck.model import Report


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
