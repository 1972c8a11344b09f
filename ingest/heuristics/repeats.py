"""Paragraphs that are printed twice."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ingest.model import Hit
from ingest.view import View

SHORTEST: Final = 8  # words
LONG_ENOUGH: Final = 20  # words that nobody says twice in one text


def find(view: View) -> Iterator[Hit]:
    """A paragraph, or a long line, that stood in the text before, word for word.

    Evidence: the same words, twice in a row and eight or more, or anywhere and twenty or more. Spared: verse and lists,
    where refrains and repeated entries are content; quotes and items; short lines. Missed: a paragraph that was
    rewritten in passing.
    """
    if view.is_terse:
        return
    seen: set[str] = set()
    for above, i in pairwise([-1, *view.rows]):
        text = view.cores[i]
        if view.length(i) < SHORTEST or i in view.noise:
            continue
        twice_in_a_row = above >= 0 and view.cores[above] == text
        if text in seen and (twice_in_a_row or view.length(i) >= LONG_ENOUGH) and not view.folded[i].startswith(("-", '"')):
            yield Hit(*view.span(i))
        seen.add(text)
