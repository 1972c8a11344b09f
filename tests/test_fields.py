"""The record's fields, from the values that were taken out."""

import pytest

from ingest.fields import fields
from ingest.model import Document, Related, Removal


def removal(to: str | None, text: str, value: str | None = None) -> Removal:
    return Removal(0, len(text), "other", "x", to, text, value)


EMPTY_TEXT = Document(id="x", text="")
EMPTY = {"date_published": None, "authors": (), "credits": (), "captions": (), "tags": (), "related": ()}


@pytest.mark.parametrize("removals", [[], [removal(None, "المصدر: رويترز", "رويترز")], [removal("title", "عنوان")]])
def test_nothing_is_made_up(removals: list[Removal]) -> None:
    assert fields(EMPTY_TEXT, removals) == EMPTY


@pytest.mark.parametrize(
    ("to", "values", "field"),
    [
        ("credits", ["رويترز"], ("رويترز",)),
        ("credits", ["«رويترز»", "رويترز.", "أ ف ب"], ("رويترز", "أ ف ب")),
        ("credits", ["***", " "], ()),
        ("credits", ["رويترز، أ ف ب"], ("رويترز، أ ف ب",)),  # only tags are parted
        ("authors", ["محمّد علي:", "(محمّد علي)", "Jane Doe"], ("محمّد علي", "Jane Doe")),  # as it was printed
        ("authors", ["محمد علي", "محمّد علي"], ("محمد علي", "محمّد علي")),
        ("captions", ["صورة أرشيفية.", "صورة أرشيفية."], ("صورة أرشيفية.",)),  # a sentence keeps its stop
        ("tags", ["مصر، السودان، مياه النيل"], ("مصر", "السودان", "مياه النيل")),
        ("tags", ["مصر,السودان؛ليبيا;تونس|المغرب"], ("مصر", "السودان", "ليبيا", "تونس", "المغرب")),
        ("tags", ["#مصر #مياه_النيل"], ("مصر", "مياه_النيل")),
        ("tags", ["مصر - السودان / ليبيا – تونس"], ("مصر", "السودان", "ليبيا", "تونس")),
        ("tags", ["كوفيد-19 • F/A"], ("كوفيد-19", "F/A")),  # one word
        ("tags", ["مصر  السودان\nليبيا"], ("مصر", "السودان", "ليبيا")),
        ("tags", ["مصر، مصر", "مصر"], ("مصر",)),
        ("tags", ["،،"], ()),
    ],
)
def test_lists(to: str, values: list[str], field: tuple[str, ...]) -> None:
    assert fields(EMPTY_TEXT, [removal(to, f"… {value} …", value) for value in values]) == {**EMPTY, to: field}


@pytest.mark.parametrize(
    ("values", "day"),
    [
        (["1st, December 2025 GMT"], "2025-12-01"),
        (["أمس", "٢ ديسمبر ٢٠٢٥"], "2025-12-02"),  # the first that is a date
        (["2025-12-01", "2025-12-02"], "2025-12-01"),
        (["قريبا"], None),
        (["31 فبراير 2025"], None),
    ],
)
def test_the_date_is_an_iso_day(values: list[str], day: str | None) -> None:
    assert fields(EMPTY_TEXT, [removal("date_published", value, value) for value in values])["date_published"] == day


def test_without_a_value_the_text_moves() -> None:
    assert fields(EMPTY_TEXT, [removal("captions", "  صورة أرشيفية \n")])["captions"] == ("صورة أرشيفية",)


@pytest.mark.parametrize(
    ("text", "story"),
    [
        ("الذهب يرتفع في مصر", Related("الذهب يرتفع في مصر", "")),
        ("\n الذهب يرتفع في مصر \n\nقال محللون نعم.\nوقالوا لا.\n", Related("الذهب يرتفع في مصر", "قال محللون نعم.\nوقالوا لا.")),
        ("الذهب يرتفع في مصر\nالذهب يرتفع في مصر\nنعم.", Related("الذهب يرتفع في مصر", "نعم.")),
        ("الذهب يرتفع في مصر\n«الذهب يرتفع في مصر» | صحيفة الخبر\nنعم.", Related("الذهب يرتفع في مصر", "نعم.")),
    ],
)
def test_a_story_is_its_headline_and_its_text(text: str, story: Related) -> None:
    assert fields(EMPTY_TEXT, [removal("related", text)])["related"] == (story,)


def test_fields_do_not_mix() -> None:
    found = fields(
        Document(id="x", text=""),
        [removal("tags", "مصر"), removal("credits", "رويترز"), removal(None, "شارك"), removal("authors", "علي")],
    )
    assert found == {**EMPTY, "tags": ("مصر",), "credits": ("رويترز",), "authors": ("علي",)}


def test_fields_of_the_input_go_first() -> None:
    document = Document(id="x", text="", date_published="2025-03-03", authors=("سلمى",), tags=("مصر", "مياه"))
    found = fields(document, [removal("date_published", "4/4/2025"), removal("authors", "علي"), removal("tags", "مياه، سدود")])
    assert (found["date_published"], found["authors"], found["tags"]) == ("2025-03-03", ("سلمى",), ("مصر", "مياه", "سدود"))
