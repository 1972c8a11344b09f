"""A step for datatrove: between its readers and writers, `CleanStep()`."""

from typing import Any

from datatrove.pipeline.base import PipelineStep

from ingest.jsonlines import loads
from ingest.model import Reject
from ingest.read.fields import Fields, read_record
from ingest.rulebook import load_rules
from ingest.work import start


class CleanStep(PipelineStep):  # type: ignore[misc]
    """Cleans documents: their `id` stays, `text` is the article, and what a record has besides is added to `metadata`.

    A document that cannot be cleaned goes on as it is, with the reason in `metadata["rejected"]`.

    Args:
        rules: packs or folders of packs, over the shipped ones.
        fields: which of the metadata are a title, a URL and so on.
    """

    name = "ingest"
    type = "🧹 - CLEANER"

    def __init__(self, *rules: str, fields: Fields | None = None) -> None:
        super().__init__()
        self._paths = rules
        self._fields = fields or Fields()

    def run(self, data: Any, rank: int = 0, world_size: int = 1) -> Any:  # noqa: ARG002 - datatrove's names
        """The documents, cleaned one by one."""
        work = start(lambda: load_rules(*self._paths))
        for document in data or ():
            with self.track_time():
                given = document.metadata | {self._fields.text: document.text, self._fields.id: document.id}
                found = work(read_record(given, self._fields, document.id))
                if isinstance(found, Reject):
                    document.metadata["rejected"] = found.reason
                    self.stat_update("rejected")
                else:
                    record = loads(found.lines[0])
                    document.text = record["text"]
                    document.metadata |= {name: record[name] for name in record.keys() - {"id", "text", "metadata"}}
                    self.stat_update(found.status)
            yield document
