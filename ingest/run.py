"""A whole run on one machine: inputs in, records and rejects out, in the order of the inputs, however many processes work."""

import hashlib
import json
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, nullcontext
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final, Literal

from ingest.cleaning import text_hash
from ingest.duplicates import Seen
from ingest.edit import restore
from ingest.jsonlines import dumps
from ingest.model import Document, Reject
from ingest.pool import PATIENCE, spread
from ingest.read import read, read_records
from ingest.read.fields import Fields
from ingest.read.files import READ_ERRORS, opened, why
from ingest.rulebook import Rules
from ingest.work import Outcome, lost
from ingest.write import rejects
from ingest.write.jsonl import from_object, with_metadata
from ingest.write.spool import Spool
from ingest.write.texts import text_of

PROGRESS_EVERY: Final = 50  # documents: asking for the place in the file takes time
SAVE_EVERY: Final = 0.5  # seconds of work that a run which is cut off may lose
_BATCH: Final = 64  # documents
_BATCH_SIZE: Final = 1_000_000  # code points

Start = Callable[[], Callable[[Document | Reject], Outcome | Reject]]
Duplicates = Literal["flag", "drop"]


@dataclass
class Summary:
    """What a run did. Characters are code points of the texts."""

    documents: int = 0
    changed: int = 0
    review: int = 0
    duplicates: int = 0
    rejected: int = 0
    chars_in: int = 0
    chars_out: int = 0
    seconds: float = 0.0
    labels: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.labels = Counter(self.labels)

    def count(self, outcome: Outcome | Reject) -> None:
        """Take one item into account."""
        if isinstance(outcome, Reject):
            self.rejected += 1
            return
        self.documents += 1
        self.chars_in += outcome.chars_in
        self.chars_out += outcome.chars_out
        self.review += outcome.status == "review"  # its removals are proposals
        self.changed += outcome.status == "cleaned"
        self.labels.update(outcome.labels)

    def add(self, other: "Summary") -> None:
        """Take into account what another run did."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    def entry(self) -> dict[str, Any]:
        """The summary as JSON has it; `Summary(**entry)` is the same again."""
        return vars(self) | {"labels": dict(self.labels)}

    def line(self) -> str:
        """The summary on one line.

        >>> Summary(documents=2, changed=1, chars_in=900, chars_out=800).line()
        'documents 2, changed 1, to review 0, rejected 0, characters in 900, out 800, seconds 0.0'
        """
        duplicates = f"duplicates {self.duplicates}, " if self.duplicates else ""
        return (
            f"documents {self.documents}, changed {self.changed}, to review {self.review}, {duplicates}rejected {self.rejected}, "
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


def outcomes(
    items: Iterable[Document | Reject], start: Start, workers: int, patience: float = PATIENCE, *, apart: bool = False
) -> Iterator[Outcome | Reject]:
    """What became of each item, in their order: worked on here, or by processes where there are more than a few.

    Processes have `patience` for so many seconds with what they work on; here nobody could stop it. Where it is to be `apart`, a
    single worker is a process too: one that an item can kill without ending the run.
    """
    items = iter(items)
    few = [*islice(items, _BATCH)] if workers > 1 or apart else []
    if len(few) < _BATCH:
        yield from map(start(), chain(few, items))
    else:
        yield from spread(_batches(chain(few, items)), start, lost, workers, patience)


def _batches(items: Iterable[Document | Reject]) -> Iterator[list[Document | Reject]]:
    batch: list[Document | Reject] = []
    size = 0
    for item in items:
        batch.append(item)
        size += _size(item)
        if len(batch) == _BATCH or size >= _BATCH_SIZE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _size(item: Document | Reject) -> int:
    """Roughly how many code points an item carries to a process and back: its text, and the fields that come along."""
    if isinstance(item, Reject):
        return len(item.input)
    return len(item.text) + sum(len(value) for value in item.metadata.values() if isinstance(value, str))


def stream(
    found: Iterable[Outcome | Reject],
    write: Callable[[bytes], object],
    reject: Callable[[Reject], object],
    *,
    as_text: bool,
    duplicates: Duplicates | None = None,
    tell: Callable[[Summary], None] = lambda _: None,
) -> Summary:
    """Write records as they come, hand rejects on, and say what was done. Nothing is kept to go on from."""
    summary, began, between = Summary(), time.perf_counter(), b""
    with closing(Seen(None)) if duplicates else nullcontext() as seen:
        for number, outcome in enumerate(found):
            summary.count(outcome)
            if isinstance(outcome, Reject):
                reject(outcome)
            else:
                for line in _marked(outcome, number, 0, seen, summary, duplicates):
                    write(between + text_of(line) if as_text else line)
                    between = b"\n"
            summary.seconds = time.perf_counter() - began
            tell(summary)
    return summary


def spool(
    found: Callable[[int], Iterable[Outcome | Reject]],
    files: Spool,
    run: str,
    *,
    resume: bool = False,
    duplicates: Duplicates | None = None,
    tell: Callable[[Summary], None] = lambda _: None,
) -> tuple[Summary, list[tuple[int, list[str]]]]:
    """Write records and rejects to the files of a run that can be resumed, and the journal every so often.

    Args:
        found: gives what became of the items, from the one with this number on.
        files: where to.
        run: what names the run (see `fingerprint`).
        resume: go on where the journal ends.
        duplicates: what is done with stories that were seen before.
        tell: is told how far the run is.

    Returns:
        What was done, the time of earlier parts included; and for each record whose copies were dropped its line and their ids.
    """
    entry = files.open(run, resume=resume)
    summary = Summary(**entry.get("summary", {}))
    done, lines, earlier = entry.get("items", 0), entry.get("lines", 0), summary.seconds
    began = saved = time.monotonic()
    with closing(Seen(files.seen, done)) if duplicates else nullcontext() as seen:

        def save(*, finished: bool = False) -> None:
            if seen:
                seen.save()
            files.save({"run": run, "items": done, "lines": lines, "finished": finished, "summary": summary.entry()})

        for outcome in found(done) if not entry.get("finished") else ():
            summary.count(outcome)
            if isinstance(outcome, Reject):
                files.write("rejects", dumps(rejects.to_object(outcome)))
            else:
                for line in _marked(outcome, done, lines, seen, summary, duplicates):
                    files.write("records", line)
                    lines += 1
            done += 1
            now = time.monotonic()
            summary.seconds = earlier + now - began
            if now - saved >= SAVE_EVERY:
                save()
                saved = now
            tell(summary)
        save(finished=True)
        return summary, [*seen.copies()] if seen and duplicates == "drop" else []


def _marked(
    outcome: Outcome, number: int, line: int, seen: Seen | None, summary: Summary, duplicates: Duplicates | None
) -> Iterable[bytes]:
    """The lines of a document that are to be written: none of a copy that is dropped, a mark in one that is flagged."""
    if seen is None or outcome.signature is None:
        return outcome.lines
    original = seen.first(number, line, outcome.id, outcome.signature)
    if original is None:
        return outcome.lines
    summary.duplicates += 1
    if duplicates == "drop":
        return ()
    return [with_metadata(outcome.lines[0], "duplicate_of", original), *outcome.lines[1:]]


def fingerprint(names: Iterable[str], rules: Rules, *options: object) -> str:
    """What names a run: the same inputs, rules and options give the same records."""
    from ingest.version import __version__

    sizes = [[name, Path(name).stat().st_size if Path(name).is_file() else None] for name in names]
    text = json.dumps([__version__, rules.digest, sizes, options], default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def originals(names: Iterable[str]) -> Iterator[Document | Reject]:
    """The inputs that records were made from, each checked against the hash that its record carries.

    Articles that were split off are passed over: the input they stood in has them.
    """
    for name in names:
        try:
            with opened(name) as source:
                for number, found in read_records(source):
                    yield from _original(name, number, found)
        except READ_ERRORS as error:
            yield Reject(name, None, f"reading stopped: {why(error)}", b"")


def _original(name: str, number: int, found: dict[str, Any] | Reject) -> Iterator[Document | Reject]:
    if isinstance(found, Reject):
        yield found
        return
    try:
        record = from_object(found)
    except ValueError as error:
        yield Reject(name, number, str(error), dumps(found))
        return
    if record.parent_id is not None:
        return
    text = restore(record)
    if text_hash(text) == record.cleaning.input:
        yield Document(id=record.id, text=text)
    else:
        reason = f"the record {record.id} was changed: it does not give the text that was cleaned"
        yield Reject(name, number, reason, dumps(found))
