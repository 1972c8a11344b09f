"""What YAML cannot say: one kind of evidence a module. `RULES` is all of them.

Each function takes a `View` and yields hits. Its docstring says what it takes as evidence, what it spares, and what it
is known to miss.
"""

from typing import Final

from ingest.heuristics import (
    byline,
    capitals,
    captions,
    code,
    contents,
    datelines,
    furniture,
    headline,
    houses,
    polls,
    related,
    repeats,
    skips,
    subjects,
    tagged,
    threads,
)
from ingest.model import Find, Rule


def _rule(name: str, label: str, find: Find, to: str | None = None) -> Rule:
    """A heuristic as a rule; all of them run in the second pass and know what the packs have found."""
    code = find.__code__
    why = (find.__doc__ or "").split("\n")[0]
    return Rule(name, label, find, to, passage=2, why=why, origin=f"{code.co_filename}:{code.co_firstlineno}")


RULES: Final = (
    _rule("headline.title", "title", headline.find_title, "title"),
    _rule("headline.copies", "duplicate_headline", headline.find_copies),
    _rule("byline.above", "byline", byline.find_above),
    _rule("byline.signed", "byline", byline.find_signed, "authors"),
    _rule("byline.name", "byline", byline.find_name, "authors"),
    _rule("byline.unknown", "byline", byline.find_unknown),
    _rule("byline.about", "byline", byline.find_about, "authors"),
    _rule("byline.work", "byline", byline.find_work),
    _rule("houses.sign", "byline", houses.find),
    _rule("capitals.by", "byline", capitals.find_by, "authors"),
    _rule("capitals.alone", "byline", capitals.find_alone, "authors"),
    _rule("capitals.captions", "photo_caption", capitals.find_captions, "captions"),
    _rule("code.blocks", "markup", code.find),
    _rule("contents.entries", "navigation", contents.find),
    _rule("datelines.above", "date_line", datelines.find, "date_published"),
    _rule("captions.above", "photo_caption", captions.find_above, "captions"),
    _rule("captions.below", "photo_caption", captions.find_below, "captions"),
    _rule("captions.numbered", "photo_caption", captions.find_numbered, "captions"),
    _rule("tagged.captions", "photo_caption", tagged.find_captions, "captions"),
    _rule("tagged.menus", "navigation", tagged.find_menus),
    _rule("tagged.links", "related_content", tagged.find_links, "related"),
    _rule("tagged.pointers", "related_content", tagged.find_pointers, "related"),
    _rule("tagged.related", "related_content", tagged.find_related, "related"),
    _rule("tagged.headings", "duplicate_headline", tagged.find_headings),
    _rule("tagged.boxes", "other", tagged.find_boxes),
    _rule("tagged.prompts", "call_to_action", tagged.find_prompts),
    _rule("tagged.authors", "byline", tagged.find_authors),
    _rule("tagged.comments", "comments", tagged.find_comments),
    _rule("furniture.above", "navigation", furniture.find_above),
    _rule("furniture.between", "navigation", furniture.find_between),
    _rule("furniture.menu", "navigation", furniture.find_menu),
    _rule("furniture.strange", "navigation", furniture.find_strange),
    _rule("furniture.repeated", "navigation", furniture.find_repeated),
    _rule("furniture.below", "navigation", furniture.find_below),
    _rule("furniture.crumbs", "navigation", furniture.find_crumbs),
    _rule("polls.questions", "navigation", polls.find),
    _rule("subjects.tags", "tags", subjects.find, "tags"),
    _rule("threads.comments", "comments", threads.find),
    _rule("skips.boxes", "related_content", skips.find),
    _rule("related.pairs", "related_content", related.find_pairs, "related"),
    _rule("related.aged", "related_content", related.find_aged, "related"),
    _rule("related.tickers", "related_content", related.find_tickers, "related"),
    _rule("related.tail", "related_content", related.find_tail, "related"),
    _rule("related.below", "related_content", related.find_below, "related"),
    _rule("related.rest", "related_content", related.find_rest, "related"),
    _rule("related.more", "related_content", related.find_more, "related"),
    _rule("related.glued", "related_content", related.find_glued, "related"),
    _rule("related.top", "related_content", related.find_top, "related"),
    _rule("related.box", "related_content", related.find_box, "related"),
    _rule("related.pasted", "related_content", related.find_pasted, "related"),
    _rule("repeats.paragraph", "duplicate_text", repeats.find),
)
