"""A writer, a place or an agency named right above the text."""

import re
from collections.abc import Iterator
from typing import Final

from ingest.model import Hit
from ingest.view import Kind, View

_PARTS: Final = re.compile(r"^([^-/|:،,]{2,40}?) ?(?: [-|] ?|- |/ ?)([^-/|:،,]{0,40})$")
MOST_WORDS: Final = 3  # on each side


def find(view: View) -> Iterator[Hit]:
    """`City - name`, `Site / desk`, `Site -`: the last line above the first paragraph that is not noise already.

    Evidence: the line stands on top of the first paragraph, below the headline or as the text's first line, and is
    two parts of one to three words with a dash or slash between them (the second may be empty), without figures, full
    stop or question. Spared: verse and lists, lines with a third part or a comma, the headline itself. Missed: a name
    alone.
    """
    if not view.body or view.is_terse:
        return
    i = next((i for i in reversed(view.rows) if i < view.body[0] and i not in view.noise), None)
    if i is None or i == view.headline or view.is_title(i):
        return
    if view.kinds[i] not in (Kind.HEADLINE, Kind.FRAGMENT) or any(char.isdigit() or char in "?؟!" for char in view.folded[i]):
        return
    found = _PARTS.match(view.folded[i].strip(" •.،"))
    if found and all(part.strip().count(" ") < MOST_WORDS for part in found.groups()):
        yield Hit(*view.span(i))
