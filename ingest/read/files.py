"""Which files are to be read, how each is opened, and what is in it."""

import gzip
import io
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, Final, NamedTuple

from ingest.read.remote import find as find_remote
from ingest.read.remote import is_remote, open_file

STDIN: Final = "-"
READ_ERRORS: Final = (OSError, EOFError, zlib.error)  # what reading can raise, damaged archives included
Stream = io.BufferedReader | gzip.GzipFile  # both can peek
_FORMATS: Final = {
    ".txt": "text", ".jsonl": "jsonl", ".ndjson": "jsonl", ".jsonlines": "jsonl", ".csv": "csv", ".tsv": "csv",
    ".parquet": "parquet", ".arrow": "parquet", ".feather": "parquet", ".warc": "warc",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".xml": "feed", ".rss": "feed", ".atom": "feed", ".rdf": "feed",
}  # fmt: skip
_PAGE: Final = re.compile(rb"<(?:!doctype html|html|head|body)[\s>]", re.IGNORECASE)
_FEED: Final = re.compile(rb"<(?:rss|feed|rdf:rdf|channel)[\s>]", re.IGNORECASE)
_MAGIC: Final = {b"PAR1": "parquet", b"ARROW1": "parquet", b"WARC/": "warc"}
_PACKED: Final = {".gz": b"\x1f\x8b", ".zst": b"\x28\xb5\x2f\xfd"}  # ending and first bytes


class InputError(ValueError):
    """An input that cannot be read at all; the message says which and why."""


def why(error: Exception) -> str:
    """What an error says to a person, in a few words."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


class Source(NamedTuple):
    """An opened input: its bytes, unpacked, and the file underneath, whose position tells how far reading has come."""

    name: str
    format: str
    stream: Stream
    raw: IO[bytes]


def find(inputs: Iterable[str], outputs: Iterable[Path] = ()) -> list[str]:
    """The files that inputs (files, folders, "-") stand for, each once; those of a folder sorted by name.

    A folder is searched for files that tell their format by their names; what the run itself writes is left out.

    Raises:
        InputError: an input is not there or not readable, a folder has nothing to read, or an input is an output.
    """
    written = {path.resolve() for path in outputs}
    found: dict[Path, str] = {}
    for name in inputs:
        path = Path(name)
        if name == STDIN:
            found.setdefault(path, name)
        elif is_remote(name):
            found.update({Path(file): file for file in _remote(name)})
        elif path.is_dir():
            files = [file for file in _readable(path) if file.resolve() not in written]
            if not files:
                endings = ", ".join(_FORMATS)
                raise InputError(f"{name}: no file in this folder tells by its name what it is ({endings}; plain, .gz or .zst)")
            for file in files:
                found.setdefault(file.resolve(), str(file))
        else:
            _check(path)
            if path.resolve() in written:
                raise InputError(f"{name}: is to be read and written; give the output another name")
            found.setdefault(path.resolve(), name)
    return list(found.values())


def _remote(name: str) -> list[str]:
    try:
        files = find_remote(name)
    except OSError as error:
        raise InputError(f"{name}: {why(error)}" if name not in str(error) else str(error)) from None
    if files != [name] and not (files := [file for file in files if format_of(file)]):
        raise InputError(f"{name}: no file in this folder tells by its name what it is ({', '.join(_FORMATS)}; plain, .gz or .zst)")
    return files


def _readable(folder: Path) -> list[Path]:
    """The files below a folder that tell their format; broken links are among them, so that they are missed."""
    return sorted(
        file for file in folder.rglob("*") if format_of(file.name) and (file.is_file() or (file.is_symlink() and not file.exists()))
    )


def _check(path: Path) -> None:
    if not path.exists():
        raise InputError(f"{path}: no such file or folder")
    try:
        if path.is_file():  # a pipe can be opened only once
            path.open("rb").close()
    except OSError as error:
        raise InputError(f"{path}: {why(error)}") from None


def format_of(name: str) -> str | None:
    """The format that a file's name tells, compression aside."""
    return _FORMATS.get(_unpacked(Path(name)).suffix.lower())


