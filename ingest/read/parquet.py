"""Parquet and Arrow files: each row is a document, its columns are fields."""

import base64
import datetime
import io
import math
from collections.abc import Iterator
from typing import Any, Final

import orjson

from ingest.extras import need
from ingest.model import Document, Reject
from ingest.read.fields import Fields, read_record
from ingest.read.files import Source

_ROWS: Final = 256  # at a time in memory; rows of pages are large
_ARROW: Final = b"ARROW1"


def read(source: Source, fields: Fields) -> Iterator[Document | Reject]:
    """The rows of a table as documents. Values that JSON does not know are spelled out: days by ISO 8601, bytes by base64.

    Raises:
        OSError: it is no such file, or is damaged.
    """
    arrow = need("pyarrow", "parquet", "Parquet")
    number = 0
    try:
        for batch in _batches(source, arrow):
            for row in batch.to_pylist():
                number += 1
                yield read_record({column: plain(value) for column, value in row.items()}, fields, source.name, number)
    except arrow.ArrowException as error:
        raise OSError(f"not a table that can be read: {str(error).splitlines()[0]}") from None


def rows(source: Source) -> Iterator[dict[str, Any]]:
    """The rows of a table of records, as JSON has them."""
    arrow = need("pyarrow", "parquet", "Parquet")
    try:
        for batch in _batches(source, arrow):
            for row in batch.to_pylist():
                found = plain(row)
                if isinstance(found.get("metadata"), str):
                    found["metadata"] = orjson.loads(found["metadata"])
                yield found
    except (arrow.ArrowException, orjson.JSONDecodeError) as error:
        raise OSError(f"not a table of records: {str(error).splitlines()[0]}") from None


def _batches(source: Source, arrow: Any) -> Iterator[Any]:
    """The rows in batches; a table that cannot be read by pieces (from a pipe, or packed once more) is held in memory."""
    is_arrow = source.stream.peek(len(_ARROW)).startswith(_ARROW)
    stream = source.stream if source.stream.seekable() else io.BytesIO(source.stream.read())
    if not is_arrow:
        parquet = need("pyarrow.parquet", "parquet", "Parquet")
        yield from parquet.ParquetFile(stream).iter_batches(batch_size=_ROWS)
        return
    table = arrow.ipc.open_file(stream)
    for n in range(table.num_record_batches):
        yield from arrow.Table.from_batches([table.get_batch(n)]).to_batches(max_chunksize=_ROWS)


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
