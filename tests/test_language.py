"""The guess at a text's language: sure, or None."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.language import SAMPLE, guess


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "أعلن الوزير اليوم عن خطة جديدة لدعم المزارعين في الجنوب"),
        ("ar", "نعم"),
        ("ar", "اعلن الوزیر الیوم عن خطة جدیدة لدعم المزارعین فی الجنوب"),  # typed on a Persian keyboard
        ("ar", "أطلقت شركة Apple هاتف iPhone الجديد في الأسواق"),
        ("fa", "رئیس جمهور گفت که این طرح برای مردم است و از فردا اجرا می‌شود"),
        ("ur", "وزیر اعظم نے کہا ہے کہ یہ منصوبہ عوام کے لیے ہے"),
        ("he", "ראש הממשלה אמר היום כי התוכנית מוכנה"),
        ("ru", "Президент заявил сегодня, что план готов"),
        ("en", "The minister said that the plan is ready and it was sent to the house"),
        ("fr", "Le ministre a annoncé que le plan est prêt et il sera présenté dans la semaine"),
        ("es", "El ministro dijo que el plan está listo y se presentará en la semana con los datos"),
        ("pt", "O ministro disse que o plano não está pronto e será apresentado na semana com os dados"),
        ("de", "Der Minister sagte, dass der Plan nicht fertig ist und die Regierung sich mit dem Haus einig wird"),
        ("it", "Il ministro ha detto che il piano è pronto e sarà presentato nella settimana con gli altri"),
        ("tr", "Bakan bu sabah bir plan için çok daha fazla kaynak ve zaman gerektiğini söyledi"),
    ],
)
def test_guesses(language: str, text: str) -> None:
    assert guess(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12:30",
        "*** 2025 ***",
        "😀",
        "Lorem ipsum dolor sit amet",
        "Barcelona Madrid Sevilla",
        "the",  # one word proves nothing
        "Премʼєр-міністр України сьогодні оголосив",  # Ukrainian
        "Сёння прэм'ер-міністр Беларусі заявіў",
        "北京时间今天上午",
        "de la que en un",  # French, Spanish or Portuguese
    ],
)
def test_no_guess_where_it_is_not_certain(text: str) -> None:
    assert guess(text) is None


def test_only_the_beginning_counts() -> None:
    arabic = "أعلن الوزير خطة. " * (SAMPLE // 10)
    assert guess(arabic + "the minister of the house said that it is so " * 1000) == "ar"


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_text_has_an_answer(text: str) -> None:
    assert guess(text) in {None, "ar", "fa", "ur", "he", "ru", "en", "fr", "es", "pt", "de", "it", "tr"}
