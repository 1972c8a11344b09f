"""Overlapping findings: one outcome whatever their order, and weak ones only beside others."""

import random
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.model import Document, Hit, Rule, Span
from ingest.scan import Claim
from ingest.settle import Cut, labelled_lines, settle
from ingest.view import View

TEXT = "\n".join(["0123456789"] * 8)  # line n begins at 11 * n


def nothing(_: View) -> Iterator[Hit]:
    return iter(())


def rule(name: str, *, label: str = "other", to: str | None = None, passage: int = 1, weak: bool = False) -> Rule:
    return Rule(name, label, nothing, to, passage, weak)  # type: ignore[arg-type]


def view(text: str = TEXT) -> View:
    return View(Document(id="x", text=text))


def taken(*claims: Claim, text: str = TEXT) -> list[tuple[int, int, str]]:
    return [(*cut.span, cut.rule.id) for cut in settle(view(text), list(claims))]


A, B, WEAK = rule("a"), rule("b"), rule("weak", weak=True)


@pytest.mark.parametrize(
    ("one", "other", "cuts"),
    [
        (Claim(A, Hit(0, 3)), Claim(B, Hit(5, 8)), [(0, 3, "a"), (5, 8, "b")]),
        (Claim(A, Hit(0, 3)), Claim(B, Hit(3, 8)), [(0, 3, "a"), (3, 8, "b")]),
        (Claim(A, Hit(0, 3)), Claim(B, Hit(1, 8)), [(0, 1, "a"), (1, 8, "b")]),  # the longer one has it
        (Claim(A, Hit(2, 4)), Claim(B, Hit(0, 8)), [(0, 8, "b")]),
        (Claim(A, Hit(0, 8)), Claim(B, Hit(0, 8)), [(0, 8, "a")]),  # the name that sorts first
        (Claim(A, Hit(0, 4)), Claim(B, Hit(2, 6)), [(0, 4, "a"), (4, 6, "b")]),
        (Claim(A, Hit(0, 4)), Claim(rule("b", to="tags"), Hit(2, 6)), [(0, 2, "a"), (2, 6, "b")]),  # a field before none
        (Claim(rule("a", to="tags"), Hit(0, 8)), Claim(rule("b", to="tags"), Hit(0, 8, Span(4, 8))), [(0, 8, "b")]),  # with a value
        (Claim(A, Hit(2, 4)), Claim(rule("b", passage=2), Hit(0, 8)), [(0, 2, "b"), (2, 4, "a"), (4, 8, "b")]),  # the first pass
        (Claim(A, Hit(0, 4)), Claim(A, Hit(0, 4)), [(0, 4, "a")]),
    ],
)
def test_two_that_meet(one: Claim, other: Claim, cuts: list[tuple[int, int, str]]) -> None:
    assert taken(one, other) == cuts
    assert taken(other, one) == cuts


def test_a_value_goes_with_its_cut() -> None:
    assert settle(view(), [Claim(A, Hit(0, 8, Span(4, 8)))]) == [Cut(Span(0, 8), A, Span(4, 8))]


def test_nothing() -> None:
    assert settle(view(), []) == []
    assert settle(view(""), []) == []


@pytest.mark.parametrize(
    ("strong", "weak", "backed"),
    [
        ((0, 10), (11, 21), True),  # the line below
        ((22, 32), (11, 21), True),
        ((0, 10), (22, 32), False),  # a line lies between
        ((0, 9), (11, 21), False),  # not all of the line above goes
        ((0, 32), (33, 65), True),
        ((33, 43), (0, 32), True),
        ((2, 5), (6, 9), False),  # in the same line is not beside
    ],
)
def test_weak_evidence_counts_only_beside_another(strong: tuple[int, int], weak: tuple[int, int], backed: bool) -> None:
    claims = [Claim(A, Hit(*strong)), Claim(WEAK, Hit(*weak))]
    expected = sorted([(*strong, "a"), *([(*weak, "weak")] if backed else [])])
    assert taken(*claims) == taken(*reversed(claims)) == expected


