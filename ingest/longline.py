"""A long line beside its folded view, word by word, so that a place in the one is a place in the other.

Places are code points of the line, unless said otherwise. A word is what stands between blanks, or up to the sentence that
is glued to it; its folded form may be empty (an invisible mark alone) or have blanks in it (a ligature).
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise, takewhile
from typing import Final

from ingest.names import PICTURE_OWNERS
from ingest.phrases import first_word
from ingest.script import EDGE, fold, fold_lines, offsets, unfolded
from ingest.seams import glued_edges

FEWEST_REPEATED: Final = 4  # words that make a repeat
LONGEST_HEAD: Final = 80  # words of a page in which its headline is printed twice
MOST_ON_TOP: Final = 15  # before it
MOST_BETWEEN: Final = 15  # between the two
FEWEST_IN_HEADLINE: Final = 6
LONGEST_REPEAT: Final = 300  # words
LONGEST_DOUBLED: Final = 30  # words
MOST_ENDS: Final = 40  # places at which a repeat may end
# Where a sentence was glued to the next (`نهاية.وقال`), a word ends too; an abbreviation has a letter on each side of its
# dot, and a site's name its last part.
GLUED: Final = r"(?<=[ء-ي\u064b-\u0652]{2}[.؟!])(?=[ء-ي]{2})(?!نت\b|كوم\b)"
ANY_END: Final = re.compile(rf"[.!?؟۔…](?:['\"”»)\]}}]*|-\([^()]{{2,30}}\))(?=\s|$|{GLUED})")
# A sentence ends at a mark with a space behind it, unless an initial stands before it (`د. `, `J. `) or a picture's owner
# behind it. Two dots are a headline's colon, and an agency with a dash behind it opens a paragraph (`BERLIN, Conn. (AP) - `).
SENTENCE_END: Final = re.compile(
    r"""(?<!^\w)(?<![\s"'“«(\[.]\w)(?<!(?<!\.)\.(?=\.))[.!?؟۔…]["'”»)\]}]*(?:[ \u00a0]»)?"""
    rf"""(?! \([^()]{{2,30}}\) ?[-\u2013\u2014])(?! © ?(?:{PICTURE_OWNERS})(?!\w))"""
    rf"(?:(?: | ?-)\([^()]{{2,30}}\))?(?=\s|$|{GLUED})"
)
_WORD: Final = re.compile(rf"\S+?(?=\s|$|{GLUED})")


class LongLine:
    """A line that is looked at from many places; two of the same words are not the same."""

    def __init__(self, text: str, seams: Sequence[int] = ()) -> None:
        self.text: Final = text
        self._seams: Final = seams  # where a word ends too

    @cached_property
    def words(self) -> list[tuple[int, int]]:
        """Where its words begin and end."""
        words = [match.span() for match in _WORD.finditer(self.text)]
        if not self._seams:
            return words
        edges = sorted({*self._seams, *(edge for word in words for edge in word)})
        return [(start, end) for start, end in pairwise(edges) if not self.text[start].isspace()]

    @cached_property
    def starts(self) -> list[int]:
        """Where its words begin."""
        return [start for start, _ in self.words]

    @cached_property
    def numbers(self) -> dict[int, int]:
        """The number of the word that begins at a place."""
        return {start: n for n, start in enumerate(self.starts)}

    @cached_property
    def _folded_words(self) -> list[str]:
        words = fold(self.text).split(" ")
        return words if len(words) == len(self.words) else fold_lines("\n".join(self.text[slice(*word)] for word in self.words))

    @cached_property
    def folded(self) -> str:
        return " ".join(self._folded_words)

    @cached_property
    def names(self) -> list[str]:
        """Its folded words without the punctuation round them."""
        return [word.strip(EDGE) for word in self._folded_words]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each of those names stands in it."""
        return Counter(self.names)

    @cached_property
    def firsts(self) -> list[str]:
        """What each word would show as the first of a phrase (see `phrases.first_word`)."""
        return [name if name.isalpha() else first_word(name) for name in self.names]

    @cached_property
    def _folded_starts(self) -> list[int]:
        return list(accumulate((len(word) + 1 for word in self._folded_words), initial=0))

    def to_folded(self, place: int) -> int:
        """The place in the folded line of a place in the line.

        >>> line = LongLine("إقرأ  أيضًا: «خبر»")
        >>> line.folded[line.to_folded(line.text.index("«")) :]
        '"خبر"'
        """
        if (word := self.numbers.get(place)) is not None:
            return self._folded_starts[word]
        n = bisect_right(self.starts, place) - 1
        if n < 0:
            return 0
        start, end = self.words[n]
        return self._folded_starts[n] + bisect_left(offsets(self.text[start:end]), place - start)

    def from_folded(self, place: int) -> int:
        """The place in the line where what ends at a place in the folded line ends.

        >>> line = LongLine("إقرأ  أيضًا: «خبر»")
        >>> line.text[: line.from_folded(len("اقرا ايضا"))]
        'إقرأ  أيضًا'
        """
        n = bisect_right(self._folded_starts, place, hi=len(self.words)) - 1
        (start, end), inside = self.words[n], place - self._folded_starts[n]
        if inside >= len(self._folded_words[n]):
            return end
        return start + unfolded(offsets(self.text[start:end]), 0, inside)[1] if inside else start

    def next_start(self, place: int) -> int:
        """The first place from this one on that is not blank, or the line's end."""
        while place < len(self.text) and self.text[place].isspace():
            place += 1
        return place

    @cached_property
    def sentence_ends(self) -> list[int]:
        """Where whatever may be a sentence ends."""
        return [match.end() for match in ANY_END.finditer(self.text)]

    def is_glued(self, first: int, end: int) -> bool:
        """Whether a letter or figure stands right before word `first`, or right behind the last word before `end`."""
        return bool(glued_edges(self.text, self.words[first][0], self.words[end - 1][1]))

    def copies(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """For each copy of these words its first word's number, and the one behind it."""
        if len(words) < FEWEST_REPEATED:
            return
        for n, name in enumerate(self.names):
            if name == words[0] and self.names[n : n + len(words)] == words:
                yield n, n + len(words)

    def printed_twice(self) -> list[tuple[int, int]]:
        """The two copies of what is printed twice at the line's beginning with a few words between, as `copies` gives them.

        Those are a page's headline, and its stamp or buttons. A lede does not repeat so many words in a row, or it repeats the
        whole headline.
        """
        names = self.names[:LONGEST_HEAD]
        for first in range(min(len(names), MOST_ON_TOP)):
            for second in range(first + FEWEST_IN_HEADLINE, len(names)):
                if names[first] != names[second]:
                    continue
                pairs = takewhile(lambda pair: pair[0] == pair[1], zip(names[first:second], names[second:], strict=False))
                length = sum(1 for _ in pairs)
                if length >= FEWEST_IN_HEADLINE and second - first - length <= MOST_BETWEEN:
                    return [(first, first + length), (second, second + length)]
        return []

    def repeats(self, starts: Sequence[int]) -> Iterator[int]:
        """Where a stretch begins, ends, and ends again that is printed twice in a row, both times up to one of `starts`.

        Those, and what it gives, are numbers of words.
        """
        names = self.names
        for at, middle in enumerate(starts):
            for end in [*starts[at + 1 : at + MOST_ENDS], len(names)]:
                length = end - middle
                if length > min(LONGEST_REPEAT, middle):
                    break
                if (
                    length >= FEWEST_REPEATED
                    and names[end - 1] == names[middle - 1]
                    and names[middle:end] == names[middle - length : middle]
                ):
                    yield from (middle - length, middle, end)
                    break

    def doubled(self, start: int) -> Iterator[int]:
        """Where words that begin at word `start` and are printed twice in a row end, and end again: numbers of words."""
        names = self.names
        for length in range(FEWEST_REPEATED, LONGEST_DOUBLED + 1):
            if names[start + length : start + length + 1] == names[start : start + 1] and (
                names[start : start + length] == names[start + length : start + 2 * length]
            ):
                yield from (start + length, start + 2 * length)
                return
