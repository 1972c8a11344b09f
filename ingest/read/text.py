"""A text file: one document."""

from collections.abc import Iterator

from ingest.model import Document, Reject
from ingest.read.encoding import UndecodableError, decode
from ingest.read.fields import Fields, text_id
from ingest.read.files import Source, is_named, stem


def read(source: Source, fields: Fields) -> Iterator[Document | Reject]:
    """The document that a text file is. Its id is the file's stem; from standard input or a pipe, a hash of the text."""
    data = source.stream.read()
    try:
        text = decode(data, fields.encoding)
    except UndecodableError as error:
        yield Reject(source.name, None, str(error), data, "text")
        return
    yield Document(id=stem(source.name) if is_named(source.name) else text_id(text), text=text, language=fields.fixed_language)
