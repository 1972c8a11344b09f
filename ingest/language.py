"""The language of a text, cheaply: by its script, and within a script by its commonest words and own letters.

It only has to keep a pack from firing on a text of another language, so it is sure or says None.
"""

import re
from collections import Counter
from typing import Final

from ingest.script import fold

SAMPLE: Final = 2000  # code points: news says what it is written in early
_LETTERS: Final = re.compile(
    r"(?P<arab>[\u0600-\u06ff]+)|(?P<latn>[A-Za-zÀ-ɏ]+)|(?P<cyrl>[\u0400-\u04ff]+)|(?P<hebr>[\u0590-\u05ff]+)"
)
_ARABIC: Final = re.compile("[\u0600-\u06ff]+")  # more than half of a text decides at once
_COMMONEST: Final = {
    "en": "the of and to in that is was for on with as it by from said has at are were his be an this which",
    "fr": "le la les de des du et en un une est dans pour que qui sur par au pas il avec ce se sont plus a",
    "es": "el la los las de del y en un una es que por con para se su al lo como mas ha no sus",
    "pt": "o a os as de do da dos das e em um uma que por com para se no na ao mais foi nao sao",
    "de": "der die das und in den von zu mit ist im des auf fur sich nicht ein eine dem es auch hat wird bei",
    "it": "il la lo gli le di del della e in un una che per con si non da al sono nel dei alla ha",
    "tr": "ve bir bu da de icin ile olarak daha cok olan gibi ise sonra kadar en oldu dedi turkiye var ne",
}
_WORDS: Final = {language: frozenset(words.split()) for language, words in _COMMONEST.items()}
_URDU: Final = re.compile("[ٹڈڑںے]")
_PERSIAN: Final = re.compile("[پچژگی]")
_NOT_ARABIC: Final = re.compile("[ٹڈڑںےپچژگیکہ]")  # no text in Urdu or Persian is without these
_URDU_WORDS: Final = frozenset(["کے", "کی", "ہے", "میں", "اور", "سے", "کو", "کا", "نے", "پر"])
_PERSIAN_WORDS: Final = frozenset(["که", "از", "این", "را", "با", "است", "برای", "آن", "های", "در"])


def guess(text: str) -> str | None:
    """The code of the language a text is written in, or None where that is not certain.

    >>> guess("أعلن الوزير اليوم عن خطة جديدة"), guess("وزیر اعظم نے کہا ہے کہ یہ منصوبہ")
    ('ar', 'ur')
    >>> guess("The minister said that the plan is ready"), guess("12:30")
    ('en', None)
    """
    sample = text[:SAMPLE]
    if 2 * sum(map(len, _ARABIC.findall(sample))) > len(sample):
        return _of_arabic_script(sample)
    scripts: Counter[str | None] = Counter()
    for match in _LETTERS.finditer(sample):
        scripts[match.lastgroup] += match.end() - match.start()
    if not scripts:
        return None
    script, _ = scripts.most_common(1)[0]
    if script == "arab":
        return _of_arabic_script(sample)
    if script == "hebr":
        return "he"
    if script == "cyrl":
        return "ru" if not re.search("[іїєґўѓќћђљњџ]", sample.lower()) else None
    return _of_latin_script(sample)


def _of_arabic_script(sample: str) -> str:
    if not _NOT_ARABIC.search(sample):
        return "ar"
    words = sample.split()
    if len(_URDU.findall(sample)) > len(words) / 10 or sum(map(_URDU_WORDS.__contains__, words)) > len(words) / 10:
        return "ur"
    # Many Arabic sites type a Persian ya or kaf; Persian prose has its own letters and its own little words.
    if _PERSIAN.search(sample) and sum(map(_PERSIAN_WORDS.__contains__, words)) > len(words) / 12:
        return "fa"
    return "ar"


def _of_latin_script(sample: str) -> str | None:
    words = re.findall(r"\w+", fold(sample))
    hits = sorted(((sum(word in common for word in words), language) for language, common in _WORDS.items()), reverse=True)
    (best, language), (second, _) = hits[0], hits[1]
    return language if best >= 2 and best > 1.15 * second and best >= len(words) / 12 else None
