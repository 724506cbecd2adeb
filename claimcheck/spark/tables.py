"""Tables in a folder of any file system that Spark knows, and the manifest that is written when all of them are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from claimcheck.exits import Failure

MANIFEST = "claimcheck.json"
"""Written last: a folder without it holds half a run, which the next run replaces."""


def write(frame: Any, folder: str, table: str) -> None:
    """Write a table as Parquet, a folder a day, each of few files; what an earlier run left of it is replaced."""
    frame.hint("rebalance", "day").write.mode("overwrite").partitionBy("day").parquet(f"{folder}/{table}")


def begin(spark: Any, folder: str, read: Sequence[str]) -> None:
    """Take the manifest away before anything is written.

    Failure where the folder holds what no run has made, and where it lies in what is `read` or that in it.
    """
    system, path = _place(spark, folder)
    own = f"{system.makeQualified(path)}/"
    for each in read:
        files, other = _place(spark, each)
        theirs = f"{files.makeQualified(other)}/"
        if own.startswith(theirs) or theirs.startswith(own):
            raise Failure(f"error: {folder} would be written while {each} is read; name another folder")
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


def manifest(spark: Any, folder: str, settings: Mapping[str, str]) -> dict[str, Any]:
    """Read the manifest; Failure where there is none, for then the folder holds no whole run, or where its settings differ."""
    system, _ = _place(spark, folder)
    if not system.exists(_child(spark, folder)):
        raise Failure(f"error: {folder} holds no whole run: no {MANIFEST}")
    lines = spark.read.text(f"{folder}/{MANIFEST}", wholetext=True).collect()
    found: dict[str, Any] = json.loads(lines[0][0])
    for name, value in settings.items():
        if found.get(name) != value:
            raise Failure(
                f"error: {folder} was made with another {name} ({found.get(name)}, not {value}); make it anew"
            )
    return found


def listing(spark: Any, path: str) -> list[str]:
    """Name what a path or pattern means: name, bytes and time of change of each file, sorted; Failure where there is none.

    Names that begin with "_" or "." are Spark's own.
    """
    files, pattern = _place(spark, path)
    found = files.globStatus(pattern)
    if not found:
        raise Failure(f"error: no such file or folder: {path}")
    told: list[str] = []
    for status in found:
        walk = files.listFiles(status.getPath(), True)
        while walk.hasNext():
            each = walk.next()
            if each.getPath().getName()[0] not in "_.":
                told.append(f"{each.getPath()} {each.getLen()} {each.getModificationTime()}")
    if not told:
        raise Failure(f"error: {path} holds no files")
    return sorted(told)


def mark(lines: Sequence[str]) -> str:
    """Name a list of inputs."""
    return hashlib.blake2b("\n".join(lines).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _place(spark: Any, folder: str) -> tuple[Any, Any]:
    path = spark._jvm.org.apache.hadoop.fs.Path(folder)
    return path.getFileSystem(spark._jsc.hadoopConfiguration()), path


def _child(spark: Any, folder: str) -> Any:
    return spark._jvm.org.apache.hadoop.fs.Path(f"{folder}/{MANIFEST}")
