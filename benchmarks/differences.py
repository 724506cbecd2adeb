"""What is found of the differences that the writers of 254 stories put in: `python -m benchmarks.differences [--list] [STORY …]`.

A difference is found where a finding called conflict or updated sets its two sides against each other. An alarm is a pair
of positions called so; it is right where the writers' list has it. See `benchmarks/told/README.md`.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from claimcheck.load import load
from claimcheck.model import Article, Finding, Report, Span
from claimcheck.pipeline import check

TOLD = Path(__file__).parent / "told"
ALARMS = ("conflict", "updated")


@dataclass(frozen=True)
class Difference:
    """Two places of a story that differ, as its writer says."""

    verdict: str
    left: tuple[str, str]
    """Outlet and words."""
    right: tuple[str, str]
    about: str


@dataclass(frozen=True)
class Outcome:
    """What a comparison gives for one story."""

    found: tuple[tuple[Difference, str], ...]
    """Each difference with what became of it: conflict, updated, check, agree, apart, or unread where no claim was made."""
    right: int
    false: tuple[str, ...]
    """Alarms that the writer's list does not have, in words."""


def stories(path: Path = TOLD / "stories.txt") -> dict[str, tuple[Article, ...]]:
    """Read the stories as files named OUTLET_DAY.txt would be read: name -> articles."""
    found = {}
    for block in path.read_text(encoding="utf-8").split("## ")[1:]:
        name, *told = block.split("\n@ ")
        with TemporaryDirectory() as folder:
            for each in told:
                head, _, text = each.partition("\n")
                day, outlet = head.split()
                (Path(folder) / f"{outlet}_{day}.txt").write_text(text.strip() + "\n", encoding="utf-8")
            found[name.strip()] = load([folder])[0]
    return found


def differences(path: Path = TOLD / "differences.tsv") -> dict[str, list[Difference]]:
    """Read what differs: story -> differences."""
    found: defaultdict[str, list[Difference]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        story, verdict, outlet, words, other, its, about = line.split("\t")
        found[story].append(Difference(verdict, (outlet, words), (other, its), about))
    return found


def outcome(articles: Sequence[Article], wanted: Sequence[Difference]) -> Outcome:
    """Compare a story and say what became of its differences and which alarms are not among them."""
    report = check(tuple(articles))
    places = [(_claims(report, articles, d.left), _claims(report, articles, d.right)) for d in wanted]
    found = tuple((d, _became(report, *sides)) for d, sides in zip(wanted, places, strict=True))
    raised = [
        (f, r.a, r.b)
        for f in report.findings
        for r in f.relations
        if str(f.verdict) in ALARMS and str(r.verdict) in ALARMS
    ]
    false = [alarm for alarm in raised if not _is_told(alarm, places)]
    return Outcome(found, len(raised) - len(false), tuple(_words(*alarm) for alarm in false))


def _claims(report: Report, articles: Sequence[Article], side: tuple[str, str]) -> set[str]:
    """Give the ids of the claims at some words of an outlet's article."""
    outlet, words = side
    article = next(a for a in articles if Path(a.path).stem.rpartition("_")[0] == outlet)
    spans, at = [], article.text.find(words)
    while at >= 0:
        spans.append(Span(at, at + len(words)))
        at = article.text.find(words, at + 1)
    return {c.id for c in report.claims if c.article == article.id and any(c.span.meets(s) for s in spans)}


def _became(report: Report, left: set[str], right: set[str]) -> str:
    """Give the strongest thing said of two sides."""
    if not left or not right:
        return "unread"
    said = {"apart"}
    for finding in report.findings:
        at = {c: n for n, p in enumerate(finding.positions) for c in p.claims}
        told = {(r.a, r.b): str(r.verdict) for r in finding.relations}
        for i in {at[c] for c in left if c in at}:
            for j in {at[c] for c in right if c in at}:
                said.add("agree" if i == j else told.get((min(i, j), max(i, j)), str(finding.verdict)))
    return next((word for word in (*ALARMS, "check", "agree") if word in said), "apart")


def _is_told(alarm: tuple[Finding, int, int], places: Sequence[tuple[set[str], set[str]]]) -> bool:
    """Whether two positions of a finding are the two sides of a difference."""
    finding, a, b = alarm
    ours, theirs = ({*finding.positions[n].claims} for n in (a, b))
    return any((ours & x and theirs & y) or (ours & y and theirs & x) for x, y in places)


def _words(finding: Finding, a: int, b: int) -> str:
    return f"{finding.question} {finding.positions[a].label} / {finding.positions[b].label}"


def report_of(outcomes: dict[str, Outcome]) -> Iterator[str]:
    """Count over all stories."""
    for verdict in ALARMS:
        became = Counter(word for o in outcomes.values() for d, word in o.found if d.verdict == verdict)
        caught = sum(became[word] for word in ALARMS)
        told = ", ".join(f"{n} {word}" for word, n in sorted(became.items()))
        yield f"{verdict:<10} {caught} of {sum(became.values())} found: {caught / max(1, sum(became.values())):.2f} ({told})"
    right, false = sum(o.right for o in outcomes.values()), sum(len(o.false) for o in outcomes.values())
    yield f"alarms     {right} of {right + false} are among them: {right / max(1, right + false):.2f}"


def main(given: list[str]) -> None:
    """Run over the stories named, or over all."""
    named, wanted = [g for g in given if not g.startswith("-")], differences()
    outcomes = {
        name: outcome(articles, wanted.get(name, []))
        for name, articles in stories().items()
        if not named or name in named
    }
    if "--list" in given:
        for name, told in outcomes.items():
            for difference, word in told.found:
                print(
                    f"{name}: {difference.verdict} -> {word}: {difference.left} {difference.right} {difference.about}"
                )
            for words in told.false:
                print(f"{name}: not told: {words}")
    for line in report_of(outcomes):
        print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
