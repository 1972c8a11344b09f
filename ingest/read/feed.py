"""RSS, Atom, RDF and JSON Feed: one document an item."""

import codecs
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, Final

import orjson

from ingest.dates import parse_date
from ingest.extract import plain, rendered
from ingest.jsonlines import dumps
from ingest.language import guess
from ingest.model import Document, Reject
from ingest.read.encoding import UndecodableError, decode, detect, is_damaged_utf8, without_tags
from ingest.read.fields import Fields, as_text, language_code, text_id
from ingest.read.files import Source
from ingest.sites import site_of

_DECLARED: Final = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']""")
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_LOST: Final = "\ufffd"  # what stands for a byte that was no letter
_HEADERS: Final = {"content-type": "text/xml; charset=utf-8"}
_PASSED: Final = ("published", "updated", "summary", "comments", "rights")


def read(source: Source, fields: Fields) -> Iterator[Document | Reject]:
    """The items of a feed as documents, in their order; items without a text, or with broken letters, are rejects.

    The whole feed is in memory: feeds hold some dozens of items, and broken XML cannot be read in pieces.
    """
    data = source.stream.read()
    try:
        text = _text(data, fields.encoding)
    except UndecodableError as error:
        yield Reject(source.name, None, str(error), data, "feed")
        return
    entries = _json_entries(text) if text.lstrip().startswith("{") else _xml_entries(text)
    if isinstance(entries, str):
        yield Reject(source.name, None, entries, data, "feed")
        return
    for number, entry in enumerate(entries, 1):
        yield _document(entry, fields, source.name, number)


def _text(data: bytes, given: str | None) -> str:
    """The feed as text. A feed with a few broken bytes is read with marks in their place, for the other items' sake."""
    found = _DECLARED.match(data)
    declared = given or (found[1].decode("ascii") if found else None)
    with suppress(LookupError, UndecodableError):
        if declared and codecs.lookup(declared).name != "utf-8":
            return decode(data, declared)
    try:
        return decode(data, given)
    except UndecodableError:
        if given:
            raise
        if is_damaged_utf8(data):
            return data.decode("utf-8-sig", "replace")
        if name := detect(without_tags(data)):
            return data.decode(name)
        raise


def _xml_entries(text: str) -> list[dict[str, Any]] | str:
    """What an RSS, Atom or RDF feed has in it, each item under names of its own; or why it has nothing."""
    import feedparser

    if not text.strip():
        return "not a feed: it is empty"
    # The bytes are UTF-8 now, whatever was declared; and markup stays, for it tells menus and captions from prose.
    body = _DECLARATION.sub("", text).encode("utf-8", "surrogatepass")
    try:
        feed = feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False, response_headers=_HEADERS)
    except Exception as error:  # noqa: BLE001 - what its readers stumble over in one feed must not end a run
        return f"not a feed that can be read: {type(error).__name__}: {error}"
    if not feed.entries:
        return "a feed without items" if feed.version else f"not a feed{_why(feed)}"
    language = feed.feed.get("language")
    return [_xml_entry(entry, language) for entry in feed.entries]


def _xml_entry(entry: Mapping[str, Any], language: str | None) -> dict[str, Any]:
    """An item of an XML feed under our names; the whole body goes before its summary."""
    bodies = [part.get("value", "") for part in entry.get("content", ())]
    summary = entry.get("summary", "")
    rest = [name for name in _PASSED if name in entry and (name != "summary" or any(bodies))]
    names = [author.get("name") for author in entry.get("authors", ())] or [entry.get("author")]
    return {
        "title": entry.get("title"),
        "body": max(bodies, key=len, default="") or summary,
        "url": entry.get("link"),
        "id": entry.get("id"),
        "dates": [(entry[name], entry.get(f"{name}_parsed")) for name in ("published", "updated", "created") if name in entry],
        "authors": names,
        "tags": [tag.get("term") for tag in entry.get("tags", ())],
        "language": language,
        "rest": {name: entry[name] for name in rest if isinstance(entry[name], str)},
    }


def _json_entries(text: str) -> list[dict[str, Any]] | str:
    """What a JSON Feed has in it (https://www.jsonfeed.org/version/1.1/), or why it has nothing."""
    try:
        feed = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        return f"not JSON: {error.msg}"
    items = feed.get("items")
    if not isinstance(items, list) or not items:
        return "a feed without items"
    return [_json_entry(item, feed.get("language")) for item in items if isinstance(item, dict)]


def _json_entry(item: Mapping[str, Any], language: object) -> dict[str, Any]:
    """The same of an item of a JSON Feed, whose values may be of any kind."""
    bodies = map(as_text, (item.get("content_html"), item.get("content_text"), item.get("summary")))
    authors = [*_list(item.get("authors")), item.get("author")]
    rest = ("date_published", "date_modified", "summary")
    return {
        "title": as_text(item.get("title")),
        "body": next(filter(None, bodies), ""),
        "url": as_text(item.get("url")) or as_text(item.get("external_url")),
        "id": as_text(item.get("id")),
        "dates": [(item.get(name), None) for name in ("date_published", "date_modified")],
        "authors": [author.get("name") for author in authors if isinstance(author, dict)],
        "tags": _list(item.get("tags")),
        "language": as_text(item.get("language")) or as_text(language),
        "rest": {name: item[name] for name in rest if isinstance(item.get(name), str)},
    }


def _document(entry: Mapping[str, Any], fields: Fields, name: str, number: int) -> Document | Reject:
    title = plain(entry["title"] or "").strip() or None
    seen = dumps({"id": entry["id"], "url": entry["url"], "title": title, "text": entry["body"]}).rstrip(b"\n")
    if _LOST in entry["body"] or _LOST in (title or ""):
        return Reject(name, number, f"item {number}: broken UTF-8 in it", seen, "document")
    found = rendered(Document(id="", text=entry["body"].strip()))
    if not found.text.strip():
        return Reject(name, number, f"item {number}: no text in it", seen, "document")
    url = entry["url"] or None
    return Document(
        id=entry["id"] or url or text_id(found.text),
        text=found.text,
        title=title,
        url=url,
        site=site_of(url) if url else None,
        # Feeds of a site's software say `en-US` until somebody changes it; what the text is in goes before.
        language=fields.fixed_language or guess(found.text) or language_code(entry["language"] or ""),
        metadata=entry["rest"],
        rendered=found.rendered,
        marks=found.marks,
        date_published=_day(entry["dates"]),
        authors=_distinct(entry["authors"]),
        tags=_distinct(entry["tags"]),
    )


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _day(dates: Iterable[tuple[Any, Any]]) -> str | None:
    """The day as printed, where that can be read, else the one that the feed's reader made of it; the first that there is."""
    for printed, parsed in dates:
        day = parse_date(printed) if isinstance(printed, str) else None
        if day:
            return day.isoformat()
        if parsed and 1990 <= parsed.tm_year < 2100:
            return f"{parsed.tm_year:04}-{parsed.tm_mon:02}-{parsed.tm_mday:02}"
    return None


def _distinct(values: Iterable[Any]) -> tuple[str, ...]:
    texts = (plain(value).strip() for value in values if isinstance(value, str))
    return tuple(dict.fromkeys(filter(None, texts)))


def _why(feed: Mapping[str, Any]) -> str:
    """What the XML parser stumbled over, if it did, behind a colon."""
    error = feed.get("bozo_exception")
    return f": {getattr(error, 'getMessage', error.__str__)()}" if error else ""
