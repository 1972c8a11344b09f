"""A page that was flattened to one line, cut into the pieces it was made of.

Some extractors leave a whole page on one line: menu, date, headline, paragraphs, share bar. Rules look at lines, so such
a line is cut into segments, and rules then look at those with the same evidence. Cutting takes nothing away. A cut
stands where something surely begins or ends: at wide gaps, after sentences, round the given title, between two copies of
the same words, and round phrases of the packs, but these only where another cut stands before them: in the middle of a
sentence a phrase is a part of the sentence. Each method finds one kind of place and says what makes it sure; that there are
so many kinds is why this is longer than other modules.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import Final

from ahocorasick_rs import AhoCorasick

from ingest.dates import find_date
from ingest.matchers import Matcher
from ingest.model import Document, Rule
from ingest.phrasebook import Phrases
from ingest.phrases import first_word, without_open_end
from ingest.script import EDGE, fold, span_in_line
from ingest.shapes import Label, Shape, StartsWith, Tokens, WholeLine
from ingest.words import words

FEWEST_WORDS: Final = 25  # a shorter line is a paragraph
MOST_LINES: Final = 6  # a text of more lines was not flattened
FEWEST_REPEATED: Final = 4  # words that make a repeat
LONGEST_REPEAT: Final = 300
FEWEST_NAMES: Final = 3  # names in a row that make a share bar
FARTHEST: Final = 24  # words within which a headline or a value must end
LONGEST_HEADLINE: Final = 12  # words behind a header; a verb of any stem farther off may be in mid-sentence
LONGEST_CREDIT: Final = 8  # words of a byline, its label included
LONGEST_STAMP: Final = 10  # words of a day with its hour
MOST_BEFORE_STAMP: Final = 3  # words between a copy of the title and the page's stamp
FEWEST_AT_END: Final = 2  # phrases that make the end of a page
MOST_BEFORE_END: Final = 3  # words that may stand before the first of them
LONGEST_DATE_LABEL: Final = 60  # code points of what says that a date comes
LONGEST_WORD: Final = 40  # code points in which the first word of a phrase ends
LONGEST_PHRASE: Final = 200  # code points in which a phrase with its date is looked for

_PROMPTS: Final = frozenset({"call_to_action", "related_content", "social"})
# What says that a headline follows; other headers may be words of a sentence, and `شاهد أيضا` is also what somebody saw.
_POINTER: Final = re.compile(
    r"\W*(?:(?:اقر[^ ]{1,4} (?:ايضا|كذلك|المزيد)|(?:قد|ربما) [يت](?:هم|عجب)كم? ايضا)"
    r"|(?:read|see|watch) (?:also|more|next)|also read|(?:a )?lire (?:aussi|egalement)|le[ae] tambien|lesen sie (?:auch|mehr)"
    r"|leia (?:tambem|mais)|leggi anche|читайте (?:также|еще)|ayrica oku|ilgili haber|بيشتر بخوانيد|مزيد پرهيں|קראו (?:גם|עוד))"
)
_RUNS_ON: Final = re.compile("[:,،]")  # a sentence does, behind one of these
_IN_SENTENCE: Final = re.compile("[,،]| و(?!ات|اط)| (?:and|et|und|y|e|ve|и) ")
_PAGE_END: Final = _PROMPTS | {"comments", "legal_notice", "tags"}
_UNSURE: Final = frozenset({"byline", "photo_caption"})  # their words open sentences too
_GAP: Final = re.compile(r"[ \t\u00a0]{3,}")
# A sentence ends at a mark with a space behind it, unless an initial stands before it (`د. `, `J. `). Two dots are a
# headline's colon.
_SENTENCE_END: Final = re.compile(
    r"""(?<!\b\w)(?<!(?<!\.)\.(?=\.))[.!?؟۔…]["'”»)\]}]*(?:[ \u00a0]»)?(?: \([^()]{2,30}\))?(?=\s|$)"""
)
_ANY_END: Final = re.compile(r"[.!?؟۔…]['\"”»)\]}]*(?=\s|$)")
_CLOCK: Final = re.compile(r"\d{1,2}:\d\d")
_DAY_AND_CLOCK: Final = re.compile(r"\d[^\w:]{1,4}\d{1,2}:\d\d|\d{1,2}:\d\d(?: ?(?:ص|م|am|pm|gmt))?[^\w:]{1,4}\d")
# The end of a path through a site's sections, up to a headline behind the last of them.
_CRUMB: Final = re.compile(r"[>»›] ?[^\s>»›.؟?!]+(?: [^\s>»›.؟?!]+){0,3}\s$")
_ITEM: Final = re.compile(r"\d{1,3}[-.)]")
_FIGURE: Final = re.compile(r": ?\d")  # without one the words of navigation may open a sentence
_LABELLED: Final = re.compile(r"[^\d:]+:")
_QUOTES: Final = "\"'“”„«»‘’"
_TOKEN: Final = re.compile(r"\S+")
# Verbs and connectives with which a news story goes on after something was set into it; headlines do not hold them. The
# group is any verb in the present, which a long headline may hold.
RESUMES: Final = re.compile(
    fold(
        "(?:و(?:قال|أضاف|تابع|أوضح|أكد|أشار|ذكر|صرح|شدد|لفت|بين|أعلن|كشف|أفاد|أعرب|نقل|كتب|رأى|اعتبر|تساءل|طالب|دعا)ت?|وكان|وكانت|"
        "(وي[^ ]{3,})|وت(?:ستهدف|أتي|شمل|هدف|ضم|سعى|عد|عتبر|وقع|شير|ؤكد|قول|بلغ|عمل|جري|قام|كون|مثل|نص|واصل|صب)|"
        "وبحسب|ووفقا|وفي (?:وقت|سياق|هذا|المقابل|حين)|وجاء|ومن (?:جهته|جانبه|المقرر|المتوقع)|كما|من (?:جهته|جانبه)|"
        "في (?:المقابل|السياق|غضون)|لكن|غير أن|إلا أن|يذكر أن|يشار إلى|جدير بالذكر)"
    )
    + " "
)


