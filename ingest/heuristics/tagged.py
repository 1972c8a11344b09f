"""What the markup says of a line, where the text was rendered from it. Without markup nothing here fires."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from ingest.blocks import FOREIGN
from ingest.model import Hit
from ingest.view import Kind, View, ends_sentence
from ingest.words import share

FEWEST_LINKS: Final = 3
ALL_LINK: Final = 0.9  # an arrow or a number before it may stand outside


def find_captions(view: View) -> Iterator[Hit]:
    """The text under a figure, whatever it looks like.

    Evidence: the element `figcaption`. Spared: a text that has nothing else. Missed: captions that a page marks in its
    own way.
    """
    captions = [i for i in view.rows if i not in view.noise and _tag(view, i) == "figcaption"]
    if len(captions) < len(view.rows):
        for i in captions:
            yield Hit(*view.span(i))


def find_menus(view: View) -> Iterator[Hit]:
    """Menus and forms.

    Evidence: the elements `nav` and `form`. Spared: sentences in them, and everything where they hold the paragraphs,
    as on pages that are one form. Missed: menus in other elements.
    """
    if any(_tag(view, i) in ("nav", "form") for i in view.body):
        return
    for i in view.rows:
        if i not in view.noise and _tag(view, i) in ("nav", "form") and not ends_sentence(view.folded[i]):
            yield Hit(*view.span(i))


def find_links(view: View) -> Iterator[Hit]:
    """Lists of links to other stories.

    Evidence: three or more lines in a row that are links and nothing else, without a full stop, in a text of two
    paragraphs or more; and the article hardly speaks of what they speak of, or nothing comes below them. Spared: a
    table of contents, which speaks of what the article speaks of; fewer links, which may be sources; the headline;
    texts in which links outweigh paragraphs.
    """
    if view.is_terse or len(view.body) < 2:
        return
    rows = [i for i in view.rows if i not in view.noise]
    for is_link, group in groupby(rows, key=lambda i: _is_link(view, i)):
        run = list(group)
        if not is_link or len(run) < FEWEST_LINKS:
            continue
        foreign = sum(share(view.stems(i), view.vocabulary) for i in run) <= FOREIGN * len(run)
        if foreign or run[-1] == rows[-1]:
            for i in run:
                yield Hit(*view.span(i))


def _is_link(view: View, i: int) -> bool:
    mark = view.mark(i)
    short = view.kinds[i] in (Kind.HEADLINE, Kind.FRAGMENT, Kind.TRUNCATED)
    return mark is not None and mark.link_density >= ALL_LINK and short and i != view.headline and not view.is_title(i)


def _tag(view: View, i: int) -> str | None:
    mark = view.mark(i)
    return mark.tag if mark else None
