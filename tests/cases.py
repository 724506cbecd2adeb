"""The kinds' pages -> cases.

A page holds fenced blocks between prose. A ```claims block is one text and what must be found in it:

    published: 2023-09-25          (optional first line)
    About 1,500 French soldiers are in Niger.
    -> attribute=stationed number=1500 subject=France

Each `->` line must fit some claim of the page's kind; `-> none` says that there is none. Keys: attribute, subject, place,
event, scope, number, low, high, modifier, unit, start, end, frame, state, name, role, text, source, certainty, polarity,
tense, span (the words); a value goes on to the next key or the end of the line, double quotes are optional.

A ```verdict block is two or more articles and the one finding of the kind that joins them:

    2023-08-04: At least 17 people were killed in the fire.
    2023-08-05: The fire killed 25 people.
    => updated figure-grew

`undated:` stands for an article without a date, `=> none` for articles that no finding of the kind joins. A heading that
ends in (todo) marks its cases as known to fail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claimcheck.model import Article, Claim, Span

PAGES = Path(__file__).parent.parent / "claimcheck" / "kinds"
BLOCK = re.compile(r"^```(claims|verdict)\n(.*?)^```", re.MULTILINE | re.DOTALL)
SLOT = re.compile(r"(\w+)=(.*?)(?= \w+=|\s*$)")
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    kind: str
    sort: str
    line: int
    body: str
    todo: bool

    @property
    def id(self) -> str:
        return f"{self.kind}.md:{self.line}"


def cases() -> Iterator[Case]:
    for page in sorted(PAGES.glob("*.md")):
        text = page.read_text(encoding="utf-8")
        for block in BLOCK.finditer(text):
            heads = [h for h in HEADING.finditer(text) if h.start() < block.start()]
            todo = bool(heads) and heads[-1][1].rstrip().endswith("(todo)")
            yield Case(page.stem, block[1], text.count("\n", 0, block.start()) + 1, block[2], todo)


def article(number: int, text: str, published: date | None, outlet: str = "") -> Article:
    return Article(f"a{number}", f"{number}.txt", text, Span(0, len(text)), outlet=outlet, published=published)


def claims_case(body: str) -> tuple[Article, list[dict[str, str]]]:
    """Give the article of a claims block and what is expected; an empty list for `none`."""
    published, lines, wanted = None, [], []
    for line in body.splitlines():
        if line.startswith("published: "):
            published = date.fromisoformat(line.removeprefix("published: ").strip())
        elif line.startswith("-> "):
            if line.strip() != "-> none":
                wanted.append({key: value.strip('"') for key, value in SLOT.findall(line)})
        else:
            lines.append(line)
    return article(1, "\n".join(lines), published), wanted


def verdict_case(body: str) -> tuple[list[Article], list[str]]:
    """Give the articles of a verdict block and the verdict with its code."""
    found: list[Article] = []
    verdict: list[str] = []
    for line in body.splitlines():
        if line.startswith("=> "):
            verdict = line.removeprefix("=> ").split()
        elif line.strip():
            when, text = line.split(": ", 1)
            found.append(article(len(found) + 1, text, None if when == "undated" else date.fromisoformat(when)))
    return found, verdict


def fits(claim: Claim, text: str, wanted: dict[str, str]) -> bool:
    """Whether a claim shows every value wanted."""
    shown = {**_fields(claim.topic), **_fields(claim.factuality), **_fields(claim.value)}
    shown |= {"source": claim.source, "span": claim.span.of(text)}
    return all(_equal(shown.get(key), value) for key, value in wanted.items())


def _fields(record: object) -> dict[str, object]:
    return {name: getattr(record, name) for name in record.__slots__}  # type: ignore[attr-defined]


def _equal(shown: object, wanted: str) -> bool:
    if isinstance(shown, int | float) and not isinstance(shown, bool):
        return wanted != "none" and abs(float(shown) - float(wanted)) < 1e-6 * max(1.0, abs(float(shown)))
    if shown is None:
        return wanted == "none"
    return str(shown) == wanted
