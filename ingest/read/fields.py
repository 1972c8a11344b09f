"""Which field of an input record is what, and the document that it makes."""

import hashlib
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from ingest.jsonlines import dumps
from ingest.model import Document, Reject
from ingest.sites import site_of

MOST_NESTED: Final = 200  # orjson writes 254 levels, and a record adds some of its own
# Three-letter codes (ISO 639-3, and what web corpora write) of the languages that there are packs for.
_LANGUAGES: Final = {
    "ara": "ar", "arb": "ar", "deu": "de", "ger": "de", "eng": "en", "spa": "es", "fas": "fa", "per": "fa", "pes": "fa",
    "fra": "fr", "fre": "fr", "heb": "he", "iw": "he", "ita": "it", "por": "pt", "rus": "ru", "tur": "tr", "urd": "ur",
}  # fmt: skip


class Fields(NamedTuple):
    """The names of the fields in the input, and what the user has fixed for all of it."""

    text: str = "text"
    title: str = "title"
    id: str = "id"
    url: str = "url"
    language: str = "language"
    site: str = "site"
    html: str | None = None  # the field that holds a whole page, in place of a text
    encoding: str | None = None
    fixed_language: str | None = None


class FieldError(ValueError):
    """A record that is no document; the message says why."""


def to_document(record: Mapping[str, Any], fields: Fields) -> Document:
    """The document in a record. Fields that are not named pass through in `metadata`, and so do named ones of a wrong kind.

    An object that is already called `metadata` is opened, so that records can be cleaned again without nesting; where
    that would lose one of two fields of the same name it is passed through as it is.

    Raises:
        FieldError: there is no text in it, or more nesting than any reader of the record could take.

    >>> to_document({"text": "a", "url": "https://news.example.co.uk/1", "x": 2}, Fields()).site
    'example.co.uk'
    >>> to_document({"text": "a", "metadata": {"x": 1}, "title": ["b"]}, Fields()).metadata
    {'x': 1, 'title': ['b']}
    """
    body = fields.html or fields.text
    if body not in record:
        raise FieldError(f"no field {body!r}; {_names(record)} (see --{'html' if fields.html else 'text'}-field)")
    text = record[body]
    if not isinstance(text, str):
        raise FieldError(f"the field {body!r} is {_kind(text)}, not text")
    known = {name: as_text(record.get(name)) for name in (fields.title, fields.id, fields.url, fields.language, fields.site)}
    language = fields.fixed_language or language_code(known[fields.language] or "")
    used = {body} | {name for name, value in known.items() if value or record.get(name) in (None, "")}
    if known[fields.language] != language:
        used.discard(fields.language)
    url = known[fields.url]
    return Document(
        id=known[fields.id] or text_id(text),
        text=text,
        title=known[fields.title],
        url=url,
        site=known[fields.site] or (site_of(url) if url else None),
        language=language,
        metadata=_metadata({name: value for name, value in record.items() if name not in used}),
        is_page=fields.html is not None,
    )


def read_record(record: Mapping[str, Any], fields: Fields, file: str, line: int | None = None) -> Document | Reject:
    """The document in a record, or why there is none in it; the reject carries the record as a line of JSON."""
    try:
        return to_document(record, fields)
    except FieldError as error:
        return Reject(file, line, str(error), dumps(record).rstrip(b"\n"), "jsonl")


def language_code(name: str) -> str | None:
    """The code by which packs know a language, from a tag such as `ar-EG`, `ara` or `arb_Arab`; None for anything else.

    >>> language_code("ar-EG"), language_code("arb_Arab"), language_code("Arabic")
    ('ar', 'ar', None)
    """
    code = name.replace("_", "-").split("-")[0].lower()
    code = _LANGUAGES.get(code, code)
    return code if code.isascii() and code.isalpha() and len(code) in (2, 3) else None


def _metadata(rest: dict[str, Any]) -> dict[str, Any]:
    """What is passed through."""
    if _is_deep(rest):
        raise FieldError(f"its fields are nested more than {MOST_NESTED} deep")
    if rest.get("metadata", ...) is None:
        del rest["metadata"]
    inner = rest.get("metadata")
    if not isinstance(inner, dict) or any(name in rest for name in inner):
        return rest
    return inner | {name: value for name, value in rest.items() if name != "metadata"}


def _is_deep(value: object) -> bool:
    """Whether a value nests too deeply to be written again."""
    level = [value]
    for _ in range(MOST_NESTED):
        parts = [part.values() if isinstance(part, dict) else part for part in level if isinstance(part, dict | list)]
        level = [inner for part in parts for inner in part]
        if not level:
            return False
    return True


def text_id(text: str) -> str:
    """The id of a document that has none: the first 16 digits of its text's SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def as_text(value: object) -> str | None:
    """A field that should be text: numbers are spelled out, anything else and the empty text are nothing."""
    if isinstance(value, str):
        return value.strip() or None
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _names(record: Mapping[str, Any]) -> str:
    """The fields that there are, as many as a line can take."""
    names = [repr(name[:40]) for name, _ in zip(record, range(8), strict=False)]
    more = f" and {len(record) - 8} more" if len(record) > 8 else ""
    return f"the fields are {', '.join(names)}{more}" if names else "it has no fields"


def _kind(value: object) -> str:
    names = {type(None): "null", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), type(value).__name__)
