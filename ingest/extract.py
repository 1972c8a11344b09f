"""Markup to text. A text field that is really HTML is rendered before anything else looks at it."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from ingest.model import Document, Mark, Span

# A block tag breaks a line; only text that has some is taken for markup. A stray `<b>` in prose is cut where it stands.
BLOCKS: Final = frozenset(
    "p div br li ul ol h1 h2 h3 h4 h5 h6 table tbody tr td th blockquote section article header footer figure figcaption aside pre "
    "hr dl dt dd center nav form main".split()
)
_BLOCK: Final = "|".join(sorted(BLOCKS))
_BLOCK_TAG: Final = re.compile(rf"<(/?)(?:{_BLOCK})(\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)
_ESCAPED_TAG: Final = re.compile(rf"&(?:amp;)?lt;/?(?:{_BLOCK})(?:\s|&(?:amp;)?gt;|/)", re.IGNORECASE)
_CLOSED_BREAK: Final = re.compile(r"</br\s?>", re.IGNORECASE)  # read as a break by browsers, dropped by the parser
_DATA_SECTION: Final = re.compile(r"<!\[CDATA\[|\]\]>")
_ENTITY: Final = re.compile(r"&(?:amp;)?(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)
# Tags that alone part two words, or a sentence from the next. Raised and lowered figures belong to their word.
_PARTING: Final = re.compile(
    r"(?:(?<=\w)|(?<=[.!?؟…:،,»”)]))(?:</?(?!su[bp]\b)[a-z][a-z0-9:]{0,14}(?:\s[^<>]{0,1500})?/?>){1,20}(?=\w)"
    r"|(?<=\w)(?:</?(?!su[bp]\b)[a-z][a-z0-9:]{0,14}(?:\s[^<>]{0,1500})?/?>){1,20}(?=[«“(])",
    re.IGNORECASE,
)
# One letter before a tag may be a word's own (`و<b>قال</b>`), and so may an article.
_PROCLITIC: Final = re.compile(r"\b(?:[وفبلك]{0,2}(?:ال|لل)|[وفبلكسأ]{1,2}|\w)$|ـ$")
_WORD: Final = re.compile(r"\w")
_CODE_TALK: Final = re.compile(r"\b(?:html|xml|entity|entities|escape[ds]?|ascii|unicode)\b|ترميز|الكود|شيفرة", re.IGNORECASE)
_DROPPED: Final = ("script", "style", "noscript", "template", "iframe", "object", "svg", "head", "title", "button", "select", "img")
_CELL: Final = ("td", "th")
# Elements that say something of the lines in them; the first say it whatever stands between.
_SECTIONS: Final = frozenset("figcaption aside nav footer form".split())
_INNER: Final = frozenset("li h1 h2 h3 h4 h5 h6 blockquote td th pre caption dt dd address time".split())
_END: Final = object()  # stands on the stack for the end of an element
_XML_DECLARATION: Final = re.compile(r"<\?xml[^>]{0,200}>")  # or the parser warns that this might be XML
LONGEST_WRAPPED: Final = 150  # code points of a line of wrapped source
FEWEST_PARAGRAPHS: Final = 2
_SENTENCE_END: Final = re.compile(r"[.!?؟…۔:][\"'»”)]*$")
_INLINE_TAG: Final = re.compile(r"</?[a-z][^<>]{0,1500}>", re.IGNORECASE)
# What holds its own lines, and what is no text, up to its end; where that is missing another such tag ends the search for it.
_CLOSED: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|pre|p|li|td|th|h[1-6])\b(?:(?!<\1\b).)*?</\1\s?>", re.IGNORECASE | re.DOTALL
)
_MOST_LAYERS: Final = 3  # feeds escape twice at the most; one more for luck
_SPACE: Final = re.compile(r"[ \t\r\f\v\u00a0]+")


class _Line(NamedTuple):
    text: str
    tag: str
    link_density: float


def is_markup(text: str) -> bool:
    """Whether a text is HTML: two or more block tags, among them one that closes, has attributes, or breaks a line.

    >>> is_markup("<p>نعم.</p>"), is_markup("The <p> tag opens a paragraph.")
    (True, False)
    """
    if "<" not in text and "&" not in text:
        return False
    tags = [*_BLOCK_TAG.finditer(text)]
    if len(tags) >= 2 and any(tag[1] or tag[2] or "br" in tag[0].lower() for tag in tags):
        return True
    return len(_ESCAPED_TAG.findall(text)) >= 2


def plain(text: str) -> str:
    """The text without what hides its words: markup is rendered, and in prose stray entities are resolved.

    A text that is prose with a tag here and there is not rendered: rules cut such tags one by one. But a tag that alone
    stands between two words cannot be cut out without running them together, so a line feed or a space is set before
    it. A line that talks about code keeps its entities.

    >>> plain("one<br>two&nbsp;three &quot;four&quot;")
    'one\\n<br>two three "four"'
    >>> plain("قال<b>الوزير</b> و<b>الأمين</b>")
    'قال <b>الوزير</b> و<b>الأمين</b>'
    """
    if "<" not in text and "&" not in text:
        return text
    if is_markup(text):
        return "\n".join(line.text for line in _render(text))
    return _part("\n".join(map(_resolve, text.split("\n"))))


def _resolve(line: str) -> str:
    """A line with its entities as characters; one that talks about code, or holds nothing else, is left to the rules."""
    if "&" not in line or _CODE_TALK.search(line) or not _WORD.search(_ENTITY.sub("", line)):
        return line
    return _ENTITY.sub(_character, line)


def _character(entity: re.Match[str]) -> str:
    """The character that an entity stands for, or the entity where it stands for none; spaces are plain ones."""
    char = html.unescape(html.unescape(entity[0]))
    if len(char) > 1:
        return entity[0]
    return " " if char.isspace() else char


def _part(text: str) -> str:
    """The text with a line feed or a space before tags that alone part two words."""

    def parted(tags: re.Match[str]) -> str:
        if _BLOCK_TAG.search(tags[0]):
            return "\n" + tags[0]
        before = text[max(0, tags.start() - 12) : tags.start()]
        return tags[0] if _PROCLITIC.search(before) else " " + tags[0]

    return _PARTING.sub(parted, text)


def rendered(document: Document) -> Document:
    """The document with its text as `plain` gives it, and with marks for its lines where it was markup.

    >>> rendered(Document(id="a", text="<p>one <a href='x'>two</a></p><h2>three</h2>")).marks[1]
    Mark(span=Span(start=8, end=13), tag='h2', link_density=0.0)
    """
    if document.rendered:
        return document
    lines = _render(document.text) if is_markup(document.text) else []
    text = "\n".join(line.text for line in lines) if lines else plain(document.text)
    if text == document.text:
        return document
    marks, start = [], 0
    for line in lines:
        marks.append(Mark(Span(start, start + len(line.text)), line.tag, line.link_density))
        start += len(line.text) + 1
    return replace(document, text=text, rendered=True, marks=tuple(marks))


def _render(text: str) -> list[_Line]:
    """The lines that markup stands for: one a block, entities resolved, scripts and styles gone.

    Markup that was escaped, once or twice, is unescaped first. Broken markup is read as a browser would read it.
    """
    lines: list[_Line] = []
    for _ in range(_MOST_LAYERS):
        if not is_markup(text):
            break
        lines = list(_lines(text if _BLOCK_TAG.search(text) else html.unescape(text)))
        text = "\n".join(line.text for line in lines)
    return lines


def _lines(markup: str) -> Iterator[_Line]:
    from bs4 import BeautifulSoup
    from bs4.element import Comment, Doctype, NavigableString, Tag

    markup = _CLOSED_BREAK.sub("<br>", _DATA_SECTION.sub("", _XML_DECLARATION.sub("", markup)))
    soup = BeautifulSoup(_part(markup), "lxml")
    for tag in soup.find_all(_DROPPED):
        tag.decompose()
    # Where nothing holds paragraphs, the line feeds do; elsewhere they are only where the source wrapped, if it did.
    wrapped = soup.find(["p", "div", "li", "td", "h1", "h2", "h3"]) is not None and not _has_paragraphs(markup)
    around: list[str] = []  # the names of the elements round the node in hand
    pieces: list[tuple[str, bool]] = []  # of the line in hand, each with whether it is in a link
    stack: list[object] = [soup]  # and not recursion: nested tags must not exhaust it
    while stack:
        node = stack.pop()
        if isinstance(node, NavigableString):
            if not isinstance(node, Comment | Doctype):
                pieces.append((node.replace("\n", " ") if wrapped else str(node), "a" in around))
            continue
        name = node.name if isinstance(node, Tag) else around[-1]
        if name in _CELL:
            pieces.append((" ", False))
        elif name in BLOCKS:
            yield from _ended(pieces, around)
            pieces.clear()
        if isinstance(node, Tag):
            around.append(name)
            stack += [_END, *reversed(node.contents)]
        else:
            around.pop()
    yield from _ended(pieces, around)


def _has_paragraphs(markup: str) -> bool:
    """Whether line feeds part paragraphs though there are block tags, as in what the software of blogs keeps of a text.

    Evidence: outside of what holds a paragraph already, of the lines without a block tag that another such line follows, two
    and a third of all end like a sentence or are longer, without their links, than sources are wrapped.
    """
    bare = _INLINE_TAG.sub(lambda tag: tag[0] if _BLOCK_TAG.match(tag[0]) else "", _CLOSED.sub("<p>", markup))
    lines = [line.strip() for line in bare.split("\n") if line.strip()]
    followed = [line for line, below in pairwise(lines) if not (_BLOCK_TAG.search(line) or _BLOCK_TAG.search(below))]
    ended = sum(len(line) > LONGEST_WRAPPED or _SENTENCE_END.search(line) is not None for line in followed)
    return ended >= FEWEST_PARAGRAPHS and 3 * ended >= len(followed)


def _ended(pieces: list[tuple[str, bool]], around: list[str]) -> Iterator[_Line]:
    """The line that was gathered, if there is anything on it; more than one where line feeds hold paragraphs."""
    tag, density = telling(around), link_density(pieces)
    for line in "".join(text for text, _ in pieces).split("\n"):
        if text := _SPACE.sub(" ", line).strip():
            yield _Line(text, tag, density)


def telling(around: Sequence[str]) -> str:
    """Of the elements round a line, the outermost first, the nearest that says something of it, or `p`.

    >>> telling(["body", "aside", "ul", "li", "b"]), telling(["body", "ul", "li", "b"]), telling(["body", "div"])
    ('aside', 'li', 'p')
    """
    return next((name for names in (_SECTIONS, _INNER) for name in reversed(around) if name in names), "p")


def link_density(pieces: Iterable[tuple[str, bool]]) -> float:
    """How much of a line is the text of links, 0 to 1; of each piece it is known whether it is in one.

    >>> link_density([("one ", False), ("two", True)])
    0.5
    """
    lengths = [(len(text.strip()), linked) for text, linked in pieces]
    length = sum(length for length, _ in lengths)
    return round(sum(length for length, linked in lengths if linked) / length, 3) if length else 0.0
