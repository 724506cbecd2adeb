"""The lock file: every package by version and hash, all that pyproject.toml names, and no host or path."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / ".ci/lock.txt").read_text(encoding="utf-8")
ENTRY = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^\s\\;]+)", re.MULTILINE)


def named(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", requirement)[0].lower().replace("_", "-")


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = {named(each) for each in project["dependencies"]}
    wanted |= {named(each) for name in ("test", "dev", "docs", "html", "pdf", "feeds", "warc") for each in extras[name]}
    assert wanted - {found[1] for found in ENTRY.finditer(LOCK)} - {project["name"]} == set()


def test_every_package_has_a_hash() -> None:
    blocks = re.split(r"\n(?=[a-z0-9])", LOCK)
    assert all("--hash=sha256:" in block for block in blocks if ENTRY.match(block))


def test_no_host_and_no_path_is_named() -> None:
    assert not re.search(r"https?:|file:|--index-url|--find-links|@ /", LOCK)


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script")
@pytest.mark.parametrize(
    ("answer", "code", "told"),
    [
        (
            '{"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1"}]}]}',
            1,
            "1 of 1 packages audited, 1 known weaknesses\na 1: PYSEC-1\n",
        ),
        (
            '{"dependencies": [{"name": "a", "version": "1", "vulns": []}, {"name": "b", "skip_reason": "unknown"}]}',
            0,
            "1 of 2 packages audited, 0 known weaknesses\n",
        ),
        ("", 0, "not audited: no answer\n"),
    ],
)
def test_the_audit_fails_for_a_known_weakness_alone(tmp_path: Path, answer: str, code: int, told: str) -> None:
    stand_in = tmp_path / "pip-audit"
    stand_in.write_text(f"#!/bin/sh\ncat <<'END'\n{answer}\nEND\n", encoding="utf-8")
    stand_in.chmod(0o755)
    command = [sys.executable, str(ROOT / ".ci/audit.py"), str(stand_in), "lock.txt"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (code, told)
