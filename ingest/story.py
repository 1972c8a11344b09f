"""Which of a page's blocks are the story: what an extractor found, and what stands beside it and belongs to it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from ingest.layout import Block
from ingest.roles import Role, role_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONG: Final = 60  # code points from which on a block is prose and no label
FEWEST: Final = 3  # long blocks that show which containers hold a story
SHORTEST_LEAD: Final = 40
FEW_LINKS: Final = 0.3
MOSTLY_LINKS: Final = 0.5
MOST_JOINED: Final = 5  # blocks
FARTHEST_LEAD: Final = 12  # blocks above the first paragraph, where no headline stands between
_LEAD: Final = re.compile(
    r"(?:^|[\W_])(?:lead|lede|standfirst|preamble|excerpt|sub-?title|sub-?head(?:line|ing)?|dek|deck|intro(?:duction)?|summary|abstract"
    r"|perex|ingress|vorspann|chapo|chapeau|sapo|entradilla|bajada)(?:$|[\W_])",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"[.!?…؟。！？।]\W{0,3}$")
_HEADINGS: Final = frozenset("h2 h3 h4 h5 h6".split())


class StoryLine(NamedTuple):
    """A line of the story: its text, where among the page's blocks it stands (None: nowhere), and the part it belongs to."""

    text: str
    place: int | None
    tag: str
    link_density: float


class _Roles:
    """The parts of the page, by the names of elements, that blocks belong to.

    Only elements that hold less than half of the article count: what is round all of it says nothing of a line.
    """

    def __init__(self, page: Sequence[Block], known: Sequence[int]) -> None:
        self._page = page
        self._weight: Counter[HtmlElement] = Counter()
        for n in known:
            for element in _around(page[n]):
                self._weight[element] += len(page[n].text)
        self._half = sum(len(page[n].text) for n in known) / 2
        # A standfirst is called a teaser, too; below some paragraphs teasers are those of other stories.
        long = [n for n in known if len(page[n].text) >= LONG and self._named(n) is None]
        self._teasers_from = long[FEWEST - 1] if len(long) >= FEWEST else len(page)

    def __getitem__(self, n: int) -> Role | None:
        role = self._named(n)
        if role == "teaser":
            return "related" if n > self._teasers_from else None
        return role

    def _named(self, n: int) -> Role | None:
        for element in _around(self._page[n]):
            if self._weight[element] >= self._half:
                return None
            if role := role_of(_names(element)):
                return role
        return None


def story(texts: Sequence[str], page: Sequence[Block], description: str) -> list[StoryLine]:
    """The lines of an article with the evidence of their blocks, and the blocks that the extractor missed.

    Missed are: a paragraph or list item in a container of the kind that holds the other paragraphs, a heading over one, and
    the standfirst, which stands above the first paragraph and is named so, or is the page's own description of itself.
    """
    blocks = [squashed(block.text) for block in page]
    places = {block: n for n, block in reversed([*enumerate(blocks)])}  # of equal blocks the first
    found = [_place(squashed(text), places, blocks) for text in texts]
    known = sorted({n for n in found if n is not None})
    roles = _Roles(page, known)
    lines = [_line(text, n, page, blocks, roles) for text, n in zip(texts, found, strict=True)]
    missed = _missed(page, known, roles, "".join(map(squashed, texts)), squashed(description))
    return [*_merged(lines, [StoryLine(page[n].text, n, page[n].tag, page[n].link_density) for n in sorted(missed)])]


def _place(text: str, places: Mapping[str, int], blocks: Sequence[str]) -> int | None:
    """Where a line stands among a page's blocks; of several blocks in a row that the extractor made one line, the first."""
    if text in places:
        return places[text]
    for n, block in enumerate(blocks):
        if text.startswith(block):
            rest = text
            for part in blocks[n : n + MOST_JOINED]:
                rest = rest.removeprefix(part)
                if not rest:
                    return n
    return None


def _line(text: str, place: int | None, page: Sequence[Block], blocks: Sequence[str], roles: _Roles) -> StoryLine:
    if place is None:
        return StoryLine(text, None, "p", _density(squashed(text), page, blocks))
    return StoryLine(text, place, roles[place] or page[place].tag, page[place].link_density)


def _density(text: str, page: Sequence[Block], blocks: Sequence[str]) -> float:
    """How much of a line that is no block is links: that of the blocks it was made of."""
    parts = [block for block, letters in zip(page, blocks, strict=True) if letters in text]
    length = sum(len(block.text) for block in parts)
    return round(sum(len(block.text) * block.link_density for block in parts) / length, 3) if length else 0.0


def squashed(text: str) -> str:
    """A text without its blanks, for comparing what two renderers made of the same words."""
    return "".join(text.split())


def _missed(page: Sequence[Block], known: Sequence[int], roles: _Roles, whole: str, description: str) -> set[int]:
    """The numbers of the blocks that belong to the article and are not in it."""
    long = [n for n in known if len(page[n].text) >= LONG and page[n].link_density < MOSTLY_LINKS and roles[n] is None]
    if len(long) < FEWEST:
        return set()
    containers = Counter(_container(page[n]) for n in long)
    first, last = long[0], long[-1]
    have, missed = set(known), set()
    for n in range(len(page) - 1, first, -1):
        block = page[n]
        if n in have or containers[_container(block)] < FEWEST or block.link_density >= FEW_LINKS or roles[n]:
            continue
        if block.tag in ("p", "li"):
            belongs = len(block.text) >= LONG and (n < last or bool(_ENDS.search(block.text)))
        else:
            belongs = block.tag in _HEADINGS and n < last and (n + 1 in have or n + 1 in missed) and page[n + 1].tag == "p"
        if belongs and squashed(block.text) not in whole:
            missed.add(n)
    return missed | {n for n in _leads(page, first, roles, description) if n not in have and squashed(page[n].text) not in whole}


def _leads(page: Sequence[Block], first: int, roles: _Roles, description: str) -> Iterator[int]:
    """The blocks of the standfirst: between the headline and the first paragraph."""
    headline = next((n for n in range(first - 1, -1, -1) if page[n].tag == "h1"), None)
    for n in range(max(0, first - FARTHEST_LEAD) if headline is None else headline + 1, first):
        block = page[n]
        if roles[n] or len(block.text) < SHORTEST_LEAD or block.link_density >= FEW_LINKS or block.tag not in ("p", "h2", "h3"):
            continue
        around = [*_around(block)][:2]
        named = headline is not None and any(_LEAD.search(_names(element)) for element in around)
        if named or _says_the_same(squashed(block.text), description):
            yield n


def _says_the_same(text: str, description: str) -> bool:
    """Whether a block is the page's description of itself, which may be cut off or go on."""
    return len(description) >= SHORTEST_LEAD and (text.startswith(description.rstrip(".…")) or description.startswith(text))


def _merged(lines: Sequence[StoryLine], missed: Sequence[StoryLine]) -> Iterator[StoryLine]:
    """The lines in their order, each missed one before the first line that stands below it on the page."""
    rest = [*missed]
    for line in lines:
        while rest and line.place is not None and rest[0].place is not None and rest[0].place < line.place:
            yield rest.pop(0)
        yield line
    yield from rest


def _around(block: Block) -> Iterator["HtmlElement"]:
    element = block.element
    while element is not None:
        yield element
        element = element.getparent()


def _container(block: Block) -> tuple[str, str | None] | None:
    parent = block.element.getparent()
    return None if parent is None else (parent.tag, parent.get("class"))


def _names(element: "HtmlElement") -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"
