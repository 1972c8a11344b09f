"""Anything to documents: one module a format, all of them streaming."""

import base64
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from ingest.model import Document, Reject
from ingest.read import feed, html, jsonl, parquet, table, text, warc
from ingest.read.encoding import UndecodableError, lines
from ingest.read.fields import FieldError, Fields, to_document
from ingest.read.files import Source, format_of, opened_bytes

Reader = Callable[[Source, Fields], Iterator[Document | Reject]]


def read(source: Source, fields: Fields) -> Iterator[Document | Reject]:
    """The documents in an opened input, and what in it could not be made one.

    A reject of an earlier run, as it stands in a file of rejects, is read again for what it was.
    """
    return READERS[source.format](source, fields)


def read_records(source: Source) -> Iterator[tuple[int, dict[str, Any] | Reject]]:
    """The numbered objects in an output of `clean`, JSON lines or Parquet."""
    if source.format == "parquet":
        yield from enumerate(parquet.rows(source), 1)
        return
    for number, line in enumerate(lines(source.stream), 1):
        if line.strip():
            try:
                yield number, jsonl.parse(line)
            except ValueError as error:
                yield number, Reject(source.name, number, str(error), line, "jsonl")


def _replayed(found: dict[str, Any], fields: Fields) -> Iterable[Document | Reject] | None:
    """The documents in the input that a reject carries; None where the object is no reject."""
    if not {"file", "line", "reason"} <= found.keys() or not found.keys() & {"input", "input_base64"}:
        return None
    file, line = str(found["file"]), found["line"]
    packed = found.get("input_base64")
    data = base64.b64decode(packed) if packed else str(found["input"]).encode("utf-8", "surrogatepass")
    form = found.get("format") or format_of(file) or "text"
    if not data:
        return [Reject(file, line, f"there is nothing to read again: {found['reason']}", b"")]
    try:
        if form in ("document", "jsonl"):
            given = jsonl.parse(data, None if form == "document" else fields.encoding)
            names = Fields(html="html" if "html" in given else None, fixed_language=fields.fixed_language)
            return [to_document(given, names if form == "document" else fields)]
        items = READERS[form](Source(file, form, opened_bytes(data), io.BytesIO()), fields)
        return [Reject(file, line, item.reason, data, form) if isinstance(item, Reject) else item for item in items]
    except (FieldError, UndecodableError) as error:
        return [Reject(file, line, str(error), data, form)]


def _jsonl(source: Source, fields: Fields) -> Iterator[Document | Reject]:
    return jsonl.read(source, fields, _replayed)


READERS: Final[dict[str, Reader]] = {
    "text": text.read, "jsonl": _jsonl, "feed": feed.read, "csv": table.read, "html": html.read, "parquet": parquet.read,
    "warc": warc.read,
}  # fmt: skip
