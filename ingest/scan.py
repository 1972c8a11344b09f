"""Many rules in one pass over a document.

Trying every rule on every line costs time in proportion to the rules. So each matcher says by its cues what a line must
show before it is tried, and the lines are looked up instead of tried:

- a rule that needs a first word hangs under that word; a line is tried against the rules under its own first word;
- one that needs only a last word hangs under that; one that needs both is tried where both are there;
- one that needs some text inside the line is found by an Aho-Corasick search, or, where it hangs under a word, tried only
  if the search has found the text too;
- a line that is too long for a rule, in letters or in words, is not tried; nor are dates where nothing tells a time, nor a
  pattern that cannot match a line with those first letters;
- the few rules without cues (repeats, patterns without a fixed part) are tried on every line.

The result is the same as trying all (`tests/test_scan.py` proves it): a cue only ever rules out.

Which shapes match depends on the line alone, and many lines come again: in the next round over the same document, and on
every page of a site. So what matched is remembered, and only guards and extents, which look round, are asked anew.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple, Protocol

from ingest.dates import may_tell_time
from ingest.matchers import Following, Matcher
from ingest.model import Hit, Rule
from ingest.needles import Needles
from ingest.phrases import first_word, last_word
from ingest.shapes import Match, Regex, Repeated
from ingest.sites import site_and_parents
from ingest.view import View

MOST_STOPS: Final = 3  # times that a rule may run too long in a document before it is left alone there
MOST_KNOWN: Final = 5_000  # lines whose matches are remembered
BEGINNING: Final = 2  # code points by which a line shows what patterns cannot match it
MOST_BEGINNINGS: Final = 1_000  # that are remembered; a script without letters has many more
LONG: Final = 120  # code points of a line, above which most rules cannot match it
LONG_IN_WORDS: Final = 16
LONGEST_KNOWN: Final = 2_000  # code points; longer lines do not come again, and would take much room


class Claim(NamedTuple):
    """A hit with the rule that made it."""

    rule: Rule
    hit: Hit


class Stopped(NamedTuple):
    """A rule that ran out of time on a line, and so counts as no match there."""

    rule: Rule


Finding = Claim | Stopped
_Numbered = tuple[int, Match | None]  # a rule's number, and what it matches in a line


class Scoped(Protocol):
    """What holds for some languages and sites, or for all."""

    @property
    def languages(self) -> frozenset[str]: ...

    @property
    def sites(self) -> frozenset[str]: ...


def in_scope(rule: Scoped, language: str | None, site: str | None) -> bool:
    """Whether a rule is for texts in a language from a site."""
    if rule.languages and language not in rule.languages:
        return False
    return not rule.sites or not rule.sites.isdisjoint(site_and_parents(site))


class Scanner:
    """Rules, indexed once; scans any number of documents that are in the scope of all of them."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules: Final = tuple(rules)
        self._whole: Final = [rule for rule in self.rules if not isinstance(rule.find, Matcher | Following)]  # heuristics
        self._index: Final = _Index([(rule, rule.find) for rule in self.rules if isinstance(rule.find, Matcher | Following)])

    def scan(self, view: View, passage: int) -> Iterator[Finding]:
        """Everything that the rules of one pass find in a view."""
        index = self._index
        stopped: Counter[int] = Counter()  # how often each ran too long in this document
        for i in view.rows:
            for n, match in index.matching(view, i, passage, stopped):
                rule, find = index.rules[n]
                try:
                    hits = list(find.at(view, i, match))
                except TimeoutError:
                    stopped[n] += 1
                    continue
                for hit in hits:
                    yield Claim(rule, hit)
        for n in sorted(stopped):
            yield Stopped(index.rules[n][0])
        for rule in self._whole:
            if rule.passage == passage:
                for hit in rule.find(view):
                    yield Claim(rule, hit)

    def __getstate__(self) -> dict[str, Any]:
        for find in (rule.find for rule in self.rules if isinstance(rule.find, Matcher)):
            if isinstance(find.shape, Regex):
                _ = find.shape.compiled  # it is kept so: to read a compiled pattern takes a tenth of the time
        return vars(self)

    def tidy(self) -> None:
        """Forget what lines matched, if many are remembered; between documents, for in each round over one its lines come again."""
        if len(self._index.known) > MOST_KNOWN:
            self._index.known.clear()


