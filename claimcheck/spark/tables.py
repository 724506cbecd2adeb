"""Tables in a folder of any file system that Spark knows, and the manifest that is written when all of them are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from claimcheck.exits import Failure

MANIFEST = "claimcheck.json"
"""Written last: a folder without it holds half a run, which the next run replaces."""


def write(frame: Any, folder: str, table: str) -> None:
    """Write a table as Parquet, a folder a day; what an earlier run left of it is replaced."""
    frame.write.mode("overwrite").partitionBy("day").parquet(f"{folder}/{table}")


def begin(spark: Any, folder: str) -> None:
    """Take the manifest away before anything is written; Failure where the folder holds what no run has made."""
    system, path = _place(spark, folder)
    if not system.exists(path):
        return
    held = {status.getPath().getName() for status in system.listStatus(path)}
    strange = sorted(name for name in held - {MANIFEST, "articles", "claims", "findings"} if name[0] not in "._")
    if strange:
        raise Failure(
            f"error: {folder} holds {strange[0]!r}, which is no table of a run; name an empty or a new folder"
        )
    system.delete(_child(spark, folder), False)


def end(spark: Any, folder: str, record: Mapping[str, Any]) -> None:
    """Write the manifest."""
    system, _ = _place(spark, folder)
    out = system.create(_child(spark, folder), True)
    out.write(bytearray(json.dumps(record, indent=1, sort_keys=True).encode("utf-8")))
    out.close()


def manifest(spark: Any, folder: str) -> dict[str, Any]:
    """Read the manifest; Failure where there is none, for then the folder holds no whole run."""
    system, _ = _place(spark, folder)
    if not system.exists(_child(spark, folder)):
        raise Failure(f"error: {folder} holds no whole run: no {MANIFEST}")
    lines = spark.read.text(f"{folder}/{MANIFEST}", wholetext=True).collect()
    found: dict[str, Any] = json.loads(lines[0][0])
    return found


def listing(spark: Any, path: str) -> list[str]:
    """Name what a path or pattern means: name, bytes and time of change of each file, sorted; Failure where there is none."""
    files, pattern = _place(spark, path)
    found = files.globStatus(pattern)
    if not found:
        raise Failure(f"error: no such file or folder: {path}")
    told: list[str] = []
    for status in found:
        walk = files.listFiles(status.getPath(), True)
        while walk.hasNext():
            each = walk.next()
            told.append(f"{each.getPath()} {each.getLen()} {each.getModificationTime()}")
    return sorted(told)


def _place(spark: Any, folder: str) -> tuple[Any, Any]:
    path = spark._jvm.org.apache.hadoop.fs.Path(folder)
    return path.getFileSystem(spark._jsc.hadoopConfiguration()), path


def _child(spark: Any, folder: str) -> Any:
    return spark._jvm.org.apache.hadoop.fs.Path(f"{folder}/{MANIFEST}")
