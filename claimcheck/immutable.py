"""Records: dataclasses that nobody changes; the type checker holds to it, so that making one costs a third.

A run makes some sixty records for every sentence. What `frozen=True` checks at run time took a tenth of it. The methods
that all records share are written once here: as source made for each of them they took a twentieth of a short run.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

R = TypeVar("R")


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
