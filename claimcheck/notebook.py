"""Report -> what a notebook shows and computes with: a short table, a pandas or polars frame."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from claimcheck.model import Report, Verdict
from claimcheck.reports.csv import HEADER, records
from claimcheck.view.index import Index
from claimcheck.view.look import Look
from claimcheck.view.markup import element, html
from claimcheck.view.rows import label, rows
from claimcheck.view.summary import SYMBOL, at_least, covered
from claimcheck.view.visible import one_line
from claimcheck.view.words import verdict_line

MOST = 50
"""Findings shown; the line below the table counts the others."""


def table(report: Report) -> str:
    """Draw the findings in HTML, worst first: without style or script, so that a notebook's own hold."""
    index = Index(report)
    order = list(Verdict)
    shown = sorted(at_least(report.findings, Verdict.AGREE), key=lambda f: order.index(f.verdict))
    lines = []
    for finding in shown[:MOST]:
        for n, position in enumerate(finding.positions):
            says = ", ".join(dict.fromkeys(row.article for row in rows(position, index)))
            first = f"{SYMBOL[finding.verdict]} {finding.verdict}" if n == 0 else ""
            cells = (first, "" if n else one_line(finding.question), label(position), says)
            lines.append(element("tr", *(element("td", each) for each in cells)))
    names = ("verdict", "question", "position", "said by")
    head = element("tr", *(element("th", name, scope="col") for name in names))
    told = [element("p", element("b", "; ".join(verdict_line(report))), f" ({covered(report)})")]
    told.append(element("table", element("thead", head), element("tbody", *lines)))
    if len(shown) > MOST:
        told.append(element("p", f"and {len(shown) - MOST} more"))
    return html(element("div", *told))


def to_pandas(report: Report) -> Any:
    """Give a pandas DataFrame, a row a claim, with the columns of `--format csv`; raises ImportError without pandas."""
    return import_module("pandas").DataFrame(list(records(report, Look())), columns=list(HEADER))


def to_polars(report: Report) -> Any:
    """Give a polars DataFrame, a row a claim, with the columns of `--format csv`; raises ImportError without polars."""
    columns = {name: [row.get(name) for row in rows_] for rows_ in [list(records(report, Look()))] for name in HEADER}
    return import_module("polars").DataFrame(columns, strict=False)
