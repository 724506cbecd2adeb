"""One page, no script, no request: the answer above the fold, then a card for each finding, then the articles."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from xml.etree.ElementTree import Element

from claimcheck.model import Article, Finding, Report, Verdict
from claimcheck.view.index import Index
from claimcheck.view.look import Look
from claimcheck.view.markup import Child, element, html, link
from claimcheck.view.rows import Row, label, reasons, rows
from claimcheck.view.summary import ORDER, SYMBOL, at_least, covered, day, origins, tally
from claimcheck.view.visible import one_line
from claimcheck.view.words import verdict_line

COLUMNS = ("Position", "Article", "Published", "Who says so", "Words", "Line")
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render(report: Report, look: Look) -> str:
    """Write the page."""
    index = Index(report)
    shown = at_least(report.findings, look.down_to(Verdict.SINGLE))
    answer = ", ".join(verdict_line(report)[:1]).capitalize()
    body = element(
        "body",
        element("header", element("h1", f"{answer}."), *_counts(report), _read(report)),
        element("main", *_cards(shown, index), *_problems(report), _articles(report, index)),
    )
    page = element("html", _head(answer), body, lang="en")
    return f"<!DOCTYPE html>\n{html(page)}\n"


def _head(answer: str) -> Element:
    style = element("style")
    style.text = files("claimcheck.reports").joinpath("html.css").read_text(encoding="utf-8")
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"claimcheck: {answer}"),
        style,
    )


def _counts(report: Report) -> Iterator[Element]:
    counted = tally(report)
    chips = [
        element(
            "li", element("a", f"{SYMBOL[verdict]} {counted.of(verdict)}", href=f"#{verdict}"), class_=verdict.value
        )
        for verdict in ORDER
        if counted.counts[verdict]
    ]
    if chips:
        yield element("ul", *chips, class_="counts")


def _read(report: Report) -> Element:
    counted = tally(report)
    named, unknown = origins(report.articles)
    said = f"{covered(report)} · "
    said += f"{counted.read} of {counted.files} files read"
    if named:
        said += f" · {', '.join(named)}" + (f", {unknown} unknown" if unknown else "")
    return element("p", one_line(said))


def _cards(shown: list[Finding], index: Index) -> Iterator[Element]:
    for verdict in ORDER:
        cards = [_card(finding, index) for finding in shown if finding.verdict is verdict]
        if cards:
            yield element(
                "section", element("h2", f"{SYMBOL[verdict]} {verdict.capitalize()}"), *cards, id=verdict.value
            )


def _card(finding: Finding, index: Index) -> Element:
    title = element("h3", one_line(finding.question), " ", element("code", finding.code))
    head = element("tr", *(element("th", name, scope="col") for name in COLUMNS))
    lines = []
    for position in finding.positions:
        for n, row in enumerate(rows(position, index)):
            lines.append(_line("" if n else label(position), row, index))
    table = element("table", element("thead", head), element("tbody", *lines))
    why = [element("p", element("b", "Why: "), reason) for reason in reasons(finding)]
    return element(
        "article", title, element("div", table, class_="scroll"), *why, class_=finding.verdict.value, id=finding.id
    )


def _line(shown: str, row: Row, index: Index) -> Element:
    article = index.article(row.claim)
    return element(
        "tr",
        element("th", shown, scope="row"),
        element("td", link(row.article, article.url)),
        element("td", day(row.day)),
        element("td", row.who),
        element("td", row.before, element("mark", row.mark), row.after),
        element("td", str(row.place)),
    )


def _problems(report: Report) -> Iterator[Element]:
    if report.problems:
        told = [element("li", f"{p.path}: {one_line(p.message)} [{p.code}]") for p in report.problems]
        yield element("section", element("h2", "! Not read, or cut"), element("ul", *told), id="problems")


def _articles(report: Report, index: Index) -> Element:
    lines = [element("tr", *(element("td", cell) for cell in _article(article, index))) for article in report.articles]
    head = element(
        "tr", *(element("th", name, scope="col") for name in ("Article", "Outlet", "Published", "Origin", "File"))
    )
    table = element("table", element("thead", head), element("tbody", *lines))
    return element("section", element("h2", "Articles"), element("div", table, class_="scroll"), id="articles")


def _article(article: Article, index: Index) -> tuple[Child, ...]:
    published = day(article.published) + (f" ({article.published_from})" if article.published_from else "")
    name = link(index.labels[article.id], article.url)
    return name, one_line(article.outlet), published, one_line(article.origin), article.path
