"""A run on Spark: extract by rows, find the stories, count the words, compare story by story, write the tables.

Findings are those of the engine on one machine: the same functions are called, on the same articles in the same order
(by path and id). What goes through one process is the search for stories, which takes the articles' profiles in order.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import reduce
from importlib import import_module
from itertools import islice
from typing import Any

from claimcheck import __version__
from claimcheck.config import Config
from claimcheck.exits import Failure
from claimcheck.match.compare import rarity_of
from claimcheck.match.story import assigned
from claimcheck.spark import tables
from claimcheck.spark.comparing import ROW, UNDATED, compared, finished
from claimcheck.spark.extracting import ARTICLE, extracted

FINDING = "id string, story string, day string, kind string, verdict string, code string, mark string, json string"
Rows = Iterable[Mapping[str, Any]]


def run(spark: Any, paths: Sequence[str], output: str, held: Config, against: Sequence[str] = ()) -> Counter[str]:
    """Compare what the paths hold and write `articles`, `claims`, `findings` and the manifest into the output folder.

    With `against`, folders of earlier runs, only the stories that the new articles touch are compared, with the claims
    that those folders hold. Gives how often each verdict was found, with "articles", "stories" and "problems". Raises
    Failure for a path that is not there and a folder that holds something else.
    """
    inputs = {path: tables.listing(spark, path) for path in paths}
    earlier = [tables.manifest(spark, folder) for folder in against]
    tables.begin(spark, output)
    fresh = _extract(spark, inputs, held)
    every = fresh.selectExpr("*", "true as fresh")
    for folder in against:
        kept = (
            spark.read.schema(f"{ARTICLE}, id string, story string, day string, json string")
            .parquet(f"{folder}/articles")
            .select(*fresh.columns)
            .selectExpr("*", "false as fresh")
        )
        every = every.unionByName(kept)
    every = every.persist(_on_disk())
    placed, words = _stories(spark, every), _words(every)
    rows = _compared(every, placed, words, held).persist(_on_disk())
    told = _write(spark, rows, every, placed, output)
    record = {
        "version": __version__,
        "inputs": _mark([line for lines in inputs.values() for line in lines]),
        "against": [each["inputs"] for each in earlier],
    }
    tables.end(spark, output, record | {"counts": dict(told)})
    return told


def _extract(spark: Any, inputs: Mapping[str, Sequence[str]], held: Config) -> Any:
    """Extract the articles of all paths; of each the files are listed already."""
    work = _mapped(lambda rows: extracted(rows, held), ARTICLE)
    frames = [_input(spark, path, files).mapInArrow(work, ARTICLE) for path, files in inputs.items()]
    return reduce(lambda one, other: one.unionByName(other), frames)


def _input(spark: Any, path: str, files: Sequence[str]) -> Any:
    """Read lines of JSON, rows of Parquet or web archives: `path` and `value`; `files` are those of `tables.listing`."""
    from pyspark.sql import functions as f

    name = path.rstrip("/").lower()
    kinds = {line.split(" ")[0].rsplit(".", 1)[-1].lower() for line in files}
    if name.endswith((".warc", ".warc.gz")) or kinds == {"warc"}:
        return spark.read.format("binaryFile").load(path).select("path", f.col("content").alias("value"))
    if name.endswith(".parquet") or "parquet" in kinds:
        rows = spark.read.parquet(path)
        line = f.to_json(f.struct(*[rows[column].cast("string").alias(column) for column in rows.columns]))
        return rows.select(f.input_file_name().alias("path"), line.alias("value"))
    if kinds & {"jsonl", "ndjson", "gz", "zst", "json"}:
        lines = spark.read.text(path).where(f.trim("value") != "")
        return lines.select(f.input_file_name().alias("path"), "value")
    raise Failure(
        f"error: {path}: the Spark engine reads .jsonl, .jsonl.gz, .parquet and .warc, not {sorted(kinds)[0]}"
    )


def _stories(spark: Any, every: Any) -> Any:
    """Give each article its story, its number and the number of claims in front of it: key, story, number, before.

    The profiles pass through this process one by one, in the order of the articles' keys.
    """
    from pyspark.sql import functions as f

    readable = every.where("profile != ''")
    words = readable.select(f.explode(f.map_keys(f.from_json("profile", "map<string,double>"))).alias("word"))
    spread = {row["word"]: row["count"] for row in words.groupBy("word").count().toLocalIterator()}
    listed = readable.select("key", "published", "count", "fresh").orderBy("key").collect()
    days = [date.fromisoformat(row["published"]) if row["published"] else None for row in listed]
    profiles = (json.loads(row[0]) for row in readable.orderBy("key").select("profile").toLocalIterator(True))
    names = assigned(profiles, days, spread)
    touched = {name for name, row in zip(names, listed, strict=True) if row["fresh"]}
    before, placed = 0, []
    for number, (row, name) in enumerate(zip(listed, names, strict=True), 1):
        if name in touched:
            placed.append((row["key"], name, number, before))
        before += row["count"]
    return spark.createDataFrame(placed, "key string, story string, number int, before bigint")


def _words(every: Any) -> dict[str, float]:
    """Weigh the words of all claims, as one machine does."""
    from pyspark.sql import functions as f

    counts = every.select(f.explode("words").alias("word")).groupBy("word").count()
    return rarity_of({row["word"]: row["count"] for row in counts.toLocalIterator()}, every.where("count > 0").count())


def _compared(every: Any, placed: Any, words: Mapping[str, float], held: Config) -> Any:
    """Bring the articles of a story together and compare them, a story at a time."""
    shared = every.sparkSession.sparkContext.broadcast(dict(words))
    sorted_rows = every.join(placed, "key").repartition("story").sortWithinPartitions("story", "number")
    return sorted_rows.mapInArrow(_mapped(lambda rows: compared(rows, shared.value, held), ROW), ROW)


def _write(spark: Any, rows: Any, every: Any, placed: Any, output: str) -> Counter[str]:
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    places = rows.where("sort = 'article'").select(
        "id", "story", "json", "day", f.substring("id", 2, 20).cast("int").alias("number")
    )
    articles = (
        every.where("fresh")
        .drop("fresh")
        .join(placed, "key", "left")
        .drop("story", "before")
        .join(places, "number", "left")
    )
    tables.write(articles.withColumn("day", f.coalesce("day", f.lit(UNDATED))).drop("number"), output, "articles")
    tables.write(rows.where("sort = 'claim'").select("id", "story", "day", "kind", "json"), output, "claims")
    told = rows.where("sort = 'finding'")
    times = Window.partitionBy("mark").orderBy("rank", "first")
    told = told.withColumn("times", f.row_number().over(times)).orderBy("rank", "first")
    told = told.withColumn("place", f.row_number().over(Window.orderBy("rank", "first")) - 1)
    tables.write(told.mapInArrow(_mapped(finished, FINDING), FINDING), output, "findings")
    counted: Counter[str] = Counter()
    for row in spark.read.schema(FINDING).parquet(f"{output}/findings").groupBy("verdict").count().collect():
        counted[row["verdict"]] = row["count"]
    counted["articles"] = every.where("fresh and profile != ''").count()
    counted["stories"] = placed.select("story").distinct().count()
    counted["problems"] = every.where("fresh and problems != ''").count() + rows.where("sort = 'cut'").count()
    return counted


BATCH = 256
"""Rows of a batch that is given back."""


def _mapped(work: Callable[[Rows], Iterator[dict[str, Any]]], columns: str) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """Turn work on rows into work on Arrow batches of the same columns."""

    def mapped(batches: Iterator[Any]) -> Iterator[Any]:
        pyarrow = import_module("pyarrow")
        types = {"string": pyarrow.string(), "int": pyarrow.int32(), "bigint": pyarrow.int64()}
        types["array<string>"] = pyarrow.list_(pyarrow.string())
        named = (column.split(" ", 1) for column in columns.split(", "))
        schema = pyarrow.schema([(name, types[kind]) for name, kind in named])
        rows = work(row for batch in batches for row in batch.to_pylist())
        while held := list(islice(rows, BATCH)):
            yield pyarrow.RecordBatch.from_pylist(held, schema=schema)

    return mapped


def _mark(lines: Sequence[str]) -> str:
    return hashlib.blake2b("\n".join(lines).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _on_disk() -> Any:
    from pyspark import StorageLevel

    return StorageLevel.DISK_ONLY
