"""What could not be cleaned: where it stood, why, and the input itself."""

import base64
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any

from ingest.model import Reject
from ingest.write.files import replacing
from ingest.write.jsonl import dumps


def to_object(reject: Reject) -> dict[str, Any]:
    """The JSON object of a reject. Input that is no UTF-8 is given as base64, so that nothing is lost."""
    found: dict[str, Any] = {"file": reject.file, "line": reject.line, "reason": reject.reason}
    try:
        return found | {"input": reject.input.decode("utf-8")}
    except UnicodeDecodeError:
        return found | {"input_base64": base64.b64encode(reject.input).decode("ascii")}


def complain(reject: Reject) -> None:
    """Say on standard error what was rejected and why."""
    place = reject.file if reject.line is None else f"{reject.file}:{reject.line}"
    print(f"{place}: rejected: {reject.reason}", file=sys.stderr)


@contextmanager
def opened(path: Path | None) -> Iterator[Callable[[Reject], None]]:
    """Where rejects go: a line each on standard error, or a file with an object each.

    The file appears when the block ends, and only if something was rejected; one of an earlier run goes, for it would
    say what is no longer so. If the block raises, it stays as it was.
    """
    if path is None:
        yield complain
        return
    stream: IO[bytes] | None = None
    with ExitStack() as stack:

        def write(reject: Reject) -> None:
            nonlocal stream
            stream = stream or stack.enter_context(replacing(path))
            stream.write(dumps(to_object(reject)))

        yield write
    if stream is None and path.is_file():
        path.unlink()
