"""One JSON object a line, written and read again: what records, rejects and journals of documents are made of."""

import json
from collections.abc import Mapping
from typing import Any

import orjson


def dumps(found: Mapping[str, Any]) -> bytes:
    """One line of JSON with its line feed. Lone surrogates, which UTF-8 cannot hold, are escaped.

    >>> dumps({"text": "ن\\ud800"})
    b'{"text":"\\xd9\\x86\\\\ud800"}\\n'
    """
    try:
        return orjson.dumps(found, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:  # orjson's error is one
        text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "backslashreplace") + b"\n"


def loads(line: bytes) -> dict[str, Any]:
    """The object on a line that `dumps` has written."""
    try:
        found = orjson.loads(line)
    except orjson.JSONDecodeError:  # lone surrogates
        found = json.loads(line)
    assert isinstance(found, dict)  # noqa: S101 - it is ours
    return found
