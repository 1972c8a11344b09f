"""Markup to text. A text field that is really HTML is rendered before anything else looks at it."""

import html
import re
from typing import Final

# A block tag breaks a line; only text that has some is taken for markup. A stray `<b>` in prose is cut where it stands.
_BLOCK: Final = (
    "p|div|br|li|ul|ol|h[1-6]|table|tbody|tr|td|th|blockquote|section|article|header|footer|figure|figcaption|aside|pre|hr|dl|dt|dd|"
    "center|nav|form|main"
)
_BLOCK_TAG: Final = re.compile(rf"<(/?)(?:{_BLOCK})(\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)
_ESCAPED_TAG: Final = re.compile(rf"&(?:amp;)?lt;/?(?:{_BLOCK})(?:\s|&(?:amp;)?gt;|/)", re.IGNORECASE)
_GLUED: Final = re.compile(r"(?<=\w)(?:(?P<line></?(?:br|p|div|li)\s?/?>)|&nbsp;|&#160;)(?=\w)", re.IGNORECASE)
_DROPPED: Final = ("script", "style", "noscript", "template", "iframe", "object", "svg", "head", "title", "button", "select", "img")
_BLOCK_NAMES: Final = re.compile(rf"^(?:{_BLOCK})$")
_CELL: Final = ("td", "th")
_XML_DECLARATION: Final = re.compile(r"<\?xml[^>]{0,200}>")  # or the parser warns that this might be XML
_MOST_LAYERS: Final = 3  # feeds escape twice at the most; one more for luck
_SPACE: Final = re.compile(r"[ \t\r\f\v\u00a0]+")
_BREAKS: Final = re.compile(r" ?\n[ \n]*")


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


def unglue(text: str) -> str:
    """The text with a line feed or a space for each tag or entity that alone stands between two words.

    In prose with a stray tag nothing else is touched; the tag cannot be cut out, that would run the words together.

    >>> unglue("one<br>two&nbsp;three <br> four")
    'one\\ntwo three <br> four'
    """
    return _GLUED.sub(lambda found: "\n" if found["line"] else " ", text) if "<" in text or "&" in text else text


def render(text: str) -> str:
    """The text that markup stands for: one line a block, entities resolved, scripts and styles gone.

    Markup that was escaped, once or twice, is unescaped first. Broken markup is read as a browser would read it.

    >>> render("<p>أعلن&nbsp;الوزير <b>اليوم</b>.</p><ul><li>أول<li>ثان</ul>")
    'أعلن الوزير اليوم.\\nأول\\nثان'
    >>> render("&lt;p&gt;one&lt;br&gt;two&lt;/p&gt;")
    'one\\ntwo'
    """
    for _ in range(_MOST_LAYERS):
        if not is_markup(text):
            break
        if not _BLOCK_TAG.search(text):
            text = html.unescape(text)
        text = _render(text)
    return text


def _render(markup: str) -> str:
    from bs4 import BeautifulSoup
    from bs4.element import Comment, Doctype, NavigableString, Tag

    soup = BeautifulSoup(_XML_DECLARATION.sub("", markup), "lxml")
    for tag in soup.find_all(_DROPPED):
        tag.decompose()
    # Where nothing holds paragraphs, the line feeds do; elsewhere they are only where the source wrapped.
    wrapped = soup.find(["p", "div", "li", "td", "h1", "h2", "h3"]) is not None
    parts: list[str] = []
    stack: list[NavigableString | Tag | str] = [soup]
    while stack:  # a stack, not recursion: nested tags must not exhaust it
        node = stack.pop()
        if isinstance(node, Tag):
            around = " " if node.name in _CELL else "\n" if _BLOCK_NAMES.match(node.name) else ""
            stack += [around, *reversed(node.contents), around]  # type: ignore[list-item]
        elif isinstance(node, NavigableString):
            if not isinstance(node, Comment | Doctype):
                parts.append(node.replace("\n", " ") if wrapped else str(node))
        else:
            parts.append(node)
    return _BREAKS.sub("\n", _SPACE.sub(" ", "".join(parts))).strip()
