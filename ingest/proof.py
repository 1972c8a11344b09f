"""Rules prove themselves: every example both ways, and every rule over the keep corpus.

An example of one or two lines is set into a small article, above the first paragraph, below the last or between, as the
rule's zone demands, so that an editor need not write a whole text to show one line.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from ingest.cleaning import clean
from ingest.guards import InZone
from ingest.heuristics import RULES as HEURISTICS
from ingest.model import Document, Record
from ingest.packs import Entry, Loaded, PageEntry
from ingest.phrases import first_word
from ingest.rulebook import Rules
from ingest.schema import CaseSpec
from ingest.selectors import kept, prune

# Neutral paragraphs, one pair a script, long enough to be read as what they are.
_PARAGRAPHS: Final = {
    "ar": (
        "قالت لجنة المياه في البلدة إن أعمال الصيانة في الخزان الكبير بدأت صباح الأربعاء وتستمر أسبوعين على الأقل.",
        "ويعتمد نحو ألفي منزل على هذا الخزان، وقد وزعت البلدية صهاريج على الأحياء المرتفعة حتى تنتهي الورش من عملها.",
    ),
    "": (
        "The water board of the small town said on Wednesday that repairs to the old reservoir would take at least two weeks.",
        "About two thousand homes depend on it, and the council has sent tank trucks to the upper districts until work is done.",
    ),
}

_ALL_HEURISTICS: Final = frozenset(rule.id for rule in HEURISTICS)


class Failure(NamedTuple):
    """An example that did not come out as its rule says."""

    entry: Entry
    example: str
    message: str

    def __str__(self) -> str:
        first = self.example.strip().split("\n")[0]
        shown = first if len(first) <= 90 else first[:89] + "…"
        return f"{self.entry.origin}: {self.entry.id}: {self.message}: {shown}"


def check_examples(entry: Entry) -> Iterator[Failure]:
    """The examples of one rule that fail, when the rule is run alone."""
    strong = replace(entry, spec=entry.spec.model_copy(update={"evidence": "strong"}))
    alone = Rules(lambda: Loaded((strong,), _ALL_HEURISTICS))
    for text in entry.spec.removes:
        removed = _removed(_clean(entry, _in_article(entry, text), alone))
        if left := [line for line in _lines(text) if line not in removed]:
            yield Failure(entry, left[0], "should be removed and is kept")
    for text in entry.spec.keeps:
        kept = _clean(entry, _in_article(entry, text), alone).text.split("\n")
        yield from (Failure(entry, line, "should be kept and is not") for line in _lines(text) if line not in map(str.strip, kept))
    for case in entry.spec.cases:
        yield from _check_case(entry, case, alone)


def check_page(entry: PageEntry) -> Iterator[str]:
    """The examples of a pack's page section that fail: what is left of the text is searched for their words."""
    from lxml import html

    for case in entry.spec.cases:
        tree: html.HtmlElement = html.document_fromstring(case.html)
        prune(tree, entry.rules)
        article = kept(tree, entry.rules) if entry.rules.keep else [tree]
        left = " ".join(" ".join(element.text_content() for element in article).split())
        yield from (f"{entry.origin}: page: should be removed and is kept: {text}" for text in case.removes if text in left)
        yield from (f"{entry.origin}: page: should be kept and is not: {text}" for text in case.keeps if text not in left)


def check_keeps(rules: Rules, folder: Path) -> Iterator[tuple[Path, str, str]]:
    """What the rules take out of the clean texts in a folder: file, rule id, text. The headline may move."""
    for file in sorted(folder.rglob("*.txt")):
        record = clean(Document(id=file.stem, text=file.read_text(encoding="utf-8")), rules)
        for removal in record.cleaning.removals:
            if removal.label != "title":
                yield file, removal.rule, removal.text.strip()


def _check_case(entry: Entry, case: CaseSpec, alone: Rules) -> Iterator[Failure]:
    removed = _removed(_clean(entry, case.text, alone))
    expected = [line for text in case.removes for line in _lines(text)]
    for line in expected:
        if line not in removed:
            yield Failure(entry, line, "should be removed and is kept")
    for line in removed:
        if line not in expected:
            yield Failure(entry, line, "should be kept and is removed")


def _clean(entry: Entry, text: str, alone: Rules) -> Record:
    site = next(iter(sorted(entry.sites)), None)
    language = next(iter(sorted(entry.languages)), None)
    return clean(Document(id="example", text=text, site=site, language=language), alone)


def _in_article(entry: Entry, text: str) -> str:
    """The example in its place among neutral paragraphs."""
    arabic = any("\u0600" <= char <= "\u06ff" for char in text) or not first_word(text)
    first, second = _PARAGRAPHS["ar" if arabic else ""]
    zones = next((guard.zones for guard in entry.matcher.where if isinstance(guard, InZone)), frozenset({"between"}))
    text = text.strip("\n")
    if "between" in zones:
        return f"{first}\n{text}\n{second}"
    return f"{text}\n{first}\n{second}" if "head" in zones else f"{first}\n{second}\n{text}"


def _removed(record: Record) -> list[str]:
    return [line for removal in record.cleaning.removals for line in _lines(removal.text)]


def _lines(text: str) -> Iterable[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]
