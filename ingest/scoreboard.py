"""Tables of a score: by file, label, site, language and rule, and what went wrong.

A table is plain values, so that a terminal, a pipe and JSON show the same. Each is sorted so that what deserves a look
comes first.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from ingest.gold import BODY, NOISE, Word
from ingest.score import Figures, Judged, Taker, figures

Cell = str | int | float

_DIGITS: Final = {"loss": 5, "invented": 2}


class Table(NamedTuple):
    """Rows of values under the names of their columns."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def rounded(name: str, value: float) -> float:
    """A figure with as many digits as its name is shown with, and zero without a sign."""
    return round(value, _DIGITS.get(name, 4)) + 0.0 if isinstance(value, float) else value


def by_file(judged: Sequence[Judged]) -> Table:
    """The figures of each file and, where there are several, of all together."""
    groups = _grouped(judged, lambda one: one.gold.file)
    return _table("gold", [*groups.items(), ("all", judged)] if len(groups) > 1 else groups.items())


def by_site(judged: Sequence[Judged]) -> Table:
    """The figures of each site."""
    return _by_size("site", _grouped(judged, lambda one: one.gold.document.site or "?"))


def by_language(judged: Sequence[Judged]) -> Table:
    """The figures of each language, given or told from the text."""
    return _by_size("language", _grouped(judged, lambda one: one.language or "?"))


def by_label(judged: Sequence[Judged]) -> Table:
    """For each label its words and the share that is gone: of `body` none should be, of the others all."""
    counts: Counter[tuple[str, bool]] = Counter()
    for one in judged:
        counts.update(one.counts)
    rows = [(label, counts[label, True] + counts[label, False], counts[label, True]) for label in (BODY, *NOISE)]
    rows = sorted((row for row in rows if row[1]), key=lambda row: -row[1])
    return Table("label", ("label", "words", "gone", "share"), tuple((*row, rounded("share", row[2] / row[1])) for row in rows))


def by_rule(judged: Sequence[Judged]) -> Table:
    """For each rule the words of noise and of the article that it took; those that took most of the article first.

    What it took of titles and of what is neutral does not count.
    """
    counts: Counter[tuple[str, bool]] = Counter()
    for one in judged:
        pairs = zip(one.gold.words, one.takers, strict=True)
        counts.update((taker, word.label == BODY) for word, taker in pairs if taker and word.label in (BODY, *NOISE))
    rows = [(rule, counts[rule, False], counts[rule, True]) for rule in {rule for rule, _ in counts}]
    rows.sort(key=lambda row: (-row[2], -row[1], row[0]))
    precise = tuple((*row, rounded("precision", row[1] / (row[1] + row[2]))) for row in rows)
    return Table("rule", ("rule", "noise", "body", "precision"), precise)


BY: Final[dict[str, Callable[[Sequence[Judged]], Table]]] = {
    "label": by_label,
    "site": by_site,
    "language": by_language,
    "rule": by_rule,
}


def worst(judged: Sequence[Judged], most: int) -> Table:
    """The lines that are wrong in the texts with most wrong words.

    Of each line its number, what was lost with the rule that took it, and what was left with its label.
    """
    chosen = sorted((one for one in judged if one.wrong), key=lambda one: -len(one.wrong))[:most]
    return Table(
        "worst", ("id", "line", "fate", "words", "label", "rule", "text"), tuple(row for one in chosen for row in _wrong(one))
    )


def _wrong(one: Judged) -> Iterator[tuple[Cell, ...]]:
    text = one.gold.document.text

    def place(pair: tuple[Word, Taker]) -> tuple[int, str, str]:
        word, taker = pair
        return text.count("\n", 0, word.start) + 1, word.label, taker or ""

    for (line, label, rule), group in groupby(one.wrong, place):
        words = [word for word, _ in group]
        fate = "lost" if rule else "left"
        yield one.gold.document.id, line, fate, len(words), label, rule, text[words[0].start : words[-1].end]


def _grouped(judged: Iterable[Judged], key: Callable[[Judged], str]) -> dict[str, list[Judged]]:
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        groups[key(one)].append(one)
    return groups


def _by_size(name: str, groups: dict[str, list[Judged]]) -> Table:
    return _table(name, sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])))


def _table(name: str, groups: Iterable[tuple[str, Sequence[Judged]]]) -> Table:
    rows: list[tuple[Cell, ...]] = [(key, *map(rounded, Figures._fields, figures(judged))) for key, judged in groups]
    return Table(name, (name, *Figures._fields), tuple(rows))
