"""What a YAML rule finds: a shape that matches, guards that let it, and how far the match reaches."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

import regex

from ingest.blocks import following
from ingest.guards import Guard, InZone, WordCount
from ingest.model import Hit
from ingest.shapes import Contains, Match, Regex, Shape
from ingest.view import View, ends_sentence

Take = Literal["line", "match", "to_gap", "value_line", "following_headlines", "rest"]

_WIDE_GAP: Final = regex.compile(r"[ \t\u00a0]{3,}")


@dataclass(frozen=True)
class Matcher:
    """A YAML rule's `find`: a shape, its guards, and how far a match reaches."""

    shape: Shape
    take: Take = "line"
    where: tuple[Guard, ...] = ()
    unless: tuple[Guard, ...] = ()

    def __call__(self, view: View) -> Iterator[Hit]:
        for i in view.rows:
            yield from self.at(view, i)

    @cached_property
    def _cheap(self) -> tuple[Guard, ...]:
        """The guards that cost less to ask than most shapes."""
        return tuple(guard for guard in self.where if isinstance(guard, WordCount | InZone))

    @property
    def words(self) -> range:
        """How many words a line may have in which the rule finds something."""
        counts = [guard for guard in self.where if isinstance(guard, WordCount)]
        return range(
            max((guard.least for guard in counts), default=0), min((guard.most for guard in counts), default=sys.maxsize - 1) + 1
        )

    def at(self, view: View, i: int, match: Match | None = None) -> Iterator[Hit]:
        """What the rule finds in line `i`, which is not blank; `match`: what its shape matches there, if that is known."""
        if not all(guard.holds(view, i) for guard in self._cheap):
            return
        match = match or self.shape.match(view, i)
        if match is None or self.refusal(view, i) is not None:
            return
        if self.take != "line" and isinstance(self.shape, Contains | Regex):
            for each in self.shape.matches(view, i):
                yield self._reach(view, i, each)
        else:
            yield self._reach(view, i, match)

    def refusal(self, view: View, i: int) -> str | None:
        """The first guard that keeps line `i`, in words; None where no guard does."""
        for guard in self.where:
            if not guard.holds(view, i):
                return f"not: {guard}"
        return next((str(guard) for guard in self.unless if guard.holds(view, i)), None)

    def _reach(self, view: View, i: int, match: Match) -> Hit:
        value = match.value and view.place(i, *match.value)
        line = view.span(i)
        if self.take == "match":
            return Hit(*view.place(i, match.start, match.end), value)
        if self.take == "to_gap":
            start, end = view.place(i, match.start, match.end)
            gap = _WIDE_GAP.search(view.document.text, end, line.end)
            return Hit(start, gap.start() if gap else line.end, value)
        if self.take == "rest":
            return Hit(line.start, len(view.document.text.rstrip()), value)
        if self.take == "value_line" and value is None and (below := self._value_below(view, i)) is not None:
            return Hit(line.start, view.span(below).end, view.span(below))
        return Hit(*line, value)

    def _value_below(self, view: View, i: int) -> int | None:
        """The line under a bare label, if it is short and no sentence."""
        below = view.below(i)
        if below is None or below in view.noise or view.length(below) > 8 or ends_sentence(view.folded[below]):
            return None
        return below


@dataclass(frozen=True)
class Following:
    """What goes with a header: the headlines, teasers or the whole article under it. Runs in the second pass."""

    header: Matcher

    def __call__(self, view: View) -> Iterator[Hit]:
        for i in view.rows:
            yield from self.at(view, i)

    def at(self, view: View, i: int, match: Match | None = None) -> Iterator[Hit]:
        """What stands under line `i`, if it is such a header; `match` as in `Matcher.at`."""
        if any(True for _ in self.header.at(view, i, match)):
            for span in following(view, i):
                yield Hit(*span)
