"""Patterns that are compiled when they are first used.

Compiling a long pattern takes milliseconds, and one small text meets few of them: a process that cleans one should not
wait for all.
"""

import re
import sys
from functools import cached_property


class Late:
    """A pattern for `re`, compiled when it is first used.

    >>> Late("a|b").match("b")
    <re.Match object; span=(0, 1), match='b'>
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.match` does."""
        return self._compiled.match(text, start, end)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.search` does."""
        return self._compiled.search(text, start, end)
