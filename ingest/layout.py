"""A page's own blocks: the lines a browser would print, each with the elements it stands in and how much of it is links."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from ingest.extract import BLOCKS, link_density, telling

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS: Final = BLOCKS.union("thead body details summary address fieldset".split())
_SILENT: Final = frozenset(
    "script style noscript template iframe object svg head button select option textarea input label canvas audio video "
    "math".split()
)


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
    holder = next((element for element in reversed(around) if element.tag in _BLOCKS), around[-1])
    return Block(text, telling([element.tag for element in around]), link_density(pieces), holder)
