"""Records as JSON lines, and back."""

from collections.abc import Mapping
from typing import Any, TypeVar

from ingest.jsonlines import dumps, loads
from ingest.model import Cleaning, Record, Related, Removal

T = TypeVar("T")


def to_object(record: Record) -> dict[str, Any]:
    """The JSON object of a record, its keys in the documented order. `parent_id` is there only where there is one."""
    cleaning = record.cleaning
    found: dict[str, Any] = {"id": record.id}
    if record.parent_id is not None:
        found["parent_id"] = record.parent_id
    return found | {
        "url": record.url,
        "site": record.site,
        "title": record.title,
        "text": record.text,
        "language": record.language,
        "date_published": record.date_published,
        "authors": record.authors,
        "credits": record.credits,
        "tags": record.tags,
        "captions": record.captions,
        "related": [{"title": story.title, "text": story.text} for story in record.related],
        "metadata": record.metadata,
        "cleaning": {
            "status": cleaning.status,
            "rendered": cleaning.rendered,
            "rules": cleaning.rules,
            "input": cleaning.input,
            "removals": [
                {"start": r.start, "end": r.end, "label": r.label, "rule": r.rule, "to": r.to, "text": r.text}
                for r in cleaning.removals
            ],
            "warnings": cleaning.warnings,
        },
    }


def with_metadata(line: bytes, name: str, value: object) -> bytes:
    """A record's line with one more entry in its metadata."""
    found = loads(line)
    return dumps(found | {"metadata": {**found["metadata"], name: value}})


def from_object(found: Mapping[str, Any]) -> Record:
    """The record in a JSON object. What `restore` can do without may be missing.

    Raises:
        ValueError: it is not a record of this program; the message says what is missing.
    """
    try:
        cleaning = found["cleaning"]
        return Record(
            id=str(found["id"]),
            text=_typed(str, found, "text"),
            cleaning=Cleaning(
                status=cleaning["status"],
                rules=cleaning.get("rules", ""),
                input=_typed(str, cleaning, "input"),
                removals=tuple(map(_removal, cleaning["removals"])),
                warnings=tuple(cleaning.get("warnings", ())),
                rendered=cleaning.get("rendered", False),
            ),
            url=found.get("url"),
            site=found.get("site"),
            title=found.get("title"),
            language=found.get("language"),
            date_published=found.get("date_published"),
            authors=tuple(found.get("authors", ())),
            credits=tuple(found.get("credits", ())),
            tags=tuple(found.get("tags", ())),
            captions=tuple(found.get("captions", ())),
            related=tuple(Related(story["title"], story["text"]) for story in found.get("related", ())),
            metadata=found.get("metadata", {}),
            parent_id=found.get("parent_id"),
        )
    except KeyError as error:
        raise ValueError(f"not a record of ingest: it has no {error}") from None
    except (AttributeError, TypeError):
        raise ValueError("not a record of ingest: a field is of the wrong kind") from None


def _removal(found: Mapping[str, Any]) -> Removal:
    start, end = _typed(int, found, "start"), _typed(int, found, "end")
    return Removal(start, end, found["label"], found["rule"], found["to"], _typed(str, found, "text"))


def _typed(kind: type[T], found: Mapping[str, Any], name: str) -> T:
    value = found[name]
    if not isinstance(value, kind):
        raise TypeError(name)
    return value
