"""Merge, grow, cut, lift, restore: the only code that cuts text.

Rules find spans; nothing is cut before all have been found. The blank space that a cut would leave behind goes with it
and is part of its removal: that is what makes `restore` a plain insertion.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from ingest.model import Record, Span


def subtract(span: Span, taken: Sequence[Span]) -> list[Span]:
    """The parts of a span that none of `taken` (sorted, disjoint) covers.

    >>> subtract(Span(0, 10), [Span(2, 4), Span(8, 20)])
    [Span(start=0, end=2), Span(start=4, end=8)]
    """
    parts, start = [], span.start
    for n in range(max(0, bisect_right(taken, (start,)) - 1), len(taken)):
        other = taken[n]
        if other.start >= span.end:
            break
        if other.start > start:
            parts.append(Span(start, other.start))
        start = max(start, other.end)
    if start < span.end:
        parts.append(Span(start, span.end))
    return parts


def grow(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans (sorted, disjoint), each with the blank space that its removal would leave behind.

    A span that fills its lines takes the line break and the blank lines below along, or those above where nothing
    comes below. One that stands inside a line takes the spaces on one side. The blank space between two spans goes with
    the first.

    >>> grow("one\\n\\nad\\n\\ntwo", [Span(5, 7)])
    [Span(start=5, end=9)]
    >>> grow("one\\n\\nad", [Span(5, 7)])
    [Span(start=3, end=7)]
    >>> grow("one <br> two", [Span(4, 8)])
    [Span(start=4, end=9)]
    """
    grown: list[Span] = []
    at = 0
    while at < len(spans):
        last = at
        while last + 1 < len(spans) and not text[spans[last].end : spans[last + 1].start].strip():
            last += 1
        edges = [spans[n].start for n in range(at, last + 1)]
        start, end = _room(text, spans[at].start, spans[last].end)
        grown += map(Span, [start, *edges[1:]], [*edges[1:], end])
        at = last + 1
    return grown


def _room(text: str, start: int, end: int) -> tuple[int, int]:
    """How far the removal of `text[start:end]` reaches once the blank space round it is settled."""
    before, after = start, end
    while before and text[before - 1].isspace():
        before -= 1
    while after < len(text) and text[after].isspace():
        after += 1
    fills_start = before == 0 or "\n" in text[before:start]
    fills_end = after == len(text) or "\n" in text[end:after]
    if before == start and not fills_start and not fills_end:
        return start, end  # glued to the word before it
    if fills_start and fills_end:
        if after == len(text):
            return before, after
        return text.rfind("\n", 0, start) + 1, text.rfind("\n", end, after) + 1
    if fills_end:
        return before, end
    return start, after


def cut(text: str, spans: Iterable[Span]) -> str:
    """The text without the spans (sorted, disjoint).

    >>> cut("one two", [Span(3, 7)])
    'one'
    """
    kept, at = [], 0
    for span in spans:
        kept.append(text[at : span.start])
        at = span.end
    kept.append(text[at:])
    return "".join(kept)


class Lift:
    """The way from a cut text back to the one before `removed` (sorted, disjoint) was cut out of it.

    >>> Lift([Span(0, 5), Span(8, 9)]).pieces(Span(2, 4))
    [Span(start=7, end=8), Span(start=9, end=10)]
    """

    def __init__(self, removed: Sequence[Span]) -> None:
        self._removed = removed
        self._gone = [0, *accumulate(end - start for start, end in removed)]
        self._places = [start - before for (start, _), before in zip(removed, self._gone, strict=False)]  # in the cut text

    def pieces(self, span: Span) -> list[Span]:
        """Where a span of the cut text stood: in one piece, or in more where something was cut out of it."""
        first = span.start + self._gone[bisect_right(self._places, span.start)]
        last = span.end - 1 + self._gone[bisect_right(self._places, span.end - 1)]
        return subtract(Span(first, last + 1), self._removed)


def restore(record: Record) -> str:
    """The text that a record was made from, character for character.

    Where the input was markup, this is the text it was rendered to (`cleaning.rendered`).

    >>> from ingest import Document, clean
    >>> document = Document(id="a", text="News of today.\\n\\n![]()")
    >>> restore(clean(document)) == document.text
    True
    """
    if record.cleaning.status == "review":
        return record.text  # kept whole: its removals are proposals
    parts, taken, place = [], 0, 0
    for removal in record.cleaning.removals:
        length = removal.start - place
        parts += [record.text[taken : taken + length], removal.text]
        taken, place = taken + length, removal.end
    parts.append(record.text[taken:])
    return "".join(parts)
