"""Files that appear whole or not at all: written beside their place and renamed when done."""

import gzip
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO


class OutputError(ValueError):
    """An output that cannot be written at all; the message says which and why."""


def check(paths: Sequence[Path], folder: Path | None = None) -> None:
    """Make sure, before any work is done, that files can stand there, each its own; one of them may be a folder.

    Raises:
        OutputError: the folder round a path is not there, a path is a folder, or two are the same.
    """
    for path in paths:
        if not path.parent.is_dir():
            raise OutputError(f"{path}: there is no folder {path.parent}; make it first")
        if path.is_dir() and path != folder:
            raise OutputError(f"{path}: is a folder; name a file in it")
    if len({path.resolve() for path in paths}) < len(paths):
        raise OutputError(f"{paths[0]}: records and rejects cannot go to the same file")


def is_device(path: Path) -> bool:
    """Whether a path is a device or a pipe: it is written as it comes, for it cannot be replaced."""
    return path.exists() and not path.is_file() and not path.is_dir()


@contextmanager
def opened(path: Path | None) -> Iterator[IO[bytes]]:
    """Standard output where there is no path, else what `replacing` gives."""
    if path is not None:
        with replacing(path) as stream:
            yield stream
        return
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A stream that becomes the file at `path` when the block ends, packed where the ending says so.

    If the block raises, what stood there before is untouched and nothing is left behind. A device or a pipe is
    written as it comes, for it cannot be replaced.

    Raises:
        OSError: with the path as its file name: the disk is full, the folder is not writable.
    """
    place = path.resolve()  # a link stays a link
    beside = place.with_name(f".{place.name}.{os.getpid()}.partial")
    try:
        if is_device(path):
            with path.open("wb") as device, _packed(device, path.suffix) as stream:
                yield stream
            return
        with _created(beside) as raw, _packed(raw, path.suffix) as stream:
            yield stream
        if place.exists():
            shutil.copymode(place, beside)
        beside.replace(place)
    except OSError as error:
        named = error.filename not in (None, str(beside))  # another file's error, on its way out through this block
        raise OSError(error.errno, error.strerror, error.filename if named else str(path)) from None
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def _created(path: Path) -> Iterator[IO[bytes]]:
    """A new file that is on the disk when the block ends. An error in the block is not hidden by one in closing."""
    raw = path.open("wb")
    try:
        yield raw
        raw.flush()
        os.fsync(raw.fileno())
    except BaseException:
        with suppress(OSError):
            raw.close()
        raise
    raw.close()


@contextmanager
def _packed(raw: IO[bytes], ending: str) -> Iterator[IO[bytes]]:
    if ending.lower() == ".gz":
        with gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as stream:  # no time: same in, same bytes out
            yield stream  # type: ignore[misc]
    elif ending.lower() == ".zst":
        import zstandard

        with zstandard.ZstdCompressor().stream_writer(raw, closefd=False) as stream:
            yield stream
    else:
        yield raw
