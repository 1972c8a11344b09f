"""A writer, a place or an agency named right above the text, or signed below it."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import regex

from ingest.dates import is_date_line
from ingest.model import Hit
from ingest.names import FEWEST, MOST, is_person, tells_work
from ingest.script import EDGE, fold
from ingest.verbs import VERB
from ingest.view import Kind, View, ends_sentence
from ingest.words import has_particles, stems

_PARTS: Final = re.compile(r"^([^-/|:،,]{2,40}?) ?(?: [-|] ?|- |/ ?)([^-/|:،,]{0,40})$")
_BAR: Final = re.compile(r"\s[-–—|]\s|\s?/\s?")
_SET_CLOSE: Final = re.compile(r"[a-z]/[a-z]")
MOST_WORDS: Final = 3  # on each side
MOST_PARTS: Final = 4
MOST_UNKNOWN: Final = 2  # lines between headline and text that are taken for names
SHORTEST: Final = 2  # code points of such a line
LONGEST_NOTE: Final = 45  # words of what is said of a writer
LONGEST_WORK: Final = 12  # words of a line that says what his work is
_BETWEEN: Final = re.compile(r" ?(?:[-/|_]+|(?<=\w )\.\.(?= \w)) ?")
# A name and a place or a paper, with a comma between them or the second in brackets; a paper that is named to its readers.
_PAIR: Final = re.compile(r"([^-/|:،,.()\d]{2,40})(?: ?[،,] ?([^-/|:،,.()\d]{2,40})| \(([^-/|:،,.()\d]{2,40})\))")
_PAPER: Final = re.compile(r"([^-/|:،,.()\d]{2,30}?) ?: ?([^-/|:،,.()\d]{4,40})")
_PART: Final = r"([^\W\d_]+(?: [^\W\d_]+){0,2})"
_TWO_PARTS: Final = re.compile(rf"{_PART}(?: ?[,،] ?{_PART}| \({_PART}\))")
_SIGNED: Final = re.compile(rf"(?=[\u0600-\u06ff]){_PART} ?[-/] ?{_PART}")  # `capitals` knows the names of other scripts
_NO_BYLINE: Final = re.compile(r"\b(?!24\b)[0-9]|[?؟!،,;؛:]|[-/]$")  # channels have a 24 in their names
_PORTRAIT: Final = fold("صورة الصورة photo avatar author").split()  # what stands for a writer's picture, before the name
_SMALL: Final = regex.compile(r"(?<!\p{L})\p{Ll}{4,}")  # in scripts that have capitals no name begins so
# With which a letter greets, a part of a series is told, or an introduction begins.
_CALLS: Final = re.compile(
    fold(
        "(?:يا|أيها|أيتها|سيدي|سيدتي|السادة|السلام|تحية|أعزائي|عزيزي|عزيزتي|الجزء|الحلقة|بسم|مقدمة|المقدمة|تمهيد|توطئة|مدخل|استهلال|"
        "خلاصة|الخلاصة|ملخص|الملخص|السؤال|سؤال|الجواب|جواب|introduction|summary)"
    )
    + "(?= |$)"
)


def find_above(view: View) -> Iterator[Hit]:
    """`City - name`, `Site / desk`, `Site -`: the last line above the first paragraph that is not noise already.

    Evidence: the line stands on top of the first paragraph, below the headline or as the text's first line, and is
    two parts of one to three words with a dash or slash between them (the second may be empty), without figures, full
    stop or question. Spared: verse and lists, lines with a third part or a comma, the headline itself; two parts both of
    which the text speaks of, as a fixture or a kicker has, or that a slash without blanks sets side by side behind another
    word, in letters that are not Arabic, or with a long word in small letters in each; sentences. Missed: a name alone.
    """
    if not view.body or view.is_terse:
        return
    i = next((i for i in reversed(view.rows) if i < view.body[0] and i not in view.noise), None)
    if i is None or i == view.headline or view.is_title(i):
        return
    if view.kinds[i] not in (Kind.HEADLINE, Kind.FRAGMENT) or any(char.isdigit() or char in "?؟!" for char in view.folded[i]):
        return
    found = _PARTS.match(view.folded[i].strip(" •.،"))
    if found is None or any(part.strip().count(" ") >= MOST_WORDS or ends_sentence(part.strip()) for part in found.groups()):
        return
    if _SET_CLOSE.search(view.folded[i]) and " " in found[1]:
        return  # `O caso Silva/Costa`
    if all(map(_SMALL.search, _BAR.split(view.texts[i]))):
        return  # `Pier row | The inside story`
    told = [stems(part) for part in found.groups()]
    if not all(part and part <= view.vocabulary for part in told):
        yield Hit(*view.span(i))


def find_signed(view: View) -> Iterator[Hit]:
    """`Site / city / name`: a row of two to four parts, one of which is a person's name.

    Evidence: above the first paragraph and below the headline, or right on top of that paragraph, or as the text's first
    line where the headline is given and stands elsewhere; parts of up to four words with a dash, slash, bar or two dots
    between them, one of them a name (`names.is_person`), no figures, full stop or question; right on top of that paragraph a
    colon may stand behind them. Or a name and one part of up to three words that the article does not speak of, with a comma
    between them or the second in brackets; or behind a colon a name, and before it what the article quotes as a paper's name.
    Spared: verse and lists, the headline, and other lines with a comma or a colon, for `Name: …` is what somebody says.
    Missed: names whose first word the list does not have.
    """
    if not view.body or view.is_terse:
        return
    for i in view.rows:
        if i >= view.body[0]:
            return
        if i in view.noise or i == view.headline or view.is_title(i) or view.kinds[i] not in (Kind.HEADLINE, Kind.FRAGMENT):
            continue
        below = view.headline is not None and i > view.headline
        if not (below or (view.title and i == view.rows[0]) or view.below(i) == view.body[0]):
            continue
        text = view.folded[i].strip(" •.|")
        if view.below(i) == view.body[0]:
            text = text.removesuffix(":").rstrip()
        pair = _pair(view, text)
        parts = pair or [part.strip() for part in _BETWEEN.split(text)]
        if not 2 <= len(parts) <= MOST_PARTS or not all(0 < len(part.split()) <= 4 for part in parts):
            continue
        if not pair and _NO_BYLINE.search(text):
            continue
        if name := next(filter(is_person, parts), None):
            start = view.folded[i].index(name)
            yield Hit(*view.span(i), view.place(i, start, start + len(name)))


def _pair(view: View, text: str) -> list[str]:
    """A name and what stands beside it, where a comma, brackets or a colon set the two off from each other; or nothing."""
    if (paper := _PAPER.fullmatch(text)) and is_person(paper[2]):
        return [paper[1], paper[2]] if any(f'"{paper[1]}"' in view.folded[i] for i in view.body) else []
    found = _PAIR.fullmatch(text)
    parts = [part.strip() for part in found.groups() if part] if found else []
    if sum(map(is_person, parts)) != 1 or any(part.count(" ") >= MOST_WORDS and not is_person(part) for part in parts):
        return []
    return parts if not stems(text) & view.vocabulary else []


def find_name(view: View) -> Iterator[Hit]:
    """A person's name alone: between the headline and the text, beside the page's stamp, or signed under its last paragraph.

    Evidence: a line of two to four words that begins with a given name or a person's title (`names.is_person`); above,
    below a headline and right on top of the first paragraph or of the day, or as the text's first line where the headline is
    given and stands elsewhere, with a place of one word above it perhaps; below, the only line that is left under a
    paragraph that ends like a sentence. Spared: a name that the paragraph next to it speaks of, which is a heading or an
    answer to a question; the headline; texts with more such lines, which are lists of people; verse. Missed: names whose
    first word the list does not have, and those in other scripts than Arabic.
    """
    if not view.body or view.is_terse:
        return
    labels = (Kind.HEADLINE, Kind.FRAGMENT)
    names = [i for i in view.rows if i not in view.noise and view.kinds[i] in labels and is_person(view.cores[i])]
    if len(names) != 1:
        return
    (i,) = names
    left = [j for j in view.rows if j not in view.noise]
    above = max((j for j in left if j < i), default=None)
    below = min((j for j in left if j > i), default=None)
    if below is None:
        signed = above == view.body[-1] and ends_sentence(view.folded[above]) and not view.folded[i].endswith(":")
        neighbour = above if signed else None
    else:
        beside = view.noise.get(view.below(i) or i) == "date_line"
        neighbour = below if (below == view.body[0] or (beside and i < view.body[0])) and _may_sign_above(view, i) else None
    if neighbour is None or view.stems(i) & view.stems(neighbour):
        return
    start = view.span(above if below is not None and above is not None and _is_place_on_top(view, above) else i).start
    yield Hit(start, view.span(i).end, view.span(i))


def find_unknown(view: View) -> Iterator[Hit]:
    """Who wrote it or where it was filed, whatever the name: what little is left between the headline and the text.

    Evidence: beside the page's stamp, where the text has no other short lines, one or two lines of one to four words each
    without a mark, a figure or a particle, or of two such parts with a comma between them or the second in brackets, none
    of whose stems the headline or the article has; the second may tell that person's work. Or one such line of two words
    and more right on top of the stamp. Or the last line below a full stop, in two parts with a dash or a slash, one of which
    is two words or more that the article does not have. Spared: everything above where the headline is not certain, or no
    stamp is beside; a kicker or a fixture that speaks of what the article speaks of; salutations and words that head an
    introduction; a letter alone, which may be a paragraph's first; verse and lists. Missed: names that the text says again.
    """
    if view.body and not view.is_terse:
        yield from _signed_below(view)
        yield from _left_above(view)


def _signed_below(view: View) -> Iterator[Hit]:
    *_, above, last = (-1, *(i for i in view.rows if i not in view.noise))
    if last > above >= view.body[-1] and _is_signature(view, above, last):
        yield Hit(*view.span(last))


def _left_above(view: View) -> Iterator[Hit]:
    if view.headline is None:
        return
    known = view.vocabulary | view.stems(view.headline)
    names = _only_left(view, view.headline, known)
    if names:
        yield Hit(view.span(names[0]).start, view.span(names[-1]).end, view.span(names[0]) if len(names) > 1 else None)
        return
    on_stamp = next((i for i in view.rows if i > view.headline and _is_set_on_stamp(view, i)), None)
    if on_stamp is not None and not view.stems(on_stamp) & known:
        yield Hit(*view.span(on_stamp))


def _only_left(view: View, headline: int, known: frozenset[str]) -> list[int]:
    """The one or two lines beside the stamp that are left between the headline and the text, if they are names."""
    page_end = min((i for i in view.noise if i > view.body[-1]), default=len(view.folded))  # what is below is the page's
    left = [i for i in view.rows if headline < i < page_end and i not in view.noise and (i < view.body[0] or _is_short(view, i))]
    if not 0 < len(left) <= MOST_UNKNOWN or left[-1] > view.body[0] or not all(_is_short(view, i) for i in left):
        return []
    first, *more = left
    stamped = any(j is not None and view.noise.get(j) == "date_line" for j in (view.above(first), view.below(left[-1])))
    works = bool(more) and _is_label(view, more[0]) and tells_work(view.cores[more[0]])
    are_names = all(_are_names(view, i) and not view.stems(i) & known for i in ([first] if works else left))
    return left if stamped and are_names else []


def _is_set_on_stamp(view: View, i: int) -> bool:
    """Whether a line of two words and more that say nothing stands in the head right on top of the stamp: no heading does.

    In a diary headings do; it has more such days.
    """
    below = view.below(i)
    if i in view.noise or below is None or view.noise.get(below) != "date_line" or view.zone(i) != "head":
        return False
    if not _is_short(view, i) or view.length(i) < FEWEST or not _are_names(view, i):
        return False
    days = (j for j in view.rows if view.zone(j) == "between" and _is_short(view, j))
    return not any(is_date_line(view.folded[j]) for j in days)


def _is_short(view: View, i: int) -> bool:
    return view.kinds[i] in (Kind.HEADLINE, Kind.FRAGMENT)


def _are_names(view: View, i: int) -> bool:
    """Whether a line is one to four words that say nothing, or two such parts."""
    text = view.folded[i].strip(" •.*")
    if len(text) < SHORTEST or _CALLS.match(text) or has_particles(text) or _SMALL.search(view.texts[i]):
        return False
    if _NO_BYLINE.search(text) is None and "(" not in text:
        return text.count(" ") < MOST
    return _TWO_PARTS.fullmatch(text) is not None and text.count(" ") > 1


def _is_signature(view: View, above: int, i: int) -> bool:
    """Whether a line below a sentence is two parts that say nothing, one of which is words that the text does not have."""
    found = _SIGNED.fullmatch(view.folded[i].strip(" •.*"))
    if found is None or not ends_sentence(view.folded[above]) or has_particles(view.folded[i]) or VERB.search(found[0]):
        return False
    known = view.vocabulary | stems(view.headline_text)
    return any(" " in part and not stems(part) & known for part in found.groups())


def _is_place_on_top(view: View, i: int) -> bool:
    return i == view.rows[0] and i != view.headline and not view.is_title(i) and view.length(i) == 1


def _may_sign_above(view: View, i: int) -> bool:
    if view.is_title(i) or i == view.headline or not view.headline_text:
        return False
    return i != view.rows[0] or view.headline is None


def find_about(view: View) -> Iterator[Hit]:
    """Who wrote the text: a name and that person's work, below its last sentence or above its first.

    Evidence: the last line that is left tells the work of somebody who writes (`names.tells_work`), and a person's name
    (`names.is_person`) stands right before it, in its own line or the line above, and nowhere else in the text. Above the
    first paragraph, a name with such a line right under it. Spared: verse and lists, names that the text speaks of, the
    last of two persons and more that are presented in the same way. Missed: notes of more than one paragraph, and names
    whose first word the list does not have.
    """
    if not view.body or view.is_terse:
        return
    left = [i for i in view.rows if i not in view.noise]
    for i, below in pairwise(view.rows):
        if below >= view.body[0]:
            break
        if i in view.noise or i == view.headline or view.is_title(i):
            continue
        if is_person(view.cores[i]) and tells_work(view.cores[below]) and _is_label(view, below):
            yield Hit(view.span(i).start, view.span(below).end, view.span(i))
    *others, last = left
    if not others or last < view.body[0] or view.length(last) > LONGEST_NOTE:
        return
    above = others[-1]
    if (name := _presented(view.cores[last])) is not None:
        if _presented(view.cores[above]) is None and not _is_spoken_of(view, name, others):
            start = view.folded[last].index(name)
            yield Hit(*view.span(last), view.place(last, start, start + len(name)))
    elif tells_work(view.cores[last]) and is_person(view.cores[above]) and not _is_spoken_of(view, view.cores[above], others[:-1]):
        portrait = [i for i in others[-2:-1] if view.cores[i] in _portraits(view.cores[above])]
        yield Hit(view.span((*portrait, above)[0]).start, view.span(last).end, view.span(above))


def find_work(view: View) -> Iterator[Hit]:
    """What the writer is, without a name: the last line that is left.

    Evidence: it is short, has no full stop, begins with a trade of those who write (`names.tells_work`), and stands under
    a paragraph that ends with a full stop. Spared: verse and lists, the answer to a question, what a colon announces.
    Missed: whoever is something else by trade.
    """
    if not view.body or view.is_terse:
        return
    *others, last = [i for i in view.rows if i not in view.noise]
    if not others or others[-1] != view.body[-1] or not (_is_label(view, last) and tells_work(view.cores[last])):
        return
    above = view.folded[others[-1]]
    if ends_sentence(above) and above[-1] not in "?؟!":
        yield Hit(*view.span(last))


def _is_label(view: View, i: int) -> bool:
    return view.kinds[i] in (Kind.HEADLINE, Kind.FRAGMENT) and view.length(i) <= LONGEST_WORK


def _presented(core: str) -> str | None:
    """The name with which a line begins that goes on with that person's work."""
    words = core.split(" ")
    for count in range(FEWEST, min(MOST, len(words) - 1) + 1):
        first = " ".join(words[:count])
        name = first.rstrip(EDGE)
        if is_person(name) and tells_work(core[len(first) :].lstrip(EDGE)):
            return name
    return None


def _is_spoken_of(view: View, name: str, lines: list[int]) -> bool:
    """Whether a name stands in some lines otherwise than as the page prints it: alone, or behind the word for a picture."""
    return any(name in view.folded[i] and view.cores[i] not in (name, *_portraits(name)) for i in lines)


def _portraits(name: str) -> list[str]:
    return [f"{word} {name}" for word in _PORTRAIT]
