"""The rules in force, ready to clean with: read from packs, indexed for a language and a site, kept between runs.

Reading and indexing the shipped packs takes a second; what comes of it is kept (see `shelf`), so that the next run starts
in a fraction of that. Whoever asks for the packs themselves (`entries`, `words`, `pages`) has them read.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from ingest import packfiles
from ingest.garbage import no_garbage
from ingest.heuristics import RULES
from ingest.model import Rule
from ingest.scan import Scanner, in_scope
from ingest.segment import Segmenter
from ingest.selectors import PageRules, for_site
from ingest.shelf import Shelf, shelf_for
from ingest.sites import site_and_parents

if TYPE_CHECKING:
    from ingest.packs import Entry, Loaded, PageEntry  # imported where it runs: the schema takes longer to load than all the rest

_Value = TypeVar("_Value")


class Engine(NamedTuple):
    """What works on the texts of one language and site: only the rules in their scope."""

    scanner: Scanner
    segmenter: Segmenter


class Outline(NamedTuple):
    """What is to be known of rules before any text is cleaned."""

    digest: str
    heuristics: tuple[str, ...]  # the ids of those in force
    languages: frozenset[str]  # for which there are rules of their own
    sites: frozenset[str]
    pages: tuple[PageRules, ...]


class Rules:
    """The rules in force, ready to clean with: what `load_rules` gives and `clean` takes.

    Attributes:
        heuristics: those in force, as they run.
        digest: a hash that names this set of rules in every record.
    """

    def __init__(self, load: "Callable[[], Loaded]", shelf: Shelf | None = None) -> None:
        self._load, self._shelf = load, shelf
        outline = self._kept("outline", lambda: _outline(self._loaded))
        self.digest = outline.digest
        self.heuristics = tuple(rule for rule in RULES if rule.id in outline.heuristics)
        self._languages, self._sites, self._pages = outline.languages, outline.sites, outline.pages
        self._engines: dict[tuple[str | None, frozenset[str]], Engine] = {}

    @cached_property
    def _loaded(self) -> "Loaded":
        return self._load()

    @property
    def entries(self) -> "tuple[Entry, ...]":
        """The rules of the packs, as their editors wrote them."""
        return self._loaded.entries

    @property
    def words(self) -> Mapping[str, Sequence[str]]:
        """The word lists that phrases name."""
        return self._loaded.words

    @property
    def pages(self) -> "tuple[PageEntry, ...]":
        """What the packs say of whole pages."""
        return self._loaded.pages

    def engine(self, language: str | None, site: str | None) -> Engine:
        """The rules for a language and a site. Sites without rules of their own share one engine."""
        known = language if language in self._languages else None  # any other is in the scope of the same rules
        key = (known, self._sites.intersection(site_and_parents(site)))
        if key not in self._engines:
            if key[1]:
                self._engines[key] = self._built(language, site)
            else:
                self._engines[key] = self._kept(f"engine-{known}", lambda: self._built(language))
        return self._engines[key]

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Packs and heuristics, as they run; all of them are built."""
        return (*(rule for entry in self.entries for rule in entry.rules), *self.heuristics)

    def of_pages(self, site: str | None) -> PageRules:
        """The selectors for a site's pages."""
        return for_site(self._pages, site)

    @no_garbage()
    def _built(self, language: str | None, site: str | None = None) -> Engine:
        entries = [entry for entry in self.entries if in_scope(entry, language, site)]
        rules = (*(rule for entry in entries for rule in entry.rules), *self.heuristics)
        return Engine(Scanner(rules), Segmenter(rules))

    @no_garbage()
    def _kept(self, name: str, make: Callable[[], _Value]) -> _Value:
        """What is on the shelf under a name; where it is not, it is made and put there."""
        if self._shelf is None:
            return make()
        found: _Value | None = self._shelf.get(name)
        if found is None:
            found = make()
            self._shelf.put(name, found)
        return found


def _outline(loaded: "Loaded") -> Outline:
    from ingest.packs import digest

    heuristics = tuple(rule.id for rule in RULES if rule.id not in loaded.disabled)
    return Outline(
        digest(loaded.entries, heuristics, loaded.words, loaded.pages),
        heuristics,
        frozenset(language for entry in loaded.entries for language in entry.languages),
        frozenset(site for entry in loaded.entries for site in entry.sites),
        tuple(page.rules for page in loaded.pages),
    )


def load_rules(*paths: Path | str, shipped: bool = True) -> Rules:
    """The shipped packs, and over them the given files or folders, each a layer that overrides those before it.

    Raises:
        RuleError: a pack cannot be used; the error lists every fault in every pack with its file and line.
        FileNotFoundError: a path is not there.

    >>> rules = load_rules()
    >>> rules.digest.startswith("sha256:")
    True
    """

    def load() -> "Loaded":
        from ingest import packs

        return packs.load(paths, with_shipped=shipped, heuristics=[rule.id for rule in RULES])

    layers = [*([packfiles.shipped()] if shipped else []), *map(Path, paths)]
    return Rules(load, shelf_for((f"{n} {file}", file) for n, layer in enumerate(layers) for file in packfiles.pack_files(layer)))


@lru_cache(maxsize=1)
def shipped_rules() -> Rules:
    """The shipped packs alone, loaded once."""
    return load_rules()
