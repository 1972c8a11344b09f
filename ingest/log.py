"""What the command says on standard error: lines for a person, or one JSON object a line for what collects logs.

All of it goes through the logging of the standard library, so that what other libraries have to say comes in the same form.
"""

import io
import logging
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from logging import ERROR, INFO, WARNING
from typing import Any, Final, TypeVar

from ingest.jsonlines import dumps

__all__ = ["ERROR", "INFO", "WARNING", "begun", "say", "to_stderr"]

T = TypeVar("T")
_LOG: Final = logging.getLogger("ingest")


def to_stderr(*, as_json: bool) -> None:
    """From here on, everything that is said goes to standard error, in one form or the other."""
    if as_json and isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8")  # that is what JSON is written in, whatever the terminal's encoding
    handler = _ToStderr()
    handler.setFormatter(_Json() if as_json else logging.Formatter("%(message)s"))
    logging.basicConfig(handlers=[handler], force=True)
    logging.captureWarnings(as_json)
    _LOG.setLevel(INFO)


def say(event: str, message: str, level: int = INFO, **fields: object) -> None:
    """Say something: to a person the message, to a machine also what kind of event it is, and its figures."""
    _LOG.log(level, message, extra={"event": event, "fields": fields})


def begun(start: Callable[[], T], *, as_json: bool) -> T:
    """What `start` gives, in a process that says things as this one does; for processes that begin from nothing."""
    to_stderr(as_json=as_json)
    return start()


class _ToStderr(logging.Handler):
    """Lines on standard error. That it cannot be written to is an error like that of any other output."""

    def emit(self, record: logging.LogRecord) -> None:
        print(self.format(record), file=sys.stderr)


class _Json(logging.Formatter):
    """A record of the log as an object on a line."""

    def format(self, record: logging.LogRecord) -> str:
        time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        found: dict[str, Any] = {"time": time, "level": record.levelname.lower()}
        if record.name == _LOG.name:
            found |= {"event": getattr(record, "event", "log"), "message": record.getMessage()} | getattr(record, "fields", {})
        else:
            found |= {"event": "log", "message": record.getMessage(), "logger": record.name}
        if record.exc_info:
            found["traceback"] = self.formatException(record.exc_info)
        return dumps(found).decode("utf-8").rstrip("\n")
