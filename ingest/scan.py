"""Many rules in one pass over a document.

Trying every rule on every line costs time in proportion to the rules. So each matcher says by its cues what a line must
show before it is tried, and the lines are looked up instead of tried:

- a rule that needs a first word hangs under that word; a line is tried against the rules under its own first word;
- the same for a last word;
- a rule that needs some text inside the line is found by an Aho-Corasick search, and one that hangs under a word and
  needs some text as well is tried only where both are there;
- the few rules without cues (dates, repeats, patterns without a fixed part) are tried on every line.

The result is the same as trying all (`tests/test_scan.py` proves it): a cue only ever rules out.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol

from ahocorasick_rs import AhoCorasick

from ingest.matchers import Following, Matcher
from ingest.model import Hit, Rule
from ingest.phrases import first_word, last_word
from ingest.sites import site_and_parents
from ingest.view import View


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


@dataclass(frozen=True)
class _Index:
    """Rules of one pass by the cue under which a line finds them. Each value holds positions in `rules`."""

    rules: tuple[Rule, ...]
    first: dict[str, list[int]]
    last: dict[str, list[int]]
    inside: list[list[int]]  # by number of the needle
    needles: AhoCorasick | None
    always: list[int]
    gated: frozenset[int]  # those that a line must mention
    lone: frozenset[int]  # of these, those that a line finds by mentioning them alone
    longest: list[int]  # code points of a line that each may be tried on
    whole: list[Rule]  # heuristics: they look at the whole view


class Scanner:
    """Rules, indexed once; scans any number of documents that are in the scope of all of them."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules: Final = tuple(rules)
        self._passes: Final = {n: _index([rule for rule in self.rules if rule.passage == n]) for n in (1, 2)}

    def scan(self, view: View, passage: int) -> Iterator[Finding]:
        """Everything that the rules of one pass find in a view."""
        index = self._passes[passage]
        for rule, i in _candidates(index, view):
            find = rule.find
            assert isinstance(find, Matcher | Following)  # noqa: S101 - for the type checker
            try:
                hits = list(find.at(view, i))
            except TimeoutError:
                yield Stopped(rule)
                continue
            for hit in hits:
                yield Claim(rule, hit)
        for rule in index.whole:
            for hit in rule.find(view):
                yield Claim(rule, hit)


def _index(rules: list[Rule]) -> _Index:
    first: dict[str, list[int]] = defaultdict(list)
    last: dict[str, list[int]] = defaultdict(list)
    inside: dict[str, list[int]] = defaultdict(list)
    always: list[int] = []
    whole: list[Rule] = []
    gated: set[int] = set()
    lone: set[int] = set()
    longest = [sys.maxsize] * len(rules)
    for n, rule in enumerate(rules):
        find = rule.find
        if isinstance(find, Following):
            find = find.header
        if not isinstance(find, Matcher):
            whole.append(rule)
            continue
        cues = find.shape.cues
        longest[n] = cues.longest or sys.maxsize
        for text in cues.inside or ():
            inside[text].append(n)
        if cues.inside is not None:
            gated.add(n)
        for words, table in ((cues.first, first), (cues.last, last)):
            if words is not None:
                for word in words:
                    table[word].append(n)
                break
        else:
            if n in gated:
                lone.add(n)
            else:
                always.append(n)
    needles = AhoCorasick(list(inside)) if inside else None
    return _Index(
        tuple(rules),
        dict(first),
        dict(last),
        list(inside.values()),
        needles,
        always,
        frozenset(gated),
        frozenset(lone),
        longest,
        whole,
    )


def _candidates(index: _Index, view: View) -> Iterator[tuple[Rule, int]]:
    """The rules worth trying, each with the line to try it on; a rule comes at most once a line."""
    rules, first, last, gated, longest = index.rules, index.first, index.last, index.gated, index.longest
    nothing: set[int] = set()
    mentioned = _mentioned(index, view)
    for i in view.rows:
        text = view.cores[i]
        named = mentioned.get(i, nothing)
        found = [n for n in first.get(first_word(text), ()) if n in named or n not in gated]
        found += [n for n in last.get(last_word(text), ()) if n in named or n not in gated]
        length = len(view.folded[i])
        for n in (*index.always, *found, *sorted(named & index.lone)):
            if length <= longest[n]:
                yield rules[n], i


def _mentioned(index: _Index, view: View) -> dict[int, set[int]]:
    """For each line, the rules whose needles stand in it."""
    mentioned: dict[int, set[int]] = {}
    if index.needles is None:
        return mentioned
    for i in view.rows:
        found = {needle for needle, _, _ in index.needles.find_matches_as_indexes(view.folded[i], overlapping=True)}
        if found:
            mentioned[i] = {n for needle in found for n in index.inside[needle]}
    return mentioned
