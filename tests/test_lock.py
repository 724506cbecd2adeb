"""The lock file: every package by version and hash, all that pyproject.toml names, and no host or path."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

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
