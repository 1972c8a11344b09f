"""The headline: moved to its field where it stands first, removed where it is printed again."""

from collections.abc import Iterator

from ingest.model import Hit
from ingest.view import Kind, View, ends_sentence
from ingest.words import near_copy


def find_title(view: View) -> Iterator[Hit]:
    """The line above the first paragraph that is the headline.

    Evidence: the given title; or a line printed twice up there; or the one whose words the first paragraphs take up
    most; or the first line over a first paragraph. Spared: the first line of a text that has nothing else; in a text
    without a paragraph any but the first of two copies, since a poem may be called like its first verse. Missed: a
    headline below other lines that plays with words, where no title is given.
    """
    i = view.headline
    if i is None or not any(j > i and not _is_copy(view, j) for j in view.rows):
        return
    below = view.below(i)
    if view.body or (below is not None and _is_copy(view, below)):
        yield Hit(*view.span(i))


def find_copies(view: View) -> Iterator[Hit]:
    """The headline again: exactly, or with a site's name, other marks, or a word more or less.

    Evidence: near identity with the headline, on a line of its own. Spared: paragraphs; below the first paragraph a
    copy with a full stop, which may be a refrain; and in verse and lists every copy that does not stand above a first
    paragraph, since a poem may be called like one of its verses. Missed: a headline that was rewritten.
    """
    if not view.headline_text:
        return
    body = set(view.body)
    for i in view.rows:
        if i == view.headline or i in view.noise or i in body or not _is_copy(view, i):
            continue
        if view.zone(i) != "head" and (view.is_terse or view.kinds[i] is Kind.SENTENCE):
            continue
        if not _waits(view, i):
            yield Hit(*view.span(i))


def _waits(view: View, i: int) -> bool:
    """Whether a copy of the given title may yet turn out to be the headline: only cut teasers stand above it so far."""
    if not view.title or view.headline is not None:
        return False
    whole = [j for j in view.body if ends_sentence(view.folded[j])]
    return len(whole) > 1 and i < whole[0]


def _is_copy(view: View, i: int) -> bool:
    return near_copy(view.folded[i], view.headline_text)
