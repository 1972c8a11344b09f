"""Polls below the text."""

import pytest

from ingest.heuristics import polls
from tests.heuristics.pages import FIRST, HEADLINE, SECOND, VERSE, found

ASKS = "هل تؤيد إغلاق الجسر القديم؟"


@pytest.mark.parametrize(
    ("lines", "goes"),
    [
        pytest.param([HEADLINE, FIRST, SECOND, ASKS, "نعم", "لا"], [f"{ASKS}\nنعم\nلا"], id="yes and no"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, ASKS, "نعم 55%", "لا 45%", "لا أدري"], [f"{ASKS}\nنعم 55%\nلا 45%\nلا أدري"], id="shares"
        ),
        pytest.param([HEADLINE, FIRST, SECOND, "Close it?", "Yes", "No", "Vote"], ["Close it?\nYes\nNo\nVote"], id="English"),
        pytest.param([HEADLINE, FIRST, SECOND, ASKS, "نعم"], [], id="one answer"),
        pytest.param([HEADLINE, FIRST, SECOND, ASKS, "نعم، قال رئيس البلدية", "لا، قال المهندس"], [], id="people who answer"),
        pytest.param([HEADLINE, FIRST, ASKS, "نعم", "لا", SECOND], [], id="in the text"),
        pytest.param([*VERSE, ASKS, "نعم", "لا"], [], id="verse"),
    ],
)
def test_polls(lines: list[str], goes: list[str]) -> None:
    assert found(polls.find, lines) == goes
