"""Other stories, shown by structure: no line here holds a phrase that a rule knows."""

import pytest

from ingest.heuristics import related
from tests.heuristics.pages import FIRST, HEADLINE, SECOND, VERSE, found

THIRD = "وتوقع مصرف كبير أن يستمر الصعود حتى نهاية العام الحالي مع تراجع الدولار وزيادة الطلب من البنوك في آسيا."
MATCH = "منتخب الناشئين يعلن قائمة اللاعبين لمباراة الجمعة"
FILM = "مهرجان السينما يفتتح دورته العاشرة بفيلم تونسي"
RAIN = "أمطار غزيرة تغلق طرق الساحل وتعطل الدراسة"
CHILD = "جراحة نادرة تعيد البصر لطفلة عمياء بالرابعة"
FIRE = "حريق هائل يلتهم مصنع أثاث قرب الميناء"
STORIES = [MATCH, FILM, RAIN, CHILD, FIRE]
OWN = [
    "أسعار الذهب ترتفع في الأسواق العالمية الثلاثاء",
    "البنك المركزي يقرر خفض الفائدة بربع نقطة",
    "محللون يقولون إن المستثمرين يترقبون بيانات التضخم",
    "مصرف كبير يتوقع استمرار الصعود حتى نهاية العام",
    "تراجع الدولار وزيادة الطلب من البنوك الكبرى",
]
HEADER = "زنبقات مرجوحة"  # no rule knows it
RESULTS = [
    "Uniao Leiria da Serra 2 x 1 Barreirense Novo",
    "Vila Alta do Campo 0 x 0 Porto Velho",
    "Mirante Azul Clube 3 x 2 Estrela Sul",
]
SUMMARY = "يلتقي الفريق نظيره يوم الجمعة في ملعب العاصمة وسط حضور كبير من الجماهير والمشجعين الصغار."
SUMMARY_2 = "تعرض الدورة الجديدة ثلاثين فيلما من عشرين دولة وتكرم مخرجين كبارا من الشرق والغرب هذا الأسبوع."
CUT = "أعلن المدرب أسماء من يسافرون إلى العاصمة قبل لقاء يوم الجمعة بعد معسكر طويل في الجبل شارك فيه عشرون لاعبا من عدة..."
PASTED = "أعلن منتخب الناشئين اليوم قائمة اللاعبين الذين يخوضون لقاء الجمعة على ملعب العاصمة أمام ضيفه القوي."
TICKER = "    ".join(STORIES[:3])
SOURCE = "زمرجد: قلقاس"


@pytest.mark.parametrize(
    ("lines", "noise", "title", "goes"),
    [
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, MATCH, MATCH, SUMMARY, FILM, FILM, SUMMARY_2],
            {},
            None,
            [f"{MATCH}\n{MATCH}\n{SUMMARY}", f"{FILM}\n{FILM}\n{SUMMARY_2}"],
            id="two pairs with summaries",
        ),
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, MATCH, MATCH, FILM, f"«{FILM}»"],
            {},
            None,
            [f"{MATCH}\n{MATCH}", f"{FILM}\n«{FILM}»"],
            id="without summaries",
        ),
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, MATCH, MATCH, SECOND, THIRD, FILM, FILM],
            {},
            None,
            [f"{MATCH}\n{MATCH}", f"{FILM}\n{FILM}"],
            id="two lines between are no summary",
        ),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, MATCH, MATCH, SUMMARY], {}, None, [], id="a single pair"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, MATCH, MATCH, HEADLINE, HEADLINE], {}, HEADLINE, [], id="one of them is the title"
        ),
        pytest.param([MATCH, MATCH, FILM, FILM, HEADLINE, FIRST, SECOND, THIRD], {}, HEADLINE, [], id="above the article"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, MATCH, f"{MATCH} القادم", FILM, f"{FILM} طويل"],
            {},
            None,
            [],
            id="more than marks (missed)",
        ),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, MATCH, FILM, MATCH, FILM], {}, None, [], id="not in a row"),
        pytest.param([FIRST, *(line for line in VERSE for _ in range(2))], {}, None, [], id="verse"),
        pytest.param([FIRST, *(f"- {line}" for line in VERSE for _ in range(2))], {}, None, [], id="a list"),
    ],
)
def test_pairs(lines: list[str], noise: dict[int, str], title: str | None, goes: list[str]) -> None:
    assert found(related.find_pairs, lines, noise, title) == goes


