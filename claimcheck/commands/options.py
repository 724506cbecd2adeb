"""The options that the commands share: their names, what they take, and the words that --help says of them."""

from typing import Annotated

import typer

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, globs, or - for standard input.")]
Format = Annotated[
    list[str],
    typer.Option("--format", "-f", metavar="FORMAT[=FILE]", help="How to write it; repeat for several at once."),
]
Output = Annotated[
    str, typer.Option("--output", "-o", metavar="FILE", help="Write there; its ending names the format.")
]
Sources = Annotated[
    list[str], typer.Option("--sources", metavar="CSV", help="Outlet, date, origin, URL of the articles; repeatable.")
]
Show = Annotated[
    str, typer.Option("--show", metavar="VERDICT", help="Mildest to show: conflict … agree, single, all; or origins.")
]
Only = Annotated[
    list[str], typer.Option("--only", "--kinds", metavar="KINDS", help="figure, date, status, name, quote.")
]
Group = Annotated[str, typer.Option("--group", metavar="story|outlet", help="Group the text report.")]
Select = Annotated[list[str], typer.Option("--select", metavar="CODES", help="Only findings with these codes.")]
Ignore = Annotated[list[str], typer.Option("--ignore", metavar="CODES", help="No finding with these codes.")]
FailOn = Annotated[str, typer.Option("--fail-on", metavar="VERDICT", help="conflict (default), check, updated, never.")]
Encoding = Annotated[str, typer.Option("--encoding", metavar="NAME", help="Of text files that are not UTF-8.")]
Width = Annotated[
    int, typer.Option("--width", min=0, metavar="COLUMNS", show_default=False, help="Default: the terminal's.")
]
Color = Annotated[str, typer.Option("--color", metavar="WHEN", help="auto, always, never.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="The answer in one line.")]
Verbose = Annotated[
    int, typer.Option("--verbose", "-v", count=True, show_default=False, help="Every row of every finding.")
]
Incomplete = Annotated[bool, typer.Option("--allow-incomplete", help="Exit 0 though some input was skipped.")]
Empty = Annotated[bool, typer.Option("--allow-empty", help="Exit 0 though there is no article.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show where an internal error happened.")]
Jobs = Annotated[
    int,
    typer.Option("--jobs", min=0, metavar="N", show_default=False, help="Processes to use; the output is the same."),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither use nor keep what earlier runs have extracted.")]
Story = Annotated[str, typer.Option("--story", metavar="STORY", help="Only this story: its id, or an article of it.")]
Between = Annotated[
    tuple[str, str] | None,
    typer.Option("--between", metavar="OUTLET OUTLET", help="Only where these two both speak."),
]
Baseline = Annotated[str, typer.Option("--baseline", metavar="FILE", help="Leave out the findings accepted in it.")]
ChangedSince = Annotated[
    str, typer.Option("--changed-since", metavar="REF", help="Only what touches files changed since the git ref.")
]

Stamp = Annotated[
    str, typer.Option("--stamp", metavar="TEXT", help="Your words on the report, such as a date; it has no clock.")
]
Engine = Annotated[
    str, typer.Option("--engine", metavar="local|spark", help="Where to run: spark writes tables into the folder -o.")
]
Against = Annotated[
    list[str], typer.Option("--against", metavar="FOLDER", help="With spark: an earlier run's folder to compare with.")
]
Since = Annotated[
    str, typer.Option("--since", metavar="DAY", help="Only what articles of this day or later take part in.")
]
