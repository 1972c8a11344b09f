"""The site's own name, as its address spells it."""

import time

import pytest

from ingest.house import is_house
from ingest.script import fold


@pytest.mark.parametrize(
    ("name", "site"),
    [
        ("الراكوبة", "alrakoba.net"),
        ("الشروق", "echoroukonline.com"),  # the article is spoken otherwise than it is written
        ("الشروق", "shorouknews.com"),
        ("النهار", "annahar.com"),
        ("العربية نت", "alarabiya.net"),
        ("عنب بلدي", "enabbaladi.net"),
        ("صحيفة سبق", "sabq.org"),
        ("سكاي نيوز عربية", "skynewsarabia.com"),
        ("السومرية نيوز", "alsumaria.tv"),
        ("أخبارنا المغربية", "akhbarona.com"),  # the address has the first word alone
        ("صدى البلد", "elbalad.news"),  # and the last
        ("القدس العربي", "alquds.co.uk"),
        ("الرياض", "www.alriyadh.com"),
        ("Le Figaro", "lefigaro.fr"),
        ("The Guardian", "theguardian.com"),
        ("Meduza", "meduza.io"),
        ("France 24", "france24.com"),
        ("فرانس 24", "france24.com"),
    ],
)
def test_a_name_is_told_by_its_address(name: str, site: str) -> None:
    assert is_house(fold(name), site)


@pytest.mark.parametrize(
    ("words", "site"),
    [
        ("الخرطوم", "alrakoba.net"),
        ("شارك المقال", "echoroukonline.com"),  # the same consonants, other vowels
        ("تكبير الخط", "aleqt.com"),
        ("العلاقات الثنائية", "aleqt.com"),
        ("نت", "aljazeera.net"),
        ("بلد", "albalad.com"),  # too short to be sure
        ("Figaro", "lefigaro.fr"),
        ("Net", "echorouk.net"),
        ("كيف تعمل Meduza", "meduza.io"),  # its name in a sentence of another script
        ("Как Meduza считала", "meduza.io"),
        ("Meduza 24", "meduza.io"),
        ("France", "france24.com"),
        ("فرنسا", "france24.com"),
        ("قالت الراكوبة", "alrakoba.net"),  # what it says
        ("الراكوبة", None),
        ("الراكوبة", ""),
        ("", "alrakoba.net"),
        ("الراكوبة الراكوبة الراكوبة الراكوبة الراكوبة", "alrakoba.net"),
    ],
)
def test_other_words_are_not(words: str, site: str | None) -> None:
    assert not is_house(fold(words), site)


def test_a_part_of_a_name_may_be_asked_to_be_the_whole() -> None:
    heading, name = fold("الاتحاد الأوروبي"), fold("الاتحاد")
    assert is_house(heading, "alittihad.ae")
    assert not is_house(heading, "alittihad.ae", whole=True)
    assert is_house(name, "alittihad.ae", whole=True)


@pytest.mark.parametrize(
    ("word", "site"),
    [
        ("ب" + "ا" * 40 + "تثج", "b" + "a" * 58 + "tsj.com"),
        ("ب" * 40 + "تثج", "b" * 60 + "tsj.com"),
        ("ل" * 1_000_000, "lll.com"),
        ("ع" * 1_000_000, "alarabiya.net"),
    ],
)
def test_no_word_takes_long(word: str, site: str) -> None:
    start = time.perf_counter()
    is_house(fold(word), site)
    assert time.perf_counter() - start < 2
