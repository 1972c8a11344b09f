"""What stands round the article on a page: above its headline, and below its end."""

from collections import Counter
from collections.abc import Iterator

from ingest.blocks import TERMINAL
from ingest.model import Hit
from ingest.view import Kind, View
from ingest.words import near_copy


def find_above(view: View) -> Iterator[Hit]:
    """Menus, section names and the site's name above the headline.

    Evidence: the headline is given or printed twice, and stands above the first paragraph; what is printed above it is
    no part of the article. Only short lines without a full stop go (in a flattened page long ones too, which are menus
    run together).
    Spared: everything where the headline is a guess, where more stands above it than below, or where a line above it
    announces something with a colon.
    Missed: a standfirst printed above the headline goes too, if it has no full stop.
    """
    if view.headline is None or not view.body or not (view.title or _is_printed_again(view, view.headline)):
        return
    above = [i for i in view.rows if i < view.headline]
    if sum(map(view.length, above)) > sum(map(view.length, view.body)) or any(view.folded[i].endswith(":") for i in above):
        return
    long = (Kind.TRUNCATED, Kind.TICKER) if view.is_flat and view.title else ()
    for i in above:
        if i not in view.noise and view.kinds[i] in (Kind.FRAGMENT, Kind.HEADLINE, *long):
            yield Hit(*view.span(i))


def _is_printed_again(view: View, headline: int) -> bool:
    return any(i != headline and near_copy(view.folded[i], view.folded[headline]) for i in view.rows)


def find_repeated(view: View) -> Iterator[Hit]:
    """A site's or a section's name printed again and again above the first paragraph.

    Evidence: a line of up to four words that stands there twice or more. Spared: the headline, verse and lists.
    """
    if view.is_terse:
        return
    head = [i for i in view.rows if view.zone(i) == "head"]
    count = Counter(view.cores[i] for i in head)
    for i in head:
        if i in view.noise or i == view.headline or near_copy(view.folded[i], view.headline_text):
            continue
        if count[view.cores[i]] > 1 and 0 < view.length(i) <= 4:
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
