"""An item pipeline for Scrapy: `ITEM_PIPELINES = {"ingest.steps.scrapy.CleanPipeline": 300}`."""

from typing import Any

from itemadapter import ItemAdapter
from scrapy.exceptions import DropItem

from ingest.jsonlines import loads
from ingest.model import Reject
from ingest.read.fields import Fields, read_record
from ingest.rulebook import load_rules
from ingest.work import start


class CleanPipeline:
    """Cleans items that have a `text`, or a whole page under `html`, and adds the fields of the record to them.

    Settings: `INGEST_RULES`, a list of packs over the shipped ones; `INGEST_HTML_FIELD` (`html`), where a page is.
    """

    def __init__(self, rules: list[str], html: str) -> None:
        self._work = start(lambda: load_rules(*rules))
        self._html = html

    @classmethod
    def from_crawler(cls, crawler: Any) -> "CleanPipeline":
        """The pipeline as the settings of a crawl have it."""
        return cls(crawler.settings.getlist("INGEST_RULES"), crawler.settings.get("INGEST_HTML_FIELD", "html"))

    def process_item(self, item: Any) -> Any:
        """The item with its article under `text`. Raises DropItem: there is none in it; the message says why."""
        adapter = ItemAdapter(item)
        given = adapter.asdict()
        page = self._html if given.get(self._html) else None
        found = self._work(read_record(given, Fields(html=page, title="" if page else "title"), str(given.get("url"))))
        if isinstance(found, Reject):
            raise DropItem(found.reason)
        record = loads(found.lines[0])
        for name in record.keys() - {"id", "metadata"}:
            adapter[name] = record[name]
        return item
