"""The baseline: findings that a team has accepted, a line each, known by what they say and never by where they stand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from claimcheck.immutable import record
from claimcheck.model import Finding, Verdict

FILE = ".claimcheck-baseline.jsonl"
UNREVIEWED = "not reviewed"
KEYS = ("fingerprint", "rule", "message", "reason", "until")
LONGEST = 10_000
"""Characters of a line at most."""
_MARK = re.compile(r"[0-9a-f]{16}(?::[0-9]{1,6})?", re.ASCII)


class BaselineError(Exception):
    """A baseline that cannot be followed; the message names the file and the line."""


@record
class Entry:
    """One accepted finding; after the day `until` it counts again."""

    fingerprint: str
    rule: str
    message: str
    reason: str = UNREVIEWED
    until: date | None = None

    def expired(self, today: date) -> bool:
        """Whether its day is over."""
        return self.until is not None and self.until < today


def read(path: Path) -> tuple[Entry, ...]:
    """Read a baseline; BaselineError where it is missing or a line is not an entry."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BaselineError(f"no baseline {path}; claimcheck baseline write PATH... makes one") from None
    except (OSError, UnicodeDecodeError) as error:
        raise BaselineError(f"baseline {path}: {getattr(error, 'strerror', None) or error}") from None
    entries: dict[str, Entry] = {}
    for number, each in enumerate(text.split("\n"), 1):
        if not each.strip():
            continue
        entry = _entry(each, f"{path}:{number}")
        if entry.fingerprint in entries:
            raise BaselineError(f"{path}:{number}: a second entry for {entry.fingerprint}")
        entries[entry.fingerprint] = entry
    return tuple(entries.values())


def text(entries: Iterable[Entry]) -> str:
    """Write the lines, sorted, so that two branches that add entries merge."""
    return "".join(f"{line}\n" for line in sorted(map(_line, entries)))


def entry_of(finding: Finding, reason: str = "", until: date | None = None) -> Entry:
    """Accept a finding."""
    said = "; ".join(dict.fromkeys(position.label for position in finding.positions))
    message = " ".join(f"{finding.question} {said}".split())
    return Entry(finding.fingerprint, finding.code, message, reason or UNREVIEWED, until)


def acceptable(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that a baseline can hold: those that differ."""
    return [finding for finding in findings if finding.verdict not in (Verdict.AGREE, Verdict.SINGLE)]


def _line(entry: Entry) -> str:
    record = {"fingerprint": entry.fingerprint, "rule": entry.rule, "message": entry.message, "reason": entry.reason}
    if entry.until:
        record["until"] = entry.until.isoformat()
    return json.dumps(record, ensure_ascii=True)


def _entry(line: str, where: str) -> Entry:
    if len(line) > LONGEST:
        raise BaselineError(f"{where}: a line of {len(line)} characters")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"{where}: no JSON: {error}") from None
    if not isinstance(record, dict) or not all(isinstance(value, str) for value in record.values()):
        raise BaselineError(f"{where}: no object of strings")
    unknown = [key for key in record if key not in KEYS]
    if unknown:
        raise BaselineError(f"{where}: unknown key {unknown[0]}; an entry has {', '.join(KEYS)}")
    lacking = [key for key in KEYS[:-1] if not record.get(key)]
    if lacking:
        raise BaselineError(f"{where}: no {lacking[0]}")
    if not _MARK.fullmatch(record["fingerprint"]):
        raise BaselineError(f"{where}: {record['fingerprint'][:40]!r} is no fingerprint")
    try:
        until = date.fromisoformat(record["until"]) if "until" in record else None
    except ValueError:
        raise BaselineError(f"{where}: until: {record['until'][:40]!r} is no day (2027-01-31)") from None
    return Entry(record["fingerprint"], record["rule"], record["message"], record["reason"], until)
