"""What a changed figure does: `python -m benchmarks.mutation [--list] [STORY …]`.

Each labelled pair of figures that agree (one mention an article and topic) is changed in the text of one article: twice
as much, one digit, million for billion. The two articles are compared before and after. A mutation is caught where the
pair stands in one finding as conflict or updated; what is said of other topics must not change. Stories are those of
`corpus/` and, where it is there, of `../shared/data/stories`; without it the run says so and goes on.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from claimcheck.load import load
from claimcheck.model import Article, Claim, Figure, Report, Span
from claimcheck.pipeline import check
from claimcheck.read.numbers import quantities

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "data" / "stories"
DIGITS = re.compile(r"[0-9][0-9,.]*+(?<![,.])")
SCALE = {"million": "billion", "billion": "million", "bn": "mn", "m": "bn"}
SCALED = re.compile(r"(?<=[0-9 ])(million|billion|bn|m)\b")
WANTED = ("conflict", "updated")


@dataclass(frozen=True)
class Mention:
    """One labelled figure: its article's file name and its place in the text."""

    file: str
    span: Span


@dataclass(frozen=True)
class Outcome:
    """What became of one changed figure."""

    story: str
    topic: str
    way: str
    before: str
    """agree, check, conflict, updated, or apart where the two were in no finding."""
    after: str
    strays: int
    """Findings of other sentences that differ between the two runs."""


def pairs(gold: dict[str, Any]) -> Iterator[tuple[str, Mention, Mention]]:
    """Give the topic and two mentions of one position in two articles; the first of each article stands for it."""
    for topic in gold["topics"]:
        for position in topic["positions"] if topic["kind"] == "figure" else ():
            first: dict[str, Mention] = {}
            for m in position["mentions"]:
                first.setdefault(m["source"], Mention(m["source"], Span(m["start"], m["end"])))
            for a, b in combinations(first.values(), 2):
                yield topic["id"], a, b


def mentions(gold: dict[str, Any], topic: str) -> set[Mention]:
    """Give all mentions of a topic."""
    positions = (p for each in gold["topics"] if each["id"] == topic for p in each["positions"])
    return {Mention(m["source"], Span(m["start"], m["end"])) for p in positions for m in p["mentions"]}


def mutations(text: str, span: Span) -> Iterator[tuple[str, Span, str]]:
    """Give the ways to change a figure: name, the characters to replace, what to put there."""
    quoted = span.of(text)
    if found := DIGITS.search(quoted):
        place, literal = Span(span.start + found.start(), span.start + found.end()), found[0]
        yield "twice", place, _twice(literal)
        yield "digit", place, _digit(literal)
    elif told := [q for q in quantities(quoted, []) if q.number]:
        place = Span(span.start + told[0].digits.start, span.start + told[0].digits.end)
        yield "twice", place, f"{2 * (told[0].number or 0):.0f}"
    if found := SCALED.search(quoted):
        yield "scale", Span(span.start + found.start(), span.start + found.end()), SCALE[found[0]]


def _twice(literal: str) -> str:
    """Double a number as written.

    >>> _twice("1,500"), _twice("2.5")
    ('3,000', '5.0')
    """
    value = 2 * float(literal.replace(",", ""))
    decimals = len(literal.partition(".")[2])
    return f"{value:,.{decimals}f}" if "," in literal else f"{value:.{decimals}f}"


def _digit(literal: str) -> str:
    """Change the first digit by enough to leave every tolerance for rounding.

    >>> _digit("44"), _digit("90")
    ('54', '70')
    """
    first = int(literal[0])
    return str(first + 1 if first < 5 else first - 2) + literal[1:]


def changed(article: Article, place: Span, put: str) -> Article:
    """Replace some characters of an article."""
    text = article.text[: place.start] + put + article.text[place.end :]
    body = Span(article.body.start, article.body.end + len(put) - (place.end - place.start))
    return replace(article, text=text, body=body)


def relation(report: Report, a: set[str], b: set[str]) -> str:
    """How two sets of claims stand to each other: the relation of the first finding that holds both."""
    for finding in report.findings:
        at = {c: n for n, p in enumerate(finding.positions) for c in p.claims}
        for i in sorted({at[c] for c in a if c in at}):
            for j in sorted({at[c] for c in b if c in at}):
                told = {(r.a, r.b): str(r.verdict) for r in finding.relations}
                return "agree" if i == j else told.get((min(i, j), max(i, j)), str(finding.verdict))
    return "apart"


