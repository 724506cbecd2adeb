"""[tool.claimcheck] of the working directory -> Config; what it does not know is an error, never ignored.

Read from `claimcheck.toml`, or else from `pyproject.toml`, of the directory the command runs in. The folders of the
articles are never searched: what is being checked must not configure the checker.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import field, fields, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from claimcheck.immutable import record
from claimcheck.lexicon import LexiconError, merged, plain
from claimcheck.model import Limits

VERDICTS = ("conflict", "check", "updated", "agree", "single")
FAIL_ON = ("conflict", "check", "updated", "never")
SHOW = (*VERDICTS, "all", "origins")
WORDS = ("agencies", "attributes", "events", "organisations", "places", "roles")
"""Lists that a configuration can add words to."""
FRAME = {"asks", "subject", "holders", "reach", "turned", "except", "alarm", "together", "states"}
SUBJECTS = ("owner", "person", "thing", "place", "none")
"""Whose a state can be."""
KINDS = ("figure", "date", "status", "name", "quote")


class ConfigError(Exception):
    """A configuration that cannot be followed; the message names the file, the key and what was meant."""


@record
class Ignore:
    """Findings that a team accepts: all that it names must hold; topic and outlet are patterns (`*`, `?`)."""

    reason: str
    code: str = ""
    topic: str = ""
    """Fits the question, the attribute, the subject, or attribute and subject of a claim."""
    outlet: str = ""
    """Fits the outlet without which there would be no such finding."""
    until: date | None = None

    def expired(self, today: date) -> bool:
        """Whether its day is over."""
        return self.until is not None and self.until < today

    def words(self) -> str:
        """Name what it takes.

        >>> Ignore("settled", code="figure-differs", outlet="Daily *").words()
        'code figure-differs, outlet Daily *'
        """
        named = (("code", self.code), ("topic", self.topic), ("outlet", self.outlet))
        return ", ".join(f"{name} {value}" for name, value in named if value)


@record
class Outlet:
    """What a team knows of an outlet."""

    name: str
    origin: str = ""
    """Whose reports it carries: outlets of one origin count as one."""
    trust: str = ""
    """A grade in the team's own words ("A2"); shown, never reckoned with."""


@record
class Config:
    """What holds for a run where the command line says nothing else."""

    fail_on: str = "conflict"
    show: str = ""
    only: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    encoding: str = ""
    about: float = 0.1
    """How far "about" reaches to either side, as a share of the number."""
    tolerances: tuple[tuple[str, float], ...] = ()
    """Attribute and how far two numbers may lie apart, as a share of the larger, and still be one position."""
    baseline: str = ""
    """The file of accepted findings; empty for none."""
    ignore: tuple[Ignore, ...] = ()
    inline_ignores: bool = False
    """Whether `claimcheck: ignore[CODE]` in an article holds; only for a team's own documents."""
    outlets: tuple[Outlet, ...] = ()
    frames: Mapping[str, Any] = field(default_factory=dict)
    """Questions of state, new or with more words, shaped as in lexicon/en/frames.toml."""
    words: Mapping[str, Any] = field(default_factory=dict)
    """Words for the lists in WORDS, by list, shaped as in lexicon/en."""
    limits: Limits = field(default_factory=Limits)
    origin: str = ""
    """The file it was read from; empty where there is none."""

    def lexicon(self) -> dict[str, Any]:
        """All that is added to the word lists, by list."""
        return {**self.words, **({"frames": self.frames} if self.frames else {})}


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
    _known(table, {f.name for f in fields(Config)} - {"origin"}, origin)
    found: dict[str, Any] = {}
    for key, given in table.items():
        where = f"{origin}: {key}"
        found[key.replace("-", "_")] = _READ[key](given, where)
    return replace(Config(), origin=origin, **found)


def choice(given: Any, allowed: tuple[str, ...], where: str, *, listed: bool = True) -> str:
    """Take one of the allowed words, or say which one was probably meant."""
    if isinstance(given, str) and given in allowed:
        return given
    wrong = f"is not one of {', '.join(allowed)}" if listed else "is not known"
    raise ConfigError(f"{where}: {given!r} {wrong}{meant(str(given), allowed)}")


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


def _known(table: Mapping[str, Any], names: set[str], origin: str, within: str = "") -> None:
    prefix = f"{within}." if within else ""
    known = tuple(sorted(name.replace("_", "-") for name in names))
    for key in table:
        if key not in known:
            raise ConfigError(f"{origin}: unknown key {prefix}{key}{meant(key, known)}")


