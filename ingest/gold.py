"""Gold: texts in which each part has a label, by which rules are measured.

A file of gold is JSON lines. Each object has the text under `raw` and its parts under `spans`, as `[start, end, label]`
with offsets in code points; `id`, `title`, `lang`, `site` and `url` may be there. A label is one of a removal, or
`body`: the article, which has to stay. `title` and `neutral`, on which a fair editor could go either way, never count,
and neither does what no span covers.

Faulty gold measures nothing, so the first fault ends the reading: a span that is off by some letters would blame the
rules for it.
"""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from ingest.model import LABELS, Document
from ingest.read.encoding import UndecodableError, lines
from ingest.read.fields import FieldError, Fields, to_document
from ingest.read.files import READ_ERRORS, InputError, opened, why
from ingest.read.jsonl import parse

BODY: Final = "body"
NOISE: Final = tuple(label for label in LABELS if label != "title")
GOLD_LABELS: Final = (BODY, "title", "neutral", *NOISE)
WORD: Final = re.compile(r"[\w\u064b-\u065f\u0670]+|\S")  # Arabic vowel signs are a part of their word; marks stand alone
_FIELDS: Final = Fields(text="raw", language="lang")


class Part(NamedTuple):
    """A stretch of a gold text with its label."""

    start: int
    end: int
    label: str


class Word(NamedTuple):
    """A word or a mark of a gold text, and the number of the part that it stands in."""

    text: str
    start: int
    end: int
    label: str
    part: int


@dataclass(frozen=True)
class Gold:
    """A document, the file it is from, and its parts, sorted and disjoint."""

    file: str
    document: Document
    parts: tuple[Part, ...]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of all parts; no word runs across two of them."""
        return tuple(
            Word(found[0], *found.span(), label, n)
            for n, (start, end, label) in enumerate(self.parts)
            for found in WORD.finditer(self.document.text, start, end)
        )


def read_gold(names: Iterable[str], *, with_title: bool = True) -> Iterator[Gold]:
    """The gold in some files; without titles, rules have to find the headline by themselves.

    Raises:
        InputError: a file breaks off or has a fault; the message says where.
    """
    for name in names:
        try:
            with opened(name, "jsonl") as source:
                for number, line in enumerate(lines(source.stream), 1):
                    if line.strip():
                        gold = _gold(name, number, line)
                        yield gold if with_title else replace(gold, document=replace(gold.document, title=None))
        except READ_ERRORS as error:
            raise InputError(f"{name}: reading stopped: {why(error)}") from None


def _gold(name: str, number: int, line: bytes) -> Gold:
    try:
        found = parse(line)
        parts = _parts(found.get("spans"), found.get("raw"))
        return Gold(name, to_document(found, _FIELDS), parts)
    except (FieldError, UndecodableError) as error:
        raise InputError(f"{name}:{number}: {error}") from None


def _parts(spans: object, text: object) -> tuple[Part, ...]:
    """The parts in order.

    >>> _parts([[4, 9, "tags"], [0, 4, "body"]], "One. Tags")
    (Part(start=0, end=4, label='body'), Part(start=4, end=9, label='tags'))
    """
    if not isinstance(text, str):
        raise FieldError("no text under 'raw'")
    if not isinstance(spans, list):
        raise FieldError("no list under 'spans'")
    parts = sorted(_part(span, len(text)) for span in spans)
    for before, after in pairwise(parts):
        if before.end > after.start:
            raise FieldError(f"two spans overlap: {_shown(before)} and {_shown(after)}")
    return tuple(parts)


def _part(span: object, length: int) -> Part:
    match span:
        case [int(start), int(end), str(label)] if not isinstance(start, bool) and not isinstance(end, bool):
            part = Part(start, end, label)
        case _:
            raise FieldError(f"a span is written [start, end, label], not {span!r}"[:200])
    if label not in GOLD_LABELS:
        near = difflib.get_close_matches(label, GOLD_LABELS, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"the labels are {', '.join(GOLD_LABELS)}"
        raise FieldError(f"the span {_shown(part)}: there is no label {label!r}; {hint}")
    if not 0 <= start < end:
        raise FieldError(f"the span {_shown(part)} holds nothing")
    if end > length:
        raise FieldError(f"the span {_shown(part)} ends outside the text, which has {length} code points")
    return part


def _shown(part: Part) -> str:
    return f"[{part.start}, {part.end}, {part.label}]"
