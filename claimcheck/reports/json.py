"""The whole report as `claimcheck/report/1`, which `report-1.schema.json` describes."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from claimcheck.model import (
    Article,
    Claim,
    Day,
    Figure,
    Finding,
    Holder,
    Interval,
    Problem,
    Report,
    State,
    Suppressed,
    Value,
    Words,
)
from claimcheck.view.index import Index
from claimcheck.view.look import Look
from claimcheck.view.visible import escaped_json, whole

SCHEMA = "claimcheck/report/1"
BESIDE = 32
"""How many characters before and after a claim's words are kept, so that the place can be found in a changed text."""


def render(report: Report, look: Look) -> Iterator[str]:
    """Write the report as one JSON document; of `look` it takes the stamp only."""
    yield f'{{\n "schema": {dumps(SCHEMA)}'
    for name, records in parts(report).items():
        yield f',\n "{name}": '
        yield from _list(records)
    yield f',\n "stamp": {dumps(whole(look.stamp))}\n}}\n' if look.stamp else "\n}\n"


def _list(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Write a list a level down, its records as they come."""
    before = "[\n  "
    for record in records:
        yield before + dumps(record, indent=1).replace("\n", "\n  ")
        before = ",\n  "
    yield "[]" if before[0] == "[" else "\n ]"


def dumps(record: Any, indent: int | None = None) -> str:
    """Write JSON that is valid UTF-8, names no infinity, and is harmless when printed to a terminal."""
    separators = (",", ": ") if indent else (",", ":")
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
    return escaped_json(text)


def parts(report: Report) -> dict[str, Iterator[dict[str, Any]]]:
    """The report's lists, their records made as they are asked for."""
    index, origin = Index(report), dict(report.origins)
    return {
        "articles": (article(a, index.stories.get(a.id, ""), origin.get(a.id, "")) for a in report.articles),
        "claims": (claim(c, index) for c in report.claims),
        "findings": map(finding, report.findings),
        "problems": map(problem, report.problems),
        "suppressed": map(suppressed, report.suppressed),
    }


def article(record: Article, story: str, carries: str = "") -> dict[str, Any]:
    """One article, without its text."""
    return {
        "id": record.id,
        "path": whole(record.path),
        "outlet": whole(record.outlet),
        "outlet_from": record.outlet_from,
        "title": whole(record.title),
        "published": _iso(record.published),
        "published_from": record.published_from,
        "origin": whole(record.origin),
        "carries": whole(carries),
        "url": whole(record.url),
        "language": record.language,
        "trust": whole(record.trust),
        "story": story,
    }


def claim(record: Claim, index: Index) -> dict[str, Any]:
    """One claim with its words, the words beside them and its place."""
    text = index.article(record).text
    start, end = record.span.start, record.span.end
    place = index.place_of(record)
    return {
        "id": record.id,
        "article": record.article,
        "kind": record.kind,
        "text": whole(text[start:end]),
        "prefix": whole(text[max(0, start - BESIDE) : start]),
        "suffix": whole(text[end : end + BESIDE]),
        "span": {"start": start, "end": end},
        "line": place.line,
        "column": place.column,
        "page": place.page or None,
        "sentence": whole(record.sentence.of(text)),
        "topic": {
            "attribute": record.topic.attribute,
            "subject": whole(record.topic.subject),
            "place": whole(record.topic.place),
            "event": whole(record.topic.event),
            "scope": record.topic.scope,
        },
        "value": value(record.value),
        "as_of": _interval(record.as_of),
        "attribution": {"source": whole(record.source), "cue": whole(record.cue), "stance": record.stance},
        "factuality": {
            "certainty": record.factuality.certainty,
            "polarity": record.factuality.polarity,
            "tense": record.factuality.tense,
        },
    }


def value(record: Value) -> dict[str, Any]:
    """A value; its kind is the claim's."""
    match record:
        case Figure():
            ends = (("number", record.number), ("low", record.low), ("high", record.high))
            return {name: _number(end) for name, end in ends} | {
                "modifier": record.modifier,
                "unit": whole(record.unit),
            }
        case Day():
            return {"start": _iso(record.start), "end": _iso(record.end), "timex": record.timex}
        case State():
            return {"frame": record.frame, "state": record.state}
        case Holder():
            return {"name": whole(record.name), "role": whole(record.role)}
        case Words():
            return {"text": whole(record.text)}


def finding(record: Finding) -> dict[str, Any]:
    """One finding; its claims are named by id."""
    return {
        "id": record.id,
        "fingerprint": record.fingerprint,
        "kind": record.kind,
        "verdict": record.verdict.value,
        "code": record.code,
        "question": whole(record.question),
        "story": record.story,
        "confidence": round(record.confidence, 4),
        "positions": [
            {"label": whole(p.label), "claims": list(p.claims), "origins": p.origins} for p in record.positions
        ],
        "relations": [
            {"a": r.a, "b": r.b, "verdict": r.verdict.value, "code": r.code, "why": whole(r.why)}
            for r in record.relations
        ],
        "why": whole(record.why),
    }


def problem(record: Problem) -> dict[str, Any]:
    """One problem."""
    return {
        "code": record.code,
        "path": whole(record.path),
        "message": whole(record.message),
        "severe": record.severe,
    }


def suppressed(record: Suppressed) -> dict[str, Any]:
    """One finding that a baseline or an ignore takes."""
    return {
        "fingerprint": record.fingerprint,
        "code": record.code,
        "by": record.by,
        "reason": whole(record.reason),
    }


def _number(number: float | None) -> float | int | None:
    if number is None or not math.isfinite(number):
        return None
    return int(number) if float(number).is_integer() else number


def _iso(when: date | None) -> str | None:
    return when.isoformat() if when else None


def _interval(when: Interval) -> dict[str, Any]:
    return {"start": _iso(when.start), "end": _iso(when.end), "from": when.origin}