@pytest.mark.parametrize(
    ("lines", "goes"),
    [
        pytest.param([HEADLINE, FIRST, SECOND, MATCH, "منذ 3 ساعات", FILM, "قبل يومين"], [MATCH, FILM], id="ages below"),
        pytest.param([HEADLINE, FIRST, SECOND, "منذ 3 ساعات", MATCH, "2 hours ago", FILM], [MATCH, FILM], id="ages above"),
        pytest.param([HEADLINE, FIRST, SECOND, MATCH, "منذ 3 ساعات"], [], id="a single one"),
        pytest.param([HEADLINE, FIRST, SECOND, MATCH, "3 أكتوبر 2025", FILM, "4 أكتوبر 2025"], [], id="a programme"),
        pytest.param([HEADLINE, MATCH, "منذ 3 ساعات", FILM, "قبل يومين", FIRST, SECOND], [], id="above the article"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, "البنك المركزي يرفع الفائدة", "قبل عام", "الذهب ينخفض في الأسواق", "قبل شهرين"],
            [],
            id="steps",
        ),
        pytest.param([HEADLINE, FIRST, SECOND, f"{MATCH}:", "منذ 3 ساعات", f"و{FILM}", "قبل يومين"], [], id="the article's own"),
    ],
)
def test_headlines_with_their_age(lines: list[str], goes: list[str]) -> None:
    assert found(related.find_aged, lines) == goes


@pytest.mark.parametrize(
    ("lines", "noise", "goes"),
    [
        pytest.param([TICKER, HEADLINE, FIRST, SECOND, THIRD], {}, [TICKER], id="above the first paragraph"),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, TICKER], {}, [TICKER], id="below the last"),
        pytest.param([HEADLINE, FIRST, TICKER, SECOND], {}, [], id="between paragraphs"),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, TICKER], {4: "navigation"}, [], id="noise already"),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, "   ".join(STORIES[:2])], {}, [], id="two parts, as in verse"),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, "عيار 21    سعر الجرام    4000"], {}, [], id="a table"),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, f"{MATCH}.    {FILM}.    {RAIN}."], {}, [], id="sentences"),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, TICKER.replace("    ", " ")], {}, [], id="single spaces (missed)"),
        pytest.param([TICKER, *VERSE], {}, [], id="no paragraph"),
    ],
)
def test_tickers(lines: list[str], noise: dict[int, str], goes: list[str]) -> None:
    assert found(related.find_tickers, lines, noise) == goes


@pytest.mark.parametrize(
    ("lines", "noise", "title", "goes"),
    [
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, SOURCE, MATCH, FILM],
            {4: "source_attribution"},
            None,
            [MATCH, FILM],
            id="below a source",
        ),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, SOURCE, MATCH], {4: "tags"}, None, [MATCH], id="below tags"),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, SOURCE, MATCH], {4: "comments"}, None, [MATCH], id="below comments"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, SOURCE, MATCH], {4: "legal_notice"}, None, [MATCH], id="below a legal notice"
        ),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, SOURCE, MATCH, CUT], {4: "tags"}, None, [MATCH, CUT], id="a cut teaser"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, SOURCE, MATCH, "نعم", FILM],
            {4: "tags", 5: "navigation"},
            None,
            [FILM],
            id="neither scraps nor noise",
        ),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, SOURCE, HEADLINE, FILM], {4: "tags"}, HEADLINE, [FILM], id="not the title"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, MATCH, SOURCE, FILM],
            {5: "tags"},
            None,
            [FILM],
            id="not what stands above the closing line",
        ),
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, SOURCE, MATCH, "قال نعم ومضى."], {4: "tags"}, None, [], id="a sentence below"
        ),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, SOURCE, MATCH, SUMMARY], {4: "tags"}, None, [], id="a paragraph below"),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, MATCH, FILM], {}, None, [], id="no closing line (missed)"),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, SOURCE, MATCH], {4: "social"}, None, [], id="a share bar closes nothing"),
        pytest.param([HEADLINE, FIRST, SOURCE, MATCH], {2: "tags"}, None, [], id="one paragraph"),
    ],
)
def test_tail(lines: list[str], noise: dict[int, str], title: str | None, goes: list[str]) -> None:
    assert found(related.find_tail, lines, noise, title) == goes


def test_a_share_bar_closes_a_flattened_page() -> None:
    page = [HEADLINE, FIRST, SECOND, THIRD, SOURCE, MATCH]
    assert found(related.find_tail, page, {4: "social"}, HEADLINE, flat=True) == [MATCH]


