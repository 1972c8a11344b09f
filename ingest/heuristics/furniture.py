"""What stands round the article on a page: above its headline, and below its end."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from ingest.blocks import FOREIGN, TERMINAL
from ingest.model import Hit
from ingest.view import Kind, View, ends_sentence
from ingest.words import near_copy, share

MOST_STRANGE: Final = 8  # words

_CRUMB: Final = r"[^\W\d]+(?: [^\W\d]+){0,3}"
_CRUMBS: Final = re.compile(rf"{_CRUMB}(?: ?[<>»›/] ?{_CRUMB}){{1,6}}")


def find_above(view: View) -> Iterator[Hit]:
    """Menus, section names and the site's name above the headline.

    Evidence: the headline is given or printed twice, and stands above the first paragraph; what is printed above it is
    no part of the article. Only lines without a full stop go: short ones, and where the headline is given long ones
    too: two or more, which are teasers that were cut off, or menus run together in a flattened page.
    Spared: everything where the headline is a guess, where more stands above it than below, unless the page's stamp stands
    between, or where a line above it announces something with a colon.
    Missed: a standfirst printed above the headline goes too, if it has no full stop.
    """
    if view.headline is None or not view.body or not (view.title or _is_printed_again(view, view.headline)):
        return
    above = [i for i in view.rows if i < view.headline]
    is_stamped = bool(view.title and above) and view.noise.get(above[-1]) == "date_line"
    is_long = sum(map(view.length, above)) > sum(map(view.length, view.body))
    if (is_long and not is_stamped) or any(view.folded[i].endswith(":") for i in above):
        return
    short = [i for i in above if view.kinds[i] in (Kind.FRAGMENT, Kind.HEADLINE)]
    long = [i for i in above if i not in short and not ends_sentence(view.folded[i])]
    if not (view.title and (view.is_flat or len(long) > 1)):
        long = []
    for i in sorted(short + long):
        if i not in view.noise:
            yield Hit(*view.span(i))


def find_between(view: View) -> Iterator[Hit]:
    """What a page prints between two copies of its headline.

    Evidence: the headline stands above the first paragraph, and again up there; lines of up to eight words without a
    full stop between the two that speak of nothing the headline speaks of. Spared: a standfirst, which does or is
    longer; what is announced with a colon; verse and lists. Missed: longer lines.
    """
    if view.headline is None or not view.body or view.is_terse:
        return
    copies = [i for i in view.rows if i < view.body[0] and near_copy(view.folded[i], view.headline_text)]
    for i in view.rows if copies else ():
        if not view.headline < i < copies[-1] or i in view.noise or i in copies or view.folded[i].endswith(":"):
            continue
        if _is_short(view, i) and not view.stems(i) & view.stems(view.headline):
            yield Hit(*view.span(i))


def _is_short(view: View, i: int) -> bool:
    return view.kinds[i] in (Kind.FRAGMENT, Kind.HEADLINE) and view.length(i) <= MOST_STRANGE


def find_strange(view: View) -> Iterator[Hit]:
    """Section names and the like above a headline that is only guessed.

    Evidence: a line of up to eight words without a full stop that shares no word with the article, above a headline
    that shares some, and something else up there is noise already. Spared: everything where nothing up there is;
    verse, lists; what is announced or announces with a colon. Missed: a lone section name.
    """
    if view.title or view.headline is None or not view.body or view.is_terse:
        return
    above = [i for i in view.rows if i < view.headline]
    if not any(i in view.noise for i in above) or not view.stems(view.headline) & view.vocabulary:
        return
    for i in above:
        if _is_short(view, i) and i not in view.noise and not view.folded[i].endswith(":") and not view.stems(i) & view.vocabulary:
            yield Hit(*view.span(i))


def _is_printed_again(view: View, headline: int) -> bool:
    return any(i != headline and near_copy(view.folded[i], view.folded[headline]) for i in view.rows)


def find_menu(view: View) -> Iterator[Hit]:
    """The menu that a flattened page begins with, where no headline is given.

    Evidence: the page begins with a stretch of words without a full stop, hardly any of which the article has, and then
    comes its date. Spared: a headline or a standfirst, of which the article speaks; pages that were not flattened.
    Missed: menus with no date behind them.
    """
    if not view.is_flat or view.title or len(view.rows) < 2:
        return
    i, below = view.rows[:2]
    if sum(j > below for j in view.body) < 2:
        return
    if i in view.noise or view.noise.get(below) != "date_line" or ends_sentence(view.folded[i]):
        return
    if view.kinds[i] is not Kind.SENTENCE and share(view.stems(i), view.vocabulary) <= FOREIGN:
        yield Hit(*view.span(i))


def find_repeated(view: View) -> Iterator[Hit]:
    """A site's or a section's name printed again and again above the first paragraph.

    Evidence: a line of up to four words that stands there twice or more. Spared: the headline, verse and lists.
    """
    if view.is_terse:
        return
    head = [i for i in view.rows if view.cores[i] in view.repeated and view.zone(i) == "head"]
    count = Counter(view.cores[i] for i in head)
    for i in head:
        if i in view.noise or i == view.headline or near_copy(view.folded[i], view.headline_text):
            continue
        if count[view.cores[i]] > 1 and 0 < view.length(i) <= 4:
            yield Hit(*view.span(i))


def find_crumbs(view: View) -> Iterator[Hit]:
    """The path to a page through the sections of its site: `الأخبار / المعالجات / AMD`, `site < news`.

    Evidence: above the first paragraph, not the headline, two parts or more with arrows or three with slashes between them,
    each of one to four words without figures or marks. Spared: verse and lists, lines with a full stop, a colon or a comma.
    """
    if view.is_terse or not view.body:
        return
    for i in view.rows:
        if i >= view.body[0]:
            return
        text = view.folded[i].strip(" •")
        if i in view.noise or i == view.headline or view.is_title(i) or not _CRUMBS.fullmatch(text):
            continue
        if "/" not in text or text.count("/") > 1:
            yield Hit(*view.span(i))


def find_below(view: View) -> Iterator[Hit]:
    """Scraps below the article's end: a word or two, a bare figure.

    Evidence: the last paragraph is above, and below it a line that closes a page (source, tags, comments, a legal
    notice). Spared: whatever stands above such a line; texts in which short lines outweigh paragraphs.
    """
    if view.is_terse:
        return
    ended = False
    for i in view.rows:
        if view.zone(i) != "tail":
            continue
        if i in view.noise:
            ended = ended or view.noise[i] in TERMINAL
        elif ended and view.kinds[i] is Kind.FRAGMENT:
            yield Hit(*view.span(i))
