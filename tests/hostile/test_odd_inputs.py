"""Inputs that anybody may leave among the articles: each beside two that differ, whose conflict must still be told."""

from __future__ import annotations

import gzip
import io
import os
import socket
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from program import COMMAND, CONFLICT, articles, clean, run

WORD = (
    '<?xml version="1.0"?>%s<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>"
)
ENTITIES = '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
DAY = "c_2024-05-08.txt"
FERRY = "The ferry fire on Lake Kessel killed 19 people on Wednesday, police said.\n"


def packed(**members: str) -> bytes:
    """Make a zip archive."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return held.getvalue()


class Odd(NamedTuple):
    """Files beside the two, and what must be said of them."""

    files: Mapping[str, str | bytes]
    told: str = ""


FILES = {
    "utf-16 cut in the middle": Odd({"x.txt": "\ufeffFive died.".encode("utf-16-le") + b"a"}, "problem bytes: x.txt"),
    "utf-16 without a mark": Odd({"x.txt": "Five died in Kessel.".encode("utf-16-le")}, "problem binary: x.txt"),
    "utf-32": Odd({"x.txt": "The fire killed 5 people".encode("utf-32")}, "3 of 3 files"),
    "overlong utf-8": Odd({"x.txt": b"The fire killed \xc0\xb5 people \xed\xa0\x80"}, "problem bytes: x.txt"),
    "a mark in the middle": Odd(
        {"x.txt": "The fire \ufeffkilled 5\ufeff5 people."}, "problem hidden-characters: x.txt"
    ),
    "carriage returns only": Odd({"x.txt": "Line one\rThe fire killed 5 people.\rEnd"}, "3 of 3 files"),
    "half a character in JSON": Odd(
        {"x.jsonl": '{"text": "The fire \\ud800 killed 5.", "title": "\\udfff"}'}, "3 of 3"
    ),
    "JSON that nests": Odd({"x.json": "[" * 200_000 + "]" * 200_000}, "problem bad-json: x.json"),
    "JSON with a long number": Odd(
        {"x.jsonl": '{"text": "Five died.", "date": %s}' % ("9" * 6_000)}, "problem bad-json"
    ),
    "JSON with no number": Odd({"x.jsonl": '{"text": "Five died.", "published": NaN}'}, "problem bad-date: x.jsonl"),
    "JSON that is not of articles": Odd({"x.jsonl": '5\n[1]\nnull\n{"text": 5}'}, "problem no-text: x.jsonl: line 4"),
    "JSON of no articles": Odd({"x.json": "\n\n[\n]\n"}, "problem empty: x.json: a list of no articles"),
    "HTML that nests": Odd({"x.html": "<div>" * 50_000 + "Five died." + "</div>" * 50_000}, "problem no-text: x.html"),
    "HTML entities of nothing": Odd({"x.html": "<p>The fire killed &#1234567890; 5&#0; people.</p>"}, "of 3 files"),
    "a feed of entities": Odd(
        {"x.xml": f"{ENTITIES}<rss><channel><item><title>&b;</title></item></channel></rss>"}, "x.xml"
    ),
    "a feed that reads files": Odd(
        {
            "x.xml": '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss><channel><item><title>&a;</title></item></channel></rss>'
        },
        "problem unreadable: x.xml",
    ),
    "a document of entities": Odd(
        {"x.docx": packed(**{"word/document.xml": WORD % (ENTITIES, "&b;")})}, "problem binary: x.docx"
    ),
    "a document that swells": Odd(
        {"x.docx": packed(**{"word/document.xml": WORD % ("", "a " * 30_000_000)})}, "problem too-large: x.docx"
    ),
    "a document that climbs out": Odd(
        {"x.docx": packed(**{"../../climbed.txt": "x", "word/document.xml": WORD % ("", "The fire killed 5 people.")})},
        "3 of 3",
    ),
    "a document that is none": Odd({"x.docx": b"PK\x03\x04" + b"\0" * 50}, "problem binary: x.docx"),
    "a document of nothing": Odd({"x.docx": packed()}, "x.docx"),
    "gzip that swells": Odd(
        {"x.jsonl.gz": gzip.compress(b'{"text":"' + b"a " * 50_000_000)}, "problem limit: x.jsonl.gz"
    ),
    "gzip cut off": Odd(
        {"x.jsonl.gz": gzip.compress(b'{"text":"The fire killed 5 people."}\n' * 999)[:60]},
        "problem unreadable: x.jsonl.gz",
    ),
    "gzip that is none": Odd({"x.jsonl.gz": b"no gzip at all"}, "problem unreadable: x.jsonl.gz"),
    "a web archive cut off": Odd(
        {"x.warc": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<html>"},
        "x.warc",
    ),
    "a web archive of less than nothing": Odd(
        {"x.warc": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nHTTP/1.1"}, "x.warc"
    ),
    "a PDF cut off": Odd({"x.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog"}, "problem unreadable: x.pdf"),
    "front matter that swells": Odd(
        {"x.md": '---\na: &a ["x", "x"]\nb: &b [*a, *a]\nc: [*b, *b]\n---\nFive died.'}, "3 of 3"
    ),
    "front matter without an end": Odd({"x.md": "---\ntitle: x\nThe fire killed 5 people."}, "3 of 3"),
    "front matter of no day": Odd({"x.md": "---\npublished: 2024-02-30\n---\nFive died."}, "problem bad-date: x.md"),
    "front matter that calls": Odd(
        {"x.md": '---\ntitle: !!python/object/apply:os.system ["touch called"]\n---\nFive died.'}, "of 3 files"
    ),
    "a hundred thousand links": Odd({"x.md": "[a](b) " * 100_000 + "\nFive died."}, "of 3 files"),
    "quotations in quotations": Odd({"x.md": "> " * 20_000 + "Five died."}, "of 3 files"),
    "brackets in brackets": Odd({"x.md": "[" * 50_000 + "Five died." + "]" * 50_000}, "of 3 files"),
    "marks on marks": Odd(
        {"x.txt": "T" + "\u0301" * 5_000 + "he fire killed 5" + "\u0336" * 999 + " people."}, "3 of 3"
    ),
    "right to left": Odd({DAY: FERRY.replace("19", "\u202e91\u202c")}, "problem hidden-characters: c_2024"),
    "words of templates": Odd({"x.txt": "The fire killed %s {0} {{x}} ${HOME} $(id) `id` 5 people."}, "3 of 3"),
    "a link for the terminal": Odd({DAY: f"\x1b]8;;http://evil\x1b\\{FERRY}\x1b]8;;\x1b\\"}, "3 of 3"),
    "controls of one byte": Odd({DAY: "\x9b31m" + FERRY + "\x85\u2028x\u2029"}, "3 of 3"),
    "markup that closes": Odd({DAY: "[/] [/bold] " + FERRY + " [@click=app.bell]x[/]"}, "3 of 3"),
    "a number of 10,000 digits": Odd({"x.txt": f"The fire killed {'9' * 10_000} people."}, "problem limit: x.txt"),
    "a number of 10,000 groups": Odd({"x.txt": f"The fire killed {'1,000,' * 10_000}000 people."}, "3 of 3"),
    "days that never were": Odd(
        {"x.txt": "Published 0 January 0000\n\nOn 31 February 99999 the fire of 00/00/0000 killed 5."}, "3 of 3"
    ),
    "names of devices": Odd(
        dict.fromkeys(("CON.txt", " .txt", "a%41.txt", "[x].txt", "~.txt", "$HOME.txt"), FERRY), "8 of 8"
    ),
    "names that are options": Odd({"-f.txt": FERRY, "--help.txt": FERRY}, "4 of 4"),
    "a name of 250 characters": Odd({"x" * 246 + ".txt": FERRY}, "3 of 3"),
    "a name that clears the screen": Odd({"x\x1b[2J\n\u202ea.txt": FERRY}, "3 of 3"),
}


def unseen(text: str) -> list[str]:
    """Give the characters that steer a terminal."""
    return [c for c in text if (ord(c) < 32 and c not in "\n\t") or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u202c\u200b"]


@pytest.mark.parametrize("name", FILES)
def test_what_lies_beside_the_articles(tmp_path: Path, name: str) -> None:
    odd = FILES[name]
    folder = articles(tmp_path / "in", {**CONFLICT, **odd.files})
    done = run(folder)
    assert done.code == 1
    assert "conflict figure-" in done.out
    assert odd.told in done.out, done.out
    assert done.err == ""
    assert unseen(done.out) == []
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in"]
    assert not (folder / "called").exists()


def _socket(folder: Path) -> None:
    home = Path.cwd()
    os.chdir(folder)  # The address of a socket may be short only.
    socket.socket(socket.AF_UNIX).bind("x.txt")
    os.chdir(home)


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: os.mkfifo(folder / "x.txt"),
        _socket,
        lambda folder: (folder / "x.txt").symlink_to("/dev/zero"),
        lambda folder: (folder / "x.txt").symlink_to("x.txt"),
        lambda folder: (folder / "x.txt").symlink_to("/nowhere/at/all"),
    ],
    ids=["a pipe", "a socket", "a link to a device", "a link to itself", "a link to nowhere"],
)
def test_what_is_no_file(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(articles(tmp_path, CONFLICT))
    done = run(tmp_path, timeout=20)
    assert (done.code, done.err) == (1, "")
    assert "x.txt" in done.out


REFUSED = {
    "a configuration of other types": ({"pyproject.toml": "[tool.claimcheck]\nlimits = 5\n"}, (), "limits is not a table"),
    "an unknown key": ({"pyproject.toml": "[tool.claimcheck]\nfrob = 1\n"}, (), "unknown key frob"),
    "a tolerance of no number": ({"pyproject.toml": "[tool.claimcheck.tolerances]\nkilled = nan\n"}, (), "nan is not a share"),
    "a configuration with a NUL": ({"pyproject.toml": '[tool.claimcheck]\nx = "\0"\n'}, (), "Illegal character"),
    "a configuration that nests": ({"pyproject.toml": "[tool.claimcheck]\nx = " + "[" * 5_000}, (), "pyproject.toml"),
    "a limit below nothing": ({"pyproject.toml": "[tool.claimcheck.limits]\nseconds = -1\n"}, (), "limits.seconds: -1"),
    "a manifest without an end": ({"s.csv": 'path,outlet\n"a_2024-05-08.txt,x\n'}, ("--sources", "s.csv"), "unexpected end"),
    "a manifest in UTF-16": ({"s.csv": "path\nx\n".encode("utf-16")}, ("--sources", "s.csv"), "cannot read the sources"),
    "a manifest of one long cell": ({"s.csv": "path\n" + "x" * 300_000}, ("--sources", "s.csv"), "field limit"),
    "a baseline that is none": ({"b.jsonl": "x=["}, ("--baseline", "b.jsonl"), "b.jsonl:1: no JSON"),
    "a baseline that is a folder": ({}, ("--baseline", "."), "Is a directory"),
    "a day that never was": ({}, ("--since", "2024-99-99"), "is no day"),
    "a report onto an article": ({}, ("-f", "json", "-o", "a_2024-05-08.txt"), "is not overwritten"),
    "a report into nowhere": ({}, ("-f", "html", "-o", "no/such/r.html"), "not written"),
    "a report onto a folder": ({}, ("-f", "html", "-o", "."), "not written"),
    "a report onto a full disk": ({}, ("-f", "html", "-o", "/dev/full"), "not written"),
    "a name of nothing": ({}, ("compare", ""), "no such file or folder"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_in_one_line(tmp_path: Path, name: str) -> None:
    files, arguments, told = REFUSED[name]
    articles(tmp_path, {**CONFLICT, **files})
    done = run(tmp_path, *arguments)
    assert done.code == 2
    assert done.out == ""
    assert done.err.startswith("claimcheck: error: ")
    assert told in done.err
    assert done.err.count("\n") == 1
    assert (tmp_path / "a_2024-05-08.txt").read_text() == CONFLICT["a_2024-05-08.txt"]


def test_a_manifest_whose_rows_meet_nothing_is_told(tmp_path: Path) -> None:
    articles(tmp_path, {**CONFLICT, "s.csv": "path,outlet\n/etc/passwd,x\na_2024-5-8.txt,y\nb_2024-05-08.txt,Kurier\n"})
    done = run(tmp_path, "--sources", "s.csv", "-f", "json")
    assert done.code == 1
    assert "Kurier" in done.out
    assert "s.csv: a row that speaks for no article: '/etc/passwd' and 1 more [sources-unused]" in done.err


@pytest.mark.parametrize("columns", ["0", "-5", "999999999", "abc"])
def test_a_terminal_of_odd_width(tmp_path: Path, columns: str) -> None:
    done = run(articles(tmp_path, CONFLICT), COLUMNS=columns)
    assert (done.code, done.err) == (1, "")
    assert "conflict figure-" in done.out


def test_a_clock_and_a_locale_of_nonsense(tmp_path: Path) -> None:
    done = run(articles(tmp_path, CONFLICT), TZ="Nonsense/Nowhere", LC_ALL="xx_YY.bad", LANG="C")
    assert (done.code, done.err) == (1, "")


@pytest.mark.parametrize(
    ("closed", "code"), [("compare . <&-", 1), ("compare - <&-", 2), ("compare . 2>&-", 1), ("compare . >&- 2>&-", 2)]
)
def test_streams_that_are_closed(tmp_path: Path, closed: str, code: int) -> None:
    line = f'"$@" {closed}'
    done = subprocess.run(
        ["sh", "-c", line, "sh", *COMMAND], cwd=articles(tmp_path, CONFLICT), env=clean(), capture_output=True
    )
    assert done.returncode == code
    assert b"Traceback" not in done.stdout + done.stderr
    assert b"internal error" not in done.stderr


@pytest.mark.parametrize(
    "form",
    ["html", "sarif", "junit", "gitlab", "csv", "github", "markdown", "jsonl", "jsonld", "wide", "matrix", "concise"],
)
def test_every_format_of_all_of_it_together(tmp_path: Path, form: str) -> None:
    every = {
        f"{n}{Path(name).suffix}": data
        for n, odd in enumerate(FILES.values())
        for name, data in odd.files.items()
        if len(data) < 9_000
    }
    done = run(articles(tmp_path, {**CONFLICT, **every}), "-f", form)
    assert done.code == 1
    assert all(line.startswith("claimcheck: ") for line in done.err.splitlines())
    assert unseen(done.err) == []
    assert done.out
