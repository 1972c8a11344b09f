"""The guarantees of `clean`, on made-up texts and on the seeds."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import Document, Record, clean, clean_all, load_rules, restore, split
from ingest.extract import plain

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))

# Lines that pages are made of; texts drawn from them meet most rules and heuristics, in orders nobody thought of.
LINES = st.sampled_from(
    [
        "",
        "اقرأ أيضا",
        "إقرأ أيضاً: الذهب يرتفع في الأسواق العالمية بعد قرار البنك",
        "المصدر: رويترز",
        "المصدر:",
        "تاريخ النشر: 1st, December 2025 GMT",
        "تابعونا على فيسبوك",
        "الوسوم: مصر، السودان، مياه النيل",
        "جميع الحقوق محفوظة © 2024",
        "![]()",
        "الذهب يرتفع في الأسواق العالمية بعد قرار البنك",
        "منتخب الناشئين يعلن تشكيلته قبل لقاء الغد",
        "القاهرة - رويترز",
        "صورة أرشيفية",
        "ارتفعت أسعار الذهب في الأسواق العالمية اليوم الثلاثاء بعد قرار البنك المركزي خفض الفائدة بربع نقطة.",
        "وقال محللون إن المستثمرين يترقبون بيانات التضخم التي تصدر نهاية الأسبوع الجاري في عدد من الدول الكبرى.",
        "وتوقع مصرف كبير أن يستمر الصعود حتى نهاية العام مع تراجع الدولار وزيادة الطلب من البنوك المركزية،",
        "الأسواق العالمية",
        "Share on Facebook",
        "12",
        "<br/>",
    ]
)
PAGES = st.lists(LINES, max_size=25).map("\n".join)
ANYTHING = st.text(max_size=300)


def is_subsequence(part: str, whole: str) -> bool:
    characters = iter(whole)
    return all(character in characters for character in part)


@given(PAGES | ANYTHING)
@settings(max_examples=150, deadline=None)
def test_nothing_is_invented_and_nothing_is_lost(text: str) -> None:
    record = clean(Document(id="x", text=text))
    source = plain(text)
    assert restore(record) == source
    assert is_subsequence(record.text, source)


@given(PAGES | ANYTHING)
@settings(max_examples=150, deadline=None)
def test_cleaning_a_clean_text_changes_nothing(text: str) -> None:
    record = clean(Document(id="x", text=text))
    if record.cleaning.status != "review":
        again = clean(Document(id="x", text=record.text, title=record.title, language=record.language))
        assert again.text == record.text


@given(PAGES, st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_removals_are_where_they_say(text: str, title: str) -> None:
    record = clean(Document(id="x", text=text, title=title))
    source = plain(text)
    end = 0
    for removal in record.cleaning.removals:
        assert end <= removal.start < removal.end
        assert source[removal.start : removal.end] == removal.text
        end = removal.end


@given(st.lists(PAGES, max_size=6), st.randoms())
@settings(max_examples=25, deadline=None)
def test_the_order_of_documents_does_not_matter(texts: list[str], shuffle: random.Random) -> None:
    documents = [Document(id=str(n), text=text) for n, text in enumerate(texts)]
    shuffled = documents.copy()
    shuffle.shuffle(shuffled)
    in_order = {record.id: record for record in clean_all(documents)}
    assert in_order == {record.id: record for record in clean_all(shuffled)}


@pytest.fixture(scope="module")
def seeds() -> dict[str, Record]:
    return {path.stem[:3]: clean(Document(id=path.stem, text=path.read_bytes().decode())) for path in SEEDS}


def lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def test_seed_000_loses_its_headline_and_nothing_else(seeds: dict[str, Record]) -> None:
    record = seeds["000"]
    assert record.title == "بوتين لويتكوف وكوشنر: روسيا تريد إنجاح المفاوضات مع أوكرانيا"
    assert [removal.label for removal in record.cleaning.removals] == ["title"]
    assert {"الاجتماع الروسي الأميركي", "«جدية» أوكرانية"} <= set(lines(record.text))


def test_seed_001(seeds: dict[str, Record]) -> None:
    record = seeds["001"]
    assert record.title == "بوتين يلتقي ويتكوف غدا"
    assert record.date_published == "2025-12-01"
    assert record.credits == ("نوفوستي", "صحيفة المرصد الليبية")
    assert record.text.startswith("روسيا – أعلن")
    assert record.text.endswith("لكنها “تتحلى بالواقعية بشأن مدى صعوبة هذا الأمر”.")
    (story,) = record.related
    assert story.title == "بوتين يلتقي ويتكوف وكوشنر في الكرملين ضمن جلسة مغلقة"
    assert len(lines(story.text)) == 9


def test_seed_002(seeds: dict[str, Record]) -> None:
    record = seeds["002"]
    assert record.title == "موسكو: لقاء بوتين بالوفد الأميركي مثمر رغم طول طريق التفاهم"
    assert record.captions == ("من لقاء الرئيس الروسي بالوفد الأميركي في الكرملين مساء الثلاثاء",)
    assert [story.title for story in record.related] == [
        'واشنطن تشيد بالاتفاق بين الحكومة السورية و"قسد"',
        "كوبا تتهم ترمب بالسعي إلى خنق اقتصادها",
        "مستشار خامنئي: ردنا على أي هجوم سيصل إلى قلب تل أبيب",
        "إدارة ترمب تلغي تصاريح لمسؤولين إيرانيين في أميركا",
    ]
    assert all(len(lines(story.text)) == 1 for story in record.related)
    assert record.text.startswith("أجرى الرئيس الروسي")
    assert record.text.endswith('محدثاً ومنقحاً للسلام".')
    assert "هناك المزيد من العمل" in record.text


def test_seed_003_has_no_headline_and_loses_its_image_marker(seeds: dict[str, Record]) -> None:
    record = seeds["003"]
    assert record.title is None
    assert [removal.text for removal in record.cleaning.removals] == ["![]()\n"]
    assert {"اجتماع بين بوتين وويتكوف", "زيلينسكي يتحدث عن ضمانات أمنية"} <= set(lines(record.text))


def test_seed_004_is_left_as_it_is(seeds: dict[str, Record]) -> None:
    record = seeds["004"]
    assert record.title is None
    assert record.cleaning.status == "unchanged"
    assert record.text == SEEDS[4].read_bytes().decode()


BOX = ["اقرأ أيضاً:", "بوتين يلتقي ويتكوف وكوشنر في الكرملين ضمن جلسة مغلقة"]
OTHER_BOX = ["قد يهمك أيضا", "أسعار القمح تواصل الصعود في البورصات العالمية", "منتخب الناشئين يعلن تشكيلته قبل لقاء الغد"]


@pytest.mark.parametrize("box", [BOX, OTHER_BOX], ids=["one", "two"])
@pytest.mark.parametrize("seed", [0, 4])
def test_after_a_box_in_the_middle_the_article_goes_on(seed: int, box: list[str]) -> None:
    paragraphs = lines(SEEDS[seed].read_bytes().decode())
    title = None if seed else paragraphs.pop(0)
    for place in range(1, len(paragraphs)):
        text = "\n\n".join([*paragraphs[:place], *box, *paragraphs[place:]])
        record = clean(Document(id="x", text=text, title=title))
        assert lines(record.text) == paragraphs, f"box below paragraph {place}"


SENTENCES = [
    "لكنه شدد على أن هناك المزيد من العمل الذي لا يزال يتعين إنجازه.",
    "وكتب زيلينسكي على منصة إكس أن أوكرانيا تتعامل مع المسار الدبلوماسي «بأقصى قدر من الجدية».",
    "وتابع: “الرئيس سيعقد اليوم أيضا عدة اجتماعات خاصة في إطار التحضير للاتصالات”.",
    "وتابع: “الرئيس سيعقد اليوم أيضا عدة اجتماعات”",
    "وقال المصدر: لن نتراجع",
    "وقال المصدر: لن نتراجع.",
    "روسيا – أعلن المتحدث باسم الكرملين أن الاجتماع سيعقد غدا بعد الظهر",
    "القاهرة (رويترز) - قال مسؤول كبير إن المحادثات ستستأنف الأسبوع المقبل",
    "بغداد - رويترز - أعلن مكتب رئيس الوزراء أن الزيارة أرجئت إلى موعد لاحق",
    "الاجتماع الروسي الأميركي",
    "«جدية» أوكرانية",
    "زيلينسكي يتحدث عن ضمانات أمنية",
    "ثالث لقاء مع بوتين",
    "وفي الختام شكر الوزير الحضور على مشاركتهم في أعمال المؤتمر الذي يعقد لأول مرة في المدينة",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_that_cleaners_have_destroyed(sentence: str) -> None:
    paragraphs = lines(SEEDS[4].read_bytes().decode())
    for place in (1, 3, len(paragraphs)):
        text = "\n".join([*paragraphs[:place], sentence, *paragraphs[place:]])
        assert clean(Document(id="x", text=text)).text == text


def test_an_empty_title_is_no_title() -> None:
    text = "وصول قافلة المساعدات إلى الجنوب\nقتلى في الانهيار\nوصلت قافلة المساعدات إلى قرى الجنوب صباح اليوم بعد انقطاع الطريق."
    assert clean(Document(id="x", text=text, title="")) == clean(Document(id="x", text=text))


def test_keep_title_leaves_the_headline_in_the_text_too() -> None:
    document = Document(id="x", text=SEEDS[0].read_bytes().decode())
    record = clean(document, keep_title=True)
    assert record.title == "بوتين لويتكوف وكوشنر: روسيا تريد إنجاح المفاوضات مع أوكرانيا"
    assert record.text == document.text


def test_split_makes_the_pasted_article_a_record(seeds: dict[str, Record]) -> None:
    parent, child = split(seeds["001"])
    assert (child.parent_id, child.title) == (parent.id, "بوتين يلتقي ويتكوف وكوشنر في الكرملين ضمن جلسة مغلقة")
    assert parent.related == ()
    assert restore(parent) == SEEDS[1].read_bytes().decode()
    assert len(list(split(seeds["002"]))) == 1, "teasers are no articles"


def test_a_pack_for_another_language_never_fires() -> None:
    text = SEEDS[1].read_bytes().decode()
    assert clean(Document(id="x", text=text, language="en")).credits == ()


def test_an_implausible_cleaning_is_left_to_a_person() -> None:
    text = "![]()"
    record = clean(Document(id="x", text=text))
    assert (record.cleaning.status, record.text, restore(record)) == ("review", text, text)
    assert [removal.text for removal in record.cleaning.removals] == [text]


def test_the_digest_names_the_rules(tmp_path: Path) -> None:
    pack = tmp_path / "more.yaml"
    pack.write_text(
        'rules:\n  - id: my.rule\n    label: other\n    why: A test.\n    match: {line: ["xyz abc"]}\n'
        '    removes: ["xyz abc"]\n    keeps: ["the xyz abc of it"]\n',
        encoding="utf-8",
    )
    assert load_rules().digest == load_rules().digest != load_rules(pack).digest


def test_a_rule_that_runs_too_long_is_stopped_and_named(tmp_path: Path) -> None:
    pack = tmp_path / "slow.yaml"
    pack.write_text(
        "rules:\n  - id: my.slow\n    label: other\n    why: It explodes.\n"
        '    match: {regex: "(?:a|aa){1,60}$"}\n    removes: ["aaaa"]\n    keeps: ["b"]\n',
        encoding="utf-8",
    )
    text = "خبر قصير عن الطقس في المدينة اليوم.\n" + "a" * 5000 + "!"
    record = clean(Document(id="x", text=text), load_rules(pack, shipped=False))
    assert record.text == text
    assert record.cleaning.warnings == ("rule my.slow was stopped: it ran too long",)


def test_an_override_of_a_text_does_not_touch_the_document() -> None:
    document = Document(id="x", text="![]()\nخبر قصير عن الطقس في المدينة اليوم.")
    before = replace(document)
    clean(document)
    assert document == before
