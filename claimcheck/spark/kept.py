"""Rows of this run and of earlier ones -> one row an article; and what must be the same for runs to fit together."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import Any

from claimcheck import __version__
from claimcheck.config import Config


def settings(held: Config) -> dict[str, str]:
    """Name what the claims of a run hang on: the version, and a mark of the configuration that extraction sees."""
    seen = (held.lexicon(), asdict(held.limits), [asdict(each) for each in held.outlets], held.encoding)
    told = json.dumps(seen, sort_keys=True, default=str)
    return {"version": __version__, "settings": hashlib.blake2b(told.encode(), digest_size=16).hexdigest()}


def once(every: Any) -> Any:
    """Keep of articles of one name those of the latest generation, and give those of one generation keys that differ.

    Where no name stands twice, which is the rule, the rows pass as they are.
    """
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    readable = every.where("profile != ''")
    if readable.groupBy("path").count().where("count > 1").isEmpty():
        return every
    name = Window.partitionBy("path")
    latest = readable.withColumn("latest", f.max("generation").over(name)).where("generation = latest").drop("latest")
    order = f.xxhash64("text", "published", "outlet", "title", "url")
    number = f.row_number().over(name.orderBy(order, "text"))
    key = f.when(number == 1, f.col("path")).otherwise(f.concat("path", f.lit("~"), number))
    return latest.withColumn("key", key).unionByName(every.where("profile = ''"))