@pytest.mark.parametrize(
    ("lines", "noise", "goes"),
    [
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, MATCH, FILM], {4: "related_content"}, [FILM], id="right under it"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, MATCH, "", FILM, RAIN], {4: "related_content"}, [FILM, RAIN], id="one after another"
        ),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, MATCH, FILM], {4: "navigation"}, [], id="under something else"),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, MATCH, "سطر آخر", FILM], {4: "related_content"}, [], id="not right under it"),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, MATCH, OWN[0]], {4: "related_content"}, [], id="of the article"),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, MATCH, f"{FILM}:"], {4: "related_content"}, [], id="no story's headline"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, MATCH, FILM, THIRD], {3: "related_content"}, [FILM], id="the story goes on below it"
        ),
        pytest.param([HEADLINE, FIRST, MATCH, FILM, PASTED], {2: "related_content"}, [], id="no sign that the story goes on"),
        pytest.param(
            [HEADLINE, FIRST, MATCH, "توقعات مصرف كبير للعام", THIRD],
            {2: "related_content"},
            [],
            id="a heading of what comes below",
        ),
        pytest.param([FIRST, MATCH, FILM, RAIN, CHILD], {1: "related_content"}, [], id="a terse text"),
    ],
)
def test_more(lines: list[str], noise: dict[int, str], goes: list[str]) -> None:
    assert found(related.find_more, lines, noise) == goes


@pytest.mark.parametrize(
    ("lines", "noise", "title", "goes"),
    [
        pytest.param([*STORIES, HEADLINE, FIRST, SECOND, THIRD], {}, HEADLINE, STORIES, id="five of them"),
        pytest.param([HEADER, *STORIES, HEADLINE, FIRST, SECOND, THIRD], {}, None, STORIES, id="the headline is a guess"),
        pytest.param([HEADLINE, *STORIES, FIRST, SECOND, THIRD], {}, HEADLINE, STORIES, id="between headline and text"),
        pytest.param([*STORIES[:4], HEADLINE, FIRST, SECOND, THIRD], {}, HEADLINE, [], id="four (missed)"),
        pytest.param(
            [*STORIES, HEADLINE, FIRST, SECOND, THIRD], {0: "navigation"}, HEADLINE, [], id="one of them is noise already"
        ),
        pytest.param([HEADLINE, *OWN, FIRST, SECOND, THIRD], {}, HEADLINE, [], id="a summary in points"),
        pytest.param([*STORIES, HEADLINE, FIRST], {}, HEADLINE, [], id="one paragraph"),
        pytest.param([*STORIES, HEADLINE, FIRST, SECOND], {}, HEADLINE, [], id="they outweigh the text"),
        pytest.param([*VERSE, *VERSE, FIRST, SECOND, THIRD], {}, None, [], id="verse with a word about its poet"),
    ],
)
def test_top(lines: list[str], noise: dict[int, str], title: str | None, goes: list[str]) -> None:
    assert found(related.find_top, lines, noise, title) == goes


@pytest.mark.parametrize(
    ("lines", "noise", "title", "goes"),
    [
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, MATCH, RAIN, FIRE], {}, HEADLINE, [MATCH, RAIN, FIRE], id="three headlines"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, "قيم التعايش الإنساني", MATCH, RAIN, FIRE, SOURCE],
            {8: "comments"},
            None,
            ["قيم التعايش الإنساني", MATCH, RAIN, FIRE],
            id="one of them short, comments below",
        ),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, MATCH, RAIN], {}, None, [], id="two (missed)"),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, MATCH, RAIN, f"{FIRE}."], {}, None, [], id="a sentence among them"),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, *OWN[:3]], {}, None, [], id="points of the article"),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, MATCH, f"{MATCH} القادم", FIRE], {}, None, [], id="on one thing"),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, "سالم الحداد", "منى خالد يوسف", "سعيد علي"], {}, None, [], id="names"),
        pytest.param([HEADLINE, FIRST, SECOND, f"- {MATCH}", f"- {RAIN}", f"- {FIRE}"], {}, None, [], id="items"),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, *RESULTS], {}, None, [], id="results"),
        pytest.param([HEADLINE, FIRST, MATCH, RAIN, FIRE], {}, None, [], id="one paragraph"),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD[:-1] + ":", MATCH, RAIN, FIRE], {}, None, [], id="announced with a colon"),
    ],
)
def test_below(lines: list[str], noise: dict[int, str], title: str | None, goes: list[str]) -> None:
    assert found(related.find_below, lines, noise, title) == goes


