"""Labelled pairs -> weights.toml: `python -m claimcheck.match.train GOLD.json FOLDER …` learns the match weights.

The weights start as log2(m/u), m and u being the shares of true and of false pairs at which a level holds (Fellegi and
Sunter 1969), smoothed by a count of one; they are then fitted by logistic regression with a pull towards that start,
because the slots are not independent: the words of the clause are among those of the sentence.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from claimcheck.match.block import block
from claimcheck.match.elsewhere import settle
from claimcheck.match.guards import guard
from claimcheck.match.levels import SLOTS
from claimcheck.match.rarity import STEPS, Likeness, rarity
from claimcheck.model import Claim

ROUNDS, RATE, PULL = 300, 0.5, 0.05
"""Steps of the fit, their length, and how strongly a weight is pulled to its start."""
SMOOTH = 40
"""How many pairs the expectation of what a level means weighs as much as."""

Row = tuple[tuple[str, ...], bool]


def labelled(claims: Sequence[Claim], names: dict[str, str], gold: dict[str, Any]) -> dict[int, set[str]]:
    """Give the gold topics that each claim (index) overlaps; `names` maps an article's id to its file name."""
    marks = [
        (topic["kind"], topic["id"], m["source"], m["start"], m["end"])
        for topic in gold["topics"]
        for position in topic["positions"]
        for m in position["mentions"]
    ]
    marks += [
        (s["kind"], f"single-{i}", s["source"], s["start"], s["end"]) for i, s in enumerate(gold.get("single", []))
    ]
    found: dict[int, set[str]] = {}
    for i, claim in enumerate(claims):
        for kind, topic, source, start, end in marks:
            if (
                kind == claim.kind
                and source == names[claim.article]
                and claim.span.start < end
                and start < claim.span.end
            ):
                found.setdefault(i, set()).add(topic)
    return found


def rows(
    claims: Sequence[Claim], story: Sequence[tuple[str, str]], topics: dict[int, set[str]]
) -> Iterator[tuple[str, Row]]:
    """Give the levels of each labelled pair that no guard holds apart, with its kind and whether it is one topic.

    A pair of figures of which one alone is labelled counts as two topics: all figures that two articles share are
    labelled; of states and dates the labels hold the main ones only, so there both must be labelled.
    """
    likeness = Likeness(rarity(claims))
    for pair in (pair for held in block(claims, story) for pair in held.pairs()):
        a, b = claims[pair.left], claims[pair.right]
        marked = (pair.left in topics) + (pair.right in topics)
        if a.article == b.article or marked < (1 if a.kind == "figure" else 2) or guard(a, b):
            continue
        same = bool(topics.get(pair.left, set()) & topics.get(pair.right, set()))
        yield a.kind, (tuple(level(a, b, likeness) for _, level in SLOTS[a.kind]), same)


def fit(found: Sequence[Row], slots: Sequence[str]) -> dict[str, dict[str, float]]:
    """Learn the weights (bits) of one kind's slots and levels, and the prior."""
    kinds = Counter(found)
    yes, no = sum(n for (_, same), n in kinds.items() if same), sum(n for (_, same), n in kinds.items() if not same)
    start = _log_ratios(kinds, yes, no)
    weight = dict(start)
    prior = math.log2((yes + 1) / (no + 1))
    total = yes + no
    items = sorted(kinds.items())
    for _ in range(ROUNDS):
        slope: dict[tuple[int, str], float] = dict.fromkeys(weight, 0.0)
        lean = 0.0
        for (levels, same), n in items:
            bits = prior + sum(weight[i, level] for i, level in enumerate(levels))
            error = n * (float(same) - 1 / (1 + 2 ** -max(-40.0, min(40.0, bits))))
            lean += error
            for key in enumerate(levels):
                slope[key] += error
        prior += 4 * RATE * lean / total
        for key, value in slope.items():
            weight[key] += 4 * RATE * value / total - PULL * RATE * (weight[key] - start[key]) * 0.1
        _rise(weight, len(slots))
    table: dict[str, dict[str, float]] = {"prior": {"prior": round(prior, 2)}}
    for (i, level), value in sorted(weight.items()):
        table.setdefault(slots[i], {})[level] = round(value, 2)
    return table