def is_named(name: str) -> bool:
    """Whether an input has a name that can stand for it: a file, here or on another machine; not standard input or a pipe."""
    return is_remote(name) or (name != STDIN and Path(name).is_file())


def stem(name: str) -> str:
    """A file's name without folders and endings: the id of a text file.

    >>> stem("feeds/a.b.txt.gz")
    'a.b'
    """
    path = _unpacked(Path(name))
    return path.stem if format_of(path.name) else path.name


def _unpacked(path: Path) -> Path:
    return path.with_suffix("") if path.suffix.lower() in _PACKED else path


@contextmanager
def opened(name: str, form: str | None = None) -> Iterator[Source]:
    """An input, open for reading; the format is the given one, else by the name, else by looking.

    Raises:
        OSError, EOFError, zlib.error: it cannot be opened, or is packed and damaged (READ_ERRORS).
    """
    with (
        sys.stdin.buffer if name == STDIN else open_file(name) if is_remote(name) else Path(name).open("rb") as raw,
        closing(_unpack(raw, name)) as stream,  # type: ignore[arg-type]
    ):
        yield Source(name, form or format_of(name) or _look(stream), stream, raw)


def opened_bytes(data: bytes) -> Stream:
    """Some bytes as an opened file."""
    return io.BufferedReader(io.BytesIO(data))


def _unpack(raw: io.BufferedReader, name: str) -> Stream:
    """The bytes of a file, unpacked where its ending or its first bytes say that they are packed."""
    start = raw.peek(4)
    ending = Path(name).suffix.lower()
    kind = ending if ending in _PACKED else next((kind for kind, magic in _PACKED.items() if start.startswith(magic)), "")
    if kind == ".gz":
        return gzip.GzipFile(fileobj=raw)  # not buffered again: that would lose what comes shortly before a damage
    return io.BufferedReader(_Unzstd(raw), 1 << 17) if kind == ".zst" else raw


class _Unzstd(io.RawIOBase):
    """What is in a Zstandard file of any number of frames; zstandard's own reader takes a missing end for the end."""

    def __init__(self, packed: IO[bytes]) -> None:
        import zstandard

        self._packed = packed
        self._error = zstandard.ZstdError
        self._new_frame = zstandard.ZstdDecompressor().decompressobj
        self._frame = self._new_frame()
        self._begun = False
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._left:
            chunk = self._frame.unused_data or self._packed.read(4096)  # little: a packed byte can be thousands unpacked
            if not chunk and self._begun and not self._frame.eof:
                raise EOFError("the file ends before its end mark")
            if not chunk:
                return 0
            if self._frame.eof:
                self._frame = self._new_frame()
            self._begun = True
            try:
                self._left = memoryview(self._frame.decompress(chunk))
            except self._error as error:
                raise OSError(str(error)) from None
        count = min(len(buffer), len(self._left))
        buffer[:count], self._left = self._left[:count], self._left[count:]
        return count


def _look(stream: Stream) -> str:
    """What a file's first bytes show, whatever its encoding: JSON lines, a feed, a page, or text."""
    start = stream.peek(4096)[:4096]
    for magic, form in _MAGIC.items():
        if start.startswith(magic):
            return form
    start = start.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start.startswith(b"{"):
        return "feed" if b"jsonfeed.org/version" in start else "jsonl"
    if not start.startswith(b"<"):
        return "text"
    return "html" if _PAGE.search(start) else "feed" if _FEED.search(start) else "text"


def size(names: Iterable[str]) -> int | None:
    """How many bytes there are to read, or None where that cannot be known."""
    paths = [Path(name) for name in names]
    return sum(path.stat().st_size for path in paths) if all(path.is_file() for path in paths) else None
