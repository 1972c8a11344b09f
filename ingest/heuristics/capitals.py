"""Writers and photographers told by the capitals of their names, in scripts that have capitals."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

import regex

from ingest.model import Hit, Span
from ingest.view import Kind, View, ends_sentence

MOST_WORDS: Final = 56  # of a line that is looked at: a caption; bylines are shorter
FEWEST_IN_CAPTION: Final = 5  # words, the name included; between paragraphs more
FEWEST_BETWEEN: Final = 8
_NO_NAME: Final = (
    "(?!(?i:The|A|An|And|Or|Of|In|On|For|To|My|Our|His|Her|This|That|Der|Die|Das|Den|Dem|Ein|Eine|Le|La|Les|L|Un|Une|El|Los|Las|Una|O|Os|"
    "As|Um|Uma|Il|Lo|Gli|I|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|"
    r"September|October|November|December)\b)"
)
# With which no full name begins, though a surname may.
_NO_FIRST: Final = (
    "(?!(?i:En|Di|De|Da|Do|Du|Des|Em|No|Na|Im|Am|Von|Vom|Zum|Bei|Mit|Nach|Para|Por|Con|Sin|Per|Pour|Chez|Dans|Sur|Al|Au|Aux|"
    r"Nel|Dal)\b)"
)
# Whose name is no photographer's: `Three questions for Jane Roe (Port Institute)`.
_NO_BODY: Final = (
    "(?!(?i:inst|istit|univ|partid|partit|minist|consej|consig|conseil|commi|comit|fonda|funda|assoc|asoc|club|centr|hospi|osped|"
    "hôpi|banco|banca|bank|school|colleg))"
)
_WORD: Final = rf"{_NO_NAME}\p{{Lu}}[\p{{L}}.'’-]*"
_PARTICLE: Final = r"(?:(?:de|del|de la|da|das|do|dos|di|du|des|van|van der|von|von der|zu|bin|al|el|ben|le|la|y|e|af|ter) )?"
_NAME: Final = rf"{_WORD}(?: {_PARTICLE}{_WORD}){{1,3}}"
_MORE: Final = rf"(?:(?i:,| and| und| et| y| e| &| и| ve) {_NAME})*"
_LETTERS: Final = re.compile(r"\w{3,}")


class _Patterns(NamedTuple):
    by: "regex.Pattern[str]"
    alone: "regex.Pattern[str]"
    in_brackets: "regex.Pattern[str]"
    in_capitals: "regex.Pattern[str]"


@cache
def _patterns() -> _Patterns:
    """The patterns, made when the first line with a capital comes: texts in other scripts have none."""
    return _Patterns(
        by=regex.compile(
            rf"(?i:(?:text |story |report |texte |texto |testo |publicado |escrito |scritto |geschrieben |written |reported )?"
            rf"(?:by|von|par|por|di|da|door|автор:?))\s+(?P<name>{_NAME}{_MORE})(?:$| ?[,|(/–—•-].{{1,70}}$)"
        ),
        alone=regex.compile(
            rf"{_NO_FIRST}(?P<name>{_NAME})(?:$|(?:, | [|–—-] )\p{{Ll}}[^.!?:,]{{2,50}}$|(?:,| \|) \p{{Lu}}[\p{{L}} -]{{2,25}}$)"
        ),
        in_brackets=regex.compile(
            rf"[^()]{{12,}} \((?:(?:foto|photo|crédit|fotos|фото) ?:? ?)?{_NO_BODY}(?P<name>{_NAME})(?: ?/ ?[\w. ]{{2,25}})?\)$"
        ),
        in_capitals=regex.compile(r"[^()]{12,}\p{Ll}[.\"'”»]{0,2} (?P<name>\p{Lu}{3,}(?: (?:D[AEO]S? )?\p{Lu}{3,}){1,2})$"),
    )


def find_by(view: View) -> Iterator[Hit]:
    """The word for `by` and a name, with a post, a paper or a place behind it: `By Jane Roe, Health Editor`.

    Evidence: above the first paragraph or below the last one, a line without a full stop that begins with `by` in one of
    the languages and two words or more with capitals (particles between them), after which it ends or a comma, a dash or
    a bracket comes; below the first, which may be a standfirst, only where one does. Spared: the headline, verse and lists,
    what begins with an article, a day or a month, a single name. Missed: names in scripts without capitals.
    """
    for i in _candidates(view):
        found = _patterns().by.match(view.texts[i].strip())
        if found and (view.zone(i) != "between" or (found.end("name") < found.end() and view.body[0] < i < view.body[1])):
            yield _hit(view, i, found)


def find_alone(view: View) -> Iterator[Hit]:
    """A name alone, or with a post in small letters or a place behind it, between the headline and the text, or signed below it.

    Evidence: two to four words with capitals, none of which stands in any other line, in the page's head: right beside the
    page's stamp, or on top of the first paragraph; or the last line that is left under a full stop. Spared: whatever the
    text speaks of; whoever said the quotation above; the headline; verse and lists; heads and ends with more such lines,
    unless they say the same or stand beside the stamp; texts with such lines between paragraphs, which are headings, unless
    the stamp is right below. Missed: names in scripts without capitals.
    """
    found = {i: match for i in _candidates(view) if (match := _patterns().alone.fullmatch(view.texts[i].strip()))}
    for lines in _signing(view, list(found)):
        if len({view.folded[i] for i in lines}) != 1:
            continue
        same = [i for i in found if view.folded[i] == view.folded[lines[0]]]
        if _stands(view, lines) and not _is_spoken_of(view, found[lines[0]]["name"], same):
            for i in same:
                yield _hit(view, i, found[i])
            return


def _signing(view: View, lines: Sequence[int]) -> Iterator[list[int]]:
    """Of lines like names those that may sign the page, of its head and then of its end: one beside the stamp before others.

    Where more of them stand between paragraphs all are section headings, but for one right above the stamp.
    """
    are_headings = any(view.zone(i) == "between" for i in lines)
    for zone in ("head", "tail"):
        there = [i for i in lines if view.zone(i) == zone]
        if on_stamp := [i for i in there if zone == "head" and _is_above_stamp(view, i)]:
            yield on_stamp[:1]
        elif not are_headings:
            yield [i for i in there if _is_below_stamp(view, i)][:1] or there


def _stands(view: View, lines: Sequence[int]) -> bool:
    """Whether the last of some lines that say the same is where a name stands: in the head over the text, or signed below it."""
    *_, i = lines
    left = [j for j in view.rows if j not in view.noise and j not in lines[:-1]]
    below = next((j for j in left if j > i), None)
    if view.zone(i) == "head":
        first = next(j for j in view.body if j > i)
        return (
            bool(view.headline_text)
            and i > view.rows[0]
            and (below == first or _is_above_stamp(view, i) or _is_below_stamp(view, i))
        )
    above = next((j for j in reversed(left) if j < i), None)
    return below is None and above == view.body[-1] and ends_sentence(view.folded[above]) and view.folded[above][-1] not in "\"'"


def _is_spoken_of(view: View, name: str, lines: Sequence[int]) -> bool:
    """Whether a part of a name stands in any line but some."""
    parts = set(_LETTERS.findall(name.casefold()))
    return any(parts & set(_LETTERS.findall(view.texts[j].casefold())) for j in view.rows if j not in lines)


def _is_above_stamp(view: View, i: int) -> bool:
    """Whether the stamp, or a writer's place or paper, is right below."""
    below = view.below(i)
    return below is not None and view.noise.get(below) in ("date_line", "byline")


