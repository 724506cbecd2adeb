"""The Spark session of a run, and what must be true of the machines that it runs on."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from claimcheck.exits import Failure
from claimcheck.load.extras import Missing, library


def session(jobs: int = 0) -> Any:
    """Give the running Spark session or begin one: on the cluster that spark-submit or the settings name, else on this machine.

    `jobs` is the number of cores on this machine, 0 for all. Raises Failure where Spark or Java is missing.
    """
    try:
        sql, _ = (library(name, "archives on Spark", "spark", "") for name in ("pyspark.sql", "pyarrow"))
    except Missing as missing:
        raise Failure(f"error: {missing.problem.message}") from None
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        raise Failure("error: no java found: Spark needs version 17 or later")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # Executors otherwise take the first python on the path.
    builder = sql.SparkSession.builder.appName("claimcheck")
    if not _placed():
        builder = builder.master(f"local[{jobs or '*'}]").config("spark.ui.enabled", "false")
        builder = builder.config("spark.sql.shuffle.partitions", 2 * (jobs or os.cpu_count() or 1))
        builder = builder.config("spark.driver.memory", "2g").config("spark.ui.showConsoleProgress", "false")
    builder = builder.config("spark.sql.session.timeZone", "UTC")
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "256")
    found = builder.getOrCreate()
    found.sparkContext.setLogLevel("ERROR")
    return found


def _placed() -> bool:
    """Whether something else says where Spark runs: spark-submit, or its options in the environment."""
    return any(os.environ.get(name) for name in ("PYSPARK_SUBMIT_ARGS", "PYSPARK_GATEWAY_PORT"))


def here() -> dict[str, str]:
    """Say what this Python is: its version, its path, and the versions of what the engine needs."""
    found = {"python": platform.python_version(), "executable": sys.executable}
    for name in ("claimcheck-news", "pyspark", "pyarrow", "rapidfuzz", "nupunkt"):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "missing"
    return found


def there(spark: Any, tasks: int = 4) -> list[dict[str, str]]:
    """Ask so many tasks on the executors what `here` gives there, the package and its words loaded as for a run."""

    def ask(_: Iterator[int]) -> Iterator[dict[str, str]]:
        try:
            from claimcheck.pipeline import claims

            read = len(claims("A blast killed 22 people in Lomé."))
            yield here() | {"reads": str(read)}
        except Exception as error:  # Whatever keeps an executor from working is what the doctor is asked for.
            yield {"python": platform.python_version(), "executable": sys.executable, "error": f"{error}"[:300]}

    context = spark.sparkContext
    return list(context.parallelize(range(tasks), tasks).mapPartitions(ask).collect())
