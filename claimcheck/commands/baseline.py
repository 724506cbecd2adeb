"""`claimcheck baseline write|update|check`: accept what is found now, prune what is found no more, or only look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from claimcheck import exits
from claimcheck.commands import compare
from claimcheck.commands.output import emit, write
from claimcheck.commands.request import Request, settled
from claimcheck.commands.wanted import sifted, wanted
from claimcheck.config import meant
from claimcheck.exits import Failure
from claimcheck.model import Finding, Report
from claimcheck.sift.baseline import FILE, BaselineError, Entry, acceptable, entry_of, read, text
from claimcheck.sift.today import today
from claimcheck.view.paint import line, paint
from claimcheck.view.summary import plural

ACTIONS = ("write", "update", "check")


def baseline(action: str, given: Request, reason: str = "", until: str = "") -> int:
    """Do what is asked of the baseline file; `reason` and `until` go into the entries that are added."""
    if action not in ACTIONS:
        raise Failure(f"error: baseline: {action!r} is not one of {', '.join(ACTIONS)}{meant(action, ACTIONS)}")
    request, held = settled(given)
    file = request.baseline or FILE
    last = _day(until)
    entries = _read(file, needed=action != "write")
    part = wanted(replace(request, baseline="", only=()), held)
    whole = compare.checked(request, held)
    report = sifted(whole, part)
    lost = _lost(report, request)
    there = {finding.fingerprint for finding in acceptable(whole.findings)}
    found = {finding.fingerprint: finding for finding in acceptable(report.findings)}
    if action == "check":
        return _check(file, entries, found, there) or lost
    if action == "update" and lost:
        exits.say(f"{file} is left as it is: what was skipped may hold what would be pruned")
        return lost
    kept = [entry for entry in entries if action == "write" or entry.fingerprint in there]
    if action == "write":
        kept = _added(kept, found, reason, last)
    write([text(kept)], file, "jsonl", [article.path for article in report.articles])
    known = {entry.fingerprint for entry in entries}
    added = sum(entry.fingerprint not in known for entry in kept)
    pruned = len(entries) + added - len(kept)
    emit(paint([line(f"{file}: {_entries(kept)}, {added} added, {pruned} pruned")], color=False))
    fresh = len(found) - sum(mark in {entry.fingerprint for entry in kept} for mark in found)
    if fresh and not request.quiet:
        exits.say(f"{plural(fresh, 'further finding')} not in it; claimcheck baseline write adds what is new")
    return lost


def _lost(report: Report, request: Request) -> int:
    """Name what could not be read; the exit code that it asks for."""
    severe = [problem for problem in report.problems if problem.severe]
    for problem in severe:
        exits.say(f"{problem.path}: {problem.message} [{problem.code}]")
    return exits.INCOMPLETE if severe and not request.allow_incomplete else exits.CLEAN


def _added(kept: list[Entry], found: dict[str, Finding], reason: str, last: date | None) -> list[Entry]:
    """Add what is new, and renew what has expired; what was accepted before keeps its own reason."""
    now = today() if any(entry.until for entry in kept) else date.min
    valid = {entry.fingerprint: entry for entry in kept if not entry.expired(now) or entry.fingerprint not in found}
    fresh = [entry_of(finding, reason, last) for mark, finding in found.items() if mark not in valid]
    return [*valid.values(), *fresh]


def _check(file: str, entries: tuple[Entry, ...], found: dict[str, Finding], there: set[str]) -> int:
    """Say what the baseline lacks and what it holds in vain; 1 where it does not fit."""
    now = today() if any(entry.until for entry in entries) else date.min
    known = {entry.fingerprint for entry in entries}
    wrong = [f"new: {_said(entry_of(f))}" for mark, f in found.items() if mark not in known]
    wrong += [f"stale: {_said(entry)}" for entry in entries if entry.fingerprint not in there]
    wrong += [f"expired: {_said(e)}" for e in entries if e.fingerprint in there and e.expired(now)]
    answer = f"{file}: {_entries(entries)}, " + (f"{len(wrong)} do not fit" if wrong else "all fit")
    emit(paint([line(each) for each in (*wrong, answer)], color=False))
    return exits.FOUND if wrong else exits.CLEAN


def _entries(entries: Sequence[Entry]) -> str:
    return "1 entry" if len(entries) == 1 else f"{len(entries)} entries"


def _said(entry: Entry) -> str:
    return f"{entry.fingerprint} {entry.rule} {entry.message}"


def _read(file: str, *, needed: bool) -> tuple[Entry, ...]:
    try:
        return read(Path(file)) if needed or Path(file).exists() else ()
    except BaselineError as error:
        raise Failure(f"error: {error}") from None


def _day(given: str) -> date | None:
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise Failure(f"error: --until: {given!r} is not a day such as 2027-01-31") from None
