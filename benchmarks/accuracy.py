"""Accuracy of the readers on published data, peers beside them: `python -m benchmarks.accuracy [FOLDER] [SCORER]`.

FOLDER holds the labelled data (by default `../shared/data` beside the project), SCORER is the script that defines each figure
(by default `../shared/score_readers.py`); it is loaded from there, never copied. What is missing is named and left out.
quantulum3 and recognizers-text-suite, where installed, answer on the same items in the same run, through the same scorer.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import claimcheck
from claimcheck.read.attribution import attributions
from claimcheck.read.names import names

SHARED = Path(__file__).parent.parent.parent / "shared"
TABLE = [
    ("newsquant", "newsquant-dev.jsonl", "value_f1", 0.93, "CQE 0.920, quantulum3 0.730"),
    ("newsquant", "newsquant-dev.jsonl", "change_f1", 0.90, "CQE 0.881"),
    ("newsquant", "newsquant-dev.jsonl", "unit_f1", 0.86, "CQE 0.856, quantulum3 0.472"),
    ("recognizers", "recognizers-dev.jsonl", "numeric_f1", 0.90, "its own suite"),
    ("recognizers", "recognizers-dev.jsonl", "datetime_f1", 0.80, "its own suite"),
    ("dates", "gum-dates-dev.jsonl", "value_f1", 0.85, "none"),
    ("attribution", "polnear-dev.jsonl", "cue_f1", 0.62, '"said" alone 0.38'),
    ("attribution", "polnear-dev.jsonl", "source", 0.75, "none"),
    ("attribution", "polnear-dev.jsonl", "content", 0.60, "none"),
]
"""What is scored, its file, the figure, its target and the best published."""
PEERS = {"quantulum3": "quantulum3", "recognizers-text-suite": "recognizers_number"}
"""Packages beside which the numbers are read, and the module that shows that one is installed."""


class Number(NamedTuple):
    """A peer's reading of a quantity, with the fields that the scorer asks for."""

    number: float
    unit: str
    modifier: str = ""
    change: str = ""
    counted: str = ""
    low: float | None = None
    high: float | None = None


def scorer(path: Path) -> ModuleType:
    """Load the script that scores."""
    spec = importlib.util.spec_from_file_location("score_readers", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(script: ModuleType, what: str, file: Path) -> dict[str, float]:
    """Run one of its scores, without what it prints; `claimcheck.quantities` may be a peer's at the time."""
    with contextlib.redirect_stdout(io.StringIO()):
        found: dict[str, float] = getattr(script, what)(str(file))
    return found


def quantulum3() -> Callable[[str], Sequence[Number]]:
    """Give quantulum3's reader of quantities."""
    parser: Any = importlib.import_module("quantulum3.parser")

    def read(text: str) -> Sequence[Number]:
        return [Number(float(q.value), q.unit.name, change="") for q in parser.parse(text)]

    return read


def recognizers() -> Callable[[str], Sequence[Number]]:
    """Give the readings of Microsoft's recognizers: numbers with a unit, and the numbers outside of them."""
    with_unit: Any = importlib.import_module("recognizers_number_with_unit")
    number: Any = importlib.import_module("recognizers_number")
    culture = "en-us"
    models = (
        with_unit.recognize_currency, with_unit.recognize_dimension, with_unit.recognize_age,
        with_unit.recognize_temperature, number.recognize_percentage, number.recognize_number,
    )  # fmt: skip

    def read(text: str) -> Sequence[Number]:
        taken: list[tuple[int, int]] = []
        found = []
        for model in models:
            for one in model(text, culture):
                if any(one.start <= end and start <= one.end for start, end in taken):
                    continue
                taken.append((one.start, one.end))
                value = str((one.resolution or {}).get("value") or "").rstrip("%")
                with contextlib.suppress(ValueError):
                    found.append(Number(float(value), str(one.resolution.get("unit") or "")))
        return found

    return read


READERS = {"quantulum3": quantulum3, "recognizers-text-suite": recognizers}


def peers(script: ModuleType, data: Path) -> Iterator[tuple[str, str, dict[str, float] | str]]:
    """Give each peer's figures on the rows of quantities, or why there are none."""
    own = claimcheck.quantities
    for name, module in PEERS.items():
        for what, file in (("newsquant", "newsquant-dev.jsonl"), ("recognizers", "recognizers-dev.jsonl")):
            if importlib.util.find_spec(module) is None:
                yield name, what, "not installed"
                continue
            if not (data / file).exists():
                yield name, what, f"{file} is missing"
                continue
            vars(claimcheck)["quantities"] = READERS[name]()
            try:
                yield name, what, score(script, what, data / file)
            finally:
                vars(claimcheck)["quantities"] = own


def speech(data: Path) -> tuple[int, int, int, int] | None:
    """Count the stories' quotations, those attributed to anybody, those whose question names a speaker, those given to that one."""
    if not (data / "stories").is_dir():
        return None
    told = held = named = right = 0
    for gold in sorted((data / "stories").glob("*.gold.json")):
        for topic in json.loads(gold.read_text(encoding="utf-8"))["topics"]:
            if topic["kind"] != "quote":
                continue
            asked = {w.strip("?,.'’s") for w in topic["question"].split()[1:] if w[0].isupper()}
            for mention in (m for p in topic["positions"] for m in p["mentions"]):
                text = (gold.with_name(gold.name.removesuffix(".gold.json")) / mention["source"]).read_text(
                    encoding="utf-8"
                )
                said = speakers(text, mention["start"], mention["end"])
                told, held = told + 1, held + bool(said)
                named, right = named + bool(asked), right + any(word in one for word in asked for one in said)
    return told, held, named, right


def speakers(text: str, start: int, end: int) -> list[str]:
    """Give who is said to have said the words of a stretch of text: as written, and in canonical form."""
    found = attributions(text, names(text))
    meets = [a for a in found if a.source and a.content and a.content.start < end and start < a.content.end]
    return [f"{a.source.of(text)} {a.name}" for a in meets if a.source]


def main(data: Path, path: Path) -> None:
    """Print the table."""
    if not path.exists():
        print(f"nothing measured: {path.name} is missing, the script that defines the figures")
        return
    script, known = scorer(path), dict[str, dict[str, float]]()
    print(f"{'data':12} {'figure':12} {'claimcheck':>10} {'target':>7}  best published")
    for what, file, figure, target, best in TABLE:
        if not (data / file).exists():
            print(f"{what:12} {figure:12} {'skipped':>10} {target:7.2f}  {file} is missing")
            continue
        if what not in known:
            known[what] = score(script, what, data / file)
        print(f"{what:12} {figure:12} {known[what][figure]:10.3f} {target:7.2f}  {best}")
    for name, what, found in peers(script, data):
        shown = (
            found if isinstance(found, str) else ", ".join(f"{k} {v:.3f}" for k, v in found.items() if "date" not in k)
        )
        print(f"{what:12} {name}: {shown}")
    spoken = speech(data)
    if spoken is None:
        print("news speech  skipped: the stories are missing")
    else:
        told, held, named, right = spoken
        print(
            f"news speech  quotations of the stories: {held} of {told} attributed; {right} of {named} to the speaker asked for"
        )


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    main(given[0] if given else SHARED / "data", given[1] if len(given) > 1 else SHARED / "score_readers.py")