def claims_at(report: Report, article: str, span: Span) -> set[str]:
    """Give the ids of the figures told at a span of an article."""
    return {c.id for c in report.claims if c.article == article and isinstance(c.value, Figure) and c.span.meets(span)}


def topic_claims(report: Report, mentions: set[Mention], articles: dict[str, str]) -> set[str]:
    """Give the ids of the claims in the sentences of a topic's mentions, `articles` being ids by file."""
    return {
        c.id
        for c in report.claims
        for m in mentions
        if articles.get(m.file) == c.article and c.sentence.start <= m.span.start < c.sentence.end
    }


def others(report: Report, mine: set[str]) -> Counter[tuple[str, ...]]:
    """Say what is found in sentences other than those of some claims, so that two runs can be compared."""
    at = {c.id: c for c in report.claims}
    sentences = {(at[c].article, at[c].sentence.start) for c in mine}
    said: Counter[tuple[str, ...]] = Counter()
    for finding in report.findings:
        told: list[Claim] = [at[c] for p in finding.positions for c in p.claims]
        if not any((c.article, c.sentence.start) in sentences for c in told):
            said[finding.kind, finding.verdict, finding.code, *(p.label for p in finding.positions)] += 1
    return said


def story(folder: Path, gold: Path) -> Iterator[Outcome]:
    """Try every mutation of a story's agreeing figures."""
    manifest = folder.with_name(folder.name + ".sources.csv")
    articles, _ = load([str(folder)], manifests=[str(manifest)] if manifest.exists() else [])
    by_file = {Path(a.path).name: a for a in articles}
    runs: dict[tuple[str, str], Report] = {}
    told = json.loads(gold.read_text(encoding="utf-8"))
    for topic, left, right in pairs(told):
        a, b = by_file[left.file], by_file[right.file]
        base = runs.setdefault((a.id, b.id), check([a, b]))
        before = (claims_at(base, a.id, left.span), claims_at(base, b.id, right.span))
        for way, place, put in mutations(b.text, right.span):
            after = check([a, changed(b, place, put)])
            moved = Span(place.start, place.start + len(put))
            now = (claims_at(after, a.id, left.span), claims_at(after, b.id, moved))
            files = {left.file: a.id, right.file: b.id}
            stray = others(base, set().union(*before) | topic_claims(base, mentions(told, topic), files))
            new = others(after, set().union(*now) | topic_claims(after, mentions(told, topic), files))
            strays = sum(((stray - new) + (new - stray)).values())
            yield Outcome(folder.name, topic, way, relation(base, *before), relation(after, *now), strays)


def report(outcomes: list[Outcome]) -> Iterator[str]:
    """Count what became of the changed figures, of all and of those found to agree before the change."""
    joined = [o for o in outcomes if o.before == "agree"]
    for title, chosen in (("all", outcomes), ("found to agree before", joined)):
        caught = sum(o.after in WANTED for o in chosen)
        yield f"{title:<24} {caught} of {len(chosen)} become conflict or updated: {_share(caught, len(chosen))}"
    for way in ("twice", "digit", "scale"):
        counted = Counter(o.after for o in joined if o.way == way)
        yield f"  {way:<22} " + ", ".join(f"{n} {word}" for word, n in sorted(counted.items()))
    strays = sum(bool(o.strays) for o in outcomes)
    yield f"{'other findings change':<24} in {strays} of {len(outcomes)} runs: {_share(strays, len(outcomes))}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def main(given: list[str]) -> None:
    """Run over the stories named, or over all, and print the counts."""
    named = [g for g in given if not g.startswith("-")]
    golds = sorted((ROOT / "corpus").glob("*.gold.json")) + sorted(SHARED.glob("*.gold.json"))
    if not SHARED.exists():
        print("skipped: stories of ../shared/data, which is not there; corpus/ alone is measured")
    outcomes: list[Outcome] = []
    for gold in golds:
        folder = gold.with_name(gold.name.removesuffix(".gold.json"))
        if not named or folder.name in named:
            found = list(story(folder, gold))
            outcomes += found
            caught = sum(o.after in WANTED for o in found if o.before == "agree")
            print(f"{folder.name:<28} {caught} of {sum(o.before == 'agree' for o in found)} (all {len(found)})")
    for line in report(outcomes):
        print(line)
    if "--list" in given:
        for outcome in outcomes:
            missed = outcome.before == "agree" and outcome.after not in WANTED
            if missed or outcome.strays:
                print(outcome)


if __name__ == "__main__":
    main(sys.argv[1:])
