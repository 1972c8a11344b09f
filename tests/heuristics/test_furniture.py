"""What stands round the article on a page."""

import pytest

from ingest.heuristics import furniture
from tests.heuristics.pages import FIRST, HEADLINE, SECOND, VERSE, found

MENU = "سياسة رياضة ثقافة فنون صحة " * 4 + "سياحة سيارات طقس"

CUT = "أعلن المدرب أسماء من يسافرون إلى العاصمة قبل لقاء يوم الجمعة بعد معسكر طويل في الجبل شارك فيه عشرون لاعبا من"
CUT_2 = (
    "تعرض الدورة الجديدة ثلاثين فيلما من عشرين دولة وتكرم مخرجين كبارا من الشرق والغرب في حفل كبير تقيمه المدينة القديمة عند سورها"
)


@pytest.mark.parametrize(
    ("lines", "noise", "title", "goes"),
    [
        pytest.param(
            ["الرئيسية", "اقتصاد وأعمال اليوم", HEADLINE, FIRST, SECOND],
            {},
            HEADLINE,
            ["الرئيسية", "اقتصاد وأعمال اليوم"],
            id="a given headline",
        ),
        pytest.param(["صحيفة الخبر", HEADLINE, HEADLINE, FIRST, SECOND], {}, None, ["صحيفة الخبر"], id="printed twice"),
        pytest.param(["صحيفة الخبر", HEADLINE, FIRST, SECOND, HEADLINE], {}, None, ["صحيفة الخبر"], id="printed again below"),
        pytest.param(["الرئيسية", "اقتصاد", HEADLINE, FIRST], {0: "navigation"}, HEADLINE, ["اقتصاد"], id="noise already"),
        pytest.param(["صحيفة الخبر", HEADLINE, FIRST, SECOND], {}, None, [], id="a guessed headline"),
        pytest.param(["القرار مفاجئ للأسواق.", HEADLINE, FIRST, SECOND], {}, HEADLINE, [], id="a full stop"),
        pytest.param(["صحيفة الخبر", "قال محللون:", HEADLINE, FIRST, SECOND], {}, HEADLINE, [], id="a colon"),
        pytest.param([*(f"باب رقم {n}" for n in range(6)), HEADLINE, FIRST], {}, HEADLINE, [], id="more above than below"),
        pytest.param(
            [*(f"باب رقم {n}" for n in range(6)), "الأحد 3 مارس 2025", HEADLINE, FIRST],
            {6: "date_line"},
            HEADLINE,
            [f"باب رقم {n}" for n in range(6)],
            id="more above than below, and the page's stamp between",
        ),
        pytest.param(
            ["الأحد 3 مارس 2025", *(f"باب رقم {n}" for n in range(6)), HEADLINE, FIRST],
            {0: "date_line"},
            HEADLINE,
            [],
            id="more above than below, and the stamp on top",
        ),
        pytest.param(["صحيفة الخبر", HEADLINE, *VERSE], {}, HEADLINE, [], id="no paragraph"),
        pytest.param([MENU, HEADLINE, FIRST, SECOND], {}, HEADLINE, [], id="a long line that may be the article's"),
        pytest.param(
            [CUT, "مهرجان", CUT_2, HEADLINE, FIRST, SECOND, FIRST], {}, HEADLINE, [CUT, "مهرجان", CUT_2], id="cut teasers"
        ),
        pytest.param([CUT, f"{CUT_2}.", HEADLINE, FIRST, SECOND, FIRST], {}, HEADLINE, [], id="a whole paragraph above"),
        pytest.param([CUT, CUT_2, HEADLINE, FIRST], {}, HEADLINE, [], id="one paragraph below"),
        pytest.param([CUT, CUT_2, HEADLINE, FIRST, SECOND, FIRST], {}, None, [], id="teasers over a guessed headline"),
        pytest.param(
            ["البنك يفاجئ الأسواق بقراره", HEADLINE, FIRST, SECOND],
            {},
            HEADLINE,
            ["البنك يفاجئ الأسواق بقراره"],
            id="a standfirst without a full stop (missed)",
        ),
    ],
)
def test_above(lines: list[str], noise: dict[int, str], title: str | None, goes: list[str]) -> None:
    assert found(furniture.find_above, lines, noise, title) == goes


def test_a_flattened_menu_may_be_long() -> None:
    page = [MENU, HEADLINE, FIRST, SECOND]
    assert found(furniture.find_above, page, title=HEADLINE, flat=True) == [MENU]
    assert found(furniture.find_above, [MENU, HEADLINE, HEADLINE, FIRST, SECOND], flat=True) == [], "no title is given"


