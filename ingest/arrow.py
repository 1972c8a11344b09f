"""Records out of tables: one function over Arrow, which every engine that speaks Arrow can call.

A row in is a document, as one line of JSON would be; a row out is a record, or says why there is none. The columns that
come out are the same for every input (`SCHEMA` in `write/outputs.py` has them all), so that engines can be told before
they run.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ingest.extras import need
from ingest.model import Document, Reject
from ingest.read.fields import Fields, read_record
from ingest.read.parquet import plain
from ingest.rulebook import Rules, shipped_rules
from ingest.work import Outcome, start
from ingest.write.outputs import parquet_schema, row

if TYPE_CHECKING:
    import pyarrow


def output_schema() -> "pyarrow.Schema":
    """The columns of what `clean_table` gives: those of a record, and `rejected`, which says why there is none (else null)."""
    arrow = need("pyarrow", "parquet", "Arrow")
    return parquet_schema().append(arrow.field("rejected", arrow.string()))


def clean_table(
    table: "pyarrow.Table | pyarrow.RecordBatch",
    rules: Rules | None = None,
    fields: Fields = Fields(),  # noqa: B008 - a value
    *,
    split: bool = False,
    keep_title: bool = False,
) -> "pyarrow.Table":
    """The records of the documents in a table.

    Args:
        table: a document a row; columns as the fields of a line of JSON, those that are not known go to `metadata`.
        rules: the shipped ones where none are given; load once, use often.
        fields: what the columns are called, and which of them holds a whole page.
        split: make records of second articles that were pasted below: more rows out than in.
        keep_title: leave the headline in the text too.

    Returns:
        A table with the columns of `output_schema()`. A row that is no document, or could not be cleaned, gives one row
        with its `id` where it has one, the reason in `rejected`, and everything else null.

    >>> import pyarrow
    >>> found = clean_table(pyarrow.table({"id": ["1"], "text": ["![]()\\nأعلن الوزير خطة جديدة لدعم المزارعين في الجنوب."]}))
    >>> found["text"].to_pylist()
    ['أعلن الوزير خطة جديدة لدعم المزارعين في الجنوب.']
    """
    arrow = need("pyarrow", "parquet", "Arrow")
    work = start(lambda: rules or shipped_rules(), split_articles=split, keep_title=keep_title)
    rows = [found for given in table.to_pylist() for found in _rows(work(_document(given, fields)))]
    return arrow.Table.from_pylist(rows, output_schema())


def _document(given: dict[str, Any], fields: Fields) -> Document | Reject:
    name = given.get(fields.id)
    return read_record({column: plain(value) for column, value in given.items()}, fields, "" if name is None else str(name))


def _rows(outcome: Outcome | Reject) -> Iterator[dict[str, Any]]:
    if isinstance(outcome, Reject):
        yield dict.fromkeys(output_schema().names) | {"id": outcome.file or None, "rejected": outcome.reason}
    else:
        yield from map(row, outcome.lines)
