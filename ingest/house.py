"""The site's own name, told by its address: `الراكوبة` on alrakoba.net, `Le Figaro` on lefigaro.fr.

No list of outlets is complete, but an outlet's address spells its name. In Latin letters the two are compared as they are.
An Arabic name is written without its short vowels, and spelled in Latin letters by ear: each of its letters has a few
spellings, and a short vowel may stand behind each.
"""

import re
from functools import lru_cache
from typing import Final

from ingest.script import fold

FEWEST_LETTERS: Final = 4  # of a name in Latin letters
FEWEST_CONSONANTS: Final = 3  # of one in Arabic letters, with its article's; two are found in many words
FEWEST_IN_PART: Final = 4  # of one that the address has only a part of (`أخبارنا المغربية`, akhbarona.com)
MOST_WORDS: Final = 4  # of a name
_SUFFIXES: Final = frozenset("com net org co info news press tv me io online site website gov edu ac media www".split())
# What an address has round the name, and a name round what the address has of it.
_AROUND: Final = re.compile(r"^(?:the|my)(?=.{4})|(?:-?(?:news|online|press|net|tv|media|portal|agency|24|arabic|ar|arabia|np))$")
_KINDS: Final = frozenset(
    fold(
        "نيوز نت أونلاين أون لاين صحيفة جريدة موقع شبكة بوابة قناة وكالة إذاعة مجلة يومية للأنباء الإلكترونية الإخبارية الإخباري"
    ).split()
)
_NO_LETTER: Final = re.compile(r"[^a-z]+")
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
_SHORT: Final = "[aeiouy]{0,2}"  # a vowel that is not written
_ARTICLE: Final = "(?:[aeiu](?:l|ch|sh|[dnrstz])?)?"  # before some letters its own is not heard: `echorouk`


def is_house(folded: str, site: str | None) -> bool:
    """Whether a folded text, without the marks round it, is the name of the site whose domain is given.

    >>> is_house(fold("الراكوبة"), "alrakoba.net"), is_house("le figaro", "lefigaro.fr"), is_house(fold("الخرطوم"), "alrakoba.net")
    (True, True, False)
    >>> is_house(fold("سكاي نيوز عربية"), "www.skynewsarabia.com")
    True
    """
    if not site or not folded or folded.count(" ") >= MOST_WORDS:
        return False
    labels = _labels(site)
    latin = _NO_LETTER.sub("", folded)
    if latin:
        return len(latin) >= FEWEST_LETTERS and latin in labels
    words = folded.split(" ")
    telling = [word for word in words if word not in _KINDS]
    parts = [telling[:-1], telling[1:]] if len(telling) > 1 else []
    return any(
        _may_spell(form, label, fewest) and _spelling(" ".join(form)).fullmatch(label)
        for forms, fewest in (((words, telling), FEWEST_CONSONANTS), (parts, FEWEST_IN_PART))
        for form in forms
        for label in labels
    )


@lru_cache(maxsize=256)
def _labels(site: str) -> frozenset[str]:
    """What of a domain may be the name: its longest part, with and without what stands round names."""
    label = max((part for part in site.lower().split(".") if part not in _SUFFIXES), key=len, default="")
    shorter = _AROUND.sub("", label)
    return frozenset(_NO_LETTER.sub("", each) for each in (label, shorter, _AROUND.sub("", shorter)))


def _may_spell(words: list[str], label: str, fewest: int) -> bool:
    """Whether a label has a letter for each consonant of some words, which are not too few."""
    consonants = [letter for word in words for letter in _bare(word) if letter in _BEGINS and letter not in _LONG_VOWELS]
    articles = sum(_has_article(word) for word in words)
    return len(consonants) + articles >= fewest and not any(_BEGINS[letter].isdisjoint(label) for letter in consonants)


@lru_cache(maxsize=1024)
def _spelling(words: str) -> re.Pattern[str]:
    """How Arabic words may be spelled in Latin letters."""
    return re.compile("".join(map(_word_spelling, words.split(" "))))


def _word_spelling(word: str) -> str:
    bare = _bare(word)
    letters = [f"(?:{_SPELLED[letter].replace(' ', '|')}){{1,2}}" if letter in _SPELLED else "" for letter in _LETTER.findall(bare)]
    return (_ARTICLE if _has_article(word) else "") + _SHORT.join(letters) + _SHORT + ("h?" if word.endswith("ه") else "")


def _bare(word: str) -> str:
    """A word without its article, and without the `ه` that ends it in writing more than in speech."""
    bare = word[2:] if _has_article(word) else word
    return bare.removesuffix("ه") if len(bare) > 1 else bare


def _has_article(word: str) -> bool:
    return word.startswith("ال") and len(word) > len("ال") + 1
