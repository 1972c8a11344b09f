"""Arabic that was decoded by the wrong table, and how to read it right.

Three kinds are common. The bytes of UTF-8 read as Windows-1256 print `ط§ظ„ط±ط¦ظٹط³`, read as Windows-1252 they print
`Ø§Ù„Ø±Ø¦ÙŠØ³`; bytes of Windows-1256 read as Windows-1252 print `ÇáÑÆíÓ`. All three stand for `الرئيس`. The way back is the
way there: a line is encoded by the wrong table and decoded by the right one. ftfy, which repairs much else, knows
neither of the two Windows-1256 kinds, so it is not used.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Final, NamedTuple

from ingest.model import Document

FEWEST_PAIRS: Final = 4  # garbled letters that make a line proof; a quoted example in prose has the prose round it
LEAST_SHARE: Final = 0.6  # of a line's foreign characters that have to be garbled letters
LEAST_ARABIC: Final = 0.7  # of the letters of the line as it is read then
_LETTER: Final = re.compile(r"[^\W\d_]")
_ARABIC: Final = re.compile(r"[\u0600-\u06ff]")
# Words and endings without which no Arabic line of some length does.
_COMMON: Final = re.compile(r"(?<!\w)(?:في|من|على|إلى|الى|عن|أن|إن|مع|هذا|هذه|التي|الذي|و?ال\w{2,})(?!\w)")


class Kind(NamedTuple):
    """One way in which Arabic gets garbled."""

    name: str
    pairs: re.Pattern[str]  # garbled letters
    leads: str  # what a pair begins with
    width: int  # characters that one letter became
    back: Callable[[str], str]  # the line as it was; raises UnicodeError where it cannot have been


def _as_latin(line: str) -> bytes:
    """The bytes that Windows-1252 or Latin-1 read as this line; what the one leaves undefined are the other's controls."""
    return b"".join(bytes([ord(char)]) if "\x80" <= char <= "\x9f" else char.encode("cp1252") for char in line)


_KINDS: Final = (
    Kind(
        "UTF-8 read as Windows-1256",
        re.compile(r"[طظ][^\s\x00-\x7f]"),
        "طظ",
        2,
        lambda line: line.encode("cp1256").decode("utf-8"),
    ),
    Kind(
        "UTF-8 read as Windows-1252",
        re.compile("[ØÙÚÛ][\\x80-\\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"),
        "ØÙÚÛ",
        2,
        lambda line: _as_latin(line).decode("utf-8"),
    ),
    Kind(
        "Windows-1256 read as Windows-1252",
        re.compile("[À-ÿ]{3,}"),
        "",
        1,
        lambda line: _as_latin(line).decode("cp1256"),
    ),
)


class Finding(NamedTuple):
    """What is garbled in a text, and how."""

    kind: Kind
    lines: tuple[int, ...]  # numbered from 0

    def __str__(self) -> str:
        """What a record's warning says."""
        count = len(self.lines)
        looks = "1 line looks" if count == 1 else f"{count} lines look"
        return f"{looks} like {self.kind.name}; --repair-encoding reads {'it' if count == 1 else 'them'} right"


def find(text: str) -> Finding | None:
    """The garbled lines of a text, or None.

    Evidence: most of a line's characters beyond ASCII are pairs (or, for the kind that keeps one character a letter,
    runs of three letters) of one kind, four at least; the line can be read back without an error; and then most of its
    letters are Arabic and it has a word that no Arabic line does without. Where one line is proof, others of the same
    kind need not be so. Spared: French, Portuguese or Icelandic, in which most letters are plain; Arabic and Urdu with many a
    `ط`; a garbled word quoted in prose. Missed: lines that lost a character on their way, since they cannot be read
    back.

    >>> find("ظ‚ط§ظ„ ط§ظ„ط±ط¦ظٹط³").kind.name, find("قال الرئيس")
    ('UTF-8 read as Windows-1256', None)
    """
    if text.isascii():
        return None
    lines = text.split("\n")
    for kind in _KINDS:
        if not kind.pairs.search(text):
            continue
        if any((read := _read_back(line, kind)) and _is_arabic(read) for line in lines):
            return Finding(kind, tuple(n for n, line in enumerate(lines) if _read_back(line, kind)))
    return None


def repaired(document: Document) -> Document:
    """The document with its garbled lines read right; the title too. It then counts as rendered.

    >>> repaired(Document(id="a", text="ÞÇá ÇáÑÆíÓ Ýí ÎØÇÈå\\nnews")).text
    'قال الرئيس في خطابه\\nnews'
    """
    found = find(document.text)
    if found is None:
        return document
    lines = document.text.split("\n")
    for n in found.lines:
        lines[n] = found.kind.back(lines[n])
    title = document.title and (_read_back(document.title, found.kind) or document.title)
    return replace(document, text="\n".join(lines), title=title, rendered=True)


def _read_back(line: str, kind: Kind) -> str | None:
    """The line as it was, if it can have been garbled in this way; else None."""
    if kind.width == 2 and 5 * sum(map(line.count, kind.leads)) < len(line):
        return None  # half of a garbled line's characters are the first of a pair: the common case, told by counting
    pairs = sum(map(len, kind.pairs.findall(line)))
    foreign = sum(not char.isascii() for char in line)
    if pairs < FEWEST_PAIRS * kind.width or pairs < LEAST_SHARE * foreign:
        return None
    try:
        return kind.back(line)
    except UnicodeError:
        return None


def _is_arabic(read: str) -> bool:
    """Whether a line, read back, is Arabic beyond doubt."""
    letters = Counter(bool(_ARABIC.match(char)) for char in _LETTER.findall(read))
    return letters[True] >= LEAST_ARABIC * letters.total() and bool(_COMMON.search(read))
