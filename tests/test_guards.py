"""Guards: the conditions on a line that a shape has matched, both ways."""

import pytest

from ingest.guards import BeginsWith, EndsLike, EqualsTitle, Guard, Holds, InQuotes, InText, InZone, NextTo, Once, WordCount
from ingest.model import Document
from ingest.phrasebook import Phrases
from ingest.phrases import Lexicon, parse
from ingest.view import View

FIRST = "ارتفعت أسعار الذهب في الأسواق العالمية اليوم الثلاثاء بعد قرار البنك المركزي خفض الفائدة بربع نقطة."
SECOND = "وقال محللون إن المستثمرين يترقبون بيانات التضخم التي تصدر نهاية الأسبوع الجاري في عدد من الدول الكبرى."
TITLE = "الذهب يرتفع في الأسواق"


def phrases(*texts: str) -> Phrases:
    return Phrases(tuple(parse(text, Lexicon()) for text in texts))


def holds(guard: Guard, *lines: str, at: int = 0, title: str | None = None, noise: dict[int, str] | None = None) -> bool:
    view = View(Document(id="x", text="\n".join(lines), title=title))
    return guard.holds(view.knowing(noise) if noise else view, at)


@pytest.mark.parametrize(
    ("guard", "line", "expected"),
    [
        (EndsLike(None), "قال نعم.", True),
        (EndsLike(None), "«قال نعم».", True),
        (EndsLike(None), "قال نعم", False),
        (EndsLike(None), "قال نعم..", False),
        (EndsLike(phrases("المزيد", "more")), "اقرأ المزيد »", True),
        (EndsLike(phrases("المزيد", "more")), "Read MORE...", True),
        (EndsLike(phrases("المزيد", "more")), "المزيد من الأخبار", False),
        (EndsLike(phrases("المزيد", "more")), "furthermore", False),
        (EndsLike(phrases("؟")), "هل يفوز؟", True),
        (EndsLike(phrases("؟")), "هل يفوز", False),
        (EndsLike(phrases("انتهى.")), "الشوط انتهى.", True),
        (BeginsWith(phrases("و", "كما")), "كما قال", True),
        (BeginsWith(phrases("*")), "* كما قال", True),
        (BeginsWith(phrases("و", "كما")), "- كما قال", True),
        (BeginsWith(phrases("و", "كما")), "كمال قال", False),
        (BeginsWith(phrases("و", "كما")), "وقال", False),
        (BeginsWith(phrases("و", "كما")), "قال كما", False),
        (Holds(phrases("إن")), "قال إنّ هذا", True),
        (Holds(phrases("إن")), "إن", True),
        (Holds(phrases("إن")), "قال إنه", False),
        (WordCount(2, 3), "one", False),
        (WordCount(2, 3), "one two", True),
        (WordCount(2, 3), " one  two  three ", True),
        (WordCount(2, 3), "one two three four", False),
    ],
)
def test_guards_on_the_line_alone(guard: Guard, line: str, expected: bool) -> None:
    assert holds(guard, line) is expected


PAGE = ("القسم", FIRST, "عنوان فرعي", SECOND, "شارك")


@pytest.mark.parametrize(
    ("zones", "lines"),
    [
        ({"head"}, [0]),
        ({"between"}, [1, 2, 3]),
        ({"tail"}, [4]),
        ({"head", "tail"}, [0, 4]),
        ({"head", "between", "tail"}, [0, 1, 2, 3, 4]),
    ],
)
def test_zone(zones: set[str], lines: list[int]) -> None:
    assert [i for i in range(5) if holds(InZone(frozenset(zones)), *PAGE, at=i)] == lines


