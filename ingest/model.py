"""The values that travel between the modules: small, frozen, without behaviour of their own.

Every offset is counted in Unicode code points of `Document.text`, and every span is half-open.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from ingest.view import View

LABELS: Final = (
    "title",
    "duplicate_headline",
    "photo_caption",
    "date_line",
    "byline",
    "source_attribution",
    "related_content",
    "social",
    "call_to_action",
    "tags",
    "navigation",
    "comments",
    "advertisement",
    "legal_notice",
    "markup",
    "duplicate_text",
    "other",
)


class Span(NamedTuple):
    """A half-open stretch of text, in code points."""

    start: int
    end: int


class Line(NamedTuple):
    """One line of a document, cut at `"\\n"` only (a carriage return stays part of the line)."""

    number: int  # from 1
    text: str
    span: Span


class Mark(NamedTuple):
    """What a line of rendered markup was: evidence that the text itself no longer holds.

    Attributes:
        span: the line, in the rendered text.
        tag: the nearest element around it that says something of it: `figcaption`, `aside`, `nav`, `form`, `li`, `h2`, … or `p`;
            on a whole page also the part that the names of elements speak of: `caption`, `box`, `related`, `prompt`, …
        link_density: how much of the line is the text of links, 0 to 1.
    """

    span: Span
    tag: str
    link_density: float


@dataclass(frozen=True)
class Document:
    """A scraped text as it came in. It is never edited.

    >>> Document(id="a", text="one\\n\\ntwo").lines[2]
    Line(number=3, text='two', span=Span(start=5, end=8))
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    site: str | None = None
    language: str | None = None
    metadata: Mapping[str, Any] = field(default_factory=dict)
    is_page: bool = False  # the text is a whole page of HTML, whose article is still to be found
    rendered: bool = False  # the text was rendered from markup before it came here
    marks: tuple[Mark, ...] = ()  # of the lines of a rendered text, in order
    date_published: str | None = None  # an ISO day, where the input has a field for it
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    declared_language: str | None = None  # of a page; what its text is in goes before
    warnings: tuple[str, ...] = ()  # what reading it had to do
    doubt: str | None = None  # why a person should look at it

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines, blank ones too."""
        lines, start = [], 0
        for number, text in enumerate(self.text.split("\n"), 1):
            lines.append(Line(number, text, Span(start, start + len(text))))
            start += len(text) + 1
        return tuple(lines)


class Hit(NamedTuple):
    """What a rule found: a span, and the part of it that goes to the record's field (None: all of it)."""

    start: int
    end: int
    value: Span | None = None


Find = Callable[["View"], Iterator[Hit]]


@dataclass(frozen=True)
class Rule:
    """A named way to find noise. A YAML matcher and a Python heuristic are the same thing: a `find`.

    `find` knows neither its id nor other rules; the engine stamps both. A rule of pass 1 sees the untouched document,
    one of pass 2 also what pass 1 found. A weak rule counts only beside another removal.
    """

    id: str
    label: str
    find: Find
    to: str | None = None
    passage: Literal[1, 2] = 1
    weak: bool = False
    sites: frozenset[str] = frozenset()  # empty: every site
    languages: frozenset[str] = frozenset()  # empty: every language
    why: str = ""
    origin: str = ""  # file:line, for `explain`


class Removal(NamedTuple):
    """A span that was taken out of a text, and why.

    `text` is what stood there, `to` the record's field that `value` (or else the text) moved to.
    """

    start: int
    end: int
    label: str
    rule: str
    to: str | None
    text: str
    value: str | None = None


@dataclass(frozen=True)
class Cleaning:
    """The account of one cleaning: enough to undo it and to repeat it."""

    status: Literal["unchanged", "cleaned", "review"]
    rules: str  # "sha256:…" over the rules in force
    input: str  # "sha256:…" of the input text
    removals: tuple[Removal, ...] = ()
    warnings: tuple[str, ...] = ()
    rendered: bool = False


@dataclass(frozen=True)
class Related:
    """Another story that was printed in the text: its headline, and as much of it as was there."""

    title: str
    text: str


@dataclass(frozen=True)
class Record:
    """A clean article and the account of what was taken out of it."""

    id: str
    text: str
    cleaning: Cleaning
    url: str | None = None
    site: str | None = None
    title: str | None = None
    language: str | None = None
    date_published: str | None = None  # an ISO day
    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)
    parent_id: str | None = None  # of a second article that was split off


@dataclass(frozen=True)
class Reject:
    """Input that could not be made a record, with where it stood and why.

    `format` says how `input` can be read again: that of a file, or `document` for one that had been read; "" for not at all.
    """

    file: str
    line: int | None
    reason: str
    input: bytes
    format: str = ""


class Problem(NamedTuple):
    """One fault in a pack."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class RuleError(ValueError):
    """Packs that cannot be used, with every fault in them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))
