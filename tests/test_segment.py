"""Flattened pages: where they are cut, and that prose is not."""

import time
from itertools import pairwise

import pytest

from ingest import Document, load_rules
from ingest.segment import is_flat

FIRST = "أعلنت بلدية الميناء أمس أن أعمال صيانة السور القديم ستبدأ مطلع الأسبوع المقبل وتستمر ثلاثة أشهر."
SECOND = "وقالت المهندسة ليلى مراد إن الفريق انتهى من الدراسة وإن السقالات ستنصب عند البوابة الشمالية أولا."
TITLE = "بلدية الميناء تبدأ صيانة السور القديم"
LONG = "الذهب يرتفع في تعاملات الصباح إلى أعلى سعر في شهرين بعد تراجع العملة أمام سلة العملات"
VAGUE = "ويستمر العمل في السور القديم ثلاثة أشهر كاملة بعد نصب السقالات."
STAMP = "الأربعاء 3 أبريل 2024 10:15 ص"
BARE = "الأربعاء 3 أبريل 2024 10:15"
ONE_PHRASE = "يبحث الناس في الصحف عن أخبار ذات صلة بما جرى على السور القديم"
# They open or hold what may be a page's phrase, and are whole.
SENTENCES = [
    "انضم إلى المحادثة رئيس البرلمان عبر الفيديو وأثنى على ما تحقق في العام الماضي.",
    "شارك الخبر آلاف المستخدمين في ساعات قليلة من مساء أمس.",
    "أخبار ذات صلة بالأزمة تتصدر الصحف الصادرة في العاصمة هذا الصباح.",
    "شاهد أيضا السياح القلعة بعد ترميمها في صباح يوم مشمس من أيام الربيع.",
    "تسجيل الدخول إلى القاعة بدأ قبل موعد الجلسة بساعتين كاملتين.",
    "هل وجدت هذه المعلومات في مصدر آخر غير الرسالة التي وصلت أمس؟",
    "وشمل الحجب فيسبوك وتويتر ويوتيوب وإنستغرام بحسب منظمة تراقب الشبكة.",
    "وحظرت المدينة فيسبوك، تويتر، إنستغرام منذ بداية العام الدراسي.",
    "ارتفعت أسعار الذهب اليوم الأربعاء 5 مارس 2025 - 11:40 بنسبة واحد في المئة عن أمس.",
    "وصلت السفينة يوم 3/4/2024 10:15 بحسب سجل الميناء وعلى ظهرها مئة راكب.",
    "قال الوزير - زياد عيتاني - إن السور القديم يحتاج إلى صيانة عاجلة هذا العام.",
    "زياد عيتاني يقود فريق الميناء إلى النهائي بعد هدفين في الشوط الثاني.",
    "الأربعاء 3 أبريل 2024، وصلت سفينة إلى الميناء القديم وعلى ظهرها مئة راكب.",
]
TWO_PHRASES = "ودعا البنك عملاءه: اشتركوا في النشرة البريدية، تابعونا على فيسبوك، لكن الخبراء سخروا من الحملة"
FAR = "ويعيش في الوادي صيادون ورعاة تركوا البحر قبل سنوات طويلة وراحوا يزرعون التين والزيتون على سفوح الجبل."
ABBREVIATED = "ونقل موقع دبي.نت عن وكالة أ.ش.أ أن شركة الميناء ش.م.ل طلبت السقالات من الخارج."
NEXT = "قالت المهندسة إن العمل بدأ قبل أسبوعين."
SEEN = "أسوار الميناء القديمة بعد المطر"
SHOWN = "تظهر أسوار الميناء القديمة بعد المطر"
CLIPBOARD = "width px height px The URL has been copied to your clipboard No media source currently available 0:00 0:01:47"
PLACES = "القاهرة والخرطوم وتونس"
SUBJECT = "رئيس الوزراء العراقي استقبل اليوم في بغداد رئيس الوزراء الأردني وبحث معه صيانة السور القديم في مدينة الميناء."
HALVES = "هل يصمد السور؟ بلدية الميناء تبدأ الصيانة"
SEGMENTER = load_rules().engine("ar", None).segmenter


def pieces(text: str, title: str | None = None) -> list[str]:
    places, _ = SEGMENTER.cuts(Document(id="x", text=text, title=title))
    edges = [0, *places, len(text)]
    return [text[start:end].strip() for start, end in pairwise(edges)]


@pytest.mark.parametrize(
    ("text", "flat"),
    [
        (f"{FIRST} {SECOND} {FIRST}", True),
        (f"{FIRST} {SECOND}\n{TITLE}", True),
        (FIRST, False),
        ("\n".join([FIRST, SECOND] * 4), False),
        ("\n".join([f"{FIRST} {SECOND}"] * 3), False),  # an article of three paragraphs
        (f"{TITLE}\n{' '.join([FIRST, SECOND] * 6)}\n{TITLE}", True),
        (TITLE, False),
        ("", False),
    ],
)
def test_what_is_a_flattened_page(text: str, flat: bool) -> None:
    assert is_flat(text) is flat


