"""A report made by hand: a ferry accident as five articles tell it, with one finding of each verdict."""

from __future__ import annotations

from datetime import date

from claimcheck.model import (
    Article,
    CandidatePair,
    Claim,
    Comparison,
    Day,
    Figure,
    Finding,
    Interval,
    Match,
    Position,
    Problem,
    Relation,
    Report,
    Span,
    State,
    Topic,
    Verdict,
    Words,
)

TEXTS = {
    "a1": (
        "Ferry sinks off Orsa\n\nAt least 22 people drowned when a ferry sank off Orsa on Monday, police said.\n"
        "The ferry Lumen carried about 140 passengers. The port stays open."
    ),
    "a2": (
        "Thirty-one people drowned off Orsa, the coast guard [sic] said on Tuesday.\n\n"
        "“We will raise the wreck before the winter,” the owner said."
    ),
    "a3": "The toll rose to 31. The port of Orsa is closed. 140 passengers were aboard.",
    "a4": "Police said that 24 people had drowned by Tuesday. “We are going to lift the wreck,” the owner said.",
    "a5": "Eleven children were aboard.",
}
PUBLISHED = {
    "a1": date(2024, 3, 4),
    "a2": date(2024, 3, 5),
    "a3": date(2024, 3, 6),
    "a4": date(2024, 3, 5),
    "a5": None,
}
OUTLETS = {"a1": "Harbour News", "a2": "Coast Daily", "a3": "Harbour News", "a4": "", "a5": ""}
ORIGINS = {"a1": "AFP", "a2": "", "a3": "", "a4": "AFP", "a5": ""}
SUFFIX = {"a1": "001_monday", "a2": "002_tuesday", "a3": "003_wednesday", "a4": "004_agency", "a5": "005_undated"}


def article(name: str, **changes: object) -> Article:
    given: dict[str, object] = {
        "id": name,
        "path": f"ferry/{SUFFIX[name]}.txt",
        "text": TEXTS[name],
        "outlet": OUTLETS[name],
        "published": PUBLISHED[name],
        "published_from": "header" if PUBLISHED[name] else "",
        "origin": ORIGINS[name],
    }
    given |= changes
    text = str(given["text"])
    return Article(body=Span(0, len(text)), **given)  # type: ignore[arg-type]


def claim(name: str, where: str, words: str, kind: str, attribute: str, value: object, source: str = "") -> Claim:
    text = TEXTS[where]
    start = text.index(words)
    first = max(text.rfind(mark, 0, start) + len(mark) for mark in (". ", "\n") if mark in text[:start] or mark == "\n")
    last = min((i for i in (text.find(".", start) + 1, text.find("\n", start)) if i > 0), default=len(text))
    day = PUBLISHED[where]
    return Claim(
        id=name,
        article=where,
        kind=kind,
        span=Span(start, start + len(words)),
        sentence=Span(min(first, start), max(last, start + len(words))),
        topic=Topic(attribute, place="Orsa"),
        value=value,  # type: ignore[arg-type]
        as_of=Interval(day, day, "published" if day else ""),
        source=source,
        cue="say" if source else "",
    )


def exactly(number: float, modifier: str = "", high: float | None = 0.0) -> Figure:
    return Figure(number, number, number if high == 0.0 else high, modifier, "person")


def report() -> Report:
    names = tuple(TEXTS)
    claims = (
        claim("c1", "a1", "At least 22 people", "figure", "killed", exactly(22, "at_least", None), "police"),
        claim("c2", "a1", "about 140 passengers", "figure", "aboard", Figure(140, 126, 154, "about", "person")),
        claim("c3", "a1", "The port stays open", "status", "port", State("port", "open")),
        claim("c4", "a2", "Thirty-one people", "figure", "killed", exactly(31), "coast guard"),
        claim(
            "c5", "a2", "We will raise the wreck before the winter", "quote", "wreck", Words("We will raise"), "owner"
        ),
        claim("c6", "a3", "31", "figure", "killed", exactly(31)),
        claim("c7", "a3", "The port of Orsa is closed", "status", "port", State("port", "closed")),
        claim("c8", "a3", "140 passengers", "figure", "aboard", exactly(140)),
        claim("c9", "a4", "24 people", "figure", "killed", exactly(24), "police"),
        claim("c10", "a4", "We are going to lift the wreck", "quote", "wreck", Words("We are going to lift"), "owner"),
        claim("c11", "a5", "Eleven children", "figure", "aboard", exactly(11)),
        claim("c12", "a1", "Monday", "date", "sank", Day(date(2024, 3, 4), date(2024, 3, 4), "2024-03-04")),
    )
    return Report(
        articles=tuple(article(name) for name in names),
        claims=claims,
        findings=FINDINGS,
        problems=(Problem("bytes", "ferry/006.txt", "not UTF-8; name its encoding with --encoding"),),
        stories=tuple((name, "s1") for name in names),
        matches=(
            Match(
                CandidatePair(0, 3, "figure killed"),
                (Comparison("prior", "prior", -2.0), Comparison("head", "same", 9.5)),
                7.5,
            ),
            Match(
                CandidatePair(3, 8, "figure killed"),
                (Comparison("prior", "prior", -2.0), Comparison("head", "same", 8.0)),
                6.0,
            ),
            Match(CandidatePair(1, 10, "figure aboard"), (), float("-inf"), "other head"),
        ),
    )


def finding(
    number: int,
    kind: str,
    verdict: Verdict,
    code: str,
    question: str,
    positions: tuple[Position, ...],
    relations: tuple[Relation, ...] = (),
    why: str = "",
) -> Finding:
    mark = f"{number}{'0123456789abcdef'[number] * 15}"
    return Finding(f"f{number}", mark, kind, verdict, code, question, positions, relations, why, "s1", 0.93)


FINDINGS = (
    finding(
        1,
        "figure",
        Verdict.CONFLICT,
        "figure-differs",
        "How many people drowned (Orsa)?",
        (Position("at least 22", ("c1",), 1), Position("24", ("c9",), 1), Position("31", ("c4", "c6"), 2)),
        (
            Relation(0, 1, Verdict.UPDATED, "figure-grew", "24 is the later report"),
            Relation(0, 2, Verdict.UPDATED, "figure-grew"),
            Relation(1, 2, Verdict.CONFLICT, "figure-differs", "police say 24, the coast guard 31, on one day"),
        ),
        "police say 24, the coast guard 31, on one day",
    ),
    finding(
        2,
        "quote",
        Verdict.CHECK,
        "quote-wording",
        "What did the owner say?",
        (Position("We will raise the wreck …", ("c5",), 1), Position("We are going to lift …", ("c10",), 1)),
        (Relation(0, 1, Verdict.CHECK, "quote-wording"),),
        "one speaker, 58 % alike: a translation or a paraphrase",
    ),
    finding(
        3,
        "status",
        Verdict.UPDATED,
        "status-changed",
        "port: Orsa",
        (Position("open", ("c3",), 1), Position("closed", ("c7",), 1)),
        (Relation(0, 1, Verdict.UPDATED, "status-changed"),),
        "the later report has the other state",
    ),
    finding(
        4,
        "figure",
        Verdict.AGREE,
        "figure-same",
        "How many passengers were aboard (Orsa)?",
        (Position("about 140", ("c2", "c8"), 2),),
    ),
    finding(5, "figure", Verdict.SINGLE, "single", "How many children were aboard?", (Position("11", ("c11",), 1),)),
)
