"""The headline where it stands first, and its copies."""

import pytest

from ingest.heuristics import headline
from tests.heuristics.pages import FIRST, HEADLINE, SECOND, VERSE, found


@pytest.mark.parametrize(
    ("lines", "title", "goes"),
    [
        pytest.param([HEADLINE, FIRST, SECOND], HEADLINE, [HEADLINE], id="the given title"),
        pytest.param(["الرئيسية", HEADLINE, FIRST], HEADLINE, [HEADLINE], id="the given title below a menu"),
        pytest.param(
            ["تطورات جديدة في المدينة", "صحيفة البلد", "تطورات جديدة في المدينة", FIRST],
            None,
            ["تطورات جديدة في المدينة"],
            id="printed twice",
        ),
        pytest.param(["اقتصاد وأعمال اليوم", HEADLINE, FIRST], None, [HEADLINE], id="the one that the lede takes up"),
        pytest.param(["بريق لا يخبو أبدا", FIRST, SECOND], None, ["بريق لا يخبو أبدا"], id="the first line over a paragraph"),
        pytest.param([VERSE[0], VERSE[0], *VERSE[1:]], VERSE[0], [VERSE[0]], id="the first of two copies without a paragraph"),
        pytest.param(VERSE, VERSE[0], [], id="a poem called like its first verse"),
        pytest.param([VERSE[0], *VERSE], None, [], id="verse without a given title"),
        pytest.param([HEADLINE], HEADLINE, [], id="nothing else"),
        pytest.param([HEADLINE, HEADLINE], HEADLINE, [], id="nothing but copies"),
        pytest.param([FIRST, SECOND], None, [], id="no headline"),
        pytest.param([FIRST, HEADLINE, SECOND], HEADLINE, [], id="below a paragraph"),
        pytest.param(["قال محللون في السوق:", FIRST], None, [], id="the opening of a statement"),
        pytest.param(["بريق لا يخبو أبدا", "سطر ثان مثله هنا", FIRST], None, [], id="a play on words among others (missed)"),
    ],
)
def test_title(lines: list[str], title: str | None, goes: list[str]) -> None:
    assert found(headline.find_title, lines, title=title) == goes


@pytest.mark.parametrize(
    ("lines", "title", "noise", "goes"),
    [
        pytest.param([HEADLINE, HEADLINE, FIRST], HEADLINE, {}, [HEADLINE], id="exactly"),
        pytest.param([HEADLINE, f"{HEADLINE} | صحيفة الخبر", FIRST], HEADLINE, {}, [f"{HEADLINE} | صحيفة الخبر"], id="with a site"),
        pytest.param([HEADLINE, f"«{HEADLINE}»!", FIRST], None, {}, [f"«{HEADLINE}»!"], id="with other marks, no title given"),
        pytest.param([HEADLINE, FIRST, SECOND, HEADLINE], None, {}, [HEADLINE], id="below the article"),
        pytest.param([HEADLINE, FIRST, HEADLINE, SECOND], HEADLINE, {}, [HEADLINE], id="between paragraphs"),
        pytest.param([HEADLINE, f"{HEADLINE}.", FIRST], HEADLINE, {}, [f"{HEADLINE}."], id="with a full stop above the article"),
        pytest.param([HEADLINE, FIRST, f"{HEADLINE}.", SECOND], HEADLINE, {}, [], id="a refrain"),
        pytest.param([HEADLINE, FIRST, SECOND], HEADLINE, {}, [], id="the headline itself"),
        pytest.param([HEADLINE, HEADLINE, FIRST], HEADLINE, {1: "navigation"}, [], id="noise already"),
        pytest.param([FIRST, SECOND, FIRST], FIRST, {}, [], id="paragraphs"),
        pytest.param([*VERSE, VERSE[0]], VERSE[0], {}, [], id="verse"),
        pytest.param([VERSE[0], FIRST, *VERSE, *VERSE], VERSE[0], {}, [], id="verse below a paragraph"),
        pytest.param(["المتنبي", FIRST, SECOND, HEADLINE], None, {}, [], id="no headline known"),
        pytest.param([HEADLINE, "البنك يخفض الفائدة فيصعد المعدن الأصفر", FIRST], HEADLINE, {}, [], id="rewritten (missed)"),
    ],
)
def test_copies(lines: list[str], title: str | None, noise: dict[int, str], goes: list[str]) -> None:
    assert found(headline.find_copies, lines, noise, title) == goes
