"""Character data and `fold`: the spelling-blind view of a text, with a way back to its offsets.

Arabic is printed in many spellings of the same word: with and without hamza, marks and tatweel, with Persian letters,
Arabic-Indic digits, curly or angular quotes. Rules are matched on the folded text, where all of these are one; the kept
text is never folded. `fold` works on whole documents and is fast; `offsets` maps one folded line back and is only asked
for lines in which something was found.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

# Letters that differ in spelling habit or only in code point; NFKD has already taken hamza and madda off their seats.
_LETTERS: Final = {
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ۃ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه",
    "ک": "ك", "ڪ": "ك", "ۇ": "و", "ı": "i", "ـ": "",
}  # fmt: skip
_DOUBLE_QUOTES: Final = "״“”„‟«»″‶❝❞〝〞＂"
_SINGLE_QUOTES: Final = "׳‘’‚‛‹›′‵`´ʼ"
_BULLETS: Final = "•·∙‣⁃・"
# Arrows, shapes, dingbats, emoji: a page decorates its labels with them; to a rule they are all one bullet.
_PICTURES: Final = (
    (0x2190, 0x21FF), (0x2300, 0x23FF), (0x2460, 0x2473), (0x2500, 0x27BF), (0x2900, 0x297F), (0x2B00, 0x2BFF),
    (0x1F000, 0x1FAFF), (0xE000, 0xF8FF),
)  # fmt: skip
# Marks that a printer may leave out without changing the word. Vowel signs of Indic scripts and of Thai are not among
# them: there they are letters.
_MARKS: Final = (
    (0x0300, 0x036F), (0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2), (0x05C4, 0x05C5), (0x05C7, 0x05C7),
    (0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06ED), (0x08D3, 0x08FF), (0xFE00, 0xFE0F),
    (0x1F3FB, 0x1F3FF), (0xE0000, 0xE01EF),
)  # fmt: skip

EDGE: Final = " \t.,:;!?\"'-_|/\\()[]{}<>*#~^=+…،؛؟۔•&%@¡¿"  # what may stand round a label without being part of it


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(low <= code <= high for low, high in ranges)


@lru_cache(maxsize=65536)
def _fold_char(char: str) -> str:  # noqa: C901 - one line a kind of character
    """What one character becomes; "" where it is not part of the spelling."""
    code = ord(char)
    if char == "\n" or 0xAC00 <= code <= 0xD7A3:
        return char  # a line break, a Hangul syllable
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"  # a lone surrogate, which no library takes
    if char.isspace():
        return " "
    if char in _DOUBLE_QUOTES:
        return '"'
    if char in _SINGLE_QUOTES:
        return "'"
    if _within(code, _MARKS) or unicodedata.category(char) in ("Cf", "Cc"):
        return ""
    if char in _BULLETS or _within(code, _PICTURES):
        return "•"
    if unicodedata.category(char) == "Pd" or char == "−":
        return "-"
    if unicodedata.category(char) == "Nd":
        return str(unicodedata.digit(char))
    spelled = unicodedata.normalize("NFKD", char)
    if len(spelled) > 1 or spelled != char:
        return "".join(map(_fold_char, spelled))
    return _LETTERS.get(char, char.casefold())


# Nearly every character of Arabic and English news is left alone or is one of these, so a few C-speed replacements and
# one search for the rest do the work; measured at ten times the speed of `str.translate`.
_COMMON: Final = tuple(
    (char, _fold_char(char)) for char in "أإآىةؤئ“”«»–\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u00a0\u0640"
)
_UNUSUAL: Final = re.compile("[^\n -`{-~ء-غف-وي،؛؟]+")
MOST_AT_ONCE: Final = 1 << 18  # code points
_LONE_TATWEEL: Final = re.compile("(?<= )ـ{1,9}(?= )")  # some keyboards have no dash
_SPACES: Final = re.compile(" {2,}")


def fold_lines(text: str) -> list[str]:
    """The folded lines of a text: as many as `text.split("\\n")` has, each with its edges stripped.

    >>> fold_lines("إقرأ  أيضًا:\\n«الرؤيـة» ١٢")
    ['اقرا ايضا:', '"الرويه" 12']
    """
    if len(text) <= MOST_AT_ONCE:
        return _fold_lines(text)
    return [line for piece in _pieces(text) for line in _fold_lines(piece)]


def _pieces(text: str) -> Iterator[str]:
    """A long text in pieces, between which line feeds stand: each step of folding makes a copy."""
    start = 0
    while len(text) - start > MOST_AT_ONCE and (end := text.find("\n", start + MOST_AT_ONCE)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


def _fold_lines(text: str) -> list[str]:
    folded = text.lower()
    if " ـ" in folded:
        folded = _LONE_TATWEEL.sub("-", folded)
    for char, to in _COMMON:
        folded = folded.replace(char, to)
    folded = _UNUSUAL.sub(_fold_run, folded).replace("`", "'")
    if "  " in folded:
        folded = _SPACES.sub(" ", folded)
    return [line.strip(" ") for line in folded.split("\n")]


class _Folded(dict[int, str]):
    """The folded form of each character that has been asked for, for `str.translate`."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_char(chr(code))
        return folded


_FOLDED: Final = _Folded()


def _fold_run(match: re.Match[str]) -> str:
    return match[0].translate(_FOLDED)


def fold(text: str) -> str:
    """The spelling-blind form of a text: what rules are matched on.

    Marks, tatweel, direction and zero-width characters are gone; hamza forms, ya, ta marbuta, Persian twins, digits,
    quotes, dashes, bullets and case are one; spaces are single and lines have no edges. Line breaks stay.

    >>> fold("إقرأ أيضاً") == fold("اقرأ أيضًا") == fold("أقرأ ايضا")
    True
    >>> fold("À LIRE AUSSI – Été")
    'a lire aussi - ete'
    """
    return "\n".join(fold_lines(text))


def offsets(line: str) -> list[int]:
    """For each code point of `fold(line)`, where in `line` it comes from; one entry more for the end.

    The line has no line break.

    >>> offsets("أيضًا: ١")
    [0, 1, 2, 4, 5, 6, 7, 8]
    """
    places: list[int] = []
    space = True  # leading spaces are stripped
    for place, char in enumerate(line):
        for folded in "-" if char == "ـ" and _LONE_TATWEEL.match(line, place) else _fold_char(char):
            if folded != " " or not space:
                places.append(place)
            space = folded == " "
    if places and space:
        places.pop()  # a trailing space
    places.append(len(line.rstrip()) if places else 0)
    return places


def span_in_line(line: str, start: int, end: int) -> tuple[int, int]:
    """Where the folded span `[start:end]` of a line stands in the line itself, in code points."""
    return unfolded(offsets(line), start, end)


def unfolded(places: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Where the folded span `[start:end]` of a line stands in the line whose `offsets` these are.

    Marks and invisible characters behind the last letter belong to it, and a ligature is never cut.

    >>> line = "(أيضًا) نعم"
    >>> start, end = unfolded(offsets(line), 1, 5)
    >>> line[start:end]
    'أيضًا'
    """
    return places[start], max(places[end], places[end - 1] + 1)


def core(folded: str) -> str:
    """A folded line without the punctuation, brackets, bullets and quotes round it.

    >>> core(fold("» اقرأ أيضاً:"))
    'اقرا ايضا'
    """
    return folded.strip(EDGE)
