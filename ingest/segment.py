"""A page that was flattened to one line, cut into the pieces it was made of.

Some extractors leave a whole page on one line: menu, date, headline, paragraphs, share bar. Rules look at lines, so such
a line is cut into segments, and rules then look at those with the same evidence. Cutting takes nothing away. A cut
stands where something surely begins or ends: at wide gaps, after sentences, round the headline, between two copies of the
same words, round the parts of a page's head, at copyright signs, and round phrases of the packs, but
these only where another cut stands before them: in the middle of a sentence a phrase is a part of the sentence. Each
method finds one kind of place and says what makes it sure.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any, Final

from ingest.blocks import opens_in_mid_story
from ingest.dates import find_date
from ingest.endings import READ_ALSO, Endings
from ingest.longline import ANY_END, FEWEST_IN_HEADLINE, FEWEST_REPEATED, SENTENCE_END, LongLine
from ingest.model import Document, Rule, Span
from ingest.names import is_person
from ingest.openings import LONGEST_PHRASE, LONGEST_WORD, PAGE_END, Openings
from ingest.phrases import first_word
from ingest.script import EDGE, fold
from ingest.seams import seams
from ingest.verbs import LEDE, PRESENT, VERB
from ingest.words import MOST_IN_SITE, PREPOSITIONS, has_particles, share, stems, without_site

if TYPE_CHECKING:
    from ingest.pagehead import PageHead  # loaded where a line was flattened: most texts were not

FEWEST_WORDS: Final = 25  # a shorter line is a paragraph
FEWEST_OF_PAGE: Final = 120  # where more than two lines are left, a shorter one is a paragraph too
FEWEST_BEFORE: Final = 8  # words of a paragraph at whose end a phrase may be glued to a sentence
MOST_LINES: Final = 6  # a text of more lines was not flattened
LONGEST_STAMP: Final = 10  # words of a day with its hour
MOST_BEFORE_STAMP: Final = 3  # words between a copy of the title and the page's stamp
LONGEST_LEDE: Final = 600  # code points in which a story takes up its headline
TAKEN_UP: Final = 0.34  # of a headline's telling words
FEWEST_IN_MENU: Final = 4  # words; three are as soon those of a sentence (`اسواق النفط العالمية`)
MOST_IN_MENU: Final = 6  # words of a menu before the page's stamp
MOST_BEFORE_HEADLINE: Final = 3  # words of a section before it
MOST_BEFORE_HOME: Final = 12  # words of a page before its link to the first page
MOST_BETWEEN_COPIES: Final = 25  # words
MOST_IN_PATH: Final = 4  # words, the link home included
MOST_BEHIND_MENU: Final = 12  # words between a menu and the headline
LONGEST_DATE_LABEL: Final = 60  # code points of what says that a date comes
LONGEST_FOOT: Final = 400  # code points at a page's end in which a copyright sign is the page's
MOST_TAGGED: Final = 14  # words of tags before a header
LONGEST_DATED: Final = 15  # words of such a phrase above a headline

_PROMPTS: Final = frozenset({"call_to_action", "related_content", "social"})
# Words that are in no sentence.
_RIGHTS_KEPT: Final = re.compile(r"\W*" + fold("(?:جميع|كافة|كل|كامل) (?:ال)?حقوق (?:[^ ]+ ){0,3}محفوظة"))
# Those, and words that are in none but where somebody says them.
_SURE: Final = re.compile(rf"\W*{READ_ALSO}|{_RIGHTS_KEPT.pattern}")
_SAYS: Final = re.compile(r"(?:^| )[ويت]{0,2}(?:قال|قول|ردد|هتف)[^ ]*(?= )")
_IN_SENTENCE: Final = re.compile("[,،]| و(?!ات|اط)| (?:and|et|und|y|e|ve|и) ")
_OVER: Final = {"comments": 2, "social": 3, "legal_notice": 3}  # how many words show that a phrase is over where it ends
# A prompt with one of these last has said where the reader shall follow.
_NETWORK_LAST: Final = re.compile(
    r"\b(?:google(?: news)?|whatsapp|telegram|facebook|twitter|instagram|youtube|tiktok|linkedin|nabd|"
    + fold("(?:جوجل|غوغل)(?: نيوز)?|واتساب|واتس ?آب|تيليجرام|تليجرام|تلغرام|فيسبوك|تويتر|إنستغرام|يوتيوب|تيك توك|نبض")
    + r")\W*$"
)
_GAP: Final = re.compile(r"[ \t\u00a0]{3,}")
_DAY_AND_CLOCK: Final = re.compile(r"\d[^\w:]{1,4}\d{1,2}:\d\d|\d{1,2}:\d\d(?: ?(?:ص|م|am|pm|gmt))?[^\w:]{1,4}\d")
# The end of a path through a site's sections, up to a headline behind the last of them.
_CRUMB: Final = re.compile(r"[>»›] ?[^\s>»›.؟?!]+(?: [^\s>»›.؟?!]+){0,3}\s$")
_STAMP: Final = re.compile(r"\d[-/.]\d{1,2}[-/.]\d|\d{1,2}:\d\d")
_ASKS: Final = ("؟", "?", "!", '؟"', '!"', "؟»", "!»", "؟”", "!”")
_GOES_ON: Final = re.compile(fold("(?:في|إلى|على|عن|من|مع|بعد|قبل|منذ|خلال|بسبب|التي|الذي|وذلك)") + " ")
# What the first words of a sentence may hold, and a row of sections may not.
_SPEAKS: Final = re.compile(
    r"(?:^| )(?:"
    + fold("في|من|إلى|على|عن|مع|أن|إن|أنه|إنه|قال|قالت|يقول|تقول|هل|كيف|لماذا|بعد|قبل|منذ|حول|تحت|بعنوان|و[^ ]+")
    + r")(?= )|[.:،؟?!\"]"
)
_NO_MENU: Final = re.compile(r"[0-9:،,؛.!?؟]")  # a menu's names, and what stands between them and the headline, are without
_HOME: Final = frozenset({fold("الرئيسية"), "home", "accueil", "inicio", "startseite"})
_RIGHTS: Final = re.compile(r"©(?= ?(?:\w+[ -]){0,3}\d{4})")  # no sentence has it
_LINK: Final = re.compile(
    r"(?:https?://)?(?:p\.dw\.com|t\.co|bit\.ly|goo\.gl|ow\.ly|is\.gd|buff\.ly|tinyurl\.com|wp\.me|fb\.me|ift\.tt)/\S+"
)
_LABELLED: Final = re.compile(r"[^\d:]+:")
# Behind one of these a phrase is words of a sentence: `الجمهور الذي شارك معنا`.
_LEADS: Final = frozenset(
    fold("الذي التي الذين أن إن أنه أنها أنهم لا لم لن قد ثم أو في من إلى على عن مع بعد قبل كان كانت هو هي هم ما كل").split()
)
_NETWORK_KINDS: Final = frozenset(fold("منصة منصته منصتها تطبيق موقع شبكة").split())
_SITE_MARKS: Final = frozenset("|-–—")
_LETTER: Final = re.compile(r"\w")
_DATELINE: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)? ?- ")
_HASHTAGS: Final = re.compile(r"(?:#\w{2,}[ ،,|]*){3,}")
_LEADS_TO_TAGS: Final = _LEADS.union(fold("وسم هاشتاغ هاشتاج وسوم").split())
_WITH: Final = frozenset(fold("بالصور بالفيديو بالصورة شاهد فيديو صور عاجل خاص").split())


def is_flat(text: str) -> bool:
    """Whether a text of a few lines stands mostly on long ones that are more than a paragraph."""
    lines = [line for line in text.split("\n") if line.strip()]
    fewest = FEWEST_WORDS if len(lines) <= 2 else FEWEST_OF_PAGE
    long = [line for line in lines if line.count(" ") >= fewest and _is_several(line)]
    return 0 < len(lines) <= MOST_LINES and sum(map(len, long)) > 0.6 * sum(map(len, lines))


def _is_behind_crumb(text: str, place: int) -> bool:
    """Whether a path through a site's sections ends just before a place; a quotation that ends there is none."""
    crumb = _CRUMB.search(text, 0, place)
    return crumb is not None and "«" not in text[: crumb.start()]


