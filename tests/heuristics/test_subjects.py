"""Tags that nothing labels."""

import pytest

from ingest.heuristics import subjects
from tests.heuristics.pages import FIRST, HEADLINE, SECOND, VERSE, found

TAGS = ["أسعار الذهب", "البنك المركزي", "الفائدة"]


@pytest.mark.parametrize(
    ("lines", "noise", "goes"),
    [
        pytest.param([HEADLINE, FIRST, SECOND, *TAGS], {}, TAGS, id="a line each"),
        pytest.param([HEADLINE, FIRST, SECOND, *TAGS, "دولار"], {}, [*TAGS, "دولار"], id="one in other words"),
        pytest.param([HEADLINE, FIRST, SECOND, " | ".join(TAGS)], {}, [" | ".join(TAGS)], id="bars"),
        pytest.param([HEADLINE, FIRST, SECOND, "، ".join(TAGS)], {}, ["، ".join(TAGS)], id="commas"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, "الذهب الأسواق البنك التضخم", "تعليقات"],
            {4: "comments"},
            ["الذهب الأسواق البنك التضخم"],
            id="no marks, on the page's edge",
        ),
        pytest.param([HEADLINE, FIRST, SECOND, "الذهب الأسواق البنك التضخم"], {}, [], id="no marks, nothing beside it"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, "شارك", "الذهب الفائدة", "تعليقات"],
            {3: "social", 5: "comments"},
            ["الذهب الفائدة"],
            id="two words between two parts of the page",
        ),
        pytest.param([HEADLINE, FIRST, SECOND, "الذهب الفائدة", "تعليقات"], {4: "comments"}, [], id="two words beside one part"),
        pytest.param(
            [HEADLINE, FIRST, SECOND, "شارك", "أسعار الذهب", "التضخم", "تعليقات"],
            {3: "social", 6: "comments"},
            ["أسعار الذهب", "التضخم"],
            id="two tags between two parts of the page",
        ),
        pytest.param(
            [HEADLINE, FIRST, SECOND, "شارك", "أسعار الذهب", "لجنة التجار", "تعليقات"],
            {3: "social", 6: "comments"},
            [],
            id="one of them in other words",
        ),
        pytest.param([HEADLINE, FIRST, SECOND, "التضخم", "تعليقات"], {4: "comments"}, [], id="one right below the text"),
        pytest.param([HEADLINE, FIRST, SECOND, *TAGS, "الذهب 2024"], {}, [*TAGS, "الذهب 2024"], id="a year"),
        pytest.param([HEADLINE, FIRST, SECOND, *TAGS, 'נתב"ג'], {}, [*TAGS, 'נתב"ג'], id="an abbreviation"),
        pytest.param([HEADLINE, FIRST, SECOND, *TAGS, '"الذهب" قيد'], {}, [], id="a quotation"),
        pytest.param([HEADLINE, FIRST, SECOND, *TAGS, "2024 10 3"], {}, [], id="figures"),
        pytest.param([HEADLINE, FIRST, SECOND, *(f"{tag} {2020 + n}" for n, tag in enumerate(TAGS))], {}, [], id="what was when"),
        pytest.param(
            [HEADLINE, "ارتفعت أسعار الذهب والفضة والبلاتين والنحاس في الأسواق.", "الذهب والفضة والبلاتين والنحاس", "تعليقات"],
            {3: "comments"},
            [],
            id="a last line with words joined by `and`",
        ),
        pytest.param([HEADLINE, FIRST, SECOND, "لجنة التجار", "سوق الصاغة", "القاهرة"], {}, [], id="a signature"),
        pytest.param([HEADLINE, FIRST, SECOND, *TAGS[:2]], {}, [], id="two (missed)"),
        pytest.param([HEADLINE, FIRST, *TAGS, SECOND], {}, [], id="in the text"),
        pytest.param([HEADLINE, FIRST, SECOND[:-1] + ":", *TAGS], {}, [], id="announced with a colon"),
        pytest.param([HEADLINE, FIRST, SECOND, *TAGS, "ولم يقل البنك شيئا عن ذلك."], {}, [], id="a sentence below"),
        pytest.param([HEADLINE, FIRST, SECOND, "ورحب التجار بالقرار.", *TAGS], {}, TAGS, id="below a short last sentence"),
        pytest.param([HEADLINE, FIRST, SECOND, "ورحب التجار بثلاثة:", *TAGS], {}, [], id="below a short line with a colon"),
        pytest.param([*VERSE, *TAGS], {}, [], id="verse"),
    ],
)
def test_subjects(lines: list[str], noise: dict[int, str], goes: list[str]) -> None:
    assert found(subjects.find, lines, noise) == goes


@pytest.mark.parametrize(("flat", "goes"), [(True, ["الذهب الأسواق البنك الدرهم"]), (False, [])])
def test_three_words_in_four_are_enough_in_a_flattened_page(flat: bool, goes: list[str]) -> None:
    lines = [HEADLINE, FIRST, SECOND, "الذهب الأسواق البنك الدرهم", "تعليقات"]
    assert found(subjects.find, lines, {4: "comments"}, flat=flat) == goes


def test_a_word_that_begins_with_a_preposition_s_letter_is_none_of_the_text() -> None:
    story = [HEADLINE, FIRST, SECOND, "وقالت بلدية الميناء وتربية النحل في بلدية الساحل إن الأسعار ارتفعت في الأسواق كلها."]
    tags = "الذهب بلدية الأسواق تربية"
    assert found(subjects.find, [*story, tags, "تعليقات"], {5: "comments"}, flat=True) == [tags]
    spoken = "الذهب بالأسواق البنك التضخم"
    assert found(subjects.find, [*story, spoken, "تعليقات"], {5: "comments"}, flat=True) == []


def test_a_word_behind_a_preposition_is_no_verb() -> None:
    story = [HEADLINE, FIRST, SECOND, "وسجلت أسعار الذهب في تاليوين ارتفاعا بعد قرار البنك المركزي خفض الفائدة في البلاد."]
    assert found(subjects.find, [*story, "الذهب تاليوين البنك التضخم", "تعليقات"], {5: "comments"}, flat=True) == [
        "الذهب تاليوين البنك التضخم"
    ]
    assert found(subjects.find, [*story[:3], "الذهب تاليوين البنك التضخم", "تعليقات"], {4: "comments"}, flat=True) == []


def test_tags_may_be_the_last_of_a_flattened_page() -> None:
    assert found(subjects.find, [HEADLINE, FIRST, SECOND, "الذهب الأسواق البنك التضخم"], flat=True) == [
        "الذهب الأسواق البنك التضخم"
    ]
    assert found(subjects.find, [HEADLINE, FIRST, SECOND, "الذهب الأسواق البنك الدرهم"], flat=True) == []


def test_a_last_sentence_without_a_full_stop_stays_in_a_flattened_page() -> None:
    lines = [HEADLINE, FIRST, SECOND, "الأسواق العالمية تترقب قرار البنك المركزي", "تعليقات"]
    assert found(subjects.find, lines, {4: "comments"}, flat=True) == []