GLUED = "اقرأ أيضاًالمجتمعأبناء الجمعية يتعلمون اللغة اليابانية"


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        pytest.param(f"{FIRST} {GLUED} وشددت على أن الأسعار مستقرة", [GLUED], id="to where the story resumes"),
        pytest.param(f"{FIRST} {GLUED}", [GLUED], id="to the end of the line"),
        pytest.param(f"{GLUED} وقال محللون إن المستثمرين يترقبون.", [GLUED], id="at the start of a line"),
        pytest.param(f"{FIRST} {GLUED} في المدارس.", [], id="a sentence"),
        pytest.param(f"قال له {GLUED}", [], id="in a sentence"),
        pytest.param("اقرأ إيضاحات الوزارة الجديدة عن الأسعار", [], id="another word"),
        pytest.param("اقرأ أيضا أبناء الجمعية يتعلمون", [], id="with a space (for the packs)"),
    ],
)
def test_glued(line: str, goes: list[str]) -> None:
    assert [text.strip() for text in found(related.find_glued, [HEADLINE, line, SECOND])] == goes


@pytest.mark.parametrize(
    ("lines", "noise", "goes"),
    [
        pytest.param(
            [HEADLINE, FIRST, HEADER, MATCH, FILM, RAIN, SECOND, THIRD], {}, [HEADER, MATCH, FILM, RAIN], id="in the article"
        ),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, HEADER, MATCH, FILM, RAIN], {}, [HEADER, MATCH, FILM, RAIN], id="at the end"),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, HEADER, MATCH, FILM], {}, [], id="two headlines (missed)"),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, f"{HEADER}:", MATCH, FILM, RAIN], {}, [], id="the header has a colon"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, "وجاءت الخطوات", MATCH, FILM, RAIN, THIRD], {}, [], id="the header goes on with the story"
        ),
        pytest.param(
            [HEADLINE, FIRST, SECOND, "خطواتها كالآتي", MATCH, FILM, RAIN, THIRD], {}, [], id="the header announces steps"
        ),
        pytest.param([HEADLINE, FIRST, SECOND[:-1] + ":", HEADER, MATCH, FILM, RAIN, THIRD], {}, [], id="announced with a colon"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, "زنبقات مرجوحة على حافة البئر", MATCH, FILM, RAIN], {}, [], id="a long header"
        ),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, HEADER, *OWN[:3]], {}, [], id="the article comes back to them"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, HEADER, f"حريق {MATCH}", f"حريق {FILM}", FIRE], {}, [], id="they begin alike"
        ),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, HEADER, *(f"- {line}" for line in STORIES[:3])], {}, [], id="bullets"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, HEADER, "الأهلي والزمالك على ملعب القاهرة 2019", FILM, RAIN], {}, [], id="a year"
        ),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, HEADER, "سالم أحمد - مدير عام الشركة", FILM, RAIN], {}, [], id="fields"),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, HEADER, "أحمد سالم", "منى خالد", "سعيد علي"], {}, [], id="names"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, HEADER, MATCH, FILM, RAIN], {5: "navigation"}, [], id="one of them is noise already"
        ),
        pytest.param(
            [HEADLINE, FIRST, HEADER, MATCH, FILM, RAIN, f"هل {RAIN}؟", SECOND, THIRD],
            {},
            [HEADER, MATCH, FILM, RAIN],
            id="and a question over a paragraph",
        ),
        pytest.param([HEADLINE, FIRST, HEADER, MATCH, FILM, f"هل {RAIN}؟", SECOND, THIRD], {}, [], id="two and such a question"),
        pytest.param([HEADLINE, FIRST, HEADER, *RESULTS, SECOND, THIRD], {}, [], id="results"),
        pytest.param([FIRST, SECOND, HEADER, *STORIES], {}, [], id="a terse text"),
        pytest.param([HEADLINE, FIRST, HEADER, MATCH, FILM, RAIN], {4: "navigation"}, [], id="one paragraph"),
    ],
)
def test_box(lines: list[str], noise: dict[int, str], goes: list[str]) -> None:
    assert found(related.find_box, lines, noise) == goes


