"""The steps inside the engines they are for; engines that are not installed are skipped, and the report says so."""

import gzip
import http.server
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from ingest import Document, clean, load_rules
from ingest.arrow import clean_table, output_schema
from tests.nodes import wait_for, workers
from tests.pages import BODY, TITLE, page, paragraphs
from tests.test_readme import README, blocks

TEXT = f"{TITLE}\n![]()\n" + "\n".join(BODY) + "\nالمصدر: رويترز"
COUNT = 60
TABLE = pyarrow.table({"id": [str(n) for n in range(COUNT)], "text": [f"{TEXT}\n" if n % 9 else None for n in range(COUNT)]})


def by_id(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: int(row["id"]))


EXPECTED = by_id(clean_table(TABLE).to_pylist())


def snippet(engine: str) -> str:
    """What the README shows for an engine."""
    (block,) = (block for block in blocks(README, "python") if block.engine == engine)
    assert block.text.count("\n") <= 10
    return block.text


def run(folder: Path, script: str, **environment: str) -> str:
    """A script in a process of its own: engines keep threads and servers of their own running."""
    with start(folder, script, **environment) as done:
        out, said = done.communicate(timeout=300)
    assert done.returncode == 0, said[-3000:]
    return out


def start(folder: Path, script: str, **environment: str) -> "subprocess.Popen[str]":
    (folder / "script.py").write_text(script, encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, "-W", "ignore", "script.py"],
        cwd=folder, env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip


def put_tables(folder: Path, table: pyarrow.Table = TABLE) -> None:
    """A folder of four tables."""
    (folder / "news").mkdir()
    size = table.num_rows // 4
    for n in range(4):
        pyarrow.parquet.write_table(table.slice(n * size, size), folder / "news" / f"{n}.parquet")


def rows(place: Path) -> list[dict[str, Any]]:
    return by_id(pyarrow.parquet.read_table(place).to_pylist())


def test_a_function_over_tables() -> None:
    from ingest.steps.ray import CleanStep

    assert by_id(CleanStep()(TABLE).to_pylist()) == EXPECTED


def test_ray(tmp_path: Path, ray_address: str) -> None:
    """On two nodes; a worker is killed in the middle."""
    many = pyarrow.Table.from_pylist([{"id": str(n), "text": f"{TEXT}\n{n}"} for n in range(800)])
    put_tables(tmp_path, many)
    script = snippet("ray").replace('et("', f'et("{tmp_path}/')  # the nodes have another folder
    with start(tmp_path, script, RAY_ADDRESS=ray_address) as process:
        wait_for(lambda: bool(workers("(CleanStep)).submit")))  # at work on a batch
        os.kill(workers("(CleanStep))")[0], signal.SIGKILL)
        _, said = process.communicate(timeout=300)
    assert process.returncode == 0, said[-3000:]
    assert rows(tmp_path / "clean") == by_id(clean_table(many).to_pylist())


@pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java")
def test_spark(tmp_path: Path) -> None:
    """With two executors, each a process of its own."""
    pytest.importorskip("pyspark")
    put_tables(tmp_path)
    out = run(
        tmp_path,
        f"{snippet('spark')}\nprint(spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size())",
        PYSPARK_PYTHON=sys.executable,
        PYSPARK_SUBMIT_ARGS="--master local-cluster[2,1,1024] --conf spark.ui.enabled=false pyspark-shell",
        SPARK_LOCAL_IP="127.0.0.1",
    )
    assert out == "3\n", "the driver and two executors"
    assert set(pyarrow.parquet.read_table(tmp_path / "clean").column_names) == set(output_schema().names)
    assert rows(tmp_path / "clean") == EXPECTED


def test_datatrove(tmp_path: Path) -> None:
    pytest.importorskip("datatrove")
    lines = [json.dumps({"id": str(n), "text": TEXT, "metadata": {"nr": n}}, ensure_ascii=False) for n in range(10)]
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    run(tmp_path, snippet("datatrove"))
    found = [
        json.loads(line) for file in (tmp_path / "clean").iterdir() for line in gzip.decompress(file.read_bytes()).splitlines()
    ]
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
    crawl = f"""
from scrapy.crawler import CrawlerProcess

process = CrawlerProcess({{"FEEDS": {{"out.jsonl": {{"format": "jsonlines"}}}}, "LOG_FILE": "log"}})
process.crawl(NewsSpider, start_urls=["{site}/1", "{site}/2"])
process.start()
"""
    run(tmp_path, snippet("scrapy") + crawl)
    (item,) = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (item["url"], item["title"], item["text"]) == (f"{site}/1", TITLE, "\n".join(BODY))
    assert "there is no article in this page" in (tmp_path / "log").read_text(encoding="utf-8")


def test_polars(tmp_path: Path) -> None:
    pytest.importorskip("polars")
    put_tables(tmp_path)
    run(tmp_path, snippet("polars"))
    assert rows(tmp_path / "clean.parquet") == EXPECTED


def test_pandas(tmp_path: Path) -> None:
    pytest.importorskip("pandas")
    put_tables(tmp_path)
    run(tmp_path, snippet("pandas"))
    assert rows(tmp_path / "clean.parquet") == EXPECTED


def test_duckdb(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    put_tables(tmp_path)
    run(tmp_path, snippet("duckdb"))
    good = [row for row in EXPECTED if row["rejected"] is None]
    assert rows(tmp_path / "clean.parquet") == [{name: row[name] for name in ("id", "title", "text")} for row in good]


def test_hugging_face_datasets(tmp_path: Path) -> None:
    pytest.importorskip("datasets")
    put_tables(tmp_path)
    run(tmp_path, snippet("datasets"), HF_HOME=str(tmp_path / "cache"), HF_HUB_OFFLINE="1")
    assert rows(tmp_path / "clean.parquet") == EXPECTED
