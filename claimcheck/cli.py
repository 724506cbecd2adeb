"""The command line: commands and their options; what they do is in `claimcheck.commands`, loaded when one runs."""

import sys
from typing import Annotated, NoReturn

import typer

from claimcheck.commands.options import (
    Against,
    Baseline,
    Between,
    ChangedSince,
    Color,
    Debug,
    Empty,
    Encoding,
    Engine,
    FailOn,
    Format,
    Group,
    Ignore,
    Incomplete,
    Jobs,
    NoCache,
    Only,
    Output,
    Paths,
    Quiet,
    Select,
    Show,
    Since,
    Sources,
    Stamp,
    Story,
    Verbose,
    Width,
)
from claimcheck.exits import FAILED, guard, say
from claimcheck.garbage import collect_no_more, collect_rarely

HELP = {"help_option_names": ["-h", "--help"]}
app = typer.Typer(
    name="claimcheck",
    help="Cross-check what news articles say: figures, dates, states, names and quotations.",
    epilog="Exit codes: 0 clean, 1 findings at --fail-on or worse, 2 could not run, 3 some input was skipped.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings=HELP,
)


@app.command()
def compare(
    paths: Paths,
    format: Format = [],  # noqa: B006
    output: Output = "",
    sources: Sources = [],  # noqa: B006
    show: Show = "",
    only: Only = [],  # noqa: B006
    select: Select = [],  # noqa: B006
    ignore: Ignore = [],  # noqa: B006
    group: Group = "",
    story: Story = "",
    between: Between = None,
    fail_on: FailOn = "",
    baseline: Baseline = "",
    changed_since: ChangedSince = "",
    since: Since = "",
    encoding: Encoding = "",
    width: Width = 0,
    color: Color = "auto",
    quiet: Quiet = False,
    verbose: Verbose = 0,
    stamp: Stamp = "",
    allow_incomplete: Incomplete = False,
    allow_empty: Empty = False,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
    engine: Engine = "",
    against: Against = [],  # noqa: B006
    debug: Debug = False,
) -> int:
    """Say where articles agree, were overtaken, or conflict."""
    given = locals().copy()
    from claimcheck.commands.compare import compare as run
    from claimcheck.commands.request import request_of

    return run(request_of(given))


@app.command()
def watch(
    paths: Paths,
    format: Format = [],  # noqa: B006
    sources: Sources = [],  # noqa: B006
    show: Show = "",
    only: Only = [],  # noqa: B006
    since: Since = "",
    fail_on: FailOn = "",
    baseline: Baseline = "",
    encoding: Encoding = "",
    width: Width = 0,
    color: Color = "auto",
    quiet: Quiet = False,
    verbose: Verbose = 0,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
    debug: Debug = False,
) -> int:
    """Compare again whenever a file changes, and print only what is new."""
    given = locals().copy()
    from claimcheck.commands.request import request_of
    from claimcheck.commands.watch import watch as run

    return run(request_of(given))


@app.command()
def claims(
    paths: Paths,
    format: Format = [],  # noqa: B006
    output: Output = "",
    sources: Sources = [],  # noqa: B006
    only: Only = [],  # noqa: B006
    encoding: Encoding = "",
    color: Color = "auto",
    quiet: Quiet = False,
    verbose: Verbose = 0,
    allow_incomplete: Incomplete = False,
    allow_empty: Empty = False,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
    debug: Debug = False,
) -> int:
    """List what each article claims, and where."""
    given = locals().copy()
    from claimcheck.commands.claims import claims as run
    from claimcheck.commands.request import request_of

    return run(request_of(given))


