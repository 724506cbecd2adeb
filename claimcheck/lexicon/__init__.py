"""Word lists and frames: TOML files, one folder a language; no rule stands here, and no word stands elsewhere.

A user's configuration can add words and frames of its own (`own`); nothing that is being checked can.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

Read = TypeVar("Read", bound=Callable[..., Any])

_OWN: dict[str, Any] = {}
_USED: set[str] = set()
_KEPT: list[Any] = []
RENEWED = ("frames",)
"""Lists whose readers are all `renewed`; all others are read once, when the modules that use them are loaded."""


class LexiconError(Exception):
    """Words that do not fit the list they are added to, or come after it was read."""


@cache
def words(name: str, language: str = "en") -> dict[str, Any]:
    """Read the list `lexicon/LANGUAGE/NAME.toml` with what the user adds to it; treat the result as read-only."""
    _USED.add(name)
    return merged(plain(name, language), _OWN[name], name) if name in _OWN else plain(name, language)


@cache
def plain(name: str, language: str = "en") -> dict[str, Any]:
    """Read a list as it is shipped."""
    return tomllib.loads(files(__name__).joinpath(language, f"{name}.toml").read_text(encoding="utf-8"))


def renewed(reader: Read) -> Read:
    """Cache a reader of a list, until the list changes."""
    kept: Any = cache(reader)
    _KEPT.append(kept)
    return kept  # type: ignore[no-any-return]


def own(added: Mapping[str, Any]) -> None:
    """Add words to the lists, by their names, for the rest of this process; {} takes them away again.

    LexiconError where a list other than the frames has been read already: add words before anything is compared.
    """
    if added == _OWN:
        return
    late = [n for n in sorted({*added, *_OWN}) if n in _USED and n not in RENEWED and added.get(n) != _OWN.get(n)]
    if late:
        raise LexiconError(f"the list {late[0]} has been read already; a process takes its words once, at its start")
    _OWN.clear()
    _OWN.update(added)
    for kept in (words, *_KEPT):
        kept.cache_clear()


def added() -> dict[str, Any]:
    """What has been added, to be handed to another process."""
    return dict(_OWN)


def merged(shipped: Any, more: Any, where: str) -> Any:
    """Merge a user's table into a shipped one: tables by key, lists by adding; LexiconError where shapes differ.

    >>> merged({"port": {"open": ["open"]}}, {"port": {"open": ["unblocked"]}}, "x")
    {'port': {'open': ['open', 'unblocked']}}
    """
    if isinstance(shipped, dict) and isinstance(more, dict):
        return shipped | {
            key: merged(shipped[key], value, f"{where}.{key}") if key in shipped else value
            for key, value in more.items()
        }
    if isinstance(shipped, list) and isinstance(more, list):
        return [*shipped, *(each for each in more if each not in shipped)]
    if type(shipped) is type(more):
        return more
    raise LexiconError(f"{where}: {more!r} is no {'table' if isinstance(shipped, dict) else type(shipped).__name__}")
