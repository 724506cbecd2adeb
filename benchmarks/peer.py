"""Matching against Splink on the same pairs: `python -m benchmarks.peer [ARTICLES]` (default 300; needs splink and duckdb).

Both get the claims of a made-up archive with the block that each is in, and compare every two of a block: Splink by
`predict()` on DuckDB with two threads, with seven comparisons of three or four levels; claimcheck with its own ten of up to
eight, on one core. The numbers of pairs must be equal. Splink keeps every scored pair with its columns and is not made for bags of
words; claimcheck gives groups, and its weights are learned beforehand. What is compared is the cost of a pair.
"""

from __future__ import annotations

import logging
import resource
import sys
import time
from collections.abc import Sequence
from typing import Any

from benchmarks.speed import made_up
from claimcheck.extract import extract
from claimcheck.garbage import collect_rarely
from claimcheck.match.block import Block, block
from claimcheck.match.compare import Comparing
from claimcheck.match.elsewhere import settle
from claimcheck.match.rarity import rarity
from claimcheck.match.story import stories
from claimcheck.model import Claim

COLUMNS = ("attribute", "subject", "place", "head")
"""What Splink compares as strings, by equality and by two steps of Levenshtein distance."""
LISTS = ("near", "terms", "entities")
"""What it compares as sets, by the number of words in common."""


def ours(claims: Sequence[Claim], blocks: Sequence[Block]) -> int:
    """Compare every two claims of each block, and count the pairs."""
    comparing, pairs = Comparing(claims, rarity(claims)), 0
    for one in blocks:
        comparing.begin()
        for _ in comparing.every(one.members):
            pairs += 1
    return pairs


def rows(claims: Sequence[Claim], blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Write the claims as Splink reads them, a row each."""
    home = {item: number for number, one in enumerate(blocks) for item in one.members}
    return [
        {
            "unique_id": number,
            "block": home[number],
            "attribute": claim.topic.attribute,
            "subject": claim.topic.subject or None,
            "place": claim.topic.place or None,
            "head": claim.context.head or None,
            "near": list(claim.context.near),
            "terms": list(claim.context.terms),
            "entities": list(claim.context.entities),
        }
        for number, claim in enumerate(claims)
    ]


def splinks(table: list[dict[str, Any]]) -> int:
    """Let Splink score the same pairs, and count them."""
    import pandas
    import splink.comparison_library as library
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            *(library.LevenshteinAtThresholds(name, [1, 2]) for name in COLUMNS),
            *(library.ArrayIntersectAtSizes(name, [4, 2, 1]) for name in LISTS),
        ],
        blocking_rules_to_generate_predictions=[block_on("block")],
    )
    api = DuckDBAPI()
    api.duckdb_con.execute("SET threads TO 2")
    linker = Linker(api.register(pandas.DataFrame(table)), settings, log_level=logging.ERROR)
    found = linker.inference.predict()
    (counted,) = api.duckdb_con.execute(f'SELECT count(*) FROM "{found.physical_name}"').fetchone()
    return int(counted)


def main(articles: int) -> None:
    """Print both lines and the ratio."""
    collect_rarely()
    texts = made_up(articles)
    home = stories(texts)
    claims = settle(tuple(extract(texts)), texts, home)
    blocks = block(claims, home)
    table = rows(claims, blocks)
    spent: dict[str, tuple[float, float]] = {}
    counts: list[int] = []
    for name, run in (
        ("claimcheck, one core", lambda: ours(claims, blocks)),
        ("Splink on DuckDB", lambda: splinks(table)),
    ):
        wall, used = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF)
        counts.append(run())
        after = resource.getrusage(resource.RUSAGE_SELF)
        cpu = after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime
        spent[name] = time.perf_counter() - wall, cpu
        print(f"{name:22} {counts[-1]:>9,} pairs {spent[name][0]:7.2f} s wall {cpu:7.2f} s CPU", flush=True)
    (first, second) = spent.values()
    same = "the same pairs" if counts[0] == counts[1] else "OTHER PAIRS"
    print(
        f"{same}; Splink takes {second[0] / first[0]:.1f} times the wall time, {second[1] / first[1]:.1f} times the CPU"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
