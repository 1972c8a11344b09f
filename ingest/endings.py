"""Where phrases of a page end in a flattened line, and what belongs to them: a label's name, a read-also headline.

A phrase that does not show its end may be the opening of a sentence, and is let be.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final

from ingest.dates import find_date
from ingest.late import Late
from ingest.longline import LongLine
from ingest.openings import LONGEST_PHRASE, PAGE_END, Openings, Phrase
from ingest.script import fold
from ingest.shapes import Label, StartsWith
from ingest.verbs import LEDE, OPENS, RESUMES, VERB
from ingest.words import PREPOSITIONS

FEWEST_BEFORE_QUESTION: Final = 3  # words of a headline before the section's heading
FEWEST_IN_HEADLINE: Final = 5  # words of a headline before its teaser
FARTHEST: Final = 24  # words within which a headline or a value must end
LONGEST_HEADLINE: Final = 12  # words behind a header; a verb of any stem farther off, or behind a comma, may be in mid-sentence
LONGEST_CREDIT: Final = 8  # words of a byline, its label included

# What says that a headline follows; other headers may be words of a sentence, and `شاهد أيضا` is also what somebody saw.
_LEADS_ON: Final = "[بل](?!" + fold("عد|ين|دء|سبب|الصور|الفيديو|الأرقام|ماذا|أول") + ")"  # to what the news are related
READ_ALSO: Final = "اقر[^ ]{1,4} (?:ايضا|كذلك|المزيد)"  # a pattern for folded text
_POINTER: Final = Late(
    rf"\W*(?:(?:{READ_ALSO}|طالع(?:وا)? ايضا|(?:قد|ربما) [يت](?:هم|عجب)كم? ايضا)"
    rf"|(?:اخبار|مواضيع|موضوعات|مقالات|مواد|تقارير|قصص) (?:ذات (?:صله|علاقه)|متعلقه)(?: ?[:|\"]| (?!{_LEADS_ON}))|موضوعات قد تهمك"
    r"|يمكنك(?:م)? ايضا قراءه ?:"
    r"|(?:read|see|watch) (?:also|more|next)|also read|(?:a )?lire (?:aussi|egalement)|le[ae] tambien|lesen sie (?:auch|mehr)"
    r"|leia (?:tambem|mais)|leggi anche|читайте (?:также|еще)|ayrica oku|ilgili haber|بيشتر بخوانيد|مزيد پرهيں|קראו (?:גם|עוד))"
)
_CLOCK: Final = re.compile(r"\d{1,2}:\d\d")
_DATELINE_END: Final = Late(rf"-+ ?{VERB.pattern}")  # behind a place and a day: there a sentence begins
# Verbs whose subject is an agency or a paper; its name is no phrase of the page then.
_REPORTS: Final = re.compile(
    "(?:" + fold("نقل|ذكر|قال|أفاد|نشر|كتب|كشف|أعلن|أورد|بث|وصف|رجح|أكد|اعتبر|أوضح|أضاف|حذر|أشار|عرض|تناول") + ")ت?"
)
_QUESTION: Final = re.compile(
    fold("(?:متى|كيف|لماذا|ماذا|هل|أين|ما هي|ما هو|من هو|من هي)") + r" (?:[^\s.:؟?!]+ ){0,6}[^\s.:؟?!]+ ?[؟?]"
)
# Headlines may ask and cry out, but have no full stop.
_STOP: Final = re.compile(r"(?<!\.)[.۔][\"'”»)\]]*(?=\s|$)")
_BULLETS: Final = "•▪■●◾◆"


class Endings:
    """Where the phrases of some openings end."""

    def __init__(self, openings: Openings) -> None:
        self._openings: Final = openings

    def after(self, line: LongLine, place: int, places: Collection[int]) -> Iterator[int]:
        """The places where a phrase, a row of them or a time stamp that begins at `place`, and what belongs to it, end.

        A phrase that does not show its end may open a sentence, and is let be: `شارك الخبر` is what thousands of people did.
        """
        yield from self._openings.row(line, place)
        found = self._openings.phrase(line, place)
        if found is None:
            yield from _stamp(line, place)
            yield from self._credit(line, place)
            yield from self._word(line, place)
            return
        rule, shape, end = found
        if not self._shows_its_end(line, place, found, places):
            return
        if not isinstance(shape, Label) or shape.value == "date" or rule.label == "related_content":
            yield end  # what comes behind a header is a story, and no part of it
        story = rule.label == "related_content"
        if not story and not isinstance(shape, Label):
            return
        # The value goes on to the next phrase, and a story's headline also to where the article resumes, if that is soon.
        n = line.numbers[place]
        for start in line.starts[n + 1 : n + FARTHEST]:
            if story and start > end and (line.text[start] in _BULLETS or _asks_anew(line, end, start)):
                yield start  # an entry of the article's own list, or a question that heads what comes
                return
            if story and line.text.count(" ", end, start) >= FEWEST_IN_HEADLINE and OPENS.match(line.folded, line.to_folded(start)):
                yield start  # a teaser below the headline
                return
            resumes = RESUMES.match(line.folded, line.to_folded(start)) if story and start > end else None
            phrase = self._openings.phrase(line, start) if start > end else None
            is_long = story and line.text.count(" ", end, start) >= LONGEST_HEADLINE
            dated = phrase is not None and phrase[0].label == "date_line"
            if is_long and ((resumes and resumes[1]) or ((resumes or dated) and "،" in line.text[end:start])):
                return
            if resumes or phrase is not None:
                verb = line.numbers[start] - 1
                reports = line.starts[verb] > end and _is_agency(phrase) and _REPORTS.fullmatch(line.names[verb])
                yield line.starts[verb] if story and reports else start  # `نقلت وكالة رويترز`
                return

    def _shows_its_end(self, line: LongLine, place: int, found: Phrase, places: Collection[int]) -> bool:
        """Whether a phrase is surely over where it ends: by its colon, date or figure, as a pointer, or by what follows it."""
        rule, shape, end = found
        if isinstance(shape, StartsWith) and shape.then == "date":
            return not _DATELINE_END.match(line.folded, line.to_folded(end))
        if isinstance(shape, Label) or rule.label in ("navigation", "markup"):
            return True  # no sentence begins with what a player says of itself
        if _POINTER.match(line.folded, line.to_folded(place)) or line.text[place:end].rstrip().endswith(":"):
            return True
        if rule.label == "comments" and line.text[place:end].rstrip(") ")[-1:].isdigit():
            return True  # how many there are; `25 comments` may open a sentence
        if (
            end == len(line.text)
            or end in places
            or self._openings.phrase(line, end) is not None
            or any(_stamp(line, end))
            or any(self._word(line, end))
        ):
            return True
        if rule.label == "advertisement":
            return _goes_on(line, end)
        if rule.label in ("social", "call_to_action") and LEDE.match(line.folded, line.to_folded(end)):
            return True  # no verb follows upon a verb
        return rule.label == "related_content" and not _STOP.search(line.text, end, self._next_header(line, end, places))

    def _next_header(self, line: LongLine, end: int, places: Collection[int]) -> int:
        """Where behind a header the next part of the page's tail begins, or the line ends; headlines have no full stops."""
        for place in sorted(place for place in places if end < place < len(line.text)):
            if line.text.startswith("©", place) or ((phrase := self._openings.phrase(line, place)) and phrase[0].label in PAGE_END):
                return place
        return len(line.text)

    def _credit(self, line: LongLine, place: int) -> Iterator[int]:
        """Where the name behind a byline's label ends: at the next phrase or row of networks, if one comes soon."""
        n = line.numbers[place]
        if line.firsts[n] not in self._openings.credits:
            return
        first = line.to_folded(place)
        text = line.folded[first : first + LONGEST_PHRASE]
        ends = (shape.phrases.label_end(text) for shape in self._openings.credits[line.firsts[n]])
        if not any(end and ":" in text[:end] for end in ends):
            return
        behind = slice(n + 2, n + LONGEST_CREDIT)
        for start, word in zip(line.starts[behind], line.firsts[behind], strict=True):
            if word not in PREPOSITIONS and (word in self._openings.bars or self._openings.phrase(line, start) is not None):
                yield start
                return

    def _word(self, line: LongLine, place: int) -> Iterator[int]:
        """Where a phrase of one word ends, if a longer one, or behind an advert's marker the story, begins right behind it.

        By itself it may open a sentence.
        """
        for rule, end in self._openings.whole(line, place):
            resumes = rule.label == "advertisement" and _goes_on(line, end)
            if place < end < len(line.text) and (resumes or self._openings.phrase(line, end) is not None):
                yield end
                return


