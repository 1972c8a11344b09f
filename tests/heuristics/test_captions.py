"""Captions above the text and under images."""

import pytest

from ingest import Document, clean
from ingest.heuristics import captions
from tests.heuristics.pages import FIRST, HEADLINE, SECOND, VERSE, found


@pytest.mark.parametrize(
    ("lines", "noise", "goes"),
    [
        pytest.param(
            [HEADLINE, "سبائك في متجر بالقاهرة (رويترز)", FIRST, SECOND],
            {},
            ["سبائك في متجر بالقاهرة (رويترز)"],
            id="a credit in brackets",
        ),
        pytest.param(
            [HEADLINE, "سبائك في متجر بالقاهرة. (تصوير: سامر نجم)", FIRST, SECOND],
            {},
            ["سبائك في متجر بالقاهرة. (تصوير: سامر نجم)"],
            id="a photographer in brackets, behind a full stop",
        ),
        pytest.param(
            [HEADLINE, "آثار الحريق في السوق (صفحة البلدية على فيسبوك)", FIRST, SECOND],
            {},
            ["آثار الحريق في السوق (صفحة البلدية على فيسبوك)"],
            id="a page as the owner",
        ),
        pytest.param(
            [HEADLINE, "مخطط السوق بعد التوسعة. (المركز الوطني للبناء)", FIRST, SECOND],
            {},
            ["مخطط السوق بعد التوسعة. (المركز الوطني للبناء)"],
            id="an office as the owner, behind a full stop",
        ),
        pytest.param([HEADLINE, "قراءة في أسعار الذهب (الجزء الثاني)", FIRST, SECOND], {}, [], id="a part of a series"),
        pytest.param([HEADLINE, "ارتفاع عدد التجار إلى 300 تاجر (وزارة التجارة)", FIRST, SECOND], {}, [], id="a count, its source"),
        pytest.param([HEADLINE, "من يملك السوق؟ (مركز البحوث)", FIRST, SECOND], {}, [], id="a question, its source"),
        pytest.param(
            [HEADLINE, "آثار الحريق في السوق 3 مايو 2024 (الدفاع المدني)", FIRST, SECOND],
            {},
            ["آثار الحريق في السوق 3 مايو 2024 (الدفاع المدني)"],
            id="an office as the owner, behind the day",
        ),
        pytest.param([HEADLINE, "أكد البنك صحة الأرقام (مركز البحوث)", FIRST, SECOND], {}, [], id="a statement with its source"),
        pytest.param([HEADLINE, FIRST, "مخطط السوق بعد التوسعة. (المركز الوطني للبناء)", SECOND], {}, [], id="an office, between"),
        pytest.param(
            [HEADLINE, "الثلاثاء 3 أبريل 2024", "الذهب يرتفع", FIRST, SECOND],
            {1: "date_line"},
            ["الذهب يرتفع"],
            id="words of the headline that stand for an image",
        ),
        pytest.param([HEADLINE, "الذهب يرتفع", FIRST, SECOND], {}, [], id="the same right under the headline"),
        pytest.param(
            [HEADLINE, "الثلاثاء 3 أبريل 2024", "الذهب يرتفع", FIRST, "الفضة تنخفض", SECOND],
            {1: "date_line"},
            [],
            id="a section heading with such a one below",
        ),
        pytest.param(
            [HEADLINE, "الثلاثاء 3 أبريل 2024", "خمسة جرحى خلال احتفال في القاهرة", FIRST, SECOND],
            {1: "date_line"},
            [],
            id="a standfirst with an event",
        ),
        pytest.param(
            [HEADLINE, "الثلاثاء 3 أبريل 2024", "الذهب والفضة", FIRST, SECOND],
            {1: "date_line"},
            [],
            id="other words than the headline's",
        ),
        pytest.param(
            [HEADLINE, "الثلاثاء 3 أبريل 2024", "محافظ البنك خلال المؤتمر الصحفي", "شارك", FIRST, SECOND],
            {1: "date_line", 3: "social"},
            ["محافظ البنك خلال المؤتمر الصحفي"],
            id="who is seen during what",
        ),
        pytest.param(
            [HEADLINE, "الثلاثاء 3 أبريل 2024", "المحافظ خلال جولته", FIRST, SECOND],
            {1: "date_line"},
            ["المحافظ خلال جولته"],
            id="who is seen during his own",
        ),
        pytest.param(
            [HEADLINE, "الثلاثاء 3 أبريل 2024", "محافظ البنك يتحدث خلال المؤتمر", FIRST, SECOND],
            {1: "date_line"},
            [],
            id="what is said during it",
        ),
        pytest.param(
            [HEADLINE, FIRST, "سبائك في متجر بالقاهرة صورة من: Jan Vit/dpa", SECOND],
            {},
            ["سبائك في متجر بالقاهرة صورة من: Jan Vit/dpa"],
            id="a picture's credit between paragraphs",
        ),
        pytest.param([HEADLINE, FIRST, f"{SECOND[:-1]} (أرشيف)."], {}, [], id="a paragraph with such a credit"),
        pytest.param(
            [HEADLINE, FIRST, "سبائك في متجر بالقاهرة (رويترز)", "ماذا بعد القرار الأخير؟", SECOND],
            {},
            ["سبائك في متجر بالقاهرة (رويترز)"],
            id="above a section heading",
        ),
        pytest.param([HEADLINE, FIRST, "ماذا بعد القرار الأخير (رويترز)", *VERSE[:2], SECOND], {}, [], id="above verses"),
        pytest.param(
            [HEADLINE, FIRST, "سبائك في متجر بالقاهرة - (الصورة من Shutterstock)", SECOND],
            {},
            ["سبائك في متجر بالقاهرة - (الصورة من Shutterstock)"],
            id="whose picture it is",
        ),
        pytest.param(
            [HEADLINE, FIRST, "أسعار القمح تواصل التراجع عالميا (رويترز)", "ماذا بعد القرار الأخير؟", SECOND],
            {},
            [],
            id="a statement above a section heading",
        ),
        pytest.param(
            [HEADLINE, "سبائك في متجر بالقاهرة. (أرشيفية: الإنترنت)", FIRST, SECOND],
            {},
            ["سبائك في متجر بالقاهرة. (أرشيفية: الإنترنت)"],
            id="an archive and where it is",
        ),
        pytest.param([HEADLINE, "الجائزة الثانية لهدى شاكر (صور شخصية)", FIRST, SECOND], {}, [], id="pictures that are spoken of"),
        pytest.param([HEADLINE, "Universal Credit: what changes", FIRST, SECOND], {}, [], id="another kind of credit"),
        *(
            pytest.param([HEADLINE, FIRST, f"Gold bars in a shop{credit}", SECOND], {}, [f"Gold bars in a shop{credit}"], id=credit)
            for credit in (" | Photo Credit: G. Moorthy", ". Picture: Andy Gibson", " © Fotografia por: Edições Novembro")
        ),
        pytest.param([HEADLINE, FIRST, "Gold bars in the big picture: what comes next", SECOND], {}, [], id="a picture of words"),
        pytest.param([HEADLINE, FIRST, "Gold bars gone (again) Image problems remain at the bank", SECOND], {}, [], id="no credit"),
        pytest.param([HEADLINE, "ما وراء الصورة: أم تبحث عن ابنها", FIRST, SECOND], {}, [], id="a picture in a heading"),
        pytest.param(
            [HEADLINE, "سبائك في متجر بالقاهرة - أ ف ب", FIRST, SECOND],
            {},
            ["سبائك في متجر بالقاهرة - أ ف ب"],
            id="a credit behind a dash",
        ),
        pytest.param(
            [HEADLINE, "سبائك في متجر بالقاهرة", "سبائك في متجر بالقاهرة", FIRST, SECOND],
            {},
            ["سبائك في متجر بالقاهرة"] * 2,
            id="twice in a row",
        ),
        pytest.param(
            [HEADLINE, HEADLINE, "من لقاء الوزير بالمستثمرين في القاهرة", FIRST, SECOND],
            {1: "duplicate_headline"},
            ["من لقاء الوزير بالمستثمرين في القاهرة"],
            id="a cue under a labelled copy of the headline",
        ),
        pytest.param(
            [HEADLINE, HEADLINE, "من لقاء الوزير بالمستثمرين في القاهرة", FIRST, SECOND],
            {},
            ["من لقاء الوزير بالمستثمرين في القاهرة"],
            id="a cue under a copy of the headline",
        ),
        pytest.param(
            [HEADLINE, FIRST, "![](a.jpg)", "من لقاء الوزير بالمستثمرين في القاهرة", SECOND],
            {2: "markup"},
            ["من لقاء الوزير بالمستثمرين في القاهرة"],
            id="a cue under an image in the article",
        ),
        pytest.param(
            [HEADLINE, FIRST, "![](a.jpg)", "سبائك في متجر بالقاهرة (رويترز)", SECOND],
            {2: "markup"},
            ["سبائك في متجر بالقاهرة (رويترز)"],
            id="a credit under an image",
        ),
        pytest.param(
            [HEADLINE, "من لقاء الوزير بالمستثمرين في القاهرة", FIRST, SECOND], {}, [], id="a cue alone, under the headline itself"
        ),
        pytest.param([HEADLINE, FIRST, "من لقاء الوزير بالمستثمرين في القاهرة", SECOND], {}, [], id="a cue in the article"),
        pytest.param(
            [HEADLINE, FIRST, "سبائك في متجر بالقاهرة (رويترز)", SECOND],
            {},
            ["سبائك في متجر بالقاهرة (رويترز)"],
            id="a credit, alone between paragraphs",
        ),
        pytest.param([HEADLINE, FIRST, "أعلن البنك خفض الفائدة اليوم (رويترز)", SECOND], {}, [], id="a statement in the article"),
        pytest.param(
            [HEADLINE, FIRST, "سبائك في متجر بالقاهرة (رويترز)", "تجار في السوق (رويترز)", SECOND],
            {},
            ["سبائك في متجر بالقاهرة (رويترز)"],
            id="above another, which goes in the next round",
        ),
        pytest.param([HEADLINE, "سبائك في متجر بالقاهرة", FIRST, SECOND], {}, [], id="like any other line (missed)"),
        pytest.param([HEADLINE, "الأسواق العالمية", FIRST, SECOND], {}, [], id="words of the lede, as a kicker has"),
        pytest.param(
            [HEADLINE, "3/4/2024", "رئيس البنك المركزي", f"قال رئيس البنك المركزي إن {FIRST}", SECOND],
            {1: "date_line"},
            ["رئيس البنك المركزي"],
            id="an office in words of the lede",
        ),
        pytest.param(
            [HEADLINE, "3/4/2024", "«الأسواق العالمية»", "شارك", FIRST, SECOND],
            {1: "date_line", 3: "social"},
            [],
            id="a quotation from it",
        ),
        pytest.param(
            [HEADLINE, "شارك", "الأسواق العالمية", "تابعنا", FIRST, SECOND],
            {1: "social", 3: "social"},
            ["الأسواق العالمية"],
            id="words of the lede between the page's",
        ),
        pytest.param(
            [HEADLINE, "شارك", "الأسواق العالمية", "تابعنا", FIRST, "قرار البنك", SECOND],
            {1: "social", 3: "social"},
            [],
            id="words of the lede as a heading",
        ),
        pytest.param(
            [HEADLINE, "شارك", "العالمية الأسواق", "تابعنا", FIRST, SECOND],
            {1: "social", 3: "social"},
            [],
            id="words of the lede in another order",
        ),
        pytest.param(
            [HEADLINE, "شارك", "الأسواق", "تابعنا", FIRST, SECOND], {1: "social", 3: "social"}, [], id="one word of the lede"
        ),
        pytest.param(
            [HEADLINE, "شارك", "الذهب في الأسواق", "تابعنا", FIRST, SECOND], {1: "social", 3: "social"}, [], id="a particle"
        ),
        pytest.param(
            ["شارك", "الأسواق العالمية", "تابعنا", FIRST, SECOND],
            {0: "social", 2: "social"},
            [],
            id="words of the lede with no headline above",
        ),
        pytest.param([HEADLINE, "صورة السوق تتغير بعد القرار.", FIRST, SECOND], {}, [], id="a standfirst"),
        pytest.param(
            [HEADLINE, HEADLINE, "لحظة الحسم جاءت من البنك المركزي.", FIRST, SECOND],
            {1: "duplicate_headline"},
            [],
            id="a standfirst with a cue",
        ),
        pytest.param([HEADLINE, HEADLINE, FIRST, SECOND], {}, [], id="the headline twice"),
        pytest.param([HEADLINE, "سبائك في متجر بالقاهرة (رويترز)", FIRST, SECOND], {1: "navigation"}, [], id="noise already"),
        pytest.param(["![](a.jpg)", "صورة الحبيب في القلب", *VERSE], {0: "markup"}, [], id="verse"),
        pytest.param(["سبائك في متجر بالقاهرة (رويترز)", *(f"- {line}" for line in VERSE), FIRST], {}, [], id="a list"),
    ],
)
def test_captions(lines: list[str], noise: dict[int, str], goes: list[str]) -> None:
    assert found(captions.find_above, lines, noise, HEADLINE) == goes


