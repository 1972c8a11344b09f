"""The site's own name where a page says who wrote: alone, or with a place, a desk or a writer beside it."""

import re
from collections.abc import Iterator
from typing import Final

from ingest.house import is_house
from ingest.model import Hit
from ingest.verbs import VERB
from ingest.view import Kind, View, ends_sentence
from ingest.words import has_particles, stems

MOST_PARTS: Final = 3
MOST_WORDS: Final = 3  # of a part that is not the name
# What stands between the parts, or round the last: `أمدرمان: الراكوبة`, `عدن ((عدن الغد)) خاص`.
_BETWEEN: Final = re.compile(r" ?(?:[-_|/:,،•]|\(+|\)+)+ ?")
_SIDES: Final = re.compile("[-/]")
_QUOTES: Final = " \"'.*•"


def find(view: View) -> Iterator[Hit]:
    """`Place: site`, `Site - desk`, `Site`: who wrote it, as the site's address shows.

    Evidence: one of up to three parts, set off by dashes, bars, slashes, a colon, a comma or brackets, is the name that the
    site's domain spells (`house.is_house`), the whole of it where it stands alone, for `الاتحاد الأوروبي` is a heading on
    alittihad.ae; the others are up to three words that say nothing. It stands above the first paragraph, below the headline or
    right on top of that paragraph, or is the last line that is left below a full stop.
    Spared: the headline, verse and lists, a name with a figure or a question beside it, or with a colon and two words or more
    behind it, which may be what it says, and between dashes or slashes, as the sides of a match have them, parts all of which
    the article speaks of. Missed: sites whose name is not that of their address, and texts that come without site.
    """
    site = view.document.site
    if not site or not view.body or view.is_terse:
        return
    left = [i for i in view.rows if i not in view.noise]
    for i in left:
        outside = i < view.body[0] or i == left[-1]
        short = view.kinds[i] in (Kind.HEADLINE, Kind.FRAGMENT)
        if outside and short and _may_sign(view, i) and _names_house(view, i, site):
            yield Hit(*view.span(i))


def _may_sign(view: View, i: int) -> bool:
    if i == view.headline or view.is_title(i):
        return False
    if i > view.body[-1]:
        return ends_sentence(view.folded[view.body[-1]])
    return view.below(i) == view.body[0] or (view.headline is not None and i > view.headline)


def _names_house(view: View, i: int, site: str) -> bool:
    text = view.folded[i].strip(_QUOTES)
    parts = [part.strip(_QUOTES) for part in _BETWEEN.split(text) if part.strip(_QUOTES)]
    if not 0 < len(parts) <= MOST_PARTS or not any(is_house(part, site, whole=len(parts) == 1) for part in parts):
        return False
    others = [part for part in parts if not is_house(part, site)]
    if any(part.count(" ") >= MOST_WORDS or _says(part) for part in others):
        return False
    head, colon, told = text.partition(":")
    if colon and " " in told.strip(_QUOTES) and is_house(head.strip(_QUOTES), site):
        return False
    may_be_match = others and _SIDES.search(text) is not None
    return not (may_be_match and all(told and told <= view.vocabulary for told in map(stems, parts)))


def _says(part: str) -> bool:
    return has_particles(part) or VERB.search(part) is not None or any(char.isdigit() or char in "?؟!" for char in part)