def is_flat(text: str) -> bool:
    """Whether a text of a few lines stands mostly on long ones that are more than a paragraph."""
    lines = [line for line in text.split("\n") if line.strip()]
    long = [line for line in lines if line.count(" ") >= FEWEST_WORDS and _is_several(line)]
    return 0 < len(lines) <= MOST_LINES and sum(map(len, long)) > 0.6 * sum(map(len, lines))


def _is_several(line: str) -> bool:
    return len(_ANY_END.findall(line)) > 1 or len(_GAP.findall(line.strip())) > 1


class Segmenter:
    """Cuts flattened lines at what the packs know; made once for a set of rules."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._by_word: dict[str, list[tuple[Rule, WholeLine | Label | StartsWith]]] = {}
        self._bars_by_word: dict[str, list[tuple[Rule, Tokens]]] = {}
        self._credits: dict[str, list[Label]] = {}
        needed: dict[str, list[Shape]] = {}
        for rule in rules:
            if rule.label == "byline" and isinstance(rule.find, Matcher) and isinstance(rule.find.shape, Label):
                for word in rule.find.shape.cues.first or ():
                    self._credits.setdefault(word, []).append(rule.find.shape)
            shape = rule.find.shape if isinstance(rule.find, Matcher) and rule.passage == 1 and rule.label not in _UNSURE else None
            if isinstance(shape, WholeLine):
                # In a line of its own such a phrase ends with the line; here only where its last known word does.
                closed = tuple(map(without_open_end, shape.phrases.phrases))
                shape = shape if closed == shape.phrases.phrases else WholeLine(Phrases(closed))
            if isinstance(shape, WholeLine | Label | StartsWith):
                for word in shape.cues.first or ():
                    self._by_word.setdefault(word, []).append((rule, shape))
                for text in shape.cues.inside or ("",):
                    needed.setdefault(text, []).append(shape)
            elif isinstance(shape, Tokens) and rule.label == "social":
                for word in (shape.cues.first or frozenset()) - {"0"}:
                    self._bars_by_word.setdefault(word, []).append((rule, shape))
        dated = {word for word, pairs in self._by_word.items() if any(rule.label == "date_line" for rule, _ in pairs)}
        self._date_words = frozenset(dated)
        self._always = frozenset(map(id, needed.pop("", ())))
        self._needed = [frozenset(map(id, shapes)) for shapes in needed.values()]
        self._needles = AhoCorasick(list(needed)) if needed else None
        self._phrase = lru_cache(maxsize=4096)(self._find_phrase)  # of one place of a document much is asked

    def cuts(self, document: Document) -> tuple[list[int], bool]:
        """Where, besides at its line feeds, a document is cut (places in its text, sorted), and whether it was flattened.

        In a text that was not, only what is glued to a line's end is cut off: a phrase behind a sentence's end.
        """
        self._phrase.cache_clear()  # of no other document
        flat, title = is_flat(document.text), fold(document.title or "")
        found: set[int] = set()
        start = 0
        for line in document.text.split("\n"):
            if line.count(" ") >= FEWEST_WORDS:
                places = self._places(line, title) if flat else self._tail(line)
                found.update(start + place for place in places)
            start += len(line) + 1
        return sorted(found), flat

    def _tail(self, line: str) -> tuple[int, ...]:
        """Where a phrase begins that is glued to the last sentence of a line; in brackets only a prompt, not an agency."""
        for end in _ANY_END.finditer(line, max(0, len(line) - LONGEST_PHRASE)):
            place = _next_start(line, end.end())
            if place == len(line):
                break
            found = self._phrase(line, place)
            if found is not None and (line[place] != "(" or found[0].label in _PROMPTS):
                return (place,)
            if self._is_tag_list(line[place:]):
                return (place,)
        return ()

    def _is_tag_list(self, rest: str) -> bool:
        """Whether what is left of a line begins with a word for tags, and may be tags alone."""
        text = fold(rest).lstrip(EDGE)
        shapes = (shape for rule, shape in self._by_word.get(first_word(text), ()) if rule.label == "tags")
        return any(isinstance(shape, StartsWith) and shape.phrases.end(text) for shape in shapes) and not _ANY_END.search(rest)

    def _places(self, line: str, title: str) -> set[int]:
        tokens = [(match.start(), match.end()) for match in _TOKEN.finditer(line)]
        starts = {start: n for n, (start, _) in enumerate(tokens)}
        names = [name.strip(EDGE) for name in fold(line).split(" ")]
        if len(names) != len(tokens):  # a token that folds to nothing or to two
            names = [fold(line[start:end]).strip(EDGE) for start, end in tokens]
        ends = [match.end() for match in _SENTENCE_END.finditer(line)]
        places = {0, *(match.end() for match in _GAP.finditer(line)), *(_next_start(line, end) for end in ends)}
        firsts = list(map(first_word, names))
        places |= set(self._bars(line, tokens, firsts))
        places |= set(self._stamps(line, tokens, firsts))
        if ends:
            places |= set(self._page_end(line, tokens, ends[-1]))
        copies = list(_copies(names, [name.strip(EDGE) for name in title.split()]))
        places |= set(self._clocks(line, tokens, (end for _, end in copies)))
        for start, end in copies:
            before = set(self._date_before(line, tokens, start))
            crumb = _CRUMB.search(line, 0, tokens[start][0]) if end - start >= FEWEST_REPEATED else None
            if before or crumb or tokens[start][0] in places:  # elsewhere it may be words of a sentence
                places.add(tokens[start][0])
                places -= {tokens[n][0] for n in range(start + 1, end)}  # a headline may have a sentence's end in it
                places |= before | {tokens[n][0] for n in (start, end) if n < len(tokens)}
        places |= {tokens[n][0] for n in _repeats(names, [starts[p] for p in sorted(places) if p in starts]) if n < len(tokens)}
        waiting = sorted(places & starts.keys(), reverse=True)
        while waiting:
            place = waiting.pop()
            for new in self._around_phrase(line, place, tokens, starts[place], places):
                if new not in places and new in starts:
                    places.add(new)
                    waiting.append(new)
            for n in _doubled(names, starts[place]):
                if n < len(tokens) and tokens[n][0] not in places:
                    places.add(tokens[n][0])
                    waiting.append(tokens[n][0])
        return places - {0, len(line)}

    def _bars(self, line: str, tokens: list[tuple[int, int]], firsts: list[str]) -> Iterator[int]:
        """Where rows of names (networks, share buttons) begin and end.

        A row needs no cut before it, since no comma and no `and` stands between its names, as they do in a sentence.
        """
        behind = 0
        for (start, _), word in zip(tokens, firsts, strict=True):
            rules = self._bars_by_word.get(word, ())
            if start < behind:
                continue
            length = max((_length(shape, fold(line[start : start + LONGEST_PHRASE])) for _, shape in rules), default=0)
            if length:
                behind = _next_start(line, start + span_in_line(line[start : start + LONGEST_PHRASE], 0, length)[1])
                if not _IN_SENTENCE.search(fold(line[start:behind])):
                    yield from (start, behind)

    def _stamps(self, line: str, tokens: list[tuple[int, int]], firsts: list[str]) -> Iterator[int]:
        """Where a labelled date begins and ends (`تاريخ النشر: 3/3/2025`): its colon is in no sentence."""
        behind = 0
        for (start, _), word in zip(tokens, firsts, strict=True):
            if start < behind or word not in self._date_words or not _LABELLED.match(line, start, start + LONGEST_DATE_LABEL):
                continue
            found = self._phrase(line, start)
            if found is not None and found[0].label == "date_line" and _LABELLED.match(line, start, found[2]):
                behind = found[2]
                yield from (start, behind)

    def _clocks(self, line: str, tokens: list[tuple[int, int]], title_ends: Iterable[int]) -> Iterator[int]:
        """Where a day with a bare hour begins, its label included, and ends, a few words behind a copy of the title at most.

        There it is the page's stamp. Farther off a sentence may hold one.
        """
        for end in title_ends:
            last = min(len(tokens), end + MOST_BEFORE_STAMP + LONGEST_STAMP)
            if end >= last:
                continue
            snippet = line[tokens[end][0] : tokens[last - 1][1]]
            text = fold(snippet)
            date = find_date(text)
            if date is None or date.day is None or not _DAY_AND_CLOCK.search(text, date.start, date.end):
                continue
            begin, stop = (tokens[end][0] + place for place in span_in_line(snippet, date.start, date.end))
            before = line[tokens[end][0] : begin]
            if len(before.split()) > MOST_BEFORE_STAMP or before.rstrip().endswith(":") or _ANY_END.search(before):
                continue  # a label is known, or else what it says is not
            behind = next((k for k in range(end, last) if tokens[k][0] >= stop), last)
            yield min(next(self._date_before(line, tokens, behind), begin), begin)
            yield _next_start(line, stop)

    def _page_end(self, line: str, tokens: list[tuple[int, int]], end: int) -> Iterator[int]:
        """Where phrases begin behind the line's last full stop: two of them with nothing between make it the end of a page.

        They begin at once, or behind a few words of the page; farther off they may be words of a sentence without a full stop.
        """
        behind = [n for n, (start, _) in enumerate(tokens) if start >= end][: MOST_BEFORE_END + 1]
        for n in behind:
            found: list[int] = []
            place = tokens[n][0]
            if _RUNS_ON.search(line, end, place):
                return
            while (
                place < len(line)
                and line[place] not in ",،"
                and (phrase := self._phrase(line, place)) is not None
                and phrase[0].label in _PAGE_END
            ):
                found.append(place)
                place = phrase[2]
            if len(found) >= FEWEST_AT_END:
                yield from found
                return

    def _around_phrase(
        self, line: str, place: int, tokens: list[tuple[int, int]], n: int, places: Collection[int]
    ) -> Iterator[int]:
        """The places where a phrase or a time stamp that begins at `place`, and what belongs to it, end.

        A phrase that does not show its end may open a sentence, and is let be: `شارك الخبر` is what thousands of people did.
        """
        found = self._phrase(line, place)
        if found is None:
            yield from _stamp(line, place)
            yield from self._credit(line, place, tokens, n)
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
        for start, _ in tokens[n + 1 : n + FARTHEST]:
            resumes = RESUMES.match(fold(line[start : start + 40])) if story and start > end else None
            if resumes and resumes[1] and line.count(" ", end, start) >= LONGEST_HEADLINE:
                return
            if resumes or (start > end and self._phrase(line, start) is not None):
                yield start
                return

    def _shows_its_end(
        self, line: str, place: int, found: tuple[Rule, WholeLine | Label | StartsWith, int], places: Collection[int]
    ) -> bool:
        """Whether a phrase is surely over where it ends: by its colon, date or figure, as a pointer, or by what follows it."""
        rule, shape, end = found
        dated = isinstance(shape, StartsWith) and shape.then == "date"
        if isinstance(shape, Label) or dated or rule.label == "navigation" or _POINTER.match(fold(line[place:end])):
            return True
        if (
            end == len(line)
            or end in places
            or self._phrase(line, end) is not None
            or any(_stamp(line, end))
            or any(self._word(line, end))
        ):
            return True
        return rule.label == "related_content" and not _SENTENCE_END.search(line, end)

    def _credit(self, line: str, place: int, tokens: list[tuple[int, int]], n: int) -> Iterator[int]:
        """Where the name behind a byline's label ends: at the next phrase or row of networks, if one comes soon."""
        text = fold(line[place : place + LONGEST_PHRASE])
        ends = (shape.phrases.label_end(text) for shape in self._credits.get(first_word(text), ()))
        if not any(end and ":" in text[:end] for end in ends):
            return
        for start, end in tokens[n + 2 : n + LONGEST_CREDIT]:
            if first_word(fold(line[start:end])) in self._bars_by_word or self._phrase(line, start) is not None:
                yield start
                return

    def _word(self, line: str, place: int) -> Iterator[int]:
        """Where a phrase of one word ends, if a longer one begins right behind it: by itself it may open a sentence."""
        text = fold(line[place : place + LONGEST_PHRASE])
        for _, shape in self._by_word.get(first_word(text), ()):
            length = shape.phrases.end(text) if isinstance(shape, WholeLine) else 0
            end = _next_start(line, place + span_in_line(line[place : place + LONGEST_PHRASE], 0, length)[1]) if length else 0
            if place < end < len(line) and self._phrase(line, end) is not None:
                yield end
                return

    def _possible(self, text: str) -> frozenset[int]:
        """Which shapes (by `id`) can stand in a folded text: those of whose texts it has one."""
        found = self._needles.find_matches_as_indexes(text, overlapping=True) if self._needles else ()
        return self._always.union(*(self._needed[needle] for needle in {needle for needle, _, _ in found}))

    def _find_phrase(self, line: str, place: int) -> tuple[Rule, WholeLine | Label | StartsWith, int] | None:
        """The longest phrase of two words or more, or with a date behind it, that begins at a place, and where it ends.

        For a label that is the end of the label.
        """
        if line[place] in _QUOTES or _ITEM.match(line, place):
            return None  # words of somebody, an entry of a list
        rules = self._by_word.get(first_word(fold(line[place : place + LONGEST_WORD])), ())
        if not rules:
            return None
        snippet = line[place : place + LONGEST_PHRASE]
        folded = fold(snippet)
        text = folded.lstrip(EDGE)
        before = len(folded) - len(text)
        best: tuple[Rule, WholeLine | Label | StartsWith, int] | None = None
        possible = self._possible(text)
        for rule, shape in rules:
            if id(shape) not in possible:
                continue
            length = _length(shape, text)
            if length and (rule.label != "navigation" or _FIGURE.search(text[:length])):
                end = _next_start(line, place + span_in_line(snippet, 0, before + length)[1])
                if best is None or _rank(shape, end) > _rank(best[1], best[2]):
                    best = (rule, shape, end)
        return best

    def _date_before(self, line: str, tokens: list[tuple[int, int]], n: int) -> Iterator[int]:
        """Where a phrase with a date begins that reaches just to token `n`."""
        if n >= len(tokens):
            return
        for start, _ in tokens[max(0, n - 15) : n]:
            found = self._phrase(line, start)
            if found is not None and found[2] == tokens[n][0]:
                yield start
                return


