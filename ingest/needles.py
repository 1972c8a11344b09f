"""Which of thousands of literal texts stand in a line: one Aho-Corasick search."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick


class Sightings(NamedTuple):
    """Where literal texts stand in another: for each sighting its number, its start and its end, sorted by start."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()

    def within(self, start: int, end: int) -> set[int]:
        """The numbers of those that stand between two places."""
        part = slice(bisect_left(self.starts, start), bisect_left(self.starts, end))
        return {number for number, stop in zip(self.numbers[part], self.ends[part], strict=True) if stop <= end}


class Needles:
    """Literal texts to be looked for, numbered in the order given.

    >>> sorted(Needles(["us on", "on", "off"]).found_in("follow us on"))
    [0, 1]
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(texts)

    def __reduce__(self) -> tuple[type["Needles"], tuple[tuple[str, ...]]]:
        return Needles, (self._texts,)  # the automaton cannot be kept between runs

    def found_in(self, text: str) -> set[int]:
        """The numbers of those that stand in a text."""
        return (
            {number for number, _, _ in self._automaton.find_matches_as_indexes(text, overlapping=True)} if self._texts else set()
        )

    def sightings(self, text: str) -> Sightings:
        """Where they stand in a text.

        >>> Needles(["us on", "on", "off"]).sightings("follow us on")
        Sightings(starts=(7, 10), ends=(12, 12), numbers=(0, 1))
        """
        found = self._automaton.find_matches_as_indexes(text, overlapping=True) if self._texts else []
        by_start = sorted((start, end, number) for number, start, end in found)
        return Sightings(*zip(*by_start, strict=True)) if by_start else Sightings()

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self._texts)  # takes milliseconds, so not before a line is searched
