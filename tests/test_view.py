"""A document as rules see it: kinds, zones, what sort of text it is, and where its headline stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.model import Document
from ingest.script import fold
from ingest.view import Kind, View, ends_sentence, kind_of

FIRST = "ارتفعت أسعار الذهب في الأسواق العالمية اليوم الثلاثاء بعد قرار البنك المركزي خفض الفائدة بربع نقطة."
SECOND = "وقال محللون إن المستثمرين يترقبون بيانات التضخم التي تصدر نهاية الأسبوع الجاري في عدد من الدول الكبرى."
CUT_SHORT = "وتوقع مصرف كبير أن يستمر الصعود حتى نهاية العام الحالي مع تراجع الدولار وزيادة الطلب من البنوك في مصر وفي ليبيا"
HEADLINE = "الذهب يرتفع في الأسواق بعد قرار البنك"
VERSE = [
    "على قدر أهل العزم تأتي العزائم",
    "وتأتي على قدر الكرام المكارم",
    "وتعظم في عين الصغير صغارها",
    "وتصغر في عين العظيم العظائم",
]


def view(*lines: str, title: str | None = None) -> View:
    return View(Document(id="x", text="\n".join(lines), title=title))


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("قال نعم.", True),
        ("هل قال نعم؟", True),
        ("کہا ہے۔", True),
        ('قال "نعم."', True),
        ('قال "نعم".', True),
        ("قال نعم. (رويترز)", True),
        ("قال نعم.-(بترا)", True),
        ("قال نعم -(بترا)", False),
        ("قال نعم.)", True),
        ("他说是。", True),
        ("उसने कहा।", True),
        ("قال نعم", False),
        ("قال نعم:", False),
        ("قال نعم،", False),
        ("قال نعم...", False),
        ("قال نعم…", False),
        ('قال "نعم.."', False),
        ("(رويترز)", False),
        ("قال نعم. رويترز", False),
        ("", False),
    ],
)
def test_the_end_of_a_sentence(line: str, ends: bool) -> None:
    assert ends_sentence(fold(line)) is ends


def test_an_ellipsis_inside_does_not_undo_a_full_stop() -> None:
    assert ends_sentence("قال.. ثم سكت وعاد.")


def test_a_long_tail_of_marks_is_read_in_no_time() -> None:
    assert not ends_sentence("." + ")" * 100_000 + "x")


N = " كلمة"
DAY = "الأحد 27 أكتوبر 2024 - 7:15 م"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("", Kind.BLANK),
        (" \u200f\t", Kind.BLANK),
        ("كلمة", Kind.FRAGMENT),
        ("كلمة كلمة", Kind.FRAGMENT),
        ("كلمة كلمة.", Kind.SENTENCE),
        ("كلمة؟", Kind.FRAGMENT),
        (N * 3, Kind.HEADLINE),
        (N * 3 + "؟", Kind.HEADLINE),
        (N * 3 + "!", Kind.HEADLINE),
        (N * 3 + ".", Kind.SENTENCE),
        (N * 11 + ".", Kind.SENTENCE),
        (N * 12 + ".", Kind.PARAGRAPH),
        (N * 12 + ":", Kind.PARAGRAPH),
        (N * 12 + "؟", Kind.PARAGRAPH),
        (N * 20, Kind.HEADLINE),
        (N * 21, Kind.TRUNCATED),
        (N * 21 + "...", Kind.TRUNCATED),
        (N * 39, Kind.TRUNCATED),
        (f"نشر في : {DAY} | آخر تحديث : {DAY}", Kind.HEADLINE),
        (f"نشر في : {DAY} | قال {N * 12}", Kind.TRUNCATED),
        (N * 40, Kind.PARAGRAPH),
    ],
)
def test_kinds(line: str, kind: Kind) -> None:
    assert kind_of(fold(line)) is kind
    assert view(line).kinds == [kind]


ZONED = ("القسم", HEADLINE, FIRST, "عنوان فرعي قصير", SECOND, "شارك", "تعليقات")


def test_zones() -> None:
    page = view(*ZONED)
    assert page.body == [2, 4]
    assert [page.zone(i) for i in page.rows] == ["head", "head", "between", "between", "between", "tail", "tail"]


def test_without_a_paragraph_there_is_neither_head_nor_tail() -> None:
    page = view(*VERSE)
    assert {page.zone(i) for i in page.rows} == {"between"}


def test_a_paragraph_that_stops_in_mid_sentence_is_one_for_the_zones() -> None:
    assert view("القسم", CUT_SHORT, "شارك").body == [1]


def test_what_stands_above_the_given_title_is_head() -> None:
    page = view(FIRST[:-1] + " والبورصات كلها.", "قائمة", HEADLINE, SECOND, title=HEADLINE)
    assert page.paragraphs == [0, 3]
    assert page.body == [0, 3], "a whole paragraph stands above the title: it may be the article's"
    cut = f"قائمة\n{CUT_SHORT}\n{HEADLINE}\n{SECOND}"
    flat = View(Document(id="x", text=cut, title=HEADLINE), [3], flat=True)
    assert flat.texts[3].strip() == HEADLINE, "the cut is inside the menu"
    assert flat.paragraphs == [2, 4]
    assert flat.body == [4], "in a flattened text, the menu may be as long as a paragraph"
    assert flat.zone(2) == "head"


def test_noise_is_no_paragraph_in_the_second_pass() -> None:
    page = view(FIRST, SECOND, CUT_SHORT)
    assert [page.zone(i) for i in page.rows] == ["between", "between", "between"]
    later = page.knowing({0: "legal_notice", 2: "related_content"})
    assert later.body == [1]
    assert [later.zone(i) for i in later.rows] == ["head", "between", "tail"]
    assert page.body == [0, 1, 2], "the first view is as it was"
    assert (later.folded, later.starts, later.document) == (page.folded, page.starts, page.document)


@pytest.mark.parametrize(
    ("lines", "terse", "listed", "verse"),
    [
        ([FIRST, SECOND], False, False, False),
        ([HEADLINE, FIRST, SECOND, "شارك"], False, False, False),
        (VERSE, True, False, True),
        ([*VERSE, *VERSE, *VERSE, *VERSE, FIRST], True, False, True),
        ([f"{n}. {line}" for n, line in enumerate(VERSE)], True, True, False),
        ([f"- {line}" for line in VERSE], True, True, False),
        ([f"(1) {VERSE[0]}", f"2) {VERSE[1]}", *VERSE[:2]], True, False, True),  # a half is not most
        ([f"(1) {VERSE[0]}", f"2) {VERSE[1]}", VERSE[2]], True, True, False),
        (["الأهلي 3 الزمالك 1", "الهلال 2 النصر 2", "الرجاء 0 الوداد 1"], True, True, False),
        ([], False, False, False),
    ],
    ids=["news", "news with furniture", "verse", "verse with a note", "numbers", "bullets", "half", "most", "results", "nothing"],
)
def test_what_sort_of_text_it_is(lines: list[str], terse: bool, listed: bool, verse: bool) -> None:
    page = view(*lines)
    assert (page.is_terse, page.is_list, page.is_verse) == (terse, listed, verse)


def test_noise_does_not_make_a_text_terse() -> None:
    page = view(FIRST, *VERSE, *VERSE)
    assert page.is_terse
    assert not page.knowing(dict.fromkeys(range(1, 9), "navigation")).is_terse


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("- نعم", True),
        ("• نعم", True),
        ("▶ نعم", True),
        ("١. نعم", True),
        ("(12) نعم", True),
        ("3- نعم", True),
        ("1234. نعم", False),
        ("12 قتيلا", False),
        ("نعم - لا", False),
    ],
)
def test_items(line: str, item: bool) -> None:
    assert view(line).is_item(0) is item


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ([HEADLINE, FIRST, SECOND], 0),
        (["", HEADLINE, "", FIRST, SECOND], 1),
        (["الرئيسية", HEADLINE, "2025-01-01", FIRST, SECOND], 1),
        (["اقتصاد وأعمال اليوم", HEADLINE, FIRST], 1),
        (["تطورات جديدة في المدينة", "صحيفة البلد اليوم", "تطورات جديدة في المدينة", FIRST], 0),
        ([FIRST, HEADLINE, SECOND], None),
        ([FIRST, SECOND], None),
        (VERSE, None),
        ([HEADLINE], None),
        (["الرئيسية", FIRST], None),  # one word
        (["قال محللون:", FIRST], None),
        (["مواضيع لا علاقة لها بشيء", "سطر ثان مثله هنا", FIRST], None),
        (["القسم", "منتخب الناشئين يعلن تشكيلة لقاء نهائي كأس القارة الذهب بعد قرار المدرب مساء", FIRST], None),  # two of many
        ([], None),
    ],
)
def test_where_the_headline_stands(lines: list[str], place: int | None) -> None:
    page = view(*lines)
    assert page.headline == place
    assert page.headline_text == ("" if place is None else fold(lines[place]))


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ([HEADLINE, FIRST], 0),
        (["القسم", f"{HEADLINE} | صحيفة الخبر", HEADLINE, FIRST], 1),
        ([CUT_SHORT, HEADLINE, FIRST], None),
        ([FIRST, HEADLINE, SECOND], None),  # below a paragraph it is no headline
        (["القسم", "عنوان آخر تماما لخبر ثان", FIRST], None),
        (VERSE, None),
    ],
)
def test_a_given_title_settles_it(lines: list[str], place: int | None) -> None:
    page = view(*lines, title=HEADLINE)
    assert page.headline == place
    assert page.headline_text == fold(HEADLINE)


def test_a_title_of_two_lines_is_one() -> None:
    page = view(HEADLINE, FIRST, title=HEADLINE.replace(" ", "\n", 1))
    assert page.headline == 0


def test_noise_is_no_headline() -> None:
    given = view(HEADLINE, HEADLINE, FIRST, title=HEADLINE)
    assert (given.headline, given.knowing({0: "navigation"}).headline) == (0, 1)
    page = view(HEADLINE, "مصر والسودان ومياه النيل", FIRST)
    assert page.headline == 0
    assert page.knowing({0: "related_content"}).headline is None


def test_above_and_below() -> None:
    page = view("one", "", " ", "two")
    assert (page.below(0), page.above(3)) == (3, 0)
    assert (page.above(0), page.below(3)) == (None, None)


def test_spans_are_of_the_text_itself() -> None:
    text = "  أيضًا  \r\n\u200f(نعم) لا\n"
    page = View(Document(id="x", text=text))
    assert [text[slice(*page.span(i))] for i in range(3)] == ["أيضًا", "\u200f(نعم) لا", ""]
    assert text[slice(*page.place(1, 1, 4))] == "نعم"
    assert text[slice(*page.place(0, 0, 4))] == "أيضًا"


FLAT = "الرئيسية   الذهب يرتفع. قال محللون: نعم\nسطر\n"


def test_cuts_make_lines_where_there_were_none() -> None:
    cuts = [FLAT.index("الذهب"), FLAT.index("قال")]
    page = View(Document(id="x", text=FLAT), cuts)
    assert page.texts == ["الرئيسية   ", "الذهب يرتفع. ", "قال محللون: نعم\n", "سطر\n"]
    assert page.folded == ["الرييسيه", "الذهب يرتفع.", "قال محللون: نعم", "سطر"]
    assert [FLAT[slice(*page.span(i))] for i in page.rows] == ["الرئيسية", "الذهب يرتفع.", "قال محللون: نعم", "سطر"]
    assert FLAT[slice(*page.place(1, 6, 11))] == "يرتفع"


@given(st.text(alphabet="ab \n\r\u2028أًـ", max_size=60), st.data())
@settings(deadline=None)
def test_cut_or_not_every_line_stands_where_it_says(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(1, len(text) - 1)))) if len(text) > 1 else []
    page = View(Document(id="x", text=text), cuts)
    assert len(page.texts) == len(page.folded) == len(page.starts)
    for i, line in enumerate(page.texts):
        assert text[page.starts[i] :].startswith(line)
        assert text[slice(*page.span(i))] == line.strip()
        assert page.folded[i] == fold(line.replace("\n", " "))
    assert "".join(page.texts).replace("\n", "") == text.replace("\n", "")
    if not cuts:
        assert page.texts == text.split("\n")


@pytest.mark.parametrize(
    ("stamps", "standfirst"),
    [
        (["6.05am, 3 Nov 2023"], True),
        (["18/06/2024 - 11h36min"], True),
        (["11/09/2024 - 12:08"], True),
        (["11/09/2024 - 12:08", "12/09/2024 - 15:41"], True),
        (["Published - March 18, 2025 08:42 pm IST - MADURAI"], True),
        (["12/3/2024: صباح رمادي في المدينة القديمة كلها"], False),
        (["وصل في 12/3/2024"], False),
        (["11/09/2024 - 12:08", "12/09/2024 - 15:41", "13/09/2024 - 09:30"], False),  # a diary
        ([], False),
    ],
)
def test_a_standfirst_has_the_page_s_stamps_below_it(stamps: list[str], standfirst: bool) -> None:
    first = "أعلنت بلدية الميناء أمس أن أعمال صيانة السور القديم ستبدأ مطلع الأسبوع المقبل وتستمر ثلاثة أشهر."
    second = "وقالت المهندسة ليلى مراد إن الفريق انتهى من الدراسة وإن السقالات ستنصب عند البوابة الشمالية أولا."
    view = View(Document(id="x", text="\n".join([first, *stamps, second, second])))
    assert view.standfirst == (0 if standfirst else None)


def test_two_days_with_a_heading_between_are_no_stamps() -> None:
    first = "أعلنت بلدية الميناء أمس أن أعمال صيانة السور القديم ستبدأ مطلع الأسبوع المقبل وتستمر ثلاثة أشهر."
    second = "وقالت المهندسة ليلى مراد إن الفريق انتهى من الدراسة وإن السقالات ستنصب عند البوابة الشمالية أولا."
    text = f"{first}\n12/3/2024\nصباح رمادي\n13/3/2024\nليل طويل\n{second}\n{second}"
    assert View(Document(id="x", text=text)).standfirst is None
