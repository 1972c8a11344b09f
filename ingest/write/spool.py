"""A long output, written so that a run which was cut off can go on: bytes in a file beside its place, and a journal.

The journal says how far the file was whole. It is replaced in one step after the file is on the disk; so whatever happens
between two entries (a full disk, `kill -9`, a power cut) is cut off the file when the run is resumed.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, Final

from ingest.write.files import OutputError

_FILES: Final = ("records", "rejects")


class Spool:
    """The files of a run in the making: `records`, `rejects`, and the journal of both."""

    def __init__(self, out: Path, rejects: Path) -> None:
        self._out = out
        place = out.resolve()
        self.journal: Final = place.with_name(f".{place.name}.journal")
        self.records: Final = place.with_name(f".{place.name}.partial")
        self.rejects: Final = rejects.resolve().with_name(f".{rejects.name}.partial")
        self.seen: Final = place.with_name(f".{place.name}.seen")
        self._undo: Final = place.with_name(f".{place.name}.seen-journal")  # the database's own
        self._streams: dict[str, IO[bytes]] = {}
        self._is_open = False

    def open(self, run: str, *, resume: bool) -> dict[str, Any]:
        """Begin, or go on where the journal ends; gives what the journal says, nothing for a new run.

        Args:
            run: what names the run: its inputs, rules and options.

        Raises:
            OutputError: the run that was cut off was another, or is still at work.
        """
        entry = self._entry() if resume else {}
        if entry and entry["run"] != run:
            raise OutputError(f"{self.journal}: the run that was cut off had other inputs, rules or options; run without --resume")
        for name in _FILES:
            path = getattr(self, name)
            if entry.get("finished") and not path.exists():
                continue  # it is in its place already
            stream = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o666), "r+b")  # as it is, until it is ours
            self._streams[name] = stream
            _lock(stream, path)
            stream.truncate(entry.get(name, 0))
            stream.seek(0, os.SEEK_END)
        self._is_open = True
        if not entry:
            for path in (self.journal, self._undo, self.seen):
                path.unlink(missing_ok=True)
        return entry

    def write(self, name: str, data: bytes) -> None:
        """Add to the records or the rejects. Raises OSError with the output as its file name: the disk is full."""
        with self._named():
            self._streams[name].write(data)

    def save(self, entry: dict[str, Any]) -> None:
        """Put all that was written on the disk, and then an entry in the journal that says so."""
        with self._named():
            self._save(entry)

    def _save(self, entry: dict[str, Any]) -> None:
        lengths = {}
        for name, stream in self._streams.items():
            stream.flush()
            os.fsync(stream.fileno())
            lengths[name] = stream.tell()
        beside = self.journal.with_name(self.journal.name + ".new")
        with beside.open("wb") as stream:
            stream.write(json.dumps(entry | lengths).encode())
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(self.journal)

    def close(self) -> None:
        """Close the files. What the journal tells of stays, for another run to go on with; else nothing is left behind."""
        for stream in self._streams.values():
            with suppress(OSError):
                stream.close()
        if self._is_open and not self.journal.exists():
            self.remove()
        self._is_open = False
        self._streams.clear()

    def remove(self) -> None:
        """Take away what only a run in the making needs."""
        for path in (self.records, self.rejects, self._undo, self.seen, self.journal):
            path.unlink(missing_ok=True)

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(self._out)) from None

    def _entry(self) -> dict[str, Any]:
        try:
            found = json.loads(self.journal.read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) and "run" in found else {}


def _lock(stream: IO[bytes], path: Path) -> None:
    """Keep a second run away from the same output, where the system can."""
    with suppress(ImportError):
        import fcntl

        try:
            fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise OutputError(f"{path}: another run is writing this output") from None
