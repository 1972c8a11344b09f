"""Conditions on a line that a shape has matched: what makes a match count, and what makes it not count."""

import re
from dataclasses import dataclass
from typing import Final, Literal, Protocol

from ingest.phrasebook import Phrases
from ingest.view import View, ends_sentence


class Guard(Protocol):
    """A condition on a line that a shape has matched."""

    def holds(self, view: View, i: int) -> bool: ...

    def __str__(self) -> str: ...


@dataclass(frozen=True)
class EndsLike:
    """`ends_with`: like a sentence, or with one of these phrases."""

    phrases: Phrases | None  # None: like a sentence

    def holds(self, view: View, i: int) -> bool:
        if self.phrases is None:
            return ends_sentence(view.folded[i])
        text = view.folded[i]
        # A phrase may be a mark, or have one at its end.
        return self.phrases.is_whole(text[-1:]) or any(self.phrases.tail(end) is not None for end in (view.cores[i], text))

    def __str__(self) -> str:
        return "ends like a sentence" if self.phrases is None else "ends with one of the listed phrases"


@dataclass(frozen=True)
class BeginsWith:
    """`begins_with`: with one of these phrases."""

    phrases: Phrases

    def holds(self, view: View, i: int) -> bool:
        return any(self.phrases.end(text) is not None for text in (view.cores[i], view.folded[i]))

    def __str__(self) -> str:
        return "begins with one of the listed phrases"


@dataclass(frozen=True)
class Holds:
    """`contains`: one of these phrases."""

    phrases: Phrases

    def holds(self, view: View, i: int) -> bool:
        return any(True for _ in self.phrases.find(view.folded[i]))

    def __str__(self) -> str:
        return "contains one of the listed phrases"


@dataclass(frozen=True)
class WordCount:
    """`words`: how many the line has."""

    least: int
    most: int

    def holds(self, view: View, i: int) -> bool:
        return self.least <= view.length(i) <= self.most

    def __str__(self) -> str:
        return f"has {self.least} to {self.most} words"


@dataclass(frozen=True)
class InZone:
    """`zone`: where in the page the line stands."""

    zones: frozenset[str]

    def holds(self, view: View, i: int) -> bool:
        return view.zone(i) in self.zones

    def __str__(self) -> str:
        return "stands in the " + " or ".join(sorted(self.zones))


@dataclass(frozen=True)
class NextTo:
    """`after` and `before`: the label that the nearest line above or below was given."""

    side: Literal["after", "before"]
    labels: frozenset[str]

    def holds(self, view: View, i: int) -> bool:
        other = view.above(i) if self.side == "after" else view.below(i)
        return other is not None and view.noise.get(other) in self.labels

    def __str__(self) -> str:
        return f"stands {self.side} {' or '.join(sorted(self.labels))}"


# Before a colon two words or fewer are as soon a name: `"Our Paper": follow us`.
_QUOTATION: Final = re.compile(
    r'"(?! )(?:[^"]+(?<! )"[.!?؟]?$|(?:[^" ]+ ){2,}[^" ]+":|(?:[^" ]+ ){3,}[^" ]+"[.!?؟،,]? )|'
    r'[^"]+(?<! )"[.!?؟]?$'  # the end of one
)


@dataclass(frozen=True)
class InQuotes:
    """The line is a quotation or the end of one, or opens with one and goes on: prose speaks of it, or somebody says it."""

    def holds(self, view: View, i: int) -> bool:
        return _QUOTATION.match(view.folded[i]) is not None

    def __str__(self) -> str:
        return "stands in quotes"


@dataclass(frozen=True)
class Once:
    """`once`: no other line reads the same."""

    def holds(self, view: View, i: int) -> bool:
        return view.cores[i] not in view.repeated

    def __str__(self) -> str:
        return "stands only once in the text"


@dataclass(frozen=True)
class EqualsTitle:
    """`equals_title`: the line is the given title, or nearly."""

    def holds(self, view: View, i: int) -> bool:
        return view.is_title(i)

    def __str__(self) -> str:
        return "is the title"


@dataclass(frozen=True)
class InText:
    """`verse`, `list`, `flat`: what kind of text the line stands in."""

    kind: Literal["verse", "list", "flat"]

    def holds(self, view: View, i: int) -> bool:  # noqa: ARG002
        if self.kind == "flat":
            return view.is_flat
        return view.is_verse if self.kind == "verse" else view.is_list

    def __str__(self) -> str:
        return "stands in a text whose lines were run together" if self.kind == "flat" else f"stands in a {self.kind}"
