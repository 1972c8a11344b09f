"""Captions above the text and under images."""

import pytest

from ingest.heuristics import captions
from tests.heuristics.pages import FIRST, HEADLINE, SECOND, VERSE, found


@pytest.mark.parametrize(
    ("lines", "noise", "goes"),
    [
        pytest.param(
            [HEADLINE, "سبائك في متجر بالقاهرة (رويترز)", FIRST, SECOND],
            {},
            ["سبائك في متجر بالقاهرة (رويترز)"],
            id="a credit in brackets",
        ),
        pytest.param(
            [HEADLINE, "سبائك في متجر بالقاهرة - أ ف ب", FIRST, SECOND],
            {},
            ["سبائك في متجر بالقاهرة - أ ف ب"],
            id="a credit behind a dash",
        ),
        pytest.param(
            [HEADLINE, "سبائك في متجر بالقاهرة", "سبائك في متجر بالقاهرة", FIRST, SECOND],
            {},
            ["سبائك في متجر بالقاهرة"] * 2,
            id="twice in a row",
        ),
        pytest.param(
            [HEADLINE, HEADLINE, "من لقاء الوزير بالمستثمرين في القاهرة", FIRST, SECOND],
            {1: "duplicate_headline"},
            ["من لقاء الوزير بالمستثمرين في القاهرة"],
            id="a cue under a labelled copy of the headline",
        ),
        pytest.param(
            [HEADLINE, HEADLINE, "من لقاء الوزير بالمستثمرين في القاهرة", FIRST, SECOND],
            {},
            ["من لقاء الوزير بالمستثمرين في القاهرة"],
            id="a cue under a copy of the headline",
        ),
        pytest.param(
            [HEADLINE, FIRST, "![](a.jpg)", "من لقاء الوزير بالمستثمرين في القاهرة", SECOND],
            {2: "markup"},
            ["من لقاء الوزير بالمستثمرين في القاهرة"],
            id="a cue under an image in the article",
        ),
        pytest.param(
            [HEADLINE, FIRST, "![](a.jpg)", "سبائك في متجر بالقاهرة (رويترز)", SECOND],
            {2: "markup"},
            ["سبائك في متجر بالقاهرة (رويترز)"],
            id="a credit under an image",
        ),
        pytest.param(
            [HEADLINE, "من لقاء الوزير بالمستثمرين في القاهرة", FIRST, SECOND], {}, [], id="a cue alone, under the headline itself"
        ),
        pytest.param([HEADLINE, FIRST, "من لقاء الوزير بالمستثمرين في القاهرة", SECOND], {}, [], id="a cue in the article"),
        pytest.param([HEADLINE, FIRST, "سبائك في متجر بالقاهرة (رويترز)", SECOND], {}, [], id="a credit in the article"),
        pytest.param([HEADLINE, "سبائك في متجر بالقاهرة", FIRST, SECOND], {}, [], id="like any other line (missed)"),
        pytest.param([HEADLINE, "صورة السوق تتغير بعد القرار.", FIRST, SECOND], {}, [], id="a standfirst"),
        pytest.param(
            [HEADLINE, HEADLINE, "لحظة الحسم جاءت من البنك المركزي.", FIRST, SECOND],
            {1: "duplicate_headline"},
            [],
            id="a standfirst with a cue",
        ),
        pytest.param([HEADLINE, HEADLINE, FIRST, SECOND], {}, [], id="the headline twice"),
        pytest.param([HEADLINE, "سبائك في متجر بالقاهرة (رويترز)", FIRST, SECOND], {1: "navigation"}, [], id="noise already"),
        pytest.param(["![](a.jpg)", "صورة الحبيب في القلب", *VERSE], {0: "markup"}, [], id="verse"),
        pytest.param(["سبائك في متجر بالقاهرة (رويترز)", *(f"- {line}" for line in VERSE), FIRST], {}, [], id="a list"),
    ],
)
def test_captions(lines: list[str], noise: dict[int, str], goes: list[str]) -> None:
    assert found(captions.find, lines, noise, HEADLINE) == goes
