"""Finding -> rows: for each claim who says it, where and when, and its sentence with the figure marked."""

from __future__ import annotations

from datetime import date

from claimcheck.immutable import record
from claimcheck.model import Article, Claim, Position, Span
from claimcheck.view.index import Index, Place, marked
from claimcheck.view.visible import one_line, visible

BESIDE = 1_000
"""Characters kept to either side of a mark; a text without full stops is one sentence of any length."""
SELF = "article"
"""Stands for the source where an article speaks for itself."""


@record
class Row:
    """One claim as evidence; but for `path` and `words`, all texts are one line each and safe to print."""

    claim: Claim
    article: str
    """The article's short name."""
    path: str
    """The file, as it is called; not yet safe to print."""
    words: str
    """The claim's own words, as they stand."""
    day: date | None
    who: str
    place: Place
    around: Place
    """Where the sentence stands."""
    before: str
    mark: str
    after: str

    @property
    def quotation(self) -> str:
        """The sentence, unmarked."""
        return f"{self.before}{self.mark}{self.after}"


def row(claim: Claim, index: Index) -> Row:
    """Show a claim as evidence."""
    article = index.article(claim)
    text, mark = article.text, marked(claim, article)
    start = max(min(claim.sentence.start, mark.start), mark.start - BESIDE)
    end = min(max(claim.sentence.end, mark.end), mark.end + BESIDE)
    before, after = _folded(text, Span(start, mark.start)), _folded(text, Span(mark.end, end))
    return Row(
        claim=claim,
        article=visible(one_line(index.labels[article.id])),
        path=article.path,
        words=claim.span.of(text),
        day=article.published,
        who=visible(one_line(_who(claim, article, index))),
        place=index.place_of(claim),
        around=index.place(article, claim.sentence),
        before=before.lstrip(" "),
        mark=visible(one_line(mark.of(text))),
        after=after.rstrip(" "),
    )


def _who(claim: Claim, article: Article, index: Index) -> str:
    """Who says it, with how the source stands to it and how far the outlet is trusted: "Taliban (own claim)"."""
    beside = ", ".join(filter(None, (claim.stance, article.trust)))
    return (claim.source or _speaker(article, index)) + (f" ({beside})" if beside else "")


def _speaker(article: Article, index: Index) -> str:
    """An article speaks for its outlet; where it is already called by that, or has none, it is just the article."""
    return SELF if index.labels[article.id] == article.outlet else article.outlet or SELF


def rows(position: Position, index: Index) -> list[Row]:
    """Show a position's claims, in their order."""
    return [row(claim, index) for claim in index.members(position)]


def one_an_article(found: list[Row]) -> list[Row]:
    """Keep the first row of each article and source: a headline and its first sentence say the same thing twice."""
    first: dict[tuple[str, str], Row] = {}
    for each in found:
        first.setdefault((each.claim.article, each.who), each)
    return list(first.values())


def label(position: Position) -> str:
    """A position's label, fit to print."""
    return visible(one_line(position.label))


def _folded(text: str, span: Span) -> str:
    """Fold white space within, and keep one space at either end where there was any."""
    part = span.of(text)
    folded = one_line(part)
    left = " " if part[:1].isspace() else ""
    right = " " if folded and part[-1:].isspace() else ""
    return visible(f"{left}{folded}{right}")
