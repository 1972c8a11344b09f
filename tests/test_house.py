"""The site's own name, as its address spells it."""

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
        ("الراكوبة", None),
        ("الراكوبة", ""),
        ("", "alrakoba.net"),
        ("الراكوبة الراكوبة الراكوبة الراكوبة الراكوبة", "alrakoba.net"),
    ],
)
def test_other_words_are_not(words: str, site: str | None) -> None:
    assert not is_house(fold(words), site)