def _rise(weight: dict[tuple[int, str], float], slots: int) -> None:
    """Let more likeness never weigh less: pool neighbouring steps that fall (isotonic regression)."""
    for i in range(slots):
        keys = [(i, level) for level in ("else", *(f"{step:.2f}" for step in reversed(STEPS))) if (i, level) in weight]
        if len(keys) < 3 or (i, f"{STEPS[-1]:.2f}") not in weight:
            continue
        pools: list[list[float]] = []
        for key in keys:
            pools.append([weight[key]])
            while len(pools) > 1 and sum(pools[-2]) / len(pools[-2]) > sum(pools[-1]) / len(pools[-1]):
                last = pools.pop()
                pools[-1].extend(last)
        values = [sum(pool) / len(pool) for pool in pools for _ in pool]
        weight.update(zip(keys, values, strict=True))


def _log_ratios(kinds: Counter[Row], yes: int, no: int) -> dict[tuple[int, str], float]:
    """Give log2(m/u) for each slot and level that the pairs show."""
    m: Counter[tuple[int, str]] = Counter()
    u: Counter[tuple[int, str]] = Counter()
    for (levels, same), n in kinds.items():
        for key in enumerate(levels):
            (m if same else u)[key] += n
    keys = sorted({*m, *u})
    return {key: math.log2(_share(m[key], yes, _lean(key[1])) / _share(u[key], no, 1 / _lean(key[1]))) for key in keys}


def _share(count: int, total: int, lean: float) -> float:
    """Give the share of pairs at a level, smoothed towards a tenth, leaning to where its meaning points."""
    return (count + SMOOTH * lean / 10) / (total + SMOOTH)


def _lean(level: str) -> float:
    """Say how much a level speaks for a match before any pair is seen: agreement does, difference does not."""
    if level.startswith(("same", "shared")):
        return 2.0
    return 0.5 if level.startswith(("else", "other")) else 1.0


def render(tables: dict[str, dict[str, dict[str, float]]]) -> str:
    """Write the weights as TOML."""
    lines = [
        "# Match weights in bits (log2 of the odds), learned by `python -m claimcheck.match.train`; do not edit by hand."
    ]
    for kind, table in tables.items():
        for slot, levels in table.items():
            lines += ["", f"[{kind}.{slot}]"] + [f'"{level}" = {value}' for level, value in sorted(levels.items())]
    return "\n".join(lines) + "\n"


def learn(folders: Sequence[tuple[Path, Path, tuple[str, ...]]]) -> str:
    """Learn from labelled folders: (gold file, folder, manifests); give the text of weights.toml."""
    from claimcheck.extract import extract
    from claimcheck.load import load

    found: dict[str, list[Row]] = {kind: [] for kind in SLOTS}
    for gold, folder, manifests in folders:
        articles, _ = load([str(folder)], manifests=manifests)
        claims = settle(tuple(extract(articles)), articles, [(a.id, "s1") for a in articles])
        names = {a.id: Path(a.path).name for a in articles}
        topics = labelled(claims, names, json.loads(gold.read_text(encoding="utf-8")))
        for kind, row in rows(claims, [(a.id, "s1") for a in articles], topics):
            found[kind].append(row)
    return render({kind: fit(found[kind], [name for name, _ in SLOTS[kind]]) for kind in SLOTS if found[kind]})


def labelled_folders(roots: Sequence[str]) -> list[tuple[Path, Path, tuple[str, ...]]]:
    """Find NAME.gold.json beside a folder NAME, with NAME.sources.csv where there is one; "GOLD=FOLDER" names both."""
    found: list[tuple[Path, Path, tuple[str, ...]]] = []
    for root in roots:
        if "=" in root:
            gold, folder = root.split("=", 1)
            found.append((Path(gold), Path(folder), ()))
            continue
        for gold_file in sorted(Path(root).glob("*.gold.json")):
            folder_path = gold_file.with_name(gold_file.name.removesuffix(".gold.json"))
            manifest = folder_path.with_name(folder_path.name + ".sources.csv")
            found.append((gold_file, folder_path, (str(manifest),) if manifest.exists() else ()))
    return found


def main() -> None:
    """Learn from the labelled stories named, and replace weights.toml; without any there is nothing to learn from."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("roots", nargs="+", help="a folder with *.gold.json beside its stories, or GOLD.json=FOLDER")
    folders = labelled_folders(parser.parse_args().roots)
    if not folders:
        parser.error("no labelled story there")
    Path(__file__).with_name("weights.toml").write_text(learn(folders), encoding="utf-8")


if __name__ == "__main__":
    main()
