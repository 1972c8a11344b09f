"""From what rules found to what is cut: overlaps are settled the same way whatever order the findings come in."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
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
    rule whose id sorts first has it. Weak evidence counts only beside another removal.
    """
    strong = [claim for claim in claims if not claim.rule.weak]
    weak = [claim for claim in claims if claim.rule.weak]
    cuts = _disjoint(strong)
    while weak:
        lines = labelled_lines(view, cuts)
        beside = [_stands_beside(view, claim, lines) for claim in weak]
        if not any(beside):
            break
        strong += [claim for claim, backed in zip(weak, beside, strict=True) if backed]
        weak = [claim for claim, backed in zip(weak, beside, strict=True) if not backed]
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
        if spans[first].start < line.end:
            left = edit.subtract(line, spans[first : bisect_left(spans, (line.end,))])
            if not any(core(fold(view.document.text[start:end])) for start, end in left):
                lines[i] = cuts[first].rule.label
    return lines


def _stands_beside(view: View, claim: Claim, lines: dict[int, str]) -> bool:
    first = bisect_right(view.starts, claim.hit.start) - 1
    last = bisect_left(view.starts, claim.hit.end) - 1
    return view.above(first) in lines or view.below(last) in lines