def _stamp(line: str, place: int) -> Iterator[int]:
    """Where a date with its hour that begins at `place` ends; a sentence opens with a day, but not with an hour."""
    snippet = line[place : place + LONGEST_PHRASE]
    text = fold(snippet)
    date = find_date(text) if _CLOCK.search(text) else None
    if date is not None and date.start <= 1 and _CLOCK.search(text, 0, date.end):
        yield _next_start(line, place + span_in_line(snippet, 0, date.end)[1])


def _rank(shape: WholeLine | Label | StartsWith, end: int) -> tuple[bool, int]:
    """What of two phrases at one place is the surer: a label, whose colon shows its end, and then the longer one."""
    return isinstance(shape, Label), end


def _length(shape: WholeLine | Label | StartsWith | Tokens, text: str) -> int:
    """How much of a folded text a shape's phrase takes, its date included; 0 where it is not sure to be one."""
    if isinstance(shape, Label) and shape.value != "date":
        end = shape.phrases.label_end(text)
        return end if end and ":" in text[:end] else 0
    if isinstance(shape, Tokens):
        names = text[: shape.phrases.tokens_end(text[:120])].rstrip()
        return len(names) if len(words(names)) >= FEWEST_NAMES else 0
    end = shape.phrases.end(text)
    if not end:
        return 0
    if isinstance(shape, WholeLine):
        return end if " " in text[:end].strip() else 0
    dated = shape.value == "date" if isinstance(shape, Label) else shape.then == "date"
    date = find_date(text, end) if dated else None
    return date.end if date and date.start - end <= 3 else 0


