"""Cutting and putting back."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.edit import Lift, cut, grow, subtract
from ingest.model import Span


def mark(text: str) -> tuple[str, list[Span]]:
    """A text in which ⟦⟧ stand round the spans: the text without them, and the spans."""
    plain, spans = "", []
    for part in text.split("⟦"):
        inside, _, outside = part.partition("⟧") if "⟧" in part else ("", "", part)
        if "⟧" in part:
            spans.append(Span(len(plain), len(plain) + len(inside)))
        plain += inside + outside
    return plain, spans


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("one\n⟦ad⟧\ntwo", "one\ntwo"),
        ("one\n\n⟦ad⟧\n\ntwo", "one\n\ntwo"),
        ("⟦ad⟧\n\none", "one"),
        ("one\n\n⟦ad⟧", "one"),
        ("one\n\n⟦ad⟧\n", "one"),
        ("\none\n⟦ad⟧", "\none"),  # what was blank before stays as it is
        ("\n\n⟦ad⟧\none", "\n\none"),
        ("one\n  ⟦ad⟧  \n  two", "one\n  two"),
        ("one\r\n⟦ad⟧\r\ntwo\r\n", "one\r\ntwo\r\n"),
        ("one ⟦<br>⟧ two", "one two"),
        ("one⟦<br>⟧ two", "one two"),
        ("one⟦<br>⟧two", "onetwo"),
        ("one. ⟦ad⟧\ntwo", "one.\ntwo"),
        ("⟦ad⟧ one\ntwo", "one\ntwo"),
        ("a ⟦<b>⟧c⟦</b>⟧ d", "a c d"),
        ("one\n⟦ad⟧\n⟦ad⟧\ntwo", "one\ntwo"),
        ("one\n⟦ad⟧ ⟦ad⟧\n\ntwo", "one\ntwo"),
        ("one\n⟦a⟧\ntwo\n⟦b⟧\nthree", "one\ntwo\nthree"),
        ("⟦all of it⟧", ""),
    ],
)
def test_no_gap_is_left(text: str, left: str) -> None:
    plain, spans = mark(text)
    assert cut(plain, grow(plain, spans)) == left


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(st.text(alphabet="ab \n\r\u2028", max_size=40))
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=10)))
    return text, [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=False)]


@given(texts_with_spans())
def test_grown_spans_hold_the_given_ones_and_only_blank_space_besides(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    grown = grow(text, spans)
    assert len(grown) == len(spans)
    assert all(before.end <= after.start for before, after in pairwise(grown))
    assert cut(text, grown).split() == cut(text, spans).split() or cut(text, spans).split() != []
    for small, big in zip(spans, grown, strict=True):
        assert not (text[big.start : max(big.start, small.start)] + text[small.end : big.end]).strip()


@given(texts_with_spans(), st.data())
def test_lifted_spans_are_the_same_characters(case: tuple[str, list[Span]], data: st.DataObject) -> None:
    text, removed = case
    left = cut(text, removed)
    if not left:
        return
    start = data.draw(st.integers(0, len(left) - 1))
    end = data.draw(st.integers(start + 1, len(left)))
    assert "".join(text[slice(*span)] for span in Lift(removed).pieces(Span(start, end))) == left[start:end]


@given(texts_with_spans())
def test_subtract_leaves_what_is_not_taken(case: tuple[str, list[Span]]) -> None:
    text, taken = case
    assert "".join(text[slice(*span)] for span in subtract(Span(0, len(text)), taken)) == cut(text, taken)
