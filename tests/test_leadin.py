"""Between the head of a flattened page and the verb that opens its story."""

from itertools import pairwise

import pytest

from ingest import Document, clean, load_rules

TITLE = "بلدية الميناء تبدأ صيانة السور القديم"
STAMP = "الأربعاء 3 أبريل 2024 10:15 ص"
STORY = "أعلنت بلدية الميناء أن صيانة السور القديم ستبدأ مطلع الأسبوع المقبل وتستمر ثلاثة أشهر."
NEXT = "وقالت المهندسة ليلى مراد إن الفريق انتهى من الدراسة وإن السقالات ستنصب عند البوابة الشمالية أولا."
RULES = load_rules()
SEGMENTER = RULES.engine("ar", None).segmenter


def behind_stamp(lead_in: str, story: str) -> list[str]:
    """The pieces of what stands in a page between its stamp and its second sentence."""
    text = f"{TITLE} {STAMP} {lead_in} {story} {NEXT}"
    places, _ = SEGMENTER.cuts(Document(id="x", text=text, title=TITLE))
    found = [text[start:end].strip() for start, end in pairwise([0, *places, len(text)])]
    assert found[-1] == NEXT
    return found[found.index(STAMP) + 1 : -1]


@pytest.mark.parametrize(
    ("lead_in", "story"),
    [
        pytest.param(["بلدية الميناء"], STORY, id="words of the title, for an image"),
        pytest.param(["عمال عند البوابة الشمالية", "الميناء - زياد عيتاني", "مشاركة"], STORY, id="caption, writer, button"),
        pytest.param(["كتب: زياد عيتاني", "السور القديم"], STORY, id="a writer with a label, and an image's words"),
        pytest.param(["wall-12.jpg photos 3"], STORY, id="another script"),
        pytest.param(["240 3 ح.م"], STORY, id="a picture's rights"),
        pytest.param(["الميناء - زياد عيتاني"], STORY.replace("أعلنت بلدية", "قالت السلطات في"), id="the authorities"),
        pytest.param(["شارك"], STORY.replace("أعلنت بلدية", "تراجعت أسعار الحجر في"), id="prices"),
        pytest.param(["كتبت: ليلى مراد"], STORY.replace("أعلنت بلدية", "تستعد شركة"), id="the present"),
        pytest.param(["كتبت: ليلى مراد"], STORY.replace("أعلنت بلدية", "تفقدت بلدية"), id="whom the title opens with"),
        pytest.param(["كتبت: ليلى مراد"], STORY.replace("أعلنت", "الميناء - أعلنت"), id="a dateline"),
    ],
)
def test_the_parts_of_a_lead_in(lead_in: list[str], story: str) -> None:
    assert behind_stamp(" ".join(lead_in), story) == [*lead_in, story]


@pytest.mark.parametrize(
    "story",
    [
        pytest.param(f"في بيان صدر مساء أمس {STORY}", id="an adverb"),
        pytest.param(f"رسميا {STORY}", id="one word"),
        pytest.param(f"بأغلبية ساحقة {STORY}", id="two words"),
        pytest.param(f"عمال عند البوابة الشمالية {STORY}", id="a caption that nothing tells from a standfirst (missed)"),
        pytest.param(f"العمال سعداء والنقابات ترحب {STORY}", id="a standfirst"),
        pytest.param(f"السور الذي {STORY}", id="a relative clause"),
        pytest.param(f"بعد عام من الجدل، {STORY}", id="a comma"),
        pytest.param(f"الميناء 3 أبريل 2024 {STORY}", id="a day"),
        pytest.param("وزير الثقافة افتتح البرج الشمالي بعد صيانة دامت ثلاثة أشهر كاملة.", id="a subject before its verb"),
        pytest.param("وزير الثقافة استقبل رئيس بلدية الميناء وبحث معه صيانة السور القديم.", id="a verb and its object"),
        pytest.param("توقعات تراجع أسعار الحجر تشغل أهل الميناء قبل صيانة السور القديم.", id="a noun like a verb"),
    ],
)
def test_a_sentence_that_has_begun_is_whole(story: str) -> None:
    assert behind_stamp("", story) == [story]


@pytest.mark.parametrize(
    "lede",
    [
        "الرئيس الفرنسي أعلن رئيس وزرائه الجديد في خطاب متلفز مساء أمس.",
        "شركة الاتصالات أطلقت شركة تابعة لها في السوق المحلية أمس.",
        "نجم المنتخب السابق باشر مدرب الفريق تدريبه أمس على أرض الملعب.",
        "نتائج الانتخابات الأخيرة أكدت رئيس الحزب زعيما للمعارضة في البلاد.",
        "الاقتصاد المحلي تراجعت أسعار سلعه الأساسية خلال الشهر الماضي.",
        "مساء الأحد أعلن رئيس البلدية استقالته من منصبه لأسباب صحية.",
        "بيان عاجل أصدر مجلس الوزراء نصه قبل قليل بشأن الأسعار.",
        "بأغلبية ساحقة أعلن مجلس البلدية قانون الميناء الجديد بعد نقاش طويل.",
        "استجابة لمطالب النقابات أقر مجلس البلدية قانون الميناء الجديد.",
        "خلف أبواب مغلقة أقر مجلس البلدية قانون الميناء الجديد.",
        "خلافا للتوقعات أقر مجلس البلدية قانون الميناء الجديد.",
        "القاهرة (رويترز) - أعلن مصدر في الميناء أن السفن ستتأخر يومين.",
        "خاص الساحل: كشف مصدر أن الصيانة ستتأخر شهرا كاملا هذه المرة.",
        "بقلم سالم الحداد: قال رئيس البلدية إن الصيانة ستتأخر شهرا.",
        "أم درمان 11 نوفمبر 2025 – أعلنت لجنة الميناء أن الصيانة ستتأخر شهرا.",
        "مشهد مؤثر أبكى الحاضرين حين وصل سكان الحي إلى بيوتهم القديمة.",
    ],
)
@pytest.mark.parametrize("title", [TITLE, None])
@pytest.mark.parametrize("button", ["", " شارك"])
def test_nothing_goes_of_a_first_sentence(lede: str, title: str | None, button: str) -> None:
    text = f"{TITLE} {STAMP}{button} {lede} {NEXT}"
    assert lede in clean(Document(id="x", text=text, title=title, language="ar"), RULES).text.replace("\n", " ")


@pytest.mark.parametrize("row", ["فيسبوك تويتر واتساب 11/3/2023 10:22", "شارك فيسبوك تويتر واتساب 11-03-2023 | 10:22"])
def test_a_phrase_that_ends_inside_a_word_is_no_part(row: str) -> None:
    text = f"{TITLE} {row} {STORY} {NEXT}"
    assert STORY in clean(Document(id="x", text=text, title=TITLE, language="ar"), RULES).text