def _is_below_stamp(view: View, i: int) -> bool:
    above = view.above(i)
    return above is not None and view.noise.get(above) == "date_line"


def find_captions(view: View) -> Iterator[Hit]:
    """Captions that end with a photographer's name in brackets, or in capitals: `Vista del puente desde la orilla (María Gómez)`.

    Evidence: a line of five words or more above the text, or of eight between paragraphs, without a full stop, with two
    to four words with capitals in brackets at its end, or two or three all in capitals. Spared: the headline, verse and
    lists. Missed: agencies, which other rules know.
    """
    for i in _candidates(view):
        fewest = FEWEST_IN_CAPTION if view.zone(i) == "head" else FEWEST_BETWEEN
        patterns = (_patterns().in_brackets, _patterns().in_capitals)
        if view.length(i) >= fewest and any(pattern.match(view.texts[i].strip()) for pattern in patterns):
            yield Hit(*view.span(i))


def _candidates(view: View) -> Iterator[int]:
    """The short lines with a capital, of a text in paragraphs, that are neither noise nor the headline."""
    if view.is_terse or not view.body:
        return
    for i in view.rows:
        if i in view.noise or i == view.headline or view.is_title(i) or view.length(i) > MOST_WORDS:
            continue
        has_capital = view.texts[i] != view.texts[i].lower()
        if has_capital and view.kinds[i] in (Kind.HEADLINE, Kind.FRAGMENT, Kind.TRUNCATED):
            yield i


def _hit(view: View, i: int, found: "regex.Match[str]") -> Hit:
    line = view.span(i)
    return Hit(*line, Span(line.start + found.start("name"), line.start + found.end("name")))
