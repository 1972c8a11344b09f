"""What could not be cleaned: where it stood, why, and the input itself."""

import base64
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from ingest import log
from ingest.jsonlines import dumps
from ingest.model import Reject
from ingest.write.files import replacing


def to_object(reject: Reject) -> dict[str, Any]:
    """The JSON object of a reject. Input that is no UTF-8 is given as base64, so that nothing is lost."""
    found: dict[str, Any] = {"file": reject.file, "line": reject.line, "reason": reject.reason, "format": reject.format}
    try:
        return found | {"input": reject.input.decode("utf-8")}
    except UnicodeDecodeError:
        return found | {"input_base64": base64.b64encode(reject.input).decode("ascii")}


def complain(reject: Reject) -> None:
    """Say on standard error what was rejected and why."""
    place = reject.file if reject.line is None else f"{reject.file}:{reject.line}"
    what = f"{place}: rejected: {reject.reason}"
    log.say("rejected", what, log.WARNING, file=reject.file, line=reject.line, reason=reject.reason)


@contextmanager
def opened(path: Path | None) -> Iterator[Callable[[Reject], None]]:
    """Where rejects go as they come: a line each on standard error, or a file with an object each, written when the block ends."""
    if path is None:
        yield complain
        return
    with TemporaryFile() as held:

        def hold(reject: Reject) -> None:
            held.write(dumps(to_object(reject)))

        yield hold
        if held.tell():
            held.seek(0)
            with replacing(path) as stream:
                shutil.copyfileobj(held, stream)
        elif path.is_file():
            path.unlink()  # one of an earlier run, which would say what is no longer so


def place(written: Path, path: Path) -> None:
    """Put the rejects of a run in their place, packed where the ending says so.

    Where there are none, a file of an earlier run goes, for it would say what is no longer so.
    """
    if not written.exists():
        return  # they are in their place already
    if written.stat().st_size:
        with written.open("rb") as lines, replacing(path) as stream:
            shutil.copyfileobj(lines, stream)
    elif path.is_file():
        path.unlink()
    written.unlink()
