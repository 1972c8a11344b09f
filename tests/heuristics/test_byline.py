"""A writer, a place or an agency right above the text."""

import pytest

from ingest.heuristics import byline
from tests.heuristics.pages import FIRST, HEADLINE, SECOND, VERSE, found


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
