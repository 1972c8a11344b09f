"""The story's own sentences beside the page's words: on one line with them, under them, or before them. The whole run decides."""

import pytest

from ingest import Document, clean, load_rules

FIRST = "أعلنت بلدية الميناء رفع أجور العمال إلى 290 دينارا اعتبارا من بداية العام المقبل، بعد مشاورات مع النقابات."
SECOND = "وقالت المهندسة ليلى مراد إن القرار يشمل عمال السور القديم كافة، وسيطبق على مراحل خلال ثلاثة أشهر من نشره."
LAST = "ورحبت غرفة الصناعة بالقرار."
PLAIN = "رحبت غرفة الصناعة بالقرار."
TITLE = "أسعار الحجر في الميناء اليوم الخميس"
WRECK = "مقتل ثلاثة أشخاص في حادث سير على الطريق الصحراوي"
DEAD = "لقي ثلاثة أشخاص مصرعهم وأصيب خمسة آخرون في حادث سير وقع على الطريق الصحراوي صباح اليوم."
BEGAN = "ويذكر أن البرنامج انطلق أول مرة عام 2019 في ثلاث محافظات."
READ_ALSO = "اقرأ أيضا: رفع الحد الأدنى للأجور في الأردن"
RULES = load_rules()


def left(text: str, title: str | None = None) -> str:
    """What is left of a text, on one line."""
    return " ".join(clean(Document(id="x", text=text, title=title, language="ar"), RULES).text.split())


@pytest.mark.parametrize(
    ("tail", "stays"),
    [
        pytest.param([f"{LAST} المصدر: رويترز", "شارك الخبر"], LAST, id="its source, in mid-story"),
        pytest.param([f"{PLAIN} المصدر: رويترز"], PLAIN, id="its source"),
        pytest.param(["وانطلق البرنامج عام 2019 (المصدر: رويترز)"], "وانطلق البرنامج عام 2019", id="its source in brackets"),
        pytest.param([f"{LAST} (أ ف ب)", "المصدر: الساحل نيوز"], LAST, id="its agency"),
        pytest.param([f"{BEGAN} جميع الحقوق محفوظة © 2025"], BEGAN, id="rights"),
        pytest.param(
            [f"{PLAIN} وقالت للأهالي: تابعوا صفحتنا على فيسبوك. وستعلن المواعيد غدا."], "تابعوا صفحتنا", id="words of somebody"
        ),
        pytest.param(["ورفضت المغنية عرض الشركة أمس. جميع الحقوق محفوظة لها وحدها."], "جميع الحقوق", id="rights of somebody"),
        pytest.param(["ربيع بيروت"], "ربيع بيروت", id="a spring and no name"),
        pytest.param([READ_ALSO, "صدر القرار في الجريدة الرسمية يوم الخميس الماضي."], "صدر القرار", id="above it another story"),
        pytest.param([READ_ALSO, "ما البدائل المتاحة؟", "ينصح الخبراء بالتسجيل المبكر."], "ما البدائل المتاحة؟", id="a question"),
        pytest.param([READ_ALSO, "ما البدائل المتاحة؟", "ينصح الخبراء بالتسجيل المبكر."], "ينصح الخبراء", id="what answers it"),
    ],
)
def test_a_last_line_stays(tail: list[str], stays: str) -> None:
    assert stays in left("\n".join([FIRST, SECOND, *tail]))


@pytest.mark.parametrize(
    ("tail", "goes"),
    [
        pytest.param([f"{BEGAN} جميع الحقوق محفوظة © 2025"], "محفوظة", id="rights"),
        pytest.param(["يحتفظ موقع الوطن بحق حذف أي تعليق يتضمن إساءة"], "يحتفظ", id="who reads the comments"),
        pytest.param([READ_ALSO, "هل رفض حاكم الجزيرة التطبيع مع الجيران؟", "طبيب يعالج الأطفال مجانا"], "التطبيع", id="questions"),
        pytest.param(
            [READ_ALSO, "طبيب يعالج الأطفال مجانا في الريف.", "فيلم قصير عن الصيادين يفوز بالجائزة"], "طبيب", id="a full stop"
        ),
    ],
)
def test_what_stands_beside_it_goes(tail: list[str], goes: str) -> None:
    assert goes not in left("\n".join([FIRST, SECOND, *tail]))


