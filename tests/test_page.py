"""The HTML report in a real browser: it asks for nothing, complains of nothing, runs nothing foreign, can be read by all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sample
from browser import CHROMIUM, Browser, browser
from drawing import HOSTILE, drawn, hostile

from claimcheck.model import Report

pytestmark = [
    pytest.mark.skipif(not CHROMIUM, reason="no chromium: apt-get install chromium"),
    pytest.mark.xdist_group("browser"),
]
AXE = os.environ.get("AXE_CORE", "")


@pytest.fixture(scope="module")
def page() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


def saved(folder: Path, report: Report | None = None) -> Path:
    file = folder / "report.html"
    file.write_text(drawn("html", report), encoding="utf-8")
    return file


@pytest.mark.parametrize("width", [360, 900, 1400])
def test_it_asks_for_nothing_and_fits_every_width(page: Browser, tmp_path: Path, width: int) -> None:
    file = saved(tmp_path)
    page.size(width)

    page.open(file)

    assert page.requests == [file.resolve().as_uri()]
    assert page.errors == []
    assert page.run("document.documentElement.scrollWidth") <= width
    assert page.picture().startswith(b"\x89PNG")


def test_hostile_text_is_inert(page: Browser, tmp_path: Path) -> None:
    evil = "</script></style></title></textarea>--><svg onload=\"document.title='owned'\"><img src=x onerror=\"document.title='owned'\">"
    made = hostile()
    articles = tuple(replace(article, text=article.text + evil, outlet=evil, origin=evil) for article in made.articles)
    findings = tuple(replace(finding, question=evil + HOSTILE, why=evil) for finding in made.findings)
    file = saved(tmp_path, replace(made, articles=articles, findings=findings))

    page.open(file)

    assert page.requests == [file.resolve().as_uri()]
    assert page.errors == []
    assert page.run("document.title").startswith("claimcheck: ")
    assert page.run("document.querySelectorAll('script, img, iframe, [onload], [onerror]').length") == 1, "our script"


def test_the_search_and_the_choices_leave_what_fits(page: Browser, tmp_path: Path) -> None:
    page.open(saved(tmp_path))
    shown = "[...document.querySelectorAll('.finding:not([hidden])')].map(each => each.id).join()"

    assert page.run(shown) == "f1,f2,f3,f4,f5"
    page.run(
        "at = (id, value) => { const e = document.getElementById(id); e.value = value; e.dispatchEvent(new Event('input')); }"
    )
    page.run("at('search', 'PASSENGERS aboard')")
    assert page.run(shown) == "f4"
    page.run("at('search', '')")
    page.run("at('by-verdict', 'conflict')")
    assert page.run(shown) == "f1"
    assert page.run("document.getElementById('found').textContent") == "1 of 5 findings"


def test_it_works_without_its_script(page: Browser, tmp_path: Path) -> None:
    page.ask("Emulation.setScriptExecutionDisabled", value=True)
    try:
        file = saved(tmp_path)
        page.open(file)
        assert page.run("document.getElementById('filter').hidden")
        assert page.run("document.querySelectorAll('.finding').length") == 5
    finally:
        page.ask("Emulation.setScriptExecutionDisabled", value=False)


def test_every_link_within_the_page_has_a_goal_and_no_id_is_given_twice(page: Browser, tmp_path: Path) -> None:
    page.open(saved(tmp_path))

    lost = "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1)).filter(id => !document.getElementById(id))"
    ids = "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, n, all) => all.indexOf(id) !== n)"
    assert page.run(lost) == []
    assert page.run(ids) == []


def test_every_claim_is_underlined_in_its_article(page: Browser, tmp_path: Path) -> None:
    page.open(saved(tmp_path))

    for claim in sample.report().claims:
        words = page.run(f"document.getElementById('{claim.id}').textContent")
        assert words, claim.id
        assert words in claim.span.of(sample.TEXTS[claim.article])


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.skipif(not Path(AXE).is_file(), reason="AXE_CORE names no axe.min.js (npm install axe-core)")
def test_axe_finds_nothing(page: Browser, tmp_path: Path, dark: bool) -> None:
    page.dark(dark)
    page.size(1280)
    page.open(saved(tmp_path))
    page.run("document.querySelectorAll('details').forEach(box => box.open = true)")
    page.run(Path(AXE).read_text(encoding="utf-8") + "; 0")

    told = page.run("axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html))")

    page.dark(False)
    assert told == []


def test_a_thousand_findings_open_in_two_seconds(page: Browser, tmp_path: Path) -> None:
    made = sample.report()
    many = tuple(replace(made.findings[n % 5], id=f"f{n}", story="s1") for n in range(1_000))
    file = saved(tmp_path, replace(made, findings=many))

    taken = min(page.open(file) for _ in range(3))

    assert page.run("document.querySelectorAll('.finding').length") == 1_000
    assert taken < 2
