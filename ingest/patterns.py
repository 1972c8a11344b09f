"""Checks on the regular expressions that a pack brings along: what may blow up, what can never match, what to look for."""

import re
from collections.abc import Sequence
from functools import lru_cache
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
_NOT: Final = ("(?!", "(?<!")  # what must not stand there; what is looked at otherwise must stand in the line
_LOOKING: Final = ("(?=", "(?!", "(?<")  # what is looked at is not held by the match; names of groups are rare
_MAY_BE_NONE: Final = ("?", "*", "{0", "{,")
MOST_LITERALS: Final = 200
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
        if odd := next((c for c in letters if not _stands_folded(c)), None):
            return f"{odd!r} never stands in a folded line; write {fold(odd)!r}"
    return None


@lru_cache(maxsize=1_000)
def _stands_folded(char: str) -> bool:
    """Whether a folded line may hold a character; patterns share their letters, so few are looked at."""
    return not char.isupper() if char.isascii() else fold(char) == char


def is_slow(pattern: str) -> bool:
    """Whether a bounded pattern could still take long: a repeat of a group, or several wide repeats in a row."""
    pieces = [(piece.lastgroup, piece[0]) for piece in _PIECE.finditer(pattern)]
    repeats_group = any(
        kind == "count" and text[0] == "{" and pieces[n - 1][0] == "close" for n, (kind, text) in enumerate(pieces) if n
    )
    return repeats_group or sum(kind == "count" and text[0] == "{" for kind, text in pieces) > 2


def required_literals(pattern: str) -> frozenset[str]:
    r"""Texts one of which a line must hold that the pattern matches, the longest that are certain; none where no text is.

    What a pattern looks at, ahead or behind, counts: it is no part of the match, but stands in the line.

    >>> sorted(required_literals(r"^(?:a|b) ?pic\.twitter\.com/[a-z]{1,20}"))
    ['pic.twitter.com/']
    >>> sorted(required_literals(r"\((?:photo|file)s?\)"))
    ['file', 'photo']
    """
    pieces = [(piece.lastgroup or "", piece[0]) for piece in _PIECE.finditer(pattern)]
    texts, _ = _alternatives(pieces, 0)
    return texts or frozenset()


def _alternatives(pieces: Sequence[tuple[str, str]], at: int) -> tuple[frozenset[str] | None, int]:
    """What one of the alternatives from a place on must hold, if each must hold something, and where they end."""
    every: list[frozenset[str] | None] = []
    while True:
        texts, at = _sequence(pieces, at)
        every.append(texts)
        if at == len(pieces) or pieces[at][0] == "close":
            break
        at += 1  # the bar
    found = [texts for texts in every if texts]
    together = frozenset[str]().union(*found)
    return (together if len(found) == len(every) and len(together) <= MOST_LITERALS else None), at


def _sequence(pieces: Sequence[tuple[str, str]], at: int) -> tuple[frozenset[str] | None, int]:
    """What a sequence must hold, and where the bar or the bracket behind it stands."""
    found: list[frozenset[str]] = []
    run = ""
    while at < len(pieces) and pieces[at][0] != "close" and pieces[at] != ("char", "|"):
        kind, text = pieces[at]
        inner: frozenset[str] | None = None
        if kind == "open":
            inner, at = _alternatives(pieces, at + 1)
            if text.startswith(_NOT):
                inner = None
        at += 1
        literal = _literal(kind, text)
        if at < len(pieces) and pieces[at][0] == "count":
            if pieces[at][1].startswith(_MAY_BE_NONE):
                literal, inner = "", None
            elif literal:  # it stands there, perhaps more than once
                found.append(frozenset({run + literal}))
                literal = ""
            at += 1
        if literal:
            run += literal
            continue
        found += [frozenset({run}), *([inner] if inner else [])]
        run = ""
    found.append(frozenset({run}))
    best = max(found, key=lambda texts: (min(map(len, texts)), -len(texts)))
    return (best if all(len(text) > 1 or (text and not text.isalnum()) for text in best) else None), at


def _literal(kind: str, text: str) -> str:
    """The character that a piece stands for, or "" where it is none or not certain."""
    if kind == "escape":
        return "" if text[1].isalnum() else text[1]
    if kind == "set":
        return text[1] if len(text) == len("[x]") else ""
    return text if kind == "char" and text not in ".^$" else ""


def longest_line(pattern: str) -> int | None:
    r"""How long a line can be that a pattern takes whole, in code points; None where it may stand in longer ones.

    >>> longest_line(r"^(?:ab|c)\d{1,3}$"), longest_line("ab$")
    (5, None)
    """
    pieces = [(piece.lastgroup or "", piece[0]) for piece in _PIECE.finditer(pattern)]
    lengths, start, at = [], 0, 0
    while True:
        length, at = _longest(pieces, start)
        is_whole = pieces[start : start + 1] == [("char", "^")] and pieces[at - 1 : at] == [("char", "$")]
        if length is None or not is_whole:
            return None
        lengths.append(length)
        if at >= len(pieces):
            return max(lengths)
        start = at + 1  # behind the bar


def _longest(pieces: Sequence[tuple[str, str]], at: int) -> tuple[int | None, int]:
    """The longest text of a sequence, and where the bar or the bracket behind it stands."""
    total: int | None = 0
    while at < len(pieces) and pieces[at][0] != "close" and pieces[at] != ("char", "|"):
        kind, text = pieces[at]
        length: int | None = int(kind in ("char", "set", "escape"))
        if kind == "open":
            options = []
            while True:
                option, at = _longest(pieces, at + 1)
                options.append(option)
                if at >= len(pieces) or pieces[at][0] == "close":
                    break
            length = 0 if text.startswith(_LOOKING) else None if None in options else max(filter(None, options), default=0)
        elif (kind, text) in (("char", "^"), ("char", "$")) or (kind == "escape" and text[1] in "bBAZG"):
            length = 0
        elif kind == "escape" and text[1].isdigit():
            length = None  # what stands there depends on a bracket
        at += 1
        if at < len(pieces) and pieces[at][0] == "count":
            most = re.search(r"(\d+)\}", pieces[at][1])  # none in `{5,}`
            times = 1 if pieces[at][1].startswith("?") else int(most[1]) if most else None
            length = None if length is None or times is None else length * times
            at += 1
        total = None if total is None or length is None else total + length
    return total, at
