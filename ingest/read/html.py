"""A whole page of HTML: one document, whose article is found when it is cleaned."""

import codecs
import re
from collections.abc import Iterator
from typing import Final

from ingest.model import Document, Reject
from ingest.read.encoding import UndecodableError, decode, detect, is_damaged_utf8, without_tags
from ingest.read.fields import Fields, text_id
from ingest.read.files import Source, is_named, stem

_HEAD: Final = 4096  # bytes; browsers look in the first 1024, but some pages declare it late
_DECLARED: Final = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding=["']([\w.:-]{2,40})""", re.IGNORECASE
)
# What browsers read for a declared name (https://encoding.spec.whatwg.org/#names-and-labels), where it is another.
_MEANT: Final = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949",
}  # fmt: skip
_LOST: Final = "\ufffd"
# So many letters may be broken in a page that is read all the same: these, or this share of them.
_FEW: Final = 5
_FEW_OF: Final = 1 / 1000


def read(source: Source, fields: Fields) -> Iterator[Document | Reject]:
    """The document that a page is. Its id is the file's stem; from standard input or a pipe, a hash of the page."""
    data = source.stream.read()
    try:
        text, damaged = page_text(data, fields.encoding)
    except UndecodableError as error:
        yield Reject(source.name, None, str(error), data, "html")
        return
    yield Document(
        id=stem(source.name) if is_named(source.name) else text_id(text),
        text=text,
        language=fields.fixed_language,
        is_page=True,
        warnings=(damaged,) if damaged else (),
    )


def page_text(data: bytes, given: str | None = None, header: str | None = None) -> tuple[str, str | None]:
    """A page as text, and what is to be told of it: that some of its bytes were no letters.

    What is whole UTF-8 is read so whatever is declared, for nothing else looks like it. Then come the encoding in the
    `header` of the response and the one that the page declares, and at last detection. `given` goes before all.

    Raises:
        UndecodableError: it is in no encoding that can be told.
    """
    try:
        return decode(data, given), None
    except UndecodableError:
        if given:
            raise
        found = _DECLARED.search(data[:_HEAD])
        declared = [header, (found[1] or found[2]).decode("ascii") if found else None]
        names = [*filter(None, map(_known, declared)), "utf-8" if is_damaged_utf8(data) else detect(without_tags(data))]
        for name in filter(None, names):
            text = data.decode(name, "replace")
            lost = text.count(_LOST)
            if lost <= max(_FEW, len(text) * _FEW_OF):
                return text, f"the page has {lost} broken letters: it is not quite {name}" if lost else None
        raise


def _known(name: str | None) -> str | None:
    """The encoding that a declared name means, if there is one; UTF-8 is none, for as such the bytes have been tried."""
    try:
        found = codecs.lookup(name or "").name
    except LookupError:
        return None
    return None if found == "utf-8" else _MEANT.get(found, found)
