"""Paths -> one row an article, extracted: lines, tables and documents by any address that Spark reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from typing import Any

from claimcheck.config import Config
from claimcheck.spark.arrow import on_batches
from claimcheck.spark.extracting import ARTICLE, extracted

LINES = (".jsonl", ".ndjson", ".json", ".jsonl.gz", ".ndjson.gz", ".json.gz")
TABLE = ".parquet"
NO_DATA = "cast(null as binary) as data"


def extract(spark: Any, inputs: Mapping[str, Sequence[str]], held: Config) -> Any:
    """Give the rows of all articles of the files that each path means (see `tables.listing`); see `extracting.extracted`."""
    frames = [each for path, told in inputs.items() for each in _frames(spark, path, told)]
    lines = reduce(lambda a, b: a.unionByName(b), frames)
    return lines.mapInArrow(on_batches(lambda rows: extracted(rows, held), ARTICLE), ARTICLE)


def _frames(spark: Any, path: str, told: Sequence[str]) -> list[Any]:
    """Read the files of a path, by the sort of each: `path`, and `line` or, of a document, `data`."""
    from pyspark.sql import functions as f

    files = [line.rsplit(" ", 2)[0] for line in told]
    lines = [name for name in files if name.lower().endswith(LINES)]
    rows = [name for name in files if name.lower().endswith(TABLE)]
    documents = [name for name in files if not name.lower().endswith((*LINES, TABLE))]
    found = []
    if lines:
        said = spark.read.text([path] if lines == files else lines).where(f.trim("value") != "")
        found.append(said.select(f.input_file_name().alias("path"), f.col("value").alias("line"), f.expr(NO_DATA)))
    if rows:
        table = spark.read.parquet(*([path] if rows == files else rows))
        record = f.to_json(f.struct(*[table[column].cast("string").alias(column) for column in table.columns]))
        found.append(table.select(f.input_file_name().alias("path"), record.alias("line"), f.expr(NO_DATA)))
    if documents:
        read = spark.read.format("binaryFile").load([path] if documents == files else documents)
        found.append(read.selectExpr("path", "cast(null as string) as line", "content as data"))
    return found