@pytest.mark.parametrize(
    ("text", "title", "stays"),
    [
        pytest.param(
            f"{TITLE} {TITLE} تشهد ارتفاعا بنحو 20 دينارا وسط ترقب المقاولين. {FIRST} {SECOND}",
            TITLE,
            f"{TITLE} تشهد",
            id="a lede that begins with the headline and a verb",
        ),
        pytest.param(
            f"{FIRST} {SECOND} ويتيح التطبيق تغيير حجم الخط عند القراءة. {FIRST}",
            None,
            "تغيير حجم الخط عند القراءة.",
            id="a font's size",
        ),
        pytest.param(
            f"الرئيسية > أخبار > محليات ارتفعت {TITLE} بنحو 20 دينارا وسط ترقب المقاولين. {FIRST} {SECOND}",
            TITLE,
            f"ارتفعت {TITLE}",
            id="a verb before the headline's words",
        ),
        pytest.param(f"{WRECK} سيارة إسعاف من الأرشيف {DEAD} {FIRST} {SECOND}", WRECK, DEAD, id="a header's words end a caption"),
        pytest.param(
            f"{FIRST} {SECOND} وحقق العرض ملايين المشاهدات على يوتيوب شارك تويتر واتساب", None, "على يوتيوب", id="a network"
        ),
        pytest.param(
            f"{FIRST} {SECOND} ونشرت الفنانة الصورة على منصة إكس فيسبوك تويتر واتساب", None, "على منصة إكس", id="a platform"
        ),
        pytest.param(
            f"{FIRST} {SECOND} اقرأ أيضا: وفاة الفنان القدير بعد صراع مع المرض نقلت وكالة رويترز عن مصدر أن السور سيغلق. {FIRST}",
            None,
            "نقلت وكالة رويترز",
            id="an agency and its verb behind another story's headline",
        ),
    ],
)
def test_a_sentence_in_a_flattened_page_stays(text: str, title: str | None, stays: str) -> None:
    assert stays in left(text, title)


def test_the_articles_own_section_under_a_read_also_line_stays() -> None:
    title = "التموين تعلن موعد صرف السلع على البطاقة"
    own = "أسعار السلع على البطاقة سجل سعر كيلو السكر 12 جنيها، وسعر زجاجة الزيت 30 جنيها."
    page = [title, FIRST, SECOND, "اقرأ أيضا:", "سعر كيلو السكر اليوم في الأسواق", own, DEAD]
    assert "وسعر زجاجة الزيت" in left("\n".join(page), title)


@pytest.mark.parametrize(
    "lede", [f"في خطوة لافتة، {FIRST}", f"تسعى وزارة الأشغال إلى ترميم السور. {FIRST}", f"تشهد المحافظات أمطارا. {FIRST}"]
)
def test_a_headline_printed_twice_goes_before_any_lede(lede: str) -> None:
    assert left(f"{WRECK} {WRECK} {lede} {SECOND}") == f"{lede} {SECOND}"


@pytest.mark.parametrize(
    "caption", ["ولدان يلعبان أمام خيمة (رويترز)", "واحات النخيل في الجنوب - أ ف ب", "ويتكوف في البيت الأبيض (رويترز)"]
)
def test_a_caption_may_begin_with_any_letter(caption: str) -> None:
    assert left(f"{WRECK}\n{caption}\n{FIRST}\n{SECOND}") == f"{FIRST} {SECOND}"


def test_a_share_bar_behind_a_network_goes() -> None:
    assert left(f"{FIRST} {SECOND} وحقق العرض ملايين المشاهدات على يوتيوب شارك تويتر واتساب").endswith("على يوتيوب")


