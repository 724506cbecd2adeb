"""Many items -> results in their order, worked on by several processes; one that dies costs its item, not the run."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from claimcheck.garbage import collect_rarely
from claimcheck.immutable import record

T = TypeVar("T")
CHUNK = 16
"""How much work a process is handed at a time."""

PAYS = 300
"""Items from which several processes are faster than one."""

Work = Callable[[T], str]


def processes(jobs: int, items: int) -> int:
    """Give how many processes work on so many items: `jobs`, or for 0 as many as pay.

    >>> processes(1, 9), processes(3, 9), processes(0, 9)
    (1, 3, 1)
    """
    return 1 if items < (PAYS if jobs == 0 else 2) else jobs or os.cpu_count() or 1


@record
class Died:
    """Instead of a result: the process that worked on the item ended with this exit code (negative: a signal)."""

    code: int


@dataclass(slots=True)
class _Worker:
    """A process, the pipe to it, and the places of the items that it has not answered yet."""

    process: BaseProcess
    pipe: Connection
    todo: deque[int] = field(default_factory=deque)
    handed: int = 0
    """How much work it was handed."""


def _chunks(weights: Sequence[int], size: int) -> Iterator[list[int]]:
    """Put places together until they are so much work.

    >>> list(_chunks([5, 1, 1, 1, 1], 2))
    [[0], [1, 2], [3, 4]]
    """
    chunk: list[int] = []
    held = 0
    for place, weight in enumerate(weights):
        chunk.append(place)
        held += weight
        if held >= size:
            yield chunk
            chunk, held = [], 0
    if chunk:
        yield chunk


class Crew(Generic[T]):
    """Processes that share out items; `results` gives what they make of them, in the order of the items.

    `weigh` says how much work an item is, 1 where it is not given. With `renew` a process gives way to a new one after so
    much work, where that costs little: what it has copied of this one's memory by looking at it is free again.
    """

    def __init__(
        self, work: Work[T], items: Sequence[T], jobs: int, *, weigh: Callable[[T], int] | None = None, renew: int = 0
    ) -> None:
        self._work, self._items = work, items
        self._weights = [weigh(item) if weigh else 1 for item in items]
        self._context = get_context()
        self._renew = renew if self._context.get_start_method() == "fork" else 0
        size = min(CHUNK, max(1, sum(self._weights) // (4 * jobs)))
        self._chunks = deque(_chunks(self._weights, size))
        self._workers: list[_Worker] = []
        self._jobs = jobs

    def results(self) -> Iterator[str | Died]:
        """Give each item's result in the order of the items; whatever stops this ends the processes at once."""
        done: dict[int, str | Died] = {}
        with closing(self.each()) as answers:
            for place in range(len(self._items)):
                while place not in done:
                    done.update([next(answers)])
                yield done.pop(place)

    def each(self) -> Generator[tuple[int, str | Died], None, None]:
        """Give the items' places and results as they come, so that none is held until the slowest is there."""
        left = len(self._items)
        try:
            self.begin()
            while left:
                found = self._wait()
                left -= len(found)
                yield from found.items()
        finally:
            self.end()

    def begin(self) -> None:
        """Start the processes, if they are not at work yet: what asks for the results may come later."""
        while len(self._workers) < self._jobs and self._chunks:
            self._begin()

    def ready(self) -> bool:
        """Whether a process has something to say."""
        return bool(wait([worker.pipe for worker in self._workers if worker.todo], 0))

    def end(self) -> None:
        """End the processes, whatever they are at."""
        for worker in self._workers:
            worker.process.kill()
            worker.pipe.close()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()

    def _begin(self) -> None:
        """Start a process and hand it its first items."""
        ours, theirs = self._context.Pipe()
        forked = self._context.get_start_method() == "fork"
        held = [ours, *(worker.pipe for worker in self._workers)] if forked else []
        process = self._context.Process(target=_serve, args=(theirs, self._work, held), daemon=True)
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        self._hand(worker)

    def _hand(self, worker: _Worker) -> None:
        """Hand out the next items, where there are any."""
        if self._chunks:
            worker.todo.extend(self._chunks.popleft())
            worker.handed += sum(self._weights[place] for place in worker.todo)
            with suppress(OSError):  # A process that is dead is found so when it is read from.
                worker.pipe.send([self._items[place] for place in worker.todo])

    def _wait(self) -> dict[int, str | Died]:
        """Wait until at least one process has answered, and take what there is."""
        found: dict[int, str | Died] = {}
        by_pipe = {worker.pipe: worker for worker in self._workers if worker.todo}
        for pipe in wait(list(by_pipe)):
            worker = by_pipe[pipe]  # type: ignore[index]
            try:
                answer = worker.pipe.recv()
            except (EOFError, OSError):
                found[worker.todo.popleft()] = Died(self._bury(worker))
                continue
            if isinstance(answer, BaseException):
                raise answer
            found[worker.todo.popleft()] = answer
            if not worker.todo:
                if self._renew and worker.handed >= self._renew:
                    worker.process.kill()
                    self._bury(worker)
                else:
                    self._hand(worker)
        return found

    def _bury(self, worker: _Worker) -> int:
        """Put another process in the place of an ended one; what it had not begun goes on there."""
        worker.process.join()
        worker.pipe.close()
        self._workers.remove(worker)
        rest = list(worker.todo)[1:]
        if rest:
            self._chunks.appendleft(rest)
        if self._chunks:
            self._begin()
        return worker.process.exitcode or 0


def _serve(pipe: Connection, work: Work[Any], held: Sequence[Connection]) -> None:
    """Work on what comes through the pipe until it is closed; interrupts are for the parent, which then ends us."""
    collect_rarely()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in held:  # The parent's ends, or its death would not close them.
        other.close()
    with suppress(EOFError, OSError):
        while True:
            for item in pipe.recv():
                pipe.send(_answer(work, item))


def _answer(work: Work[T], item: T) -> str | Exception:
    try:
        return work(item)
    except Exception as error:
        return RuntimeError(f"{getattr(item, 'path', item)}: {type(error).__name__}: {error}")
