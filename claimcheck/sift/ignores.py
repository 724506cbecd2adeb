"""Ignores: of the configuration, by code, topic and outlet; and, for a team's own documents, in the text itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from fnmatch import fnmatchcase

from claimcheck.config import Ignore
from claimcheck.model import Article, Claim, Finding, Report

_INLINE = re.compile(r"claimcheck: ?ignore(?:\[([a-z, -]{1,200})\])?(?![a-z])([^\r\n]{0,200})", re.ASCII)
_BREAK = re.compile(r"\r\n|\n|\r")
_CLOSING = re.compile(r"-{2,9}>|\*/|#\}")


class Voices:
    """Who says what in a report; look-ups for the ignores."""

    def __init__(self, report: Report) -> None:
        self.articles = {article.id: article for article in report.articles}
        self.claims = {claim.id: claim for claim in report.claims}

    def members(self, finding: Finding) -> list[Claim]:
        """The claims of a finding."""
        return [self.claims[name] for position in finding.positions for name in position.claims if name in self.claims]

    def outlets(self, names: tuple[str, ...]) -> set[str]:
        """The outlets of some claims; an article that names none goes by its path."""
        found = (self.articles[self.claims[name].article] for name in names if name in self.claims)
        return {article.outlet or article.path for article in found}


def takes(ignore: Ignore, finding: Finding, voices: Voices) -> bool:
    """Whether an ignore means the finding: every condition that it names must hold."""
    if ignore.code and ignore.code != finding.code:
        return False
    if ignore.topic and not _of_topic(ignore.topic.casefold(), finding, voices):
        return False
    return not ignore.outlet or _only(ignore.outlet.casefold(), finding, voices)


def _of_topic(wanted: str, finding: Finding, voices: Voices) -> bool:
    """Whether the question, or what a claim is about, fits the pattern."""
    named = {finding.question}
    for claim in voices.members(finding):
        topic = claim.topic
        named |= {topic.attribute, topic.subject, f"{topic.attribute} {topic.subject}"}
    return any(fnmatchcase(name.casefold(), wanted) for name in named if name)


def _only(wanted: str, finding: Finding, voices: Voices) -> bool:
    """Whether the finding would not be one without the outlet: no relation as bad is left between the others."""
    alone = [
        all(fnmatchcase(outlet.casefold(), wanted) for outlet in voices.outlets(position.claims))
        for position in finding.positions
    ]
    worst = [relation for relation in finding.relations if relation.verdict is finding.verdict]
    if not worst:
        return any(alone)
    return all(alone[relation.a] or alone[relation.b] for relation in worst)


class Marks:
    """The marks `claimcheck: ignore[CODE] reason` in the articles: each takes the claims of its line and the next."""

    def __init__(self, report: Report) -> None:
        self.used: set[tuple[str, int]] = set()
        self._lines: dict[str, list[int]] = {}
        self.found = {
            (article.id, line): (codes, reason)
            for article in report.articles
            for line, codes, reason in self._of(article)
        }

    def takes(self, finding: Finding, voices: Voices) -> str | None:
        """Give the reason where a mark stands beside a claim of the finding, None where none does."""
        for claim in voices.members(finding):
            line = self._line(claim.article, claim.span.start)
            for at in (line, line - 1):
                codes, reason = self.found.get((claim.article, at), (frozenset({"?"}), ""))
                if not codes or finding.code in codes:
                    self.used.add((claim.article, at))
                    return reason
        return None

    def _of(self, article: Article) -> Iterator[tuple[int, frozenset[str], str]]:
        for mark in _INLINE.finditer(article.text) if "claimcheck:" in article.text else ():
            codes = frozenset(code.strip() for code in (mark[1] or "").split(",") if code.strip())
            reason = " ".join(_CLOSING.split(mark[2])[0].split())
            yield self._line_in(article, mark.start()), codes, reason

    def _line(self, article: str, offset: int) -> int:
        lines = self._lines.get(article)
        return bisect_right(lines, offset) if lines else -1

    def _line_in(self, article: Article, offset: int) -> int:
        if article.id not in self._lines:
            self._lines[article.id] = [0, *(found.end() for found in _BREAK.finditer(article.text))]
        return self._line(article.id, offset)
