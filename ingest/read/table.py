"""CSV and TSV: one document a row, the first row naming the fields."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from ingest.model import Document, Reject
from ingest.read.encoding import UndecodableError, decode, wide_encoding
from ingest.read.fields import FieldError, Fields, to_document
from ingest.read.files import Source

_SAMPLE: Final = 65_536  # bytes in which the delimiter is looked for
_DELIMITERS: Final = ",;\t|"
_LARGEST: Final = 200_000_000  # code points of a cell: what an open quote may swallow before the rest is given up


def read(source: Source, fields: Fields) -> Iterator[Document | Reject]:
    """The documents in a table. A row that cannot be read is a reject; an encoding is told cell by cell, as for JSON lines."""
    start = source.stream.peek(_SAMPLE)[:_SAMPLE]
    wide = wide_encoding(start[:4], fields.encoding)
    text = io.TextIOWrapper(source.stream, wide or "utf-8-sig", errors="strict" if wide else "surrogateescape", newline="")
    fields = fields._replace(encoding=None) if wide else fields  # of the cells, which are letters by then
    csv.field_size_limit(_LARGEST)  # of the whole process: the library has no other
    rows = csv.reader(text, delimiter=_delimiter(start.decode(wide or "utf-8", "replace")), strict=True)
    try:
        names = [_cell(name, fields.encoding).strip("\ufeff ") for name in next(rows, [])]
        while True:
            try:
                row = next(rows, None)
            except csv.Error as error:
                yield Reject(source.name, rows.line_num, f"not CSV: {error}", b"")
                continue
            if row is None:
                return
            if row:
                yield _document(row, names, fields, source.name, rows.line_num)
    except UnicodeError as error:
        yield Reject(source.name, None, f"not {wide or 'UTF-8'}: {error}", b"")
    finally:
        text.detach()  # else it would close the stream, which is not ours


def _delimiter(sample: str) -> str:
    """The mark that parts the names in the first row; the commonest of the usual ones that are outside quotes."""
    outside = "".join(sample.split("\n", 1)[0].split('"')[::2])
    return max(_DELIMITERS, key=outside.count)


def _document(row: list[str], names: list[str], fields: Fields, name: str, line: int) -> Document | Reject:
    try:
        if len(row) == len(names):
            return to_document(dict(zip(names, (_cell(cell, fields.encoding) for cell in row), strict=True)), fields)
        reason = f"the row has {len(row)} cells, the first row {len(names)}"
    except (FieldError, UndecodableError) as error:
        reason = str(error)
    return Reject(name, line, reason, _as_table(names, row), "csv")


def _as_table(names: list[str], row: list[str]) -> bytes:
    """A row under its header, so that it can be read again."""
    table = io.StringIO(newline="")
    csv.writer(table).writerows([names, row])
    return table.getvalue().encode("utf-8", "surrogateescape")


def _cell(cell: str, encoding: str | None) -> str:
    """A cell with the bytes that were no UTF-8 (surrogates, to the reader of the rows) in the encoding that they are in."""
    return cell if cell.isascii() else decode(cell.encode("utf-8", "surrogateescape"), encoding)
