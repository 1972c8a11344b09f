"""How far a match reaches, and what lets it."""

import pytest

from ingest.guards import EndsLike, Once, WordCount
from ingest.matchers import Following, Matcher, Take
from ingest.model import Document
from ingest.phrasebook import Phrases
from ingest.phrases import Lexicon, parse
from ingest.shapes import Contains, Label, Regex, Repeated, Shape, StartsWith, WholeLine
from ingest.view import View

FIRST = "ارتفعت أسعار الذهب في الأسواق العالمية اليوم الثلاثاء بعد قرار البنك المركزي خفض الفائدة بربع نقطة."
SECOND = "وقال محللون إن المستثمرين يترقبون بيانات التضخم التي تصدر نهاية الأسبوع الجاري في عدد من الدول الكبرى."
ONE = "منتخب الناشئين يعلن تشكيلته قبل لقاء الغد"
FAR = "ضفاف الوادي يعيش صيادون ورعاة تركوا البحر قبل سنوات طويلة وراحوا يزرعون التين والزيتون"
ASKS = "الانتخابات في الميناء .. من يحق له الترشح والانتخاب وهل تخضع لرقابة دولية هذا العام؟"
TWO = "أسعار القمح تواصل الصعود في البورصات"


def phrases(*texts: str) -> Phrases:
    return Phrases(tuple(parse(text, Lexicon()) for text in texts))


def found(matcher: Matcher | Following, text: str, title: str | None = None) -> list[str]:
    return [text[hit.start : hit.end] for hit in matcher(View(Document(id="x", text=text, title=title)))]


def values(matcher: Matcher, text: str) -> list[str | None]:
    return [hit.value and text[slice(*hit.value)] for hit in matcher(View(Document(id="x", text=text)))]


SOURCE = Label(phrases("المصدر"))
BARE = WholeLine(phrases("المصدر", "تاريخ النشر"))
SHARE = StartsWith(phrases("شاركها"))
HERE = Contains(phrases("اضغط هنا"))
PICTURE = Regex(r"!\[[^\]]{0,20}\]", frozenset({"!["}))


@pytest.mark.parametrize(
    ("shape", "take", "text", "spans"),
    [
        (SOURCE, "line", "نعم\n  (المصدر: رويترز)  \nلا", ["(المصدر: رويترز)"]),
        (SHARE, "line", "شاركها الآن", ["شاركها الآن"]),
        (HERE, "line", "للمزيد اضغط هنا أو اضغط هنا", ["للمزيد اضغط هنا أو اضغط هنا"]),
        (HERE, "match", "للمزيد اضغط هنا أو اضغط هنا.", ["اضغط هنا", "اضغط هنا"]),
        (PICTURE, "match", "a ![x] b ![] c\nd\n![y]", ["![x]", "![]", "![y]"]),
        (PICTURE, "line", "a ![x] b ![] c", ["a ![x] b ![] c"]),
        (BARE, "match", "» المصدر:", ["» المصدر:"]),
        (SHARE, "to_gap", "شاركها على تويتر   وقال الوزير نعم", ["شاركها على تويتر"]),
        (SHARE, "to_gap", "شاركها على تويتر  وقال", ["شاركها على تويتر  وقال"]),
        (SHARE, "to_gap", "شاركها\nلا   نعم", ["شاركها"]),
        (HERE, "to_gap", "نعم اضغط هنا الآن \u00a0\tلا اضغط هنا", ["اضغط هنا الآن", "اضغط هنا"]),
        (BARE, "rest", "نعم\nالمصدر\nلا\n\nأبدا \n", ["المصدر\nلا\n\nأبدا"]),
        (BARE, "rest", "نعم\nلا", []),
        (BARE, "value_line", "المصدر:\n\nرويترز\nنعم", ["المصدر:\n\nرويترز"]),
        (BARE, "value_line", "المصدر:\nرويترز والوكالة الفرنسية.", ["المصدر:"]),  # a sentence
        (BARE, "value_line", "المصدر:\n" + "كلمة " * 8, ["المصدر:\n" + ("كلمة " * 8).strip()]),
        (BARE, "value_line", "المصدر:\n" + "كلمة " * 9, ["المصدر:"]),
        (BARE, "value_line", "نعم\nالمصدر:", ["المصدر:"]),
        (SOURCE, "value_line", "المصدر: رويترز\nنعم", ["المصدر: رويترز"]),  # it has its value
        (Repeated(), "line", "a\nb\na", ["a"]),
    ],
)
def test_take(shape: Shape, take: Take, text: str, spans: list[str]) -> None:
    assert found(Matcher(shape, take), text) == spans


