"""A writer, a place or an agency right above the text."""

import pytest

from ingest import Document, clean
from ingest.heuristics import byline
from tests.heuristics.pages import FIRST, HEADLINE, SECOND, VERSE, found

NAME = "زياد عيتاني"


@pytest.mark.parametrize(
    ("lines", "noise", "title", "goes"),
    [
        pytest.param([HEADLINE, "القاهرة - أحمد سالم", FIRST, SECOND], {}, None, ["القاهرة - أحمد سالم"], id="city and name"),
        pytest.param(["القاهرة - أحمد سالم", FIRST, SECOND], {}, None, ["القاهرة - أحمد سالم"], id="the first line of all"),
        pytest.param(
            [HEADLINE, "صحيفة الخبر / قسم الاقتصاد", FIRST, SECOND], {}, None, ["صحيفة الخبر / قسم الاقتصاد"], id="site and desk"
        ),
        pytest.param([HEADLINE, "القاهرة | أحمد سالم", FIRST, SECOND], {}, HEADLINE, ["القاهرة | أحمد سالم"], id="with a bar"),
        pytest.param([HEADLINE, "القاهرة - أحمد سالم", "", FIRST], {}, None, ["القاهرة - أحمد سالم"], id="a blank line between"),
        pytest.param([HEADLINE, "صحيفة الخبر -", FIRST, SECOND], {}, HEADLINE, ["صحيفة الخبر -"], id="nothing behind the dash"),
        pytest.param(
            [HEADLINE, "القاهرة - أحمد سالم", ".", FIRST], {2: "other"}, None, ["القاهرة - أحمد سالم"], id="noise between"
        ),
        pytest.param([HEADLINE, "- أحمد سالم", FIRST, SECOND], {}, HEADLINE, [], id="an item"),
        pytest.param(["الذهب - صعود جديد", FIRST, SECOND], {}, "الذهب - صعود جديد", [], id="the given headline"),
        pytest.param([HEADLINE, "القاهرة - أحمد سالم", "سطر آخر تحته هنا", FIRST], {}, HEADLINE, [], id="not right above"),
        pytest.param([HEADLINE, FIRST, "القاهرة - أحمد سالم", SECOND], {}, None, [], id="below the first paragraph"),
        pytest.param([HEADLINE, "القاهرة - أحمد سالم - رويترز", FIRST], {}, None, [], id="a third part"),
        pytest.param([HEADLINE, "القاهرة، مصر - أحمد سالم", FIRST], {}, None, [], id="a comma"),
        pytest.param([HEADLINE, "القاهرة - 12 مايو", FIRST], {}, None, [], id="figures"),
        pytest.param([HEADLINE, "الذهب - هل يصعد؟", FIRST], {}, None, [], id="a question"),
        pytest.param([HEADLINE, "القاهرة - أحمد سالم.", FIRST], {}, None, [], id="a full stop"),
        pytest.param([HEADLINE, "O caso Silva/Costa", FIRST], {}, None, [], id="two names side by side"),
        pytest.param([HEADLINE, "Pier story | The inside view", FIRST], {}, None, [], id="a kicker"),
        pytest.param([HEADLINE, "Port Vale | Jane Roe", FIRST], {}, None, ["Port Vale | Jane Roe"], id="a place and a name"),
        pytest.param([HEADLINE, "Lisboa/Lusa", FIRST], {}, None, ["Lisboa/Lusa"], id="a place and an agency side by side"),
        pytest.param([HEADLINE, "Los vecinos. / Los políticos", FIRST], {}, None, [], id="sentences"),
        pytest.param([HEADLINE, "الذهب - الفائدة", FIRST, SECOND], {}, None, [], id="two parts that the text speaks of"),
        pytest.param([HEADLINE, "الذهب - أحمد سالم", FIRST, SECOND], {}, None, ["الذهب - أحمد سالم"], id="one that it speaks of"),
        pytest.param([HEADLINE, "القاهرة - قرار جديد يرفع الأسعار", FIRST], {}, None, [], id="too many words on one side"),
        pytest.param([HEADLINE, "أحمد سالم", FIRST], {}, None, [], id="a name alone (missed)"),
        pytest.param([HEADLINE, "القاهرة - أحمد سالم", FIRST], {1: "date_line"}, None, [], id="noise already"),
        pytest.param(["قصيدة - المتنبي", *VERSE], {}, None, [], id="verse"),
        pytest.param(["قصيدة - المتنبي", FIRST, *VERSE, *VERSE], {}, None, [], id="verse with a note"),
        pytest.param(["المشاركون - القائمة", FIRST, *(f"- {line}" for line in VERSE * 2)], {}, None, [], id="a list"),
    ],
)
def test_byline(lines: list[str], noise: dict[int, str], title: str | None, goes: list[str]) -> None:
    assert found(byline.find_above, lines, noise, title) == goes


