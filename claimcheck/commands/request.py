"""What a user asks for: the command line over the configuration, checked before any article is opened."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from claimcheck.config import FAIL_ON, KINDS, SHOW, Config, ConfigError, choice, config, meant
from claimcheck.exits import Failure
from claimcheck.immutable import record
from claimcheck.lexicon import LexiconError, own, plain

ENGINES = ("local", "spark", "")
ENDINGS = {
    "json": "json",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "csv": "csv",
    "md": "markdown",
    "html": "html",
    "htm": "html",
    "sarif": "sarif",
    "xml": "junit",
    "txt": "plain",
}
"""The format that a file's name asks for."""


@record
class Target:
    """A format and where it goes; "" is standard output."""

    format: str
    file: str = ""


@record
class Request:
    """The options of a run, as given; empty where not given."""

    paths: tuple[str, ...]
    formats: tuple[str, ...] = ()
    output: str = ""
    sources: tuple[str, ...] = ()
    show: str = ""
    only: tuple[str, ...] = ()
    fail_on: str = ""
    encoding: str = ""
    width: int = 0
    color: str = "auto"
    quiet: bool = False
    verbose: int = 0
    allow_incomplete: bool = False
    allow_empty: bool = False
    jobs: int = 0
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    group: str = ""
    no_cache: bool = False
    story: str = ""
    between: tuple[str, str] | None = None
    baseline: str = ""
    changed_since: str = ""
    since: str = ""
    stamp: str = ""
    engine: str = ""
    against: tuple[str, ...] = ()


def request_of(options: Mapping[str, Any]) -> Request:
    """Take a command's options by their names, lists as tuples; `--debug` is the guard's and no part of it."""
    held: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in options.items()}
    held.pop("debug", None)
    held["formats"] = held.pop("format", ())
    return Request(**held)


def settled(request: Request) -> tuple[Request, Config]:
    """Fill what was not given from the configuration, and check every word."""
    try:
        held = config(Path.cwd())
        own(held.lexicon())
        only = tuple(name for given in request.only for name in given.split(",") if name)
        filled = replace(
            request,
            sources=request.sources or held.sources,
            show=choice(request.show or held.show, (*SHOW, ""), "--show"),
            only=tuple(choice(one, KINDS, "--only") for one in only) or held.only,
            select=_codes(request.select, "--select"),
            ignore=_codes(request.ignore, "--ignore"),
            fail_on=choice(request.fail_on or held.fail_on, FAIL_ON, "--fail-on"),
            engine=choice(request.engine, ENGINES, "--engine"),
            group=choice(request.group, ("story", "outlet", ""), "--group"),
            encoding=request.encoding or held.encoding,
            baseline=request.baseline or held.baseline,
            color=choice(request.color, ("auto", "always", "never"), "--color"),
        )
    except (ConfigError, LexiconError) as error:
        raise Failure(f"error: {error}") from None
    return filled, held


def _codes(given: Sequence[str], where: str) -> tuple[str, ...]:
    known = tuple(plain("codes"))
    return tuple(choice(code, known, where, listed=False) for each in given for code in each.split(",") if code)


def targets(request: Request, known: Sequence[str]) -> list[Target]:
    """Read `--format NAME`, `--format NAME=FILE` and `-o FILE`; at most one format goes to standard output."""
    found = [_target(given, known) for given in request.formats]
    if request.output:
        found = _with_output(found, request.output)
    if not found:
        found = [Target("text" if sys.stdout.isatty() else "plain")]
    printed = [target.format for target in found if not target.file]
    if len(printed) > 1:
        raise Failure(f"error: {' and '.join(printed)} would both be printed; give one a file: -f {printed[0]}=FILE")
    return found


def _target(given: str, known: Sequence[str]) -> Target:
    name, _, file = given.partition("=")
    if name not in known:
        raise Failure(f"error: --format: {name!r} is not one of {', '.join(known)}{meant(name, tuple(known))}")
    if "=" in given and not file:
        raise Failure(f"error: --format {given}: no file named after =")
    return Target(name, "" if file == "-" else file)


def _with_output(found: list[Target], output: str) -> list[Target]:
    file = "" if output == "-" else output
    if not found:
        return [Target(ENDINGS.get(Path(output).suffix[1:].lower(), "plain"), file)]
    for n, target in enumerate(found):
        if not target.file:
            return [*found[:n], replace(target, file=file), *found[n + 1 :]]
    raise Failure(f"error: -o {output}: every --format already has a file")


def width(request: Request) -> int:
    """The columns to draw in: `--width`, COLUMNS, the terminal, else 100."""
    if request.width:
        return request.width
    told = os.environ.get("COLUMNS", "")
    if told.isascii() and told.isdigit() and int(told[:6]) > 0:
        return int(told[:6])
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 100
    except (OSError, ValueError, AttributeError):
        return 100


def color(request: Request) -> bool:
    """Whether to colour: `--color`, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal that can."""
    if request.color != "auto":
        return request.color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM", "") != "dumb"