def test_the_headline_is_no_company_for_weak_evidence() -> None:
    claims = [Claim(rule("a", label="title"), Hit(0, 10)), Claim(WEAK, Hit(11, 21))]
    assert taken(*claims) == [(0, 10, "a")]
    assert taken(*claims, Claim(B, Hit(22, 32))) == [(0, 10, "a"), (11, 21, "weak"), (22, 32, "b")]


def test_weak_evidence_does_not_back_itself() -> None:
    assert taken(Claim(WEAK, Hit(0, 10)), Claim(rule("weak2", weak=True), Hit(11, 21))) == []


def test_weak_evidence_that_is_backed_backs_the_next() -> None:
    row = [Claim(WEAK, Hit(11 * n, 11 * n + 10)) for n in range(5)]
    assert [start for start, *_ in taken(Claim(A, Hit(55, 65)), *row)] == [0, 11, 22, 33, 44, 55]
    assert [start for start, *_ in taken(Claim(A, Hit(55, 65)), *row[:2], *row[3:])] == [33, 44, 55]


def test_blank_lines_do_not_part_neighbours() -> None:
    assert taken(Claim(A, Hit(0, 2)), Claim(WEAK, Hit(6, 8)), text="ab\n \n\ncd") == [(0, 2, "a"), (6, 8, "weak")]


@pytest.mark.parametrize(
    ("spans", "lines"),
    [
        ([(0, 10)], [0]),
        ([(0, 10), (33, 43)], [0, 3]),
        ([(0, 5), (5, 10)], [0]),
        ([(0, 9)], []),
        ([(5, 27)], [1]),
        ([], []),
    ],
)
def test_the_lines_that_go_wholly(spans: list[tuple[int, int]], lines: list[int]) -> None:
    cuts = [Cut(Span(*span), A, None) for span in spans]
    assert labelled_lines(view(), cuts) == dict.fromkeys(lines, "other")


def test_marks_that_are_left_of_a_line_do_not_count() -> None:
    text = "» اقرأ أيضًا: »\nنعم"
    tags = rule("t", label="tags")
    cut = Cut(Span(text.index("ا"), text.index(":")), tags, None)
    assert labelled_lines(view(text), [cut]) == {0: "tags"}
    assert labelled_lines(view(text), [cut._replace(span=Span(2, text.index("أيض")))]) == {}


def test_a_line_has_the_label_of_its_first_cut() -> None:
    cuts = [Cut(Span(0, 5), rule("t", label="tags"), None), Cut(Span(5, 10), rule("s", label="social"), None)]
    assert labelled_lines(view(), cuts) == {0: "tags"}


RULES = [
    rule("a"), rule("b", to="tags"), rule("c", passage=2), rule("d", to="related", passage=2, label="related_content"),
    rule("e", weak=True), rule("f", weak=True, passage=2),
]  # fmt: skip


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    found = []
    for which in draw(st.lists(st.sampled_from(RULES), max_size=12)):
        start = draw(st.integers(0, len(TEXT) - 1) | st.sampled_from([11 * n for n in range(8)]))
        length = draw(st.integers(1, 30) | st.just(10))
        end = min(start + length, len(TEXT))
        found.append(Claim(which, Hit(start, end, Span(start, end) if which.to == "tags" else None)))
    return found


@given(claims(), st.randoms())
@settings(max_examples=200, deadline=None)
def test_the_order_of_findings_does_not_matter(found: list[Claim], shuffle: random.Random) -> None:
    shuffled = found.copy()
    shuffle.shuffle(shuffled)
    assert settle(view(), found) == settle(view(), shuffled)


@given(claims())
@settings(max_examples=200, deadline=None)
def test_all_that_is_found_on_strong_evidence_goes_once(found: list[Claim]) -> None:
    cuts = settle(view(), found)
    assert all(before.span.end <= after.span.start for before, after in pairwise(cuts))
    gone = [place for cut in cuts for place in range(*cut.span)]
    strong = {place for claim in found if not claim.rule.weak for place in range(*claim.hit[:2])}
    anything = {place for claim in found for place in range(*claim.hit[:2])}
    assert len(gone) == len(set(gone))
    assert strong <= set(gone) <= anything
    if all(claim.rule.weak for claim in found):
        assert not gone
    for cut in cuts:
        assert any(claim.rule == cut.rule and claim.hit.start <= cut.span.start < cut.span.end <= claim.hit.end for claim in found)