def _is_behind_home(line: LongLine, first: int) -> bool:
    """Whether a path ends just before word `first`: the page's link home and one section or more.

    Right before the headline's words it may be an adjective (`the main hall`).
    """
    homes = [n for n in range(max(0, first - MOST_IN_PATH), first - 1) if line.names[n] in _HOME]
    path = line.folded[line.to_folded(line.starts[homes[-1]]) : line.to_folded(line.starts[first])] if homes else "."
    return not _SPEAKS.search(path) and not VERB.search(path)


def _is_several(line: str) -> bool:
    return _has_two(ANY_END, line) or _has_two(_GAP, line.strip())


def _has_two(pattern: re.Pattern[str], line: str) -> bool:
    first = pattern.search(line)
    return first is not None and pattern.search(line, first.end()) is not None


class Segmenter:
    """Cuts flattened lines at what the packs know; made once for a set of rules."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._openings: Final = Openings(rules)
        self._ready()

    def _ready(self) -> None:
        """Make what is not kept between runs."""
        self._phrase = self._openings.phrase
        self._endings = Endings(self._openings)
        self._tail = lru_cache(maxsize=4096)(self._find_tail)
        self._places = lru_cache(maxsize=MOST_LINES)(self._find_places)

    def __getstate__(self) -> dict[str, Any]:
        return {"_openings": self._openings}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state)
        self._ready()

    def cuts(self, document: Document) -> tuple[list[int], bool]:
        """Where, besides at its line feeds, a document is cut (places in its text, sorted), and whether it was flattened.

        In a text that was not, only what is glued to a line's end is cut off: a phrase behind a sentence's end.
        """
        flat, title = is_flat(document.text), document.title or ""
        found: set[int] = set()
        start = 0
        for line in document.text.split("\n"):
            words = line.count(" ")
            if words >= (FEWEST_WORDS if flat else FEWEST_BEFORE):
                places = self._places(line, title, document.site) if flat else self._tail(line)
                found.update(start + place for place in places)
            start += len(line) + 1
        return sorted(found), flat

    def tidy(self) -> None:
        """Forget the lines that were cut; between documents, for in each round over one its lines come again."""
        self._tail.cache_clear()
        self._places.cache_clear()
        self._openings.tidy()

    def _find_tail(self, text: str) -> tuple[int, ...]:
        """Where a phrase begins that is glued to the last sentence of a line; in brackets only a prompt, not an agency."""
        ends = [match.end() for match in ANY_END.finditer(text, max(0, len(text) - LONGEST_PHRASE))]
        words = ((end, first_word(fold(text[end : end + LONGEST_WORD]))) for end in ends if end < len(text))
        ends = [end for end, word in words if self._openings.under(word)]
        if not ends:
            return ()
        before = ends[0]
        line = LongLine(text[before:])
        for end in ends:
            place = line.next_start(end - before)
            if place == len(line.text):
                break
            found = self._phrase(line, place)
            if found is not None and _is_glued(text, before + place, found[0].label):
                return (before + place,)
            if self._openings.is_tag_list(line, place):
                return (before + place,)
        return ()

    def _find_places(self, text: str, printed_title: str, site: str | None) -> frozenset[int]:
        from ingest.pagehead import PageHead  # most texts were not flattened

        line, title = LongLine(text, seams(text, printed_title)), fold(printed_title)
        starts, numbers = line.starts, line.numbers
        ends = [match.end() for match in SENTENCE_END.finditer(text)]
        places = {0, *(match.end() for match in _GAP.finditer(text)), *map(line.next_start, ends)}
        places |= set(self._hashtags(line, ends[-1] if ends else 0))
        places |= {match.start() for match in _RIGHTS.finditer(text, max(0, len(text) - LONGEST_FOOT))}
        places |= set(self._bars(line))
        stamps = list(self._stamps(line))
        places |= set(stamps)
        places |= set(self._links(line, places))
        head = PageHead(line, title, site)
        places |= set(chain(*head.marks))
        if ends:
            places |= set(self._page_ends(line, ends))
        forms = (form for each in without_site(title) for form in _forms([name.strip(EDGE) for name in each.split()]))
        copies = next(filter(None, (list(line.copies(form)) for form in forms)), []) if title else self._headlines(line, head)
        places |= set(self._clocks(line, copies))
        inside = self._cut_round(line, head, copies, places)
        behind = [starts[end] for _, end in copies if end < len(starts)]
        parts = dict(head.marks) | dict(zip(stamps[::2], stamps[1::2], strict=True))
        for place in {0, *places.intersection(behind), *parts.values()}:
            parts |= dict(pairwise([place, *head.parts(place)]))
        places |= set(parts.values())
        sure = places.intersection(behind) or parts.values()
        if sure and (stop := next((end for end in ends if end > min(sure)), None)):
            last = max((place for place in behind if place < stop), default=0)
            places |= self._lead_in(line, head, parts, max(min(sure), last), stop)
        places |= {starts[n] for n in line.repeats([numbers[p] for p in sorted(places) if p in numbers]) if n < len(starts)}
        waiting = sorted(places & numbers.keys(), reverse=True)
        while waiting:
            place = waiting.pop()
            doubled = (starts[n] for n in line.doubled(numbers[place]) if n < len(starts) and not _has_subject(line, starts[n]))
            for new in (*self._endings.after(line, place, places), *doubled):
                if new not in places and new in numbers and new not in inside:
                    places.add(new)
                    waiting.append(new)
        kept = sorted(places - {0, len(text)})
        return frozenset(place for place, end in pairwise([*kept, len(text)]) if _LETTER.search(text, place, end))

    def _lead_in(self, line: LongLine, head: "PageHead", parts: Mapping[int, int], start: int, stop: int) -> set[int]:
        """Where the story begins between the page's head and the end of the first sentence, and what stands before it."""
        from ingest.leadin import LeadIn

        return LeadIn(self._openings).cuts(line, head, parts, start, stop)

    def _cut_round(self, line: LongLine, head: "PageHead", copies: Sequence[tuple[int, int]], places: set[int]) -> set[int]:
        """Add to the places those round each copy of the headline that is surely one; those inside it are taken away, and told."""
        starts = line.starts
        inside: set[int] = set()
        twice = len(copies) > 1 and copies[0][1] - copies[0][0] > FEWEST_REPEATED  # no sentence is the headline word for word
        for n, (first, end) in enumerate(copies):
            goes_on = end < len(starts) and (
                _GOES_ON.match(line.folded, line.to_folded(starts[end])) or _has_subject(line, starts[end])
            )
            if goes_on and (n or not _is_taken_up(line, first, end)):
                continue  # a story that begins with the words of its headline
            if first and (LEDE.match(line.names[first - 1] + " ") or line.names[first - 1] in _LEADS):
                continue  # its words are a verb's subject, or what somebody says
            before = set(self._date_before(line, first))
            headline = (twice and first <= MOST_IN_MENU) or (first == copies[0][0] and self._is_headline(line, first, end, head))
            again = n > 0 and starts[copies[n - 1][0]] in {0, *places} and self._is_again(line, copies[n - 1][1], first, end, head)
            # Elsewhere it may be words of a sentence.
            if before or headline or again or _stands_out(line, first, end) or starts[first] in places:
                places.add(starts[first])
                within = starts[first + 1 : end]  # a headline may have a sentence's end in it, or a phrase
                inside.update(within)
                places.difference_update(within)
                behind = starts[end : end + 1] if not _ends_with_site(line, end) else []
                places |= before | set(behind)
                places |= {stop for place in behind for stop in _day(line, place)}
        return inside

    def _headlines(self, line: LongLine, head: "PageHead") -> list[tuple[int, int]]:
        """The copies of a headline that no field gives: printed twice, and a part of the page or a lede behind each."""
        copies = line.printed_twice()
        behind = [line.starts[end] for _, end in copies if end < len(line.starts)]
        return copies if len(behind) > 1 and all(self._begins_anew(line, place, head) for place in behind) else []

    def _begins_anew(self, line: LongLine, place: int, head: "PageHead") -> bool:
        """Whether a story, a part of the page's head or a phrase of the packs begins at a place."""
        return (
            LEDE.match(line.folded, line.to_folded(place)) is not None
            or any(True for _ in head.parts(place))
            or self._phrase(line, place) is not None
            or line.firsts[line.numbers[place]] in self._openings.bars
            or _DATELINE.match(line.folded, line.to_folded(place)) is not None
        )

    def _is_again(self, line: LongLine, behind: int, first: int, end: int, head: "PageHead") -> bool:
        """Whether the words from `first` up to `end` are the headline again: nothing is said between, and a story follows."""
        if end - first <= FEWEST_REPEATED or not behind <= first <= behind + MOST_BETWEEN_COPIES or end >= len(line.starts):
            return False
        between = line.folded[line.to_folded(line.starts[behind]) : line.to_folded(line.starts[first])]
        said = ANY_END.search(between) or VERB.search(between) or has_particles(between)
        return not said and self._begins_anew(line, line.starts[end], head)

    def _bars(self, line: LongLine) -> Iterator[int]:
        """Where rows of networks and share buttons begin and end.

        They need no cut before them, since no comma and no `and` stands between their names, as they do in a sentence. Behind
        a preposition the first name is the sentence's.
        """
        for start, end in self._openings.rows(line, self._openings.bars, len(line.text)):
            if _IN_SENTENCE.search(line.folded, line.to_folded(start), line.to_folded(end)):
                continue
            n, last = line.numbers[start], line.numbers.get(end, len(line.starts))
            if n and line.firsts[n - 1] in PREPOSITIONS:
                n += 1 + (line.firsts[n] in _NETWORK_KINDS)
                n = next((n for n in range(n, last) if line.firsts[n] in self._openings.bars), last)
            yield from [line.starts[n], end] if n < last else [end]

    def _links(self, line: LongLine, places: Iterable[int]) -> Iterator[int]:
        """Where a shortened link ends that stands by itself behind a sentence, as pages print their own."""
        yield from (line.next_start(link.end()) for place in places if (link := _LINK.match(line.text, place)))

    def _hashtags(self, line: LongLine, end: int) -> Iterator[int]:
        """Where a row of hashtags behind the last sentence begins and ends; in a sentence a word leads up to them."""
        row = _HASHTAGS.search(line.text, end)
        n = line.numbers.get(row.start()) if row else None
        if row and n is not None and (n == 0 or line.names[n - 1] not in _LEADS_TO_TAGS):
            yield from (row.start(), line.next_start(row.end()))

    def _is_headline(self, line: LongLine, first: int, end: int, head: "PageHead") -> bool:
        """Whether the first copy of the title, from word `first` up to word `end`, surely is the headline.

        It is where the page's stamp comes right behind it; where at most a section's name stands before it, and either no
        words of a sentence do, or another part of the page's head comes right behind it; where a menu comes just before it;
        or where the page begins with its link home and no sentence ends before. What follows must also take it up, as a
        story's first sentences do: a sentence that holds a headline's words seldom comes back to them. Only behind a short
        path from that link it need not.
        """
        if line.firsts[0] in _HOME and 0 < first <= MOST_IN_PATH:
            return True
        if not _is_taken_up(line, first, end):
            return False
        start, behind = line.to_folded(line.starts[first]), line.to_folded(line.words[end - 1][1])
        if any(True for place in line.starts[end : end + 1] for _ in _day(line, place)):
            return True
        goes_home = not _HOME.isdisjoint(line.firsts[: min(first, MOST_BEFORE_HOME)])
        if goes_home and not SENTENCE_END.search(line.text, 0, line.starts[first]):
            return True
        speaks = _SPEAKS.search(line.folded, 0, start) or _SPEAKS.match(line.folded, behind)
        shown = not speaks or any(True for place in line.starts[end : end + 1] for _ in head.parts(place))
        if end - first > FEWEST_REPEATED and first <= MOST_BEFORE_HEADLINE and shown:
            return True
        *_, menu = Span(0, 0), *self._openings.rows(line, self._openings.menus, line.starts[first])
        names, between = line.text[slice(*menu)], line.text[menu.end : line.starts[first]]
        if len(names.split()) < FEWEST_IN_MENU or _NO_MENU.search(names) or _NO_MENU.search(between):
            return False
        return first - bisect_left(line.starts, menu.end) <= MOST_BEHIND_MENU

    def _stamps(self, line: LongLine) -> Iterator[int]:
        """Where a labelled date begins and ends (`تاريخ النشر: 3/3/2025`): its colon is in no sentence."""
        behind = 0
        for start in [line.starts[n] for n, word in enumerate(line.firsts) if word in self._openings.date_words]:
            if start < behind or not _LABELLED.match(line.text, start, start + LONGEST_DATE_LABEL):
                continue
            found = self._phrase(line, start)
            if found is not None and found[0].label == "date_line" and _LABELLED.match(line.text, start, found[2]):
                behind = found[2]
                yield from (start, behind)

    def _clocks(self, line: LongLine, copies: Sequence[tuple[int, int]]) -> Iterator[int]:
        """Where the page's stamp begins, its label included, and ends.

        It is a day with a bare hour a few words behind a copy of the title, or between a menu and such a copy; or any day
        behind the title and the writer's name. Elsewhere a sentence may hold one.
        """
        titles = {start for start, _ in copies}
        for n, most in chain([(0, MOST_IN_MENU)], ((end, MOST_BEFORE_STAMP) for _, end in copies)):
            behind = [*line.starts, len(line.text)][n : n + most + LONGEST_STAMP + 1]
            if len(behind) < 2:
                continue
            first, last = map(line.to_folded, (behind[0], behind[-1]))
            text = line.folded[first:last]
            date = find_date(text)
            if date is None or date.day is None:
                continue
            before = text[: date.start]
            if len(before.split()) > most or before.rstrip().endswith(":") or ANY_END.search(before):
                continue  # a label is known, or else what it says is not
            if not (_DAY_AND_CLOCK.search(text, date.start, date.end) or (n and is_person(before.strip(EDGE)))):
                continue
            end = line.next_start(line.from_folded(first + date.end))
            if n == 0 and line.numbers.get(end) not in titles:
                continue  # nothing shows that a menu stands before it
            begin = line.next_start(line.from_folded(first + date.start))
            yield min(next(self._date_before(line, line.numbers.get(end, len(line.starts))), begin), begin)
            yield end

    def _page_ends(self, line: LongLine, ends: Sequence[int]) -> Iterator[int]:
        """Where phrases of the page begin that stand between two full stops.

        Two of them with no comma and no `and` between are in no sentence; one may be words of one that has no full stop, but
        `read also` is not where nobody says it, nor what comes behind the page's copyright; tags before another header need
        none. Behind the last full stop they end too: there the page goes on, and no story, unless the sentence does. Then
        only rights kept are sure.
        """
        stops = [end for end in ends if not line.text.endswith(_ASKS, 0, end)]
        within = bisect_right(ends, stops[-1]) if stops else len(ends)  # questions among the headlines of the tail are no ends
        for end, last in pairwise([*ends[:within], len(line.text)]):
            first = line.to_folded(end)
            goes_on = opens_in_mid_story(line.folded[first : first + LONGEST_WORD].lstrip(EDGE))
            is_last = last == len(line.text)
            if goes_on and not is_last:
                continue
            found = list(self._phrases_in(line, end, last))
            if len(found) == 1 and self._are_tags_up_to(line, line.next_start(end), found[0][0]):
                found.insert(0, (line.next_start(end), found[0][0], "tags"))
            gaps = ((line.to_folded(one[1]), line.to_folded(next_one[0])) for one, next_one in pairwise(found))
            if not goes_on and not all(_IN_SENTENCE.search(line.folded, *gap) for gap in gaps):
                yield from (start for start, _, _ in found)
                yield from (stop for start, stop, label in found if is_last and _is_over(line.text[start:stop], label))
            elif is_last:
                signed = line.text.startswith("©", line.next_start(end))
                spoken = _SAYS.search(line.folded, first)
                sure = _RIGHTS_KEPT if goes_on else _SURE
                for start, _, _ in found:
                    if signed or (not spoken and sure.match(line.folded, line.to_folded(start))):
                        yield start

    def _phrases_in(self, line: LongLine, end: int, last: int) -> Iterator[tuple[int, int, str]]:
        """Where the phrases of the page in a stretch begin and end, and their labels; in mid-text none where there is but one."""
        behind, is_last = line.next_start(end), last == len(line.text)
        possible = self._openings.possible(line, end, last)
        if is_last and behind < last and self._openings.is_tag_list(line, behind):
            start, behind = behind, line.next_start(behind + len(line.text[behind:].split(" ", 1)[0]))
            yield start, behind, "tags"
        for start in possible if is_last or len(possible) > 1 else ():
            if start > behind and line.names[line.numbers[start] - 1] in _LEADS:
                continue
            phrase = self._phrase(line, start) if start >= behind else None
            if phrase is not None and phrase[0].label in PAGE_END:
                behind = phrase[2]
                yield start, behind, phrase[0].label

    def _are_tags_up_to(self, line: LongLine, start: int, end: int) -> bool:
        """Whether a word for tags begins at a place, and nothing up to another says anything."""
        between = line.folded[line.to_folded(start) : line.to_folded(end)]
        short = start < end and between.count(" ") <= MOST_TAGGED
        return short and self._openings.begins_tags(line, start) and not _SPEAKS.search(between)

    def _date_before(self, line: LongLine, n: int) -> Iterator[int]:
        """Where a phrase with a date begins that reaches just to word `n`."""
        for start in line.starts[max(0, n - LONGEST_DATED) : n] if n < len(line.starts) else ():
            found = self._phrase(line, start)
            if found is not None and found[2] == line.starts[n]:
                yield start
                return


