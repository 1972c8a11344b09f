"""An article's table of contents, printed above its sections."""

from collections.abc import Iterator
from typing import Final

from ingest.model import Hit
from ingest.view import Kind, View

FEWEST: Final = 2  # entries


def find(view: View) -> Iterator[Hit]:
    """The list of an article's own section headings.

    Evidence: under a header of such a table, two or more short lines right under each other, each of which stands again
    below all of them, in the same order and each with its section under it. Spared: verse that is explained line by line,
    lists and refrains; the headings themselves. Missed: tables whose entries are worded otherwise than the headings, and
    those without a header.
    """
    if view.is_terse or "navigation" not in view.noise.values():
        return
    last = {view.cores[i]: i for i in view.rows}
    run: list[int] = []
    for i in view.rows:
        again = last[view.cores[i]]
        before = last[view.cores[run[-1]]] if run else None  # the section of the entry above
        short = view.kinds[i] in (Kind.HEADLINE, Kind.FRAGMENT)
        if short and again > i and (before is None or (again > before and view.below(before) != again)):
            run.append(i)
            continue
        yield from _entries(view, run)
        run = [i] if short and again > i else []
    yield from _entries(view, run)


def _entries(view: View, run: list[int]) -> Iterator[Hit]:
    """The lines of a run, if it is long enough and a header stands above it."""
    above = view.above(run[0]) if run else None
    if above is not None and view.noise.get(above) == "navigation" and len(run) >= FEWEST:
        for i in run:
            yield Hit(*view.span(i))