class _Index:
    """Rules under the cues by which a line finds them. Tables hold numbers of rules.

    Most rules are about short lines, and most words stand in long ones: those are looked up in a table of their own, which
    holds only the rules that may match such a line.
    """

    def __init__(self, rules: Sequence[tuple[Rule, Matcher | Following]]) -> None:
        self.rules = rules
        headers = [find if isinstance(find, Matcher) else find.header for _, find in rules]
        self._shapes = [header.shape for header in headers]
        self._patterns = [(n, shape) for n, shape in enumerate(self._shapes) if isinstance(shape, Regex) and not shape.looks_round]
        self._barred: dict[str, frozenset[int]] = {}  # by the beginning of a line, the patterns that cannot match it
        self._of_all = _Table(dict(enumerate(headers)))
        self._of_long = _Table({n: header for n, header in enumerate(headers) if _may_match_long(header)})
        self.known: dict[str, tuple[tuple[_Numbered, ...], ...]] = {}  # by line, for each pass

    def matching(self, view: View, i: int, passage: int, stopped: Counter[int]) -> tuple[_Numbered, ...]:
        """The numbers of the rules of a pass whose shapes match a line, each with its match, and of those that look beyond it.

        A shape that runs too long is counted in `stopped`; one that did so too often is not tried again.
        """
        text = view.folded[i]
        if (known := self.known.get(text)) is None:
            found = [each for n in self._candidates(view.cores[i], text) for each in self._matched(n, view, i, stopped)]
            known = tuple(tuple(each for each in found if self.rules[each[0]][0].passage == number) for number in (1, 2))
            if not stopped and len(text) <= LONGEST_KNOWN:
                self.known[text] = known
        return known[passage - 1]

    def _matched(self, n: int, view: View, i: int, stopped: Counter[int]) -> Iterator[_Numbered]:
        """The number of a rule with its match in a line; with none where it looks beyond the line."""
        shape = self._shapes[n]
        if stopped[n] >= MOST_STOPS:
            return
        if isinstance(shape, Repeated):
            yield n, None
            return
        try:
            match = shape.match(view, i)
        except TimeoutError:
            stopped[n] += 1
            return
        if match is not None:
            yield n, match

    def _barred_by(self, beginning: str) -> frozenset[int]:
        """The numbers of the patterns that match no line with this beginning."""
        if (barred := self._barred.get(beginning)) is None:
            if len(self._barred) >= MOST_BEGINNINGS:
                self._barred.clear()
            barred = self._barred[beginning] = frozenset(n for n, shape in self._patterns if not shape.may_open(beginning))
        return barred

    def _candidates(self, core: str, folded: str) -> Iterator[int]:
        """The rules worth trying on a line."""
        table = self._of_long if len(folded) > LONG and core.count(" ") >= LONG_IN_WORDS else self._of_all
        return table.candidates(core, folded, self._barred_by(folded[:BEGINNING]))


def _may_match_long(header: Matcher) -> bool:
    """Whether there is a long line that shows a rule's cues."""
    cues = header.shape.cues
    longest, most_words = cues.longest or sys.maxsize, cues.most_words or sys.maxsize
    return longest > LONG and min(most_words, header.words.stop - 1) > LONG_IN_WORDS


class _Entry(NamedTuple):
    """A rule's number, and what a line that has found it must show besides."""

    number: int
    words: range
    longest: int
    last: frozenset[str] | None
    gate: frozenset[int] | None  # numbers of texts one of which the line mentions
    tells_time: bool


class _Table:
    """Some rules, by their numbers, each where the rarest of its cues finds it."""

    def __init__(self, headers: Mapping[int, Matcher]) -> None:
        self._first: dict[str, list[_Entry]] = defaultdict(list)
        self._last: dict[str, list[_Entry]] = defaultdict(list)
        self._always: list[_Entry] = []
        self._dates: list[_Entry] = []
        every = {number: header.shape.cues for number, header in headers.items()}
        texts = sorted({text for cues in every.values() for text in cues.inside or ()})
        self._needles = Needles(texts)
        numbers = {text: number for number, text in enumerate(texts)}
        self._alone: list[list[_Entry]] = [[] for _ in texts]  # the rules that a line finds by mentioning a text alone
        for number, cues in every.items():
            gate = None if cues.inside is None else frozenset(numbers[text] for text in cues.inside)
            entry = _Entry(number, headers[number].words, cues.longest or sys.maxsize, cues.last, gate, cues.tells_time)
            if cues.first is not None:
                for word in cues.first:
                    self._first[word].append(entry)
            elif cues.last is not None:
                for word in cues.last:
                    self._last[word].append(entry)
            elif gate is not None:
                for text in gate:
                    self._alone[text].append(entry)
            else:
                (self._dates if cues.tells_time else self._always).append(entry)

    def candidates(self, core: str, folded: str, barred: frozenset[int]) -> Iterator[int]:
        """The numbers of the rules worth trying on a line; `barred` are those of patterns that cannot match it."""
        found = self._needles.found_in(folded)
        length, words = len(folded), folded.count(" ") + 1
        mentioned = {entry.number: entry for text in found for entry in self._alone[text]}
        for number, possible, longest, *_ in (*self._always, *mentioned.values()):
            if number not in barred and words in possible and length <= longest:
                yield number
        timed = [number for number, possible, longest, *_ in self._dates if words in possible and length <= longest]
        last_of_line = last_word(core)
        for number, possible, longest, last, gate, tells_time in (
            *self._first.get(first_word(core), ()),
            *self._last.get(last_of_line, ()),
        ):
            if (
                words in possible
                and length <= longest
                and (last is None or last_of_line in last)
                and (gate is None or not gate.isdisjoint(found))
            ):
                if tells_time:
                    timed.append(number)
                else:
                    yield number
        if timed and may_tell_time(folded):
            yield from timed
