"""One document to one record: scan, settle what overlaps, cut, fill the fields, account for everything.

Cleaning runs in rounds until a round finds nothing more, each on what the one before has left. So what is noise only
once other noise is gone is found too, and cleaning a clean text changes nothing.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, Literal

from ingest import edit, mojibake
from ingest.extract import rendered
from ingest.fields import fields
from ingest.language import guess
from ingest.model import Cleaning, Document, Record, Removal, Span
from ingest.rulebook import Engine, Rules, shipped_rules
from ingest.scan import Claim, Stopped
from ingest.settle import Cut, labelled_lines, settle
from ingest.sites import host_of
from ingest.view import View

MOST_ROUNDS: Final = 8  # measured: news needs two; only made-up texts need more
# A text that loses more than this share of its words is suspect, unless what went is proved to be other stories.
IMPLAUSIBLE: Final = 0.5
_PROVED: Final = frozenset({"related_content", "title", "duplicate_headline", "duplicate_text", "markup"})


def clean(document: Document, rules: Rules | None = None, *, keep_title: bool = False) -> Record:
    """The record of a document: its own text, its fields, and the account of what was taken out.

    The text is the input with spans taken out, never respelled or reordered; `restore` gives the input back. Without
    `rules` the shipped packs are used. It raises nothing on any text.

    Args:
        keep_title: leave the headline in the text too.

    >>> record = clean(Document(id="a", text="![]()\\nأعلن الوزير خطة جديدة لدعم المزارعين في الجنوب."))
    >>> record.text, record.cleaning.removals[0].label
    ('أعلن الوزير خطة جديدة لدعم المزارعين في الجنوب.', 'markup')
    """
    rules = rules or shipped_rules()
    if document.is_page:
        document = _extracted(document, rules)
    garbled = mojibake.find(document.text)
    document = rendered(document)
    cuts, title, language, stopped = _find_cuts(document, rules)
    if keep_title:
        cuts = [cut for cut in cuts if cut.rule.label != "title"]
    spans = edit.grow(document.text, [cut.span for cut in cuts])
    removals = tuple(_removal(document.text, cut, span) for cut, span in zip(cuts, spans, strict=True))
    kept = edit.cut(document.text, spans)
    warnings = [*document.warnings, *([str(garbled)] if garbled else [])]
    warnings += [f"rule {name} was stopped: it ran too long" for name in sorted(stopped)]
    status: Literal["unchanged", "cleaned", "review"] = "cleaned" if removals else "unchanged"
    if doubt := document.doubt or _doubt(document.text, kept, cuts):
        status, kept = "review", document.text
        warnings.append(doubt)
    cleaning = Cleaning(
        status=status,
        rules=rules.digest,
        input=text_hash(document.text),
        removals=removals,
        warnings=tuple(warnings),
        rendered=document.rendered,
    )
    return _record(document, language, title, kept, cleaning)


def prepared(document: Document, rules: Rules) -> Document:
    """The document as cleaning sees it: of a page its article, of markup the text that it stands for, any other as it is."""
    return _extracted(document, rules) if document.is_page else rendered(document)


def _extracted(document: Document, rules: Rules) -> Document:
    from ingest.page import extracted  # most inputs hold no page

    return extracted(document, rules.of_pages)


def clean_all(documents: Iterable[Document], rules: Rules | None = None, *, keep_title: bool = False) -> Iterator[Record]:
    """The records of many documents, one at a time and in their order.

    >>> texts = ["أول خبر في هذا اليوم.", "ثاني خبر في هذا اليوم."]
    >>> [record.id for record in clean_all(Document(id=str(n), text=text) for n, text in enumerate(texts))]
    ['0', '1']
    """
    rules = rules or shipped_rules()
    for document in documents:
        yield clean(document, rules, keep_title=keep_title)


def split(record: Record) -> Iterator[Record]:
    """The record, and one more for each whole article that was pasted below it, with `parent_id`.

    Teasers stay in `related`: an article of its own has a headline and more than one paragraph.
    """
    stories = [story for story in record.related if story.title and "\n" in story.text.strip()]
    yield replace(record, related=tuple(story for story in record.related if story not in stories))
    for n, story in enumerate(stories, 1):
        yield Record(
            id=f"{record.id}#{n}",
            text=story.text,
            title=story.title,
            language=record.language,
            site=record.site,
            parent_id=record.id,
            cleaning=Cleaning("unchanged", rules=record.cleaning.rules, input=text_hash(story.text)),
        )


def _scope(document: Document) -> str | None:
    """The domain whose rules hold: the host where it belongs to the document's site, for that is the more telling."""
    host = host_of(document.url) if document.url else None
    return host if host and (not document.site or f".{host}".endswith(f".{document.site}")) else document.site


