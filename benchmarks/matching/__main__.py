"""`python -m benchmarks.matching [FOLDER]`: the table of matching on labelled data (default ../shared/data) and made-up archives.

Every line says what is measured, the figure, and the target. Lines that need data which is not there are left out and named.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.archive import write
from benchmarks.matching import labelled, published
from claimcheck.extract import extract_all
from claimcheck.load import load
from claimcheck.match.block import LARGEST, block
from claimcheck.match.cluster import LEADERS
from claimcheck.match.story import stories

SHARED = Path(__file__).parents[3] / "shared" / "data"
SIZES = (10, 100, 1_000, 10_000)


def line(what: str, figure: str, target: str = "") -> str:
    """One line of the table."""
    return f"{what:<64} {figure:<28} {target}"


def ratio(part: float, whole: float) -> str:
    """A share with its counts."""
    return f"{part / whole:.3f} ({part:g} of {whole:g})" if whole else "-"


def chains(data: Path) -> Iterator[str]:
    """ECB+: are a chain's mentions in one finding, and is its agree-or-differ right?"""
    found = list(published.chains(data))
    joined = sum(each.joined / each.mentions for each in found) / len(found)
    yield line(
        "ECB+ chains: a chain's mentions in one finding (mean share)", f"{joined:.3f} of {len(found)} chains", ".70"
    )
    yield line("  mentions read at all", ratio(sum(c.read for c in found), sum(c.mentions for c in found)))
    yield line("  chains whose agree-or-differ is right", ratio(sum(c.right for c in found), len(found)), ".65")
    for each in (c for c in found if "--list" in sys.argv and not c.right):
        yield f"    {each.name}: {each.read} of {each.mentions} read, {each.joined} joined"


def rte(data: Path) -> Iterator[str]:
    """RTE-3: the text as one article, the statement as the other."""
    hit, called, there = published.contradictions(data)
    f1 = 2 * hit / (called + there) if called + there else 0.0
    yield line("RTE-3: contradiction F1", f"{f1:.3f}", ".55")
    yield line("  precision, recall", f"{ratio(hit, called)}, {ratio(hit, there)}")


def blocks(data: Path) -> Iterator[str]:
    """What blocking keeps of the labelled pairs."""
    kept, true, looked, every = labelled.blocking(data)
    yield line("blocking: true pairs kept", ratio(kept, true), ".99")
    yield line("  pairs looked at", ratio(looked, every))


def left_out(data: Path) -> Iterator[str]:
    """The learned weights on a story that they were not learned from."""
    weighed: list[tuple[float, bool]] = []
    told: list[tuple[float, bool]] = []
    recalls, precisions = [], []
    for story in labelled.left_out(data):
        recalls.append(story.joined / story.true)
        precisions.append(story.joined / story.met if story.met else 1.0)
        weighed += story.weighed
        told += story.told
        yield line(f"  left out: {story.name}", f"pairs {recalls[-1]:.3f}, precision {precisions[-1]:.3f}")
    mean = f"{sum(recalls) / len(recalls):.3f}, precision {sum(precisions) / len(precisions):.3f}"
    yield line("a story left out of the learning: pairs", mean, ".82, .93")
    for what, said in (("a finding", told), ("a pair", weighed)):
        yield f"how sure is {what} (stories left out): said, pairs, mean said, share that is true"
        for span, count, mean_said, share in labelled.reliability(said):
            yield f"  {span}  {count:>6}  {mean_said:.2f}  {share:.2f}"


def archive(articles: int) -> str:
    """Pairs that are compared for each claim of a made-up archive."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), articles)
        loaded, _ = load([folder])
        claims, _ = extract_all(loaded, jobs=0)
        sizes = [len(held.members) for held in block(claims, stories(loaded))]
    pairs = sum(n * (n - 1) / 2 if n <= LARGEST else n * LEADERS for n in sizes)
    return line(f"pairs compared for each claim, {articles} articles", f"{pairs / len(claims):.1f}", "flat")


def main() -> None:
    """Print the table."""
    data = next((Path(given) for given in sys.argv[1:] if not given.startswith("-")), SHARED)
    if data.exists():
        for part in (chains, rte, blocks, left_out):
            for told in part(data):
                print(told, flush=True)
    else:
        print(f"skipped: {data} is not there; made-up archives alone are measured")
    for size in SIZES if "--all" in sys.argv else SIZES[:3]:
        print(archive(size), flush=True)


if __name__ == "__main__":
    main()
