"""Work on rows as work on Arrow batches, which is what `mapInArrow` takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib import import_module
from typing import Any

Rows = Iterable[Mapping[str, Any]]
BATCH = 256
"""Rows of a batch that is given back."""


def on_batches(
    work: Callable[[Rows], Iterator[dict[str, Any]]], columns: str
) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """Turn work on a partition's rows into work on its Arrow batches; `columns` are those of the rows given back."""
    return partial(_mapped, work, [tuple(column.split(" ", 1)) for column in columns.split(", ")])


def _mapped(work: Callable[[Rows], Iterator[dict[str, Any]]], columns: list[Any], batches: Iterator[Any]) -> Any:
    pyarrow = import_module("pyarrow")
    types = {
        "string": pyarrow.string(),
        "int": pyarrow.int32(),
        "bigint": pyarrow.int64(),
        "array<string>": pyarrow.list_(pyarrow.string()),
        "array<int>": pyarrow.list_(pyarrow.int32()),
    }
    schema = pyarrow.schema([(name, types[kind]) for name, kind in columns])
    held: list[dict[str, Any]] = []
    for row in work(row for batch in batches for row in batch.to_pylist()):
        held.append(row)
        if len(held) == BATCH:
            yield pyarrow.RecordBatch.from_pylist(held, schema=schema)
            held = []
    if held:
        yield pyarrow.RecordBatch.from_pylist(held, schema=schema)
