"""An article's table of contents, printed above its sections."""

from collections.abc import Iterator
from typing import Final

from ingest.model import Hit
from ingest.view import Kind, View

FEWEST: Final = 3  # entries; two lines that come again may be anything,
FEWEST_HEADED: Final = 2  # unless a header of such a table stands above them


def find(view: View) -> Iterator[Hit]:
    """The list of an article's own section headings.

    Evidence: three or more short lines right under each other, or two under a header of such a table, each of which stands
    again below all of them, in the same order and each with its section under it. Spared: verse and lists; a refrain, whose
    lines come again right under each other; the headings themselves. Missed: tables whose entries are worded otherwise than
    the headings, or are fewer.
    """
    if view.is_terse:
        return
    last = {view.cores[i]: i for i in view.rows}
    run: list[int] = []
    for i in view.rows:
        again = last[view.cores[i]]
        above = last[view.cores[run[-1]]] if run else None
        short = view.kinds[i] in (Kind.HEADLINE, Kind.FRAGMENT)
        if short and again > i and (above is None or (again > above and view.below(above) != again)):
            run.append(i)
            continue
        yield from _entries(view, run, last)
        run = [i] if short and again > i else []
    yield from _entries(view, run, last)


def _entries(view: View, run: list[int], last: dict[str, int]) -> Iterator[Hit]:
    """The lines of a run, if there are enough and their sections come below them."""
    above = view.above(run[0]) if run else None
    headed = above is not None and view.noise.get(above) == "navigation"
    if len(run) >= (FEWEST_HEADED if headed else FEWEST) and last[view.cores[run[0]]] > run[-1]:
        for i in run:
            yield Hit(*view.span(i))
