"""The site's own name, told by its address: `الراكوبة` on alrakoba.net, `Le Figaro` on lefigaro.fr.

No list of outlets is complete, but an outlet's address spells its name. In Latin letters the two are compared as they are.
An Arabic name is written without its short vowels, and spelled in Latin letters by ear: each of its letters has a few
spellings, and a short vowel may stand behind each.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, product
from typing import Final

from ingest.script import fold
from ingest.verbs import VERB

FEWEST_LETTERS: Final = 4  # of a name in Latin letters
FEWEST_CONSONANTS: Final = 3  # of one in Arabic letters, with its article's; two are found in many words
FEWEST_IN_PART: Final = 4  # of one that the address has only a part of (`أخبارنا المغربية`, akhbarona.com)
MOST_WORDS: Final = 4  # of a name
LONGEST_NAME: Final = 63  # code points: no part of a domain is longer
_SUFFIXES: Final = frozenset("com net org co info news press tv me io online site website gov edu ac media www".split())
# What an address has round the name, and a name round what the address has of it.
_AROUND: Final = re.compile(r"^(?:the|my)(?=.{4})|(?:-?(?:news|online|press|net|tv|media|portal|agency|24|arabic|ar|arabia|np))$")
_KINDS: Final = frozenset(
    fold(
        "نيوز نت أونلاين أون لاين صحيفة جريدة موقع شبكة بوابة قناة وكالة إذاعة مجلة يومية للأنباء الإلكترونية الإخبارية الإخباري"
    ).split()
)
_NO_LETTER: Final = re.compile(r"[^a-z]+")
_FIGURES: Final = re.compile("[0-9]+")
# How each Arabic letter is spelled; what may be any vowel, or none, is not among them.
_SPELLED: Final = {
    "اي": "ai ay ei y i", "وو": "ou oo w u", "ا": "a e i", "و": "w ou o u", "ي": "y ie i e", "ب": "b p", "پ": "p", "ت": "t",
    "ث": "th t s", "ج": "dj j g", "چ": "ch g", "ح": "h", "خ": "kh k x", "د": "d", "ذ": "dh th z d", "ر": "r", "ز": "z s",
    "ژ": "zh j", "س": "s c", "ش": "sh ch", "ص": "s", "ض": "dh d z", "ط": "t", "ظ": "dh d z", "غ": "gh g q", "ف": "ph f v",
    "ڤ": "v", "ق": "q k g c", "ك": "k c q", "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h",
}  # fmt: skip
_BEGINS: Final = {letter: frozenset(each[0] for each in spelled.split()) for letter, spelled in _SPELLED.items()}
_LETTER: Final = re.compile("اي|وو|.")
_LONG_VOWELS: Final = frozenset("ا و ي اي وو".split())
_SHORT: Final = ("", *"aeiouy", *map("".join, product("aeiouy", repeat=2)))  # a vowel that is not written
# Before some letters the article's own is not heard: `echorouk`.
_ARTICLE: Final = ("", *map("".join, product("aeiu", ("", "l", "ch", "sh", *"dnrstz"))))


def is_house(folded: str, site: str | None, *, whole: bool = False) -> bool:
    """Whether a folded text, without the marks round it, is the name of the site whose domain is given.

    The domain may have a part of an Arabic name alone, unless the `whole` of it is asked for.

    >>> is_house(fold("الراكوبة"), "alrakoba.net"), is_house("le figaro", "lefigaro.fr"), is_house(fold("الخرطوم"), "alrakoba.net")
    (True, True, False)
    >>> is_house(fold("سكاي نيوز عربية"), "www.skynewsarabia.com")
    True
    """
    if not site or not 0 < len(folded) <= LONGEST_NAME or folded.count(" ") >= MOST_WORDS:
        return False
    label = _label(site)
    if _FIGURES.findall(folded) != _FIGURES.findall(label):
        return False  # `France` is no name of france24.com
    labels = _labels(label)
    if latin := _NO_LETTER.sub("", folded):
        return FEWEST_LETTERS <= len(latin) == sum(map(str.isalpha, folded)) and latin in labels
    words = folded.split(" ")
    telling = [word for word in words if word not in _KINDS]
    parts = [telling[:-1], telling[1:]] if len(telling) > 1 and not (whole or VERB.search(folded)) else []
    return any(
        _may_spell(form, label, fewest) and _spells(form, label)
        for forms, fewest in (((words, telling), FEWEST_CONSONANTS), (parts, FEWEST_IN_PART))
        for form in forms
        for label in labels
    )


@lru_cache(maxsize=256)
def _label(site: str) -> str:
    """The longest part of a domain that is no suffix."""
    return max((part for part in site.lower().split(".") if part not in _SUFFIXES), key=len, default="")


@lru_cache(maxsize=256)
def _labels(label: str) -> frozenset[str]:
    """What of a part of a domain may be the name: it, with and without what stands round names."""
    shorter = _AROUND.sub("", label)
    return frozenset(_NO_LETTER.sub("", each) for each in (label, shorter, _AROUND.sub("", shorter)))


def _may_spell(words: list[str], label: str, fewest: int) -> bool:
    """Whether a label has a letter for each consonant of some words, which are not too few."""
    consonants = [letter for word in words for letter in _bare(word) if letter in _BEGINS and letter not in _LONG_VOWELS]
    articles = sum(_has_article(word) for word in words)
    return len(consonants) + articles >= fewest and not any(_BEGINS[letter].isdisjoint(label) for letter in consonants)


def _spells(words: list[str], label: str) -> bool:
    """Whether a label is some Arabic words in Latin letters."""
    ends = {0}
    for spellings in chain.from_iterable(map(_spellings, words)):
        ends = {end + len(each) for end in ends for each in spellings if label.startswith(each, end)}
    return len(label) in ends


def _spellings(word: str) -> Iterator[tuple[str, ...]]:
    """How each sound of a word may be spelled: a letter once or twice, and a short vowel round it."""
    if _has_article(word):
        yield _ARTICLE
    for n, letter in enumerate(_LETTER.findall(_bare(word))):
        if n:
            yield _SHORT
        if letter in _SPELLED:
            once = _SPELLED[letter].split()
            yield (*once, *map("".join, product(once, repeat=2)))
    yield _SHORT
    if word.endswith("ه"):
        yield "", "h"


def _bare(word: str) -> str:
    """A word without its article, and without the `ه` that ends it in writing more than in speech."""
    bare = word[2:] if _has_article(word) else word
    return bare.removesuffix("ه") if len(bare) > 1 else bare


def _has_article(word: str) -> bool:
    return word.startswith("ال") and len(word) > len("ال") + 1
