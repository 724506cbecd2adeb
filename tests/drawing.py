"""Reports to draw: the sample, an empty one, and one that is hostile wherever an article fills a place."""

from __future__ import annotations

from dataclasses import replace

import sample

from claimcheck.model import Problem, Report, Span
from claimcheck.reports import renderer
from claimcheck.view.look import Look

HOSTILE = (
    "::error::x ##vso[task.complete] \x1b[2J\x1b]52;c;eA==\x07 \u202e31\u2066 <script>alert(1)</script> [sic] </td>"
    " =HYPERLINK(1) | `x` ![i](http://x.example) @team %0A \ud800 \ufffe &amp; ]]> {{7*7}} \r over"
)


def drawn(name: str, report: Report | None = None, **look: object) -> str:
    return "".join(renderer(name)(report or sample.report(), Look(**{"exit_code": 1, "paths": "ferry/", **look})))  # type: ignore[arg-type]


def empty() -> Report:
    return replace(sample.report(), claims=(), findings=(), problems=(), matches=())


def hostile() -> Report:
    """The sample with a hostile string in every place that an article, a file or a user fills."""
    made = sample.report()
    articles = tuple(
        replace(
            article,
            text=article.text.replace("\n", f" {HOSTILE}\n") + HOSTILE,
            path=f"{HOSTILE}\n{article.path}",
            outlet=HOSTILE,
            origin=HOSTILE,
            title=HOSTILE,
            url="javascript:alert(1)",
        )
        for article in made.articles
    )
    claims = tuple(replace(claim, source=HOSTILE, span=Span(0, 30), sentence=Span(0, 60)) for claim in made.claims)
    findings = tuple(
        replace(
            finding,
            question=HOSTILE,
            why=HOSTILE,
            positions=tuple(replace(position, label=HOSTILE) for position in finding.positions),
        )
        for finding in made.findings
    )
    problems = (Problem("bytes", HOSTILE, HOSTILE),)
    return replace(made, articles=articles, claims=claims, findings=findings, problems=problems)