@app.command()
def explain(
    what: Annotated[
        str,
        typer.Argument(metavar="CODE|FINDING|CLAIM", help="figure-differs, or an id such as f3; for two claims c1 c2."),
    ],
    paths: Annotated[list[str], typer.Argument(metavar="[PATH...]", help="The articles, to explain a finding.")] = [],  # noqa: B006
    sources: Sources = [],  # noqa: B006
    encoding: Encoding = "",
    width: Width = 0,
    color: Color = "auto",
    debug: Debug = False,
) -> int:
    """Say what a code means, or why a finding is one."""
    from claimcheck.commands.explain import explain as run
    from claimcheck.commands.request import Request

    return run(what, Request(tuple(paths), sources=tuple(sources), encoding=encoding, width=width, color=color))


@app.command()
def kinds(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="figure, date, status, name or quote.")] = "",
    debug: Debug = False,
) -> int:
    """List the claim kinds, or print the page of one."""
    from claimcheck.commands.kinds import kinds as run

    return run(name)


@app.command()
def baseline(
    action: Annotated[str, typer.Argument(metavar="write|update|check", help="Add what is new, prune, or only look.")],
    paths: Paths,
    file: Annotated[str, typer.Option("--baseline", metavar="FILE", help="Default: .claimcheck-baseline.jsonl.")] = "",
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Of the entries that are added.")] = "",
    until: Annotated[str, typer.Option("--until", metavar="DAY", help="Last day of the entries that are added.")] = "",
    sources: Sources = [],  # noqa: B006
    encoding: Encoding = "",
    quiet: Quiet = False,
    allow_incomplete: Incomplete = False,
    jobs: Jobs = 0,
    debug: Debug = False,
) -> int:
    """Accept today's findings, so that only new ones fail a run."""
    from claimcheck.commands.baseline import baseline as run
    from claimcheck.commands.request import Request

    given = Request(
        paths=tuple(paths),
        sources=tuple(sources),
        encoding=encoding,
        quiet=quiet,
        allow_incomplete=allow_incomplete,
        jobs=jobs,
        baseline=file,
    )
    return run(action, given, reason, until)


@app.command()
def cache(
    action: Annotated[
        str, typer.Argument(metavar="info|clear", help="Say what is kept and where, or remove it.")
    ] = "info",
    debug: Debug = False,
) -> int:
    """Show or clear what earlier runs have extracted."""
    from claimcheck.commands.cache import cache as run

    return run(action)


@app.command()
def config(
    schema: Annotated[bool, typer.Option("--schema", help="Print its JSON Schema, for editors.")] = False,
    color: Color = "auto",
    debug: Debug = False,
) -> int:
    """Show the configuration that holds here, and from where."""
    from claimcheck.commands.configuration import configuration as run
    from claimcheck.commands.request import Request
    from claimcheck.commands.request import color as colored

    return run(schema=schema, color=colored(Request((), color=color)))


@app.command()
def spark_doctor(jobs: Jobs = 0, debug: Debug = False) -> int:
    """Say whether Spark's executors can do the work."""
    from claimcheck.commands.spark import doctor

    return doctor(jobs)


def _version(wanted: bool) -> None:
    if wanted:
        from claimcheck import __version__

        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Cross-check what news articles say: figures, dates, states, names and quotations."""


USAGE: type[Exception] = typer.BadParameter.__mro__[1]
"""Typer's usage error, whichever click it brings."""


def _run() -> int:
    try:
        code = app(standalone_mode=False)
    except USAGE as error:
        return _usage(error)
    except typer.Abort:
        return FAILED
    return code if isinstance(code, int) else 0


def _usage(error: Exception) -> int:
    """Say what is wrong with the command line in one line, and where its help is."""
    context = getattr(error, "ctx", None)
    message = getattr(error, "format_message", lambda: str(error))()
    command = context.command_path if context else "claimcheck"
    if message:
        say(f"error: {message} ({command} --help)")
    elif context:
        typer.echo(context.get_help())
    return FAILED


def main() -> NoReturn:
    """Run the program and leave with its exit code."""
    collect_rarely()
    code = guard(_run, debug="--debug" in sys.argv)
    collect_no_more()
    sys.exit(code)
