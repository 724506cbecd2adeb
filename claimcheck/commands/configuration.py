"""`claimcheck config`: what holds for a run here, and from where; or the JSON Schema of the configuration."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from claimcheck import exits
from claimcheck.commands.output import emit
from claimcheck.config import Config, ConfigError, config
from claimcheck.exits import Failure
from claimcheck.model import Limits
from claimcheck.view.paint import Line, line, paint

SCHEMA = "config-1.schema.json"


def configuration(*, schema: bool = False, color: bool = False) -> int:
    """Print every key with its value, and the file that sets it where one does."""
    if schema:
        emit([files("claimcheck").joinpath(SCHEMA).read_text(encoding="utf-8")], utf8=True)
        return exits.CLEAN
    try:
        held = config(Path.cwd())
    except ConfigError as error:
        raise Failure(f"error: {error}") from None
    emit(paint(_lines(held), color))
    return exits.CLEAN


def _lines(held: Config) -> Iterator[Line]:
    rows = list(_rows(held))
    column = max(len(f"{key} = {value}") for key, value, _ in rows if len(value) < 60) + 2
    for key, value, where in rows:
        said = f"{key} = {value}"
        yield line((key, "bold"), said[len(key) :].ljust(column - len(key)), (f"# {where}", "dim"))


def _rows(held: Config) -> Iterator[tuple[str, str, str]]:
    """Key, value as TOML has it, and where it comes from."""
    usual, where = Config(), held.origin or "default"
    for field in fields(Config):
        value = getattr(held, field.name)
        key = field.name.replace("_", "-")
        if isinstance(value, Limits):
            for each in fields(Limits):
                amount = getattr(value, each.name)
                changed = amount != getattr(usual.limits, each.name)
                yield f"limits.{each.name.replace('_', '-')}", str(amount), where if changed else "default"
        elif field.name != "origin":
            yield key, _toml(value), where if value != getattr(usual, field.name) else "default"


def _toml(value: Any) -> str:
    """Write a value in one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return "{ " + ", ".join(f"{json.dumps(key)} = {_toml(each)}" for key, each in value) + " }"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {_toml(each)}" for key, each in value.items()) + " }"
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_toml, value))}]"
    if hasattr(value, "__dataclass_fields__"):
        named = ((name, getattr(value, name)) for name in value.__dataclass_fields__)
        return "{ " + ", ".join(f"{name} = {_toml(each)}" for name, each in named if each) + " }"
    return str(value)
