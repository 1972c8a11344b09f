"""What stands in a flattened page between the last sure part of its head and the verb with which the story begins.

Captions, names and buttons stand there, and most show by nothing where they end. But an Arabic story tends to open with a
verb and whoever did it (`أعلنت وزارة …`), and where the two come together a sentence begins: there the head is over. What
shows itself in such a stretch then needs no cut before it, for it stands in no sentence.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain, pairwise
from typing import Final

from ingest.longline import LongLine
from ingest.openings import Openings
from ingest.pagehead import PageHead, has_two_parts
from ingest.script import fold
from ingest.verbs import LEDE, OPENS
from ingest.words import may_stand_for_image

MOST_WORDS: Final = 45  # of a lead-in
_ARABIC: Final = re.compile("[\u0621-\u064a]")
# `حقوق محفوظة`, as Algeria's papers shorten it, behind counters perhaps.
_PICTURE_RIGHTS: Final = re.compile(r"[\d ]*(?:" + fold("(?:ص|صورة|الصورة|تصوير)") + r" ?:? ?)?ح ?\. ?م\.?")
# What shows that a sentence has begun before the first part: a comma, or a word that opens an adverb.
_BEGUN: Final = re.compile(
    "[،,]|^(?:"
    + fold(
        "في|بعد|قبل|خلال|منذ|عقب|وسط|رغم|مع|على|من|إلى|عند|حتى|أمس|اليوم|غدا|صباح|مساء|ليل|فجر|ظهر|أول|إثر|فور|ضمن|عبر|حول|تحت|أثناء|"
        "بحسب|بحضور|بمناسبة|برعاية|بهدف|بدعم|بمشاركة|بتنظيم|بالتزامن|بالتعاون|للمرة|لأول|هذا|هذه|ذلك|تلك|كل|بين|نحو|نقلا|وفق|وفقا|بناء"
    )
    + ") "
)
# An outlet's name may go on, and a header that takes what is below it may be the last word of a caption (`من الأرشيف`).
_OPEN: Final = frozenset({"source_attribution", "related_content"})
_BUTTONS: Final = frozenset({"social", "advertisement"})
_DIGIT: Final = re.compile(r"\d")
# A place and a day before one of these are an agency's: the story's first words.
_DATELINE: Final = re.compile(r".? ?[–—:-]")


class LeadIn:
    """Reads lead-ins with what the packs know to begin at a place.

    >>> from ingest.pagehead import PageHead
    >>> line = LongLine("محافظ الغربية خلال الجولة الغربية - مصطفى عادل أجرى محافظ الغربية جولة ميدانية")
    >>> places = sorted(LeadIn(Openings([])).cuts(line, PageHead(line), {}, 0, len(line.text)))
    >>> [line.text[a:b].strip() for a, b in zip(places, [*places[1:], None])]
    ['محافظ الغربية خلال الجولة', 'الغربية - مصطفى عادل', 'أجرى محافظ الغربية جولة ميدانية']
    """

    def __init__(self, openings: Openings) -> None:
        self._openings: Final = openings

    def cuts(self, line: LongLine, head: PageHead, parts: Mapping[int, int], start: int, stop: int) -> set[int]:
        """Where between two places the story begins, and before it what shows itself; nothing where no verb shows the story.

        `parts` are the sure parts of the page, each from its start to its end.
        """
        first = line.to_folded(start)
        match = _opening(line.folded, first, line.to_folded(stop), head.title)
        if match is None or line.folded.count(" ", first, match.start()) > MOST_WORDS:
            return set()
        story = line.next_start(line.from_folded(match.start()))
        if not line.numbers.keys() >= {start, story}:
            return set()  # glued to the word before
        edges = [start, *chain.from_iterable(self._parts(line, head, parts, start, story)), story]
        gaps = [line.folded[line.to_folded(a) : line.to_folded(b)] for a, b in zip(edges[::2], edges[1::2], strict=True)]
        buttons = self._buttons(line, edges[-2], story)
        if buttons:
            gaps[-1] = ""
        if _BEGUN.search(gaps[0]) or any(map(has_two_parts, gaps)):
            return set()
        if _shows_itself(gaps[-1].strip(), head.title):
            return {*edges[:-1], *buttons, story}
        return set()

    def _parts(self, line: LongLine, head: PageHead, parts: Mapping[int, int], start: int, story: int) -> Iterator[tuple[int, int]]:
        """Where the parts between two places begin and end."""
        behind = start
        for place in line.starts[line.numbers[start] : line.numbers[story]]:
            end = parts.get(place) or self._end(line, head, place, may_be_stamp=place == behind) if place >= behind else None
            if end is not None and end <= story and end in line.numbers:
                yield place, end
                behind = end

    def _buttons(self, line: LongLine, start: int, end: int) -> list[int]:
        """Where share buttons and adverts' marks begin that are all that stands between two places, one word each."""
        places = line.starts[line.numbers[start] : line.numbers[end]]
        for place, behind in pairwise([*places, end]):
            if not any(stop == behind and rule.label in _BUTTONS for rule, stop in self._openings.whole(line, place)):
                return []
        return places

    def _end(self, line: LongLine, head: PageHead, place: int, *, may_be_stamp: bool) -> int | None:
        """Where what shows itself at a place ends. A caption may hold a day; it is a stamp only right behind another part."""
        phrase = self._openings.phrase(line, place)
        label = phrase[0].label if phrase is not None else None
        if phrase is None or label in _OPEN:
            return head.shown(place)
        is_stamp = may_be_stamp and _DIGIT.search(line.text, place, phrase[2]) and not _DATELINE.match(line.text, phrase[2] - 1)
        return phrase[2] if label != "date_line" or is_stamp else head.shown(place)


def _shows_itself(gap: str, title: str) -> bool:
    """Whether what stands right before a verb is no part of its sentence.

    It is nothing, in letters of another script, a picture's rights, or words of the title that stand for an image.
    """
    return not _ARABIC.search(gap) or _PICTURE_RIGHTS.fullmatch(gap) is not None or may_stand_for_image(gap, title)


def _opening(text: str, start: int, stop: int, title: str) -> re.Match[str] | None:
    """Where a verb stands with who did it between two places of a folded text: an actor, or whom the title opens with."""
    if match := OPENS.search(text, start, stop):
        return match
    subject = " ".join(title.split(" ")[:2])
    return re.compile(rf"{LEDE.pattern}{re.escape(subject)}(?!\w)").search(text, start, stop) if " " in subject else None
