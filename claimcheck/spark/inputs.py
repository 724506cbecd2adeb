"""Paths -> one row an article, extracted: lines, tables and documents by any address that Spark reads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any

from claimcheck.config import Config
from claimcheck.spark import tables
from claimcheck.spark.arrow import on_batches
from claimcheck.spark.extracting import ARTICLE, extracted

LINES = (".jsonl", ".ndjson", ".json", ".jsonl.gz", ".ndjson.gz", ".json.gz")
TABLE = ".parquet"
NO_DATA = "cast(null as binary) as data"


def extract(spark: Any, paths: Sequence[str], held: Config) -> Any:
    """Give the rows of all articles that the paths hold; see `extracting.extracted`."""
    lines = reduce(lambda a, b: a.unionByName(b), [each for path in paths for each in _inputs(spark, path)])
    return lines.mapInArrow(on_batches(lambda rows: extracted(rows, held), ARTICLE), ARTICLE)


def _inputs(spark: Any, path: str) -> list[Any]:
    """Read a file, folder or pattern: `path`, and `line` or, of a document, `data`."""
    from pyspark.sql import functions as f

    files = [line.rsplit(" ", 2)[0] for line in tables.listing(spark, path)]
    lines = [name for name in files if name.lower().endswith(LINES)]
    rows = [name for name in files if name.lower().endswith(TABLE)]
    documents = [name for name in files if not name.lower().endswith((*LINES, TABLE))]
    found = []
    if lines:
        told = spark.read.text([path] if lines == files else lines).where(f.trim("value") != "")
        found.append(told.select(f.input_file_name().alias("path"), f.col("value").alias("line"), f.expr(NO_DATA)))
    if rows:
        table = spark.read.parquet(*([path] if rows == files else rows))
        record = f.to_json(f.struct(*[table[column].cast("string").alias(column) for column in table.columns]))
        found.append(table.select(f.input_file_name().alias("path"), record.alias("line"), f.expr(NO_DATA)))
    if documents:
        read = spark.read.format("binaryFile").load([path] if documents == files else documents)
        found.append(read.selectExpr("path", "cast(null as string) as line", "content as data"))
    return found
