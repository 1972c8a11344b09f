"""Words, stems, and when one line is another printed again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.script import fold
from ingest.words import is_without_name, may_stand_for_image, near_copy, share, stem, stems, words

HEADLINE = "الذهب يرتفع في الأسواق العالمية بعد قرار البنك"


@pytest.mark.parametrize(
    ("folded", "found"),
    [
        ("", []),
        ("*** - !", []),
        ('قال: "نعم" - 12', ["قال", "نعم", "12"]),
        ("a_b", ["a", "b"]),
        ("it's 3.5%", ["it", "s", "3", "5"]),
    ],
)
def test_words(folded: str, found: list[str]) -> None:
    assert words(folded) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("المبعوث", "والمبعوثين"),
        ("ويتكوف", "لويتكوف"),  # its first letter is its own
        ("مصر", "المصري"),
        ("مدينه", "بالمدينه"),
        ("اسعار", "واسعارها"),
        ("محادثات", "للمحادثات"),
    ],
)
def test_forms_that_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("الذهب", "المذهب"), ("وزير", "زير"), ("فيلم", "لم"), ("بلد", "لد"), ("كان", "ان"), ("هي", "ها"), ("gold", "golden")],
)
def test_words_that_keep_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text(alphabet="ابتوفلكينهم", min_size=1, max_size=12))
@settings(deadline=None)
def test_a_stem_is_a_part_of_its_word_and_never_nothing(word: str) -> None:
    assert stem(word) in word
    assert len(stem(word)) >= min(3, len(word))


def test_stems_leave_out_what_says_nothing() -> None:
    assert stems("قال في 12 ان المبعوثين") == {"قال", "مبعوث"}
    assert stems("the man with it") == {"man"}
    assert stems("") == frozenset()


@pytest.mark.parametrize(
    ("part", "whole", "expected"), [("ab", "abcd", 1.0), ("abcd", "ab", 0.5), ("ab", "cd", 0.0), ("", "ab", 0.0), ("ab", "", 0.0)]
)
def test_share(part: str, whole: str, expected: float) -> None:
    assert share(frozenset(part), frozenset(whole)) == expected


@pytest.mark.parametrize(
    "line",
    [
        HEADLINE,
        f"«{HEADLINE}»!",
        "الذهب يرتفع، في الأسواق العالمية.. بعد قرار البنك",
        f"{HEADLINE} | صحيفة الخبر",
        f"{HEADLINE} - موقع الخبر الإخباري",
        f"صحيفة الخبر: {HEADLINE}",
        f"عاجل.. أخبار | {HEADLINE}",
        f"{HEADLINE} | أخبار، اقتصاد المدينة وأسواقها | صحيفة الخبر اليومية",
    ],
)
def test_copies_of_a_headline(line: str) -> None:
    assert near_copy(fold(line), fold(HEADLINE))


@pytest.mark.parametrize(
    "line",
    [
        "",
        "***",
        "الذهب يرتفع",
        f"{HEADLINE} المركزي وتراجع الدولار",  # it goes on without a separator
        f"محللون في الخليج {HEADLINE}",
        f"{HEADLINE} | واحد اثنان ثلاثة أربعة خمسة ستة",  # a name is not as long as that
        "الذهب ينخفض في أسواق أوروبا بعد قرار البنك",
        "الفضة ترتفع في الأسواق المحلية قبل قرار المصرف",
        f"{HEADLINE} وقال محللون إن المستثمرين يترقبون بيانات التضخم " * 3,
    ],
)
def test_no_copies_of_a_headline(line: str) -> None:
    assert not near_copy(fold(line), fold(HEADLINE))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("الذهب يرتفع في مصر", True),
        ("صحيفة الخبر", False),
        ("الذهب يرتفع في", False),
        ("الذهب يرتفع في مصر | اقتصاد | صحيفة الخبر | الأولى", True),
    ],
)
def test_a_line_may_be_the_headline_without_the_sites_name(line: str, expected: bool) -> None:
    assert near_copy(fold(line), fold("الذهب يرتفع في مصر | اقتصاد | صحيفة الخبر")) is expected


@pytest.mark.parametrize(
    ("line", "behind", "expected"),
    [
        pytest.param("الذهب يرتفع في مصر بعد القرار", "صحيفة الخبر", True, id="six words, two behind"),
        pytest.param("الذهب يرتفع في مصر بعد القرار", "صحيفة الخبر اليومية", True, id="three behind"),
        pytest.param("الذهب يرتفع في مصر بعد القرار", "صحيفة الخبر اليومية الأولى", False, id="four behind"),
        pytest.param("الذهب يرتفع في مصر مجددا", "صحيفة الخبر", False, id="five words"),
        pytest.param("هل يرتفع الذهب في مصر مجددا؟", "خبراء يجيبون", False, id="a question and its answer"),
        pytest.param("الذهب في مصر بعد قرار البنك:", "ارتفاع كبير", False, id="what a colon announces"),
    ],
)
def test_a_sites_name_without_a_mark(line: str, behind: str, expected: bool) -> None:
    assert is_without_name(fold(line), fold(f"{line} {behind}")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("في مصر", True), ("مصر", False), ("مصر في", False), ("يرتفع في", True), ("الذهب يرت", False)],
)
def test_words_of_a_headline_for_an_image(text: str, expected: bool) -> None:
    assert may_stand_for_image(fold(text), fold("الذهب يرتفع في مصر")) is expected


def test_one_word_in_ten_may_differ() -> None:
    ten = "one two three four five six seven eight nine ten".split()
    assert near_copy(" ".join([*ten[:9], "last"]), " ".join(ten))
    assert not near_copy(" ".join([*ten[:8], "very", "last"]), " ".join(ten))
    assert not near_copy(" ".join(reversed(ten)), " ".join(ten))


@pytest.mark.parametrize(("line", "expected"), [("gold up", True), ("gold, up", True), ("gold up | site", False), ("gold", False)])
def test_a_headline_of_two_words_must_be_equal(line: str, expected: bool) -> None:
    assert near_copy(line, "gold up") is expected


@given(st.lists(st.sampled_from(["gold", "up", "bank", "oil", "12", "سوق"]), min_size=1, max_size=12), st.sampled_from(" ,.-!"))
@settings(deadline=None)
def test_the_same_words_are_always_a_copy(line: list[str], mark: str) -> None:
    assert near_copy(mark.join(line) + mark, " ".join(line))
