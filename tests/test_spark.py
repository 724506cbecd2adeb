"""The Spark engine gives what one machine gives: on the same articles, after kills, on a cluster, and day by day."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyspark", reason="the extra spark is not installed")
pytest.importorskip("pyarrow", reason="the extra spark is not installed")
if not shutil.which("java"):
    pytest.skip("Spark needs Java", allow_module_level=True)

from benchmarks import archive
from claimcheck.config import Config
from claimcheck.pipeline import compare
from claimcheck.reports import json as written
from claimcheck.view.index import Index

pytestmark = pytest.mark.filterwarnings("ignore::FutureWarning")
DAY = '<meta property="article:published_time" content="2024-05-07">'
COMMAND = (sys.executable, "-m", "claimcheck")


def made(folder: Path, count: int) -> Path:
    """Write an archive of so many articles as one file of JSON lines, each with an id that sorts as it stands."""
    records = (record for story in archive.stories(count) for record in archive.told(story))
    file = folder / "in.jsonl"
    lines = [json.dumps({**record, "id": f"n{n:06}"}, ensure_ascii=False) for n, record in enumerate(records)]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    from claimcheck.spark.session import session

    found = session(2)
    yield found
    found.stop()


def table(spark: Any, folder: Path, name: str) -> list[str]:
    """Read a table's JSON, sorted."""
    return sorted(row["json"] for row in spark.read.parquet(str(folder / name)).select("json").collect() if row["json"])


def test_on_2000_articles_the_tables_are_what_one_machine_reports(spark: Any, tmp_path: Path) -> None:
    from claimcheck.spark.engine import run

    file = made(tmp_path, 2_000)
    told = run(spark, [str(file)], str(tmp_path / "out"), Config())
    report = compare([str(file)], jobs=2)
    index, origins = Index(report), dict(report.origins)

    assert table(spark, tmp_path / "out", "findings") == sorted(
        written.dumps(written.finding(f)) for f in report.findings
    )
    assert table(spark, tmp_path / "out", "claims") == sorted(
        written.dumps(written.claim(c, index)) for c in report.claims
    )
    assert table(spark, tmp_path / "out", "articles") == sorted(
        written.dumps(written.article(a, index.stories[a.id], origins[a.id])) for a in report.articles
    )
    assert told["articles"] == 2_000
    assert told["conflict"] == sum(f.verdict == "conflict" for f in report.findings) > 50


def test_new_articles_are_compared_with_those_kept_and_only_the_stories_that_they_touch(
    spark: Any, tmp_path: Path
) -> None:
    from claimcheck.spark.engine import run

    lines = made(tmp_path, 300).read_text().splitlines()
    (tmp_path / "old.jsonl").write_text("\n".join(lines[:280]) + "\n")
    (tmp_path / "new.jsonl").write_text("\n".join(lines[280:]) + "\n")
    run(spark, [str(tmp_path / "old.jsonl")], str(tmp_path / "kept"), Config())
    run(spark, [str(tmp_path / "new.jsonl")], str(tmp_path / "added"), Config(), against=[str(tmp_path / "kept")])
    both = [str(tmp_path / "new.jsonl"), str(tmp_path / "old.jsonl")]
    report = compare(both)
    fresh = {a.id for a in report.articles if "new.jsonl" in a.path}
    touched = {story for article, story in report.stories if article in fresh}
    wanted = [
        written.finding(f) | {"id": "", "fingerprint": f.fingerprint.partition(":")[0]}
        for f in report.findings
        if f.story in touched
    ]
    found = [json.loads(line) for line in table(spark, tmp_path / "added", "findings")]
    for one in found:
        one |= {"id": "", "fingerprint": one["fingerprint"].partition(":")[0]}

    assert sorted(map(written.dumps, found)) == sorted(map(written.dumps, wanted))
    assert len(table(spark, tmp_path / "added", "articles")) == 20
    assert 0 < len(touched) < len({story for _, story in report.stories})


def test_what_cannot_be_read_is_counted_and_the_rest_compared(spark: Any, tmp_path: Path) -> None:
    from claimcheck.spark.engine import run

    lines = [
        json.dumps({"id": n, "date": "2024-05-07", "text": f"A fire in Kessel killed {n} people."}) for n in (22, 31)
    ]
    (tmp_path / "in.jsonl").write_text("\n".join([*lines, "no json", '{"id": 3}']) + "\n")
    told = run(spark, [str(tmp_path / "in.jsonl")], str(tmp_path / "out"), Config())

    assert (told["articles"], told["conflict"], told["problems"]) == (2, 1, 2)


def test_parquet_is_read_as_lines_are(spark: Any, tmp_path: Path) -> None:
    from claimcheck.spark.engine import run

    rows = [
        ("x1", "2024-05-07", "A fire in Kessel killed 22 people."),
        ("x2", "2024-05-07", "A fire in Kessel killed 31 people."),
    ]
    spark.createDataFrame(rows, "id string, date string, text string").write.parquet(str(tmp_path / "in"))
    told = run(spark, [str(tmp_path / "in")], str(tmp_path / "out"), Config())

    assert (told["articles"], told["conflict"], told["problems"]) == (2, 1, 0)


