"""The steps inside the engines they are for; engines that are not installed are skipped, and the report says so."""

import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from ingest import Document, clean, load_rules
from ingest.arrow import clean_table, output_schema
from tests.pages import BODY, TITLE, page, paragraphs

TEXT = f"{TITLE}\n![]()\n" + "\n".join(BODY) + "\nالمصدر: رويترز"
COUNT = 60
TABLE = pyarrow.table({"id": [str(n) for n in range(COUNT)], "text": [f"{TEXT}\n" if n % 9 else None for n in range(COUNT)]})


def by_id(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: int(row["id"]))


EXPECTED = by_id(clean_table(TABLE).to_pylist())


def run(folder: Path, script: str) -> str:
    """A script in a process of its own: engines keep threads and servers of their own running."""
    (folder / "script.py").write_text(dedent(script), encoding="utf-8")
    environment = os.environ | {"PYSPARK_PYTHON": sys.executable}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "script.py"],
        cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def test_a_function_over_tables() -> None:
    from ingest.steps.ray import CleanStep

    assert by_id(CleanStep()(TABLE).to_pylist()) == EXPECTED


def test_ray(tmp_path: Path) -> None:
    pytest.importorskip("ray")
    pyarrow.parquet.write_table(TABLE, tmp_path / "in.parquet")
    run(
        tmp_path,
        """
        import ray
        from ingest.steps.ray import CleanStep

        ray.init(num_cpus=4, include_dashboard=False, log_to_driver=False)
        dataset = ray.data.read_parquet("in.parquet").repartition(4)
        dataset.map_batches(CleanStep, batch_format="pyarrow", batch_size=20, concurrency=2).write_parquet("out")
        """,
    )
    assert by_id(pyarrow.parquet.read_table(tmp_path / "out").to_pylist()) == EXPECTED


@pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java")
def test_spark(tmp_path: Path) -> None:
    pytest.importorskip("pyspark")
    pyarrow.parquet.write_table(TABLE, tmp_path / "in.parquet")
    run(
        tmp_path,
        """
        from pyspark.sql import SparkSession
        from ingest.steps.spark import cleaner, output_columns

        spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", False).getOrCreate()
        frame = spark.read.parquet("in.parquet").repartition(4)
        frame.mapInArrow(cleaner(), output_columns()).write.parquet("out")
        """,
    )
    found = pyarrow.parquet.read_table(tmp_path / "out")
    assert set(found.column_names) == set(output_schema().names)
    assert by_id(found.to_pylist()) == EXPECTED


def test_datatrove(tmp_path: Path) -> None:
    pytest.importorskip("datatrove")
    lines = [json.dumps({"id": str(n), "text": TEXT, "metadata": {"nr": n}}, ensure_ascii=False) for n in range(10)]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    run(
        tmp_path,
        """
        from datatrove.executor import LocalPipelineExecutor
        from datatrove.pipeline.readers import JsonlReader
        from datatrove.pipeline.writers import JsonlWriter
        from ingest.steps.datatrove import CleanStep

        if __name__ == "__main__":
            steps = [JsonlReader("in"), CleanStep(), JsonlWriter("out", compression=None)]
            LocalPipelineExecutor(pipeline=steps, logging_dir="logs").run()
        """,
    )
    found = [json.loads(line) for file in (tmp_path / "out").iterdir() for line in file.read_text(encoding="utf-8").splitlines()]
    assert [document["id"] for document in found] == [str(n) for n in range(10)]
    assert found[3]["text"] == clean(Document(id="3", text=TEXT), load_rules()).text
    assert (found[3]["metadata"]["nr"], found[3]["metadata"]["credits"], found[3]["metadata"]["title"]) == (3, ["رويترز"], TITLE)


@pytest.fixture
def site() -> Iterator[str]:
    """A site on this machine: a page with an article, and one without."""
    found = {"/1": page(paragraphs(*BODY)), "/2": "<html><body></body></html>"}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(found.get(self.path, "").encode())

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_scrapy(tmp_path: Path, site: str) -> None:
    pytest.importorskip("scrapy")
    run(
        tmp_path,
        f"""
        import scrapy
        from scrapy.crawler import CrawlerProcess

        class Spider(scrapy.Spider):
            name = "news"
            start_urls = ["{site}/1", "{site}/2"]

            def parse(self, response):
                yield {{"url": response.url, "html": response.text}}

        pipelines = {{"ingest.steps.scrapy.CleanPipeline": 300}}
        feeds = {{"out.jsonl": {{"format": "jsonlines"}}}}
        process = CrawlerProcess({{"ITEM_PIPELINES": pipelines, "FEEDS": feeds, "LOG_FILE": "log"}})
        process.crawl(Spider)
        process.start()
        """,
    )
    (item,) = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (item["url"], item["title"], item["text"]) == (f"{site}/1", TITLE, "\n".join(BODY))
    assert "there is no article in this page" in (tmp_path / "log").read_text(encoding="utf-8")


def test_polars() -> None:
    polars = pytest.importorskip("polars")
    frame = polars.from_arrow(TABLE)
    assert by_id(polars.from_arrow(clean_table(frame.to_arrow())).to_dicts()) == EXPECTED


def test_pandas() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(TABLE.to_pylist())
    found = clean_table(pyarrow.Table.from_pandas(frame)).to_pandas()
    assert list(found["text"].dropna()) == [row["text"] for row in clean_table(TABLE).to_pylist() if row["text"] is not None]


def test_duckdb() -> None:
    duckdb = pytest.importorskip("duckdb")
    cleaned = clean_table(TABLE)
    ((count,),) = duckdb.sql("SELECT count(*) FROM cleaned WHERE rejected IS NULL AND len(cleaning.removals) = 3").fetchall()
    assert count == sum(row["rejected"] is None for row in EXPECTED)
    assert cleaned.num_rows == COUNT


def test_hugging_face_datasets() -> None:
    datasets = pytest.importorskip("datasets")
    found = (
        datasets.Dataset(TABLE).with_format("arrow").map(clean_table, batched=True, batch_size=20, remove_columns=["id", "text"])
    )
    assert by_id(found.with_format(None).to_list())[1]["text"] == EXPECTED[1]["text"]
