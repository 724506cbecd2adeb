"""[tool.claimcheck] of the working directory -> Config; what it does not know is an error, never ignored.

Read from `claimcheck.toml`, or else from `pyproject.toml`, of the directory the command runs in. The folders of the
articles are never searched: what is being checked must not configure the checker.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from claimcheck.model import Limits

VERDICTS = ("conflict", "check", "updated", "agree", "single")
FAIL_ON = ("conflict", "check", "updated", "never")
SHOW = (*VERDICTS, "all")
KINDS = ("figure", "date", "status", "name", "quote")


class ConfigError(Exception):
    """A configuration that cannot be followed; the message names the file, the key and what was meant."""


@dataclass(frozen=True, slots=True)
class Config:
    """What holds for a run where the command line says nothing else."""

    fail_on: str = "conflict"
    show: str = ""
    only: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    encoding: str = ""
    about: float = 0.1
    """How far "about" reaches to either side, as a share of the number."""
    limits: Limits = field(default_factory=Limits)
    origin: str = ""
    """The file it was read from; empty where there is none."""


def config(folder: Path) -> Config:
    """Read the configuration of a directory."""
    own, shared = folder / "claimcheck.toml", folder / "pyproject.toml"
    if own.is_file():
        return parse(_toml(own), own.name)
    table = _toml(shared).get("tool", {}) if shared.is_file() else {}
    return parse(table["claimcheck"], shared.name) if "claimcheck" in table else Config()


def parse(table: Any, origin: str) -> Config:
    """Check a table key by key.

    >>> parse({"fail-on": "check", "limits": {"files": 50}}, "claimcheck.toml").limits.files
    50
    """
    if not isinstance(table, Mapping):
        raise ConfigError(f"{origin}: claimcheck is not a table")
    _known(table, {f.name for f in fields(Config)} - {"origin"}, origin, "")
    found: dict[str, Any] = {}
    for key, given in table.items():
        where = f"{origin}: {key}"
        found[key.replace("-", "_")] = _limits(given, origin) if key == "limits" else _READ[key](given, where)
    return replace(Config(), origin=origin, **found)


def choice(given: Any, allowed: tuple[str, ...], where: str) -> str:
    """Take one of the allowed words, or say which one was probably meant."""
    if isinstance(given, str) and given in allowed:
        return given
    raise ConfigError(f"{where}: {given!r} is not one of {', '.join(allowed)}{meant(str(given), allowed)}")


def meant(given: str, known: tuple[str, ...]) -> str:
    """Suggest the nearest known word.

    >>> meant("fail_on", ("fail-on", "show"))
    '. Did you mean fail-on?'
    """
    near = get_close_matches(given, known, n=1)
    return f". Did you mean {near[0]}?" if near else ""


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError, RecursionError) as error:
        raise ConfigError(f"{path.name}: {error}") from None


def _known(table: Mapping[str, Any], names: set[str], origin: str, prefix: str) -> None:
    known = tuple(sorted(name.replace("_", "-") for name in names))
    for key in table:
        if key not in known:
            raise ConfigError(f"{origin}: unknown key {prefix}{key}{meant(key, known)}")


def _limits(given: Any, origin: str) -> Limits:
    if not isinstance(given, Mapping):
        raise ConfigError(f"{origin}: limits is not a table")
    _known(given, {f.name for f in fields(Limits)}, origin, "limits.")
    for key, number in given.items():
        if not isinstance(number, int) or isinstance(number, bool) or number < 1:
            raise ConfigError(f"{origin}: limits.{key}: {number!r} is not a whole number above 0")
    return Limits(**{key.replace("-", "_"): number for key, number in given.items()})


def _strings(given: Any, where: str) -> tuple[str, ...]:
    many = [given] if isinstance(given, str) else given
    if not isinstance(many, list) or not all(isinstance(one, str) for one in many):
        raise ConfigError(f"{where}: {given!r} is not a list of strings")
    return tuple(many)


def _string(given: Any, where: str) -> str:
    if not isinstance(given, str):
        raise ConfigError(f"{where}: {given!r} is not a string")
    return given


def _share(given: Any, where: str) -> float:
    if isinstance(given, bool) or not isinstance(given, int | float) or not 0 <= given <= 1:
        raise ConfigError(f"{where}: {given!r} is not a share between 0 and 1")
    return float(given)


_READ = {
    "fail-on": lambda given, where: choice(given, FAIL_ON, where),
    "show": lambda given, where: choice(given, SHOW, where),
    "only": lambda given, where: tuple(choice(one, KINDS, where) for one in _strings(given, where)),
    "sources": _strings,
    "encoding": _string,
    "about": _share,
}
