"""Records: dataclasses that nobody changes; the type checker holds to it, so that making one costs a third.

A run makes some sixty records for every sentence. What `frozen=True` checks at run time took a tenth of it. The methods
that all records share are written once here: as source made for each of them they took a twentieth of a short run.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from operator import attrgetter
from sys import getsizeof
from typing import Any, TypeVar, dataclass_transform

R = TypeVar("R")
LONG = 100_000
"""Characters from which a text is held as it is: to write it anew at each look would cost more than it saves."""


@dataclass_transform(frozen_default=True)
def record(cls: type[R]) -> type[R]:
    """Make a class a record: equal and hashed by its fields, without a dictionary, never assigned to.

    >>> @record
    ... class Point:
    ...     x: int
    >>> Point(1), Point(1) == Point(1), hash(Point(1)) == hash(Point(1)), Point(1) == 1
    (Point(x=1), True, True, False)
    """
    made: Any = dataclass(slots=True, repr=False, eq=False)(cls)
    values = attrgetter(*(field.name for field in fields(made) if field.compare))
    names = [field.name for field in fields(made) if field.repr]

    def same(self: Any, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is made else NotImplemented

    def mark(self: Any) -> int:
        return hash(values(self))

    def shown(self: Any) -> str:
        return f"{cls.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    made.__eq__, made.__hash__, made.__repr__ = same, mark, shown
    return made  # type: ignore[no-any-return]


@dataclass_transform(frozen_default=True, order_default=True)
def ordered(cls: type[R]) -> type[R]:
    """Make a class a record that is ordered by its fields too."""
    return dataclass(slots=True, unsafe_hash=True, order=True)(cls)


def held_short(name: str) -> Callable[[type[R]], type[R]]:
    """Let a record hold the text of a field as UTF-8 where that is shorter; whoever looks at it gets the text.

    One curly quotation mark makes Python hold a whole text at two bytes a character.

    >>> @held_short("text")
    ... @record
    ... class Page:
    ...     text: str
    >>> Page("“So it is,” she said."), Page("“So it is,” she said.").text[0]
    (Page(text='“So it is,” she said.'), '“')
    """

    def made(cls: type[R]) -> type[R]:
        setattr(cls, name, _Short(cls.__dict__[name]))
        return cls

    return made


class _Short:
    """The descriptor of such a field, before its slot."""

    def __init__(self, slot: Any) -> None:
        self._slot = slot

    def __get__(self, record: Any, owner: type) -> Any:
        if record is None:
            return self
        held = self._slot.__get__(record, owner)
        return held if isinstance(held, str) else held.decode("utf-8", "surrogatepass")

    def __set__(self, record: Any, text: str) -> None:
        self._slot.__set__(record, _short(text))


def _short(text: str) -> str | bytes:
    """Give a text, or it as UTF-8 where that takes less."""
    if text.isascii() or len(text) > LONG:
        return text
    written = text.encode("utf-8", "surrogatepass")
    return written if len(written) < getsizeof(text) - getsizeof("") else text
