"""Paragraphs that are printed twice."""

from collections.abc import Iterator

from ingest.model import Hit
from ingest.view import Kind, View


def find(view: View) -> Iterator[Hit]:
    """A paragraph, or a long line, that stood in the text before, word for word.

    Evidence: eight words or more, the same marks aside. Spared: verse and lists, where refrains and repeated entries
    are content, and short lines. Missed: a paragraph that was rewritten in passing.
    """
    if view.is_terse:
        return
    seen: set[str] = set()
    for i in view.rows:
        if view.length(i) >= 8 and view.kinds[i] is not Kind.BLANK:
            if view.cores[i] in seen and i not in view.noise:
                yield Hit(*view.span(i))
            seen.add(view.cores[i])