@pytest.mark.parametrize(
    ("lines", "noise", "title", "goes"),
    [
        pytest.param([HEADLINE, NAME, FIRST, SECOND], {}, HEADLINE, [NAME], id="under the headline"),
        pytest.param([HEADLINE, "12:30", f"- {NAME} -", FIRST], {1: "date_line"}, HEADLINE, [f"- {NAME} -"], id="noise above it"),
        pytest.param([HEADLINE, FIRST, SECOND, NAME], {}, HEADLINE, [NAME], id="signed"),
        pytest.param([HEADLINE, FIRST, SECOND, f"{NAME}:"], {}, HEADLINE, [], id="who is to speak"),
        pytest.param([FIRST, SECOND, NAME, "زمرجد"], {3: "source_attribution"}, None, [NAME], id="signed, noise below"),
        pytest.param([NAME, FIRST, SECOND], {}, None, [], id="no headline"),
        pytest.param([NAME, FIRST, SECOND], {}, NAME, [], id="the headline"),
        pytest.param([HEADLINE, NAME, f"قال عيتاني إن {FIRST}", SECOND], {}, HEADLINE, [], id="a heading of what comes below"),
        pytest.param([HEADLINE, FIRST, NAME, SECOND], {}, HEADLINE, [], id="between paragraphs"),
        pytest.param([HEADLINE, FIRST, f"{SECOND} وعيتاني واثق.", NAME], {}, HEADLINE, [], id="the last paragraph speaks of him"),
        pytest.param([HEADLINE, FIRST, SECOND[:-1] + ":", NAME], {}, HEADLINE, [], id="announced with a colon"),
        pytest.param([HEADLINE, FIRST, SECOND, NAME, "سارة حسن"], {}, HEADLINE, [], id="a list of names"),
        pytest.param([HEADLINE, FIRST, SECOND, "وزارة الداخلية"], {}, HEADLINE, [], id="no person"),
        pytest.param([HEADLINE, NAME, *VERSE], {}, HEADLINE, [], id="verse"),
    ],
)
def test_name(lines: list[str], noise: dict[int, str], title: str | None, goes: list[str]) -> None:
    assert found(byline.find_name, lines, noise, title) == goes


