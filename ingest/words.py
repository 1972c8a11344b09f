"""Words and stems of folded text, and how alike two lines are."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Indel

MOST_EXTRA: Final = 5  # words of a site's name before or behind a headline
_SITE_MARK: Final = re.compile(r" ?[|-] ")
MOST_IN_SITE: Final = 4  # words of a site's name
SHORTEST_SITE: Final = 5  # code points of its first word by itself
MOST_FOR_IMAGE: Final = 6  # words of a headline that stand for an image
FEWEST_BEFORE_NAME: Final = 6  # words of a headline that has a site's name behind it without a mark
MOST_UNMARKED: Final = 3  # words of that name
FEWEST_BARE: Final = 4  # words of a line that is a headline without the site's name
MOST_BARRED: Final = 10  # words of sections and a site's name, with bars between them
LONGEST_KNOWN: Final = 2_000  # code points of a line whose stems are remembered
_WORD: Final = re.compile(r"[^\W_]+")
# Light stemming: an article or proclitics and one suffix, as long as enough letters are left. It need not find roots; it
# has to let `والمبعوثين` meet `المبعوث`, and `لويتكوف` meet `ويتكوف`, whose first letter is its own.
_PREFIX: Final = re.compile("^(?:[وفبلك]{0,2}(?:ال|لل)(?=...)|[وفبلك]{1,2}(?=.{5}))")
_SUFFIX: Final = re.compile("(?<=...)(?:اته|اتها|ات|ان|ين|ون|يه|هم|ها|ه|ي|ا)$")
# They lead up to a name (`على فيسبوك`), so behind one a name is a part of its sentence.
PREPOSITIONS: Final = frozenset("في من الي علي عن مع عبر".split())
# Words that two stories share by being written in the same language.
_STOP: Final = frozenset(
    (
        "في من علي عن الي مع بعد قبل ان انه التي الذي هذا هذه ذلك بين خلال حول ضد لدي كان كانت قد لم لن لا ما او ثم حتي عند "
        "بشان امس اليوم غدا عام the and for with from that this was are his her its after over into les des une dans pour "
        "avec sur que los las una por con del der die das und von den mit auf para com uma dos che per della"
    ).split()
)


def words(folded: str) -> list[str]:
    """The words of a folded line, without punctuation.

    >>> words('قال: "نعم" - 12')
    ['قال', 'نعم', '12']
    """
    return _WORD.findall(folded)


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """A folded word without its commonest prefix and suffix.

    >>> stem("والمبعوثين") == stem("المبعوث")
    True
    """
    return _SUFFIX.sub("", _PREFIX.sub("", word))


def stems(folded: str) -> frozenset[str]:
    """The stems of the telling words of a folded line: stop words and words of one or two letters are left out."""
    return _known_stems(folded) if len(folded) <= LONGEST_KNOWN else _stems(folded)


def _stems(folded: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(folded) if len(word) > 2 and word not in _STOP)


_known_stems = lru_cache(maxsize=1024)(_stems)  # the lines of a document are asked for in each round, and by several heuristics


def has_particles(folded: str) -> bool:
    """Whether a folded line has one of the little words with which a language says something of something.

    >>> has_particles("الذهب في مصر"), has_particles("الذهب مصر البنك المركزي")
    (True, False)
    """
    return not _STOP.isdisjoint(words(folded))


def share(part: frozenset[str], whole: frozenset[str]) -> float:
    """How much of `part` stands in `whole`, 0 to 1."""
    return len(part & whole) / len(part) if part else 0.0


def near_copy(line: str, headline: str) -> bool:
    """Whether a folded line is the headline printed again, give or take punctuation and a site's name.

    Evidence is one of: the same words; at least 88% of the words in the same order; or one of the two whole in the other
    with up to five more words behind or before it that a separator sets off (a bar or a dash where the headline is the
    longer), or ten that bars set off from it and from each other. Headlines of fewer than three words must be equal.

    >>> near_copy("الذهب يرتفع في مصر | صحيفه الخبر", "الذهب يرتفع في مصر")
    True
    >>> near_copy("الذهب يرتفع في مصر", "الذهب يرتفع في مصر | اقتصاد | صحيفه الخبر")
    True
    >>> near_copy("الذهب يرتفع في مصر بعد قرار البنك", "الذهب يرتفع في مصر")
    False
    """
    if not line or not headline or len(line) > 3 * len(headline) + 60:
        return False
    a, b = words(line), words(headline)
    if a == b:
        return bool(a)
    if min(len(a), len(b)) < 3:
        return False
    if Indel.normalized_similarity(a, b) >= 0.88:
        return True
    if len(a) > len(b):
        return _is_with_site(line, a, b, '|-:•/>"،')
    return len(a) >= FEWEST_BARE and _is_with_site(headline, b, a, "|-")


def may_stand_for_image(text: str, headline: str) -> bool:
    """Whether a folded text is a few words of the folded headline in their order, as the text for an image is.

    >>> may_stand_for_image("الذهب يرتفع", "الذهب يرتفع في مصر"), may_stand_for_image("الذهب", "الذهب يرتفع في مصر")
    (True, False)
    """
    return 1 <= text.count(" ") < MOST_FOR_IMAGE and f" {text} " in f" {headline} "


def is_without_name(line: str, title: str) -> bool:
    """Whether a folded line is the folded title but for a site's name behind it that no mark sets off.

    A question is none, for what comes behind it may be its answer.

    >>> is_without_name("الذهب يرتفع في مصر بعد القرار", "الذهب يرتفع في مصر بعد القرار صحيفه الخبر")
    True
    """
    behind = title[len(line) :].split()
    is_begun = title.startswith(f"{line} ") and line.count(" ") + 1 >= FEWEST_BEFORE_NAME
    return is_begun and len(behind) <= MOST_UNMARKED and not line.endswith(("؟", "?", ":"))


def without_site(headline: str) -> Iterator[str]:
    """What a folded headline may be without a site's name or sections before or behind it: itself, then shorter and shorter.

    >>> list(without_site("الذهب يرتفع في مصر | اقتصاد | صحيفه الخبر"))
    ['الذهب يرتفع في مصر | اقتصاد | صحيفه الخبر', 'الذهب يرتفع في مصر | اقتصاد', 'الذهب يرتفع في مصر']
    """
    yield headline
    ends = [match.span() for match in _SITE_MARK.finditer(headline)]
    for part in (*(headline[:start] for start, _ in reversed(ends)), *(headline[end:] for _, end in ends)):
        if len(words(part)) >= FEWEST_BARE and near_copy(part, headline):
            yield part


def site_names(headline: str) -> list[str]:
    """What a site may be called, by what stands behind the bars or dashes of a folded headline.

    >>> site_names("الذهب يرتفع في مصر | اقتصاد | الجزيره نت")
    ['اقتصاد', 'الجزيره نت', 'الجزيره']
    """
    names = [part for part in _SITE_MARK.split(headline)[1:] if 0 < part.count(" ") + 1 <= MOST_IN_SITE]
    first_words = (name.split(" ")[0] for name in names if " " in name)
    return names + [word for word in first_words if len(word) >= SHORTEST_SITE]


def _is_with_site(text: str, long: list[str], short: list[str], marks: str) -> bool:
    """Whether a text of `long` words is `short` with the name of a site, set off by one of the marks or by a wide gap."""
    extra = len(long) - len(short)
    if not 0 < extra <= MOST_BARRED:
        return False
    words_before = len(short) if long[: len(short)] == short else extra if long[extra:] == short else 0
    if not words_before:
        return False
    matches = list(_WORD.finditer(text))
    between = text[matches[words_before - 1].end() : matches[words_before].start()]
    if extra > MOST_EXTRA:
        return "|" in between and text.count("|") > 1
    return any(mark in between for mark in marks) or between.count(" ") > 1
