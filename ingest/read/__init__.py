"""Anything to documents: one module a format, all of them streaming."""

from collections.abc import Callable, Iterator
from typing import Final

from ingest.model import Document, Reject
from ingest.read import feed, html, jsonl, table, text
from ingest.read.fields import Fields
from ingest.read.files import Source

Reader = Callable[[Source, Fields], Iterator[Document | Reject]]
READERS: Final[dict[str, Reader]] = {
    "text": text.read,
    "jsonl": jsonl.read,
    "feed": feed.read,
    "csv": table.read,
    "html": html.read,
}


def read(source: Source, fields: Fields) -> Iterator[Document | Reject]:
    """The documents in an opened input, and what in it could not be made one."""
    return READERS[source.format](source, fields)