EAT = "ينصح الأطباء بتناول السبانخ والعدس والتمر مع عصير البرتقال لتحسين الامتصاص في الحمل والرضاعة وبعدهما بقليل."
RISE = "زيادة الرواتب في القطاع العام"
MORE = "وقال المصدر إن التفاصيل الكاملة ستعلن خلال أيام عبر الصفحة الرسمية للوزارة، وإن العمل يجري على قدم وساق."


@pytest.mark.parametrize(
    ("lines", "title", "stays"),
    [
        pytest.param(
            [f"{RISE} أقر مجلس الوزراء {RISE} ابتداء من الشهر المقبل. {MORE} {SECOND}"],
            RISE,
            f"أقر مجلس الوزراء {RISE} ابتداء",
            id="a lede that says the headline again",
        ),
        pytest.param(
            [f"وتستضيف القاعة الرئيسية معرض القاهرة الدولي للكتاب، وهو أكبر معارض المنطقة. {MORE} {SECOND}"],
            "معرض القاهرة الدولي للكتاب",
            "وتستضيف القاعة الرئيسية معرض القاهرة الدولي للكتاب",
            id="the main hall, before the headline's words",
        ),
        pytest.param(
            [f"{FIRST} {MORE} أين تحجز التذاكر؟ https://museum.tn/book هو العنوان الوحيد للحجز."],
            "المتحف يفتح أبوابه",
            "https://museum.tn/book",
            id="a link that a sentence begins with",
        ),
        pytest.param(
            [f"{FIRST} {MORE} محتوى مدفوع هل يحق للصحف نشره؟ {SECOND}"], None, "محتوى مدفوع هل", id="a question about adverts"
        ),
        pytest.param(
            ["فوائد الحديد", MORE, "وهذه أهم الأطعمة.", "السفن", "العمل", "الوزارة"], "فوائد الحديد", "العمل", id="a list"
        ),
        pytest.param(["نصائح", FIRST, MORE, "ابقوا على اطلاع على حالة الطقس"], "نصائح", "حالة الطقس", id="a tip"),
        pytest.param(
            ["الفيلم يعود", FIRST, "إخراج: شادي عبد السلام، تصوير: عبد العزيز فهمي", MORE],
            "الفيلم يعود",
            "إخراج",
            id="a film's credits",
        ),
        pytest.param(
            ["كيف تزيل الخلفية", FIRST, "حفظ الصورة", MORE], "كيف تزيل الخلفية", "حفظ الصورة", id="a step of instructions"
        ),
        pytest.param(["حوار", "أجور العمال", FIRST, MORE], "حوار", "أجور العمال أعلنت", id="a kicker"),
        pytest.param(
            ["الشكر في القرآن", FIRST, "اعملوا آل داود شكرا وقليل من عبادي الشكور (سبأ)", MORE],
            "الشكر في القرآن",
            "اعملوا",
            id="a verse",
        ),
        pytest.param(
            ["يوميات الأسرى", "الخيمة الأولى", "السبت 1 مارس 2025", FIRST, "الخيمة الثانية", "الأحد 2 مارس 2025", MORE],
            "يوميات الأسرى",
            "الخيمة الأولى",
            id="a day of a diary",
        ),
        pytest.param([FIRST, "![]()", "قاعة المتحف الجديدة"], FIRST, "قاعة المتحف", id="a text that is all headline"),
    ],
)
def test_what_looks_like_a_page_stays(lines: list[str], title: str | None, stays: str) -> None:
    assert stays in left("\n".join(lines), title)


@pytest.mark.parametrize("heading", ["Early Life", "Key Takeaways", "Why It Matters"])
def test_headings_in_capitals_stay(heading: str) -> None:
    page = [
        "Council approves harbor plan",
        heading,
        "The city voted on Tuesday to approve a long-delayed plan for the harbor wall.",
    ]
    page += ["Later Years", "Mayor Helen Ortiz said the work would start in the spring and end before the storm season."]
    assert heading in clean(Document(id="x", text="\n".join(page), language="en"), RULES).text
