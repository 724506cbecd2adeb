"""The shape of the source: imports point one way, files stay short, every module says what it is."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import claimcheck

ROOT = Path(claimcheck.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
LAYERS = (
    {"immutable"},
    {"model"},
    {"lexicon"},
    {"furniture", "garbage"},
    {"split"},
    {"read"},
    {"load", "kinds", "match", "store", "jobs", "deadline"},
    {"judge", "extract"},
    {"sift", "stories", "held", "grouping"},
    {"remembered"},
    {"storywise"},
    {"pipeline"},
    {"explain", "why_apart", "reports"},
    {"spark"},
    {"commands", "notebook"},
    {"cli"},
    {"__main__"},
)
"""From what knows nothing to what knows all; those of one layer do not know each other."""
BESIDE = {
    "config": {"immutable", "model", "lexicon"},
    "view": {"immutable", "model", "lexicon", "view"},
    "exits": {"view"},
}
"""What stands beside the layers, and all that it may import; `view` and `exits` serve those who print."""
PRINTERS = {"explain", "why_apart", "reports", "spark", "notebook", "commands", "cli", "__main__", "view", "exits"}
NOT_A_NAME = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}
LONGEST = 300
NOUNS = 480
"""The records stand in one file, so that the whole vocabulary is on one page."""
SCRIPTS = {"claimcheck.match.train"}
"""Runs the whole program to learn from it; nothing imports it."""
RANK = {name: number for number, names in enumerate(LAYERS) for name in names}


def part_of(module: str) -> str:
    """The part of the package that a dotted name lies in: "claimcheck.read.dates" is in "read"."""
    return [*module.split("."), "", ""][1]


def name_of(path: Path) -> str:
    return ".".join(("claimcheck", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")


def imports_of(source: str) -> list[str]:
    """Every module of the package that the source imports, at its top or inside a function."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found += (
                [f"{node.module}.{alias.name}" for alias in node.names]
                if node.module == "claimcheck"
                else [node.module]
            )
        elif isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
    return [name for name in found if name.split(".")[0] == "claimcheck"]


def wrong(part: str, imported: str) -> bool:
    """Whether a part may not import another."""
    if imported == part or not part or not imported:
        return False
    if part in BESIDE:
        return imported not in BESIDE[part]
    if imported in BESIDE:
        return imported != "config" and part not in PRINTERS
    return imported in RANK and RANK[imported] >= RANK[part]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_one_way(path: Path) -> None:
    part = part_of(name_of(path))
    broken = [name for name in imports_of(path.read_text(encoding="utf-8")) if wrong(part, part_of(name))]

    assert not broken or name_of(path) in SCRIPTS, f"{name_of(path)} must not import {broken}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_has_a_place(path: Path) -> None:
    part = part_of(name_of(path))

    assert not part or part in RANK or part in BESIDE


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_file_is_short_and_says_what_it_is(path: Path) -> None:
    source = path.read_text(encoding="utf-8")

    assert len(source.splitlines()) <= (NOUNS if path.name == "model.py" else LONGEST)
    assert ast.get_docstring(ast.parse(source)), "no docstring"
    assert not NOT_A_NAME & set(path.relative_to(ROOT).with_suffix("").parts), "a name that says nothing"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_prints_or_pickles_by_itself(path: Path) -> None:
    named = {node.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)}

    assert "pickle" not in named
    assert "Console" not in named or name_of(path) == "claimcheck.commands.patience"
    assert "print" not in named or name_of(path) in {"claimcheck.exits", *SCRIPTS}


def test_nothing_imports_a_script() -> None:
    imported = {name for path in MODULES for name in imports_of(path.read_text(encoding="utf-8"))}

    assert not imported & SCRIPTS


def test_the_check_sees_what_it_forbids() -> None:
    assert wrong("read", "kinds")
    assert wrong("match", "judge") and not wrong("judge", "match")
    assert wrong("reports", "pipeline") is False
    assert wrong("reports", "commands")
    assert wrong("split", "view")
    assert wrong("view", "pipeline")
    assert imports_of("def f():\n    from claimcheck.read.dates import timexes") == ["claimcheck.read.dates"]


def test_reports_see_the_report_and_nothing_else() -> None:
    """A format is written against the records alone; how they came to be is not its business."""
    allowed = {"immutable", "model", "view", "reports"}
    for path in sorted((ROOT / "reports").rglob("*.py")):
        for name in imports_of(path.read_text(encoding="utf-8")):
            assert part_of(name) in allowed or name == "claimcheck.__version__", f"{path.name}: {name}"
