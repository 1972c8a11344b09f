"""Packages that only some inputs and outputs need: imported when they are, and named when they are missing."""

import importlib
from types import ModuleType


class MissingExtraError(Exception):
    """A package that is not installed; the message says what needs it and how to get it."""


def need(module: str, extra: str, what: str) -> ModuleType:
    """A module of an optional package.

    Raises:
        MissingExtraError: it is not installed.

    >>> need("nowhere", "parquet", "Parquet")
    Traceback (most recent call last):
    ingest.extras.MissingExtraError: Parquet needs an extra: install ingest with `pip install 'ingest[parquet]'`
    """
    try:
        return importlib.import_module(module)
    except ImportError:
        raise MissingExtraError(f"{what} needs an extra: install ingest with `pip install 'ingest[{extra}]'`") from None
