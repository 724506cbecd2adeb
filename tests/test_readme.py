"""The README is kept true: what it says the program prints is what it prints; `README=update` rewrites it."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.cli import app
from claimcheck.config import parse
from claimcheck.reports import formats

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n\$ claimcheck (?P<call>.*)\n(?P<printed>(?:.*\n)*?)```$", re.MULTILINE)
AS_DRAWN = {"compare": ["--format", "text", "--color", "never", "--width", "100"], "explain": ["--width", "100"]}


def blocks() -> list[re.Match[str]]:
    return list(BLOCK.finditer(README.read_text(encoding="utf-8")))


def printed(call: str) -> str:
    """What the program prints for a call, as in a terminal of 100 columns."""
    arguments = shlex.split(call)
    more = AS_DRAWN.get(arguments[0], [])
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", *arguments, *more],
        cwd=ROOT,
        capture_output=True,
        env={**os.environ, "COLUMNS": "100", "PYTHONUTF8": "1"},
        timeout=60,
    )
    assert not done.stderr, done.stderr.decode()
    return done.stdout.decode("utf-8")


@pytest.mark.skipif(os.environ.get("README") != "update", reason="README=update rewrites the README")
def test_rewrite_the_readme() -> None:
    def fresh(found: re.Match[str]) -> str:
        return f"```console\n$ claimcheck {found['call']}\n{printed(found['call'])}```"

    README.write_text(BLOCK.sub(fresh, README.read_text(encoding="utf-8")), encoding="utf-8")


@pytest.mark.skipif(os.environ.get("README") != "update", reason="README=update rewrites docs/")
def test_rewrite_the_documentation() -> None:
    subprocess.run([sys.executable, "scripts/make_docs.py"], cwd=ROOT, check=True, timeout=240)


@pytest.mark.skipif(os.environ.get("README") == "update", reason="it is being rewritten")
@pytest.mark.parametrize("found", blocks(), ids=lambda found: found["call"])
def test_a_block_is_what_the_program_prints(found: re.Match[str]) -> None:
    assert found["printed"] == printed(found["call"])


def test_there_are_blocks_to_check() -> None:
    assert len(blocks()) >= 2


def test_every_command_and_format_is_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    commands = [command.callback.__name__.replace("_", "-") for command in app.registered_commands if command.callback]

    assert commands == ["compare", "watch", "claims", "explain", "kinds", "baseline", "cache", "config", "spark-doctor"]
    assert all(f"`claimcheck {command}" in text for command in commands)
    assert [name for name in formats() if f"`{name}`" not in text] == []


def test_the_configuration_shown_is_one_that_holds() -> None:
    import tomllib

    shown = re.findall(r"```toml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)

    assert shown
    for text in shown:
        assert parse(tomllib.loads(text)["tool"]["claimcheck"], "README.md").fail_on == "check"
