"""Tags below the text that nothing labels: what the story is about, in a few words each."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby
from typing import Final

from ingest.blocks import joins
from ingest.model import Hit
from ingest.script import fold
from ingest.verbs import VERB
from ingest.view import Kind, View, ends_sentence
from ingest.words import PREPOSITIONS, share, stems, words

FEWEST: Final = 3  # tags
MOST: Final = 15
LONGEST: Final = 4  # words of one
TOLD: Final = 0.5  # of the tags stand in the text
FEWEST_TOLD: Final = 2
TOLD_IN_FLAT: Final = 0.75  # of the words of tags without marks, in a flattened page
LONGEST_OWN: Final = 4  # letters of a word whose `و` is as soon its own
FEWEST_WORDS: Final = 4  # of tags without marks
FEWEST_SET_IN: Final = 2  # of them between two parts of the page's tail
_SHORT: Final = (Kind.FRAGMENT, Kind.HEADLINE)
_BETWEEN: Final = re.compile(r" ?[|•،,#] ?| - ")
# What joins words in a sentence; a tag has none but in names.
_JOINS: Final = re.compile(
    "(?:^| )(?:"
    + fold("أن|إن|الذي|التي|كان|كانت|قال|هو|هي|لا|لم|لن|ما|هل|ثم|كما|قد|إلى")
    + "|the|is|was|that|qui|que|der|ist)(?: |$)"
)
_PREPOSITION: Final = re.compile("(?:^| )(?:" + fold("في|من|على|عن|مع|بعد|قبل|بين|حول|ضد|منذ|عند|حتى|ل(?!ل)[^ ]{4,}") + ")(?: |$)")
_BY: Final = re.compile("(?:^|(?<= ))ب((?:ال)?[^ ]{4,})")  # a preposition and its word, or one long word
_BEFORE_NOUNS: Final = PREPOSITIONS.union(fold("مدينة ضواحي منطقة بلدة").split())
# What looks like a verb and is none: nouns made like `تعليم` and `تربية`, names of countries, and a few more.
_LIKE_VERB: Final = re.compile(
    r"(?:^|(?<= ))(?:ت[^ ]{2}ي[^ ]|ت[^ ]{3,}ه|"
    + fold("تونس|تركيا|تايوان|تايلاند|تشاد|تشيلي|تشيك|تويتر|تلفزيون|تكنولوجيا|تاريخ|تراث|يونيسف|يونسكو")
    + ")(?= |$)"
)
# Words of a sentence that a list goes with.
_ANNOUNCES: Final = re.compile(
    r"\b(?:[وف]?(?:"
    + fold("هذا|هذه|هي|هم|هنا|هؤلاء|ما يلي|كما يلي|التالي|التالية|الآتي|الآتية|[يت]?ضمت?|[يت]?شملت?|منها|أهم|أبرز")
    + ")|these|following|voici|siguientes|seguintes|folgende|seguenti|sunlar|следующие)(?!\\w)"
)
_YEAR: Final = re.compile(r"(?<=[^\W\d] )(?:19|20)\d\d$")  # `كاس العالم 2026`
_MARKS: Final = re.compile(r"[\d.:؟?!]|\"(?!\w)|(?<!\w)\"")  # a Hebrew abbreviation has one in it


class _Story:
    """What tags are words of, read where the first line asks: the headline and the paragraphs."""

    def __init__(self, view: View) -> None:
        self._view: Final = view

    @cached_property
    def _text(self) -> str:
        lines = [self._view.headline_text, *(self._view.folded[i] for i in self._view.body)]
        return f" {' '.join(words(' '.join(lines)))} "

    @cached_property
    def _known(self) -> frozenset[str]:
        return self._view.vocabulary | stems(self._view.headline_text)

    def prints(self, phrase: str) -> bool:
        """Whether some words stand in it as they are."""
        return f" {phrase} " in self._text

    def tells(self, telling: frozenset[str]) -> float:
        """What share of some stems it has."""
        return share(telling, self._known)

    def has_noun(self, word: str) -> bool:
        """Whether it has a word behind a preposition, as it has no verb."""
        return any(self.prints(f"{preposition} {word}") for preposition in _BEFORE_NOUNS)


def find(view: View) -> Iterator[Hit]:
    """Tags without a header, one a line or in one line with bars, commas or dashes between them.

    Evidence: below a paragraph that ends with a full stop, three to fifteen of them in a row, of one to four words
    without marks and, but for a year behind a word, figures, at least half of which, and two, stand in the headline or the
    text above; in lines of their own they reach to what is noise already or to the end. Or one and more, one a line,
    between two lines that are noise, all of which the text prints. Or a line of four words and more beside one that is
    noise, or of two between two, whose words all stand in the text (in a flattened page, whose tail has no line breaks,
    three in four, and none is like a verb), and none of which joins words as sentences do. Spared: verse and lists;
    signatures, which the text does not print; what a colon announces. Missed: tags in other words than the text's, and
    one or two right below it.
    """
    if view.is_terse or not view.body or not ends_sentence(view.folded[view.body[-1]]):
        return
    tail = [i for i in view.rows if i > view.body[-1]]
    if not any(view.kinds[i] in _SHORT for i in tail if i not in view.noise):
        return
    story = _Story(view)
    for is_noise, lines in groupby(tail, key=view.noise.__contains__):
        left = [] if is_noise else list(lines)
        run = _below_sentences(view, left)
        if run and _are_all_tags(view, run, story):
            for i in run:
                yield Hit(*view.span(i))
            continue
        for i in left:
            if view.kinds[i] in _SHORT and (_are_tags(_BETWEEN.split(view.cores[i]), story) or _are_words(view, i, story)):
                yield Hit(*view.span(i))


def _below_sentences(view: View, lines: Sequence[int]) -> Sequence[int]:
    """The short lines that a run of lines ends with, below its last sentence, unless that announces a list."""
    others = (n for n, i in enumerate(lines, 1) if view.kinds[i] not in _SHORT or view.folded[i].endswith(":"))
    first = max(others, default=0)
    above = view.folded[lines[first - 1]] if first else ""
    return lines[first:] if not above or (ends_sentence(above) and not _ANNOUNCES.search(above)) else ()


def _are_all_tags(view: View, run: Sequence[int], story: _Story) -> bool:
    """Whether the lines between what is noise, or the text, and what is noise are tags, one a line."""
    parts = [view.cores[i] for i in run]
    above = view.above(run[0])
    if above in view.noise and run[-1] != view.rows[-1] and all(_may_be_tag(part) and story.prints(part) for part in parts):
        return True
    return _are_tags(parts, story)


def _are_tags(parts: Sequence[str], story: _Story) -> bool:
    if not FEWEST <= len(parts) <= MOST or not all(_may_be_tag(part) for part in parts):
        return False
    if sum(_YEAR.search(part) is not None for part in parts) > 1:
        return False  # what was when
    told = sum(story.prints(part) or story.tells(stems(part)) == 1 for part in parts)
    return told >= max(FEWEST_TOLD, TOLD * len(parts))


def _are_words(view: View, i: int, story: _Story) -> bool:
    """Whether a line is tags with nothing between them: words of the story and no sentence, on the page's edge."""
    beside = {view.above(i), view.below(i)} & view.noise.keys()
    length = view.cores[i].count(" ") + 1
    fewest = FEWEST_WORDS if len(beside) < 2 else FEWEST_SET_IN
    is_end = view.is_flat and i == view.rows[-1]
    if not (beside or is_end) or length < fewest or _MARKS.search(view.cores[i]) or _PREPOSITION.search(view.cores[i]):
        return False
    if any(len(word) > LONGEST_OWN and joins(word) for word in view.cores[i].split(" ")):
        return False
    if any(map(story.prints, _BY.findall(view.cores[i]))):
        return False
    if view.is_flat and any(VERB.match(word) and not story.has_noun(word) for word in _LIKE_VERB.sub("", view.cores[i]).split()):
        return False
    told = story.tells(view.stems(i))
    return not _JOINS.search(view.cores[i]) and told >= (TOLD_IN_FLAT if view.is_flat and beside else 1)


def _may_be_tag(part: str) -> bool:
    return bool(part) and part.count(" ") < LONGEST and not _MARKS.search(_YEAR.sub("", part)) and not _JOINS.search(part)
