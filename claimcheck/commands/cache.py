"""`claimcheck cache`: what earlier runs have extracted, where it lies, and how to be rid of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claimcheck.commands.output import emit
from claimcheck.commands.request import Request
from claimcheck.exits import CLEAN, Failure
from claimcheck.model import Limits
from claimcheck.view.summary import plural
from claimcheck.view.visible import one_line, visible

if TYPE_CHECKING:
    from claimcheck.store.store import Store

PAYS = 20
"""Articles from which looking up is worth the opening of a file."""


@contextmanager
def kept(request: Request, articles: int, limits: Limits) -> Iterator[Store | None]:
    """Open the store for a run; None where it is not wanted or would not pay."""
    if request.no_cache or articles < PAYS:
        yield None
        return
    from claimcheck.store.place import store_file
    from claimcheck.store.store import Store

    file = store_file()
    store = Store(file, limits) if file is not None else None
    try:
        yield store
    finally:
        if store is not None:
            store.close()


def cache(action: str) -> int:
    """Say what is kept, or remove it."""
    from claimcheck.store.place import store_file
    from claimcheck.store.store import Store, clear, size

    if action not in ("info", "clear"):
        raise Failure(f"error: cache: {action!r} is neither info nor clear")
    file = store_file()
    if file is None:
        raise Failure("error: there is no cache directory: neither XDG_CACHE_HOME nor a home is set")
    told = f"{file}: nothing is kept"
    if file.exists():
        taken = f"{size(file) / 1e6:,.1f} MB"
        if action == "clear":
            try:
                clear(file)
            except OSError as error:
                raise Failure(f"error: {file}: {error.strerror or error}") from None
            told = f"{file}: {taken} removed"
        else:
            store = Store(file)
            told = f"{file}: {plural(store.count(), 'article')}, {taken}"
            store.close()
    emit([visible(one_line(told)), "\n"])
    return CLEAN