def _limits(given: Any, where: str) -> Limits:
    table = _table(given, where)
    _known(table, {f.name for f in fields(Limits)}, *where.split(": ", 1))
    for key, number in table.items():
        if not isinstance(number, int) or isinstance(number, bool) or number < 1:
            raise ConfigError(f"{where}.{key}: {number!r} is not a whole number above 0")
    return Limits(**{key.replace("-", "_"): number for key, number in table.items()})


def _ignores(given: Any, where: str) -> tuple[Ignore, ...]:
    if not isinstance(given, list):
        raise ConfigError(f"{where}: {given!r} is not a list of tables; write [[ignore]] or [[tool.claimcheck.ignore]]")
    return tuple(_ignore(one, f"{where}[{number}]") for number, one in enumerate(given))


def _ignore(given: Any, where: str) -> Ignore:
    table = _table(given, where)
    _known(table, {f.name for f in fields(Ignore)}, *where.split(": ", 1))
    told = {key: _string(value, f"{where}.{key}") for key, value in table.items() if key != "until"}
    if not told.get("reason"):
        raise ConfigError(f"{where}: no reason; every ignore says why")
    if not any(told.get(key) for key in ("code", "topic", "outlet")):
        raise ConfigError(f"{where}: it names no code, topic or outlet")
    if told.get("code"):
        choice(told["code"], tuple(plain("codes")), f"{where}.code", listed=False)
    return Ignore(until=_day(table["until"], f"{where}.until") if "until" in table else None, **told)


def _outlets(given: Any, where: str) -> tuple[Outlet, ...]:
    found = []
    for name, entry in _table(given, where).items():
        table = _table(entry, f"{where}.{name}")
        _known(table, {"origin", "trust"}, *f"{where}.{name}".split(": ", 1))
        found.append(Outlet(name, **{key: _string(value, f"{where}.{name}.{key}") for key, value in table.items()}))
    return tuple(found)


def _tolerances(given: Any, where: str) -> tuple[tuple[str, float], ...]:
    table = _table(given, where)
    known = tuple(plain("attributes"))
    return tuple(
        (choice(name, known, where, listed=False), _share(share, f"{where}.{name}")) for name, share in table.items()
    )


def _frames(given: Any, where: str) -> Mapping[str, Any]:
    found = _added("frames", given, where)
    for name in given:
        frame, at = _table(found[name], f"{where}.{name}"), f"{where}.{name}"
        _known(frame, FRAME, *at.split(": ", 1))
        for key in ("asks", "subject", "states"):
            if key not in frame:
                raise ConfigError(f"{at}: no {key}; a new frame needs asks, subject and states")
        choice(frame["subject"], SUBJECTS, f"{at}.subject")
        _string(frame["asks"], f"{at}.asks")
        for state, told in _table(frame["states"], f"{at}.states").items():
            if not _strings(told, f"{at}.states.{state}"):
                raise ConfigError(f"{at}.states.{state}: no words")
        _strings(frame.get("holders", []), f"{at}.holders")
    return dict(given)


def _words(given: Any, where: str) -> Mapping[str, Any]:
    for name, entry in _table(given, where).items():
        choice(name, WORDS, where)
        found = _added(name, entry, f"{where}.{name}")
        lacking = [key for key in found if name == "attributes" and not {"family", "asks"} <= set(found[key])]
        if lacking:
            raise ConfigError(f"{where}.{name}.{lacking[0]}: a new attribute needs family and asks")
    return dict(given)


def _added(name: str, given: Any, where: str) -> Mapping[str, Any]:
    """A shipped list with the words added; a ConfigError where they do not fit into it."""
    try:
        found: Mapping[str, Any] = merged(plain(name), _table(given, where), where)
    except LexiconError as error:
        raise ConfigError(str(error)) from None
    return found


def _table(given: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(given, Mapping):
        raise ConfigError(f"{where} is not a table")
    return given


def _day(given: Any, where: str) -> date:
    """Take a TOML day, or a string that is one."""
    try:
        return date.fromisoformat(str(given))
    except ValueError:
        raise ConfigError(f"{where}: {given!r} is not a day such as 2027-01-31") from None


def _flag(given: Any, where: str) -> bool:
    if not isinstance(given, bool):
        raise ConfigError(f"{where}: {given!r} is not true or false")
    return given


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
    "tolerances": _tolerances,
    "baseline": _string,
    "ignore": _ignores,
    "inline-ignores": _flag,
    "outlets": _outlets,
    "frames": _frames,
    "words": _words,
    "limits": _limits,
}