SHOT = "متظاهر يرفع لافتة أمام مقر البنك (أ ف ب)"
SHOT_2 = "لافتة على جدار المتجر القديم (رويترز)"
BARE = "رجل يعبر الجسر"


@pytest.mark.parametrize(
    ("lines", "noise", "goes"),
    [
        pytest.param([HEADLINE, FIRST, SECOND, SHOT, BARE, SHOT_2], {}, [SHOT, BARE, SHOT_2], id="two of three with credits"),
        pytest.param([HEADLINE, FIRST, SECOND, SHOT, SHOT_2, "زمرجد"], {5: "tags"}, [SHOT, SHOT_2], id="noise below"),
        pytest.param([HEADLINE, FIRST, SECOND, SHOT], {}, [], id="one"),
        pytest.param([HEADLINE, FIRST, SECOND, f"و{SHOT}", f"و{SHOT_2}"], {}, [], id="they go on with the story"),
        pytest.param([HEADLINE, FIRST, SECOND, SHOT, SHOT_2, "وهذا آخر ما قيل."], {}, [], id="a sentence among them"),
        pytest.param([HEADLINE, FIRST, SECOND, SHOT, *([BARE] * 4), SHOT_2], {}, [], id="most without credits"),
        pytest.param([HEADLINE, SHOT, SHOT_2, FIRST, SECOND], {}, [], id="above the text"),
        pytest.param([*VERSE, FIRST, SHOT, SHOT_2], {}, [], id="verse"),
    ],
)
def test_below(lines: list[str], noise: dict[int, str], goes: list[str]) -> None:
    assert found(captions.find_below, lines, noise) == goes


