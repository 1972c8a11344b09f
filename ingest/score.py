"""How well rules clean: what became of every word of a gold text, and the figures that follow.

Everything is counted in words, and a mark is a word of its own. A word is gone if a removal takes it or a part of it;
the removals tell their offsets, so nothing has to be guessed. Only where a text was markup, and offsets are those of
what it was rendered to, the words of both are aligned; what is not found again went with the rendering.

What is printed twice is right once: where a rule took the headline and left its copy, that counts as the copy taken.
"""

import difflib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Final, NamedTuple

from ingest.cleaning import clean
from ingest.edit import restore
from ingest.gold import BODY, NOISE, WORD, Gold, Word
from ingest.model import Record
from ingest.rulebook import Rules

RENDERING: Final = "rendering"  # stands for a rule where words were in a tag or an entity
_COPIES: Final = frozenset({"duplicate_headline", "duplicate_text"})
_FIRSTS: Final = frozenset({"title", BODY})

Taker = str | None  # the rule that took a word; None: it was kept


@dataclass(frozen=True)
class Judged:
    """A gold text after cleaning.

    Attributes:
        takers: for each of the gold's words the rule that took it.
        language: of the text, given or told.
        written: how many words the cleaned text has.
        invented: how many of these the gold text has not: what is left of words that were cut, or run together.
    """

    gold: Gold
    takers: tuple[Taker, ...]
    language: str | None
    written: int
    invented: int

    @cached_property
    def counts(self) -> Counter[tuple[str, bool]]:
        """How many words of each label are gone (True) and kept (False)."""
        pairs = zip(self.gold.words, self.takers, strict=True)
        return Counter((word.label, taker is not None) for word, taker in pairs)

    @cached_property
    def wrong(self) -> tuple[tuple[Word, Taker], ...]:
        """Words of the article that are gone, and words of noise that are kept."""
        pairs = zip(self.gold.words, self.takers, strict=True)
        return tuple((word, taker) for word, taker in pairs if word.label in (NOISE if taker is None else (BODY,)))


class Figures(NamedTuple):
    """The quality of a cleaning; every share is 1.0 at its best but `loss`, which is 0.0.

    recall: of the noise, what is gone. precision: of what is gone, the noise. f1: their harmonic mean. loss: of the
    article, what is gone. perfect: documents without a wrong word. invented: words of the output that the text does
    not have, per thousand. kinds: recall label by label, averaged, so that a rare kind counts as much as a common one.
    """

    documents: int
    recall: float
    precision: float
    f1: float
    loss: float
    perfect: float
    invented: float
    kinds: float


def judge_all(golds: Iterable[Gold], rules: Rules) -> Iterator[Judged]:
    """Clean gold texts and judge each."""
    for gold in golds:
        yield judge(gold, clean(gold.document, rules))


def judge(gold: Gold, record: Record) -> Judged:
    """What became of the words of a gold text, by the record of its cleaning."""
    takers = _rendered_takers(gold, record) if record.cleaning.rendered else _takers([word[1:3] for word in gold.words], record)
    _credit_copies(gold.words, takers)
    output = Counter(WORD.findall(record.text))
    known = Counter(WORD.findall(gold.document.text))
    known |= Counter(word.text for word in gold.words)  # where parts meet inside a word, its pieces
    return Judged(gold, tuple(takers), record.language, output.total(), (output - known).total())


def figures(judged: Iterable[Judged]) -> Figures:
    """The figures over some texts together. Where there is nothing to find, nothing was missed.

    >>> figures([]).recall, figures([]).loss
    (1.0, 0.0)
    """
    judged = list(judged)
    counts = sum((one.counts for one in judged), Counter[tuple[str, bool]]())
    gone = sum(counts[label, True] for label in NOISE)
    recall = _share(gone, gone + sum(counts[label, False] for label in NOISE))
    precision = _share(gone, gone + counts[BODY, True])
    seen = [(counts[label, True], counts[label, True] + counts[label, False]) for label in NOISE]
    recalls = [_share(taken, total) for taken, total in seen if total]
    return Figures(
        documents=len(judged),
        recall=recall,
        precision=precision,
        f1=2 * recall * precision / (recall + precision) if recall + precision else 0.0,
        loss=1 - _share(counts[BODY, False], counts[BODY, False] + counts[BODY, True]),
        perfect=_share(sum(not one.wrong for one in judged), len(judged)),
        invented=1000 * sum(one.invented for one in judged) / max(1, sum(one.written for one in judged)),
        kinds=_share(sum(recalls), len(recalls)),
    )


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 1.0


def _takers(places: Iterable[tuple[int, int]], record: Record) -> list[Taker]:
    """For each place in the text that was cleaned, the rule that took it or a part of it.

    In a `review` the removals are only proposed: all is kept.
    """
    removals = record.cleaning.removals if record.cleaning.status == "cleaned" else ()
    ends = [removal.end for removal in removals]
    takers: list[Taker] = []
    for start, end in places:
        n = bisect_right(ends, start)
        takers.append(removals[n].rule if n < len(removals) and removals[n].start < end else None)
    return takers


def _rendered_takers(gold: Gold, record: Record) -> list[Taker]:
    """The same where the gold text was rendered first: each of its words has the fate of the one that it became."""
    found = list(WORD.finditer(restore(record)))
    fates = _takers([word.span() for word in found], record)
    takers: list[Taker] = [RENDERING] * len(gold.words)
    matcher = difflib.SequenceMatcher(None, [word.text for word in gold.words], [word[0] for word in found], autojunk=False)
    for block in matcher.get_matching_blocks():
        takers[block.a : block.a + block.size] = fates[block.b : block.b + block.size]
    return takers


def _credit_copies(words: Sequence[Word], takers: list[Taker]) -> None:
    """Where a copy was kept and the words that it repeats were taken, change the two over."""
    texts = [word.text for word in words]
    for _, part in groupby(range(len(words)), lambda n: words[n].part):
        at = list(part)
        copy = texts[at[0] : at[-1] + 1]
        if words[at[0]].label not in _COPIES:
            continue
        for n, first in enumerate(_first(words, texts, copy)):
            if takers[at[n]] is None and takers[first] is not None:
                takers[at[n]], takers[first] = takers[first], None


def _first(words: Sequence[Word], texts: list[str], copy: list[str]) -> range:
    """Where the words of a copy stood first, as a title or in the article."""
    for n, word in enumerate(words):
        if word.text == copy[0] and word.label in _FIRSTS and texts[n : n + len(copy)] == copy:
            return range(n, n + len(copy))
    return range(0)
