"""`claimcheck compare --engine spark` and `claimcheck spark-doctor`: an archive on a cluster, and whether one can work."""

from __future__ import annotations

from dataclasses import fields

from claimcheck import exits
from claimcheck.commands.output import emit
from claimcheck.commands.request import Request, settled
from claimcheck.exits import Failure
from claimcheck.model import Verdict
from claimcheck.view.summary import at_or_above, plural
from claimcheck.view.visible import one_line, visible

HONOURED = frozenset({"paths", "output", "engine", "against", "fail_on", "allow_incomplete", "quiet", "jobs", "color"})
"""What the engine takes; anything else that is asked for is refused, not passed over."""


def archive(given: Request) -> int:
    """Compare on Spark, write the tables, and say how it ended."""
    for each in fields(Request):
        if each.name not in HONOURED and getattr(given, each.name) != each.default:
            raise Failure(f"error: --engine spark takes no --{each.name.replace('_', '-')}")
    if not given.output:
        raise Failure("error: --engine spark writes tables: name their folder with -o")
    request, held = settled(given)
    from claimcheck.spark.engine import run
    from claimcheck.spark.session import session

    spark = session(request.jobs)
    try:
        told = run(spark, request.paths, request.output, held, request.against)
    finally:
        spark.stop()
    if not request.quiet:
        counts = [f"{told[verdict.value]} {verdict.value}" for verdict in Verdict]
        read = f"{plural(told['articles'], 'article')} in {told['stories']} stories compared"
        emit([visible(one_line(f"{read}: {', '.join(counts)} · {request.output}")), "\n"])
    if told["problems"]:
        exits.say(f"{plural(told['problems'], 'problem')} with the input: the column problems of articles")
    if request.fail_on != "never" and any(told[v.value] for v in at_or_above(Verdict(request.fail_on))):
        return exits.FOUND
    return exits.INCOMPLETE if told["lost"] and not request.allow_incomplete else exits.CLEAN


def doctor(jobs: int = 0) -> int:
    """Run tasks on the executors and compare what they have with what is here."""
    from claimcheck.spark.session import here, session, there

    spark = session(jobs)
    try:
        mine, found = here(), there(spark)
        version, master = spark.version, spark.sparkContext.master
    finally:
        spark.stop()
    lines = [f"Spark {version} on {master}", f"driver: {_words(mine)}"]
    wrong = []
    for theirs in {_words(each): each for each in found}.values():
        lines.append(f"executor: {_words(theirs)}")
        wrong += _differences(mine, theirs)
    lines += [f"wrong: {each}" for each in dict.fromkeys(wrong)]
    lines.append(
        "The executors cannot work." if wrong else "The executors import the package and read a sentence with it."
    )
    emit(f"{visible(one_line(line))}\n" for line in lines)
    return exits.FAILED if wrong else exits.CLEAN


def _words(told: dict[str, str]) -> str:
    return ", ".join(f"{name} {value}" for name, value in told.items() if name != "reads")


def _differences(mine: dict[str, str], theirs: dict[str, str]) -> list[str]:
    """Say what keeps an executor from giving what the driver would."""
    if "error" in theirs:
        return [f"an executor cannot load the package: {theirs['error']}; ship it with --archives or --py-files"]
    found = [] if theirs["reads"] != "0" else ["an executor reads nothing from a sentence with a figure"]
    for name, value in mine.items():
        other = theirs[name]
        if name == "python" and value.rsplit(".", 1)[0] != other.rsplit(".", 1)[0]:
            found.append(f"python {value} here, {other} on an executor: set PYSPARK_PYTHON")
        elif name not in ("python", "executable") and value != other:
            found.append(f"{name} {value} here, {other} on an executor")
    return found
