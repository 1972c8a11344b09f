"""WARC archives (ISO 28500): each page that a crawler was given is a document."""

from collections.abc import Iterator
from typing import Any, Final

from ingest.extras import need
from ingest.model import Document, Reject
from ingest.read.encoding import UndecodableError
from ingest.read.fields import Fields
from ingest.read.files import Source
from ingest.read.html import page_text
from ingest.sites import site_of

_PAGES: Final = ("text/html", "application/xhtml+xml")
LARGEST: Final = 50_000_000  # bytes of a response; larger ones are no pages


def read(source: Source, fields: Fields) -> Iterator[Document | Reject]:
    """The pages in an archive: responses of HTML with a status of success. Others are passed over: they hold no article.

    The id is the WARC record's, the URL the target's; when it was fetched is in the metadata as `warc_date`.
    """
    warc = need("fastwarc.warc", "warc", "WARC")
    responses = warc.ArchiveIterator(
        source.stream, record_types=warc.WarcRecordType.response, parse_http=True, auto_decode="all", max_content_length=LARGEST
    )
    for number, record in enumerate(responses, 1):
        headers = record.http_headers
        if headers is not None and (record.http_content_type or "") in _PAGES and 200 <= (headers.status_code or 0) < 300:
            yield _document(record, fields, source.name, number)


def _document(record: Any, fields: Fields, name: str, number: int) -> Document | Reject:
    data = record.reader.read()
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
    try:
        text, damaged = page_text(data, fields.encoding, record.http_charset)
    except UndecodableError as error:
        return Reject(name, number, f"{url or record.record_id}: {error}", data, "html")
    return Document(
        id=record.record_id.strip("<>").removeprefix("urn:uuid:"),
        text=text,
        url=url,
        site=site_of(url) if url else None,
        language=fields.fixed_language,
        metadata={"warc_date": record.headers.get("WARC-Date")},
        is_page=True,
        warnings=(damaged,) if damaged else (),
    )
