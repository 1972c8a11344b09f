"""A document as rules see it: folded lines, what kind each one is, and where in the page it stands.

Everything is computed once, and only when a rule asks for it. A view knows nothing of rules; the second pass hands it
the labels that the first pass gave, and the zones are then read without the lines that are noise already.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cached_property
from itertools import pairwise
from typing import Final, Literal

from ingest.dates import find_date, is_date_line
from ingest.model import Document, Mark, Span
from ingest.script import core, fold, fold_lines, offsets, unfolded
from ingest.words import has_particles, is_without_name, near_copy, share, stems, words

Zone = Literal["head", "between", "tail"]

_SENTENCE_END: Final = re.compile(r"""[.!?؟۔。！？।](?:[\s"')\]}•]|-?\([^()]{1,30}\))*$""")
_ELLIPSIS: Final = re.compile(r"""\.\.+["')\]\s]*$""")
_ITEM: Final = re.compile(r"^(?:[-*•+]|\(?\d{1,3}\)?\s?[-.):])")


_WIDE_GAP: Final = re.compile(r"[ \t\u00a0]{3,}")
_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")
_CLOCK: Final = re.compile(r"\d{1,2}:\d\d")
_YEAR: Final = r"(?:199[6-9]|20[0-4]\d)"  # of the web's age
_STAMP: Final = re.compile(rf"\d{{1,2}}:\d\d|\d\.\d\d ?[ap]\.?m|\d ?h ?\d\d|\d[-/.]\d{{1,2}}[-/.]{_YEAR}|{_YEAR}[-/.]\d")
MOST_BESIDE_STAMP: Final = 4  # words
MOST_STAMPS: Final = 2  # of a page: published, updated
LONGEST_DAY: Final = 30  # words of a line that says when it was published and updated
LONGEST_STAMP: Final = 200  # code points
LONGEST_STANDFIRST: Final = 45  # words
_BASMALA: Final = fold("بسم الله")
_RUNS_ON: Final = re.compile(fold("(?:أن|إن|أنه|أنها|و)") + " ")  # a paragraph that begins so goes on with the line above
MOST_HEAD: Final = 60  # lines above the first paragraph among which the headline is looked for
_FIRST_LINE: Final = 0.3  # how much more a text's first line is worth as its headline


class Kind(Enum):
    """What a line looks like by itself. Lengths are in words."""

    BLANK = "blank"
    PARAGRAPH = "paragraph"  # 12 or more and a sentence end, or very long
    TRUNCATED = "truncated"  # long, but it stops in mid-sentence
    SENTENCE = "sentence"  # short, with a full stop
    HEADLINE = "headline"  # 3 to 20, no full stop
    FRAGMENT = "fragment"  # one or two
    TICKER = "ticker"  # several headlines in a row, set apart by wide gaps


def _is_stamp(folded: str) -> bool:
    """Whether a folded line is a day in figures or with its hour, alone or with a few words that say nothing beside it."""
    if len(folded) > LONGEST_STAMP or not _STAMP.search(folded):
        return False
    if is_date_line(folded):
        return True
    date = find_date(folded)
    if date is None or ends_sentence(folded) or folded.endswith(":"):
        return False
    beside = f"{folded[: date.start]} {folded[date.end :]}"
    return date.day is not None and len(words(beside)) <= MOST_BESIDE_STAMP and not has_particles(beside)


def ends_sentence(folded: str) -> bool:
    """Whether a folded line ends like a sentence: a final mark, perhaps in quotes, perhaps with an agency behind it.

    >>> ends_sentence('قال "نعم."'), ends_sentence("قال نعم. (رويترز)"), ends_sentence("اعلنت الشركه..")
    (True, True, False)
    """
    return bool(_SENTENCE_END.search(folded[-60:])) and not _ELLIPSIS.search(folded[-12:])


def kind_of(folded: str) -> Kind:
    """The kind of a folded line."""
    if not folded:
        return Kind.BLANK
    length = folded.count(" ") + 1
    ends = ends_sentence(folded)
    if length >= 40 or (length >= 12 and (ends or folded.endswith(":"))):
        return Kind.PARAGRAPH
    if length > 20:
        return Kind.HEADLINE if length <= LONGEST_DAY and is_date_line(folded) else Kind.TRUNCATED
    if ends and folded[-1:] not in "?؟!":
        return Kind.SENTENCE
    return Kind.HEADLINE if length > 2 else Kind.FRAGMENT


def is_ticker(text: str) -> bool:
    """Whether a line is three headlines or more, set apart by wide gaps: three words or more in each on average.

    >>> is_ticker("الذهب يرتفع في مصر    منتخب الشباب يفوز بالكأس    أمطار على الساحل غدا"), is_ticker("أ    ب    ج")
    (True, False)
    """
    parts = [fold(part) for part in _WIDE_GAP.split(text.strip())]
    return len(parts) >= 3 and sum(len(part.split()) for part in parts) >= 3 * len(parts) and not any(map(ends_sentence, parts))


class View:
    """The lines of one document with everything that rules ask about them.

    Lines are numbered from 0; `starts[i]` is where line `i` begins in the document's text, in code points.
    """

    def __init__(self, document: Document, cuts: Sequence[int] = (), *, flat: bool = False) -> None:
        self.document = document
        self._offsets: dict[int, list[int]] = {}  # of the lines in which something was found
        self.noise: Mapping[int, str] = {}  # line -> the label that the first pass gave to all of it
        self.is_flat = flat  # its lines were run together, and are cut where lines seem to begin
        self._gap = 0 if cuts else 1  # what stands between two lines: nothing, or the line feed that split them
        if cuts:
            edges = [0, *cuts, len(document.text)]
            pieces = [document.text[start:end] for start, end in pairwise(edges)]
            self.texts = [line for piece in pieces for line in _LINE.findall(piece)]
            self.folded = fold_lines("\n".join(text.replace("\n", " ") for text in self.texts))
        else:
            self.texts = document.text.split("\n")
            self.folded = fold_lines(document.text)

    def knowing(self, noise: Mapping[int, str]) -> "View":
        """The same document, now that the first pass has labelled some lines."""
        other = View.__new__(View)
        other.__dict__.update({name: self.__dict__[name] for name in _SHARED if name in self.__dict__}, noise=noise)
        return other

    @cached_property
    def starts(self) -> list[int]:
        starts, start = [], 0
        for text in self.texts:
            starts.append(start)
            start += len(text) + self._gap
        return starts

    @cached_property
    def cores(self) -> list[str]:
        """Each folded line without the punctuation round it."""
        return [core(line) for line in self.folded]

    @cached_property
    def firsts(self) -> Mapping[str, int]:
        """The number of the line in which each core stands first."""
        found: dict[str, int] = {}
        for i, text in enumerate(self.cores):
            found.setdefault(text, i)
        return found

    @cached_property
    def repeated(self) -> frozenset[str]:
        """The cores of more than one line."""
        return frozenset(text for i, text in enumerate(self.cores) if self.firsts[text] != i)

    @cached_property
    def kinds(self) -> list[Kind]:
        pairs = zip(self.texts, self.folded, strict=True)
        return [Kind.TICKER if "   " in text and is_ticker(text) else kind_of(folded) for text, folded in pairs]

    @cached_property
    def rows(self) -> list[int]:
        """The lines that are not blank."""
        return [i for i, line in enumerate(self.folded) if line]

    @cached_property
    def title(self) -> str:
        """The given title, folded, or ""."""
        return fold((self.document.title or "").replace("\n", " "))

    def length(self, i: int) -> int:
        """How many words line `i` has."""
        return self.folded[i].count(" ") + 1 if self.folded[i] else 0

    def span(self, i: int) -> Span:
        """Line `i` without the blank space round it."""
        text = self.texts[i]
        start = self.starts[i] + len(text) - len(text.lstrip())
        return Span(start, max(start, self.starts[i] + len(text.rstrip())))

    def place(self, i: int, start: int, end: int) -> Span:
        """Where the folded span `[start:end]` of line `i` stands in the document."""
        if i not in self._offsets:
            self._offsets[i] = offsets(self.texts[i])
        first, last = unfolded(self._offsets[i], start, end)
        return Span(self.starts[i] + first, self.starts[i] + last)

    def mark(self, i: int) -> Mark | None:
        """What line `i` was in the markup that the text was rendered from, if it was."""
        marks = self.document.marks
        n = bisect_right(marks, self.span(i).start, key=lambda mark: mark.span.start) - 1
        return marks[n] if n >= 0 and self.span(i).start < marks[n].span.end else None

    def is_item(self, i: int) -> bool:
        """Whether line `i` begins with a bullet or a number."""
        return bool(_ITEM.match(self.folded[i]))

    def is_title(self, i: int) -> bool:
        """Whether line `i` is the given title, or nearly."""
        return near_copy(self.folded[i], self.title)

    def stems(self, i: int) -> frozenset[str]:
        """The stems of the telling words of line `i`."""
        return stems(self.folded[i])

    @cached_property
    def paragraphs(self) -> list[int]:
        """The lines that read like paragraphs and are no noise so far."""
        return [i for i in self.rows if i not in self.noise and self.kinds[i] in (Kind.PARAGRAPH, Kind.TRUNCATED)]

    @cached_property
    def body(self) -> list[int]:
        """The paragraphs of the article: where the given title stands in the text, those below it."""
        title = self._given_headline
        return self.paragraphs if title is None else [i for i in self.paragraphs if i > title]

    def zone(self, i: int) -> Zone:
        """Where line `i` stands. A text without a paragraph has neither head nor tail; what is under a standfirst is head."""
        if not self.body:
            return "between"
        if i < self.body[0] or (self.standfirst is not None and self.standfirst < i < self.body[1]):
            return "head"
        return "tail" if i > self.body[-1] else "between"

    @cached_property
    def standfirst(self) -> int | None:
        """The first paragraph, where the page's stamp stands between it and the second.

        That is a line which is only a day in figures or with its hour (beside it at most a place, a section or a name), the
        one such line between paragraphs, or the day of publication and right below it that of an update: a diary has more.
        """
        if len(self.body) < 2 or self.length(self.body[0]) > LONGEST_STANDFIRST:
            return None
        between = [i for i in self.rows if self.body[0] < i < self.body[-1]]
        stamps = [i for i in between if _is_stamp(self.folded[i])]
        adjacent = all(self.below(one) == other for one, other in pairwise(stamps))
        return self.body[0] if 0 < len(stamps) <= MOST_STAMPS and stamps[-1] < self.body[1] and adjacent else None

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The stems of all paragraphs that end like sentences: what the article speaks of."""
        found: set[str] = set()
        for i in self.body:
            if ends_sentence(self.folded[i]):
                found |= self.stems(i)
        return frozenset(found)

    @cached_property
    def is_terse(self) -> bool:
        """Whether short lines outweigh paragraphs, as in verse, decrees, lists and results.

        There a run of short lines is what the text is about, so no rule may fire on runs.
        """
        short = long = 0
        for i in self.rows:
            if i in self.noise:
                continue
            if self.kinds[i] in (Kind.PARAGRAPH, Kind.TRUNCATED):
                long += self.length(i)
            else:
                short += self.length(i)
        return short > long

    @cached_property
    def is_list(self) -> bool:
        """A terse text, most of whose short lines are numbered, bulleted or hold figures."""
        body = set(self.body)
        short = [i for i in self.rows if i not in self.noise and i not in body]
        return self.is_terse and 2 * sum(self.is_item(i) or any(c.isdigit() for c in self.folded[i]) for i in short) > len(short)

    @cached_property
    def is_verse(self) -> bool:
        """A terse text that is no list."""
        return self.is_terse and not self.is_list

    @cached_property
    def headline(self) -> int | None:
        """The line where the headline stands first, above the first paragraph; None where that is not certain.

        With a given title it is the first line that says the same. Without one it is a line that is printed twice up
        there, or the one whose words the first paragraphs take up most (at least a quarter of them, and two), or the
        text's first line where the first paragraph stands right under it. In a flattened page only the first of these counts.
        """
        if self.title:
            return self._given_headline
        if not self.body or (self.is_terse and not self._is_first_line_headline(self.rows[0])):
            return None
        head = [i for i in self.rows if i not in self.noise and i < self.body[0]][:MOST_HEAD]
        likely = [i for i in head if len(self.stems(i)) >= 2 and self._may_be_headline(i)]
        for i in likely:
            if any(near_copy(self.folded[j], self.folded[i]) for j in head if j > i):
                return i
        if self.is_flat:
            return None  # its lines begin where they were cut, and not where headlines do
        lede = frozenset[str]().union(*(self.stems(i) for i in self.body[:4] if likely))
        best, most = None, 0.0
        for i in likely:
            shared = share(self.stems(i), lede) + (_FIRST_LINE if i == self.rows[0] else 0)
            if shared > most and len(self.stems(i) & lede) >= 2:
                best, most = i, shared
        if most >= 0.25:
            return best
        return head[0] if head and head[0] == self.rows[0] and self._is_first_line_headline(head[0]) else None

    @cached_property
    def _given_headline(self) -> int | None:
        """The first line that is the given title, with a site's name behind it or not.

        No whole paragraph may stand above it, and most of the text must stand below. Paragraphs above that are cut off in
        mid-sentence are the teasers of other stories.
        """
        above = 0
        for i in self.rows if self.title else ():
            if i in self.noise:
                continue
            if self.is_title(i) or is_without_name(self.folded[i], self.title):
                below = [j for j in self.rows if j > i and self.kinds[j] is Kind.PARAGRAPH and ends_sentence(self.folded[j])]
                return i if not above or (len(below) >= 2 and sum(map(self.length, below)) > above) else None
            if self.kinds[i] is Kind.PARAGRAPH and ends_sentence(self.folded[i]):
                return None
            if self.kinds[i] in (Kind.PARAGRAPH, Kind.TRUNCATED) and not self.is_flat:
                above += self.length(i)
        return None

    def _is_first_line_headline(self, i: int) -> bool:
        return self._may_be_headline(i) and self.below(i) == self.body[0] and not _RUNS_ON.match(self.folded[self.body[0]])

    def _may_be_headline(self, i: int) -> bool:
        """Whether a line could be a headline by its looks: it is no opening of a statement, no dateline, no byline."""
        text = self.folded[i]
        if self.kinds[i] is not Kind.HEADLINE or text.endswith((":", ",", "،", "-", "..")) or _BASMALA in text:
            return False
        if " - " in text and self.length(i) <= 7:
            return False
        found = find_date(text)
        return found is None or (found.day is None and not _CLOCK.search(text, found.start, found.end))

    @cached_property
    def headline_text(self) -> str:
        """The headline, folded: the given title, unless a site's name stands behind it, or the line where it stands, or ""."""
        line = "" if self.headline is None else self.folded[self.headline]
        if not self.title or is_without_name(line, self.title):
            return line
        return self.title

    def above(self, i: int) -> int | None:
        """The nearest line above that is not blank."""
        return next((j for j in range(i - 1, -1, -1) if self.folded[j]), None)

    def below(self, i: int) -> int | None:
        """The nearest line below that is not blank."""
        return next((j for j in range(i + 1, len(self.folded)) if self.folded[j]), None)


# What does not depend on the noise, so that the second pass need not compute it again.
_SHARED: Final = (
    "document",
    "_offsets",
    "_gap",
    "is_flat",
    "texts",
    "folded",
    "starts",
    "cores",
    "firsts",
    "repeated",
    "kinds",
    "rows",
    "title",
)
