"""An article's table of contents."""

import pytest

from ingest.heuristics import contents
from tests.heuristics.pages import FIRST, HEADLINE, SECOND, VERSE, found

HEADINGS = ["أسباب الارتفاع", "أسعار الفضة", "ما ينتظره التجار"]
SECTIONS = [HEADINGS[0], FIRST, HEADINGS[1], "تشمل الأسعار ما يأتي:", SECOND, HEADINGS[2], FIRST]


@pytest.mark.parametrize(
    ("lines", "noise", "goes"),
    [
        pytest.param([HEADLINE, FIRST, *HEADINGS, SECOND, *SECTIONS], {}, HEADINGS, id="three sections"),
        pytest.param([HEADLINE, *HEADINGS, FIRST, *SECTIONS], {}, HEADINGS, id="above the text"),
        pytest.param([HEADLINE, FIRST, *HEADINGS[:2], SECOND, *SECTIONS[:5]], {}, [], id="two (missed)"),
        pytest.param([HEADLINE, FIRST, *reversed(HEADINGS), SECOND, *SECTIONS], {}, [], id="another order"),
        pytest.param([HEADLINE, FIRST, *HEADINGS, SECOND, *HEADINGS, FIRST, SECOND], {}, [], id="a refrain"),
        pytest.param([HEADLINE, FIRST, SECOND, *SECTIONS], {}, [], id="sections without a table"),
        pytest.param(
            [HEADLINE, FIRST, "جدول المحتويات", *HEADINGS[:2], SECOND, *SECTIONS[:5]],
            {2: "navigation"},
            HEADINGS[:2],
            id="two under a header",
        ),
        pytest.param([*VERSE, *VERSE], {}, [], id="verse"),
    ],
)
def test_contents(lines: list[str], noise: dict[int, str], goes: list[str]) -> None:
    assert found(contents.find, lines, noise) == goes
