"""From what rules found to what is cut: overlaps are settled the same way whatever order the findings come in."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ingest import edit
from ingest.model import Rule, Span
from ingest.scan import Claim
from ingest.script import core, fold
from ingest.view import View


class Cut(NamedTuple):
    """A span that goes, with the rule that took it and, where only part of it goes to a field, that part."""

    span: Span
    rule: Rule
    value: Span | None


def settle(view: View, claims: Iterable[Claim]) -> list[Cut]:
    """Disjoint cuts from overlapping claims, independent of their order.

    What the first pass found goes before what the second did, a longer span before a shorter one; of two equal ones the
    rule whose id sorts first has it. Weak evidence counts only beside another removal that is not the headline's.
    """
    strong = [claim for claim in claims if not claim.rule.weak]
    weak = [claim for claim in claims if claim.rule.weak]
    cuts = _disjoint(strong)
    while weak:
        company = {i: label for i, label in labelled_lines(view, cuts).items() if label != "title"}  # it stands on every page
        backed = _backed(view, weak, company)
        if not backed:
            break
        strong += [claim for n, claim in enumerate(weak) if n in backed]
        weak = [claim for n, claim in enumerate(weak) if n not in backed]
        cuts = _disjoint(strong)
    return cuts


def _disjoint(claims: Iterable[Claim]) -> list[Cut]:
    cuts: list[Cut] = []
    taken: list[Span] = []
    for rule, (start, end, value) in sorted(claims, key=_rank):
        for piece in edit.subtract(Span(start, end), taken):
            cuts.append(Cut(piece, rule, value))
            insort(taken, piece)
    return sorted(cuts, key=lambda cut: cut.span)


def _rank(claim: Claim) -> tuple[int, int, bool, bool, str, int]:
    """What goes first: the first pass, the longer span, a field to move to, a value of its own; then by name and place."""
    rule, (start, end, value) = claim
    return rule.passage, start - end, rule.to is None, value is None, rule.id, start


def labelled_lines(view: View, cuts: list[Cut]) -> dict[int, str]:
    """The lines that cuts take wholly, marks aside, with the label of the first cut in them."""
    lines: dict[int, str] = {}
    spans = [cut.span for cut in cuts]
    first = 0
    for i in view.rows if cuts else ():
        line = view.span(i)
        while first < len(spans) and spans[first].end <= line.start:
            first += 1
        if first == len(spans):
            break
        if spans[first].start < line.end and not _is_left(view, i, spans[first : bisect_left(spans, (line.end,))]):
            lines[i] = cuts[first].rule.label
    return lines


def _backed(view: View, weak: Sequence[Claim], lines: Mapping[int, str]) -> set[int]:
    """Which of the weak claims stand beside a labelled line, or beside another of them that does and takes its lines."""
    reach = [_lines_of(view, claim) for claim in weak]
    beside: dict[int, list[int]] = {}
    for n, (first, last) in enumerate(reach):
        for line in (view.above(first), view.below(last)):
            if line is not None:
                beside.setdefault(line, []).append(n)
    found: set[int] = set()
    waiting = [n for line in beside.keys() & lines.keys() for n in beside[line]]
    while waiting:
        n = waiting.pop()
        if n not in found:
            found.add(n)
            taken = [Span(*weak[n].hit[:2])]
            for i in range(reach[n][0], reach[n][1] + 1):
                if i in beside and not _is_left(view, i, taken):
                    waiting += beside[i]
    return found


def _lines_of(view: View, claim: Claim) -> tuple[int, int]:
    """The first and the last line that a claim touches."""
    return bisect_right(view.starts, claim.hit.start) - 1, bisect_left(view.starts, claim.hit.end) - 1


def _is_left(view: View, i: int, taken: Sequence[Span]) -> bool:
    """Whether anything but marks is left of a line."""
    return any(core(fold(view.document.text[start:end])) for start, end in edit.subtract(view.span(i), taken))
