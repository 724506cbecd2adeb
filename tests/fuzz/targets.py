"""Bytes -> one part of the program each: none may raise what it does not promise, none may misquote."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import claimcheck
from claimcheck.load import LoadError, load
from claimcheck.load.decode import Undecodable, decode
from claimcheck.model import Article, Limits, Span
from claimcheck.read.names import names
from claimcheck.split import split
from claimcheck.view.visible import unsafe, visible

PUBLISHED = date(2024, 5, 8)
SMALL = Limits(file_bytes=100_000)
_FOLDER = Path(tempfile.gettempdir(), f"claimcheck-fuzz-{os.getpid()}")


def _text(data: bytes) -> str:
    return (
        data.decode("utf-8", "surrogatepass" if b"\xed" in data else "replace")
        if _sound(data)
        else data.decode("latin-1")
    )


def _sound(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _inside(span: Span | None, text: str) -> None:
    assert span is None or 0 <= span.start <= span.end <= len(text), (span, len(text))


def decoding(data: bytes) -> None:
    """Any bytes are a text, or named as none."""
    try:
        text, problems = decode(data, "x.txt")
    except Undecodable:
        return
    assert isinstance(text, str)
    assert all(p.code for p in problems)


def splitting(data: bytes) -> None:
    """Sentences lie in the text, in order, and never overlap."""
    text = _text(data)
    end = 0
    for sentence in split(Article("a1", "x.txt", text, Span(0, len(text)))):
        _inside(sentence.span, text)
        assert sentence.span.start >= end, (sentence.span, end)
        end = sentence.span.end


def numbers(data: bytes) -> None:
    """A quantity lies in the text and is a finite number or an interval."""
    text = _text(data)
    for quantity in claimcheck.quantities(text):
        _inside(quantity.span, text)
        for number in (quantity.number, quantity.low, quantity.high):
            assert number is None or abs(number) < float("inf"), quantity
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high, quantity


def dates(data: bytes) -> None:
    """A time lies in the text, and begins before it ends."""
    text = _text(data)
    for timex in claimcheck.timexes(text, PUBLISHED):
        _inside(timex.span, text)
        assert timex.begin is None or timex.end is None or timex.begin <= timex.end, timex


def naming(data: bytes) -> None:
    """A name lies in the text."""
    text = _text(data)
    for name in names(text):
        _inside(name.span, text)


def attributing(data: bytes) -> None:
    """Source, cue and content lie in the text."""
    text = _text(data)
    for each in claimcheck.attributions(text):
        for span in (each.source, each.cue, each.content):
            _inside(span, text)


def claiming(data: bytes) -> None:
    """A claim quotes the text."""
    text = _text(data)
    for claim in claimcheck.claims(text, PUBLISHED):
        _inside(claim.span, text)
        assert claim.span.of(text).strip()


def showing(data: bytes) -> None:
    """What has passed the gate is safe, and passing twice changes nothing."""
    shown = visible(_text(data))
    assert not unsafe(shown)
    assert visible(shown) == shown


def _loading(suffix: str) -> Callable[[bytes], None]:
    def target(data: bytes) -> None:
        _FOLDER.mkdir(exist_ok=True)
        path = _FOLDER / f"x{suffix}"
        path.write_bytes(data)
        try:
            articles, problems = load([str(path)], limits=SMALL)
        except LoadError:
            return
        assert articles or problems or data.strip() in (b"", b"[]")
        for article in articles:
            _inside(article.body, article.text)

    target.__doc__ = f"A {suffix} file is articles, or named as none."
    return target


TARGETS: dict[str, Callable[[bytes], None]] = {
    "decode": decoding,
    "split": splitting,
    "numbers": numbers,
    "dates": dates,
    "names": naming,
    "attribution": attributing,
    "claims": claiming,
    "visible": showing,
    "text": _loading(".txt"),
    "markdown": _loading(".md"),
    "jsonl": _loading(".jsonl"),
    "json": _loading(".json"),
    "docx": _loading(".docx"),
}
