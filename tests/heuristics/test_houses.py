"""The site's own name where a page says who wrote."""

import pytest

from ingest.heuristics import houses
from tests.heuristics.pages import FIRST, HEADLINE, SECOND, VERSE, found

SITE = "alrakoba.net"


@pytest.mark.parametrize(
    ("lines", "title", "goes"),
    [
        pytest.param([HEADLINE, "أمدرمان: الراكوبة", FIRST, SECOND], HEADLINE, ["أمدرمان: الراكوبة"], id="a place before it"),
        pytest.param([HEADLINE, "الراكوبة - محليات", FIRST, SECOND], HEADLINE, ["الراكوبة - محليات"], id="a desk behind it"),
        pytest.param(["الراكوبة: متابعة", FIRST, SECOND], None, ["الراكوبة: متابعة"], id="the first line of all"),
        pytest.param([HEADLINE, "«الراكوبة»", FIRST, SECOND], HEADLINE, ["«الراكوبة»"], id="alone"),
        pytest.param(
            [HEADLINE, "الخرطوم ((الراكوبة)) خاص:", FIRST], HEADLINE, ["الخرطوم ((الراكوبة)) خاص:"], id="in brackets between two"
        ),
        pytest.param([HEADLINE, FIRST, SECOND, "الراكوبة"], HEADLINE, ["الراكوبة"], id="signed below"),
        pytest.param(
            [HEADLINE, "الراكوبة", "نص صغير آخر", FIRST], HEADLINE, ["الراكوبة"], id="below the headline, not right above"
        ),
        pytest.param(["الراكوبة", HEADLINE, FIRST], HEADLINE, [], id="above the headline"),
        pytest.param([HEADLINE, FIRST, "الراكوبة", SECOND], HEADLINE, [], id="a heading between paragraphs"),
        pytest.param([HEADLINE, "«الراكوبة» تكشف الأرقام", FIRST], HEADLINE, [], id="the subject of a kicker"),
        pytest.param([HEADLINE, "الراكوبة: نشر الأرقام في صفحتها", FIRST], HEADLINE, [], id="what it says"),
        pytest.param([HEADLINE, "الراكوبة: مقتل ثلاثة عمال", FIRST], HEADLINE, [], id="what it says, without a verb"),
        pytest.param([HEADLINE, "الراكوبة - 24 مايو", FIRST], HEADLINE, [], id="a figure beside it"),
        pytest.param([HEADLINE, "أمدرمان: الصيحة", FIRST, SECOND], HEADLINE, [], id="another site's name"),
        pytest.param(["الراكوبة", FIRST, SECOND], "الراكوبة", [], id="the headline itself"),
        pytest.param([HEADLINE, "الذهب - الراكوبة", f"{FIRST} وقال موقع الراكوبة ذلك.", SECOND], HEADLINE, [], id="spoken of"),
        pytest.param(["الراكوبة", *VERSE], None, [], id="verse"),
    ],
)
def test_houses(lines: list[str], title: str | None, goes: list[str]) -> None:
    assert found(houses.find, lines, title=title, site=SITE) == goes


def test_a_part_of_the_name_alone_is_a_heading() -> None:
    lines = [HEADLINE, "الاتحاد الأوروبي", FIRST, SECOND]
    assert found(houses.find, lines, title=HEADLINE, site="alittihad.ae") == []
    assert found(houses.find, [*lines[:1], "الاتحاد - أبوظبي", *lines[2:]], title=HEADLINE, site="alittihad.ae") == [
        "الاتحاد - أبوظبي"
    ]


def test_without_a_site_nothing_is_known() -> None:
    assert found(houses.find, [HEADLINE, "أمدرمان: الراكوبة", FIRST, SECOND], title=HEADLINE) == []
