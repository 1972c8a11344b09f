"""Style sheets and scripts that an extractor left in the text."""

import re
from collections.abc import Iterator
from typing import Final

from ingest.model import Hit, Span
from ingest.view import View

MOST_GAP: Final = 200  # code points between two blocks of one script
MOST_FOREIGN: Final = 0.2  # of a block's characters; a script may hold a prompt in Arabic
SPARSEST: Final = 400  # code points a declaration; where they are fewer, brackets hold prose
_DECLARATION: Final = re.compile(
    r"[a-z-]{2,40} ?: ?[^;:{}\n]{1,300};|\b(?:function ?\(|var [a-z_$]|return\b|=>)|[)}] ?;", re.IGNORECASE
)
# What stands before a block's bracket: selectors, or the head of a function; at least its last word.
_HEAD: Final = re.compile(r"[\w\s#.,:;>~*@$%()\[\]='\"+&|!?/<-]{1,300}$", re.ASCII)
_HEAD_START: Final = re.compile(r"[#.@*$\w(]")
_END: Final = re.compile(r"[\s)};,]*[)};]")
_TALK: Final = re.compile(r"\b(?:css|html|javascript)\b|شيفرة|برمجي", re.IGNORECASE)


def find(view: View) -> Iterator[Hit]:
    """Code in curly brackets, from the first selector or function to the last closing bracket.

    Evidence: brackets that close, and two or more declarations or statements in them (`name: value;`, `function (`,
    `);`). Between two such blocks, and before the first, only plain ASCII goes, and in a text in Latin letters no more
    than a selector. Spared: prose in brackets, templates, and everything where the text around speaks of code. Missed:
    code without curly brackets, which single rules of `common.markup` take.
    """
    text = view.document.text
    if "{" not in text or "}" not in text:
        return
    spans = list(_merged(text, _blocks(text)))
    if not any(_TALK.search(text, start, end) for start, end in _outside(text, spans)):
        yield from (Hit(*span) for span in spans)


def _blocks(text: str) -> Iterator[Span]:
    """The outermost pairs of curly brackets, each with what stands before it up to other letters."""
    depth, start, behind = 0, 0, 0
    for match in re.finditer("[{}]", text):
        if match[0] == "{":
            if not depth:
                start = match.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield Span(_head(text, behind, start), match.end())
                behind = match.end()


def _head(text: str, behind: int, bracket: int) -> int:
    """Where the selectors before a bracket begin."""
    found = _HEAD.search(text, max(behind, bracket - 300), bracket)
    if found is None:
        return bracket
    head = found[0]
    # A sentence before it is no selector; ASCII prose ends where a mark and a space stand.
    cut = max((m.end() for m in re.finditer(r"[.!?] (?=[A-Z#.@])|\s{2,}|\n", head)), default=0)
    first = _HEAD_START.search(text, found.start() + cut, bracket)
    return first.start() if first else bracket


def _merged(text: str, blocks: Iterator[Span]) -> Iterator[Span]:
    """The blocks that are code, those of one script as one."""
    last: Span | None = None
    for start, bracket in blocks:
        closing = _END.match(text, bracket)
        end = closing.end() if closing else bracket
        if not _is_code(text[start:end]):
            continue
        if last and start - last.end <= MOST_GAP and text[last.end : start].isascii():
            last = Span(last.start, end)
            continue
        if last:
            yield last
        last = Span(start, end)
    if last:
        yield last


def _is_code(block: str) -> bool:
    declared = len(_DECLARATION.findall(block))
    foreign = sum(not char.isascii() for char in block)
    return declared >= max(2, len(block) / SPARSEST) and foreign <= MOST_FOREIGN * len(block)


def _outside(text: str, spans: list[Span]) -> Iterator[tuple[int, int]]:
    edges = [0, *(place for span in spans for place in span), len(text)]
    return zip(edges[::2], edges[1::2], strict=True)