@pytest.mark.parametrize(
    ("side", "labels", "lines"),
    [
        ("after", {"tags"}, [3]),
        ("before", {"tags"}, [1]),
        ("after", {"social", "tags"}, [3, 5]),
        ("before", {"social"}, [3]),
        ("after", {"byline"}, []),
    ],
)
def test_next_to_a_label(side: str, labels: set[str], lines: list[int]) -> None:
    """The nearest line counts, blank ones aside."""
    text = ("a", "b", "tags", "c", "social", "d")
    spaced = [line for each in text for line in (each, "")]
    guard = NextTo(side, frozenset(labels))  # type: ignore[arg-type]
    noise = {2: "tags", 4: "social"}
    assert [i for i in range(6) if holds(guard, *text, at=i, noise=noise)] == lines
    twice = {2 * i: label for i, label in noise.items()}
    assert [i for i in range(6) if holds(guard, *spaced, at=2 * i, noise=twice)] == lines


def test_in_the_first_pass_no_line_has_a_label() -> None:
    assert not holds(NextTo("after", frozenset({"tags"})), "tags", "a", at=1)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["a"], True),
        (["a", "b", "ab"], True),
        (["a", "b", "a"], False),
        (["إقرأ أيضاً:", "", "- اقرأ ايضا"], False),
    ],
)
def test_once(lines: list[str], expected: bool) -> None:
    assert holds(Once(), *lines) is expected
    assert holds(Once(), *reversed(lines), at=len(lines) - 1) is expected


@pytest.mark.parametrize(
    ("line", "title", "expected"),
    [
        (TITLE, TITLE, True),
        (f"{TITLE} | صحيفة الخبر", TITLE, True),
        (TITLE, None, False),
        ("عنوان آخر لخبر ثان", TITLE, False),
        ("", TITLE, False),
    ],
)
def test_equals_title(line: str, title: str | None, expected: bool) -> None:
    assert holds(EqualsTitle(), line, title=title) is expected


@pytest.mark.parametrize(
    ("lines", "verse", "listed"),
    [
        (["على قدر أهل العزم تأتي العزائم", "وتأتي على قدر الكرام المكارم"], True, False),
        (["1. ماء وملح وسكر", "2. دقيق وخميرة"], False, True),
        (PAGE, False, False),
    ],
    ids=["verse", "list", "news"],
)
def test_what_the_line_stands_in(lines: list[str], verse: bool, listed: bool) -> None:
    assert holds(InText("verse"), *lines) is verse
    assert holds(InText("list"), *lines) is listed


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('"اقرأ أيضا"', True),
        ("«شارك الخبر»", True),
        ("“Read more”", True),
        ("«شارك الخبر».", True),
        ("شارك الخبر».", True),
        ("شارك «الخبر»", False),
        ("«شارك هذا الخبر»: وردت في عشرة مواقع.", True),
        ("«صحيفة المدينة»: شارك الخبر", False),
        ("«صحيفة المدينة» على واتساب.", False),
        ("اقرأ أيضا", False),
        ("« Previous | Next »", False),  # arrows
        ('"اقرأ" و"شارك"', False),
        ('قال: "اقرأ أيضا"', False),
        ('""', False),
    ],
)
def test_in_quotes(line: str, expected: bool) -> None:
    assert holds(InQuotes(), line) is expected


@pytest.mark.parametrize(
    ("guard", "words"),
    [
        (EndsLike(None), "ends like a sentence"),
        (EndsLike(phrases("a")), "ends with one of the listed phrases"),
        (BeginsWith(phrases("a")), "begins with one of the listed phrases"),
        (Holds(phrases("a")), "contains one of the listed phrases"),
        (WordCount(1, 3), "has 1 to 3 words"),
        (InZone(frozenset({"tail", "head"})), "stands in the head or tail"),
        (NextTo("after", frozenset({"tags", "social"})), "stands after social or tags"),
        (InQuotes(), "stands in quotes"),
        (Once(), "stands only once in the text"),
        (EqualsTitle(), "is the title"),
        (InText("verse"), "stands in a verse"),
    ],
)
def test_a_guard_can_be_told_to_an_editor(guard: Guard, words: str) -> None:
    assert str(guard) == words