def _primary(language: str | None) -> str | None:
    """The language of a tag such as `ar-EG`, as packs name it."""
    return language.replace("_", "-").partition("-")[0].lower() if language else None


def text_hash(text: str) -> str:
    """The hash by which a record knows its input. Lone surrogates count as they are."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _find_cuts(document: Document, rules: Rules) -> tuple[list[Cut], str | None, str | None, set[str]]:
    """All that goes (sorted, disjoint, in the input's offsets), title and language if known, rules that were stopped."""
    cuts: list[Cut] = []
    title = document.title or None  # an empty field says nothing
    stopped: set[str] = set()
    rest = document
    language: str | None = None
    engines: set[Engine] = set()
    for _ in range(MOST_ROUNDS):
        # What was noise may have been in another language, so each round looks again.
        language = _primary(document.language) or guess(rest.text) or language or _primary(document.declared_language)
        engine = rules.engine(language, _scope(document))
        engines.add(engine)
        found = _round(rest, engine, stopped)
        if not found:
            break
        if title is None:
            title = next((rest.text[slice(*cut.span)] for cut in found if cut.rule.to == "title"), None)
        lift = edit.Lift(edit.grow(document.text, [cut.span for cut in cuts]))
        for span, rule, value in found:
            at = lift.pieces(value)[0] if value else None
            cuts += [Cut(piece, rule, at) for piece in lift.pieces(span)]
        cuts.sort(key=lambda cut: cut.span)
        rest = replace(
            rest, text=edit.cut(document.text, edit.grow(document.text, [cut.span for cut in cuts])), title=title, marks=()
        )
    for engine in engines:
        engine.scanner.tidy()
        engine.segmenter.tidy()
    return cuts, title, language, stopped


def _round(document: Document, engine: Engine, stopped: set[str]) -> list[Cut]:
    """What both passes find in a document: disjoint spans, sorted, in its own offsets."""
    if not document.text.strip():
        return []

    places, flat = engine.segmenter.cuts(document)
    view = View(document, places, flat=flat)
    claims: list[Claim] = []
    for passage in (1, 2):
        for finding in engine.scanner.scan(view, passage):
            if isinstance(finding, Stopped):
                stopped.add(finding.rule.id)
            else:
                claims.append(finding)
        if passage == 1:
            view = view.knowing(labelled_lines(view, settle(view, claims)))
    return settle(view, claims)


def _removal(text: str, cut: Cut, span: Span) -> Removal:
    value = text[slice(*(cut.value or cut.span))].strip()
    return Removal(*span, cut.rule.label, cut.rule.id, cut.rule.to, text[slice(*span)], value)


def _doubt(text: str, kept: str, cuts: list[Cut]) -> str | None:
    """Why a person should look at this cleaning, or None."""
    if cuts and not kept.strip():
        return "nothing would be left of the text"
    unproved = sum(len(text[slice(*cut.span)].split()) for cut in cuts if cut.rule.label not in _PROVED)
    # Line by line: the words of a large text would take several times its room.
    total = sum(len(line.split()) for line in text.split("\n"))
    if unproved > IMPLAUSIBLE * total and total > 60:
        return f"{unproved} of {total} words would go without strong evidence"
    return None


def _record(document: Document, language: str | None, title: str | None, text: str, cleaning: Cleaning) -> Record:
    return Record(
        id=document.id,
        url=document.url,
        site=document.site,
        title=title,
        text=text,
        language=language,
        metadata=document.metadata,
        cleaning=cleaning,
        **fields(document, () if cleaning.status == "review" else cleaning.removals),
    )
