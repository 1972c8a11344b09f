"""Phrases looked up in folded lines.

A pack has thousands of phrases, and its word lists make millions of wordings of them. They are neither listed nor
compiled to patterns (compiling took twenty seconds); the trees are walked. At each choice the line's next word says
which options are worth a look, so the time depends on the line and hardly on the number of phrases. A walk keeps the
set of places it may have come to, never a stack of guesses: it is linear, whatever the phrase and the line.
"""

import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

import regex

from ingest.model import Span
from ingest.phrases import LONGEST_GAP, Choice, Sequence, Wild, first_word, first_words, last_word, last_words, needles, union

_WORD_CHAR: Final = regex.compile(r"[^\W_]")
_WORD_START: Final = regex.compile(r"(?<![^\W_])(?:[^\W\d_]+|[0-9])")
_GAP: Final = regex.compile(rf"[ :|,،/.؛•\"*()\[\]\-]{{1,{LONGEST_GAP}}}")  # what ` ~ ` accepts
_ANY_WORD: Final = regex.compile(r"[^ ]*[^ .!?؟](?= |$)")
# Each without and with its unit: in `<number> الف` the unit belongs to the phrase.
_FIGURES: Final = {
    "number": [regex.compile(rf"[0-9][0-9.,٬٫]*{unit}(?![^\W_])") for unit in ("", " ?(?:k|m|الف|مليون|ك)")],
    "clock": [
        regex.compile(rf"[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?{unit}(?![^\W_])")
        for unit in ("", r" ?(?:ص|م|صباحا|مساء|[ap]\.?m\.?)")
    ],
}
# What stands between a label and its value. A hyphen or a slash separates only with a space beside it: `Bild-Zeitung` is
# one word.
_SEPARATOR: Final = regex.compile(r""" ?(?:[:|>…•"]|\.\.|(?<= )[-/]|[-/](?= ))[ :|/>…•"\-.]*""")
_BETWEEN_TOKENS: Final = regex.compile(r"[\W_]+")
_DIGITS: Final = regex.compile(r"[0-9]+")
_LETTER: Final = regex.compile(r"[^\W\d_]")
_NO_WORDS: Final = frozenset(("", "0"))  # what `phrases.first_word` gives for marks and for figures
_LETTERS_OR_DIGIT: Final = regex.compile(r"[^\W\d_]+|[0-9]")
_NEAR: Final = 40  # code points in which the next word begins


@dataclass(frozen=True)
class Phrases:
    """Alternative phrases, and where they stand in a folded text. Places are code points of that text."""

    phrases: tuple[Sequence, ...]

    def __reduce__(self) -> tuple[type["Phrases"], tuple[bytes]]:
        return _Packed, (pickle.dumps(self.phrases, protocol=5),)

    @cached_property
    def _choice(self) -> Choice:
        return Choice(self.phrases)

    @cached_property
    def first(self) -> frozenset[str] | None:
        """The words a phrase can begin with (see `phrases.first_words`)."""
        return union(map(first_words, self.phrases))

    @cached_property
    def last(self) -> frozenset[str] | None:
        """The words a phrase can end with."""
        return union(map(last_words, self.phrases))

    @cached_property
    def needles(self) -> frozenset[str] | None:
        """Texts one of which stands wherever a phrase does (see `phrases.needles`)."""
        return union(map(needles, self.phrases))

    @cached_property
    def most_words(self) -> int:
        """How many words a text can have at most that is a phrase."""
        return self._choice.most_blanks + 1

    def end(self, text: str, start: int = 0) -> int | None:
        """Where the longest phrase that begins at a place ends, the space behind it included; None where none begins.

        >>> Phrases((("read", "more"), ("read",))).end("read more now")
        10
        """
        return max(_walk_choice(self._choice, text, {start}), default=None)

    def is_whole(self, text: str) -> bool:
        """Whether the text is a phrase."""
        return len(text) in _walk_choice(self._choice, text, {0})

    def label_end(self, text: str) -> int | None:
        """Where a phrase that opens the text, and the separator behind it, end."""
        ends = (_SEPARATOR.match(text, end) for end in _walk_choice(self._choice, text, {0}))
        return max((found.end() for found in ends if found), default=None)

    def find(self, text: str) -> Iterator[Span]:
        """The phrases in a text, from left to right, none overlapping."""
        place = 0
        for start in self._starts(text):
            if start >= place and (end := self.end(text, start)):
                place = end
                yield Span(start, len(text[:end].rstrip()))

    def tail(self, text: str) -> int | None:
        """Where the longest phrase begins that ends the text."""
        if self.last is not None and last_word(text) not in self.last:
            return None
        return next((start for start in self._starts(text) if len(text) in _walk_choice(self._choice, text, {start})), None)

    def tokens_end(self, text: str) -> int:
        """How far the text is nothing but phrases and figures, with marks between them."""
        reached, waiting, farthest = {0}, [0], 0
        while waiting:
            start = waiting.pop()
            ends = _walk_choice(self._choice, text, {start})
            if figures := _DIGITS.match(text, start):
                ends.add(figures.end())
            for end in ends - {start}:
                between = _BETWEEN_TOKENS.match(text, end)
                place = between.end() if between else end
                farthest = max(farthest, place)
                if place not in reached:
                    reached.add(place)
                    waiting.append(place)
        return farthest

    def _starts(self, text: str) -> list[int]:
        """The places where a phrase could begin: those of its first words."""
        if self.first is None or self.first & _NO_WORDS:
            openings = _openings(text)
            words = openings.keys() if self.first is None else self.first & openings.keys()
            return sorted(place for word in words for place in openings[word])
        return sorted(place for word in self.first & _first_words_in(text) for place in _places(text, word))


