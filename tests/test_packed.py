"""Compressed JSON Lines and streams: read as far as the limit, and what breaks off, is damaged or swells is named."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.load import load
from claimcheck.model import Limits

zstandard = pytest.importorskip("zstandard", reason="the extra zstd is not installed")
LINES = "".join(json.dumps({"id": f"n{n}", "text": f"The quake killed {n} people in Orsa."}) + "\n" for n in range(3))
PACK: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "zst": lambda data: zstandard.ZstdCompressor().compress(data),
}


@pytest.mark.parametrize("kind", PACK)
def test_a_file_and_a_stream_give_the_articles_that_the_plain_file_gives(kind: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(LINES)
    (tmp_path / f"b.jsonl.{kind}").write_bytes(PACK[kind](LINES.encode()))
    plain, _ = load([str(tmp_path / "a.jsonl")])
    within, problems = load([str(tmp_path / f"b.jsonl.{kind}")])
    streamed, more = load(["-"], stdin=io.BytesIO(PACK[kind](LINES.encode())))
    assert [a.text for a in plain] == [a.text for a in within] == [a.text for a in streamed]
    assert not problems
    assert not more
    assert within[0].path.endswith(f"b.jsonl.{kind}#n0")


@pytest.mark.parametrize("kind", PACK)
def test_two_members_are_one_stream(kind: str) -> None:
    found, _ = load(["-"], stdin=io.BytesIO(PACK[kind](LINES.encode()) * 2))
    assert len(found) == 6


@pytest.mark.parametrize("kind", PACK)
def test_a_bomb_is_unpacked_to_the_limit_only(kind: str, tmp_path: Path) -> None:
    (tmp_path / f"a.jsonl.{kind}").write_bytes(PACK[kind](b" " * 50_000_000))
    found, problems = load([str(tmp_path)], limits=Limits(file_bytes=100_000))
    assert not found
    assert [p.code for p in problems] == ["limit"]


@pytest.mark.parametrize("kind", PACK)
@pytest.mark.parametrize("spoil", [lambda data: data[:-9], lambda data: data[:20] + b"\xff" * 9 + data[29:]])
def test_what_is_damaged_is_named(kind: str, spoil: Callable[[bytes], bytes], tmp_path: Path) -> None:
    (tmp_path / f"a.jsonl.{kind}").write_bytes(spoil(PACK[kind](LINES.encode())))
    _, problems = load([str(tmp_path)])
    assert problems[0].code in ("unreadable", "empty", "binary", "bad-json", "bytes")


def test_what_is_compressed_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(gzip.compress(LINES.encode())))
    found, (problem,) = load([str(tmp_path)])
    assert not found
    assert problem.code == "binary"


def test_of_many_articles_each_may_be_as_long_as_a_file(tmp_path: Path) -> None:
    long = json.dumps({"text": "The quake killed 9 people in Orsa. " * 40})
    (tmp_path / "a.jsonl").write_text(LINES + long + "\n" + LINES * 20)
    found, (problem,) = load([str(tmp_path)], limits=Limits(file_bytes=1000))
    assert len(found) == 63
    assert (problem.code, "line 4" in problem.message) == ("too-large", True)


def test_an_archive_comes_through_a_pipe() -> None:
    pytest.importorskip("warcio")
    words = "<p>The ferry sank off the coast on Monday and 31 people were killed, the police said.</p>" * 3
    page = f"<html><body><article>{words}</article></body></html>".encode()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    told = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/1\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
    )
    record = told % len(head + page) + head + page + b"\r\n\r\n"
    for data in (record, gzip.compress(record)):
        (article,), _ = load(["-"], stdin=io.BytesIO(data))
        assert article.url == "https://x.example/1"


def test_what_stood_before_a_break_is_read_and_the_break_is_told_once() -> None:
    data = gzip.compress(LINES.encode()) + b"trailing"
    found, problems = load(["-"], stdin=io.BytesIO(data))
    assert len(found) == 3
    assert [p.code for p in problems] == ["unreadable"]
    nothing, told = load(["-"], stdin=io.BytesIO(gzip.compress(LINES.encode())[:12]))
    assert not nothing
    assert told[0].code == "unreadable"


def test_a_problem_within_a_compressed_file_is_of_that_file(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b"no json\n"))
    _, problems = load([str(tmp_path)])
    assert [(p.code, Path(p.path).name) for p in problems] == [("bad-json", "b.jsonl.gz")]
