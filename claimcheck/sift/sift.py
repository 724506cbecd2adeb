"""The whole report -> what was asked for and is not accepted yet; what is left out is counted, never lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from claimcheck.config import Ignore
from claimcheck.immutable import record
from claimcheck.model import Finding, Problem, Report, Suppressed
from claimcheck.sift.baseline import Entry, acceptable
from claimcheck.sift.ignores import Marks, Voices, takes
from claimcheck.sift.today import today


@record
class Wanted:
    """What a run wants of a report; everything where nothing is said."""

    kinds: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    """Codes; only findings with one of these."""
    deselect: tuple[str, ...] = ()
    """Codes; no finding with one of these."""
    story: str = ""
    between: tuple[str, str] | None = None
    """Two outlets (or article names): only the findings in which they differ, or both stand."""
    since: date | None = None
    """Only the findings that an article published on this day or later takes part in."""
    changed: frozenset[Path] | None = None
    """Resolved paths; only the findings that one of these files takes part in."""
    ignores: tuple[Ignore, ...] = ()
    ignores_file: str = ""
    inline: bool = False
    baseline: tuple[Entry, ...] | None = None
    baseline_file: str = ""


def sift(report: Report, wanted: Wanted) -> Report:
    """Keep what is wanted; entries and ignores that no longer meet anything are notices."""
    kept, suppressed, notices = _accepted(report, wanted)
    chosen = tuple(_chosen(report, kept, wanted))
    names = {finding.fingerprint for finding in _chosen(report, report.findings, wanted)}
    narrowed = _narrow(wanted)
    return replace(
        report,
        claims=tuple(c for c in report.claims if c.kind in wanted.kinds) if wanted.kinds else report.claims,
        findings=chosen,
        problems=(*report.problems, *notices),
        suppressed=tuple(each for each in suppressed if not narrowed or each.fingerprint in names),
        matches=() if wanted.kinds else report.matches,
    )


def _narrow(wanted: Wanted) -> bool:
    chosen = (wanted.kinds, wanted.select, wanted.deselect, wanted.story, wanted.between)
    return any(chosen) or wanted.changed is not None or wanted.since is not None


def _chosen(report: Report, findings: Sequence[Finding], wanted: Wanted) -> Iterator[Finding]:
    """The findings of the kinds, story, outlets and files asked for."""
    voices = Voices(report)
    touched = {a.id for a in report.articles if wanted.changed is not None and file_of(a.path) in wanted.changed}
    late = {a.id for a in report.articles if wanted.since and a.published and a.published >= wanted.since}
    for finding in findings:
        if wanted.kinds and finding.kind not in wanted.kinds:
            continue
        if (wanted.select and finding.code not in wanted.select) or finding.code in wanted.deselect:
            continue
        if wanted.story and finding.story != wanted.story:
            continue
        if wanted.changed is not None and not any(c.article in touched for c in voices.members(finding)):
            continue
        if wanted.since and not any(c.article in late for c in voices.members(finding)):
            continue
        if wanted.between and not _between(finding, voices, wanted.between):
            continue
        yield finding


def file_of(path: str) -> Path:
    """The file that an article's path names; a part of it stands behind "#"."""
    found = Path(path)
    if not found.exists() and "#" in path:
        found = Path(path.rpartition("#")[0])
    return found.resolve()


def _between(finding: Finding, voices: Voices, two: tuple[str, str]) -> bool:
    """Whether both outlets take part, and in a finding that differs not on the same side of every difference."""
    sides: list[set[int]] = []
    for name in two:
        held = {n for n, p in enumerate(finding.positions) if name in _names(voices, p.claims)}
        if not held:
            return False
        sides.append(held)
    worst = [relation for relation in finding.relations if relation.verdict is finding.verdict]
    return not worst or any(
        (r.a in sides[0] and r.b in sides[1]) or (r.b in sides[0] and r.a in sides[1]) for r in worst
    )


def _names(voices: Voices, claims: tuple[str, ...]) -> set[str]:
    """All that the articles of some claims can be called by: outlet, path, file name, its stem."""
    found = [voices.articles[voices.claims[name].article] for name in claims if name in voices.claims]
    return {
        called
        for article in found
        for called in (article.outlet, article.path, Path(article.path).name, Path(article.path).stem)
        if called
    }


def _accepted(report: Report, wanted: Wanted) -> tuple[list[Finding], list[Suppressed], list[Problem]]:
    """Part the findings into those left and those that somebody accepted."""
    voices = Voices(report)
    marks = Marks(report) if wanted.inline else None
    ends = [*(ignore.until for ignore in wanted.ignores), *(entry.until for entry in wanted.baseline or ())]
    day = today() if any(ends) else date.min
    known = {entry.fingerprint: entry for entry in wanted.baseline or () if not entry.expired(day)}
    live = [ignore for ignore in wanted.ignores if not ignore.expired(day)]
    kept: list[Finding] = []
    gone: list[Suppressed] = []
    used: set[int] = set()
    open_to = {finding.fingerprint for finding in acceptable(report.findings)}
    for finding in report.findings:
        accepted = None
        if finding.fingerprint in open_to:
            accepted = _by(finding, known, live, marks, voices, used)
        if accepted:
            gone.append(accepted)
        else:
            kept.append(finding)
    notices = [*_stale(report, wanted, day), *_unused(live, used, wanted, day), *_idle(marks, voices)]
    return kept, gone, notices


def _by(
    finding: Finding,
    known: dict[str, Entry],
    live: Sequence[Ignore],
    marks: Marks | None,
    voices: Voices,
    used: set[int],
) -> Suppressed | None:
    """Say by what a finding is accepted; every ignore that means it counts as used."""
    meant = [n for n, ignore in enumerate(live) if takes(ignore, finding, voices)]
    used.update(meant)
    inline = marks.takes(finding, voices) if marks else None
    if finding.fingerprint in known:
        return Suppressed(finding.fingerprint, finding.code, "baseline", known[finding.fingerprint].reason)
    if meant:
        return Suppressed(finding.fingerprint, finding.code, "ignore", live[meant[0]].reason)
    return Suppressed(finding.fingerprint, finding.code, "inline", inline) if inline is not None else None


def _stale(report: Report, wanted: Wanted, day: date) -> Iterator[Problem]:
    """Tell of entries that nothing meets any more, and of those whose day is over."""
    found = {finding.fingerprint for finding in acceptable(report.findings)}
    for entry in wanted.baseline or ():
        said = f"{entry.fingerprint} {entry.rule} ({entry.message})"
        if entry.fingerprint not in found:
            told = f"nothing like it is found any more: {said}; claimcheck baseline update prunes it"
            yield Problem("baseline-stale", wanted.baseline_file, told, False)
        elif entry.expired(day):
            yield Problem("baseline-expired", wanted.baseline_file, f"accepted until {entry.until}: {said}", False)


def _unused(live: Sequence[Ignore], used: set[int], wanted: Wanted, day: date) -> Iterator[Problem]:
    for number, ignore in enumerate(live):
        if number not in used:
            yield Problem(
                "ignore-unused", wanted.ignores_file, f"an ignore that nothing meets: {ignore.words()}", False
            )
    for ignore in wanted.ignores:
        if ignore.expired(day):
            yield Problem(
                "ignore-expired", wanted.ignores_file, f"ignored until {ignore.until}: {ignore.words()}", False
            )


def _idle(marks: Marks | None, voices: Voices) -> Iterator[Problem]:
    for article, line in sorted(set(marks.found) - marks.used, key=str) if marks else ():
        yield Problem("ignore-unused", voices.articles[article].path, f"line {line}: an ignore for nothing", False)
