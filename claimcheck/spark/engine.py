"""A run on Spark: extract by rows, find the stories, count the words, compare story by story, write the tables.

Findings are those of the engine on one machine: the same functions are called, on the same articles in the same order
(by path and id). What goes through one process is the search for stories, which takes the articles' profiles in order.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import Any

from claimcheck.config import Config
from claimcheck.immutable import record
from claimcheck.match.rarity import rarity_of
from claimcheck.match.story import assigned
from claimcheck.spark import tables
from claimcheck.spark.arrow import on_batches
from claimcheck.spark.comparing import ROW, UNDATED, compared, finished
from claimcheck.spark.extracting import ARTICLE
from claimcheck.spark.inputs import extract
from claimcheck.spark.kept import once, settings

FINDING = "id string, story string, day string, kind string, verdict string, code string, mark string, json string"
PLACED = "key string, story string, number int, before bigint"


@record
class Stories:
    """The articles that are compared: key, story, number in the run, and the number of claims in front of each."""

    placed: Any
    count: int


def run(spark: Any, paths: Sequence[str], output: str, held: Config, against: Sequence[str] = ()) -> Counter[str]:
    """Compare what the paths hold and write `articles`, `claims`, `findings` and the manifest into the output folder.

    With `against`, folders of earlier runs in their order, only the stories that the new articles touch are compared, with
    the claims that those folders hold. Gives how often each verdict was found, with "articles", "stories", "problems" and
    "lost", the problems by which something is missing. Raises Failure for a path that is not there, a folder that holds
    something else, and earlier runs that other settings or another version made.
    """
    inputs = {path: tables.listing(spark, path) for path in paths}
    earlier = [tables.manifest(spark, folder, settings(held)) for folder in against]
    tables.begin(spark, output, [*paths, *against])
    every = once(_generations(spark, extract(spark, inputs, held), against).persist(_on_disk()))
    stories, words = _stories(spark, every, len(against)), _words(every)
    rows = _compared(every, stories.placed, words, held).persist(_on_disk())
    fresh = every.where(f"generation = {len(against)}").drop("generation")
    told = _write(fresh, rows, stories, output)
    listed = tables.mark([line for lines in inputs.values() for line in lines])
    record = settings(held) | {"inputs": listed, "against": [each["inputs"] for each in earlier]}
    tables.end(spark, output, record | {"counts": dict(told)})
    return told


def _generations(spark: Any, fresh: Any, against: Sequence[str]) -> Any:
    """Put the rows of earlier runs beside the new ones: `generation` is 0 for the first run's, the highest is new."""
    every = fresh.selectExpr("*", f"{len(against)} as generation")
    for number, folder in enumerate(against):
        kept = spark.read.schema(f"{ARTICLE}, day string").parquet(f"{folder}/articles").select(*fresh.columns)
        every = every.unionByName(kept.where("profile != ''").selectExpr("*", f"{number} as generation"))
    return every


def _stories(spark: Any, every: Any, newest: int) -> Stories:
    """Give each article of a story that has a new one its story and its place.

    The profiles pass through this process one by one, in the order of the articles' keys.
    """
    from pyspark.sql import functions as f

    readable = every.where("profile != ''")
    words = readable.select(f.explode(f.map_keys(f.from_json("profile", "map<string,double>"))).alias("word"))
    spread = {row["word"]: row["count"] for row in words.groupBy("word").count().toLocalIterator()}
    listed = readable.select("key", "published", "count", "generation").orderBy("key").collect()
    days = [date.fromisoformat(row["published"]) if row["published"] else None for row in listed]
    profiles = (json.loads(row[0]) for row in readable.orderBy("key").select("profile").toLocalIterator(True))
    names = assigned(profiles, days, spread)
    touched = {name for name, row in zip(names, listed, strict=True) if row["generation"] == newest}
    before, placed = 0, []
    for number, (row, name) in enumerate(zip(listed, names, strict=True), 1):
        if name in touched:
            placed.append((row["key"], name, number, before))
        before += row["count"]
    return Stories(spark.createDataFrame(placed, PLACED), len(touched))


def _words(every: Any) -> dict[str, float]:
    """Weigh the words of all claims, as one machine does."""
    from pyspark.sql import functions as f

    counts = every.select(f.explode("words").alias("word")).groupBy("word").count()
    return rarity_of({row["word"]: row["count"] for row in counts.toLocalIterator()}, every.where("count > 0").count())


def _compared(every: Any, placed: Any, words: Mapping[str, float], held: Config) -> Any:
    """Bring the articles of a story together and compare them, a story at a time."""
    shared = every.sparkSession.sparkContext.broadcast(dict(words))
    sorted_rows = every.join(placed, "key").repartition("story").sortWithinPartitions("story", "number")
    return sorted_rows.mapInArrow(on_batches(lambda rows: compared(rows, shared.value, held), ROW), ROW)


def _write(fresh: Any, rows: Any, stories: Stories, output: str) -> Counter[str]:
    """Write the tables of the new articles and of the stories that they touch, and count."""
    from pyspark.sql import functions as f

    places = rows.where("sort = 'article'").select(f.col("id").alias("name"), "story", "json", "day")
    number = stories.placed.select("key", f.concat(f.lit("a"), "number").alias("name"))
    articles = fresh.join(number, "key", "left").join(places, "name", "left").withColumnRenamed("name", "id")
    tables.write(articles.withColumn("day", f.coalesce("day", f.lit(UNDATED))), output, "articles")
    tables.write(rows.where("sort = 'claim'").select("id", "story", "day", "kind", "json"), output, "claims")
    told = _ordered(rows.where("sort = 'finding'")).persist(_on_disk())
    before = _before(told)
    tables.write(told.mapInArrow(on_batches(lambda part: finished(part, before), FINDING), FINDING), output, "findings")
    counted: Counter[str] = Counter({row["verdict"]: row["count"] for row in told.groupBy("verdict").count().collect()})
    cuts = rows.where("sort = 'cut'").count()
    sums = fresh.selectExpr(
        "count_if(profile != '') as articles", "count_if(problems != '') as problems", "sum(lost) as lost"
    ).first()
    for name, value in sums.asDict().items():
        counted[name] = (value or 0) + (0 if name == "articles" else cuts)
    counted["stories"] = stories.count
    return counted


def _ordered(found: Any) -> Any:
    """Put findings in the run's order over several parts, each with its part and the how manieth it is of its mark."""
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    times = f.row_number().over(Window.partitionBy("mark").orderBy("rank", "first"))
    parts = found.withColumn("times", times).repartitionByRange("rank", "first").sortWithinPartitions("rank", "first")
    return parts.withColumn("part", f.spark_partition_id())


def _before(parts: Any) -> dict[int, int]:
    """Count the findings in front of each part."""
    counts = sorted((row["part"], row["count"]) for row in parts.groupBy("part").count().collect())
    sums = accumulate((count for _, count in counts), initial=0)
    return {part: before for (part, _), before in zip(counts, sums, strict=False)}


def _on_disk() -> Any:
    from pyspark import StorageLevel

    return StorageLevel.DISK_ONLY