def test_a_paper_that_the_text_quotes_as_such_names_its_writer() -> None:
    quoted = f'{SECOND[:-1]} في حديث لـ "الساحل نيوز".'
    assert found(byline.find_signed, [HEADLINE, "الساحل نيوز : خالد عيسى", FIRST, quoted]) == ["الساحل نيوز : خالد عيسى"]
    assert found(byline.find_signed, [HEADLINE, "الساحل نيوز : خالد عيسى", FIRST, SECOND]) == []


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("وكالة الساحل / بغداد / خالد عيسى", True),
        ("أكادير24 – خالد عيسى", True),
        ("خالد عيسى | مراسل", True),
        ("الساحل .. خالد عيسى", True),
        ("طنجة 24 – خالد عيسى", True),
        ("الساحل // خالد عيسى", True),
        ("الساحل ـــ خالد عيسى", True),
        ("بغداد (خالد عيسى)", True),
        ("خالد عيسى، بغداد", True),
        ("الذهب (خالد عيسى)", False),  # what the text speaks of
        ("الأسواق، خالد عيسى", False),
        ("خالد عيسى، سارة حسن", False),  # of two persons neither need be the writer
        ("المدرب: خالد عيسى", False),
        ("الساحل / بغداد / متابعات", False),  # nobody is named
        ("الساحل / خالد عيسى، نجم المرحلة", False),
        ("خالد عيسى: سنعود - بغداد", False),
        ("خالد عيسى يلتقي الوزير - بغداد", False),
        ("بغداد - خالد عيسى:", False),
        ("بغداد - خالد عيسى 2025", False),
    ],
)
def test_a_row_with_a_name_is_a_byline(line: str, goes: bool) -> None:
    assert found(byline.find_signed, [HEADLINE, line, "كلام آخر في الأعلى", FIRST, SECOND]) == [line] * goes
    assert found(byline.find_signed, [HEADLINE, FIRST, line, SECOND]) == []


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("بغداد - خالد عيسى:", True),
        ("الساحل / خالد عيسى :", True),
        ("خالد عيسى:", False),  # what somebody says
        ("الذهب - سعر جديد:", False),  # a heading over a paragraph
    ],
)
def test_a_row_with_a_colon_right_on_top_of_the_text(line: str, goes: bool) -> None:
    assert found(byline.find_signed, [HEADLINE, line, FIRST, SECOND]) == [line] * goes


ROLE = "باحث في العلاقات الدولية"
NOTE = "صحفي متخصص في الشأن الزراعي، عمل في عدد من الصحف العربية."


@pytest.mark.parametrize(
    ("lines", "noise", "title", "goes"),
    [
        pytest.param([FIRST, SECOND, NAME, NOTE], {}, HEADLINE, [f"{NAME}\n{NOTE}"], id="a name and a note below"),
        pytest.param([FIRST, SECOND, f"{NAME} {NOTE}"], {}, HEADLINE, [f"{NAME} {NOTE}"], id="in one line"),
        pytest.param([FIRST, SECOND, f"* {NAME}: هو {NOTE}"], {}, HEADLINE, [f"* {NAME}: هو {NOTE}"], id="with a mark between"),
        pytest.param([NAME, ROLE, FIRST, SECOND], {}, HEADLINE, [f"{NAME}\n{ROLE}"], id="above the text"),
        pytest.param([NAME, ROLE, FIRST, SECOND], {1: "byline"}, HEADLINE, [f"{NAME}\n{ROLE}"], id="above, the role known"),
        pytest.param(
            [NAME, FIRST, SECOND, f"صورة {NAME}", NAME, NOTE],
            {0: "byline"},
            HEADLINE,
            [f"صورة {NAME}\n{NAME}\n{NOTE}"],
            id="under the word for a picture, and a signature above",
        ),
        pytest.param([FIRST, SECOND, f"كتاب {NAME}", NAME, NOTE], {}, HEADLINE, [], id="a heading with the name"),
        pytest.param([FIRST, f"{SECOND} وشكر {NAME}.", NAME, NOTE], {}, HEADLINE, [], id="a person of the text"),
        pytest.param([FIRST, SECOND, f"سارة حسن: {NOTE}", f"{NAME}: {NOTE}"], {}, HEADLINE, [], id="one of several persons"),
        pytest.param([FIRST, NAME, ROLE, SECOND], {}, HEADLINE, [], id="between paragraphs"),
        pytest.param([NAME, FIRST, SECOND], {}, HEADLINE, [], id="a name alone above"),
        pytest.param([*VERSE, NAME, ROLE], {}, HEADLINE, [], id="verse"),
    ],
)
def test_about(lines: list[str], noise: dict[int, str], title: str | None, goes: list[str]) -> None:
    assert found(byline.find_about, lines, noise, title) == goes


