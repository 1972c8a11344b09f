"""A date above the text, with a few words round it."""

import pytest

from ingest.heuristics import datelines
from tests.heuristics.pages import FIRST, HEADLINE, SECOND, VERSE, found


@pytest.mark.parametrize(
    "line",
    [
        "الأحد 10-03-2017 08:06 | زنبق: يوسف بن علي |",
        "دولية2026/11/12 20:24",
        "روما 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م زنبق",
        "زنبقات 39 - 2018 / 2 / 27 - 01:51",
        "Zanbaq desk | 3 March 2025, 10:45",
    ],
)
def test_goes(line: str) -> None:
    assert found(datelines.find, [HEADLINE, line, FIRST, SECOND], title=HEADLINE) == [line]
    assert found(datelines.find, [line, FIRST, SECOND]) == [line]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        pytest.param([HEADLINE, "اجتماع اللجنة في 10 مارس 2017", FIRST, SECOND], HEADLINE, id="speaks of the day"),
        pytest.param([HEADLINE, "منذ 10 مارس 2017 والعمل مستمر", FIRST, SECOND], HEADLINE, id="since a day"),
        pytest.param([HEADLINE, "مهرجان البحر 10 مارس", FIRST, SECOND], HEADLINE, id="neither year nor hour"),
        pytest.param([HEADLINE, "جدول 10 مارس 2017:", FIRST, SECOND], HEADLINE, id="announces something"),
        pytest.param([HEADLINE, "الموعد: 10 مارس 2017", "الملعب: ملعب الساحل", FIRST, SECOND], HEADLINE, id="a list of facts"),
        pytest.param([HEADLINE, "افتتح الجسر 10 مارس 2017.", FIRST, SECOND], HEADLINE, id="a sentence"),
        pytest.param(
            [HEADLINE, "المهندس الذي بنى الجسر الكبير ومات بعده بعام واحد 10 مارس 2017", FIRST, SECOND], HEADLINE, id="more words"
        ),
        pytest.param([HEADLINE, FIRST, "زنبق 10 مارس 2017", SECOND], HEADLINE, id="between paragraphs"),
        pytest.param(["زنبق 10 مارس 2017", FIRST, SECOND], "زنبق 10 مارس 2017", id="the headline"),
        pytest.param(["زنبق 10 مارس 2017", FIRST, "زنبق 11 مارس 2017", SECOND], HEADLINE, id="a diary"),
        pytest.param([HEADLINE, "زنبق 10 مارس 2017", *VERSE], HEADLINE, id="verse"),
    ],
)
def test_stays(lines: list[str], title: str) -> None:
    assert found(datelines.find, lines, title=title) == []


def test_the_date_itself_moves_to_its_field() -> None:
    from ingest import Document, clean

    record = clean(Document(id="a", text=f"{HEADLINE}\nزنبق | 3 مارس 2025 | 10:45\n{FIRST}\n{SECOND}", title=HEADLINE))
    assert record.text == f"{FIRST}\n{SECOND}"
    assert record.date_published == "2025-03-03"
