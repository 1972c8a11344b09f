"""A step for Ray Data: `dataset.map_batches(CleanStep, batch_format="pyarrow", concurrency=4)`."""

from typing import TYPE_CHECKING

from ingest.arrow import clean_table
from ingest.read.fields import Fields
from ingest.rulebook import load_rules

if TYPE_CHECKING:
    import pyarrow


class CleanStep:
    """Cleans batches of documents; an actor makes one and keeps it. Needs nothing of Ray itself.

    Args:
        rules: packs or folders of packs, over the shipped ones.
        fields: what the columns are called.
        split: make records of second articles that were pasted below.
    """

    def __init__(self, *rules: str, fields: Fields | None = None, split: bool = False) -> None:
        self._rules = load_rules(*rules)
        self._fields = fields or Fields()
        self._split = split

    def __call__(self, batch: "pyarrow.Table") -> "pyarrow.Table":
        """The records of a batch (see `arrow.clean_table`)."""
        return clean_table(batch, self._rules, self._fields, split=self._split)
