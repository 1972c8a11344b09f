"""Work spread over processes: the order, and what an item costs that kills or hangs its process."""

import os
import time
from collections.abc import Callable, Iterator

import pytest

from ingest.pool import spread


def square() -> Callable[[int], object]:
    """Negative numbers are hostile: -1 kills the process, -2 hangs it."""

    def work(number: int) -> object:
        if number == -1:
            os._exit(3)
        if number == -2:
            time.sleep(60)
        return number * number

    return work


def fails() -> Callable[[int], object]:
    raise RuntimeError("no rules")


def lost(number: int, why: str) -> object:
    return f"{number}: {why}"


def in_batches(numbers: list[int], size: int = 3) -> Iterator[list[int]]:
    for n in range(0, len(numbers), size):
        yield numbers[n : n + size]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(workers: int) -> None:
    numbers = [*range(50)]
    assert list(spread(in_batches(numbers), square, lost, workers)) == [n * n for n in numbers]


def test_nothing() -> None:
    assert list(spread([], square, lost, 2)) == []


def test_an_item_that_kills_its_process_costs_itself_alone() -> None:
    numbers = [1, 2, -1, 3, 4, 5, -1, 6]
    died = "-1: the process that worked on it died"
    assert list(spread(in_batches(numbers), square, lost, 2)) == [1, 4, died, 9, 16, 25, died, 36]


def test_an_item_that_hangs_costs_itself_alone() -> None:
    assert list(spread([[1, -2, 3]], square, lost, 1, patience=1)) == [1, "-2: it took longer than 1 seconds", 9]


def test_few_batches_are_read_ahead() -> None:
    read = 0

    def batches() -> Iterator[list[int]]:
        nonlocal read
        for n in range(100):
            read += 1
            yield [n]

    results = spread(batches(), square, lost, 2)
    for n in range(30):
        assert next(results) == n * n
        assert read <= n + 10
    results.close()  # type: ignore[attr-defined]


def test_processes_that_cannot_start() -> None:
    with pytest.raises(ChildProcessError, match="could not start"):
        list(spread([[1]], fails, lost, 1))
