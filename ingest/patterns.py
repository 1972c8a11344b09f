"""Checks on the regular expressions that a pack brings along: what may blow up, what can never match, what to look for."""

import re
from typing import Final

import regex

from ingest.script import fold

# One piece of a pattern: an escape, a character class, a bracket, a quantifier, or a character.
_PIECE: Final = re.compile(
    r"(?P<escape>\\(?:[pP]\{\^?\w+\}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[\s\S]))"
    r"|(?P<set>\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\])"
    r"|(?P<open>\((?:\?(?:P?<?[=!:]|<[=!]|>|P?<\w+>|[a-z]+:?))?)"
    r"|(?P<close>\))"
    r"|(?P<count>(?:[*+?]|\{\d*,?\d*\})[?+]?)"
    r"|(?P<char>[\s\S])"
)
_ESCAPE: Final = re.compile(r"\\(?:[pP]\{\^?\w+\}|.)")
_UNBOUNDED: Final = re.compile(r"[*+]|\{\d*,\}")
_ARABIC_RANGE: Final = re.compile(r"(?:[\u0600-\u06ff]|\\u06\w\w)-(?:[\u0600-\u06ff]|\\u06\w\w)")


def find_fault(pattern: str) -> str | None:
    """What is wrong with a pattern, in a sentence, or None.

    >>> find_fault("a+b")
    "the repeat '+' has no upper bound; write {1,50} or the like"
    >>> find_fault("^أهلا")
    "'أ' never stands in a folded line; write 'ا'"
    """
    try:
        regex.compile(pattern)
    except regex.error as error:
        return f"not a pattern: {error}"
    for piece in _PIECE.finditer(pattern):
        kind, text = piece.lastgroup, piece[0]
        if kind == "count" and _UNBOUNDED.match(text):
            return f"the repeat {text!r} has no upper bound; write {{1,50}} or the like"
        if kind == "set" and (found := _ARABIC_RANGE.search(text)):
            return f"the range {found[0]!r} changes under folding; list the letters, or use \\p{{Arabic}}"
        letters = _ESCAPE.sub("", text) if kind in ("char", "set") else ""
        if odd := next((c for c in letters if (c.isupper() or not c.isascii()) and fold(c) != c), None):
            return f"{odd!r} never stands in a folded line; write {fold(odd)!r}"
    return None


def is_slow(pattern: str) -> bool:
    """Whether a bounded pattern could still take long: a repeat of a group, or several wide repeats in a row."""
    pieces = [(piece.lastgroup, piece[0]) for piece in _PIECE.finditer(pattern)]
    repeats_group = any(
        kind == "count" and text[0] == "{" and pieces[n - 1][0] == "close" for n, (kind, text) in enumerate(pieces) if n
    )
    return repeats_group or sum(kind == "count" and text[0] == "{" for kind, text in pieces) > 2


def required_literal(pattern: str) -> str:
    """The longest text that every match must hold, or "" where none is certain.

    >>> required_literal("^(?:a|b) ?pic\\\\.twitter\\\\.com/[a-z]{1,20}")
    'pic.twitter.com/'
    """
    pieces = [(piece.lastgroup, piece[0]) for piece in _PIECE.finditer(pattern)]
    best = run = ""
    depth = 0
    for (kind, text), (following, count) in zip(pieces, [*pieces[1:], (None, "")], strict=True):
        if kind == "char" and text == "|" and depth == 0:
            return ""
        depth += (kind == "open") - (kind == "close")
        literal = text if kind == "char" and text not in ".^$|" else ""
        if kind == "escape" and not text[1].isalnum():
            literal = text[1]
        may_be_missing = following == "count" and count[0] in "?{"
        run = run + literal if literal and not depth and not may_be_missing else ""
        best = max(best, run, key=len)
    return best if len(best) > 1 or not best.isalnum() else ""
