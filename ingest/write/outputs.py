"""Finished outputs: JSON lines, text, CSV, Parquet, a folder of texts; each made of the lines that a run has written."""

import csv
import datetime
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

import orjson

from ingest.extras import need
from ingest.jsonlines import loads
from ingest.read.files import STDIN
from ingest.write.files import OutputError, check, is_device, replacing
from ingest.write.jsonl import with_metadata
from ingest.write.texts import TextFolder, text_of

Kind = Literal["jsonl", "text", "csv", "parquet", "folder"]

_PACKED: Final = (".gz", ".zst")
_KINDS: Final[dict[str, Kind]] = {".txt": "text", ".csv": "csv", ".parquet": "parquet"}
COLUMNS: Final = ("id", "url", "site", "title", "date_published", "language", "authors", "tags", "status", "text")
_ROWS: Final = 1000  # of a row group


def kind_of(name: str, *, as_text: bool = False) -> Kind:
    """What an output is, by its ending; a folder by a slash at the end, or because it is one.

    >>> kind_of("a.jsonl.gz"), kind_of("a.csv"), kind_of("a/"), kind_of("a.zst", as_text=True)
    ('jsonl', 'csv', 'folder', 'text')
    """
    path = Path(name)
    if name and (name.endswith(("/", "\\")) or path.is_dir()):
        return "folder"
    if path.suffix.lower() in _PACKED:
        path = path.with_suffix("")
    return "text" if as_text else _KINDS.get(path.suffix.lower(), "jsonl")


class Outputs(NamedTuple):
    """Where everything goes that a run writes.

    Attributes:
        place: where the records go; None for standard output.
        kept: that place, if it can be put there as a whole: a file or a folder, but no pipe.
        kind: what the records become.
        rejects: where rejects go; None for standard error.
        written: all the files and folders there will be.
    """

    place: Path | None
    kept: Path | None
    kind: Kind
    rejects: Path | None
    written: tuple[Path, ...]


def planned(out: str | None, rejects: Path | None, *others: Path | None, as_text: bool = False) -> Outputs:
    """The outputs of a run, checked before any work is done.

    Args:
        out: the output's name; none or `-` is standard output.
        rejects: where rejects go; else beside the output, where that is kept.
        others: files that are written besides.
        as_text: the output is text, whatever its name.

    Raises:
        OutputError: one of them cannot be written.
        MissingExtraError: what writes it is not installed.
    """
    place = Path(out) if out and out != STDIN else None
    kept = place if place and not is_device(place) else None
    kind = kind_of(out if place and out else "", as_text=as_text)
    if kept:
        rejects = rejects or kept.with_name(kept.name + ".rejects.jsonl")
    written = tuple(path for path in (place, rejects, *others) if path)
    check(written, folder=place if kind == "folder" else None)
    _check_kind(place, kind)
    return Outputs(place, kept, kind, rejects, written)


def _check_kind(place: Path | None, kind: Kind) -> None:
    """Make sure, before any work is done, that such an output can be made there.

    Raises:
        OutputError: a device or a pipe is to hold what is only written as a whole.
        MissingExtraError: what writes it is not installed.
    """
    if place and is_device(place) and kind not in ("jsonl", "text"):
        raise OutputError(f"{place}: is a pipe or a device; it takes JSON lines or text, not {kind}")
    if kind == "parquet":
        parquet_schema()


def finish(records: Path, out: Path, kind: Kind, copies: Sequence[tuple[int, list[str]]] = ()) -> None:
    """Make the finished output of a file of records, and put it in its place; the records are gone then.

    Args:
        records: lines of JSON.
        out: the output's place.
        kind: what it is to be.
        copies: the lines of records that have copies, and the ids of these, which go to `metadata.duplicates`.
    """
    if not records.exists():
        return  # it is in its place already
    if kind == "jsonl" and out.suffix.lower() not in _PACKED and not copies:
        records.replace(out.resolve())
        return
    with records.open("rb") as lines:
        _FINISHERS[kind](_completed(lines, copies), out)
    records.unlink()


