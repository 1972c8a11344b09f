"""Phrases as an editor writes them, read into trees.

    "(تابعنا|تابعونا) (على|عبر) <ar.network>"

A phrase is words; `(a|b|c d)` is one of them and `(a|)` may be missing; `<name>` is one entry of a word list, `<any.4>`
one to four arbitrary words, `<number>` and `<clock>` what they say; ` ~ ` lets separators stand between two words. There
is nothing else: a phrase cannot backtrack its way into trouble, and its first words are known before it is tried, so that
the scan can look for it by dictionary. `phrasebook` finds phrases in lines.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal

import regex

from ingest.script import EDGE, fold

_TOKEN: Final = re.compile(r"\(|\)|\||<[^<>]*>|~|[^\s()|<>~]+")
_SHORTEST_NEEDLE: Final = 2
_MOST_NEEDLES: Final = 300
LONGEST_GAP: Final = 5  # code points
_ANY: Final = re.compile(r"any\.([1-9]|1[0-2])$")


class PhraseError(ValueError):
    """A phrase that cannot be read; the message says what is wrong with it."""


@dataclass(frozen=True)
class Wild:
    """What is not known beforehand: `<any.N>`, `<number>`, `<clock>`, ` ~ `."""

    kind: Literal["any", "number", "clock", "gap"]
    most: int = 0  # words, of `<any.N>`

    @property
    def most_blanks(self) -> int:
        """How many blanks it can hold: one in and one behind a figure (`5 k `), and as many as a gap is long."""
        return {"any": self.most, "gap": LONGEST_GAP}.get(self.kind, 2)


@dataclass(frozen=True)
class Choice:
    """One of several sequences."""

    options: tuple["Sequence", ...]

    def __reduce__(self) -> tuple[type["Choice"], tuple[tuple["Sequence", ...]]]:
        # Without what was computed: to read it takes longer than to compute it again where it is asked for.
        return Choice, (self.options,)

    def under(self, word: str) -> tuple["Sequence", ...]:
        """The options that can begin a text whose first word (see `first_word`) is this."""
        found = self._met.get(word)
        if found is None:
            under, anywhere = self._by_first_word
            if word not in under:
                return anywhere
            found = self._met[word] = (*under[word], *anywhere)
        return found

    @cached_property
    def openings(self) -> "Outer":
        """What an option can begin with."""
        options = [_first_words(option) for option in self.options]
        return union(words for words, _ in options), any(may_have_none for _, may_have_none in options)

    @cached_property
    def closings(self) -> "Outer":
        """What an option can end with."""
        options = [_last_words(option) for option in self.options]
        return union(words for words, _ in options), any(may_have_none for _, may_have_none in options)

    @cached_property
    def needles(self) -> frozenset[str] | None:
        """The needles of all options, if each has some and they are not too many."""
        if len(self.options) > _MOST_NEEDLES:
            return None
        texts = union(map(needles, self.options))
        return texts if texts and len(texts) <= _MOST_NEEDLES else None

    @cached_property
    def most_blanks(self) -> int:
        """How many blanks the longest option can hold."""
        return max(map(most_blanks, self.options), default=0)

    @cached_property
    def _by_first_word(self) -> tuple[dict[str, list["Sequence"]], tuple["Sequence", ...]]:
        """The options under each word they can begin with, and those that can begin with any."""
        under: dict[str, list[Sequence]] = {}
        anywhere: list[Sequence] = []
        for option in self.options:
            words = first_words(option)
            if words is None:
                anywhere.append(option)
            for word in words or ():
                under.setdefault(word, []).append(option)
        return under, tuple(anywhere)

    @cached_property
    def _met(self) -> dict[str, tuple["Sequence", ...]]:
        """What `under` gave for the words that came: of all there are, few do."""
        return {}


# Its parts are literal folded words, and what else may stand there.
Sequence = tuple[str | Wild | Choice, ...]
# The words that something can begin or end with (None: any), and whether it can be matched without letter or digit.
Outer = tuple[frozenset[str] | None, bool]
_BUILT_IN: Final = {"number": Wild("number"), "clock": Wild("clock")}


@dataclass
class Lexicon:
    """The word lists of all packs. An entry is itself a phrase; entries are read when first asked for."""

    lists: Mapping[str, Iterable[str]] = field(default_factory=dict)
    _read: dict[str, Choice] = field(default_factory=dict)
    _reading: set[str] = field(default_factory=set)

    def __getitem__(self, name: str) -> Choice:
        """The entries of a list as a choice.

        Raises:
            PhraseError: there is no such list, or it contains itself.
        """
        if name not in self._read:
            if name not in self.lists:
                raise PhraseError(f"there is no word list <{name}>")
            if name in self._reading:
                raise PhraseError(f"the word list <{name}> contains itself")
            self._reading.add(name)
            try:
                self._read[name] = Choice(tuple(dict.fromkeys(parse(entry, self) for entry in self.lists[name])))
            finally:
                self._reading.remove(name)
        return self._read[name]


def parse(phrase: str, lexicon: Lexicon) -> Sequence:
    """A phrase as a tree.

    Raises:
        PhraseError: unbalanced brackets, an unknown list, or nothing in it.
    """
    folded = fold(phrase)
    tokens = _TOKEN.findall(folded)
    if stray := _TOKEN.sub("", folded).strip():
        raise PhraseError(f"a lone {stray[0]!r} in the phrase {phrase!r}; a word list stands in <...>")
    sequence, rest = _sequence(tokens, 0, lexicon, phrase)
    if rest < len(tokens):
        raise PhraseError(f"a {tokens[rest]!r} too many in the phrase {phrase!r}")
    if not sequence:
        raise PhraseError("a phrase has no words")
    return sequence


def _sequence(tokens: list[str], at: int, lexicon: Lexicon, phrase: str) -> tuple[Sequence, int]:
    parts: list[str | Wild | Choice] = []
    while at < len(tokens) and tokens[at] not in (")", "|"):
        token = tokens[at]
        at += 1
        if token == "(":
            options: list[Sequence] = []
            while True:
                option, at = _sequence(tokens, at, lexicon, phrase)
                options.append(option)
                if at == len(tokens):
                    raise PhraseError(f"a bracket is not closed in the phrase {phrase!r}")
                at += 1
                if tokens[at - 1] == ")":
                    break
            parts.append(Choice(tuple(options)))
        elif token == "~":
            parts.append(Wild("gap"))
        elif token.startswith("<") and token.endswith(">"):
            parts.append(_named(token[1:-1], lexicon))
        else:
            parts.append(token)
    return tuple(parts), at


def _named(name: str, lexicon: Lexicon) -> Wild | Choice:
    if name in _BUILT_IN:
        return _BUILT_IN[name]
    if at_most := _ANY.match(name):
        return Wild("any", int(at_most[1]))
    return lexicon[name]


def first_words(sequence: Sequence) -> frozenset[str] | None:
    """The words a phrase can begin with; "0" stands for any number. None where it can begin with anything."""
    words, may_have_none = _first_words(sequence)
    return None if may_have_none else words


def _first_words(sequence: Sequence) -> Outer:
    return _outer_words(sequence, first_word, lambda choice: choice.openings, frozenset({"0"}))


def last_words(sequence: Sequence) -> frozenset[str] | None:
    """The words a phrase can end with, as `first_words` gives those it can begin with."""
    words, may_have_none = _last_words(sequence)
    return None if may_have_none else words


def _last_words(sequence: Sequence) -> Outer:
    # `5k` and `12:30 pm` begin with a digit, but do not end with one.
    return _outer_words(reversed(sequence), last_word, lambda choice: choice.closings, None)


def _outer_words(
    parts: Iterable[str | Wild | Choice],
    word_of: Callable[[str], str],
    of_choice: Callable[[Choice], Outer],
    of_figure: frozenset[str] | None,
) -> Outer:
    """What parts can show first, in the order given."""
    found = frozenset[str]()
    for part in parts:
        if isinstance(part, str):
            if word := word_of(part):
                return found | {word}, False
            continue  # punctuation: the outer word stands further in
        if isinstance(part, Wild):
            if part.kind == "gap":
                continue
            return (None if part.kind == "any" or of_figure is None else found | of_figure), False
        words, may_have_none = of_choice(part)
        if words is None:
            return None, False
        found |= words
        if not may_have_none:
            return found, False
    return found, True


def union(sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """All words of some sets of cues; None, which is any word, where one of them is None."""
    found: set[str] = set()
    for words in sets:
        if words is None:
            return None
        found |= words
    return frozenset(found)


def needles(sequence: Sequence) -> frozenset[str] | None:
    """Literal texts one of which stands in every text that a phrase matches; None where there are no telling ones.

    Of the parts of a phrase the one is taken whose shortest text is longest, for that is the rarest.

    >>> sorted(needles(parse("(follow|join) us on <any.1> (for more|) news", Lexicon())))
    ['us on']
    """
    found: list[frozenset[str]] = []
    run = ""
    for part in sequence:
        if not isinstance(part, str):
            found.append(frozenset({run}))
            run = ""
            if isinstance(part, Choice) and part.needles:
                found.append(part.needles)
        elif run and run[-1].isalnum() and part[0].isalnum():  # elsewhere the space between two words may be missing
            run += " " + part
        else:
            found.append(frozenset({run}))
            run = part
    found.append(frozenset({run}))
    best = max(found, key=_rarity)
    return best if min(map(len, best)) >= _SHORTEST_NEEDLE else None


def _rarity(texts: frozenset[str]) -> tuple[int, int]:
    return min(map(len, texts)), -len(texts)


def most_blanks(sequence: Sequence) -> int:
    """How many blanks a text can have at most that a phrase matches.

    >>> most_blanks(parse("(follow|join) us on <any.2> ~ <number>", Lexicon()))
    12
    """
    return sum(1 if isinstance(part, str) else part.most_blanks for part in sequence)


def without_open_end(sequence: Sequence) -> Sequence:
    """A phrase without the words that may be any at its end: the part of it whose end shows.

    >>> [choice] = without_open_end(parse("join <any.3> (on <any.2>|)", Lexicon()))
    >>> choice.options
    (('join',), ('join', Wild(kind='any', most=3), 'on'))
    >>> without_open_end(parse("read <any.3>", Lexicon()))
    ('read',)
    """
    last = sequence[-1] if sequence else None
    if isinstance(last, Choice):
        before, options = sequence[:-1], tuple(map(without_open_end, last.options))
        if () in options and (closed := without_open_end(before)) != before:
            return (Choice((closed, *((*before, *option) for option in options if option))),)
        return sequence if options == last.options else (*before, Choice(options))
    return without_open_end(sequence[:-1]) if isinstance(last, Wild) and last.kind == "any" else sequence


# By `regex`, as the phrases are: to `re` the vowel signs of Hindi are no part of a word.
_LETTERS: Final = regex.compile(r"[^\W\d_]+|[0-9]")
_CLEAN_END: Final = regex.compile(r"([^\W\d_]+|[0-9])[\W_]*$")


def first_word(text: str) -> str:
    """The first run of letters of a folded text; "0" where a digit comes first, "" where there is neither.

    >>> first_word("(المصدر:رويترز"), first_word("3 تعليقات"), first_word("***")
    ('المصدر', '0', '')
    """
    if text.isalpha():
        return text
    found = _LETTERS.search(text)
    return "" if found is None else "0" if found[0].isdigit() else found[0]


def last_word(text: str) -> str:
    """The last run of letters of a folded text, as `first_word` gives the first."""
    end = text.rstrip(EDGE)[-60:]
    found = _CLEAN_END.search(end, end.rfind(" ") + 1) or _CLEAN_END.search(end)
    return "" if found is None else "0" if found[1].isdigit() else found[1]
