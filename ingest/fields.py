"""The record's fields from what was taken out of the text: dates, credits, authors, captions, tags, other stories."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from ingest.dates import parse_date
from ingest.model import Document, Related, Removal
from ingest.script import EDGE, fold
from ingest.words import near_copy

_TAG_SEPARATOR: Final = re.compile(r"\s*[,،؛;|\n•]\s*|\s+[-–/]\s+|\s{2,}|(?=#)")


def fields(document: Document, removals: Iterable[Removal]) -> dict[str, Any]:
    """The fields that the values of removals go to, named as in `Record`.

    The day and the authors that the input has fields for go before those in its text; tags are put together.

    >>> found = Removal(0, 9, "source_attribution", "x", "credits", "المصدر: «تاس»", "«تاس»")
    >>> fields(Document(id="a", text="", tags=("روسيا",)), [found])["credits"]
    ('تاس',)
    """
    values: dict[str, list[str]] = {}
    for removal in removals:
        if removal.to:
            values.setdefault(removal.to, []).append(removal.value or removal.text.strip())
    days = (day for value in values.get("date_published", ()) if (day := parse_date(value)))
    return {
        "date_published": document.date_published or next((day.isoformat() for day in days), None),
        "authors": document.authors or _distinct(values.get("authors", ())),
        "credits": _distinct(values.get("credits", ())),
        "captions": tuple(dict.fromkeys(values.get("captions", ()))),
        "tags": _distinct([*document.tags, *(tag for value in values.get("tags", ()) for tag in _TAG_SEPARATOR.split(value))]),
        "related": tuple(map(_story, values.get("related", ()))),
    }


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    """The values without the marks round them, each once."""
    return tuple(dict.fromkeys(filter(None, (value.strip(EDGE + "“”«»„‟‘’\n\r\u00a0") for value in values))))


def _story(text: str) -> Related:
    """Another story: its first line is the headline (perhaps printed twice), the rest its text."""
    lines = _lines(text)
    title = next(lines, "")
    rest = [line for line in lines if line != title and not near_copy(fold(line), fold(title))]
    return Related(title, "\n".join(rest))


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.split("\n") if line.strip())