@pytest.mark.parametrize(
    ("lines", "noise", "title", "goes"),
    [
        pytest.param([FIRST, SECOND, ROLE], {}, HEADLINE, [ROLE], id="a role without a name"),
        pytest.param([FIRST, SECOND, ROLE, "زمرجد"], {3: "social"}, HEADLINE, [ROLE], id="with noise below"),
        pytest.param([FIRST, SECOND[:-1] + "؟", ROLE], {}, HEADLINE, [], id="the answer to a question"),
        pytest.param([FIRST, SECOND[:-1] + ":", ROLE], {}, HEADLINE, [], id="announced with a colon"),
        pytest.param([FIRST, SECOND, f"{ROLE} قال ذلك."], {}, HEADLINE, [], id="a sentence"),
        pytest.param([FIRST, SECOND, "تمرين في العلاقات الدولية"], {}, HEADLINE, [], id="no work"),
        pytest.param([FIRST, SECOND, ROLE, "سطر آخر تحته هنا"], {}, HEADLINE, [], id="not the last line"),
        pytest.param([*VERSE, ROLE], {}, HEADLINE, [], id="a role under verse"),
    ],
)
def test_work(lines: list[str], noise: dict[int, str], title: str | None, goes: list[str]) -> None:
    assert found(byline.find_work, lines, noise, title) == goes


@pytest.mark.parametrize(
    ("note", "authors"), [(f"{NAME}\n{NOTE}", (NAME,)), (f"{NAME}: {NOTE}", (NAME,)), (f"{NAME}\n{ROLE}", (NAME,)), (ROLE, ())]
)
def test_only_a_name_is_an_author(note: str, authors: tuple[str, ...]) -> None:
    record = clean(Document(id="x", text=f"{FIRST}\n{SECOND}\n{note}", title=HEADLINE, language="ar"))
    assert (record.text, record.authors) == (f"{FIRST}\n{SECOND}", authors)


UNKNOWN = "سنمار الخزامى"


