"""Paragraphs that are printed twice."""

import pytest

from ingest.heuristics import repeats
from tests.heuristics.pages import FIRST, SECOND, VERSE, found

LONG = "وأوضح البيان الصادر عن البنك أن لجنة السياسة النقدية ستجتمع مرة أخرى قبل نهاية الشهر المقبل لبحث أثر القرار على الأسعار."
SHORT = "وهذا ما أكده الحاكم."
EIGHT = "قرر البنك خفض سعر الفائدة ربع نقطة مئوية."


@pytest.mark.parametrize(
    ("lines", "noise", "goes"),
    [
        pytest.param([FIRST, FIRST, SECOND], {}, [FIRST], id="a paragraph twice in a row"),
        pytest.param([FIRST, "", FIRST, SECOND], {}, [FIRST], id="a blank line between"),
        pytest.param([EIGHT, EIGHT, FIRST, SECOND], {}, [EIGHT], id="eight words twice in a row"),
        pytest.param([LONG, FIRST, SECOND, LONG], {}, [LONG], id="twenty words anywhere"),
        pytest.param([LONG, FIRST, LONG, SECOND, LONG], {}, [LONG, LONG], id="three times"),
        pytest.param([FIRST, SHORT, FIRST, SHORT, SECOND], {}, [FIRST, SHORT], id="a paragraph of two lines"),
        pytest.param([LONG, SHORT, SECOND, LONG, SHORT], {}, [LONG, SHORT], id="what follows the original"),
        pytest.param([LONG, SHORT, LONG, SECOND, SHORT], {}, [LONG], id="a short line by itself"),
        pytest.param([FIRST, f"«{FIRST}", SECOND], {}, [], id="in quotes"),
        pytest.param([f"- {LONG}", FIRST, f"- {LONG}"], {}, [], id="items"),
        pytest.param([FIRST, SECOND, FIRST], {}, [], id="fewer than twenty words, apart"),
        pytest.param([EIGHT, FIRST, EIGHT, SECOND], {}, [], id="eight words, apart"),
        pytest.param(["خفض البنك الفائدة أخيرا.", "خفض البنك الفائدة أخيرا.", FIRST, SECOND], {}, [], id="short lines"),
        pytest.param([LONG, FIRST, SECOND], {}, [], id="once"),
        pytest.param([LONG, FIRST, LONG.replace("البيان", "التقرير")], {}, [], id="rewritten (missed)"),
        pytest.param([LONG, FIRST, LONG], {2: "related_content"}, [], id="noise already"),
        pytest.param([LONG, FIRST, LONG], {0: "related_content"}, [], id="the first copy is noise"),
        pytest.param([*VERSE, EIGHT, EIGHT], {}, [], id="verse"),
        pytest.param([*(f"{n}. {line}" for n, line in enumerate(VERSE)), EIGHT, EIGHT], {}, [], id="a list"),
    ],
)
def test_repeats(lines: list[str], noise: dict[int, str], goes: list[str]) -> None:
    assert found(repeats.find, lines, noise) == goes
