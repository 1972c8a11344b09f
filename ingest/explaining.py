"""Why each line of a document went or stayed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from ingest.cleaning import clean
from ingest.edit import restore
from ingest.model import Document, Line, Record, Rule
from ingest.rulebook import Rules, shipped_rules
from ingest.scan import in_scope
from ingest.script import fold
from ingest.shapes import Cues, Shape
from ingest.view import View

if TYPE_CHECKING:
    from ingest.packs import Entry

MOST_NEAR: Final = 8

Verdict = Literal["kept", "removed", "moved", "proposed"]


class Fate(NamedTuple):
    """What became of one line, or of a part of it.

    `text` is the part, `matched` its folded form, `origin` the file and line of the rule. `proposed` is what would have
    gone from a text that is kept whole for review.
    """

    line: int
    text: str
    fate: Verdict
    label: str | None = None
    rule: str | None = None
    to: str | None = None
    origin: str | None = None
    matched: str | None = None


class Near(NamedTuple):
    """A rule that nearly took a kept line, and the first condition that failed."""

    rule: str
    label: str
    origin: str
    failed: str


class Explanation(NamedTuple):
    """What became of a document, or of one of its lines."""

    id: str
    line: int | None  # None: all of them
    fates: tuple[Fate, ...]
    near: tuple[Near, ...] = ()  # the rules that came nearest to a line that was kept


def explain_part(document: Document, rules: Rules, line: int | None = None) -> Explanation:
    """The fates of all lines of a document, or of one, with the rules that came nearest to it if it was kept."""
    fates = tuple(fate for fate in explain(document, rules) if line in (None, fate.line))
    kept = line is not None and any(fate.fate == "kept" for fate in fates)
    return Explanation(document.id, line, fates, nearest(document, rules, line or 1) if kept else ())


def explain(document: Document, rules: Rules | None = None) -> tuple[Fate, ...]:
    """The fate of every line that is not blank, in order; a line that is cut into has one for each of its parts.

    >>> [fate.fate for fate in explain(Document(id="a", text="![]()\\nأعلن الوزير خطة جديدة لدعم المزارعين."))]
    ['removed', 'kept']
    """
    rules = rules or shipped_rules()
    record = clean(document, rules)
    origins = {rule.id: rule.origin for rule in rules.heuristics} | {entry.id: entry.origin for entry in rules.entries}
    text = restore(record)  # where the input was markup, what it was rendered to
    return tuple(fate for line in replace(document, text=text).lines for fate in _fates(line, record, origins))


def _fates(line: Line, record: Record, origins: dict[str, str]) -> Iterator[Fate]:
    start, end = line.span
    at = start
    for removal in record.cleaning.removals:
        if removal.end <= start or removal.start >= end:
            continue
        yield from _kept(line, at, removal.start)
        text = line.text[max(removal.start - start, 0) : removal.end - start].strip()
        at = min(removal.end, end)
        if text:
            verdict: Verdict = "moved" if removal.to else "removed"
            if record.cleaning.status == "review":
                verdict = "proposed"
            origin = origins[removal.rule]
            yield Fate(line.number, text, verdict, removal.label, removal.rule, removal.to, origin, fold(text))
    yield from _kept(line, at, end)


def _kept(line: Line, start: int, end: int) -> Iterator[Fate]:
    text = line.text[start - line.span.start : max(start, end) - line.span.start].strip()
    if text:
        yield Fate(line.number, text, "kept")


def nearest(document: Document, rules: Rules, number: int) -> tuple[Near, ...]:
    """The rules that came nearest to taking line `number` (from 1), those first that only a guard kept from it."""
    fates = explain(document, rules)
    kept = {fate.line for fate in fates if fate.fate in ("kept", "proposed")}
    noise = {fate.line - 1: fate.label or "" for fate in fates if fate.line not in kept}
    record = clean(document, rules)
    view = View(replace(document, text=restore(record), title=record.title, language=record.language))
    views = {1: view, 2: view.knowing(noise)}
    found = [near for entry in rules.entries if (near := _near(entry, views[entry.rules[0].passage], number - 1))]
    return tuple(near for _, near in sorted(found, key=lambda pair: -pair[0])[:MOST_NEAR])


def _near(entry: "Entry", view: View, i: int) -> tuple[int, Near] | None:
    """How near a rule came to line `i` (1,000 for a match, else the length of what it found there), and what failed."""
    rule, matcher = entry.rules[0], entry.matcher
    applies = in_scope(rule, view.document.language, view.document.site)
    if not view.folded[i] or not _may_match(matcher.shape.cues, view.folded[i]):
        return None
    try:
        matched = matcher.shape.match(view, i) is not None
    except TimeoutError:
        return 1_000, Near(rule.id, rule.label, rule.origin, "its pattern was stopped: it ran too long")
    if not matched:
        phrase = _phrase_in(matcher.shape, view.folded[i]) if applies else ""
        failed = f"the line has {phrase!r}, but {matcher.shape.demand}"
        return (len(phrase), Near(rule.id, rule.label, rule.origin, failed)) if phrase else None
    if not applies:
        failed = f"the rule is for {_scope(rule)}; the text is not"
    elif refusal := matcher.refusal(view, i):
        wanted = refusal.removeprefix("not: ")
        failed = f"the rule spares a line that {refusal}" if wanted == refusal else f"the rule wants a line that {wanted}"
    elif rule.weak:
        failed = "its evidence is weak, and nothing beside the line was removed"
    else:
        return None
    return 1_000, Near(rule.id, rule.label, rule.origin, failed)


def _may_match(cues: Cues, folded: str) -> bool:
    """Whether the line has a word that the shape cannot do without."""
    words = next((words for words in (cues.first, cues.last, cues.inside) if words is not None), None)
    return words is None or any(any(char.isdigit() for char in folded) if word == "0" else word in folded for word in words)


def _phrase_in(shape: Shape, folded: str) -> str:
    """The phrase of a shape that stands somewhere in a line that the shape does not match, or ""."""
    phrases = getattr(shape, "phrases", None)
    span = next(phrases.find(folded), None) if phrases else None
    return folded[slice(*span)] if span else ""


def _scope(rule: Rule) -> str:
    return " and ".join(", ".join(sorted(names)) for names in (rule.languages, rule.sites) if names)
