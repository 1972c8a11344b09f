"""Many rules in one pass over a document.

Trying every rule on every line costs time in proportion to the rules. So each matcher says by its cues what a line must
show before it is tried, and the lines are looked up instead of tried:

- a rule that needs a first word hangs under that word; a line is tried against the rules under its own first word;
- the same for a last word;
- a rule that needs some text inside the line is found by an Aho-Corasick search, and one that hangs under a word and
  needs some text as well is tried only where both are there;
- the few rules without cues (dates, repeats, patterns without a fixed part) are tried on every line.

The result is the same as trying all (`tests/test_scan.py` proves it): a cue only ever rules out.

Which shapes match depends on the line alone, and many lines come again: in the next round over the same document, and on
every page of a site. So what matched is remembered, and only guards and extents, which look round, are asked anew.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, Protocol

from ahocorasick_rs import AhoCorasick

from ingest.matchers import Following, Matcher
from ingest.model import Hit, Rule
from ingest.phrases import first_word, last_word
from ingest.shapes import Repeated
from ingest.sites import site_and_parents
from ingest.view import View

MOST_STOPS: Final = 3  # times that a rule may run too long in a document before it is left alone there
MOST_KNOWN: Final = 5_000  # lines whose matches are remembered
LONGEST_KNOWN: Final = 2_000  # code points; longer lines do not come again, and would take much room


class Claim(NamedTuple):
    """A hit with the rule that made it."""

    rule: Rule
    hit: Hit


class Stopped(NamedTuple):
    """A rule that ran out of time on a line, and so counts as no match there."""

    rule: Rule


Finding = Claim | Stopped


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
        self._passes: Final = {n: _Index([rule for rule in self.rules if rule.passage == n]) for n in (1, 2)}

    def scan(self, view: View, passage: int) -> Iterator[Finding]:
        """Everything that the rules of one pass find in a view."""
        index = self._passes[passage]
        stopped: Counter[int] = Counter()  # how often each ran too long in this document
        for i in view.rows:
            for n in index.matching(view, i, stopped):
                rule, find = index.rules[n]
                try:
                    hits = list(find.at(view, i))
                except TimeoutError:
                    stopped[n] += 1
                    continue
                for hit in hits:
                    yield Claim(rule, hit)
        for n in sorted(stopped):
            yield Stopped(index.rules[n][0])
        for rule in index.whole:
            for hit in rule.find(view):
                yield Claim(rule, hit)


class _Index:
    """The rules of one pass, under the cues by which a line finds them. Tables hold numbers of rules."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.whole = [rule for rule in rules if not isinstance(rule.find, Matcher | Following)]  # heuristics
        self.rules = [(rule, rule.find) for rule in rules if isinstance(rule.find, Matcher | Following)]
        self._shapes = [find.shape if isinstance(find, Matcher) else find.header.shape for _, find in self.rules]
        self._first: dict[str, list[int]] = defaultdict(list)
        self._last: dict[str, list[int]] = defaultdict(list)
        self._lone: set[int] = set()  # those that a line finds by mentioning them alone
        self._always: list[int] = []
        self._longest = [sys.maxsize] * len(self.rules)
        needed: dict[str, list[int]] = defaultdict(list)
        for n, cues in enumerate(shape.cues for shape in self._shapes):
            self._longest[n] = cues.longest or sys.maxsize
            for text in cues.inside or ():
                needed[text].append(n)
            if cues.first is None and cues.last is None:
                self._always += [n] if cues.inside is None else []
                self._lone |= {n} if cues.inside is not None else set()
            for word in cues.first or ():
                self._first[word].append(n)
            for word in cues.last or () if cues.first is None else ():
                self._last[word].append(n)
        self._gated = frozenset(n for numbers in needed.values() for n in numbers)  # a line must mention them
        self._inside = list(needed.values())  # by number of the needle
        self._needles = AhoCorasick(list(needed)) if needed else None
        self._known: dict[str, tuple[int, ...]] = {}

    def matching(self, view: View, i: int, stopped: Counter[int]) -> tuple[int, ...]:
        """The numbers of the rules whose shapes match a line, and of those that look beyond it.

        A shape that runs too long is counted in `stopped`; one that did so too often is not tried again.
        """
        text = view.folded[i]
        if (numbers := self._known.get(text)) is None:
            numbers = tuple(n for n in self._candidates(view.cores[i], text) if self._may_match(n, view, i, stopped))
            if not stopped and len(text) <= LONGEST_KNOWN:
                if len(self._known) >= MOST_KNOWN:
                    self._known.clear()
                self._known[text] = numbers
        return numbers

    def _may_match(self, n: int, view: View, i: int, stopped: Counter[int]) -> bool:
        shape = self._shapes[n]
        if stopped[n] >= MOST_STOPS or isinstance(shape, Repeated):
            return stopped[n] < MOST_STOPS
        try:
            return shape.match(view, i) is not None
        except TimeoutError:
            stopped[n] += 1
            return False

    def _candidates(self, core: str, folded: str) -> Iterator[int]:
        """The rules worth trying on a line."""
        named: set[int] = set()
        if self._needles is not None:
            for needle in {needle for needle, _, _ in self._needles.find_matches_as_indexes(folded, overlapping=True)}:
                named.update(self._inside[needle])
        under = (*self._first.get(first_word(core), ()), *self._last.get(last_word(core), ()))
        length = len(folded)
        for n in (*self._always, *(n for n in under if n in named or n not in self._gated), *(named & self._lone)):
            if length <= self._longest[n]:
                yield n
