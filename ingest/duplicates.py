"""Stories that were seen before: the same text, or nearly.

The same are texts with the same folded words. Near are texts whose shingles of three words overlap by four fifths, as
estimated by MinHash (Broder 1997); candidates are found by bands of their signatures. What was seen stands in a file, so
memory does not grow with the run. Stories are looked up in their order, so the result does not depend on the workers.
"""

import hashlib
import sqlite3
import struct
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Final, NamedTuple

from ingest.extras import need
from ingest.script import fold
from ingest.words import words

NEAR: Final = 0.8  # of the shingles two texts must share
SHORTEST: Final = 20  # words; shorter texts must be the same
_SIZE: Final = 128  # numbers of a signature
_ROWS: Final = 4  # numbers of a band: 32 bands find all but one pair in a million at NEAR
_SEED: Final = 42


class Signature(NamedTuple):
    """What a text is known by: the hash of its words, and its MinHash where it is long enough."""

    exact: bytes
    near: bytes


def signature(text: str) -> Signature:
    """The signature of a text; spelling, marks and blanks do not count.

    >>> signature("قال الوزير: نعم.").exact == signature("قال الوزير نعم").exact
    True
    """
    found = words(fold(text))
    exact = hashlib.sha256(" ".join(found).encode("utf-8", "surrogatepass")).digest()[:16]
    if len(found) < SHORTEST:
        return Signature(exact, b"")
    shingles = [" ".join(found[n : n + 3]).encode("utf-8", "replace").decode() for n in range(len(found) - 2)]
    sketch = _minhash().RMinHash(num_perm=_SIZE, seed=_SEED)
    sketch.update(shingles)
    return Signature(exact, struct.pack(f"<{_SIZE}I", *sketch.digest()))


class Seen:
    """The stories of a run so far, in a file.

    Args:
        path: where; None for a file that is gone with it.
        kept: how many documents of an earlier run stay known, where one is resumed; later ones are forgotten.

    Raises:
        MissingExtraError: what makes signatures is not installed.
    """

    def __init__(self, path: Path | None, kept: int = 0) -> None:
        _minhash()
        self._base = sqlite3.connect(path or "", isolation_level=None)
        self._base.executescript(
            """
            PRAGMA cache_size = -65536;
            CREATE TABLE IF NOT EXISTS stories (number INTEGER PRIMARY KEY, line INTEGER, id TEXT, near BLOB);
            CREATE TABLE IF NOT EXISTS keys (key BLOB PRIMARY KEY, number INTEGER) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS copies (number INTEGER PRIMARY KEY, first INTEGER, id TEXT);
            """
        )
        self._base.execute("DELETE FROM stories WHERE number >= ?", (kept,))
        self._base.execute("DELETE FROM keys WHERE number >= ?", (kept,))
        self._base.execute("DELETE FROM copies WHERE number >= ?", (kept,))
        self._base.execute("BEGIN")

    def first(self, number: int, line: int, name: str, signed: Signature) -> str | None:
        """The id of the first story like this one, which is remembered as its copy; None where this is the first.

        `number` is the document's in the run, `line` the record's in the output.
        """
        keys = [b"=" + signed.exact, *_bands(signed.near)]
        found = self._like(keys, signed)
        if found is not None:
            first, original = found
            self._base.execute("INSERT INTO copies VALUES (?, ?, ?)", (number, first, name))
            return original
        self._base.execute("INSERT INTO stories VALUES (?, ?, ?, ?)", (number, line, name, signed.near))
        self._base.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?)", [(key, number) for key in keys])
        return None

    def copies(self) -> Iterator[tuple[int, list[str]]]:
        """For each story with copies, in order, the line of its record and the ids of the copies."""
        number, names = -1, list[str]()
        for first, name in self._base.execute("SELECT first, id FROM copies ORDER BY first, number"):
            if first != number:
                if names:
                    yield number, names
                number, names = first, []
            names.append(name)
        if names:
            yield number, names

    def save(self) -> None:
        """Write down what was seen so far."""
        self._base.execute("COMMIT")
        self._base.execute("BEGIN")

    def close(self) -> None:
        self._base.close()

    def _like(self, keys: list[bytes], signed: Signature) -> tuple[int, str] | None:
        """Line and id of the first story that has one of the keys and is the same or near."""
        found: dict[int, bool] = {}
        for key in keys:
            for (number,) in self._base.execute("SELECT number FROM keys WHERE key = ?", (key,)):
                found[number] = found.get(number, False) or key is keys[0]
        for number in sorted(found):
            line, name, near = self._base.execute("SELECT line, id, near FROM stories WHERE number = ?", (number,)).fetchone()
            if found[number] or _likeness(near, signed.near) >= NEAR:
                return line, name
        return None


def _minhash() -> ModuleType:
    return need("rensa", "dedup", "finding duplicates")


def _bands(near: bytes) -> Iterator[bytes]:
    width = 4 * _ROWS
    for n in range(0, len(near), width):
        yield n.to_bytes(2, "little") + hashlib.blake2b(near[n : n + width], digest_size=10).digest()


def _likeness(one: bytes, other: bytes) -> float:
    if not one or not other:
        return 0.0
    pairs = zip(struct.unpack(f"<{_SIZE}I", one), struct.unpack(f"<{_SIZE}I", other), strict=True)
    return sum(1 for a, b in pairs if a == b) / _SIZE