@pytest.mark.parametrize(
    ("text", "title", "cut"),
    [
        (f"{FIRST} {SECOND}", None, [FIRST, SECOND]),
        (f"الرئيسية    {FIRST} {SECOND}", None, ["الرئيسية", FIRST, SECOND]),
        (f"{FIRST} {SECOND} اقرأ أيضا الذهب يرتفع", None, [FIRST, SECOND, "اقرأ أيضا", "الذهب يرتفع"]),
        (f"{FIRST} المصدر: رويترز إقرأ المزيد {SECOND}", None, [FIRST, "المصدر: رويترز", "إقرأ المزيد", SECOND]),
        (f"{TITLE} {FIRST} {SECOND}", TITLE, [TITLE, FIRST, SECOND]),
        (f"أخبار تاريخ النشر: 3 مارس 2025 {TITLE} {FIRST} {SECOND}", TITLE, [TITLE, FIRST, SECOND]),
        (f"زنبق وخزام تاريخ النشر: 3 مارس 2025 {FIRST} {SECOND}", None, ["زنبق وخزام", "تاريخ النشر: 3 مارس 2025", FIRST, SECOND]),
        (f"{HALVES} {FIRST} {SECOND}", HALVES, [HALVES, FIRST, SECOND]),
        (f"{FIRST} الساحل.. صيانة السور القديم تبدأ غدا {SECOND}", None, [FIRST, f"الساحل.. صيانة السور القديم تبدأ غدا {SECOND}"]),
        (f"{FIRST} {FIRST} {SECOND}", None, [FIRST, FIRST, SECOND]),
        (f"عنوان قصير للفقرة {FIRST} {FIRST} {SECOND}", None, ["عنوان قصير للفقرة", FIRST, FIRST, SECOND]),
        (f"{FIRST} Facebook X Telegram {SECOND}", None, [FIRST, "Facebook X Telegram", SECOND]),
        (f"{FIRST} مدة القراءة: 3 دقائق {SECOND}", None, [FIRST, "مدة القراءة: 3 دقائق", SECOND]),
        (f"{FIRST} اقرأ أيضا {LONG} {SECOND}", None, [FIRST, "اقرأ أيضا", LONG, SECOND]),
        (f"{FIRST} اقرأ أيضا {TITLE} {VAGUE}", None, [FIRST, "اقرأ أيضا", TITLE, VAGUE]),
        (
            f"{TITLE} نحن والمدينة الأربعاء 3 أبريل 2024 10:15 ص {FIRST} {SECOND}",
            TITLE,
            [TITLE, "نحن والمدينة", STAMP, FIRST, SECOND],
        ),
        (f"زنبق وخزام {BARE} {TITLE} {FIRST} {SECOND}", TITLE, ["زنبق وخزام", BARE, TITLE, FIRST, SECOND]),
        (
            f"{TITLE} زياد عيتاني الأربعاء 3 أبريل 2024 {FIRST} {SECOND}",
            TITLE,
            [TITLE, "زياد عيتاني", "الأربعاء 3 أبريل 2024", FIRST, SECOND],
        ),
        (f"{TITLE} زياد عيتاني {FIRST} {SECOND}", TITLE, [TITLE, f"زياد عيتاني {FIRST}", SECOND]),
        (f"{TITLE} نشر في {STAMP} {FIRST} {SECOND}", TITLE, [TITLE, f"نشر في {STAMP}", FIRST, SECOND]),
        (f"{FIRST} {SECOND} التعليقات اقرأ أيضا الذهب يرتفع", None, [FIRST, SECOND, "التعليقات", "اقرأ أيضا", "الذهب يرتفع"]),
        (
            f"{FIRST} {SECOND} السور القديم أخبار ذات صلة لا توجد تعليقات بعد",
            None,
            [FIRST, SECOND, "السور القديم", "أخبار ذات صلة", "لا توجد تعليقات بعد"],
        ),
        (
            f"{FIRST} {SECOND} نشرة المدينة البريدية تصلكم كل صباح تابعونا على فيسبوك الأكثر قراءة الذهب يرتفع",
            None,
            [FIRST, SECOND, "نشرة المدينة البريدية تصلكم كل صباح", "تابعونا على فيسبوك", "الأكثر قراءة", "الذهب يرتفع"],
        ),
        (f"الرئيسية سياسة اقتصاد رياضة ثقافة المزيد {TITLE} {FIRST} {SECOND}", TITLE, [TITLE, FIRST, SECOND]),
        (f"بوابة الساحل {TITLE} 3/4/2024 {FIRST} {SECOND}", TITLE, ["بوابة الساحل", TITLE, "3/4/2024", FIRST, SECOND]),
        (f"{FIRST} {SECOND} الترددات والوظائف © 2024 الساحل", None, [FIRST, SECOND, "الترددات والوظائف", "© 2024 الساحل"]),
        (f"{FIRST} {SECOND} التعليقات (3) أبو سالم الله يعين", None, [FIRST, SECOND, "التعليقات (3)", "أبو سالم الله يعين"]),
        (f"{FIRST} أخبار ذات صلة: صيانة السور تبدأ {VAGUE}", None, [FIRST, "أخبار ذات صلة:", "صيانة السور تبدأ", VAGUE]),
        (f"{FIRST} {SECOND} {ONE_PHRASE}", None, [FIRST, SECOND, ONE_PHRASE]),
        (f"{TITLE} {STAMP} {FIRST} {SECOND}", f"{TITLE} | مجتمع | صحيفة الساحل", [TITLE, STAMP, FIRST, SECOND]),
        (f"مجتمع {TITLE} {FIRST} السور القديم {SECOND}", TITLE, ["مجتمع", TITLE, FIRST, f"السور القديم {SECOND}"]),
        (f"{TITLE} صورة: أرشيف {TITLE} {FIRST} {SECOND}", TITLE, [TITLE, "صورة: أرشيف", TITLE, FIRST, SECOND]),
        (f"الميناء - زياد عيتاني {BARE} {FIRST} {SECOND}", None, ["الميناء - زياد عيتاني", BARE, FIRST, SECOND]),
        (
            f"{TITLE} 3/4/2024 الميناء - زياد عيتاني {FIRST} {SECOND}",
            TITLE,
            [TITLE, "3/4/2024", "الميناء - زياد عيتاني", FIRST, SECOND],
        ),
        (f"{TITLE} 3/4/2024 كتبت ـ ليلى مراد {FIRST} {SECOND}", TITLE, [TITLE, "3/4/2024", "كتبت ـ ليلى مراد", FIRST, SECOND]),
        (
            f"{TITLE} 3/4/2024 الميناء - رمضان مسعد: {FIRST} {SECOND}",
            TITLE,
            [TITLE, "3/4/2024", "الميناء - رمضان مسعد:", FIRST, SECOND],
        ),
        (
            f"{TITLE} السور القديم زياد عيتاني {BARE} {FIRST} {SECOND}",
            TITLE,
            [TITLE, "السور القديم", "زياد عيتاني", BARE, FIRST, SECOND],
        ),
        (
            f"{TITLE} حرر من طرف امحند أوبركة في 03/06/2023 على الساعة 19:30 {FIRST} {SECOND}",
            TITLE,
            [TITLE, "حرر من طرف امحند أوبركة", "في 03/06/2023 على الساعة 19:30", FIRST, SECOND],
        ),
        (f"{FIRST} {SECOND} طباعة {TITLE} | الساحل", TITLE, [FIRST, SECOND, "طباعة", f"{TITLE} | الساحل"]),
        # A phrase of the packs that is in the headline is no cut in it.
        (
            f"الرئيسية المشهد الاقتصادي منوعات أسعار صرف العملات في الميناء القديم {BARE} {FIRST} {SECOND}",
            "أسعار صرف العملات في الميناء القديم",
            ["الرئيسية المشهد الاقتصادي منوعات", "أسعار صرف العملات في الميناء القديم", BARE, FIRST, SECOND],
        ),
        # Run together without a space.
        (
            f"محليات{TITLE}الجمعة9 فبراير 2024 10:15{FIRST}{SECOND}",
            TITLE,
            ["محليات", TITLE, "الجمعة9 فبراير 2024 10:15", FIRST, SECOND],
        ),
        (f"{TITLE} 3/4/2024 كتب: زياد عيتاني {FIRST} {SECOND}", TITLE, [TITLE, "3/4/2024", "كتب: زياد عيتاني", FIRST, SECOND]),
        (
            f"{TITLE} 3/4/2024 السور في الشتاء (رويترز) {FIRST} {SECOND}",
            TITLE,
            ["3/4/2024", "السور في الشتاء (رويترز)", FIRST, SECOND],
        ),
        (
            f"{TITLE} 3/4/2024 الميناء: «الشرق الأوسط» {FIRST} {SECOND}",
            TITLE,
            ["3/4/2024", "الميناء: «الشرق الأوسط»", FIRST, SECOND],
        ),
        (f"{TITLE} 3/4/2024 زياد عيتاني {FIRST} {SECOND} {FAR} {FAR}", TITLE, ["3/4/2024", "زياد عيتاني", FIRST, SECOND, FAR, FAR]),
        (
            f"عبد الله سعيد 11 سبتمبر 2024 + الخط - {FIRST} {SECOND}",
            None,
            ["عبد الله سعيد", "11 سبتمبر 2024", "+ الخط -", FIRST, SECOND],
        ),
        (f"{FIRST} السور في الشتاء صورة من: Jan Vit/dpa {SECOND}", None, [FIRST, "السور في الشتاء صورة من: Jan Vit/dpa", SECOND]),
        (f"{FIRST} {SECOND} رابط مختصر https://sahel.example/a1", None, [FIRST, SECOND, "رابط مختصر", "https://sahel.example/a1"]),
        (
            f"{FIRST} {SECOND} 2 تعليقات قارئ يقول: 16 يناير، 2020 الساعة 7:11 م الله يعين",
            None,
            [SECOND, "2 تعليقات", "قارئ يقول:", "16 يناير، 2020 الساعة 7:11 م", "الله يعين"],
        ),
        (
            f"{TITLE} فريق تحرير الساحل 13 سبتمبر 2023 {FIRST} {SECOND}",
            TITLE,
            [TITLE, "فريق تحرير الساحل", "13 سبتمبر 2023", FIRST, SECOND],
        ),
        (
            f"مجتمع {TITLE} فريق تحرير الساحل 13 سبتمبر 2023 {FIRST} {SECOND}",
            TITLE,
            [TITLE, "فريق تحرير الساحل", "13 سبتمبر 2023", FIRST, SECOND],
        ),
        (
            f"مجتمع {TITLE} الميناء: بوابة الساحل {FIRST} {SECOND}",
            f"{TITLE} - بوابة الساحل",
            [TITLE, "الميناء: بوابة الساحل", FIRST, SECOND],
        ),
        (f"{FIRST} مادة إعلانية {FAR[2:]} {SECOND}", None, [FIRST, f"مادة إعلانية {FAR[2:]}", SECOND]),
        (
            f"{FIRST} مادة إعلانية وقالت المهندسة إن العمل بدأ. {SECOND}",
            None,
            ["مادة إعلانية", "وقالت المهندسة إن العمل بدأ.", SECOND],
        ),
        (f"{FIRST} إعلان وقالت المهندسة إن العمل بدأ. {SECOND}", None, ["إعلان", "وقالت المهندسة إن العمل بدأ.", SECOND]),
        (f"{FIRST} إعلان الوزارة صدر أمس. {SECOND}", None, ["إعلان الوزارة صدر أمس.", SECOND]),
        (f"{FIRST} {SECOND} قارئ {BARE} الله يعين", None, [FIRST, SECOND, "قارئ", BARE, "الله يعين"]),
        (f"{FIRST} {SECOND} {TWO_PHRASES}", None, [FIRST, SECOND, TWO_PHRASES]),
        (f"{FIRST} اقرأ أيضا {LONG} {VAGUE}", None, [FIRST, "اقرأ أيضا", f"{LONG} {VAGUE}"]),
        (f"{FIRST}{SECOND} {FAR}", None, [FIRST, SECOND, FAR]),
        (f"{FIRST}اقرأ أيضا: {LONG} {SECOND}", None, [FIRST, "اقرأ أيضا:", LONG, SECOND]),
        (f"{FIRST} {ABBREVIATED} {SECOND}", None, [FIRST, ABBREVIATED, SECOND]),
        (f"{FIRST} اقرأ أيضا {LONG} من جهتها، {NEXT}", None, [FIRST, "اقرأ أيضا", LONG, f"من جهتها، {NEXT}"]),
        (f"{FIRST} اقرأ أيضا {LONG} وفي الطرف الآخر، {NEXT}", None, [FIRST, "اقرأ أيضا", LONG, f"وفي الطرف الآخر، {NEXT}"]),
        (f"{FIRST} اقرأ أيضا {LONG} وحذرت البلدية من العمل ليلا.", None, ["اقرأ أيضا", LONG, "وحذرت البلدية من العمل ليلا."]),
        (f"{FIRST} اقرأ أيضا تونس وتركيا تبحثان ترميم الأسوار. {SECOND}", None, ["تونس وتركيا تبحثان ترميم الأسوار.", SECOND]),
        (f"{FIRST} {SECOND} أسوار ومدن اقرأ أيضا {LONG}", None, [SECOND, "أسوار ومدن", "اقرأ أيضا", LONG]),
        (f"{FIRST} {SECOND} مواضيع ممكن أن تعجبك: {LONG}", None, [SECOND, "مواضيع ممكن أن تعجبك:", LONG]),
        (f"{TITLE} 3/4/2024 {SHOWN} - رويترز {FIRST} {SECOND}", TITLE, ["3/4/2024", f"{SHOWN} - رويترز", FIRST, SECOND]),
        (f"{TITLE} 3/4/2024 {PLACES} - رويترز {FIRST} {SECOND}", TITLE, [TITLE, "3/4/2024", f"{PLACES} - رويترز {FIRST}", SECOND]),
        (f"{TITLE} 3/4/2024 {SUBJECT} {FAR}", TITLE, [TITLE, "3/4/2024", SUBJECT, FAR]),
        (
            f"{TITLE} 3/4/2024 Sputnik / Pavel Lvov {FIRST} {SECOND}",
            TITLE,
            [TITLE, "3/4/2024", "Sputnik / Pavel Lvov", FIRST, SECOND],
        ),
        (
            f"{FIRST} {SECOND} انسخ الرابط https://sahel.example/a1",
            None,
            [FIRST, SECOND, "انسخ الرابط", "https://sahel.example/a1"],
        ),
        (f"{FIRST} {CLIPBOARD} {SECOND}", None, [FIRST, CLIPBOARD, SECOND]),
        (f"{FIRST} الأسوار وأهلها من قبل زياد عيتاني {SECOND}", None, [FIRST, f"الأسوار وأهلها من قبل زياد عيتاني {SECOND}"]),
        (f"{TITLE} من قبل زياد عيتاني 3/4/2024 {FIRST} {SECOND}", TITLE, [TITLE, "من قبل زياد عيتاني", "3/4/2024", FIRST, SECOND]),
        (
            f"{TITLE} 3/4/2024 من قبل زياد عيتاني {VAGUE} {SECOND}",
            TITLE,
            [TITLE, "3/4/2024", f"من قبل زياد عيتاني {VAGUE}", SECOND],
        ),
        (f"{FIRST} وأغلقت الدولة فيسبوك تويتر قبل عام. {SECOND}", None, [FIRST, "وأغلقت الدولة فيسبوك تويتر قبل عام.", SECOND]),
        (f"{FIRST} {SECOND} الأسوار محتوى مدفوع تحميل التطبيق", None, [FIRST, SECOND, "الأسوار", "محتوى مدفوع", "تحميل التطبيق"]),
        (f"{FIRST} {SEEN} (رويترز) {SECOND}", None, [FIRST, f"{SEEN} (رويترز)", SECOND]),
        (f"{FIRST} {SHOWN} (رويترز) {SECOND}", None, [FIRST, f"{SHOWN} (رويترز) {SECOND}"]),
        (f"{FIRST} {SEEN} بحسب وكالة (رويترز) {SECOND}", None, [FIRST, f"{SEEN} بحسب وكالة (رويترز) {SECOND}"]),
        (f"{FIRST} {SEEN} (رويترز) من أن السور قديم. {SECOND}", None, [FIRST, f"{SEEN} (رويترز) من أن السور قديم.", SECOND]),
        (f"{FIRST} وقال إن {SHOWN} (رويترز) {SECOND}", None, [FIRST, f"وقال إن {SHOWN} (رويترز) {SECOND}"]),
        (f"{SECOND} شارك الخبر {FIRST} {FAR}", None, [SECOND, "شارك الخبر", FIRST, FAR]),
        (f"{FIRST} شارك الخبر آلاف من سكان الميناء. {SECOND}", None, [FIRST, "شارك الخبر آلاف من سكان الميناء.", SECOND]),
        (f"{FIRST} {SECOND} الأسوار والمدن أضف تعليقا الأحدث {LONG}", None, ["الأسوار والمدن أضف تعليقا الأحدث " + LONG]),
        (f"{FIRST} {SECOND} شارك الخبر أضف تعليقا الأحدث {LONG}", None, ["شارك الخبر", "أضف تعليقا", f"الأحدث {LONG}"]),
        (f"{FIRST} {SECOND} © 2022 الساحل الأسوار أضف تعليقا الأحدث {LONG}", None, ["أضف تعليقا الأحدث " + LONG]),
        (f"{FIRST} ونشر وسم #سور على صفحته. {SECOND}", None, [FIRST, "ونشر وسم #سور على صفحته.", SECOND]),
        (
            f"{TITLE} زياد عيتاني (الميناء) 3/4/2024 {FIRST} {SECOND} {FAR} {FAR}",
            TITLE,
            [TITLE, "زياد عيتاني (الميناء)", "3/4/2024", FIRST, SECOND, FAR, FAR],
        ),
        (
            f"الرئيسية أخبار {TITLE} نشر في 3 أبريل 2024 الساعة 10:15 {TITLE} {FIRST} {SECOND}",
            None,
            [TITLE, "نشر في 3 أبريل 2024 الساعة 10:15", TITLE, FIRST, SECOND],
        ),
        (f"مدن {TITLE} وقال إن {TITLE} {FAR}", None, [f"مدن {TITLE} وقال إن {TITLE} {FAR}"]),
        (
            f"{TITLE} المصدر: سلمى حداد - الميناء التاريخ: 07 مارس 2023 {FIRST} {SECOND}",
            TITLE,
            [TITLE, "المصدر: سلمى حداد - الميناء", "التاريخ: 07 مارس 2023", FIRST, SECOND],
        ),
        (f"10 دقائق كانت كافية للبحث في السور. {FIRST} {SECOND}", None, ["10 دقائق كانت كافية للبحث في السور.", FIRST, SECOND]),
        (f"{FIRST[:-1]}. © رويترز {SECOND} {FAR}", None, [f"{FIRST[:-1]}. © رويترز {SECOND}", FAR]),
        (
            f"{FIRST} الأكثر قراءة بين سكان الميناء كتب البحر. {SECOND}",
            None,
            [FIRST, "الأكثر قراءة بين سكان الميناء كتب البحر.", SECOND],
        ),
        (f"{FIRST} إعلان جاء بعد ساعات من الصيانة. {SECOND}", None, [FIRST, "إعلان جاء بعد ساعات من الصيانة.", SECOND]),
        (f"{FIRST} {SECOND} وكان الكتاب هو الأكثر قراءة", None, [FIRST, SECOND, "وكان الكتاب هو الأكثر قراءة"]),
        (f"{FIRST} {SECOND} كان يقول لهم اقرأوا أيضا كتب البحر", None, [FIRST, SECOND, "كان يقول لهم اقرأوا أيضا كتب البحر"]),
        (
            f"{FIRST} {SECOND} وغرد الناس تحت وسمي #السور #الميناء معا",
            None,
            [FIRST, SECOND, "وغرد الناس تحت وسمي #السور #الميناء معا"],
        ),
        (
            f"{FIRST} اقرأ أيضا الحكومة تقر الموازنة وقد ترفع الضرائب. {SECOND}",
            None,
            ["الحكومة تقر الموازنة وقد ترفع الضرائب.", SECOND],
        ),
        (
            f"{FIRST} آخر تحديث: 11/09/2024 - 15:41 2 دقائق {SEEN}. © رويترز نص: فرانس24 / أ ف ب {SECOND}",
            None,
            ["آخر تحديث: 11/09/2024 - 15:41", "2 دقائق", f"{SEEN}. © رويترز", "نص: فرانس24 / أ ف ب", SECOND],
        ),
        (
            f"{TITLE} حرر من طرف سلمى حداد و زياد عيتاني في 15/02/2023 على الساعة 19:30 {FIRST} {SECOND}",
            TITLE,
            [TITLE, "حرر من طرف سلمى حداد و زياد عيتاني", "في 15/02/2023 على الساعة 19:30", FIRST, SECOND],
        ),
        (
            f"{FIRST} شاهد أيضا: أسوار المدن القديمة • كيف بدأ العمل؟ {SECOND}",
            None,
            ["شاهد أيضا:", "أسوار المدن القديمة", "• كيف بدأ العمل؟", SECOND],
        ),
        (
            f"{FIRST} اقرأ أيضا {LONG}، كما كتب طنطا 12 مارس 1971، والسويس. {SECOND}",
            None,
            [FIRST, "اقرأ أيضا", f"{LONG}، كما كتب طنطا 12 مارس 1971، والسويس.", SECOND],
        ),
        (
            f"{FIRST} قال إنه يشكر الجمهور الذي شارك معنا في هذا العدد. {SECOND}",
            None,
            [FIRST, "قال إنه يشكر الجمهور الذي شارك معنا في هذا العدد.", SECOND],
        ),
        (
            f"بيروت 3 أبريل 2024 - شهدت المدينة أمطارا. {FIRST} {SECOND}",
            None,
            ["بيروت 3 أبريل 2024 - شهدت المدينة أمطارا.", FIRST, SECOND],
        ),
        (
            f"القائمة الرئيسية/الجهوية/تيزنيت أسوار {TITLE} {SEEN} {FIRST} {SECOND}",
            TITLE,
            ["القائمة الرئيسية/الجهوية/تيزنيت أسوار", TITLE, f"{SEEN} {FIRST}", SECOND],
        ),
        (f"الرئيسية / مدن {TITLE} {FAR} {NEXT}", TITLE, ["الرئيسية / مدن", TITLE, FAR, NEXT]),
        (f"{FIRST} أخبار ذات صلة بعد عامين.. السور يعود {VAGUE}", None, ["أخبار ذات صلة", "بعد عامين.. السور يعود", VAGUE]),
        (
            f"{FIRST} {SECOND} قارئ يقول 16 يناير، 2020 الساعة 7:11 م الله يعين",
            None,
            [SECOND, "قارئ يقول", "16 يناير، 2020 الساعة 7:11 م", "الله يعين"],
        ),
        (
            f"{TITLE} 3/4/2024 الميناء - واع - زياد عيتاني {FIRST} {SECOND}",
            TITLE,
            [TITLE, "3/4/2024", "الميناء - واع - زياد عيتاني", FIRST, SECOND],
        ),
        (f"{FIRST} إعلان بالمقابل، {NEXT} {SECOND}", None, [FIRST, "إعلان", f"بالمقابل، {NEXT}", SECOND]),
        (
            f"آخر تحديث {BARE} زنبق وخزام {STAMP} {FIRST} {SECOND} قارئ {BARE} نعم. آخر {BARE} لا.",
            None,
            [STAMP, FIRST, SECOND, f"قارئ {BARE} نعم.", f"آخر {BARE} لا."],
        ),
        (
            f"{FIRST} اقرأ أيضا: أسوار المدن القديمة متى يعود السور؟ {SECOND}",
            None,
            ["اقرأ أيضا:", "أسوار المدن القديمة", "متى يعود السور؟", SECOND],
        ),
        (f"{FIRST} اقرأ أيضا: متى يعود السور؟ {SECOND}", None, ["اقرأ أيضا:", "متى يعود السور؟", SECOND]),
        (f"{FIRST} اقرأ أيضا: أسوار المدن.. متى يعود السور؟ {SECOND}", None, ["أسوار المدن.. متى يعود السور؟", SECOND]),
        (f"زنبق 07 يونيو 2025 الساعة 10:24 ص {FIRST} {SECOND}", None, ["زنبق", "07 يونيو 2025 الساعة 10:24 ص", FIRST, SECOND]),
        (f"زنبق 03:12 م الأحد 29 يونيو 2025 {FIRST} {SECOND}", None, ["زنبق", "03:12 م الأحد 29 يونيو 2025", FIRST, SECOND]),
        (f"مجتمع {TITLE} {FIRST} {SECOND}", f"بالصور {TITLE} - الساحل", ["مجتمع", TITLE, FIRST, SECOND]),
        (f"بيروت 3 أبريل 2024 {FIRST} {SECOND}", None, ["بيروت 3 أبريل 2024", FIRST, SECOND]),
        (
            f"بحث الأسبوع الرئيسية أسوار ومدن وأبراج وقصور {TITLE} {SEEN} {FIRST} {SECOND}",
            TITLE,
            ["بحث الأسبوع الرئيسية أسوار ومدن وأبراج وقصور", TITLE, f"{SEEN} {FIRST}", SECOND],
        ),
        (
            f"{TITLE} 3/4/2024 حفظ بصيغة PDF نسخة ملائمة للطباعة تكبير الخط {FIRST} {SECOND}",
            TITLE,
            [TITLE, "3/4/2024", "حفظ بصيغة PDF", "نسخة ملائمة للطباعة", "تكبير الخط", FIRST, SECOND],
        ),
        (f"{FIRST} تكبير الخط متاح في كل الصفحات. {SECOND}", None, [FIRST, "تكبير الخط متاح في كل الصفحات.", SECOND]),
        (f"{FIRST} {SECOND} سلمى #الميناء #السور #صيانة", None, [FIRST, SECOND, "سلمى", "#الميناء #السور #صيانة"]),
        (f"{FIRST} {SECOND} غردوا على وسم #الميناء #السور #صيانة", None, [SECOND, "غردوا على وسم #الميناء #السور #صيانة"]),
        (
            f"{TITLE} {SEEN} (الفرنسية-أرشيف) Published On 3/4/2024 3/4/2024 | {FIRST} {SECOND}",
            TITLE,
            [TITLE, f"{SEEN} (الفرنسية-أرشيف)", "Published On 3/4/2024 3/4/2024 |", FIRST, SECOND],
        ),
        (
            f"{TITLE} مهندسون يؤكدون أن السور لا يحتمل شتاء آخر بلا صيانة {SEEN} (رويترز) {FIRST} {SECOND}",
            TITLE,
            [TITLE, f"مهندسون يؤكدون أن السور لا يحتمل شتاء آخر بلا صيانة {SEEN} (رويترز) {FIRST}", SECOND],
        ),
        (
            f"{FIRST} {SECOND} تابعونا على تيليجرام السور الميناء أخبار ذات صلة أسوار المدن",
            None,
            [SECOND, "تابعونا على تيليجرام", "السور الميناء", "أخبار ذات صلة", "أسوار المدن"],
        ),
        (f"{FIRST} {SECOND} تابعونا على شاشة الساحل", None, [FIRST, SECOND, "تابعونا على شاشة الساحل"]),
        (
            f"{FIRST} {SECOND} اخترنا لكم متى يعود السور؟ الأكثر قراءة 1 أين الميناء؟ © الساحل 2024.",
            None,
            [SECOND, "اخترنا لكم", "متى يعود السور؟", "الأكثر قراءة", "1 أين الميناء؟", "© الساحل 2024."],
        ),
        (
            f"{FIRST} {SECOND} مواضيع السور الميناء مقالات ذات صلة أسوار المدن القديمة... {VAGUE} {SECOND}",
            None,
            [SECOND, "مواضيع السور الميناء", "مقالات ذات صلة", "أسوار المدن القديمة...", VAGUE, SECOND],
        ),
        (
            f"{FIRST} {SECOND} مواضيع كثيرة قال عنها المهندس إنها مقالات ذات صلة بالسور القديم في الميناء. {VAGUE} {SECOND}",
            None,
            [SECOND, "مواضيع كثيرة قال عنها المهندس إنها مقالات ذات صلة بالسور القديم في الميناء.", VAGUE, SECOND],
        ),
        (
            f"{TITLE} مهندسون قلقون على السور المصدر: زياد عيتاني - الميناء التاريخ: 3 أبريل 2024 {FIRST} {SECOND}",
            TITLE,
            [TITLE, "مهندسون قلقون على السور", "المصدر: زياد عيتاني - الميناء", "التاريخ: 3 أبريل 2024", FIRST, SECOND],
        ),
        (
            f"{FIRST} {SECOND} الأكثر قراءة متى يعود السور؟ جميع الحقوق محفوظة للساحل",
            None,
            [SECOND, "الأكثر قراءة", "متى يعود السور؟", "جميع الحقوق محفوظة للساحل"],
        ),
        (
            f"{FIRST} {SECOND} ويشارك في العمل مهندسون من مصر جميع الحقوق محفوظة",
            None,
            ["ويشارك في العمل مهندسون من مصر", "جميع الحقوق محفوظة"],
        ),
        (
            f"{FIRST} {SECOND} وقال إن عبارة جميع الحقوق محفوظة لا تكفي",
            None,
            [FIRST, SECOND, "وقال إن عبارة جميع الحقوق محفوظة لا تكفي"],
        ),
        (f"{TITLE} {BARE} {TITLE} في ثلاثة أشهر كاملة. {SECOND}", TITLE, [TITLE, BARE, f"{TITLE} في ثلاثة أشهر كاملة.", SECOND]),
        (f"{FIRST} الأكثر قراءة بين الشباب هي الروايات. {SECOND}", None, [FIRST, "الأكثر قراءة بين الشباب هي الروايات.", SECOND]),
        (
            f"{FIRST} إقرأ المزيد سور المدينة القديمة في الشتاء الماضي كشفت وزارة الثقافة خطة جديدة لصيانته. {SECOND}",
            None,
            [
                "إقرأ المزيد",
                "سور المدينة القديمة في الشتاء الماضي",
                "كشفت وزارة الثقافة خطة جديدة لصيانته.",
                SECOND,
            ],
        ),
        (f"هبة الرئيسية جهات {TITLE} صورة: أرشيف {STAMP} {FIRST} {SECOND}", TITLE, [TITLE, "صورة: أرشيف", STAMP, FIRST, SECOND]),
        (
            f"{TITLE} {STAMP} المصدر: وكالات 3,482 شوهد {TITLE} {FIRST} {SECOND}",
            TITLE,
            ["المصدر: وكالات 3,482 شوهد", TITLE, FIRST, SECOND],
        ),
        (f"{FIRST} https://p.dw.com/p/4dQZk {SECOND}", None, [FIRST, "https://p.dw.com/p/4dQZk", SECOND]),
        (f"{FIRST} {NEXT[:-1]}.-(بترا) أخبار ذات صلة {LONG}", None, [f"{NEXT[:-1]}.-(بترا)", "أخبار ذات صلة", LONG]),
        (f"{TITLE} {STAMP} زياد عيتاني: {FIRST} {SECOND}", TITLE, [STAMP, "زياد عيتاني:", FIRST, SECOND]),
        (
            f"{TITLE} {STAMP} {SEEN}، تصوير: زياد عيتاني على بعد ميلين من السور {NEXT} {SECOND}",
            TITLE,
            [f"{SEEN}، تصوير: زياد عيتاني", f"على بعد ميلين من السور {NEXT}", SECOND],
        ),
        (f"{TITLE} {STAMP} A- A A+ {FIRST} {SECOND}", TITLE, [STAMP, "A- A A+", FIRST, SECOND]),
        (f"{TITLE} {STAMP} حجم الخط {FIRST} {SECOND}", TITLE, [STAMP, "حجم الخط", FIRST, SECOND]),
        (f"{TITLE} {STAMP} TT استمع إلى المقالة 0:00 {FIRST} {SECOND}", TITLE, ["TT", "استمع إلى المقالة 0:00", FIRST, SECOND]),
        (f"{TITLE} {STAMP} كتبت- سارة عبدالمنعم: {FIRST} {SECOND}", TITLE, [STAMP, "كتبت- سارة عبدالمنعم:", FIRST, SECOND]),
        (
            f"{FIRST} To view this video please enable JavaScript, and consider upgrading to a web browser {FAR}",
            None,
            [FIRST, "To view this video please enable JavaScript, and consider upgrading to a web browser", FAR],
        ),
        (f"{FIRST} إعلان في المقابل، {NEXT} {SECOND}", None, [FIRST, "إعلان", f"في المقابل، {NEXT}", SECOND]),
        (
            f"كتب وآراء {TITLE} كتب: زياد عيتاني 3/4/2024 {FIRST} {SECOND}",
            TITLE,
            [TITLE, "كتب: زياد عيتاني", "3/4/2024", FIRST, SECOND],
        ),
    ],
)
def test_where_a_flattened_page_is_cut(text: str, title: str | None, cut: list[str]) -> None:
    found = pieces(text, title)
    assert found[-len(cut) :] == cut


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"قال د. سالم الحداد إن القصة التي كتب عليها اقرأ أيضا كانت أطول من غيرها، ولم يزد على ذلك شيئا في حديثه. {FIRST}", None),
        (f"ننشر لكم خبر {TITLE} 3/4/2024 في مئة صفحة وصفحتين من كتاب يروي قصة أهل الجزيرة منذ مئة عام كاملة. {FAR}", TITLE),
        (f"شهدت أسواق النفط العالمية اليوم {TITLE} في مئة صفحة من كتاب يروي قصة أهل الجزيرة منذ مئة عام كاملة. {FAR}", TITLE),
        (
            f"شهدت أسواق النفط العالمية اليوم {TITLE} بعد أسبوع من إعلان بلدية الميناء أن السور القديم يحتاج إلى صيانة. {SECOND}",
            TITLE,
        ),
        (f"وفي القضية الرئيسية قال المحامي إن {TITLE} عمل لا يكفي وحده، وإن المدينة تحتاج إلى أكثر من ذلك بكثير. {FIRST}", TITLE),
        (f"مادة إعلانية نشرت على صفحة الشركة كانت سبب الخلاف بين الشريكين كما جاء في محضر الشرطة الذي كتب أمس. {FIRST}", None),
        (f"25 تعليقا وصلت في ساعة واحدة كما قال رئيس التحرير أمس في حديث طويل مع القراء. {FIRST}", None),
        (f"صدر أمس كتاب عنوانه {TITLE} عن دار الساحل، وهو يروي قصة المدينة في مئة صفحة وصفحتين. {FIRST}", TITLE),
        (
            f"كتب ناقد في مقاله «{TITLE}» إن السور أغلق 12عاما وإن 5أبراج سقطت منه في 3سنوات كما جاء في كتاب قديم. {FIRST}",
            TITLE,
        ),
        (
            f"كتبت وزارة الثقافة في بيان لها مساء الأحد {TITLE} وفتح البرج الشمالي للزوار بعد إغلاق طويل دام عشر سنوات. {FIRST}",
            TITLE,
        ),
        (f"وجاء في الكتاب أن تاريخ النشر 3 مارس 2025 كتب على غلافه الأخير بخط صغير لا يكاد يقرأ في ضوء المصباح. {FIRST}", None),
        (f"تحميل الفيديو من المنصات الكبرى قد يعرض المستخدم للمساءلة، ومشاهدته فيها لا تعرضه لشيء من ذلك كله أبدا. {FIRST}", None),
        (f"مدة القراءة التي يقضيها التلميذ في المكتبة لا تزيد على ربع ساعة، وهي أقل مما كانت قبل عشرين سنة كاملة. {FIRST}", None),
        (
            f"BERLIN, Conn. (AP) — A plane with a family of four on board landed on a frozen lake, and nobody was hurt. {FIRST}",
            None,
        ),
        (
            f"وصلت سفينة الأربعاء 3 أبريل 2024 في الساعة 10:15 إلى الميناء القديم وعلى ظهرها مئة راكب من أهل الجزيرة. {FIRST}",
            None,
        ),
        *((f"{sentence} {FIRST} {SECOND}", None) for sentence in SENTENCES),
        (
            f'"Read more in winter," he wrote, for the sea says nothing new and the lamp burns all night in the tower. {FIRST}',
            None,
        ),
    ],
)
def test_a_phrase_or_the_title_inside_a_sentence_is_no_cut(text: str, title: str | None) -> None:
    assert len(pieces(text, title)) == 2 + any(text.startswith(sentence) for sentence in SENTENCES)


