"""A writer, a place or an agency right above the text."""

import pytest

from ingest.heuristics import byline
from ingest.model import Document, Find
from ingest.view import View

FIRST = "ارتفعت أسعار الذهب في الأسواق العالمية اليوم الثلاثاء بعد قرار البنك المركزي خفض الفائدة بربع نقطة."
SECOND = "وقال محللون إن المستثمرين يترقبون بيانات التضخم التي تصدر نهاية الأسبوع الجاري في عدد من الدول الكبرى."
HEADLINE = "الذهب يرتفع في الأسواق بعد قرار البنك"
VERSE = [
    "على قدر أهل العزم تأتي العزائم",
    "وتأتي على قدر الكرام المكارم",
    "وتعظم في عين الصغير صغارها",
    "وتصغر في عين العظيم العظائم",
]


def found(find: Find, lines: list[str], noise: dict[int, str] | None = None, title: str | None = None) -> list[str]:
    text = "\n".join(lines)
    view = View(Document(id="x", text=text, title=title)).knowing(noise or {})
    return [text[hit.start : hit.end] for hit in find(view)]


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
        pytest.param(["الذهب - صعود جديد", FIRST, SECOND], {}, "الذهب - صعود جديد", [], id="the given headline"),
        pytest.param([HEADLINE, "القاهرة - أحمد سالم", "سطر آخر تحته هنا", FIRST], {}, HEADLINE, [], id="not right above"),
        pytest.param([HEADLINE, FIRST, "القاهرة - أحمد سالم", SECOND], {}, None, [], id="below the first paragraph"),
        pytest.param([HEADLINE, "القاهرة - أحمد سالم - رويترز", FIRST], {}, None, [], id="a third part"),
        pytest.param([HEADLINE, "القاهرة، مصر - أحمد سالم", FIRST], {}, None, [], id="a comma"),
        pytest.param([HEADLINE, "القاهرة - 12 مايو", FIRST], {}, None, [], id="figures"),
        pytest.param([HEADLINE, "الذهب - هل يصعد؟", FIRST], {}, None, [], id="a question"),
        pytest.param([HEADLINE, "القاهرة - أحمد سالم.", FIRST], {}, None, [], id="a full stop"),
        pytest.param([HEADLINE, "القاهرة - قرار جديد يرفع الأسعار", FIRST], {}, None, [], id="too many words on one side"),
        pytest.param([HEADLINE, "أحمد سالم", FIRST], {}, None, [], id="a name alone (missed)"),
        pytest.param([HEADLINE, "القاهرة - أحمد سالم", FIRST], {1: "date_line"}, None, [], id="noise already"),
        pytest.param(["قصيدة - المتنبي", *VERSE], {}, None, [], id="verse"),
        pytest.param(["قصيدة - المتنبي", FIRST, *VERSE, *VERSE], {}, None, [], id="verse with a note"),
        pytest.param(["المشاركون - القائمة", FIRST, *(f"- {line}" for line in VERSE * 2)], {}, None, [], id="a list"),
    ],
)
def test_byline(lines: list[str], noise: dict[int, str], title: str | None, goes: list[str]) -> None:
    assert found(byline.find, lines, noise, title) == goes
