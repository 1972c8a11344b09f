"""Paragraphs that are printed twice."""

from collections.abc import Iterator
from typing import Final

from ingest.model import Hit
from ingest.view import View

SHORTEST: Final = 8  # words
LONG_ENOUGH: Final = 20  # words that nobody says twice in one text


def find(view: View) -> Iterator[Hit]:
    """Paragraphs, or long lines, that stood in the text before, word for word.

    Evidence: one or more lines that are what stood right above them, eight words or more together; or a line of twenty
    words or more that stood anywhere above, and what is below it as long as it is what was below the original. Spared:
    verse and lists, where refrains and repeated entries are content; quotes and items; short lines by themselves.
    Missed: a paragraph that was rewritten in passing.
    """
    if view.is_terse:
        return
    rows = [i for i in view.rows if i not in view.noise]
    first: dict[str, int] = {}  # each text's first place in `rows`
    at = 0
    while at < len(rows):
        original = first.setdefault(view.cores[rows[at]], at)
        copied = _copied(view, rows, original, at)
        for i in rows[at : at + copied]:
            yield Hit(*view.span(i))
        at += copied or 1


def _copied(view: View, rows: list[int], original: int, copy: int) -> int:
    """How many lines from `copy` on are those from `original` on, if that is proof enough that they are copies; else 0."""
    length = words = 0
    while original + length < copy < len(rows) - length:
        i = rows[copy + length]
        if view.cores[i] != view.cores[rows[original + length]] or view.folded[i].startswith(("-", '"')):
            break
        words += view.length(i)
        length += 1
    right_above = original + length == copy and words >= SHORTEST
    return length if right_above or (length and view.length(rows[copy]) >= LONG_ENOUGH) else 0