class _Packed(Phrases):
    """Phrases that were kept between runs. Most texts ask for few of them, so each is unpacked where it is asked for."""

    def __init__(self, packed: bytes) -> None:
        self._packed: bytes
        vars(self)["_packed"] = packed  # the class is frozen

    @cached_property
    def phrases(self) -> tuple[Sequence, ...]:
        unpacked: tuple[Sequence, ...] = pickle.loads(self._packed)  # noqa: S301 - it came out of a pickle that was trusted
        return unpacked


@lru_cache(maxsize=16)
def _first_words_in(text: str) -> frozenset[str]:
    """All that `phrases.first_word` could give of parts of a text: found faster than where each stands."""
    return frozenset("0" if word.isdigit() else word for word in _LETTERS_OR_DIGIT.findall(text))


def _places(text: str, word: str) -> Iterator[int]:
    """Where a word of letters stands in a text, and the marks before it."""
    end = 0
    while (start := text.find(word, end)) >= 0:
        end = start + len(word)
        if not (start and _WORD_CHAR.match(text, start - 1)) and not _LETTER.match(text, end):
            yield start
            behind = start
            while behind and not _WORD_CHAR.match(text, behind - 1):
                behind -= 1
            yield from _marks(text, behind, start)


@lru_cache(maxsize=16)
def _openings(text: str) -> dict[str, list[int]]:
    """For each first word (see `phrases.first_word`), where it opens what is left of a text; many rules ask of one line."""
    found: dict[str, list[int]] = {}
    behind = 0  # the word before
    for word in _WORD_START.finditer(text):
        start, end = word.span()
        places = found.setdefault("0" if word[0].isdigit() else word[0], [])
        if text[behind:start] != " ":
            places += _marks(text, behind, start)
        places.append(start)
        behind = end
    if marks := list(_marks(text, behind, len(text))):
        found[""] = marks
    return found


def _marks(text: str, start: int, end: int) -> Iterator[int]:
    """Where marks stand in a stretch without a word's beginning, for a phrase may begin with one."""
    return (n for n in range(start, end) if not text[n].isspace() and not (n and _WORD_CHAR.match(text, n - 1)))


@lru_cache(maxsize=8192)
def _word_at(text: str, place: int) -> str:
    """The first word of what is left of a text from a place on."""
    return first_word(text[place : place + _NEAR])


def _walk(sequence: Sequence, text: str, place: int) -> set[int]:
    """Where a sequence can end that begins at a place; most are over with the first word that is not theirs."""
    for n, part in enumerate(sequence):
        if not isinstance(part, str):
            return _walk_on(sequence[n:], text, {place})
        if (end := _word_end(part, text, place)) is None:
            return set()
        place = end
    return {place}


def _walk_on(sequence: Sequence, text: str, places: set[int]) -> set[int]:
    """Where a sequence can end that begins at one of the places."""
    for part in sequence:
        if isinstance(part, str):
            places = {end for place in places if (end := _word_end(part, text, place)) is not None}
        elif isinstance(part, Choice):
            places = _walk_choice(part, text, places)
        else:
            places = {end for place in places for end in _wild_ends(part, text, place)}
        if not places:
            break
    return places


def _walk_choice(choice: Choice, text: str, places: set[int]) -> set[int]:
    ends: set[int] = set()
    for place in places:
        for option in choice.under(_word_at(text, place)):
            ends |= _walk(option, text, place)
    return ends


def _word_end(word: str, text: str, place: int) -> int | None:
    """Where a word that begins at a place ends, the space behind it included."""
    if not text.startswith(word, place):
        return None
    end = place + len(word)
    if text[end : end + 1] == " ":
        return end + 1
    return None if _WORD_CHAR.match(word, len(word) - 1) and _WORD_CHAR.match(text, end) else end


def _wild_ends(wild: Wild, text: str, place: int) -> Iterator[int]:
    if wild.kind == "gap":
        yield place
        if found := _GAP.match(text, place):
            yield found.end()
    elif wild.kind == "any":
        for _ in range(wild.most):
            found = _ANY_WORD.match(text, place)
            if not found:
                return
            place = found.end() + (found.end() < len(text))
            yield place
    else:
        for figures in _FIGURES[wild.kind]:
            if found := figures.match(text, place):
                yield found.end() + (text[found.end() : found.end() + 1] == " ")
