"""For a pull request or a step summary: the answer, then a table of findings; nothing of an article is markup there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.model import Finding, Report, Verdict
from claimcheck.view.index import Index
from claimcheck.view.look import Look
from claimcheck.view.rows import label, one_an_article, rows
from claimcheck.view.standing import reasons
from claimcheck.view.summary import SYMBOL, at_least, covered, plural, tally
from claimcheck.view.visible import one_line, visible
from claimcheck.view.words import accepted, verdict_line

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#!|~$:&@]")
MARK = "<!-- claimcheck/report/1 -->"
"""By which a later run knows that this is no article, and a bot its own comment."""
CALM = (Verdict.AGREE, Verdict.SINGLE)
_WWW = re.compile(r"\bwww\.", re.IGNORECASE)


def render(report: Report, look: Look) -> Iterator[str]:
    """Write the answer, a table of what is not agreement, and the agreements behind a fold."""
    return (f"{line}\n" for line in _lines(report, look))


def _lines(report: Report, look: Look) -> Iterator[str]:
    index, counted = Index(report), tally(report)
    shown = at_least(report.findings, look.down_to(Verdict.AGREE))
    yield MARK
    answer, *others = verdict_line(report)
    yield f"**{inert(', '.join([answer.capitalize(), *others]))}**"
    yield ""
    told = covered(report)
    yield inert(" · ".join([told, f"{counted.read} of {counted.files} files read", *accepted(report)]))
    urgent = [finding for finding in shown if finding.verdict not in CALM]
    yield from _table(urgent, index)
    rest = [finding for finding in shown if finding.verdict in CALM]
    if rest:
        yield from ("", f"<details><summary>{plural(len(rest), 'finding')} without a difference</summary>")
        yield from _table(rest, index)
        yield from ("", "</details>")
    if look.stamp:
        yield from ("", inert(look.stamp))
    if report.problems:
        yield ""
        yield from (f"- {inert(f'{p.path}: {one_line(p.message)}')}" for p in report.problems)


def _table(found: Sequence[Finding], index: Index) -> Iterator[str]:
    if not found:
        return
    yield from ("", "| | Question | Positions | Why |", "|---|---|---|---|")
    for verdict in Verdict:
        for finding in found:
            if finding.verdict is verdict:
                why = "; ".join(reasons(finding)) or finding.code
                verdict_cell = f"{inert(SYMBOL[verdict])} {verdict}<br>{inert(finding.code)}"
                cells = (verdict_cell, inert(finding.question), _positions(finding, index), inert(why))
                yield f"| {' | '.join(cells)} |"


def _positions(finding: Finding, index: Index) -> str:
    said = []
    for position in finding.positions:
        where = (f"{row.article}:{row.place.line} {row.who}" for row in one_an_article(rows(position, index)))
        said.append(f"**{inert(label(position))}** {inert(', '.join(where))}")
    return "<br>".join(said)


def inert(text: str) -> str:
    """Write text that no Markdown reader takes for markup, a link, an image, a mention or a table's edge.

    >>> inert("[x](http://y) | `z` @team")
    '&#91;x&#93;(http&#58;//y) &#124; &#96;z&#96; &#64;<!-- -->team'
    """
    safe = _MARKUP.sub(lambda found: f"&#{ord(found.group())};", visible(one_line(text)))
    return _WWW.sub("www&#46;", safe.replace("&#64;", "&#64;<!-- -->"))
