"""Folding: what becomes one, what stays apart, and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import script
from ingest.script import EDGE, core, fold, fold_lines, offsets, span_in_line

# Letters, marks and signs that news is made of, and some that it is not, so that every branch is met.
NEWS = st.text(
    alphabet=st.sampled_from("أإآاٱبتثةهھىیيئؤوءـکك ًٌَُِّْٰ٠١٩۴.,،؟!:-–—“”«»'’`abzAZÉéßİıΣς \t\u00a0\u200f\u200d\u2028\r\n😀•→№ﻻﷺ½한ё")
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("إقرأ أيضاً", "اقرأ أيضًا"),  # the two places of tanwin
        ("آخر الأخبار", "اخر الاخبار"),
        ("مشاركة", "مشاركه"),
        ("على", "علي"),
        ("مسؤول رئيس", "مسوول رييس"),
        ("العـــربية", "العربية"),
        ("کتابی", "كتابي"),  # Persian kaf and ya
        ("ہمیں", "هميں"),
        ("٢٠٢٥", "2025"),
        ("۲۰۲۵", "2025"),
        ("«نعم»", '"نعم"'),
        ("“نعم”", '"نعم"'),
        ("it’s", "IT'S"),
        ("A – B", "a - b"),
        ("القاهرة ـ محمد", "القاهرة - محمد"),  # a lone tatweel is a dash
        ("القاهرة ـــ محمد", "القاهرة - محمد"),
        ("القاهرة ـــ", "القاهرة"),
        ("À LIRE AUSSI", "a lire aussi"),
        ("İLGİLİ ılık", "ilgili ilik"),
        ("Straße", "strasse"),
        ("ЧИТАЙТЕ ЁЛКА", "читаите елка"),
        ("ﻻ ﺍﻟﺴﻼﻡ", "لا السلام"),  # presentation forms
        ("قال\u200f \u202bنعم\u202c", "قال نعم"),  # direction marks
        ("أي\u200cضا", "ايضا"),  # zero-width non-joiner
        ("شَدَّ", "شد"),
        ("a\u00a0\u2003 b", "a b"),
        ("📌 تابعونا", "• تابعونا"),
        ("▶ شاهد", "• شاهد"),
        ("ا\u0654", "أ"),  # composed and decomposed hamza
    ],
)
def test_spellings_that_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ماء", "ما"), ("قرأ", "قر"), ("كان", "كانت"), ("12", "21"), ("؟", "?"), ("،", ","), ("a.b", "ab"), ("हि", "ह")],
)
def test_what_stays_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_lines_are_cut_at_line_feeds_only() -> None:
    assert fold_lines("a\u2028b\r\nc\x0bd\x85e\n") == ["a b", "c d e", ""]


@given(NEWS)
def test_as_many_lines_as_the_text_has(text: str) -> None:
    assert len(fold_lines(text)) == text.count("\n") + 1


@given(NEWS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_offsets_agree_with_the_fold_on_any_line(text: str) -> None:
    line = text.replace("\n", " ")
    places = offsets(line)
    assert len(places) == len(fold(line)) + 1
    assert places == sorted(places)
    assert all(0 <= place <= len(line) for place in places)


@given(NEWS)
def test_a_word_is_found_where_it_stands(text: str) -> None:
    line = text.replace("\n", " ")
    folded = fold(line)
    start = 0
    for word in folded.split(" ") if folded else []:
        first, last = span_in_line(line, start, start + len(word))
        found = line[first:last]  # with room round it, a lone tatweel is a dash
        assert word in (fold(found), fold(f" {found} ")) or ("ﷺ" in found and word in fold(found))
        start += len(word) + 1


def test_core_strips_edges_only() -> None:
    assert core(fold("*** » (اقرأ: المزيد)! :")) == "اقرا: المزيد"
    assert core(EDGE) == ""


@pytest.mark.parametrize("most", [1, 5, 50])
@pytest.mark.parametrize("text", ["أ\nب\n\nج", "\n", "\n\n", "سطر أول طويل\nب\n" * 9, "بلا سطر " * 20, ""])
def test_a_long_text_is_folded_in_pieces(text: str, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = fold_lines(text)
    monkeypatch.setattr(script, "MOST_AT_ONCE", most)
    assert fold_lines(text) == whole
