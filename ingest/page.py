"""A whole page of HTML to its article: parsed once, pruned, extracted by trafilatura, rendered to lines with evidence.

trafilatura says what the article is (Barbaresi 2021, 10.18653/v1/2021.acl-demo.15). The page's own blocks say what its
lines are: in which part of the page each stands, and how much of it is links. What of that is noise is left to the rules
and heuristics, as with any text, so that it is in the record.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import urlsplit

from ingest.embedded import embedded_article
from ingest.extract import rendered
from ingest.layout import blocks
from ingest.metadata import Metadata, address, as_day, read_metadata
from ingest.model import Document, Mark, Span
from ingest.selectors import PageRules, kept, prune, values
from ingest.sites import host_of, site_of
from ingest.story import StoryLine, squashed, story

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LARGEST: Final = 20_000_000  # code points; a page of news has a tenth of a million
ENOUGH: Final = 250  # code points of an article; where there are fewer, another way is tried
MUCH_MORE: Final = 2  # times as long must what another way gives be
SHORT: Final = 120  # words: a story may be as short, but so are error pages and walls
TERSE: Final = 50  # words of such a page at the most, where its title does not say what it is
MOSTLY_LINKS: Final = 0.5
_NOTHING: Final = "there is no article in this page"
_BREAKING: Final = frozenset("p head item quote list row table lb code body".split())  # names that trafilatura gives its elements
_REFUSAL: Final = re.compile(
    r"\b(?:404|page not found|access denied|just a moment|verify you are (?:a )?human|are you a robot|captcha|log ?in|sign in|"
    r"accept (?:all )?cookies|enable javascript)\b|الصفحة (?:غير موجودة|المطلوبة)|تسجيل الدخول|ملفات تعريف الارتباط|"
    r"seite nicht gefunden|page introuvable|página no encontrada|pagina non trovata|страница не найдена|sayfa bulunamadı",
    re.IGNORECASE,
)


class _Way(NamedTuple):
    """One way to an article: its lines, and what to tell of it (nothing of the usual one)."""

    lines: list[StoryLine]
    told: str | None = None

    @property
    def size(self) -> int:
        return sum(len(line.text) for line in self.lines)


def extracted(page: Document, of_pages: Callable[[str | None], PageRules] = lambda _: PageRules()) -> Document:
    """The article of a page: its lines, a mark for each, what the page says of it, and doubts. A page may have none.

    `of_pages` gives the selectors for a domain.
    """
    if len(page.text) > LARGEST:
        return replace(page, text="", is_page=False, rendered=True, doubt=f"the page has more than {LARGEST:,} letters")
    tree = _parsed(page.text)
    if tree is None:
        return replace(page, text="", is_page=False, rendered=True, doubt=_NOTHING)
    url = page.url or address(tree)
    host = host_of(url) if url else None
    site = page.site or (site_of(url) if url else None)
    selectors = of_pages(host or site)
    metadata = _told(tree, selectors, read_metadata(tree))
    prune(tree, selectors)
    way = _best(tree, metadata, kept(tree, selectors))
    marks, start = [], 0
    for line in way.lines:
        marks.append(Mark(Span(start, start + len(line.text)), line.tag, line.link_density))
        start += len(line.text) + 1
    return replace(
        page,
        text="\n".join(line.text for line in way.lines),
        is_page=False,
        rendered=True,
        marks=tuple(marks),
        title=page.title or metadata.title,
        url=url,
        site=site,
        date_published=page.date_published or metadata.day,
        authors=page.authors or metadata.authors,
        tags=page.tags or metadata.tags,
        declared_language=metadata.language,
        warnings=(way.told,) if way.told else (),
        doubt=_doubt(way, metadata, url),
    )


def _parsed(markup: str) -> "HtmlElement | None":
    """The tree of a page, or None where there is nothing in it."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _told(tree: "HtmlElement", selectors: PageRules, found: Metadata) -> Metadata:
    """The metadata, with what the selectors of the site find in place of what the page says."""
    days = map(as_day, values(tree, selectors, "date_published"))
    return found._replace(
        title=" ".join(values(tree, selectors, "title")) or found.title,
        day=next(filter(None, days), None) or found.day,
        authors=values(tree, selectors, "authors") or found.authors,
        tags=values(tree, selectors, "tags") or found.tags,
    )


def _best(tree: "HtmlElement", metadata: Metadata, article: Sequence["HtmlElement"]) -> _Way:
    """The article by the usual way; where it is implausibly short, by the first other way that gives much more.

    Where a site's pack says which elements hold the article, they are the only way.
    """
    if article:
        page = [block for element in article for block in blocks(element)]
        return _Way(story([block.text for block in page], page, ""))
    page = [*blocks(tree)]

    def by_trafilatura(**options: Any) -> list[StoryLine]:
        return story(_extract(tree, **options), page, metadata.description)

    usual = _Way(by_trafilatura(fast=True, favor_recall=True))
    others: list[tuple[str, Callable[[], list[StoryLine]]]] = [
        ("by trafilatura's fallbacks", by_trafilatura),
        ("from the structured data", lambda: _rendered(metadata.body)),
        ("from a script", lambda: _rendered(embedded_article(tree) or "")),
    ]
    for name, take in others:
        if usual.size >= max(ENOUGH, len(metadata.body) / MUCH_MORE):
            break
        other = _Way(take(), f"the article was taken {name}: the page's own text has hardly any of it")
        if other.size >= MUCH_MORE * usual.size:
            usual = other
    return usual


def _extract(tree: "HtmlElement", **options: Any) -> list[str]:
    """What trafilatura takes for the article, a line each; its memory of other documents is off."""
    from trafilatura import bare_extraction

    found: Any = bare_extraction(tree, include_comments=False, deduplicate=False, **options)
    return [*_lines(found.body)] if found and found.body is not None else []


def _lines(body: "HtmlElement") -> Iterator[str]:
    """One line for a paragraph, a heading, an item, a row."""
    from lxml import etree

    pieces: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _BREAKING:
            if text := " ".join("".join(pieces).split()):
                yield text
            pieces.clear()
        elif element.tag == "cell":
            pieces.append(" ")
        if piece := element.text if event == "start" else element.tail:
            pieces.append(piece)


def _rendered(text: str) -> list[StoryLine]:
    """The lines of an article that did not stand among the page's blocks; it is markup, or its lines are paragraphs."""
    article = rendered(Document(id="", text=text))
    if article.marks:
        return [StoryLine(article.text[slice(*mark.span)], None, mark.tag, mark.link_density) for mark in article.marks]
    return [StoryLine(line.strip(), None, "p", 0.0) for line in article.text.split("\n") if line.strip()]


def _doubt(way: _Way, metadata: Metadata, url: str | None) -> str | None:
    """Why this page does not seem to be an article, or None."""
    text = "\n".join(line.text for line in way.lines)
    if not squashed(text):
        return _NOTHING
    words = len(text.split())
    linked = sum(len(line.text) * line.link_density for line in way.lines)
    if linked > MOSTLY_LINKS * len(text):
        return "this page does not seem to be an article: most of its text is links"
    told = f"{metadata.title} {text}" if words < TERSE else metadata.title or ""
    if words < SHORT and (found := _REFUSAL.search(told)):
        return f"this page does not seem to be an article, but an error page or a wall: {found[0]!r} in {words} words"
    if metadata.is_article is not True and url and urlsplit(url).path in ("", "/"):
        return "this page does not seem to be an article: it is the front page of its site"
    return None