@pytest.mark.parametrize(
    ("shape", "take", "text", "inside"),
    [
        (SOURCE, "line", "(المصدر: «رُويترز»)", ["رُويترز"]),
        (SHARE, "match", "شاركها الآن", ["الآن"]),
        (BARE, "line", "المصدر:", [None]),
        (BARE, "value_line", "تاريخ النشر:\n 1 ديسمبر 2025 ", ["1 ديسمبر 2025"]),
        (BARE, "value_line", "تاريخ النشر:\n" + "كلمة " * 9, [None]),
        (HERE, "match", "اضغط هنا", [None]),
    ],
)
def test_the_value_that_goes_to_a_field(shape: Shape, take: Take, text: str, inside: list[str | None]) -> None:
    assert values(Matcher(shape, take), text) == inside


def test_a_value_line_is_no_noise() -> None:
    view = View(Document(id="x", text="المصدر:\nرويترز")).knowing({1: "navigation"})
    (hit,) = Matcher(BARE, "value_line").at(view, 0)
    assert (hit.end, hit.value) == (7, None)


def test_where_must_hold_and_unless_must_not() -> None:
    text = "شاركها\nشاركها الآن\nشاركها الآن مع كل أصدقائك\nشاركها الآن معهم.\nشاركها"
    assert found(Matcher(SHARE), text) == text.split("\n")
    assert found(Matcher(SHARE, where=(WordCount(2, 4),)), text) == ["شاركها الآن", "شاركها الآن معهم."]
    assert found(Matcher(SHARE, unless=(EndsLike(None),)), text) == [line for line in text.split("\n") if line[-1] != "."]
    assert found(Matcher(SHARE, where=(WordCount(1, 2), Once())), text) == ["شاركها الآن"]
    assert found(Matcher(SHARE, unless=(WordCount(2, 9), Once())), text) == ["شاركها", "شاركها"]


def test_the_guard_that_keeps_a_line_is_named() -> None:
    view = View(Document(id="x", text="شاركها الآن معهم."))
    assert Matcher(SHARE).refusal(view, 0) is None
    assert Matcher(SHARE, where=(WordCount(1, 2),)).refusal(view, 0) == "not: has 1 to 2 words"
    assert Matcher(SHARE, where=(WordCount(1, 3),), unless=(EndsLike(None),)).refusal(view, 0) == "ends like a sentence"


HEADER = Following(Matcher(WholeLine(phrases("اقرأ أيضا"))))


@pytest.mark.parametrize(
    ("lines", "spans"),
    [
        ([FIRST, "اقرأ أيضا", ONE, TWO, SECOND], [ONE, TWO]),
        ([FIRST, "اقرأ أيضا", ONE, ONE, TWO, SECOND], [f"{ONE}\n{ONE}", TWO]),
        ([FIRST, SECOND, "اقرأ أيضا", ONE], [ONE]),
        ([FIRST, "اقرأ أيضا", SECOND], []),
        ([FIRST, "اقرأ أيضا", f"{ONE}،", SECOND], []),  # the first half of a sentence
        ([FIRST, "اقرأ أيضا", ONE, "«الميناء» – «السور» – 2:1 (0:1)", SECOND], [ONE]),  # a result
        ([FIRST, "اقرأ أيضا", ONE, f"{FAR}:", SECOND], [ONE]),  # a paragraph that announces something
        (
            [FIRST, "اقرأ أيضا", f"هل {ONE}؟", "لماذا يهاجر صيادو الساحل إلى الجبال البعيدة؟", f"على {FAR}."],
            [f"هل {ONE}؟"],
        ),  # a question that is answered
        (
            [FIRST, "اقرأ أيضا", f"هل {ONE}؟", "لماذا يهاجر صيادو الساحل إلى الجبال البعيدة؟", f"وعلى {FAR}."],
            [f"هل {ONE}؟", "لماذا يهاجر صيادو الساحل إلى الجبال البعيدة؟"],
        ),
        ([FIRST, "اقرأ أيضا", "ce que la neige efface encore", SECOND], []),  # verse: a small letter
        ([FIRST, "اقرأ أيضا", "iPhone 17 coming this autumn", SECOND], ["iPhone 17 coming this autumn"]),
        ([FIRST, "اقرأ", ONE, SECOND], []),
        ([FIRST, "اقرأ أيضا", ASKS, TWO, ONE, SECOND], [ASKS, TWO, ONE]),  # a long question
        ([FIRST, SECOND, "اقرأ أيضا", ASKS], [ASKS]),
        ([FIRST, "اقرأ أيضا", ASKS, SECOND], []),  # over a paragraph it is the article's
        ([FIRST, "اقرأ أيضا", ASKS, TWO, SECOND], []),  # and so it may be over a heading
        ([FIRST, SECOND, "اقرأ أيضا", f"و{ASKS}"], []),
        (
            [FIRST, FIRST, "اقرأ أيضا", '"سمعنا صوتا ثم لا شيء"', f'إلى ذلك، قال الحارس "سمعنا صوتا ثم لا شيء". {SECOND}', SECOND],
            [],
        ),
        (["اقرأ أيضا", ONE, TWO], []),  # a text without a paragraph is spared
    ],
)
def test_following_headlines(lines: list[str], spans: list[str]) -> None:
    assert found(HEADER, "\n".join(lines)) == spans


