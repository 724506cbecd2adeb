"""What a run over a made-up archive costs by its size, and whether it finds what was planted: one line a run.

`python -m benchmarks.sizes [ARTICLES …]` (default 100 1000 10000; 100000 takes an hour). Every run is a process of its own
over the same files; CPU seconds count its children. The first run of a size has an empty store, the second the same
store; ratios are to the first run with one process.
"""

from __future__ import annotations

import hashlib
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.archive import found, stories, write
from claimcheck.load import load
from claimcheck.model import Limits
from claimcheck.pipeline import check
from claimcheck.store.store import Store

LIMITS = Limits(file_bytes=10**9, files=10**6)


def run(folder: str, articles: int, jobs: int, store: str) -> dict[str, Any]:
    """Compare an archive in this process, and say what it took and what it found."""
    begin = time.perf_counter()
    loaded, problems = load([folder], limits=LIMITS)
    kept = Store(Path(store)) if store else None
    report = check(loaded, problems, jobs=jobs, store=kept)
    wall = time.perf_counter() - begin
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    recall, precision = found(report, stories(articles))
    return {
        "wall": wall,
        "cpu": sum(u.ru_utime + u.ru_stime for u in used),
        "peak": max(u.ru_maxrss for u in used) / 1024,
        "claims": len(report.claims),
        "recall": recall,
        "precision": precision,
        "cuts": sum(p.code == "limit" for p in report.problems),
        "findings": hashlib.sha256(repr(report.findings).encode()).hexdigest(),
    }


def apart(*arguments: object) -> dict[str, Any]:
    """Do that in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.sizes", "--once", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def measure(articles: int, folder: Path) -> float:
    """Print the lines of one size, and give the CPU seconds of the first run with one process."""
    write(folder / "archive", articles)
    runs = [
        ("1 process", apart(folder / "archive", articles, 1, "")),
        ("2 processes, empty store", apart(folder / "archive", articles, 2, folder / "store")),
        ("2 processes, the same again", apart(folder / "archive", articles, 2, folder / "store")),
    ]
    base = runs[0][1]
    for name, told in runs:
        same = "same" if told["findings"] == base["findings"] else "OTHER FINDINGS"
        print(
            f"{articles:>7,} articles, {name:28} {told['wall']:7.1f} s wall ({told['wall'] / base['wall']:.2f})"
            f" {told['cpu']:7.1f} s CPU ({told['cpu'] / base['cpu']:.2f}) {told['peak']:6,.0f} MB"
            f"  recall {told['recall']:.3f} precision {told['precision']:.3f}, {told['cuts']} cuts, {same}",
            flush=True,
        )
    cpu: float = base["cpu"]
    return cpu


def main(sizes: Sequence[int]) -> None:
    """Print the table."""
    before: tuple[int, float] | None = None
    for articles in sizes:
        with tempfile.TemporaryDirectory() as folder:
            cpu = measure(articles, Path(folder))
        if before is not None:
            growth = math.log(cpu / before[1]) / math.log(articles / before[0])
            print(f"        CPU grows with the {growth:.2f}th power of the articles from {before[0]:,} to {articles:,}")
        before = (articles, cpu)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--once"]:
        _, _, place, count, processes, *rest = sys.argv
        print(json.dumps(run(place, int(count), int(processes), rest[0] if rest else "")))
    else:
        main([int(size) for size in sys.argv[1:]] or [100, 1_000, 10_000])
