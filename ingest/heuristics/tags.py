"""Tags below an article with no word for tags over them."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from ingest.model import Hit
from ingest.view import Kind, View, ends_sentence

FEWEST: Final = 3
LONGEST: Final = 4  # words
KNOWN: Final = 0.6  # how many of them the article has to name


def find_below(view: View) -> Iterator[Hit]:
    """Names that the article speaks of, one a line, right under its last sentence.

    Evidence: two whole paragraphs are above; three lines or more of up to four words, with letters alone in them, no two
    alike; the article names most of them, word for word, and they end the page or something that is noise follows.
    Spared: a list that the line above announces, which then does not end like a sentence; items, verse, texts in which
    short lines outweigh paragraphs; the title. Missed: one or two tags, tags of which the article does not speak.
    """
    whole = [i for i in view.body if ends_sentence(view.folded[i])]
    if view.is_terse or len(whole) < 2 or whole[-1] != view.body[-1]:
        return
    text = " ".join(f" {view.folded[i]} " for i in [*view.body, *([view.headline] if view.headline is not None else [])])
    below = [i for i in view.rows if i > whole[-1]]
    is_tag, group = next(iter(groupby(below, key=lambda i: _may_be_tag(view, i))), (False, iter(())))
    run = list(group) if is_tag else []
    known = [i for i in run if f" {view.cores[i]}" in text]
    if len(run) >= FEWEST and len({view.cores[i] for i in run}) == len(run) and len(known) >= KNOWN * len(run):
        rest = below[len(run) :]
        if not rest or rest[0] in view.noise:
            for i in run:
                yield Hit(*view.span(i))


def _may_be_tag(view: View, i: int) -> bool:
    if i in view.noise or view.kinds[i] not in (Kind.FRAGMENT, Kind.HEADLINE) or view.length(i) > LONGEST:
        return False
    return view.folded[i].replace(" ", "").isalpha() and not view.is_title(i)
