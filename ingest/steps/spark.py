"""A step for Spark: `frame.mapInArrow(cleaner(), output_columns())`."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ingest.arrow import clean_table, output_schema
from ingest.extras import need
from ingest.read.fields import Fields
from ingest.rulebook import Rules, load_rules

if TYPE_CHECKING:
    import pyarrow

Batches = Iterator["pyarrow.RecordBatch"]


def cleaner(*rules: str, fields: Fields | None = None, split: bool = False) -> Callable[[Batches], Batches]:
    """The function that cleans the batches of a partition; each executor loads the rules once.

    Args:
        rules: packs or folders of packs, over the shipped ones; the executors must be able to read them.
        fields: what the columns are called.
        split: make records of second articles that were pasted below.
    """

    def clean_batches(batches: Batches) -> Batches:
        loaded = _loaded(rules)
        for batch in batches:
            yield from clean_table(batch, loaded, fields or Fields(), split=split).to_batches()

    return clean_batches


def output_columns() -> Any:
    """The columns of the records, as Spark writes them."""
    return need("pyspark.sql.pandas.types", "spark", "Spark").from_arrow_schema(output_schema())


@lru_cache(maxsize=1)
def _loaded(rules: tuple[str, ...]) -> Rules:
    return load_rules(*rules)
