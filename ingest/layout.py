"""A page's own blocks: the lines a browser would print, each with the elements it stands in and how much of it is links."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS: Final = frozenset(
    "p div li ul ol h1 h2 h3 h4 h5 h6 table tbody thead tr td th blockquote section article header footer figure figcaption aside "
    "pre hr dl dt dd center nav form main body details summary address fieldset br".split()
)
_SILENT: Final = frozenset(
    "script style noscript template iframe object svg head button select option textarea input label canvas audio video "
    "math".split()
)
# Elements that say something of the lines in them; the first say it whatever stands between.
_SECTIONS: Final = frozenset("figcaption aside nav footer form".split())
_INNER: Final = frozenset("li h1 h2 h3 h4 h5 h6 blockquote td th pre caption dt dd address time".split())


class Block(NamedTuple):
    """One line of a page.

    Attributes:
        text: its words, blanks collapsed.
        tag: the nearest element around it that says something of it, or `p`; what `Mark.tag` is.
        link_density: how much of it is the text of links, 0 to 1.
        element: the element that holds the line.
    """

    text: str
    tag: str
    link_density: float
    element: "HtmlElement"


def blocks(tree: "HtmlElement") -> Iterator[Block]:
    """The blocks of a parsed page in reading order; scripts, buttons and what no reader sees as text are passed over."""
    from lxml import etree

    pieces: list[tuple[str, bool]] = []
    around: list[HtmlElement] = []
    links = 0
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if tag in _BLOCKS and pieces:
            if block := _block(pieces, around):
                yield block
            pieces = []
        if event == "start":
            if tag in _SILENT:
                walk.skip_subtree()
                continue
            links += tag == "a"
            around.append(element)
            piece = element.text
        else:
            if tag not in _SILENT:
                links -= tag == "a"
                around.pop()
            piece = element.tail
        if piece:
            pieces.append((piece, links > 0))


def _block(pieces: list[tuple[str, bool]], around: list["HtmlElement"]) -> Block | None:
    """The line that was gathered, if there is anything on it."""
    text = " ".join("".join(piece for piece, _ in pieces).split())
    if not text:
        return None
    tags = [element.tag for element in reversed(around)]
    tag = next((tag for tag in tags if tag in _SECTIONS), None) or next((tag for tag in tags if tag in _INNER), "p")
    length = sum(len(piece.strip()) for piece, _ in pieces)
    linked = sum(len(piece.strip()) for piece, is_link in pieces if is_link)
    holder = next((element for element in reversed(around) if element.tag in _BLOCKS), around[-1])
    return Block(text, tag, round(linked / length, 3), holder)
