"""An article's table of contents."""

import pytest

from ingest.heuristics import contents
from tests.heuristics.pages import FIRST, HEADLINE, SECOND, VERSE, found

HEADINGS = ["أسباب الارتفاع", "أسعار الفضة", "ما ينتظره التجار"]
HEADER = "جدول المحتويات"
SECTIONS = [HEADINGS[0], FIRST, HEADINGS[1], "تشمل الأسعار ما يأتي:", SECOND, HEADINGS[2], FIRST]


@pytest.mark.parametrize(
    ("lines", "noise", "goes"),
    [
        pytest.param([HEADLINE, FIRST, HEADER, *HEADINGS, SECOND, *SECTIONS], {2: "navigation"}, HEADINGS, id="three sections"),
        pytest.param([HEADLINE, HEADER, *HEADINGS, FIRST, *SECTIONS], {1: "navigation"}, HEADINGS, id="above the text"),
        pytest.param([HEADLINE, FIRST, HEADER, *HEADINGS[:2], SECOND, *SECTIONS[:5]], {2: "navigation"}, HEADINGS[:2], id="two"),
        pytest.param([HEADLINE, FIRST, *HEADINGS, SECOND, *SECTIONS], {}, [], id="no header (missed)"),
        pytest.param([HEADLINE, FIRST, HEADER, HEADINGS[0], SECOND, *SECTIONS], {2: "navigation"}, [], id="one (missed)"),
        pytest.param([HEADLINE, FIRST, HEADER, *reversed(HEADINGS), SECOND, *SECTIONS], {2: "navigation"}, [], id="another order"),
        pytest.param([HEADLINE, FIRST, HEADER, *HEADINGS, SECOND, *HEADINGS, FIRST], {2: "navigation"}, [], id="a refrain"),
        pytest.param([HEADLINE, FIRST, SECOND, *SECTIONS], {}, [], id="sections without a table"),
        pytest.param([HEADER, *VERSE, *VERSE], {0: "navigation"}, [], id="verse"),
    ],
)
def test_contents(lines: list[str], noise: dict[int, str], goes: list[str]) -> None:
    assert found(contents.find, lines, noise) == goes
