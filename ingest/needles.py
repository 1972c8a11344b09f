"""Which of thousands of literal texts stand in a line: one Aho-Corasick search."""

from collections.abc import Iterable
from functools import cached_property

from ahocorasick_rs import AhoCorasick


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

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self._texts)  # takes milliseconds, so not before a line is searched