@pytest.mark.parametrize(
    "last",
    [
        f"وفي النهاية كان العنوان الذي اختارته الصحف كلها {TITLE} ومضى اليوم",
        f"وقالت اللجنة في بيان {TITLE} وهذا يكفي الناس",
    ],
)
def test_the_title_inside_a_last_sentence_without_its_full_stop_is_no_cut(last: str) -> None:
    assert pieces(f"{FIRST} {SECOND} {last}", TITLE) == [FIRST, SECOND, last]


def test_many_copies_of_the_title_run_together_take_no_long() -> None:
    start = time.perf_counter()
    pieces(f"{TITLE * 2000} {FIRST} {SECOND}", TITLE)
    assert time.perf_counter() - start < 10


def test_a_site_is_told_by_its_domain_on_top_of_a_flattened_page() -> None:
    text = f"{TITLE} {BARE} الراكوبة - الميناء {FIRST} {SECOND}"
    places, _ = SEGMENTER.cuts(Document(id="x", text=text, title=TITLE, site="alrakoba.net"))
    assert [text[start:end].strip() for start, end in pairwise([*places, len(text)])] == [BARE, "الراكوبة - الميناء", FIRST, SECOND]


@pytest.mark.parametrize(
    "sentence",
    [
        f"الراكوبة - {FIRST}",
        f"الراكوبة - مقتل ثلاثة عمال في السور القديم. {FIRST}",  # no place, but the words of a sentence
        f"قالت الراكوبة: الأسعار ترتفع مجددا في الميناء. {FIRST}",
    ],
)
def test_a_site_that_its_domain_tells_may_open_a_sentence(sentence: str) -> None:
    text = f"{TITLE} {BARE} {sentence} {SECOND}"
    places, _ = SEGMENTER.cuts(Document(id="x", text=text, title=TITLE, site="alrakoba.net"))
    assert text[places[1] :].startswith(sentence)
    assert places[2] >= text.index(sentence) + sentence.find(".")


def test_in_other_texts_only_what_is_glued_to_a_line_is_cut_off() -> None:
    lines = [FIRST, SECOND, f"{FIRST} {SECOND} المصدر: رويترز", SECOND, FIRST, SECOND, f"{SECOND} {FIRST}", FIRST]
    assert pieces("\n".join(lines)) == [
        "\n".join([*lines[:2], f"{FIRST} {SECOND}"]),
        "\n".join(["المصدر: رويترز", *lines[3:]]),
    ]


@pytest.mark.parametrize(
    ("tail", "cut"),
    [
        ("سمات السور المدينة الترميم", True),
        ("(شاهد الفيديو أعلاه)", True),
        ("(رويترز)", False),
        ("(أ ف ب)", False),
        ("سمات السور كثيرة كما يقول المهندسون.", False),
    ],
)
def test_what_is_glued_to_the_last_sentence(tail: str, cut: bool) -> None:
    lines = [FIRST, SECOND, FIRST, SECOND, FIRST, SECOND, f"{FIRST} {SECOND} {tail}"]
    assert (pieces("\n".join(lines))[-1] == tail) is cut
