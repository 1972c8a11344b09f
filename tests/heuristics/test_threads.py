"""Readers' comments under their header."""

import pytest

from ingest.heuristics import threads
from tests.heuristics.pages import FIRST, HEADLINE, SECOND, found

HEADER = "تعليقات الزوار"
STAMP = "الإثنين 15 مارس 2021 - 08:41"
LATER = "الإثنين 15 مارس 2021 - 09:17"
THREAD = ["ولد الميناء", STAMP, "حسبنا الله ونعم الوكيل، السور أغلى من البيوت.", "قارئ حر", LATER, "الله يصلح"]
DAY_ONLY = ["ولد الميناء", "15 مارس 2021", FIRST]
NOISE = {3: "comments"}
ARTICLE = [HEADLINE, f"{FIRST} {SECOND}", f"{SECOND} {FIRST}"]


@pytest.mark.parametrize(
    ("lines", "noise", "goes"),
    [
        pytest.param([*ARTICLE, HEADER, *THREAD], NOISE, THREAD, id="two readers"),
        pytest.param([*ARTICLE, HEADER, *THREAD[:3]], NOISE, THREAD[:3], id="one reader"),
        pytest.param(
            [*ARTICLE, HEADER, *THREAD, "أخبار ذات صلة", "الذهب يهبط"],
            {3: "comments", 10: "related_content"},
            THREAD,
            id="more page",
        ),
        pytest.param([*ARTICLE, HEADER, "شارك برأيك", *THREAD], {3: "comments", 4: "comments"}, THREAD, id="a form between"),
        pytest.param([*ARTICLE, *THREAD], {}, [], id="no header (missed)"),
        pytest.param([*ARTICLE, HEADER, *DAY_ONLY], NOISE, DAY_ONLY, id="no hour"),
        pytest.param([*ARTICLE, HEADER, "ولد الميناء", FIRST], NOISE, [], id="no day (missed)"),
        pytest.param([HEADLINE, HEADER, *THREAD[:2], *ARTICLE[1:]], {1: "comments"}, [], id="a count on top of the text"),
        pytest.param([HEADLINE, FIRST, HEADER, *THREAD[:2], SECOND, FIRST], {2: "comments"}, [], id="little above"),
        pytest.param([*ARTICLE, HEADER, f"{FIRST}", STAMP, SECOND], NOISE, [], id="no name"),
    ],
)
def test_threads(lines: list[str], noise: dict[int, str], goes: list[str]) -> None:
    assert found(threads.find, lines, noise) == goes


def test_in_a_flattened_page_name_day_and_words_are_one_line() -> None:
    thread = [f"- ولد الميناء {STAMP} الله يعين.", f"2 - قارئ حر {LATER} الله يصلح"]
    assert found(threads.find, [*ARTICLE, HEADER, *thread], NOISE, flat=True) == thread
    assert found(threads.find, [*ARTICLE, HEADER, *thread], NOISE) == []
    assert found(threads.find, [*ARTICLE, HEADER, "- ولد الميناء 15 مارس", "2 - قارئ"], NOISE, flat=True) == []


def test_a_name_in_a_flattened_page_needs_no_number() -> None:
    thread = [f"ولد الميناء {STAMP} الله يعين.", f"1 قارئ حر {LATER} الله يصلح"]
    assert found(threads.find, [*ARTICLE, HEADER, *thread], NOISE, flat=True) == thread
    told = f"وكان الموعد الذي حدده رئيس اللجنة {STAMP} ولم يحضر أحد."
    assert found(threads.find, [*ARTICLE, HEADER, told], NOISE, flat=True) == []