@pytest.mark.parametrize(
    ("lines", "noise", "goes"),
    [
        pytest.param(["صحيفة الخبر", HEADLINE, "صحيفة الخبر", FIRST, SECOND], {}, ["صحيفة الخبر"] * 2, id="a site's name"),
        pytest.param(
            ["اقتصاد", "اقتصاد", HEADLINE, "« اقتصاد »", FIRST, SECOND],
            {},
            ["اقتصاد", "اقتصاد", "« اقتصاد »"],
            id="with other marks",
        ),
        pytest.param(
            ["اقتصاد", "اقتصاد", HEADLINE, FIRST, SECOND], {0: "navigation"}, ["اقتصاد"], id="one of them is noise already"
        ),
        pytest.param(["صحيفة الخبر", HEADLINE, FIRST, SECOND], {}, [], id="once"),
        pytest.param(["الذهب يرتفع اليوم", "الذهب يرتفع اليوم", FIRST, SECOND], {}, [], id="the headline"),
        pytest.param(
            [HEADLINE, "موقع إخباري مستقل من القاهرة", "موقع إخباري مستقل من القاهرة", FIRST, SECOND], {}, [], id="five words"
        ),
        pytest.param(["صحيفة الخبر", FIRST, "صحيفة الخبر", SECOND], {}, [], id="one above and one below"),
        pytest.param([HEADLINE, FIRST, "نعم", "نعم", SECOND], {}, [], id="in the article"),
        pytest.param(["يا ليل", "يا ليل", *VERSE, FIRST], {}, [], id="verse"),
        pytest.param(["- نعم", "- نعم", *(f"- {line}" for line in VERSE), FIRST], {}, [], id="a list"),
    ],
)
def test_repeated(lines: list[str], noise: dict[int, str], goes: list[str]) -> None:
    assert found(furniture.find_repeated, lines, noise) == goes


@pytest.mark.parametrize(
    ("lines", "noise", "goes"),
    [
        pytest.param(
            [HEADLINE, FIRST, SECOND, "المصدر: رويترز", "المزيد", "12"],
            {3: "source_attribution"},
            ["المزيد", "12"],
            id="below a source",
        ),
        pytest.param([HEADLINE, FIRST, SECOND, "وسوم: ذهب", "أعلى"], {3: "tags"}, ["أعلى"], id="below tags"),
        pytest.param([HEADLINE, FIRST, SECOND, "تعليقات", "أعلى"], {3: "comments"}, ["أعلى"], id="below comments"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, "جميع الحقوق محفوظة", "أعلى"], {3: "legal_notice"}, ["أعلى"], id="below a legal notice"
        ),
        pytest.param(
            [HEADLINE, FIRST, SECOND, "أعلى", "المصدر: رويترز"], {4: "source_attribution"}, [], id="above the closing line"
        ),
        pytest.param([HEADLINE, FIRST, SECOND, "شارك", "أعلى"], {3: "social"}, [], id="a share bar closes nothing"),
        pytest.param([HEADLINE, FIRST, SECOND, "أعلى", "12"], {}, [], id="no closing line"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, "تعليقات", "سطر من ثلاث كلمات", "نعم قالها."], {3: "comments"}, [], id="more than scraps"
        ),
        pytest.param([HEADLINE, FIRST, "المصدر: رويترز", "نعم", SECOND], {2: "source_attribution"}, [], id="the article goes on"),
        pytest.param([FIRST, *VERSE, "المصدر: ديوانه", "المتنبي"], {5: "source_attribution"}, [], id="verse"),
    ],
)
def test_below(lines: list[str], noise: dict[int, str], goes: list[str]) -> None:
    assert found(furniture.find_below, lines, noise) == goes


@pytest.mark.parametrize(
    ("lines", "noise", "title", "goes"),
    [
        pytest.param(["زنبقات", "12:40", HEADLINE, FIRST, SECOND], {1: "date_line"}, None, ["زنبقات"], id="beside a date"),
        pytest.param(
            ["12:40", "زنبقات مرجوحة تقدم لكم كل ما يهم", HEADLINE, FIRST, SECOND],
            {0: "date_line"},
            None,
            ["زنبقات مرجوحة تقدم لكم كل ما يهم"],
            id="longer",
        ),
        pytest.param(["زنبقات", HEADLINE, FIRST, SECOND], {}, None, [], id="nothing beside it"),
        pytest.param(
            ["12:40", "أسعار الذهب اليوم", HEADLINE, FIRST, SECOND], {0: "date_line"}, None, [], id="words of the article"
        ),
        pytest.param(["12:40", "زنبقات مرجوحة.", HEADLINE, FIRST, SECOND], {0: "date_line"}, None, [], id="a sentence"),
        pytest.param(["12:40", "زنبقات:", HEADLINE, FIRST, SECOND], {0: "date_line"}, None, [], id="announces something"),
        pytest.param(["12:40", HEADLINE, "زنبقات", FIRST, SECOND], {0: "date_line"}, None, [], id="below the headline"),
        pytest.param(["زنبقات", "12:40", *VERSE], {1: "date_line"}, None, [], id="verse"),
    ],
)
def test_strange(lines: list[str], noise: dict[int, str], title: str | None, goes: list[str]) -> None:
    assert found(furniture.find_strange, lines, noise, title) == goes


