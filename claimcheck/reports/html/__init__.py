"""One page that asks for nothing: the answer above the fold, a card a finding, the matrix, the origins, the articles.

The page works without its script, which only filters; the policy in its head names the hashes of our own style and
script, so that nothing an article holds could run even if it came through the escaping.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from claimcheck.model import Report, Verdict
from claimcheck.reports.html.cards import Card, Section, sections
from claimcheck.reports.html.origins import Carried, carried
from claimcheck.reports.html.texts import Shown, texts
from claimcheck.view.grid import grids
from claimcheck.view.index import Index
from claimcheck.view.look import Look
from claimcheck.view.rows import label
from claimcheck.view.standing import alone
from claimcheck.view.summary import ORDER, SYMBOL, at_least, covered, day, origins, tally
from claimcheck.view.visible import visible
from claimcheck.view.words import accepted, verdict_line

__all__ = ["Card", "Carried", "Section", "Shown", "render"]

HERE = "claimcheck.reports.html"


def render(report: Report, look: Look) -> Iterator[str]:
    """Write the page."""
    index, counted = Index(report), tally(report)
    shown = at_least(report.findings, look.down_to(Verdict.SINGLE))
    named, unknown = origins(report.articles)
    style, script = _ours("page.css"), _ours("page.js")
    return (
        _environment()
        .from_string(_ours("page.html.j2"))
        .generate(
            answer=verdict_line(report)[0].capitalize(),
            style=Markup(style),
            script=Markup(script),
            policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'",
            chips=[(verdict, SYMBOL[verdict], counted.of(verdict)) for verdict in ORDER if counted.counts[verdict]],
            covered=covered(report),
            stamp=look.stamp,
            read=", ".join([f"{counted.read} of {counted.files} files read", *accepted(report)]),
            named=named,
            unknown=unknown,
            sections=sections(shown, index),
            grids=grids(at_least(shown, Verdict.AGREE), index),
            alone=alone,
            label=label,
            labels=index.labels,
            symbol=SYMBOL,
            day=day,
            carried=carried(report, index),
            articles=texts(report, index),
            kinds=sorted({finding.kind for finding in shown}),
            problems=report.problems,
        )
    )


@cache
def _ours(name: str) -> str:
    return files(HERE).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@cache
def _environment() -> Environment:
    """Escape everything but our own markup, after showing what could hide in it."""
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )


def _shown(value: object) -> object:
    return value if isinstance(value, Markup) else visible(str(value).replace("\n", " "))
