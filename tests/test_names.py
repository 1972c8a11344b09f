"""A person's name and nothing else."""

import pytest

from ingest.names import is_person
from ingest.script import fold


@pytest.mark.parametrize(
    "line",
    [
        "زياد عيتاني",
        "سارة حسن الحداد",
        "د. منى الشامي",
        "عبد الرحمن بن سالم القاسمي",
        "المهندس وليد صقر",
        "أبو بكر سالم",
        "كريم زياد",
        "أمين بن سالم",
        "أبو كريم",
    ],
)
def test_names(line: str) -> None:
    assert is_person(fold(line))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("محمد", id="one word"),
        pytest.param("أحمد يلتقي الوزير", id="a verb"),
        pytest.param("خالد في بيروت", id="a preposition"),
        pytest.param("رمضان كريم", id="a greeting"),
        pytest.param("أمين عام الحزب", id="an office"),
        pytest.param("سعيد الحظ", id="an adjective"),
        pytest.param("جمال نادر", id="a noun and its adjective"),
        pytest.param("بشرى سارة", id="good news"),
        pytest.param("وزارة الداخلية", id="a body"),
        pytest.param("والله الموفق", id="a closing"),
        pytest.param("محمد، خالد", id="two names"),
        pytest.param("سالم بن علي بن حمد بن راشد", id="too long"),
        pytest.param("محمد 1990", id="figures"),
        pytest.param("John Smith", id="another script (missed)"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_names(line: str) -> None:
    assert not is_person(fold(line))
