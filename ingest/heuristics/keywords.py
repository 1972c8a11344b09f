"""Keywords below the article that no label announces."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from ingest.blocks import opens_in_mid_story
from ingest.model import Hit
from ingest.view import Kind, View, ends_sentence
from ingest.words import has_particles, share

FEWEST_WORDS: Final = 3
MOST_WORDS: Final = 16
FAMILIAR: Final = 0.5  # of the telling words of each line the article has so many
_MARKS: Final = re.compile('[:؟?!،؛,;"()]')


def find(view: View) -> Iterator[Hit]:
    """The article's keywords, on one line or one a line, between its end and the page's furniture.

    Evidence: right under the article's last sentence, and right above a line that is noise already, three to sixteen words
    without a mark or a particle, on each line half of which or more the article has: a sentence, and a headline too, says
    something of something with little words. Spared: everything where nothing below is noise; texts in which short lines
    outweigh paragraphs; items of a list; what opens like the next line of a running story. Missed: keywords with commas,
    which packs know, and those that the article does not have.
    """
    if view.is_terse or len(view.body) < 2:
        return
    furniture = next((i for i in view.rows if i > view.body[-1] and i in view.noise), None)
    above = [i for i in view.rows if furniture is not None and i < furniture]
    run = list(takewhile(lambda i: _may_be_keywords(view, i), reversed(above)))[::-1]
    if not run or not FEWEST_WORDS <= sum(map(view.length, run)) <= MOST_WORDS:
        return
    end = view.above(run[0])
    if end is None or not ends_sentence(view.folded[end]):
        return
    if all(share(view.stems(i), view.vocabulary) >= FAMILIAR for i in run):
        for i in run:
            yield Hit(*view.span(i))


def _may_be_keywords(view: View, i: int) -> bool:
    text = view.folded[i]
    return (
        view.kinds[i] in (Kind.HEADLINE, Kind.FRAGMENT)
        and not _MARKS.search(text)
        and not view.is_item(i)
        and not view.is_title(i)
        and not opens_in_mid_story(text)
        and not has_particles(text)
    )
