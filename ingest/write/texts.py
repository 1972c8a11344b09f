"""A folder of text files, one for each record."""

import re
from collections import Counter
from pathlib import Path
from typing import IO, Final

from ingest.jsonlines import loads

_UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\ud800-\udfff]+')
LONGEST_NAME: Final = 200  # bytes; file systems take 255, and an ending and a number have to fit


def text_of(line: bytes) -> bytes:
    """The text alone of a record's line, with a line end. Lone surrogates, which UTF-8 cannot hold, are spelled out."""
    text = str(loads(line)["text"])
    return (text if text.endswith("\n") or not text else text + "\n").encode("utf-8", "backslashreplace")


class TextFolder:
    """Writes texts under names made from ids; an id that comes twice gets a number."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._used: set[str] = set()
        self._count: Counter[str] = Counter()
        path.mkdir(parents=True, exist_ok=True)

    def write(self, name: str, text: str) -> None:
        """Write one text, its line ends as they are; a lone surrogate, which no encoding has, in three bytes."""
        safe = _UNSAFE.sub("_", name).encode("utf-8")[:LONGEST_NAME].decode("utf-8", "ignore").strip(". ") or "text"
        unique = safe
        while unique.casefold() in self._used:  # some file systems do not tell cases apart
            self._count[safe] += 1
            unique = f"{safe}.{self._count[safe] + 1}"
        self._used.add(unique.casefold())
        (self._path / f"{unique}.txt").write_bytes(text.encode("utf-8", "surrogatepass"))


class TextStream:
    """Writes texts one behind the other, each as it is; where one does not end its line, a line feed parts it from the next."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._before = b""

    def write(self, _name: str, text: str) -> None:
        """Write one text."""
        self._out.write(self._before + text.encode("utf-8", "surrogatepass"))
        self._before = b"" if text.endswith("\n") or not text else b"\n"