@pytest.mark.parametrize(
    ("lines", "noise", "title", "goes"),
    [
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, SOURCE, MATCH, PASTED, "ثم جاء الفوز."],
            {4: "source_attribution"},
            None,
            [f"{MATCH}\n{PASTED}\nثم جاء الفوز."],
            id="below a source",
        ),
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, SOURCE, MATCH, PASTED],
            {4: "comments"},
            None,
            [f"{MATCH}\n{PASTED}"],
            id="below comments",
        ),
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, SOURCE, HEADER, MATCH, PASTED],
            {4: "source_attribution"},
            None,
            [f"{HEADER}\n{MATCH}\n{PASTED}"],
            id="under an unknown header",
        ),
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, SOURCE, "زنبقات مرجوحة على حافة البئر", MATCH, PASTED],
            {4: "source_attribution"},
            None,
            [],
            id="under a longer line",
        ),
        pytest.param([HEADLINE, FIRST, SECOND, THIRD, MATCH, PASTED], {}, None, [], id="no closing line (missed)"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, SOURCE, MATCH, PASTED], {4: "social"}, None, [], id="a share bar closes nothing"
        ),
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, MATCH, PASTED, SOURCE],
            {6: "source_attribution"},
            None,
            [],
            id="above the closing line",
        ),
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, SOURCE, MATCH, SUMMARY_2],
            {4: "tags"},
            None,
            [],
            id="a paragraph that does not take it up",
        ),
        pytest.param(
            [HEADLINE, FIRST, SECOND, THIRD, SOURCE, MATCH, f"كما {PASTED}"], {4: "tags"}, None, [], id="a paragraph that goes on"
        ),
        pytest.param([HEADLINE, FIRST, SOURCE, MATCH, PASTED], {2: "tags"}, None, [], id="one paragraph above"),
        pytest.param([FIRST, SECOND, SOURCE, MATCH, PASTED], {2: "tags"}, MATCH, [], id="the title"),
    ],
)
def test_pasted(lines: list[str], noise: dict[int, str], title: str | None, goes: list[str]) -> None:
    assert found(related.find_pasted, lines, noise, title) == goes


FOOT = "جميع الحقوق محفوظة"
FURNITURE = {4: "legal_notice"}
NAMES = "سامر نجم ليلى مراد خالد عيسى رنا سعد هاني كرم منى فارس"
LEFT = "رئيس البلدية يفتتح حديقة الحي الشمالي بعد إغلاق طويل منتخب الشباب يفوز على ضيفه في آخر مباريات الموسم"


@pytest.mark.parametrize(
    ("lines", "noise", "goes"),
    [
        pytest.param([HEADLINE, FIRST, SECOND, LEFT, FOOT], FURNITURE, [LEFT], id="headlines run together"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, "رئيس البلدية يفتتح حديقة الحي الشمالي", "منتخب الشباب يفوز على ضيفه", FOOT],
            {5: "social"},
            ["رئيس البلدية يفتتح حديقة الحي الشمالي", "منتخب الشباب يفوز على ضيفه"],
            id="two headlines",
        ),
        pytest.param([HEADLINE, FIRST, SECOND, LEFT], {}, [], id="nothing below"),
        pytest.param([HEADLINE, FIRST, SECOND, LEFT + "..", FOOT], FURNITURE, [], id="dots"),
        pytest.param([HEADLINE, FIRST, SECOND, LEFT + ".", FOOT], FURNITURE, [], id="a full stop"),
        pytest.param([HEADLINE, FIRST, SECOND, LEFT.replace(" منتخب", "، منتخب"), FOOT], FURNITURE, [], id="a comma"),
        pytest.param([HEADLINE, FIRST, SECOND, LEFT.replace("بعد", "التي"), FOOT], FURNITURE, [], id="a relative clause"),
        pytest.param([HEADLINE, FIRST, SECOND, "و" + LEFT, FOOT], FURNITURE, [], id="the story goes on"),
        pytest.param([HEADLINE, FIRST, SECOND[:-1], LEFT, FOOT], FURNITURE, [], id="the last sentence goes on"),
        pytest.param([HEADLINE, FIRST, SECOND + " وأضافوا:", LEFT, FOOT], FURNITURE, [], id="announced with a colon"),
        pytest.param([HEADLINE, FIRST, SECOND, f"- {LEFT}", FOOT], FURNITURE, [], id="an item"),
        pytest.param([HEADLINE, FIRST, SECOND, " ".join(FIRST.split()[:12]), FOOT], FURNITURE, [], id="the article's own words"),
        pytest.param([HEADLINE, FIRST, SECOND, "رئيس البلدية يفتتح حديقة في الحي", FOOT], FURNITURE, [], id="a few words"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, NAMES, FOOT],
            FURNITURE,
            [],
            id="names",
        ),
        pytest.param([*VERSE, LEFT], {}, [], id="verse"),
    ],
)
def test_what_is_left_below(lines: list[str], noise: dict[int, str], goes: list[str]) -> None:
    assert found(related.find_rest, lines, noise) == goes
