"""Dates, pipes, locales, order and configuration: what must not change a run, and what must end it."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from program import COMMAND, CONFLICT, articles, clean, run


def test_f2_f3_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for path in ("empty", "*.none", "gone.txt"):
        done = run(tmp_path, "compare", path)
        assert done.code == 2
        assert done.err.count("\n") == 1


def test_f4_one_article(tmp_path: Path) -> None:
    articles(tmp_path, {"a_2024-05-08.txt": CONFLICT["a_2024-05-08.txt"]})
    done = run(tmp_path)
    assert done.code == 0
    assert "1 article" in done.out


@pytest.mark.parametrize("name", ["F5", "F7"])
def test_f5_f7_what_is_no_text_is_named(tmp_path: Path, name: str) -> None:
    data = {"F5": "Café at Lake Kessel shut.".encode("latin-1"), "F7": b"\x89PNG\r\n\x1a\n\0\0"}[name]
    articles(tmp_path, {"a.txt": data, "b.txt": "Nobody came.\n"})
    done = run(tmp_path)
    assert done.code == 3
    assert "a.txt" in done.out + done.err
    if name == "F5":
        assert run(tmp_path, "--encoding", "latin-1").code == 0


def test_f8_a_pipe_and_a_device_are_never_opened(tmp_path: Path) -> None:
    articles(tmp_path, CONFLICT)
    os.mkfifo(tmp_path / "p.txt")
    done = run(tmp_path, "compare", ".", "/dev/zero", "-f", "json", timeout=30)
    told = json.loads(done.out)["problems"]
    assert done.code == 1
    assert {Path(p["path"]).name for p in told} == {"p.txt", "zero"}


def test_f13_a_file_that_is_too_large(tmp_path: Path) -> None:
    articles(tmp_path, {"a.txt": b"x " * 3_000_000, "b.txt": "Nobody came.\n"})
    done = run(tmp_path)
    assert done.code == 3
    assert "a.txt" in done.out + done.err


def test_d2_no_publication_date_leaves_sunday_open(tmp_path: Path) -> None:
    text = "A ferry fire on Lake Kessel killed 14 people on Sunday.\n"
    found = json.loads(run(articles(tmp_path, {"a.txt": text}), "-f", "json").out)
    dates = [c["value"] for c in found["claims"] if c["kind"] == "date"]
    assert all(d["start"] is None and d["end"] is None for d in dates)


def test_d3_header_against_dateline(tmp_path: Path) -> None:
    """Both are told; the header is what the article claims to be of."""
    text = " date 2024-05-08 KESSEL, May 1, 2024 - A ferry fire on Lake Kessel killed 14 people on Sunday.\n"
    found = json.loads(run(articles(tmp_path, {"a.txt": text}), "-f", "json").out)
    assert "two-dates" in {p["code"] for p in found["problems"]}
    assert found["articles"][0]["published"] == "2024-05-08"


@pytest.mark.parametrize("day", ["9999-12-31", "2099-01-01", "10000-01-01", "2024-13-45"])
def test_d5_a_date_that_cannot_be(tmp_path: Path, day: str) -> None:
    line = json.dumps({"text": "A ferry fire killed 14 people.", "date": day}) + "\n"
    found = json.loads(run(articles(tmp_path, {"a.jsonl": line}), "-f", "json").out)
    assert "bad-date" in {p["code"] for p in found["problems"]}


def test_d6_time_zone_and_locale_change_no_byte(tmp_path: Path) -> None:
    articles(tmp_path, CONFLICT)
    outs = {
        run(tmp_path, "-f", "json", TZ=zone, LC_ALL=locale).out
        for zone, locale in (("Pacific/Auckland", "C.UTF-8"), ("America/Los_Angeles", "de_DE.UTF-8"), ("UTC", "C"))
    }
    assert len(outs) == 1


def test_k4_a_reader_that_stops_early(tmp_path: Path) -> None:
    articles(tmp_path, {f"{n}_{name}": text for n in range(40) for name, text in CONFLICT.items()})
    assert len(run(tmp_path, "--show", "all", "-v", "-f", "jsonl").out) > 100_000  # More than a pipe takes at once.
    call = f"{' '.join(COMMAND)} compare . --show all -v -f jsonl; echo code $? >&2"
    done = subprocess.run(["bash", "-c", f"({call}) | head -1"], cwd=tmp_path, capture_output=True, env=clean())
    assert done.stderr.split() == [b"code", b"141"]


def test_k5_standard_output_closed(tmp_path: Path) -> None:
    articles(tmp_path, CONFLICT)
    done = subprocess.run(
        ["bash", "-c", f"{' '.join(COMMAND)} compare . >&-"], cwd=tmp_path, capture_output=True, env=clean()
    )
    assert done.returncode == 2


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_k6_an_encoding_that_cannot(tmp_path: Path, encoding: str) -> None:
    text = "The ferry fire on Lake Kessel — “渡し船” — killed 14 people on Wednesday.\n"
    articles(tmp_path, {**CONFLICT, "c_2024-05-08.txt": text})
    done = subprocess.run(
        [*COMMAND, "compare", ".", "--show", "all"],
        cwd=tmp_path,
        capture_output=True,
        env=clean(PYTHONIOENCODING=encoding, PYTHONUTF8="0"),
    )
    assert done.returncode == 1, done.stderr


def test_x1_hash_seeds(tmp_path: Path) -> None:
    articles(tmp_path, {f"{n}_{name}": text for n in range(3) for name, text in CONFLICT.items()})
    assert len({run(tmp_path, "-f", "json", PYTHONHASHSEED=str(seed)).out for seed in range(5)}) == 1


def test_x2_names_and_order_change_no_finding(tmp_path: Path) -> None:
    texts = list(CONFLICT.values())
    one = articles(tmp_path / "x", {"a_2024-05-08.txt": texts[0], "b_2024-05-08.txt": texts[1]})
    two = articles(tmp_path / "y", {"a_2024-05-08.txt": texts[1], "b_2024-05-08.txt": texts[0]})
    found = [json.loads(run(folder, "-f", "json").out)["findings"] for folder in (one, two)]
    assert {(f["fingerprint"], f["verdict"]) for f in found[0]} == {(f["fingerprint"], f["verdict"]) for f in found[1]}
    both = [
        run(one, "compare", *names, "-f", "json").out
        for names in (("a_2024-05-08.txt", "b_2024-05-08.txt"), ("b_2024-05-08.txt", "a_2024-05-08.txt"))
    ]
    assert both[0] == both[1]


def test_x3_jobs_and_a_second_run(tmp_path: Path) -> None:
    articles(tmp_path, {f"{n}_{name}": text for n in range(4) for name, text in CONFLICT.items()})
    assert len({run(tmp_path, "-f", "json", "--jobs", jobs).out for jobs in ("1", "2", "8", "1")}) == 1


def test_g1_broken_configuration(tmp_path: Path) -> None:
    articles(tmp_path, {**CONFLICT, "claimcheck.toml": "fail-on = [\n"})
    done = run(tmp_path)
    assert done.code == 2
    assert done.err.count("\n") == 1


def test_g3_an_article_cannot_ignore(tmp_path: Path) -> None:
    first, second = CONFLICT
    articles(
        tmp_path,
        {
            first: CONFLICT[first].strip() + " <!-- claimcheck: ignore --> # claimcheck: ignore\n",
            second: CONFLICT[second],
        },
    )
    assert run(tmp_path).code == 1


def test_g4_a_configuration_among_the_articles_is_not_read(tmp_path: Path) -> None:
    articles(
        tmp_path / "in",
        {
            **CONFLICT,
            "pyproject.toml": '[tool.claimcheck]\nfail-on = "never"\n',
            "claimcheck.toml": 'fail-on = "never"\n',
        },
    )
    assert run(tmp_path, "compare", "in").code == 1