def test_documents_are_read_as_on_one_machine_and_what_is_no_text_is_said(spark: Any, tmp_path: Path) -> None:
    from claimcheck.spark.engine import run

    (tmp_path / "in").mkdir()
    for name, text in (
        ("a.md", "---\ndate: 2024-05-07\n---\nA fire in Kessel killed 22 people."),
        (
            "b.html",
            f"<html><head>{DAY}</head><body><article><p>A fire in Kessel killed 31 people.</p></article></body></html>",
        ),
        ("c.jsonl", '{"id": 1, "date": "2024-05-07", "text": "A fire in Kessel killed 22 people."}\n'),
        ("d.txt", "\0\1\2\0\0\0"),
    ):
        (tmp_path / "in" / name).write_text(text)
    told = run(spark, [str(tmp_path / "in")], str(tmp_path / "out"), Config())
    report = compare([str(tmp_path / "in")])

    assert (told["articles"], told["conflict"]) == (3, 1)
    assert told["lost"] == sum(problem.severe for problem in report.problems) == 1
    found = [json.loads(line)["positions"] for line in table(spark, tmp_path / "out", "findings")]
    assert [len(each) for each in found] == [len(f.positions) for f in report.findings]


def test_an_article_that_comes_again_replaces_the_one_that_was_kept(spark: Any, tmp_path: Path) -> None:
    from claimcheck.spark.engine import run

    def told(name: str, killed: int) -> str:
        return json.dumps({"id": name, "date": "2024-05-07", "text": f"A fire in Kessel killed {killed} people."})

    file, first, second = tmp_path / "in.jsonl", tmp_path / "first", tmp_path / "second"
    file.write_text(f"{told('x1', 22)}\n{told('x2', 31)}\n")
    assert run(spark, [str(file)], str(first), Config())["conflict"] == 1
    file.write_text(f"{told('x1', 22)}\n{told('x2', 22)}\n")
    assert run(spark, [str(file)], str(second), Config(), against=[str(first)])["conflict"] == 0
    assert len(table(spark, second, "articles")) == 2


def test_a_run_is_refused_that_would_read_what_it_writes_or_mix_settings(spark: Any, tmp_path: Path) -> None:
    from claimcheck.exits import Failure
    from claimcheck.spark.engine import run

    (tmp_path / "in").mkdir()
    made(tmp_path / "in", 3)
    with pytest.raises(Failure, match="would be written while"):
        run(spark, [str(tmp_path / "in")], str(tmp_path / "in" / "out"), Config())
    run(spark, [str(tmp_path / "in")], str(tmp_path / "kept"), Config())
    with pytest.raises(Failure, match="another settings"):
        run(spark, [str(tmp_path / "in")], str(tmp_path / "new"), Config(encoding="latin-1"), [str(tmp_path / "kept")])


def test_a_folder_of_something_else_is_left_alone(spark: Any, tmp_path: Path) -> None:
    from claimcheck.exits import Failure
    from claimcheck.spark.engine import run

    file = made(tmp_path, 3)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("mine")
    with pytest.raises(Failure, match=r"thesis\.txt"):
        run(spark, [str(file)], str(tmp_path / "out"), Config())
    with pytest.raises(Failure, match="no whole run"):
        run(spark, [str(file)], str(tmp_path / "new"), Config(), against=[str(tmp_path / "out")])


def test_killed_and_started_again_nothing_is_double_and_nothing_half(tmp_path: Path) -> None:
    file, out = made(tmp_path, 60), tmp_path / "out"
    call = [*COMMAND, "compare", str(file), "--engine", "spark", "-o", str(out), "--jobs", "2", "--fail-on", "never"]
    for seconds in (6, 14, 20):
        running = subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(seconds)
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        assert not (out / "claimcheck.json").exists() or json.loads((out / "claimcheck.json").read_text())["counts"]
    done = subprocess.run(call, capture_output=True, text=True)
    report = compare([str(file)])

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("60 articles in ")
    pyarrow = pytest.importorskip("pyarrow.parquet")
    found = sorted(pyarrow.read_table(out / "findings").column("json").to_pylist())
    assert found == sorted(written.dumps(written.finding(f)) for f in report.findings)


def test_the_doctor_asks_executors_that_are_processes_of_their_own() -> None:
    told = "--master local-cluster[2,1,1024] --conf spark.ui.enabled=false pyspark-shell"
    done = subprocess.run(
        [*COMMAND, "spark-doctor"], env={**os.environ, "PYSPARK_SUBMIT_ARGS": told}, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stderr
    assert "on local-cluster[2,1,1024]" in done.stdout
    assert "The executors import the package" in done.stdout


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--engine", "spark"), "name their folder with -o"),
        (("--engine", "spark", "-o", "x", "--show", "all"), "takes no --show"),
        (("--engine", "flink"), "'flink' is not one of local, spark"),
        (("--against", "x"), "is of --engine spark"),
    ],
)
def test_what_the_engine_does_not_take_is_refused(options: tuple[str, ...], told: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A fire in Kessel killed 22 people.")
    done = subprocess.run([*COMMAND, "compare", "a.txt", *options], cwd=tmp_path, capture_output=True, text=True)

    assert done.returncode == 2
    assert told in done.stderr
