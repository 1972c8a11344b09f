"""Files that are not on this machine (`s3://`, `gs://`, `https://`, …), through fsspec."""

import io
from typing import IO, Any, Final

from ingest.extras import need

_EXTRA: Final = ("remote", "reading from another machine")


def is_remote(name: str) -> bool:
    """Whether an input is an address.

    >>> is_remote("s3://bucket/a.jsonl"), is_remote("C:/a.jsonl")
    (True, False)
    """
    return "://" in name


def find(name: str) -> list[str]:
    """The files that an address stands for: itself, or all below it where it is a folder, sorted.

    Raises:
        OSError: it cannot be reached.
        FileNotFoundError: nothing is there.
    """
    system, path = _opened(name)
    if system.isdir(path):
        return [system.unstrip_protocol(file) for file in sorted(system.find(path))]
    if not system.exists(path):
        raise FileNotFoundError(f"{name}: no such file or folder")
    return [name]


def open_file(name: str) -> IO[bytes]:
    """A remote file, open for reading."""
    system, path = _opened(name)
    return io.BufferedReader(system.open(path, "rb"))


def _opened(name: str) -> tuple[Any, str]:
    core = need("fsspec.core", *_EXTRA)
    try:
        system, path = core.url_to_fs(name)
    except (ImportError, ValueError) as error:  # a protocol that is not known, or needs a package of its own
        raise OSError(f"{name}: {error}") from None
    return system, str(path)
