"""Boxes between a skip link and its end."""

import pytest

from ingest.heuristics import skips
from tests.heuristics.pages import FIRST, SECOND, found

BOXES = {
    "most read": "تخطى الأكثر قراءة وواصل القراءة الأكثر قراءة أمطار غزيرة تغلق طرق الساحل الأكثر قراءة نهاية",
    "an embedded post": "أهمل X مشاركة, 1 هل تسمح بعرض المحتوى من X؟ تحتوي هذه الصفحة على محتوى. نهاية X مشاركة, 1",
    "a post that was not loaded": "أهمل X مشاركة, 1 هل تسمح بعرض المحتوى؟ نهاية X مشاركة, 1 المحتوى غير متاح X اطلع على المزيد في",
    "English": "Skip Most read and continue reading Rain shuts coast roads End of Most read",
    "Spanish": "Saltar Recomendamos y continuar leyendo Lluvia en la costa Final de Recomendamos",
    "over several lines": "Пропустить Реклама и продолжить чтение\nДождь на побережье\nКонец истории Реклама",
}


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_goes(box: str) -> None:
    assert found(skips.find, [FIRST, box, SECOND]) == [box]
    assert found(skips.find, [f"{FIRST} {box} {SECOND}"]) == [box]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("تخطى الأكثر قراءة وواصل القراءة الأكثر قراءة أمطار غزيرة", id="no end"),
        pytest.param("تخطى الفصل الأول وواصل القراءة، قال المعلم، وعند الباب نهاية الطريق", id="the end of something else"),
        pytest.param("Skip the first chapter and continue reading, she said.", id="advice"),
        pytest.param(f"تخطى الأكثر قراءة وواصل القراءة {'نص ' * 1200} الأكثر قراءة نهاية", id="too far off"),
    ],
)
def test_stays(line: str) -> None:
    assert found(skips.find, [FIRST, line, SECOND]) == []
