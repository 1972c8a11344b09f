"""Tags below an article with no word for tags over them."""

import pytest

from ingest.heuristics import tags
from tests.heuristics.pages import FIRST, HEADLINE, SECOND, VERSE, found

NAMES = ["أسعار الذهب", "البنك المركزي", "بيانات التضخم"]


@pytest.mark.parametrize(
    ("lines", "noise", "goes"),
    [
        pytest.param([HEADLINE, FIRST, SECOND, *NAMES], {}, NAMES, id="three names that the article speaks of"),
        pytest.param([HEADLINE, FIRST, SECOND, *NAMES, "شارك"], {6: "social"}, NAMES, id="furniture below"),
        pytest.param([HEADLINE, FIRST, SECOND, *NAMES, "الفضة"], {}, [*NAMES, "الفضة"], id="one that it does not name"),
        pytest.param([HEADLINE, FIRST, SECOND, *NAMES[:2]], {}, [], id="two names"),
        pytest.param([HEADLINE, FIRST, SECOND, "الفضة", "البورصة", "القمح"], {}, [], id="names of other things"),
        pytest.param([HEADLINE, FIRST, SECOND, *NAMES, HEADLINE], {}, [], id="the text goes on"),
        pytest.param([HEADLINE, FIRST, f"{SECOND[:-1]}:", *NAMES], {}, [], id="a list that is announced"),
        pytest.param([HEADLINE, FIRST, SECOND, *(f"- {name}" for name in NAMES)], {}, [], id="items"),
        pytest.param([HEADLINE, FIRST, SECOND, *(f"{name} 3%" for name in NAMES)], {}, [], id="a table"),
        pytest.param([HEADLINE, FIRST, SECOND, *NAMES[:2], NAMES[0]], {}, [], id="one printed twice"),
        pytest.param([HEADLINE, FIRST, *NAMES], {}, [], id="one paragraph"),
        pytest.param([*VERSE, *VERSE, FIRST, *NAMES], {}, [], id="verse"),
    ],
)
def test_below(lines: list[str], noise: dict[int, str], goes: list[str]) -> None:
    assert found(tags.find_below, lines, noise) == goes
