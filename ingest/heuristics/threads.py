"""Readers' comments below an article: who wrote, when, and what."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from ingest.dates import find_date, is_date_line
from ingest.model import Hit
from ingest.view import Kind, View, ends_sentence

_NUMBER: Final = re.compile(r"(?:\d{1,3} ?)?[-.)] |\d{1,3} ")
_CLOCK: Final = re.compile(r"\d{1,2}:\d\d")
LONGEST_NAME: Final = 5  # words
FEWEST_ABOVE: Final = 40  # words of an article that ends where its comments begin
_PAGE: Final = frozenset({"related_content", "legal_notice", "navigation", "call_to_action"})  # what may come below comments


def find(view: View) -> Iterator[Hit]:
    """Comments under their header: each has a name, the day alone on a line, and what the reader says.

    Evidence: a line labelled as comments, an article of 40 words and more above it that ends with a full stop, and below it
    a short line without a full stop with a day alone on one of the three lines under it. From there all goes to the next line
    that is some other part of the page. In a flattened page a name, a day with its hour and the words may be one line. Spared:
    everything above such a header, and below one that counts comments on top of the text. Missed: comments without a header,
    or without days.
    """
    header = next((i for i in view.rows if view.noise.get(i) == "comments" and _is_below_article(view, i)), None)
    if header is None:
        return
    below = [i for i in view.rows if i > header]
    first = next((n for n, i in enumerate(below) if _opens_comment(view, i, below[n + 1 : n + 4])), None)
    for i in below[first:] if first is not None else ():
        if view.noise.get(i) in _PAGE:
            return
        if i not in view.noise:
            yield Hit(*view.span(i))


def _is_below_article(view: View, header: int) -> bool:
    above = view.body[: bisect_left(view.body, header)][-FEWEST_ABOVE:]  # each has a word at least
    return bool(above) and ends_sentence(view.folded[above[-1]]) and sum(map(view.length, above)) >= FEWEST_ABOVE


def _opens_comment(view: View, i: int, under: Sequence[int]) -> bool:
    """Whether a reader's name and the day stand in a line, or in it and those under it."""
    if _is_name(view, i) and _has_stamp(view, under):
        return True
    text = view.folded[i]
    number = _NUMBER.match(text)
    start = number.end() if number else 0
    date = find_date(text, start) if view.is_flat else None
    if date is None or _CLOCK.search(text, date.start, date.end) is None:
        return False
    name = text[start : date.start].split()
    return bool(number or name) and len(name) <= LONGEST_NAME


def _is_name(view: View, i: int) -> bool:
    return i not in view.noise and view.kinds[i] in (Kind.HEADLINE, Kind.FRAGMENT) and view.length(i) <= LONGEST_NAME


def _has_stamp(view: View, lines: Sequence[int]) -> bool:
    """Whether one of the lines under a name is only a day; before it the reader's heading and words may stand."""
    return any(find_date(view.folded[i]) is not None and is_date_line(view.folded[i]) for i in lines)
