"""What the packs know to begin at a place of a flattened line: phrases, rows of names, labels of writers.

Of thousands of phrases only those are tried whose first word stands at the place, of whose texts one stands near, and
which have behind them what makes them sure.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from ingest.dates import find_date, may_tell_time
from ingest.longline import ANY_END, LongLine
from ingest.matchers import Matcher
from ingest.model import Rule, Span
from ingest.needles import Needles, Sightings
from ingest.phrasebook import Phrases
from ingest.phrases import first_word, without_open_end
from ingest.script import EDGE
from ingest.shapes import Label, StartsWith, Tokens, WholeLine
from ingest.words import words

FEWEST_NAMES: Final = 3  # names in a row that make a share bar
FEWEST_IN_ROW: Final = 3  # phrases in a row of which no sentence is made
MOST_AT_ONCE: Final = 40  # of them that are looked at from one place
NEXT_NAME: Final = 3  # words behind the first of a row's names in which another begins
LONGEST_WORD: Final = 40  # code points in which the first word of a phrase ends
LONGEST_ROW: Final = 120  # code points of names in a row
LONGEST_PHRASE: Final = 200  # code points in which a phrase with its date is looked for

Opening = WholeLine | Label | StartsWith
Phrase = tuple[Rule, Opening, int]  # of which rule, its shape, and where it ends; a label's value is no part of it

# Labels of the phrases that a page has below its story.
PAGE_END: Final = frozenset({"related_content", "social", "call_to_action", "comments", "legal_notice", "tags", "advertisement"})
_UNSURE: Final = frozenset({"byline", "photo_caption"})  # their words open sentences too
_ITEM: Final = re.compile(r"\d{1,3}[-.)]")
_FIGURE: Final = re.compile(r": ?\d")  # without one the words of navigation may open a sentence
_FIGURE_LABEL: Final = re.compile(r"[^ ]+ ?: ?\d")
_PAUSES: Final = ",،.؛"
_QUOTES: Final = "\"'“”„«»‘’"


class Proof(Enum):
    """What must stand in a text for a phrase in it to be sure."""

    NOTHING = "nothing"
    COLON = "colon"
    FIGURE = "figure behind a colon"
    TIME = "time"

    def stands_in(self, folded: str) -> bool:
        if self is Proof.TIME:
            return may_tell_time(folded)
        if self is Proof.FIGURE:
            return _FIGURE.search(folded) is not None
        return self is Proof.NOTHING or ":" in folded


class Known(NamedTuple):
    """A phrase of the packs, what it needs behind it, and the numbers of the texts one of which stands in it (None: any)."""

    rule: Rule
    shape: Opening
    proof: Proof | None
    inside: frozenset[int] | None


def _proof(rule: Rule, shape: Opening) -> Proof | None:
    """What a phrase needs; None where nothing makes it sure."""
    value = shape.value if isinstance(shape, Label) else shape.then if isinstance(shape, StartsWith) else ""
    if value == "date":
        return Proof.TIME
    if isinstance(shape, StartsWith):
        return None
    if rule.label == "navigation":
        return Proof.FIGURE
    return Proof.COLON if isinstance(shape, Label) else Proof.NOTHING


class Openings:
    """The openings of a set of rules, indexed once."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._by_word: dict[str, list[Known]] = {}
        self.bars: dict[str, list[Tokens]] = {}  # rows of networks and share buttons
        self.menus: dict[str, list[Tokens]] = {}  # rows of sections
        self.credits: dict[str, list[Label]] = {}  # labels of writers
        numbers: dict[str, int] = {}
        for rule in rules:
            if rule.label == "byline" and isinstance(rule.find, Matcher) and isinstance(rule.find.shape, Label):
                for word in rule.find.shape.cues.first or ():
                    self.credits.setdefault(word, []).append(rule.find.shape)
            shape = rule.find.shape if isinstance(rule.find, Matcher) and rule.passage == 1 and rule.label not in _UNSURE else None
            if isinstance(shape, WholeLine):
                # In a line of its own such a phrase ends with the line; here only where its last known word does.
                closed = tuple(map(without_open_end, shape.phrases.phrases))
                shape = shape if closed == shape.phrases.phrases else WholeLine(Phrases(closed))
            if isinstance(shape, Opening):
                inside = frozenset(numbers.setdefault(text, len(numbers)) for text in shape.cues.inside or ())
                known = Known(rule, shape, _proof(rule, shape), inside or None)
                for word in shape.cues.first or ():
                    self._by_word.setdefault(word, []).append(known)
            elif isinstance(shape, Tokens) and rule.label in ("navigation", "social"):
                rows = self.bars if rule.label == "social" else self.menus
                for word in (shape.cues.first or frozenset()) - {"0"}:
                    rows.setdefault(word, []).append(shape)
        dated = (word for word, known in self._by_word.items() if any(each.rule.label == "date_line" for each in known))
        self.date_words = frozenset(dated)
        self._needles = Needles(numbers)
        self._ready()

    def _ready(self) -> None:
        """Make what is not kept between runs."""
        self.phrase = lru_cache(maxsize=4096)(self._find_phrase)  # of one place much is asked
        self._known_at = lru_cache(maxsize=4096)(self._find_known)
        self._end_at = lru_cache(maxsize=4096)(self._find_end)
        self._sightings = lru_cache(maxsize=1)(self._find_sightings)
        self._gates = cache(self._find_gate)  # of all words there are, few come

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if not hasattr(value, "cache_clear")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state)
        self._ready()

    def tidy(self) -> None:
        """Forget the lines that were asked about."""
        self.phrase.cache_clear()
        self._known_at.cache_clear()
        self._end_at.cache_clear()
        self._sightings.cache_clear()

    def under(self, word: str) -> Sequence[Known]:
        """The phrases that begin with a word (see `phrases.first_word`)."""
        return self._by_word.get(word, ())

    def possible(self, line: LongLine, start: int, stop: int) -> list[int]:
        """Where in a stretch of a line a phrase may begin that is sure: the beginnings of words."""
        seen = self._sightings(line).within(line.to_folded(start), line.to_folded(stop))
        numbers = range(bisect_left(line.starts, start), bisect_left(line.starts, stop))
        gates = ((n, self._gates(line.firsts[n])) for n in numbers if line.firsts[n] in self._by_word)
        return [line.starts[n] for n, gate in gates if gate is None or not gate.isdisjoint(seen)]

    def row(self, line: LongLine, place: int) -> list[int]:
        """Where the phrases end that begin at a place and follow each other with nothing between, if they are three or more.

        No sentence is made of them, so each may be of a kind that alone is as soon the opening of a sentence.
        """
        ends: list[int] = []
        while place < len(line.text) and line.text[place] not in _PAUSES and (end := self._end_at(line, place)) is not None:
            ends.append(end)
            place = end
            if len(ends) == MOST_AT_ONCE:
                break  # whoever asks for the row that begins at its end is told the rest
        return ends if len(ends) >= FEWEST_IN_ROW else []

    def _find_end(self, line: LongLine, place: int) -> int | None:
        """Where the longest phrase of two words or more ends that begins at a place, whatever stands round it."""
        first, text, known = self._known_at(line, place)
        lengths = (_length(each.shape, text) for each in known if isinstance(each.shape, WholeLine))
        longest = max(lengths, default=0)
        return line.next_start(line.from_folded(first + longest)) if longest else None

    def whole(self, line: LongLine, place: int) -> Iterator[tuple[Rule, int]]:
        """The rules that take a whole line of what begins at a place, one word or more, and where it ends."""
        first = line.to_folded(place)
        text = line.folded[first : first + LONGEST_PHRASE]
        for rule, shape, *_ in self.under(first_word(text[:LONGEST_WORD])):
            length = shape.phrases.end(text) if isinstance(shape, WholeLine) else None
            if length is not None:
                yield rule, line.next_start(line.from_folded(first + length))

    def _find_gate(self, word: str) -> frozenset[int] | None:
        """The numbers of the texts without which no phrase that begins with a word is sure; None where one may be without."""
        sure = [each.inside for each in self._by_word[word] if each.proof]
        return frozenset[int]().union(*filter(None, sure)) if all(sure) else None

    def begins_tags(self, line: LongLine, place: int) -> bool:
        """Whether a word or phrase for tags begins at a place."""
        first = line.to_folded(place)
        text = line.folded[first : first + LONGEST_PHRASE].lstrip(EDGE)
        shapes = (known.shape for known in self._by_word.get(first_word(text), ()) if known.rule.label == "tags")
        return any(isinstance(shape, StartsWith) and shape.phrases.end(text) for shape in shapes)

    def is_tag_list(self, line: LongLine, place: int) -> bool:
        """Whether what is left of a line begins with a word for tags, and may be tags alone."""
        return self.begins_tags(line, place) and not ANY_END.search(line.text, place)

    def rows(self, line: LongLine, rows: Mapping[str, Sequence[Tokens]], stop: int) -> Iterator[Span]:
        """Rows of names (networks, share buttons; sections of a menu) that begin before a place."""
        behind = 0
        for n in [n for n, word in enumerate(line.firsts) if word in rows]:
            start = line.starts[n]
            if start >= stop:
                return
            if start < behind or rows.keys().isdisjoint(line.firsts[n + 1 : n + 1 + NEXT_NAME]):
                continue
            first = line.to_folded(start)
            text = line.folded[first : first + LONGEST_PHRASE]
            length = max(_length(shape, text) for shape in rows[line.firsts[n]])
            if length:
                behind = line.next_start(line.from_folded(first + length))
                yield Span(start, behind)

    def _find_sightings(self, line: LongLine) -> Sightings:
        """Where the texts without which there is no phrase stand in a folded line."""
        return self._needles.sightings(line.folded)

    def _find_phrase(self, line: LongLine, place: int) -> Phrase | None:
        """The longest phrase of two words or more, or with a date behind it, that begins at a place, and where it ends."""
        if line.text[place] in _QUOTES or _ITEM.match(line.text, place):
            return None  # words of somebody, an entry of a list
        first, text, possible = self._known_at(line, place)
        shown = {proof for proof in {each.proof for each in possible} if proof and proof.stands_in(text)}
        best: Phrase | None = None
        for rule, shape, proof, _ in possible:
            if proof not in shown:
                continue
            length = _length(shape, text)
            if length and (rule.label != "navigation" or _FIGURE.search(text[:length])):
                end = line.from_folded(first + length)
                end = line.next_start(end + (line.text[end : end + 1] in (")", ":")))
                if best is None or _rank(shape, end) > _rank(best[1], best[2]):
                    best = (rule, shape, end)
        return best

    def _find_known(self, line: LongLine, place: int) -> tuple[int, str, Sequence[Known]]:
        """The folded text that begins at a place, marks aside, and where; and the phrases that it may begin with."""
        first = line.to_folded(place)
        word = first_word(line.folded[first : first + LONGEST_WORD])
        if word not in self._by_word:
            return first, "", ()
        folded = line.folded[first : first + LONGEST_PHRASE]
        text = folded.lstrip(EDGE)
        seen = self._sightings(line).within(first + len(folded) - len(text), first + len(folded))
        possible = [each for each in self._by_word[word] if each.inside is None or not each.inside.isdisjoint(seen)]
        return first + len(folded) - len(text), text, possible


def _rank(shape: Opening, end: int) -> tuple[bool, int]:
    """What of two phrases at one place is the surer: a label, whose colon shows its end, and then the longer one."""
    return isinstance(shape, Label), end


def _length(shape: Opening | Tokens, text: str) -> int:
    """How much of a folded text a shape's phrase takes, its date included; 0 where it is not sure to be one."""
    if isinstance(shape, Label) and shape.value != "date":
        end = shape.phrases.label_end(text)
        return end if end and ":" in text[:end] else 0
    if isinstance(shape, Tokens):
        label = _FIGURE_LABEL.search(text)  # of a stamp: its word may be a button's too
        row = text[: min(LONGEST_ROW, label.start() if label else LONGEST_ROW)]
        names = row[: shape.phrases.tokens_end(row)].rstrip()
        return len(names) if len(words(names)) >= FEWEST_NAMES else 0
    end = shape.phrases.end(text)
    if not end:
        return 0
    if isinstance(shape, WholeLine):
        return end if " " in text[:end].strip() else 0
    dated = shape.value == "date" if isinstance(shape, Label) else shape.then == "date"
    date = find_date(text, end) if dated else None
    return date.end if date and date.start - end <= 3 else 0