def _is_agency(phrase: Phrase | None) -> bool:
    """Whether a phrase is an agency's or a paper's name with no label before it."""
    return phrase is not None and phrase[0].label == "source_attribution" and not isinstance(phrase[1], Label)


def _asks_anew(line: LongLine, end: int, place: int) -> bool:
    """Whether a question begins at a place behind the first words of a headline that ends before it with no mark."""
    first = line.to_folded(place)
    asks = _QUESTION.match(line.folded, first)
    is_behind = line.text.count(" ", end, place) >= FEWEST_BEFORE_QUESTION and line.folded[first - 2] not in ".:؟?!،,"
    return asks is not None and is_behind


def _goes_on(line: LongLine, place: int) -> bool:
    """Whether a story begins or goes on at a place."""
    return any(pattern.match(line.folded, line.to_folded(place)) for pattern in (RESUMES, LEDE))


def _stamp(line: LongLine, place: int) -> Iterator[int]:
    """Where a date with its hour that begins at `place` ends; a sentence opens with a day, but not with an hour."""
    first = line.to_folded(place)
    text = line.folded[first : first + LONGEST_PHRASE]
    date = find_date(text, last=1) if _CLOCK.search(text) else None
    if date is not None and date.start <= 1 and _CLOCK.search(text, 0, date.end):
        yield line.next_start(line.from_folded(first + date.end))
