"""Work spread over processes, its results in the order of the items.

A process that dies of an item, or hangs on one, costs that item alone: the others of its batch are given to a new one. The
standard pools give up all of their work instead.
"""

import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Any, Final, TypeVar

T = TypeVar("T")
R = TypeVar("R")

PATIENCE: Final = 120.0  # seconds that a batch may take; a hundred pages take four
_AHEAD: Final = 4  # batches a worker that may be read before the first of them is given out
_TICK: Final = 1.0  # seconds after which the clock is looked at


class _Worker:
    """A process that works on one batch after the other. A batch is numbered items."""

    def __init__(self, start: Callable[[], Callable[[Any], Any]]) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(start, theirs), daemon=True)
        self._process.start()
        theirs.close()
        self.batch: Sequence[tuple[int, Any]] = ()
        self.ready = False
        self.since = 0.0

    def give(self, batch: Sequence[tuple[int, Any]]) -> None:
        self.batch, self.since = batch, time.monotonic()
        with suppress(OSError):  # it has died; that shows when its results are asked for
            self.pipe.send([item for _, item in batch])

    def take(self) -> Iterator[tuple[int, Any]]:
        """The numbered results of the batch, once they are there. Raises EOFError or OSError where the process has died."""
        message = self.pipe.recv()
        if not self.ready:
            self.ready, self.since = True, time.monotonic()
            return
        batch, self.batch = self.batch, ()
        yield from zip((number for number, _ in batch), message, strict=True)

    def stop(self) -> int | None:
        """End the process; what it ended with, if it had ended by itself."""
        self._process.join(0.1)
        code = self._process.exitcode
        self._process.kill()
        self._process.join()
        self.pipe.close()
        return code


def _serve(start: Callable[[], Callable[[Any], Any]], pipe: Connection) -> None:
    """What a worker process does."""
    with suppress(EOFError, KeyboardInterrupt, BrokenPipeError):  # the parent says what is to be said
        work = start()
        pipe.send(None)  # ready
        while True:
            pipe.send([work(item) for item in pipe.recv()])


class _Crew:
    """The processes, what they still have to do, and what they have done. Everything is numbered items."""

    def __init__(
        self, start: Callable[[], Callable[[Any], Any]], lost: Callable[[Any, str], Any], workers: int, patience: float
    ) -> None:
        self._start, self._lost, self._most, self._patience = start, lost, workers, patience
        self._pool: list[_Worker] = []
        self.queue = deque[Sequence[tuple[int, Any]]]()
        self.results: dict[int, Any] = {}

    @property
    def busy(self) -> list[_Worker]:
        return [worker for worker in self._pool if worker.batch]

    @property
    def is_hungry(self) -> bool:
        """Whether a worker has nothing to do, or one more may be hired."""
        return not self.queue and len(self.busy) < self._most

    def hand_out(self) -> None:
        """Give what waits to those who are idle; hire where nobody is."""
        while self.queue and len(self.busy) < self._most:
            idle = next((worker for worker in self._pool if not worker.batch), None)
            if idle is None:
                idle = _Worker(self._start)
                self._pool.append(idle)
            idle.give(self.queue.popleft())

    def gather(self) -> None:
        """Wait for results, and replace workers that died or hang."""
        busy = self.busy
        ready = set(wait([worker.pipe for worker in busy], _TICK))
        for worker in busy:
            if worker.pipe in ready:
                try:
                    self.results.update(worker.take())
                except (EOFError, OSError):
                    self._replace(worker, "the process that worked on it died")
            elif worker.ready and time.monotonic() - worker.since > self._patience:
                self._replace(worker, f"it took longer than {self._patience:g} seconds")

    def _replace(self, worker: _Worker, why: str) -> None:
        self._pool.remove(worker)
        code = worker.stop()
        if not worker.ready:
            raise ChildProcessError(f"a worker process could not start (exit code {code})")
        if len(worker.batch) == 1:
            number, item = worker.batch[0]
            self.results[number] = self._lost(item, why)
        else:
            self.queue.extendleft([part] for part in reversed(worker.batch))

    def stop(self) -> None:
        for worker in self._pool:
            worker.stop()


def spread(
    batches: Iterable[Sequence[T]],
    start: Callable[[], Callable[[T], R]],
    lost: Callable[[T, str], R],
    workers: int,
    patience: float = PATIENCE,
) -> Iterator[R]:
    """The results of all items, in their order, from as many processes as there are workers.

    Args:
        batches: the items, some at a time; only a few batches are read ahead.
        start: makes the function that works on an item, once in each process; it is pickled.
        lost: the result of an item that its process died of or did not finish; it is told which.
        patience: seconds after which a batch is taken for hanging.

    Raises:
        ChildProcessError: a process cannot even start.
    """
    crew = _Crew(start, lost, workers, patience)
    source = iter(batches)
    ends = deque[int]()  # of the batches that are not wholly given out
    turn = read = 0
    try:
        while True:
            while turn in crew.results:
                yield crew.results.pop(turn)
                turn += 1
            while ends and ends[0] <= turn:
                ends.popleft()
            while crew.is_hungry and len(ends) < _AHEAD * workers and (batch := next(source, None)):
                crew.queue.append([*enumerate(batch, read)])
                read += len(batch)
                ends.append(read)
                crew.hand_out()
            crew.hand_out()
            if crew.busy:
                crew.gather()
            elif turn == read:
                return
    finally:
        crew.stop()
