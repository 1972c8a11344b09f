"""The closed set of shapes a YAML rule can take.

A shape looks at one folded line and says where in it the rule matches. Shapes are small frozen values, so that the scan
can ask one for its cues (the words with which a line must begin or end, or which it must hold) before it tries it, and
`explain` can ask what kept a line.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, NamedTuple, Protocol

import regex

from ingest import dates
from ingest.model import Span
from ingest.phrasebook import Phrases
from ingest.script import EDGE
from ingest.view import View, ends_sentence

ValueKind = Literal["anything", "any", "value", "name", "date", "list", "headline"]

TIMEOUT: Final = 0.1  # seconds that one pattern may spend on one line
LONGEST_DATE: Final = 200
LONGEST_LABEL: Final = 400  # code points: no line that is nothing but noise of one of the short shapes is longer
_RUNS_ON: Final = ("،", ",")  # a line that ends so is a piece of prose, whatever words it has
_BETWEEN_NAMES: Final = regex.compile(r"[ \-/|:،,]+")
_LOOKS_ROUND: Final = regex.compile(r"\\[bBmMGK]|\(\?(?:[=!(]|<[=!])")
_LIST_SEPARATOR: Final = regex.compile(r"[,،؛;|/#•\-]| {2,}")


class Match(NamedTuple):
    """Where a shape matches in a folded line, and which part of it is the value, if any."""

    start: int
    end: int
    value: Span | None = None


class Cues(NamedTuple):
    """What a line must show before a shape is tried on it: each of these, where it is not None.

    `first` and `last` are words (see `phrases.first_word`) one of which it begins or ends with; `inside` are literal
    texts one of which stands in it; `longest` is how many code points it may have, `most_words` how many words, marks
    round it aside; where it `tells_time`, it has what no date is without.
    """

    first: frozenset[str] | None = None
    last: frozenset[str] | None = None
    inside: frozenset[str] | None = None
    longest: int | None = None
    most_words: int | None = None
    tells_time: bool = False


class Shape(Protocol):
    """One way to look at a folded line."""

    @property
    def cues(self) -> Cues: ...

    @property
    def demand(self) -> str:
        """What the shape asks of a line that has its phrase, for `explain`."""
        ...

    def match(self, view: View, i: int) -> Match | None:
        """The first match in a line."""
        ...


def _core(view: View, i: int) -> tuple[str, int]:
    """The line without its edges, and how many characters of the folded line stand before it."""
    folded = view.folded[i]
    return view.cores[i], len(folded) - len(folded.lstrip(EDGE))


@dataclass(frozen=True)
class WholeLine:
    """`line`: the whole line is a phrase, punctuation and bullets round it aside."""

    phrases: Phrases

    @property
    def cues(self) -> Cues:
        first, last, inside = self.phrases.first, self.phrases.last, self.phrases.needles
        return Cues(first, last, inside, longest=LONGEST_LABEL, most_words=self.phrases.most_words)

    @property
    def demand(self) -> str:
        return "the whole line must be the phrase"

    def match(self, view: View, i: int) -> Match | None:
        text, _ = _core(view, i)
        if not text or len(view.folded[i]) > LONGEST_LABEL or not self.phrases.is_whole(text):
            return None
        return Match(0, len(view.folded[i]))


@dataclass(frozen=True)
class StartsWith:
    """`starts_with`: the line begins with a phrase, and `then` says what the rest must be."""

    phrases: Phrases
    then: ValueKind = "anything"

    @property
    def cues(self) -> Cues:
        return Cues(first=self.phrases.first, inside=self.phrases.needles, tells_time=self.then == "date")

    @property
    def demand(self) -> str:
        return "the line must start with it" + ("" if self.then == "anything" else f" and go on with a {self.then}")

    def match(self, view: View, i: int) -> Match | None:
        text, before = _core(view, i)
        end = self.phrases.end(text)
        if end is None or (self.then == "anything" and view.folded[i].endswith(_RUNS_ON)):
            return None
        rest = text[end:].lstrip(EDGE)
        value = Span(before + len(text) - len(rest), before + len(text))
        if self.then != "anything" and not _is_value(self.then, rest, view.folded[i]):
            return None
        return Match(before, before + end, value if rest else None)


@dataclass(frozen=True)
class Label:
    """`label`: a phrase, a separator, a short value."""

    phrases: Phrases
    value: ValueKind = "any"

    @property
    def cues(self) -> Cues:
        tells_time = self.value == "date"
        return Cues(first=self.phrases.first, inside=self.phrases.needles, longest=LONGEST_LABEL, tells_time=tells_time)

    @property
    def demand(self) -> str:
        return f"the line must start with it, then a separator and a short value ({self.value})"

    def match(self, view: View, i: int) -> Match | None:
        text, before = _core(view, i)
        if len(view.folded[i]) > LONGEST_LABEL:
            return None
        end = self.phrases.label_end(text)
        if end is None:
            return None
        value = text[end:].strip(EDGE)
        if not value or not _is_value(self.value, value, view.folded[i]):
            return None
        start = before + text.index(value, end)
        return Match(0, len(view.folded[i]), Span(start, start + len(value)))


@dataclass(frozen=True)
class EndsWith:
    """`ends_with`: the line ends with a phrase."""

    phrases: Phrases

    @property
    def cues(self) -> Cues:
        return Cues(last=self.phrases.last, inside=self.phrases.needles)

    @property
    def demand(self) -> str:
        return "the line must end with it"

    def match(self, view: View, i: int) -> Match | None:
        text, before = _core(view, i)
        skipped = max(0, len(text) - LONGEST_LABEL)
        start = self.phrases.tail(text[skipped:])
        return None if start is None else Match(before + skipped + start, before + len(text))


@dataclass(frozen=True)
class Contains:
    """`contains`: the line has a phrase in it."""

    phrases: Phrases

    @property
    def cues(self) -> Cues:
        return Cues(inside=self.phrases.needles)

    @property
    def demand(self) -> str:
        return "it must stand there as whole words"

    def match(self, view: View, i: int) -> Match | None:
        return next(self.matches(view, i), None)

    def matches(self, view: View, i: int) -> Iterator[Match]:
        """All matches in a line; none in one that ends with a comma."""
        text = view.folded[i]
        if text.endswith(_RUNS_ON):
            return
        for span in self.phrases.find(text):
            yield Match(*span)


@dataclass(frozen=True)
class Tokens:
    """`tokens`: every word of the line is one of these; figures and punctuation do not count."""

    phrases: Phrases
    least: int = 2

    @property
    def cues(self) -> Cues:
        first, last = self.phrases.first, self.phrases.last
        return Cues(first=first and first | {"0"}, last=last and last | {"0"}, longest=LONGEST_LABEL)

    @property
    def demand(self) -> str:
        return f"every word must be one of the listed, {self.least} or more"

    def match(self, view: View, i: int) -> Match | None:
        text, _ = _core(view, i)
        if len(view.folded[i]) > LONGEST_LABEL or self.phrases.tokens_end(text) < len(text):
            return None
        named = sum(any(char.isalpha() for char in name) for name in _BETWEEN_NAMES.split(text))
        return Match(0, len(view.folded[i])) if named >= self.least else None


@dataclass(frozen=True)
class DateLine:
    """`date`: the line is only a printed date, perhaps with these words before or behind it."""

    around: Phrases

    @property
    def cues(self) -> Cues:
        return Cues(longest=LONGEST_DATE, tells_time=True)

    @property
    def demand(self) -> str:
        return "the rest of the line must be a date and nothing else"

    def match(self, view: View, i: int) -> Match | None:
        text = view.folded[i]
        if len(text) > LONGEST_DATE:
            return None
        first, last = 0, len(text)
        if dates.is_date_line(text):
            return Match(first, last, Span(first, last))
        if not self.around.phrases:
            return None
        inner, start = _core(view, i)
        if end := self.around.end(inner):
            inner, start = inner[end:], start + end
        if (tail := self.around.tail(inner)) is not None:
            inner = inner[:tail]
        start += len(inner) - len(inner.lstrip(EDGE))
        inner = inner.strip(EDGE)
        if not inner or not dates.is_date_line(inner):
            return None
        return Match(first, last, Span(start, start + len(inner)))


@dataclass(frozen=True)
class Regex:
    """`regex`: a pattern that is searched for in the folded line. `slow` ones run against the clock."""

    pattern: str
    literals: frozenset[str] = frozenset()  # folded texts one of which every match holds; none where none are known
    slow: bool = False
    longest: int | None = None  # code points of a line that it can take, None where any

    @cached_property
    def compiled(self) -> "regex.Pattern[str]":
        return regex.compile(self.pattern)

    @property
    def cues(self) -> Cues:
        return Cues(inside=self.literals or None, longest=self.longest)

    @property
    def looks_round(self) -> bool:
        """Whether it tests what stands beside a place, so that a line's beginning alone tells nothing."""
        return _LOOKS_ROUND.search(self.pattern) is not None

    def may_open(self, beginning: str) -> bool:
        """Whether it, which does not look round, can match a line that begins so, whatever comes then."""
        return self.compiled.search(beginning, partial=True) is not None

    @property
    def demand(self) -> str:
        return "the pattern must match"

    def match(self, view: View, i: int) -> Match | None:
        return next(self.matches(view, i), None)

    def matches(self, view: View, i: int) -> Iterator[Match]:
        """All matches in a line. Raises TimeoutError where a slow pattern does not come to an end."""
        for found in self.compiled.finditer(view.folded[i], timeout=TIMEOUT if self.slow else None):
            if found.end() > found.start():
                yield Match(*found.span())


@dataclass(frozen=True)
class Repeated:
    """`repeated`: the line stood in the text before, word for word."""

    @property
    def cues(self) -> Cues:
        return Cues()

    @property
    def demand(self) -> str:
        return "the line must have stood in the text before"

    def match(self, view: View, i: int) -> Match | None:
        text = view.cores[i]
        if not text or view.firsts[text] == i:
            return None
        return Match(0, len(view.folded[i]))


_MOST_WORDS: Final = {"any": 12, "value": 8, "name": 5, "headline": 25, "list": 40, "date": 16}


def _is_value(kind: ValueKind, text: str, line: str) -> bool:
    """Whether `text`, the last part of the folded `line`, is a value of this kind."""
    length = text.count(" ") + 1
    if not text or length > _MOST_WORDS[kind]:
        return False
    if kind == "date":
        return dates.is_date_line(text) or dates.parse_date(text) is not None
    if ends_sentence(line) and (length > 3 or kind == "headline") and line[-1:] not in "?؟!":
        return False
    if kind == "name":
        return not any(char.isdigit() for char in text)
    if kind == "headline":
        return length >= 2
    if kind == "list":
        return all(part.strip().count(" ") < 6 for part in _LIST_SEPARATOR.split(text))
    return True
