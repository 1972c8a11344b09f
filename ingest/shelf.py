"""Where what takes long to build is kept between runs: files that only their owner can have written.

They are pickles, which run code when they are read. So they lie in a folder of the user's own, and one that belongs to
somebody else, or that others may write to, is not read. A file's name is a hash of all it was made of; what is stale has
another name and is never found. Whatever goes wrong with a file, what it holds is built anew.
"""

import hashlib
import os
import pickle
import stat
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import regex

VARIABLE: Final = "INGEST_CACHE"  # the folder; empty for none
MOST_FILES: Final = 40
_OTHERS_MAY_WRITE: Final = stat.S_IWGRP | stat.S_IWOTH


class Shelf:
    """The kept files of one set of contents."""

    def __init__(self, folder: Path, key: str) -> None:
        self._folder, self._key = folder, key

    def get(self, name: str) -> Any:
        """What was put under a name; None where nothing was, or nothing that can be trusted or read."""
        try:
            with self._path(name).open("rb") as file:
                is_own = _is_own(self._folder.stat()) and _is_own(os.fstat(file.fileno()))
                return pickle.load(file) if is_own else None  # noqa: S301 - see the module's docstring
        except Exception:  # noqa: BLE001 - a broken pickle may raise anything
            return None

    def put(self, name: str, value: object) -> None:
        """Keep a value, if that is possible."""
        with suppress(OSError, pickle.PicklingError, RecursionError):
            content = pickle.dumps(value, protocol=5)
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _is_own(self._folder.stat()):
                return
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
                beside = Path(file.name)
                try:
                    file.write(content)
                    file.flush()
                    beside.replace(self._path(name))
                finally:
                    beside.unlink(missing_ok=True)
            self._tidy()

    def _path(self, name: str) -> Path:
        return self._folder / f"{self._key}-{name}.pickle"

    def _tidy(self) -> None:
        files = sorted(self._folder.iterdir(), key=lambda file: file.stat().st_mtime, reverse=True)
        for file in files[MOST_FILES:]:
            file.unlink(missing_ok=True)


def shelf_for(contents: Iterable[tuple[str, Path]]) -> Shelf | None:
    """The shelf of what is made of these named files by this program in this Python; None where nothing shall be kept.

    Raises:
        OSError: a file cannot be read.
    """
    folder = _folder()
    if folder is None:
        return None
    hashed = hashlib.sha256(f"{sys.version}\0{regex.__version__}\0".encode())  # whose compiled patterns are kept
    for file in sorted(Path(__file__).parent.rglob("*.py")):
        about = file.stat()
        hashed.update(f"{file}\0{about.st_size}\0{about.st_mtime_ns}\0".encode())
    for name, file in contents:
        hashed.update(f"{name}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    return Shelf(folder, hashed.hexdigest()[:32])


def _folder() -> Path | None:
    if (given := os.environ.get(VARIABLE)) is not None:
        return Path(given) if given else None
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ingest"
    except RuntimeError:  # there is no home
        return None


def _is_own(about: os.stat_result) -> bool:
    """Whether a file or folder is the user's, and nobody else may write to it."""
    return hasattr(os, "getuid") and about.st_uid == os.getuid() and not about.st_mode & _OTHERS_MAY_WRITE
