"""Layers of packs: the shipped ones, over them the user's; later ones override or disable by id.

Nothing is silently ignored: every fault of every pack is collected, and `RuleError` names them all.
"""

import difflib
import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from ingest.build import build, scope
from ingest.garbage import no_garbage
from ingest.matchers import Matcher
from ingest.model import Problem, Rule, RuleError
from ingest.packfiles import shipped
from ingest.phrases import Lexicon, PhraseError, parse
from ingest.schema import PageSpec, RuleSpec
from ingest.selectors import PageRules, xpath
from ingest.sources import SHIPPED, Source, read_layer


@dataclass(frozen=True)
class PageEntry:
    """What a pack says of pages: as the editor wrote it, where, and as it runs."""

    spec: PageSpec
    layer: str
    origin: str  # file:line
    rules: PageRules


@dataclass(frozen=True)
class Entry:
    """A rule of a pack: what the editor wrote, where, and the rules it becomes (a header has a second one).

    They are built when they are asked for: of the thousand rules that are shipped a text needs those of its language.
    """

    spec: RuleSpec
    layer: str
    source: Source
    number: int  # of the rule in its pack
    lexicon: Lexicon

    @property
    def id(self) -> str:
        return self.spec.id

    @cached_property
    def _scope(self) -> tuple[frozenset[str], frozenset[str]]:
        return scope(self.spec, self.source)

    @property
    def languages(self) -> frozenset[str]:
        return self._scope[0]

    @property
    def sites(self) -> frozenset[str]:
        return self._scope[1]

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules. Raises RuleError: there are faults in them; `load` has looked for them in packs that are not shipped."""
        problems: list[Problem] = []
        rules = build(self.spec, self.number, self.source, self.lexicon, problems)
        if problems:
            raise RuleError(sorted(problems))
        return rules

    @property
    def origin(self) -> str:
        """Its file and line."""
        return f"{self.source.file}:{self.source.line('rules', self.number, 'id')}"

    @property
    def matcher(self) -> Matcher:
        find = self.rules[0].find
        assert isinstance(find, Matcher)  # noqa: S101 - for the type checker
        return find


class Loaded(NamedTuple):
    """What all layers come to: the rules, the ids that were disabled, and the word lists that phrases name."""

    entries: tuple[Entry, ...]
    disabled: frozenset[str] = frozenset()
    words: Mapping[str, Sequence[str]] = MappingProxyType({})
    pages: tuple[PageEntry, ...] = ()


@no_garbage()
def load(paths: Iterable[Path | str] = (), *, with_shipped: bool = True, heuristics: Collection[str] = ()) -> Loaded:
    """The rules of all layers, the shipped one first.

    Each path, a file or a folder, is a layer: its rules replace those of the same id in earlier layers. A layer may
    disable rules of earlier layers, and `heuristics`, which are named here because no pack holds them.

    Raises:
        RuleError: with every fault in every pack.
        FileNotFoundError: a path is not there.
    """
    problems: list[Problem] = []
    layers = [(SHIPPED, shipped())] if with_shipped else []
    layers += [(str(path), Path(path)) for path in paths]
    sources = [source for name, path in layers for source in read_layer(name, path, problems)]
    words = _word_lists(sources, problems)
    lexicon = Lexicon(words)
    _check_word_lists([source for source in sources if source.layer != SHIPPED], lexicon, problems)
    entries: dict[str, Entry] = {}
    disabled: set[str] = set()
    for name, _ in layers:
        seen: dict[str, str] = {}
        for source in (source for source in sources if source.layer == name):
            for n, spec in enumerate(source.spec.rules):
                if spec.id in seen:
                    problems.append(
                        Problem(source.file, source.line("rules", n, "id"), f"the id {spec.id!r} is taken: {seen[spec.id]}")
                    )
                seen[spec.id] = f"{source.file}:{source.line('rules', n, 'id')}"
                entries[spec.id] = Entry(spec, name, source, n, lexicon)
                disabled.discard(spec.id)
                if name != SHIPPED:
                    try:
                        _ = entries[spec.id].rules
                    except RuleError as error:
                        problems += error.problems
            for n, unwanted in enumerate(source.spec.disable):
                if unwanted not in entries and unwanted not in heuristics:
                    near = difflib.get_close_matches(unwanted, [*entries, *heuristics], 1)
                    hint = f"; did you mean {near[0]!r}?" if near else ""
                    at = source.line("disable", n)
                    problems.append(Problem(source.file, at, f"disable: there is no rule {unwanted!r} before this layer{hint}"))
            disabled.update(source.spec.disable)
    pages = tuple(page for source in sources if (page := _page(source, problems)))
    if problems:
        raise RuleError(sorted(problems))
    in_force = tuple(entry for entry in entries.values() if entry.id not in disabled)
    return Loaded(in_force, frozenset(disabled), words, pages)


def digest(
    entries: Iterable[Entry], heuristics: Iterable[str], words: Mapping[str, Sequence[str]], pages: Iterable[PageEntry]
) -> str:
    """A hash of the rules in force, their scopes, the word lists and the selectors: same digest, same cleaning."""
    content = [
        [entry.spec.model_dump_json(exclude={"why", "removes", "keeps", "cases"}), sorted(entry.languages), sorted(entry.sites)]
        for entry in entries
    ]
    selectors = [[sorted(page.rules.sites), page.spec.model_dump(exclude={"cases"})] for page in pages]
    text = json.dumps([content, sorted(heuristics), dict(words), selectors], ensure_ascii=False, sort_keys=True)
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def _page(source: Source, problems: list[Problem]) -> PageEntry | None:
    """What a pack says of pages, compiled; faults are added to `problems`."""
    spec = source.spec.page
    if spec is None:
        return None

    def compiled(selector: str, *path: str | int) -> str:
        try:
            return xpath(selector)
        except ValueError as error:
            problems.append(Problem(source.file, source.line("page", *path), str(error)))
            return ""

    sites = frozenset(source.spec.sites or ())
    if not sites and (spec.keep or spec.fields):
        key = "keep" if spec.keep else "fields"
        problems.append(Problem(source.file, source.line("page", key), f"page.{key}: only in a pack with 'sites'"))
    return PageEntry(
        spec,
        source.layer,
        f"{source.file}:{source.line('page')}",
        PageRules(
            sites,
            tuple(compiled(selector, "drop", n) for n, selector in enumerate(spec.drop or ())),
            tuple(compiled(selector, "keep", n) for n, selector in enumerate(spec.keep or ())),
            {name: compiled(selector, "fields", name) for name, selector in spec.fields.items()},
        ),
    )


def _word_lists(sources: Iterable[Source], problems: list[Problem]) -> dict[str, list[str]]:
    """The word lists of all packs; a later layer may add to a list, but one layer names it only once."""
    lists: dict[str, list[str]] = {}
    owners: dict[tuple[str, str], str] = {}
    for source in sources:
        for name, entries in source.spec.words.items():
            if owner := owners.get((source.layer, name)):
                at = source.line("words", name)
                problems.append(Problem(source.file, at, f"the word list {name!r} is also in {owner}"))
            owners[source.layer, name] = source.file
            lists.setdefault(name, []).extend(entries)
    return lists


def _check_word_lists(sources: Iterable[Source], lexicon: Lexicon, problems: list[Problem]) -> None:
    """Faults in the entries of word lists, used or not, each where it stands."""
    for source in sources:
        for name, entries in source.spec.words.items():
            for n, entry in enumerate(entries):
                try:
                    parse(entry, lexicon)
                except PhraseError as error:
                    problems.append(Problem(source.file, source.line("words", name, n), f"<{name}>: {error}"))