def _is_glued(text: str, place: int, label: str) -> bool:
    """Whether a phrase at a place is the page's and not the sentence's; behind few words only rights with no stop are."""
    if text.count(" ") < FEWEST_WORDS:
        return label == "legal_notice" and text.rstrip()[-1:].isalnum() and not text[:place].rstrip().endswith("..")
    return text[place] != "(" or label in _PROMPTS


def _has_subject(line: LongLine, place: int) -> bool:
    """Whether a verb begins at a place whose subject stands before it."""
    return PRESENT.match(line.folded, line.to_folded(place)) is not None


def _stands_out(line: LongLine, first: int, end: int) -> bool:
    """Whether a headline from word `first` up to word `end` is no part of a sentence by what is round it.

    A path through the site's sections ends before it, it was run into what is beside it, or no sentence ends behind it and what
    stands between the last one and it says nothing.
    """
    if line.is_glued(first, end):
        return True
    place = line.starts[first]
    ends = bisect_right(line.sentence_ends, place)
    if end - first >= FEWEST_IN_HEADLINE and 0 < ends == len(line.sentence_ends):
        between = line.folded[line.to_folded(line.sentence_ends[-1]) : line.to_folded(place)]
        if not (VERB.search(between) or has_particles(between)):
            return True
    return end - first >= FEWEST_REPEATED and (_is_behind_crumb(line.text, place) or _is_behind_home(line, first))


