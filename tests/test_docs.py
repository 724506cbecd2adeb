"""The documentation says what the program says: generated blocks and pictures are current, the library's example runs."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs").glob("*.md"))


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_docs", ROOT / "scripts/make_docs.py")
    assert spec and spec.loader
    made = importlib.util.module_from_spec(spec)
    sys.modules["make_docs"] = made
    spec.loader.exec_module(made)
    return made


def test_the_generated_parts_are_current(maker: ModuleType) -> None:
    blocks = maker.generated()
    used = set()
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        used |= {found[1] for found in maker.BLOCK.finditer(text)}
        assert maker.fresh(text, blocks) == text, f"{page.name}: run python scripts/make_docs.py"
    assert used == set(blocks)


@pytest.mark.parametrize("name", ["compare", "matrix", "explain"])
def test_the_pictures_show_what_a_terminal_shows(maker: ModuleType, name: str) -> None:
    """The words are compared, not the coordinates, which differ between versions of rich."""
    drawn = (ROOT / "docs/pictures" / f"{name}.svg").read_text(encoding="utf-8")

    assert re.findall(r">([^<>]+)</text>", drawn) == re.findall(r">([^<>]+)</text>", maker.picture(name))
    assert "https://" not in drawn.replace("https://www.textualize.io", "").replace("https://rich", "")


def test_the_screenshots_are_of_the_page_as_it_is(maker: ModuleType) -> None:
    told = (ROOT / "docs/pictures/report.sha256").read_text(encoding="utf-8").strip()

    assert told == maker.mark(), "run python scripts/make_docs.py --screenshots, which needs Chromium, and look at them"
    assert all((ROOT / f"docs/pictures/report-{width}.png").exists() for width in (360, 900, 1400))


def test_every_page_is_in_the_site_and_every_link_leads_somewhere() -> None:
    site = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for page in PAGES:
        assert f": {page.name}" in site
        for goal in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
            assert goal.startswith("https://") or (page.parent / goal).exists(), f"{page.name}: {goal}"


def test_the_library_s_example_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    (example,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs/library.md").read_text(encoding="utf-8"), re.DOTALL)

    exec(example, {})

    assert "killed" in capsys.readouterr().out