@pytest.mark.parametrize(
    ("lines", "noise", "goes"),
    [
        pytest.param([HEADLINE, UNKNOWN, "3/4/2024", FIRST, SECOND], {2: "date_line"}, [UNKNOWN], id="above the stamp"),
        pytest.param([HEADLINE, "3/4/2024", UNKNOWN, FIRST, SECOND], {1: "date_line"}, [UNKNOWN], id="below the stamp"),
        pytest.param([HEADLINE, "Temor entre comerciantes", "3/4/2024", FIRST, SECOND], {2: "date_line"}, [], id="small letters"),
        pytest.param([HEADLINE, "Rosa Quiroga", "3/4/2024", FIRST, SECOND], {2: "date_line"}, ["Rosa Quiroga"], id="capitals"),
        pytest.param([HEADLINE, UNKNOWN, FIRST, SECOND], {}, [], id="no stamp: a kicker, perhaps"),
        pytest.param([HEADLINE, "سنمار والأسواق", "3/4/2024", FIRST, SECOND], {2: "date_line"}, [], id="a kicker"),
        pytest.param(
            [HEADLINE, UNKNOWN, "الياقوت", "3/4/2024", FIRST, SECOND], {3: "date_line"}, [f"{UNKNOWN}\nالياقوت"], id="and a place"
        ),
        pytest.param([HEADLINE, "3/4/2024", "الياقوت", FIRST, SECOND], {1: "date_line"}, ["الياقوت"], id="one word"),
        pytest.param([HEADLINE, "3/4/2024", "مقدمة", FIRST, SECOND], {1: "date_line"}, [], id="the head of an introduction"),
        pytest.param([HEADLINE, "3/4/2024", "ا", FIRST[1:], SECOND], {1: "date_line"}, [], id="a paragraph's first letter"),
        pytest.param([HEADLINE, UNKNOWN, "قطار", "غسق", "3/4/2024", FIRST, SECOND], {4: "date_line"}, [], id="three lines"),
        pytest.param([HEADLINE, UNKNOWN, "الأسواق", "3/4/2024", FIRST, SECOND], {3: "date_line"}, [], id="a kicker below it"),
        pytest.param([HEADLINE, "سنمار في الخزامى", "3/4/2024", FIRST, SECOND], {2: "date_line"}, [], id="a particle"),
        pytest.param([HEADLINE, "3/4/2024", UNKNOWN, FIRST, "قطار الليل", SECOND], {1: "date_line"}, [], id="section headings"),
        pytest.param(
            [HEADLINE, UNKNOWN, "3/4/2024", FIRST, "قطار الليل", SECOND],
            {2: "date_line"},
            [UNKNOWN],
            id="on the stamp, where no heading is",
        ),
        pytest.param(
            [HEADLINE, "شارك", UNKNOWN, "3/4/2024", "الأسواق اليوم", FIRST, SECOND],
            {1: "social", 3: "date_line"},
            [UNKNOWN],
            id="on the stamp, over a line that may be a kicker",
        ),
        pytest.param(
            [HEADLINE, "الأسواق العالمية", "3/4/2024", FIRST, "قطار الليل", SECOND],
            {2: "date_line"},
            [],
            id="of the story, on the stamp",
        ),
        pytest.param([HEADLINE, "3/4/2024", "أيها السادة الكرام", FIRST, SECOND], {1: "date_line"}, [], id="a salutation"),
        pytest.param([HEADLINE, "سنمار: الخزامى", "3/4/2024", FIRST, SECOND], {2: "date_line"}, [], id="a mark"),
        pytest.param(
            [HEADLINE, "سنمار الخزامى، الياقوت", "3/4/2024", FIRST, SECOND],
            {2: "date_line"},
            ["سنمار الخزامى، الياقوت"],
            id="a comma",
        ),
        pytest.param(
            [HEADLINE, "3/4/2024", "الياقوت (سنمار الخزامى)", FIRST, SECOND],
            {1: "date_line"},
            ["الياقوت (سنمار الخزامى)"],
            id="brackets",
        ),
        pytest.param([HEADLINE, "3/4/2024", "الأسواق (سنمار الخزامى)", FIRST, SECOND], {1: "date_line"}, [], id="of the story"),
        pytest.param(
            [HEADLINE, UNKNOWN, "كاتب صحفي", "3/4/2024", FIRST, SECOND], {3: "date_line"}, [f"{UNKNOWN}\nكاتب صحفي"], id="and work"
        ),
        pytest.param([HEADLINE, FIRST, SECOND, f"{UNKNOWN} - الياقوت"], {}, [f"{UNKNOWN} - الياقوت"], id="signed, with a place"),
        pytest.param([HEADLINE, FIRST, SECOND, "الأسواق - البنك المركزي"], {}, [], id="the story's own words"),
        pytest.param([HEADLINE, FIRST, SECOND, f"{UNKNOWN} - الياقوت", "الغسق"], {}, [], id="not the last line"),
        pytest.param([HEADLINE, FIRST, SECOND[:-1], f"{UNKNOWN} - الياقوت"], {}, [], id="below no sentence"),
        pytest.param([HEADLINE, FIRST, SECOND, f"{UNKNOWN} - يفوز الياقوت"], {}, [], id="a verb"),
        pytest.param([HEADLINE, FIRST, SECOND, "A/B testing"], {}, [], id="another script"),
        pytest.param([UNKNOWN, FIRST, SECOND], {}, [], id="no headline above"),
        pytest.param([HEADLINE, FIRST, SECOND, UNKNOWN], {}, [], id="below the text"),
    ],
)
def test_unknown(lines: list[str], noise: dict[int, str], goes: list[str]) -> None:
    assert found(byline.find_unknown, lines, noise, title=HEADLINE) == goes
