"""Report -> what is said of it in one line: counts, span of dates, origins, what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claimcheck.immutable import record
from claimcheck.model import Article, Finding, Report, Verdict

ORDER = tuple(Verdict)
"""The verdicts, worst first."""
SYMBOL = {
    Verdict.CONFLICT: "x",
    Verdict.CHECK: "?",
    Verdict.UPDATED: "~",
    Verdict.AGREE: "=",
    Verdict.SINGLE: ".",
}
_NOUN = {
    Verdict.CONFLICT: ("conflict", "conflicts"),
    Verdict.CHECK: ("to check", "to check"),
    Verdict.UPDATED: ("updated over time", "updated over time"),
    Verdict.AGREE: ("agree", "agree"),
    Verdict.SINGLE: ("from one source only", "from one source only"),
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Months are spelled here and never by the locale, so that every machine prints the same bytes.


@record
class Tally:
    """How many findings there are of each verdict, and how many files were read."""

    counts: dict[Verdict, int]
    read: int
    files: int

    def of(self, verdict: Verdict) -> str:
        """Say the count of a verdict: "2 conflicts"."""
        count = self.counts[verdict]
        return f"{count} {_NOUN[verdict][count != 1]}"

    @property
    def complete(self) -> bool:
        """Whether every file was read."""
        return self.read == self.files


def tally(report: Report) -> Tally:
    """Count findings and files."""
    counts = dict.fromkeys(ORDER, 0)
    for finding in report.findings:
        counts[finding.verdict] += 1
    read = {article.path for article in report.articles}
    lost = {problem.path for problem in report.problems if problem.severe and problem.path}
    return Tally(counts, len(read), len(read | lost))


def at_or_above(verdict: Verdict) -> tuple[Verdict, ...]:
    """The verdicts that are as bad or worse."""
    return ORDER[: ORDER.index(verdict) + 1]


def at_least(findings: Sequence[Finding], worst: Verdict) -> list[Finding]:
    """The findings whose verdict is as bad as the one given, or worse."""
    return [f for f in findings if f.verdict in at_or_above(worst)]


def covered(report: Report) -> str:
    """Say what was compared: "60 articles of 9 stories, 4 Aug – 26 Sep 2023 (1 undated)"."""
    stories = len({story for _, story in report.stories})
    of = f" of {stories} stories" if stories > 1 else ""
    return f"{plural(len(report.articles), 'article')}{of}, {dates(report.articles)}"


def day(when: date | None, *, year: bool = True) -> str:
    """Write a day as readers do, in every locale alike.

    >>> day(date(2023, 9, 3)), day(date(2023, 9, 3), year=False), day(None)
    ('3 Sep 2023', '3 Sep', 'undated')
    """
    if when is None:
        return "undated"
    short = f"{when.day} {_MONTHS[when.month - 1]}"
    return f"{short} {when.year}" if year else short


def dates(articles: Sequence[Article]) -> str:
    """Say the span of publication days: "4 Aug – 26 Sep 2023 (1 undated)"."""
    known = sorted(article.published for article in articles if article.published)
    unknown = len(articles) - len(known)
    if not known:
        return "undated"
    first, last = known[0], known[-1]
    span = day(first) if first == last else f"{day(first, year=first.year != last.year)} – {day(last)}"
    return f"{span} ({unknown} undated)" if unknown else span


def origins(articles: Sequence[Article]) -> tuple[tuple[str, ...], int]:
    """The named origins (or outlets) in the order of the input, and how many articles name none."""
    named: dict[str, None] = {}
    unknown = 0
    for article in articles:
        name = article.origin or article.outlet
        if name:
            named.setdefault(name)
        else:
            unknown += 1
    return tuple(named), unknown


def plural(count: int, noun: str) -> str:
    """Say a count.

    >>> plural(1, "article"), plural(3, "article")
    ('1 article', '3 articles')
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