def _ends_with_site(line: LongLine, end: int) -> bool:
    """Whether a line ends with a bar or a dash and a site's name, right behind a headline that ends before word `end`."""
    return 1 < len(line.names) - end <= 1 + MOST_IN_SITE and line.text[slice(*line.words[end])] in _SITE_MARKS


def _is_taken_up(line: LongLine, first: int, end: int) -> bool:
    """Whether what follows says again what a headline from word `first` up to word `end` says."""
    start, behind = line.to_folded(line.starts[first]), line.to_folded(line.words[end - 1][1])
    return share(stems(line.folded[start:behind]), stems(line.folded[behind : behind + LONGEST_LEDE])) >= TAKEN_UP


def _forms(names: list[str]) -> Iterator[list[str]]:
    """The words of a title as the page may print them: all, and without the word for what comes with it."""
    yield names
    if names and names[0] in _WITH:
        yield names[1:]


def _is_over(phrase: str, label: str) -> bool:
    """Whether a phrase of a page's tail, the blanks behind it included, is over where it ends.

    It has enough words for what it is, or it is a prompt whose last word is a network, and more than where to follow.
    """
    fewest = _OVER.get(label)
    if fewest is not None and phrase.count(" ") >= fewest:
        return True
    folded = fold(phrase)
    if label not in _PROMPTS or folded.count(" ") < 2 or folded.partition(" ")[0] in PREPOSITIONS:
        return False
    return _NETWORK_LAST.search(folded) is not None


def _day(line: LongLine, place: int) -> Iterator[int]:
    """Where a day in figures or with its hour that begins at `place` ends: behind a headline it is the page's stamp.

    A sentence that begins with the headline's words would print the month's name.
    """
    first = line.to_folded(place)
    text = line.folded[first : first + LONGEST_PHRASE]
    date = find_date(text, last=len("| "))
    if date is not None and date.start <= len("| ") and date.day is not None and _STAMP.search(text, date.start, date.end):
        yield line.next_start(line.from_folded(first + date.end))