def _completed(lines: Iterable[bytes], copies: Sequence[tuple[int, list[str]]]) -> Iterator[bytes]:
    names = dict(copies)
    for number, line in enumerate(lines):
        yield with_metadata(line, "duplicates", names[number]) if number in names else line


def _jsonl(lines: Iterator[bytes], out: Path) -> None:
    with replacing(out) as stream:
        for line in lines:
            stream.write(line)


def _text(lines: Iterator[bytes], out: Path) -> None:
    between = b""
    with replacing(out) as stream:
        for line in lines:
            stream.write(between + text_of(line))
            between = b"\n"


def _csv(lines: Iterator[bytes], out: Path) -> None:
    with replacing(out) as stream:
        letters = io.TextIOWrapper(stream, "utf-8", errors="backslashreplace", newline="", write_through=True)
        rows = csv.writer(letters)
        rows.writerow(COLUMNS)
        for line in lines:
            found = loads(line)
            rows.writerow([_cell(found["cleaning"]["status"] if name == "status" else found[name]) for name in COLUMNS])
        letters.detach()


def _cell(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)


def _folder(lines: Iterator[bytes], out: Path) -> None:
    texts = TextFolder(out)
    for line in lines:
        found = loads(line)
        texts.write(found["id"], found["text"])


def _parquet(lines: Iterator[bytes], out: Path) -> None:
    arrow, parquet = need("pyarrow", "parquet", "Parquet"), need("pyarrow.parquet", "parquet", "Parquet")
    schema = parquet_schema()
    with replacing(out) as stream, parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        rows: list[dict[str, Any]] = []
        for line in lines:
            rows.append(row(line))
            if len(rows) == _ROWS:
                writer.write_table(arrow.Table.from_pylist(rows, schema))
                rows.clear()
        if rows:
            writer.write_table(arrow.Table.from_pylist(rows, schema))


def parquet_schema() -> Any:
    """The columns of a table of records: those of a line of JSON, `metadata` as JSON text, the day as a date."""
    arrow = need("pyarrow", "parquet", "Parquet")
    text, texts = arrow.string(), arrow.list_(arrow.string())
    story = arrow.struct([("title", text), ("text", text)])
    removal = arrow.struct(
        [("start", arrow.int64()), ("end", arrow.int64()), ("label", text), ("rule", text), ("to", text), ("text", text)]
    )
    cleaning = arrow.struct(
        [
            ("status", text), ("rendered", arrow.bool_()), ("rules", text), ("input", text), ("removals", arrow.list_(removal)),
            ("warnings", texts),
        ]
    )  # fmt: skip
    return arrow.schema(
        [
            ("id", text), ("parent_id", text), ("url", text), ("site", text), ("title", text), ("text", text), ("language", text),
            ("date_published", arrow.date32()), ("authors", texts), ("credits", texts), ("tags", texts), ("captions", texts),
            ("related", arrow.list_(story)), ("metadata", text), ("cleaning", cleaning),
        ]
    )  # fmt: skip


def row(line: bytes) -> dict[str, Any]:
    """A record's line as a row of the table whose columns `parquet_schema` gives."""
    found = loads(line)
    if b"\\ud" in line:  # perhaps lone surrogates, which a table cannot hold
        found = _spelled(found)
    day = found["date_published"]
    found["date_published"] = datetime.date.fromisoformat(day) if day else None
    found["metadata"] = orjson.dumps(found["metadata"]).decode()
    return found


def _spelled(value: Any) -> Any:
    """A value with its lone surrogates spelled out."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, dict):
        return {name: _spelled(inner) for name, inner in value.items()}
    return [_spelled(inner) for inner in value] if isinstance(value, list) else value


_FINISHERS: Final[dict[Kind, Callable[[Iterator[bytes], Path], None]]] = {
    "jsonl": _jsonl, "text": _text, "csv": _csv, "parquet": _parquet, "folder": _folder,
}  # fmt: skip
