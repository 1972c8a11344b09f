"""Python's search for garbage, put off while much is made that stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

MOST_NEW: Final = 50_000  # objects; Python's own 700 has it look a hundred times before the first text is cleaned


def look_seldom() -> None:
    """Have Python look for garbage only now and then, in a process that is ours."""
    gc.set_threshold(MOST_NEW, *gc.get_threshold()[1:])


@contextmanager
def no_garbage() -> Iterator[None]:
    """Keep Python from looking for garbage for a while: what is made here stays, and looking takes longer than making it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