@pytest.mark.parametrize(
    ("lines", "noise", "goes"),
    [
        pytest.param([HEADLINE, "زنبق مؤرشف", HEADLINE, FIRST, SECOND], {}, ["زنبق مؤرشف"], id="a scrap"),
        pytest.param(
            [HEADLINE, "زنبقات مرجوحة", HEADLINE, FIRST, SECOND], {2: "duplicate_headline"}, ["زنبقات مرجوحة"], id="known"
        ),
        pytest.param([HEADLINE, "زنبقات مرجوحة.", HEADLINE, FIRST, SECOND], {}, [], id="a sentence"),
        pytest.param([HEADLINE, "البنك يفاجئ الأسواق", HEADLINE, FIRST, SECOND], {}, [], id="a standfirst"),
        pytest.param([HEADLINE, "زنبقات:", HEADLINE, FIRST, SECOND], {}, [], id="announces something"),
        pytest.param([HEADLINE, "زنبقات مرجوحة", FIRST, SECOND], {}, [], id="one copy"),
        pytest.param([HEADLINE, FIRST, "زنبقات مرجوحة", HEADLINE, SECOND], {}, [], id="the copy stands in the article"),
        pytest.param([HEADLINE, "زنبقات مرجوحة", HEADLINE, *VERSE], {}, [], id="verse"),
    ],
)
def test_between(lines: list[str], noise: dict[int, str], goes: list[str]) -> None:
    assert found(furniture.find_between, lines, noise, HEADLINE) == goes


@pytest.mark.parametrize(
    ("lines", "noise", "title", "goes"),
    [
        pytest.param([MENU, "12:40", FIRST, SECOND], {1: "date_line"}, None, [MENU], id="before the date"),
        pytest.param([MENU, "12:40", FIRST, SECOND], {1: "date_line"}, HEADLINE, [], id="a headline is given"),
        pytest.param([MENU, "12:40", FIRST, SECOND], {1: "social"}, None, [], id="before something else"),
        pytest.param([HEADLINE, "12:40", FIRST, SECOND], {1: "date_line"}, None, [], id="the headline"),
        pytest.param([f"{MENU}.", "12:40", FIRST, SECOND], {1: "date_line"}, None, [], id="a full stop"),
        pytest.param([MENU, "12:40", FIRST], {1: "date_line"}, None, [], id="one paragraph"),
    ],
)
def test_menu(lines: list[str], noise: dict[int, str], title: str | None, goes: list[str]) -> None:
    assert found(furniture.find_menu, lines, noise, title, flat=True) == goes


def test_a_menu_in_a_page_with_lines_is_no_menu() -> None:
    assert found(furniture.find_menu, [MENU, "12:40", FIRST, SECOND], {1: "date_line"}) == []


@pytest.mark.parametrize(
    ("lines", "goes"),
    [
        pytest.param(["الأخبار / المعالجات / AMD", HEADLINE, FIRST, SECOND], ["الأخبار / المعالجات / AMD"], id="slashes"),
        pytest.param(["أخبار الساحل < أخبار وطنية", HEADLINE, FIRST], ["أخبار الساحل < أخبار وطنية"], id="an arrow"),
        pytest.param([HEADLINE, "القاهرة / رويترز", FIRST, SECOND], [], id="a place and an agency"),
        pytest.param([HEADLINE, FIRST, "الأخبار / المعالجات / AMD", SECOND], [], id="between paragraphs"),
        pytest.param(["أيار / مايو / 2024", HEADLINE, FIRST], [], id="figures"),
        pytest.param(["نحن / هم / الآخرون", *VERSE], [], id="verse"),
    ],
)
def test_crumbs(lines: list[str], goes: list[str]) -> None:
    assert found(furniture.find_crumbs, lines, title=HEADLINE) == goes