def test_a_cue_on_top_of_a_text_whose_headline_is_given() -> None:
    line = "أحد الزوار يخط رسالة لعمال البنك"
    assert found(captions.find_above, [line, FIRST, SECOND], title=HEADLINE) == [line]
    assert found(captions.find_above, [HEADLINE, line, FIRST, SECOND], title=HEADLINE) == [], "under the headline"
    assert found(captions.find_above, [line, FIRST, SECOND]) == [], "it may be the headline"


COUNTED = ["جانب من الحفل (1)", "جانب من الحفل (2)", "جانب من الحفل (3)"]


@pytest.mark.parametrize(
    ("lines", "goes"),
    [
        pytest.param([HEADLINE, FIRST, SECOND, *COUNTED], COUNTED, id="in brackets, below"),
        pytest.param([HEADLINE, *COUNTED[:2], FIRST, SECOND], COUNTED[:2], id="above"),
        pytest.param([HEADLINE, FIRST, "السور - 1", "السور - 2", SECOND], ["السور - 1", "السور - 2"], id="behind a dash, between"),
        pytest.param([*COUNTED, FIRST, SECOND], COUNTED, id="as the first lines"),
        pytest.param([HEADLINE, FIRST, SECOND, COUNTED[0]], [], id="one"),
        pytest.param([HEADLINE, COUNTED[0], FIRST, COUNTED[1], SECOND], [], id="parts of a text"),
        pytest.param([HEADLINE, FIRST, COUNTED[0], COUNTED[2], SECOND], [], id="one left out"),
        pytest.param([HEADLINE, FIRST, "جانب من الحفل (1)", "وجه من الحفل (2)", SECOND], [], id="other words"),
        pytest.param([HEADLINE, FIRST, "مصر 1", "مصر 2", SECOND], [], id="a score"),
        pytest.param([*VERSE, *COUNTED], [], id="a list"),
    ],
)
def test_numbered(lines: list[str], goes: list[str]) -> None:
    assert found(captions.find_numbered, lines) == goes


def test_a_caption_with_the_name_behind_the_bar_of_the_title() -> None:
    line = "باعة في سوق الذهب بالقاهرة (الخليج)"
    assert found(captions.find_above, [HEADLINE, FIRST, line, SECOND], title=f"{HEADLINE} | الخليج نت") == [line]
    assert found(captions.find_above, [HEADLINE, FIRST, line, SECOND], title=f"{HEADLINE} | الساحل نت") == []
    heading = "إجراءات جديدة لضبط سوق الذهب (البنك المركزي)"
    assert found(captions.find_above, [HEADLINE, FIRST, heading, SECOND], title="البنك المركزي يخفض الفائدة اليوم") == []
    assert found(captions.find_above, [HEADLINE, FIRST, "باعة في السوق الجديدة (باريس)", SECOND], title=f"{HEADLINE} - باريس") == []


def test_captions_one_above_the_other_go_in_two_rounds() -> None:
    captioned = ["سبائك في متجر بالقاهرة (رويترز)", "تجار في السوق (رويترز)"]
    record = clean(Document(id="x", text="\n".join([FIRST, *captioned, SECOND]), title=HEADLINE))
    assert record.text == f"{FIRST}\n{SECOND}"
