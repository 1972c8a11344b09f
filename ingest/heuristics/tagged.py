"""What the markup says of a line, where the text was rendered from it. Without markup nothing here fires."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from ingest.blocks import FOREIGN
from ingest.model import Hit
from ingest.view import Kind, View, ends_sentence
from ingest.words import share

FEWEST_LINKS: Final = 3
FEWEST_PARAGRAPHS: Final = 3
SHORTEST_POINTER: Final = 4  # words
LONGEST_POINTER: Final = 30
NEARLY_ALL_LINK: Final = 0.85  # a label before it may stand outside
HALF_LINK: Final = 0.5
MOST_OF_A_PART: Final = 0.4
_HEADINGS: Final = ("h2", "h3", "h4", "h5", "h6")
ALL_LINK: Final = 0.9  # an arrow or a number before it may stand outside


def find_captions(view: View) -> Iterator[Hit]:
    """The text under a figure, whatever it looks like.

    Evidence: the element `figcaption`, or on a whole page an element that is named so. Spared: a text that has nothing
    else. Missed: captions that a page marks in its own way.
    """
    captions = [i for i in _tagged_rows(view) if _tag(view, i) in ("figcaption", "caption")]
    if len(captions) < len(view.rows):
        for i in captions:
            yield Hit(*view.span(i))


def find_menus(view: View) -> Iterator[Hit]:
    """Menus and forms.

    Evidence: the elements `nav` and `form`. Spared: sentences in them, and everything where they hold the paragraphs,
    as on pages that are one form. Missed: menus in other elements.
    """
    if not view.document.marks or any(_tag(view, i) in ("nav", "form") for i in view.body):
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
    if not view.document.marks or view.is_terse or len(view.body) < 2:
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


def find_pointers(view: View) -> Iterator[Hit]:
    """Links to other stories between the paragraphs, whatever they begin with.

    Evidence: a paragraph of four words or more, nearly all of it a link, without a full stop, in an article of three
    paragraphs or more; two list items or headings in a row at least half of which is links. Spared: the headline; single
    items and headings, which may be what the text is a list of; shorter links, which are names of sources; links in a
    sentence. Missed: pointers that end like sentences.
    """
    if not view.document.marks or view.is_terse or len(view.body) < FEWEST_PARAGRAPHS:
        return
    rows = [i for i in view.rows if i not in view.noise]
    for kind, group in groupby(rows, key=lambda i: _pointer(view, i)):
        run = list(group)
        if kind == "paragraph" or (kind == "item" and len(run) > 1):
            for i in run:
                yield Hit(*view.span(i))


def _pointer(view: View, i: int) -> str | None:
    """Whether a line could point to another story: as a paragraph of its own, or as one item of several."""
    mark = view.mark(i)
    if mark is None or not SHORTEST_POINTER <= view.length(i) <= LONGEST_POINTER or i == view.headline or view.is_title(i):
        return None
    if ends_sentence(view.folded[i]) and view.folded[i][-1] not in "?؟!":
        return None
    if mark.tag == "p":
        return "paragraph" if mark.link_density >= NEARLY_ALL_LINK else None
    return "item" if mark.link_density >= HALF_LINK and (mark.tag == "li" or mark.tag in _HEADINGS) else None


def find_headings(view: View) -> Iterator[Hit]:
    """The page's own headline where it reads otherwise than the one that is given, perhaps with a kicker in front.

    Evidence: the element `h1` above the first paragraph, and a given headline. Spared: the given headline itself, texts
    without a paragraph. Missed: headlines that a page marks in its own way.
    """
    if not view.title or not view.body:
        return
    for i in _tagged_rows(view):
        if i < view.body[0] and _tag(view, i) == "h1" and not view.is_title(i):
            yield Hit(*view.span(i))


def find_related(view: View) -> Iterator[Hit]:
    """What stands in a part of the page that is named for other stories: `related`, `recommended`, `teaser`."""
    return _part(view, "related")


def find_boxes(view: View) -> Iterator[Hit]:
    """Boxes of facts beside the article, by their names: `factbox`, `infobox`."""
    return _part(view, "box")


def find_prompts(view: View) -> Iterator[Hit]:
    """What asks readers to do something, by the part's name: `newsletter`, `subscribe`, `consent`, `disclaimer`."""
    return _part(view, "prompt")


def find_authors(view: View) -> Iterator[Hit]:
    """Bylines and boxes about the author, by their names: `byline`, `author-bio`."""
    return _part(view, "author")


def find_comments(view: View) -> Iterator[Hit]:
    """Readers' comments and the form for them, by the part's name."""
    return _part(view, "comments")


def _part(view: View, name: str) -> Iterator[Hit]:
    """The lines in a part of the page.

    Evidence: the class or id of an element round the line, which is not round most of the article. Spared: everything
    where such parts hold more than two fifths of the words: there the names say something else. Missed: parts with names
    of their own.
    """
    rows = _tagged_rows(view)
    lines = [i for i in rows if _tag(view, i) == name]
    if sum(map(view.length, lines)) > MOST_OF_A_PART * sum(map(view.length, rows)):
        return
    for i in lines:
        yield Hit(*view.span(i))


def _is_link(view: View, i: int) -> bool:
    mark = view.mark(i)
    short = view.kinds[i] in (Kind.HEADLINE, Kind.FRAGMENT, Kind.TRUNCATED)
    return mark is not None and mark.link_density >= ALL_LINK and short and i != view.headline and not view.is_title(i)


def _tag(view: View, i: int) -> str | None:
    mark = view.mark(i)
    return mark.tag if mark else None


def _tagged_rows(view: View) -> list[int]:
    """The lines that nothing has labelled yet, of a text that was rendered; none of any other."""
    return [i for i in view.rows if i not in view.noise] if view.document.marks else []