@pytest.mark.parametrize(("name", "goes"), [("رياضة", ["رياضة", ONE]), ("ناشئون", [])])
def test_a_section_s_name_under_a_header_is_one_that_the_page_prints_elsewhere(name: str, goes: list[str]) -> None:
    text = f"رياضة\n{FIRST}\nاقرأ أيضا\n{name}\n{ONE}\n{SECOND}"
    view = View(Document(id="x", text=text)).knowing({0: "navigation"})
    assert [view.document.text[hit.start : hit.end] for hit in HEADER.at(view, 2)] == goes


def test_following_headlines_stop_at_the_title() -> None:
    lines = [FIRST, "اقرأ أيضا", ONE, TWO, SECOND]
    assert found(HEADER, "\n".join(lines), title=TWO) == [ONE]


@pytest.mark.parametrize(("below", "goes"), [(20, True), (400, False)])
def test_only_so_many_lines_stand_below_the_end_of_a_page(below: int, goes: bool) -> None:
    lines = [FIRST, SECOND, "المصدر", "اقرأ أيضا", *([FIRST, SECOND] * below), "شارك"]
    view = View(Document(id="x", text="\n".join(lines))).knowing({2: "source_attribution", len(lines) - 1: "social"})
    assert bool(list(HEADER.at(view, 3))) is goes


def test_a_header_that_a_guard_keeps_has_nothing_under_it() -> None:
    text = f"{FIRST}\nاقرأ أيضا\n{ONE}\n{SECOND}"
    kept = Following(Matcher(WholeLine(phrases("اقرأ أيضا")), unless=(WordCount(2, 2),)))
    assert found(kept, text) == []


@pytest.mark.parametrize(
    ("below", "noise", "goes"),
    [
        pytest.param(
            [ONE, f"هل {TWO} في كل بلد من بلدان الشمال البعيد هذا العام؟"], True, True, id="other headlines, and more page"
        ),
        pytest.param([ONE, f"هل {TWO} في كل بلد من بلدان الشمال البعيد هذا العام؟"], False, False, id="no more page"),
        pytest.param([ONE, f"هل {TWO} في كل بلد من بلدان الشمال البعيد هذا العام."], True, False, id="a full stop"),
        pytest.param([ONE, f"هل {FIRST[:-1]}؟"], True, False, id="what the article speaks of"),
        pytest.param([ONE, ONE, f"على {FAR}."], False, True, id="printed twice, and its story"),
        pytest.param([ONE, ONE, f"وعلى {FAR}."], False, False, id="printed twice, and the article goes on"),
    ],
)
def test_what_is_foreign_below_a_header_of_a_flattened_page(below: list[str], noise: bool, goes: bool) -> None:
    lines = [FIRST, SECOND, f"{SECOND} {FIRST}", "اقرأ أيضا", *below, "شارك"]
    cuts = [sum(len(line) + 1 for line in lines[:n]) for n in range(1, len(lines))]
    view = View(Document(id="x", text=" ".join(lines)), cuts, flat=True).knowing({len(lines) - 1: "social"} if noise else {})
    hits = [view.document.text[hit.start : hit.end] for hit in HEADER.at(view, 3)]
    assert (hits[: len(below)] == below) is goes
