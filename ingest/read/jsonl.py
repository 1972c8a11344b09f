"""JSON lines: one document a line."""

import json
import math
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import orjson

from ingest.model import Document, Reject
from ingest.read.encoding import UndecodableError, decode, lines, wide_encoding
from ingest.read.fields import FieldError, Fields, to_document
from ingest.read.files import Source

_LONG: Final = 2.0**63  # orjson makes a float of a whole number from about here on


Replay = Callable[[dict[str, Any], Fields], Iterable[Document | Reject] | None]


def read(source: Source, fields: Fields, replay: Replay = lambda *_: None) -> Iterator[Document | Reject]:
    """The documents in a file of JSON lines; blank lines are passed over. `replay` gives those in an object that is a reject."""
    wide = wide_encoding(source.stream.peek(4)[:4], fields.encoding)
    encoding = None if wide else fields.encoding
    for number, line in enumerate(lines(source.stream, wide), 1):
        if not line.strip():
            continue
        try:
            found = parse(line, encoding)
            again = replay(found, fields)
            if again is None:
                yield to_document(found, fields)
            else:
                yield from again
        except (FieldError, UndecodableError) as error:
            yield Reject(source.name, number, str(error), line, "jsonl")


def parse(line: bytes, encoding: str | None = None) -> dict[str, Any]:
    """The object on a line.

    Raises:
        FieldError: it is not JSON, or no object.
        UndecodableError: its encoding cannot be told.
    """
    try:
        found = orjson.loads(line) if encoding is None else _parse_slowly(line, encoding)
        if _holds_long_number(found):
            found = _parse_slowly(line, encoding)
    except orjson.JSONDecodeError:  # lone surrogates, a legacy encoding, or no JSON at all
        found = _parse_slowly(line, encoding)
    if not isinstance(found, dict):
        raise FieldError("the line is JSON, but not an object")
    return found


def _parse_slowly(line: bytes, encoding: str | None) -> object:
    text = decode(line, encoding)
    try:
        return json.loads(text, parse_float=_finite, parse_constant=lambda _: None)  # NaN is no JSON; null says the same
    except json.JSONDecodeError as error:
        raise FieldError(f"not JSON: {error.msg.removesuffix(' at')} at column {error.colno}") from None
    except RecursionError:
        raise FieldError("not JSON that can be read: nested too deeply") from None
    except ValueError:
        raise FieldError("not JSON that can be read: a number is too large") from None


def _finite(digits: str) -> float:
    if math.isinf(found := float(digits)):
        raise ValueError(digits)
    return found


def _holds_long_number(found: object) -> bool:
    rest = [found]
    while rest:
        value = rest.pop()
        if isinstance(value, dict):
            rest += value.values()
        elif isinstance(value, list):
            rest += value
        elif isinstance(value, float) and abs(value) >= _LONG:
            return True
    return False
