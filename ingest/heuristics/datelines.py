"""A line above the text that holds its date, whatever stands beside it."""

import re
from collections.abc import Iterator
from typing import Final

from ingest.dates import find_date
from ingest.model import Hit
from ingest.script import fold
from ingest.view import Kind, View
from ingest.words import words

MOST_WORDS: Final = 6  # beside the date: a section and its edition, `كتب: ` and a name twice
_CLOCK: Final = re.compile(r"\d{1,2}:\d\d")
# The label of a fact: `الموعد: الجمعة 14 مارس`, `الملعب: استاد القاهرة`.
_FACT: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}: ")
_CLOCK_OR_YEAR: Final = re.compile(r"\d{1,2}:\d\d|\b\d{4}\b")
# Words with which a line speaks of a day instead of giving it.
_SPEAKS: Final = re.compile(
    r"\b(?:" + fold("في|منذ|حتى|قبل|بعد|من|إلى|خلال|بين|يوم|كان|كانت|الذي|التي|أن|منتصف|مطلع|نهاية") + r")\b(?= )"
)


def find(view: View) -> Iterator[Hit]:
    """A date with its year or hour, and a few words round it: a section, a name, an edition, a place.

    Evidence: above the first paragraph and below the headline (where there is none, the first line, or one with a bar and
    the hour), without a full stop, a printed date that takes up the line but for six words, none of which makes it speak
    of the day (`في`, `منذ`, `حتى`…). Spared: the headline, which may have a date in it; verse, lists and decrees; diaries,
    in which such lines stand between paragraphs too; fixtures, which are several and have no year; facts in a list, each
    behind its label; a line that announces something with a colon. Missed: dates without year and hour.
    """
    if not view.body or view.is_terse or any(_holds_date(view, i) for i in view.rows if i > view.body[0]):
        return
    above = [view.folded[i] for i in view.rows if i < view.body[0] and _holds_date(view, i)]
    if sum(date is not None and date.day is None for date in map(find_date, above)) > 1:  # fixtures do not print the year
        return
    for i in view.rows:
        if i >= view.body[0]:
            return
        if i in view.noise or view.kinds[i] not in (Kind.HEADLINE, Kind.FRAGMENT) or view.is_title(i) or i == view.headline:
            continue
        text = view.folded[i]
        date = find_date(text)
        if view.headline is None and i != view.rows[0] and not ("|" in text and date and _CLOCK.search(text, date.start, date.end)):
            continue
        if date is None or not _CLOCK_OR_YEAR.search(text, date.start, date.end) or text.endswith(":") or _is_fact(view, i):
            continue
        rest = f"{text[: date.start]} {text[date.end :]}"
        if len(words(rest)) <= MOST_WORDS and not _SPEAKS.search(rest + " "):
            yield Hit(*view.span(i), view.place(i, date.start, date.end))


def _is_fact(view: View, i: int) -> bool:
    """Whether a line and one beside it, which nothing has labelled, each say something behind a label."""
    beside = [j for j in (view.above(i), view.below(i)) if j is not None and j not in view.noise]
    return bool(_FACT.match(view.folded[i])) and any(_FACT.match(view.folded[j]) for j in beside)


def _holds_date(view: View, i: int) -> bool:
    """Whether a short line that nothing has labelled holds a date."""
    return i not in view.noise and view.kinds[i] in (Kind.HEADLINE, Kind.FRAGMENT) and find_date(view.folded[i]) is not None
