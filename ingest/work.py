"""What is done with one item of a run, in whichever process: cleaned, written down, signed; or rejected with a reason."""

import gc
from collections import Counter
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from ingest.cleaning import clean, split
from ingest.duplicates import Signature, signature
from ingest.jsonlines import dumps
from ingest.model import Document, Record, Reject
from ingest.mojibake import repaired
from ingest.rulebook import Rules, load_rules
from ingest.write.jsonl import to_object


class Outcome(NamedTuple):
    """A document that was cleaned.

    Attributes:
        id: the document's.
        lines: its record as a line of JSON, and those of articles that were split off.
        status: that of its cleaning.
        chars_in: code points of the text that was cleaned.
        chars_out: code points that are left.
        labels: how many removals each label has.
        signature: what the text is known by, where duplicates are looked for.
        warnings: those of its cleaning.
    """

    id: str
    lines: tuple[bytes, ...]
    status: str
    chars_in: int
    chars_out: int
    labels: Mapping[str, int]
    signature: Signature | None = None
    warnings: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def rules_of(paths: tuple[Path, ...], *, with_shipped: bool) -> Rules:
    """The rules of a run, loaded once a process. The process is ours: what it holds by now stays, and is no longer looked through
    for garbage, which takes a tenth of the time that cleaning takes.
    """
    rules = load_rules(*paths, shipped=with_shipped)
    gc.freeze()
    return rules


def start(
    load: Callable[[], Rules],
    *,
    split_articles: bool = False,
    keep_title: bool = False,
    repair_encoding: bool = False,
    sign: bool = False,
) -> Callable[[Document | Reject], Outcome | Reject]:
    """The function that works on an item, with rules that are loaded once.

    Args:
        load: gives the rules; where the function is to be made in another process, it is pickled.
        split_articles: make records of articles that were pasted below.
        keep_title: leave the headline in the text too.
        repair_encoding: read Arabic right that was decoded by the wrong table.
        sign: say what each text is known by.
    """
    rules = load()

    def work(item: Document | Reject) -> Outcome | Reject:
        if isinstance(item, Reject):
            return item
        try:
            record = clean(repaired(item) if repair_encoding else item, rules, keep_title=keep_title)
            if item.is_page and not record.text.strip():
                return lost(item, record.cleaning.warnings[-1])
            return _outcome(record, split_articles=split_articles, sign=sign)
        except Exception as error:  # noqa: BLE001 - no fault of ours may end a run of a million documents
            return lost(item, f"it made the program fail, please report it: {type(error).__name__}: {error}")

    return work


def lost(item: Document | Reject, why: str) -> Reject:
    """The reject of a document that could not be cleaned: the document itself, as a line of JSON that can be read again."""
    if isinstance(item, Reject):
        return item
    given = {"id": item.id, "url": item.url, "site": item.site, "title": item.title, "language": item.language}
    known = {name: value for name, value in given.items() if value is not None}
    whole = known | {"html" if item.is_page else "text": item.text} | {"metadata": item.metadata}
    return Reject(item.id, None, f"the document {item.id}: {why}", dumps(whole).rstrip(b"\n"), "document")


def _outcome(record: Record, *, split_articles: bool, sign: bool) -> Outcome:
    removals = record.cleaning.removals if record.cleaning.status == "cleaned" else ()
    records = split(record) if split_articles else (record,)
    return Outcome(
        record.id,
        tuple(dumps(to_object(each)) for each in records),
        record.cleaning.status,
        len(record.text) + sum(removal.end - removal.start for removal in removals),
        len(record.text),
        Counter(removal.label for removal in removals),
        signature(record.text) if sign else None,
        record.cleaning.warnings,
    )
