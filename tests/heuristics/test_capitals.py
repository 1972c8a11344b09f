"""Names told by their capitals."""

import pytest

from ingest.heuristics import capitals
from tests.heuristics.pages import found

TITLE = "City closes the old bridge after cracks are found"
FIRST = "The coastal city closed the old bridge on Monday after an inspection found cracks in two of its piers."
SECOND = "Engineers had warned of the state of the piers three years ago, but no money was set aside for the work."


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Roe",
        "By Jane Roe, Health Editor",
        "BY JANE ROE AND JOHN DOE",
        "Von Anna Schmidt und Peter Müller",
        "Von Anna Schmidt, Studio Kairo",
        "Par Jeanne Mercier (Bayonne [Pyrénées-Atlantiques], envoyée spéciale)",
        "Por María de la Cruz | Madrid",
        "Por Maria Silva, g1 — São Paulo",
        "di Anna Rossi",
        "Text von Jan van der Berg",
    ],
)
def test_by_and_a_name_above_and_below_the_text(line: str) -> None:
    assert found(capitals.find_by, [TITLE, line, FIRST, SECOND], title=TITLE) == [line]
    assert found(capitals.find_by, [TITLE, FIRST, SECOND, line], title=TITLE) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "By The Numbers",
        "By Monday Morning",
        "By Jane Roe's reckoning it was late",
        "Von Berlin nach Paris",
        "Von Frauen für Frauen",
        "Por amor al mar",
        "Di padre in figlio",
        "By Jane Roe.",
        "بقلم زياد عيتاني",
    ],
)
def test_what_only_begins_so(line: str) -> None:
    assert found(capitals.find_by, [TITLE, line, FIRST, SECOND], title=TITLE) == []


def test_by_with_a_post_is_a_byline_below_a_standfirst() -> None:
    line = "Von Jane Roe, Hauptstadtstudio"
    assert found(capitals.find_by, [TITLE, FIRST, line, SECOND], title=TITLE) == [line]
    assert found(capitals.find_by, [TITLE, FIRST, SECOND, line, FIRST], title=TITLE) == []


def test_by_is_no_byline_between_paragraphs_in_verse_and_as_the_headline() -> None:
    assert found(capitals.find_by, [TITLE, FIRST, "By Jane Roe", SECOND], title=TITLE) == []
    assert found(capitals.find_by, ["By Jane Roe", "the sea went out", "and left the boats", "upon the sand"]) == []
    assert found(capitals.find_by, ["By Jane Roe", FIRST, SECOND], title="By Jane Roe") == []


@pytest.mark.parametrize(
    ("lines", "noise", "goes"),
    [
        pytest.param([TITLE, "Jane Roe", FIRST, SECOND], {}, ["Jane Roe"], id="under the headline"),
        pytest.param([TITLE, "JANE ROE", FIRST, SECOND], {}, ["JANE ROE"], id="in capitals"),
        pytest.param([TITLE, "Анна Иванова, корреспондент", FIRST], {}, ["Анна Иванова, корреспондент"], id="with a post"),
        pytest.param([TITLE, "Jane Roe", "3 May 2024", FIRST], {2: "date_line"}, ["Jane Roe"], id="above the stamp"),
        pytest.param([TITLE, FIRST, SECOND, "Jane Roe"], {}, ["Jane Roe"], id="signed"),
        pytest.param([TITLE, "Jane Roe", f"{FIRST} Roe was there.", SECOND], {}, [], id="the text speaks of her"),
        pytest.param([TITLE, "Old Bridge", FIRST, SECOND], {}, [], id="a heading"),
        pytest.param([TITLE, FIRST, "Jane Roe", SECOND], {}, [], id="between paragraphs"),
        pytest.param([TITLE, "Jane Roe", "John Doe", FIRST, SECOND], {}, [], id="a list of names"),
        pytest.param([TITLE, "زياد عيتاني", FIRST, SECOND], {}, [], id="a script without capitals"),
        pytest.param([TITLE, "Jane roe", FIRST, SECOND], {}, [], id="one capital"),
        pytest.param([TITLE, FIRST, SECOND, "Jane Roe, Port Vale"], {}, ["Jane Roe, Port Vale"], id="with a place"),
        pytest.param([TITLE, "JANE ROE", "Jane Roe", FIRST, SECOND], {}, ["JANE ROE", "Jane Roe"], id="printed twice"),
        pytest.param([TITLE, "3 May 2024", "Jane Roe", "Port Vale", FIRST], {1: "date_line"}, ["Jane Roe"], id="under the stamp"),
        pytest.param(
            [TITLE, FIRST, "Jane Roe", "3/5/2024", SECOND, SECOND],
            {3: "date_line"},
            ["Jane Roe"],
            id="under a standfirst, on the stamp",
        ),
        pytest.param(
            [TITLE, "Jane Roe", "Vale -", "3/5/2024", FIRST], {2: "byline", 3: "date_line"}, ["Jane Roe"], id="over her place"
        ),
        pytest.param([TITLE, "Jane Roe", FIRST, SECOND, "Port Vale"], {}, ["Jane Roe"], id="another below the text"),
        pytest.param([TITLE, "En Facebook", FIRST, SECOND], {}, [], id="a preposition"),
        pytest.param([TITLE, "Jean Martin, journaliste et écrivain, est mort", FIRST, SECOND], {}, [], id="what became of him"),
        pytest.param([TITLE, FIRST, f"“{SECOND}”", "Jane Roe"], {}, [], id="who said the quotation above"),
    ],
)
def test_alone(lines: list[str], noise: dict[int, str], goes: list[str]) -> None:
    assert found(capitals.find_alone, lines, noise, TITLE) == goes


IN_CAPITALS = "Vista da ponte velha desde a outra margem MARIA DA GRAÇA GOMES"
CAPTION = "Vista del puente viejo desde la otra orilla (María Gómez)"


@pytest.mark.parametrize(
    ("lines", "goes"),
    [
        pytest.param([TITLE, CAPTION, FIRST, SECOND], [CAPTION], id="above"),
        pytest.param([TITLE, FIRST, CAPTION, SECOND], [CAPTION], id="between paragraphs"),
        pytest.param(
            [TITLE, "Tres preguntas a Juan Pérez (Instituto Carlos Tercero)", FIRST, SECOND], [], id="where somebody works"
        ),
        pytest.param([TITLE, FIRST, "Drive My Car (Ryusuke Hamaguchi)", SECOND], [], id="a work and who made it"),
        pytest.param([TITLE, FIRST, f"{CAPTION}.", SECOND], [], id="a full stop"),
        pytest.param([TITLE, FIRST, IN_CAPITALS, SECOND], [IN_CAPITALS], id="in capitals"),
        pytest.param([TITLE, FIRST, f"{IN_CAPITALS} e mais", SECOND], [], id="capitals in mid-line"),
        pytest.param([TITLE, FIRST, "Vista da ponte velha desde a outra margem da NATO", SECOND], [], id="one word in capitals"),
        pytest.param([TITLE, FIRST, "Vista del puente viejo desde la otra orilla (en obras)", SECOND], [], id="no name"),
    ],
)
def test_captions(lines: list[str], goes: list[str]) -> None:
    assert found(capitals.find_captions, lines, title=TITLE) == goes
