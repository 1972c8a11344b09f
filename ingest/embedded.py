"""Article texts that a page carries in its scripts: structured data, and the state that a browser would render."""

import html
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import orjson

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SHORTEST: Final = 400  # code points: what is shorter is a summary
_QUOTE: Final = re.compile(r'\\.|"', re.DOTALL)  # what a backslash stands before is no end of a string
_PARAGRAPH: Final = re.compile(r"<p[\s>]", re.IGNORECASE)
_FEWEST: Final = 3  # paragraphs


def embedded_article(tree: "HtmlElement") -> str | None:
    """The markup of the article in a script's data: the longest string there that is made of paragraphs; None if there is none.

    Sites whose pages are put together in the browser print them like this (`__NEXT_DATA__`, `__INITIAL_STATE__` and others).
    """
    found = [text for script in tree.iter("script") for text in _strings(script.text or "")]
    return max(found, key=len, default=None)


def _strings(script: str) -> Iterator[str]:
    """The long strings of a script that hold paragraphs; any two quotes may hold one, for a script has stray ones."""
    quotes = [found.start() for found in _QUOTE.finditer(script) if found[0] == '"'] if len(script) >= SHORTEST else []
    for start, end in pairwise(quotes):
        if end - start > SHORTEST and len(_PARAGRAPH.findall(text := _loaded(script[start : end + 1]))) >= _FEWEST:
            yield text


def _loaded(literal: str) -> str:
    """The text of a string literal in JSON; where it holds markup that was escaped, unescaped."""
    try:
        text = str(orjson.loads(literal))
    except orjson.JSONDecodeError:
        return ""
    return html.unescape(text) if "&lt;p" in text else text
