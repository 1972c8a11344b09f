"""Keywords between the article and the furniture below it."""

import pytest

from ingest.heuristics import keywords
from tests.heuristics.pages import FIRST, HEADLINE, SECOND, VERSE, found

TAGS = "الذهب البنك المركزي"
FOOT = "جميع الحقوق محفوظة"


@pytest.mark.parametrize(
    ("lines", "noise", "goes"),
    [
        pytest.param([HEADLINE, FIRST, SECOND, TAGS, FOOT], {4: "legal_notice"}, [TAGS], id="on one line"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, "الذهب", "البنك المركزي", FOOT],
            {5: "legal_notice"},
            ["الذهب", "البنك المركزي"],
            id="one a line",
        ),
        pytest.param([HEADLINE, FIRST, SECOND, "واتفقا.", TAGS, FOOT], {5: "social"}, [TAGS], id="under a short last sentence"),
        pytest.param([HEADLINE, FIRST, SECOND, TAGS], {}, [], id="nothing below"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, TAGS, "خاتمة أخرى", FOOT], {5: "legal_notice"}, [], id="not right above the furniture"
        ),
        pytest.param([HEADLINE, FIRST, SECOND, "الذهب في البنك المركزي", FOOT], {4: "legal_notice"}, [], id="a particle"),
        pytest.param([HEADLINE, FIRST, SECOND, "الذهب: البنك المركزي", FOOT], {4: "legal_notice"}, [], id="a mark"),
        pytest.param([HEADLINE, FIRST, SECOND, "وارتفع الذهب المركزي", FOOT], {4: "legal_notice"}, [], id="the story goes on"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, "سامر نجم ليلى مراد", FOOT],
            {4: "legal_notice"},
            [],
            id="names that the article does not have",
        ),
        pytest.param([HEADLINE, FIRST, SECOND[:-1], TAGS, FOOT], {4: "legal_notice"}, [], id="the sentence goes on"),
        pytest.param([HEADLINE, FIRST, SECOND, "الذهب البنك", FOOT], {4: "legal_notice"}, [], id="two words"),
        pytest.param([*VERSE, FOOT], {len(VERSE): "legal_notice"}, [], id="verse"),
    ],
)
def test_keywords_below(lines: list[str], noise: dict[int, str], goes: list[str]) -> None:
    assert found(keywords.find, lines, noise) == goes
