"""A whole run on one machine: inputs in, records and rejects out, a summary at the end."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO, Final

from ingest.clean import Rules, clean, split, text_hash
from ingest.edit import restore
from ingest.model import Document, Record, Reject
from ingest.mojibake import repaired
from ingest.read import read
from ingest.read.encoding import lines
from ingest.read.fields import Fields
from ingest.read.files import READ_ERRORS, opened, why
from ingest.read.jsonl import parse
from ingest.write import jsonl

PROGRESS_EVERY: Final = 50  # documents: asking for the place in the file takes time


@dataclass
class Summary:
    """What a run did. Characters are code points of the texts."""

    documents: int = 0
    changed: int = 0
    review: int = 0
    rejected: int = 0
    chars_in: int = 0
    chars_out: int = 0
    seconds: float = 0.0
    labels: Counter[str] = field(default_factory=Counter)

    def count(self, record: Record) -> None:
        """Take one cleaned document into account."""
        self.documents += 1
        self.chars_in += len(record.text)
        self.chars_out += len(record.text)
        self.review += record.cleaning.status == "review"  # its removals are proposals
        if record.cleaning.status == "cleaned":
            self.changed += 1
            self.chars_in += sum(removal.end - removal.start for removal in record.cleaning.removals)
            self.labels.update(removal.label for removal in record.cleaning.removals)

    def line(self) -> str:
        """The summary on one line.

        >>> Summary(documents=2, changed=1, chars_in=900, chars_out=800).line()
        'documents 2, changed 1, to review 0, rejected 0, characters in 900, out 800, seconds 0.0'
        """
        return (
            f"documents {self.documents}, changed {self.changed}, to review {self.review}, rejected {self.rejected}, "
            f"characters in {self.chars_in}, out {self.chars_out}, seconds {self.seconds:.1f}"
        )


def documents(
    names: Iterable[str], form: str | None, fields: Fields, progress: Callable[[int], None] = lambda _: None
) -> Iterator[Document | Reject]:
    """Everything in the inputs, one at a time. `progress` is told how many bytes of all inputs have been read.

    An input that cannot be opened, or breaks off in the middle (a damaged archive), is a reject, behind what came before.
    """
    done = 0
    for name in names:
        try:
            with opened(name, form) as source:
                tell = source.raw.tell if source.raw.seekable() else int
                for number, item in enumerate(read(source, fields)):
                    yield item
                    if number % PROGRESS_EVERY == 0:
                        progress(done + tell())
                done += tell()
        except READ_ERRORS as error:
            yield Reject(name, None, f"reading stopped: {why(error)}", b"")
        progress(done)


def clean_to(
    items: Iterable[Document | Reject],
    rules: Rules,
    out: IO[bytes],
    reject: Callable[[Reject], None],
    *,
    as_text: bool = False,
    split_articles: bool = False,
    keep_title: bool = False,
    repair_encoding: bool = False,
) -> Summary:
    """Clean all documents into a stream, hand rejects on, and say what was done."""
    summary, start = Summary(), time.perf_counter()
    between = b""
    for item in items:
        if isinstance(item, Reject):
            result: Record | Reject = item
        else:
            result = _cleaned(repaired(item) if repair_encoding else item, rules, keep_title=keep_title)
        if isinstance(result, Reject):
            summary.rejected += 1
            reject(result)
            continue
        summary.count(result)
        for record in split(result) if split_articles else (result,):
            out.write(between + _as_text(record) if as_text else jsonl.dumps(jsonl.to_object(record)))
            between = b"\n"
    summary.seconds = time.perf_counter() - start
    return summary


def originals(names: Iterable[str]) -> Iterator[Document | Reject]:
    """The inputs that records were made from, each checked against the hash that its record carries.

    Articles that were split off are passed over: the input they stood in has them.
    """
    for name in names:
        try:
            with opened(name, "jsonl") as source:
                for number, line in enumerate(lines(source.stream), 1):
                    if line.strip():
                        yield from _original(name, number, line)
        except READ_ERRORS as error:
            yield Reject(name, None, f"reading stopped: {why(error)}", b"")


def _cleaned(document: Document, rules: Rules, *, keep_title: bool) -> Record | Reject:
    try:
        record = clean(document, rules, keep_title=keep_title)
    except Exception as error:  # noqa: BLE001 - no fault of ours may end a run of a million documents
        reason = f"the document {document.id} made the program fail, please report it: {type(error).__name__}: {error}"
        return Reject(document.id, None, reason, document.text.encode("utf-8", "surrogatepass"))
    if document.is_page and not record.text.strip():
        return Reject(document.id, None, record.cleaning.warnings[-1], document.text.encode("utf-8", "surrogatepass"))
    return record


def _original(name: str, number: int, line: bytes) -> Iterator[Document | Reject]:
    try:
        record = jsonl.from_object(parse(line))
    except ValueError as error:
        yield Reject(name, number, str(error), line)
        return
    if record.parent_id is not None:
        return
    text = restore(record)
    if text_hash(text) == record.cleaning.input:
        yield Document(id=record.id, text=text)
    else:
        yield Reject(name, number, f"the record {record.id} was changed: it does not give the text that was cleaned", line)


def _as_text(record: Record) -> bytes:
    """The text alone, with a line end. Lone surrogates, which UTF-8 cannot hold, are spelled out."""
    text = record.text if record.text.endswith("\n") or not record.text else record.text + "\n"
    return text.encode("utf-8", "backslashreplace")