def _next_start(line: str, place: int) -> int:
    while place < len(line) and line[place].isspace():
        place += 1
    return place


def _copies(names: list[str], title: list[str]) -> Iterator[tuple[int, int]]:
    """For each copy of the title its first token, and the one behind it."""
    if len(title) < FEWEST_REPEATED:
        return
    for n, name in enumerate(names):
        if name == title[0] and names[n : n + len(title)] == title:
            yield n, n + len(title)


def _repeats(names: list[str], starts: list[int]) -> Iterator[int]:
    """Where a stretch begins, ends, and ends again that is printed twice in a row, both times up to one of `starts`."""
    for at, middle in enumerate(starts):
        for end in [*starts[at + 1 : at + 40], len(names)]:
            length = end - middle
            if length > min(LONGEST_REPEAT, middle):
                break
            if (
                length >= FEWEST_REPEATED
                and names[end - 1] == names[middle - 1]
                and names[middle:end] == names[middle - length : middle]
            ):
                yield from (middle - length, middle, end)
                break


def _doubled(names: list[str], start: int) -> Iterator[int]:
    """Where words that begin at `start` and are printed twice in a row end, and end again."""
    for length in range(FEWEST_REPEATED, 31):
        if names[start + length : start + length + 1] == names[start : start + 1] and (
            names[start : start + length] == names[start + length : start + 2 * length]
        ):
            yield from (start + length, start + 2 * length)
            return
