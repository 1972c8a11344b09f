"""Style sheets and scripts left in a text."""

import pytest

from ingest.heuristics import code
from tests.heuristics.pages import FIRST, SECOND, found

STYLE = "#vote ul { padding: 0; margin: 0; } .box { color: #fff; width: 10px; }"
SCRIPT = "$(document).ready(function(){ $('.a').slick({ rows: 1, dots: true }); });"
LINES = ".box {\n  color: red;\n  width: 10px;\n}"


@pytest.mark.parametrize(
    ("lines", "goes"),
    [
        pytest.param([FIRST, STYLE, SECOND], [STYLE], id="a style sheet"),
        pytest.param([FIRST, SCRIPT, SECOND], [SCRIPT], id="a script"),
        pytest.param([FIRST, LINES, SECOND], [LINES], id="over several lines"),
        pytest.param([f"{FIRST} {STYLE} {SCRIPT} {SECOND}"], [f"{STYLE} {SCRIPT}"], id="glued into a line"),
        pytest.param([f"The river rose again. {STYLE} Then it fell."], [STYLE], id="in a text in Latin letters"),
        pytest.param([FIRST, "قال {الوزير} إن {الخطة} جاهزة؛ وإنها: واضحة", SECOND], [], id="prose in brackets"),
        pytest.param([FIRST, "{name: value}", SECOND], [], id="one pair, nothing declared"),
        pytest.param([FIRST, "{ فتح القوس", SECOND, "color: red; width: 10px; وأغلقه }"], [], id="brackets round prose"),
        pytest.param([FIRST, "} width: 10px; color: red; {", SECOND], [], id="brackets the wrong way round"),
        pytest.param(["A lesson in CSS for beginners.", STYLE], [], id="a text on code"),
    ],
)
def test_blocks(lines: list[str], goes: list[str]) -> None:
    assert found(code.find, lines) == goes
