"""WARC archives, tables of Parquet and Arrow, and files on other machines."""

import datetime
import gzip
from pathlib import Path
from typing import Any

import fsspec
import pyarrow
import pyarrow.parquet
import pytest

from ingest import extras
from ingest.model import Document, Reject
from ingest.read import files, read
from ingest.read.fields import Fields
from ingest.read.files import READ_ERRORS, InputError
from tests.pages import BODY, page, paragraphs

PAGE = page(paragraphs(*BODY))


def read_all(name: str, fields: Fields | None = None) -> list[Document | Reject]:
    with files.opened(name) as source:
        return list(read(source, fields or Fields()))


# WARC


def response(url: str, body: bytes, kind: str = "text/html", status: str = "200 OK", more: str = "") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{more}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{url[-1] * 8}>\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2025-12-01T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def archive(path: Path, *records: bytes) -> str:
    path.write_bytes(b"".join(gzip.compress(record) if path.suffix == ".gz" else record for record in records))
    return str(path)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a"])
def test_the_pages_of_an_archive(name: str, tmp_path: Path) -> None:
    path = archive(
        tmp_path / name,
        response("https://www.sahel.example/1", PAGE.encode()),
        response("https://www.sahel.example/2", b"\x89PNG", "image/png"),
        response("https://www.sahel.example/3", PAGE.encode(), status="404 Not Found"),
        response("https://www.sahel.example/4", PAGE.encode("cp1256"), "text/html; charset=windows-1256"),
    )
    one, four = read_all(path)
    assert isinstance(one, Document)
    assert isinstance(four, Document)
    assert (one.text, one.url, one.site, one.is_page) == (PAGE, "https://www.sahel.example/1", "sahel.example", True)
    assert (one.id, one.metadata) == ("11111111", {"warc_date": "2025-12-01T10:00:00Z"})
    assert four.text == PAGE


def test_a_packed_body(tmp_path: Path) -> None:
    path = archive(
        tmp_path / "a.warc", response("https://x.example/1", gzip.compress(PAGE.encode()), more="Content-Encoding: gzip\r\n")
    )
    assert [item.text for item in read_all(path) if isinstance(item, Document)] == [PAGE]


def test_a_page_that_is_no_text_costs_itself_alone(tmp_path: Path) -> None:
    path = archive(
        tmp_path / "a.warc",
        response("https://x.example/1", bytes(range(128, 256)) * 9),
        response("https://x.example/2", PAGE.encode()),
    )
    broken, whole = read_all(path)
    assert isinstance(broken, Reject)
    assert broken.reason.startswith("https://x.example/1: ")
    assert isinstance(whole, Document)


def test_a_damaged_archive_gives_what_comes_before(tmp_path: Path) -> None:
    whole = archive(tmp_path / "a.warc.gz", *(response(f"https://x.example/{n}", PAGE.encode()) for n in range(9)))
    data = Path(whole).read_bytes()
    (tmp_path / "b.warc.gz").write_bytes(data[: len(data) // 2])
    with pytest.raises(READ_ERRORS):
        read_all(str(tmp_path / "b.warc.gz"))


# Tables


def table(path: Path, **columns: Any) -> str:
    found = pyarrow.table(columns)
    if path.suffix == ".arrow":
        with pyarrow.OSFile(str(path), "wb") as out, pyarrow.ipc.new_file(out, found.schema) as writer:
            writer.write_table(found)
    else:
        pyarrow.parquet.write_table(found, path)
    return str(path)


@pytest.mark.parametrize("name", ["a.parquet", "a.arrow"])
def test_the_rows_of_a_table(name: str, tmp_path: Path) -> None:
    path = table(
        tmp_path / name,
        id=[7, 8, 9],
        text=["أعلن الوزير", None, "نعم"],
        when=[datetime.datetime(2025, 12, 1, 10)] * 3,  # noqa: DTZ001
        raw=[b"\xff"] * 3,
        score=[float("nan")] * 3,
        tags=[["a"]] * 3,
    )
    seven, eight, nine = read_all(path)
    assert isinstance(seven, Document)
    assert (seven.id, seven.text) == ("7", "أعلن الوزير")
    assert seven.metadata == {"when": "2025-12-01T10:00:00", "raw": "/w==", "score": None, "tags": ["a"]}
    assert isinstance(eight, Reject)
    assert (eight.line, eight.reason) == (2, "the field 'text' is null, not text")
    assert isinstance(nine, Document)


def test_pages_in_a_table(tmp_path: Path) -> None:
    (item,) = read_all(table(tmp_path / "a.parquet", html=[PAGE], url=["https://x.example/1"]), Fields(html="html", title=""))
    assert isinstance(item, Document)
    assert (item.text, item.is_page) == (PAGE, True)


def test_a_packed_table_is_read_in_memory(tmp_path: Path) -> None:
    data = Path(table(tmp_path / "a.parquet", text=["نعم"])).read_bytes()
    (tmp_path / "b.parquet.zst").write_bytes(__import__("zstandard").compress(data))
    assert [item.text for item in read_all(str(tmp_path / "b.parquet.zst")) if isinstance(item, Document)] == ["نعم"]


@pytest.mark.parametrize("data", [b"PAR1 and nothing", b"ARROW1 and nothing", b""])
def test_a_damaged_table(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(data)
    with pytest.raises(READ_ERRORS):
        read_all(str(tmp_path / "a.parquet"))


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = table(tmp_path / "a.parquet", text=["نعم"])
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(extras.MissingExtraError, match=r"Parquet needs an extra: .*'ingest\[parquet\]'"):
        read_all(path)


# Other machines


def test_files_on_another_machine() -> None:
    memory = fsspec.filesystem("memory")
    memory.pipe("/feeds/b.txt", "نعم".encode())
    memory.pipe("/feeds/a/c.jsonl.gz", gzip.compress(b'{"text":"x"}\n'))
    memory.pipe("/feeds/d.pdf", b"%PDF")
    found = files.find(["memory://feeds"])
    assert found == ["memory:///feeds/a/c.jsonl.gz", "memory:///feeds/b.txt"]
    assert [item.text for name in found for item in read_all(name) if isinstance(item, Document)] == ["x", "نعم"]
    assert files.find(["memory://feeds/b.txt"]) == ["memory://feeds/b.txt"]
    assert files.size(found) is None


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("memory://nowhere", "memory://nowhere: no such file or folder"),
        ("gopher://x/a.txt", "gopher://x/a.txt: Protocol not known: gopher"),
    ],
)
def test_what_cannot_be_reached(name: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        files.find([name])
