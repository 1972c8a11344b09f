"""Files of HTML, and pages in JSON lines: encodings, ids, fields, and which inputs are taken for pages."""

from pathlib import Path

import pytest

from ingest.jsonlines import dumps
from ingest.model import Document, Reject
from ingest.read import files, read
from ingest.read.fields import Fields
from ingest.read.html import page_text
from tests.pages import BODY, page, paragraphs

PAGE = page(paragraphs(*BODY))


def read_file(path: Path, data: bytes, fields: Fields | None = None) -> list[Document | Reject]:
    path.write_bytes(data)
    with files.opened(str(path)) as source:
        return list(read(source, fields or Fields()))


@pytest.mark.parametrize("name", ["wall.html", "wall.htm", "wall.xhtml", "wall", "wall.html.gz"])
def test_a_file_is_a_page(name: str, tmp_path: Path) -> None:
    import gzip

    data = PAGE.encode()
    (item,) = read_file(tmp_path / name, gzip.compress(data) if name.endswith(".gz") else data)
    assert isinstance(item, Document)
    assert (item.id, item.text, item.is_page) == ("wall", PAGE, True)


JAPANESE = "<meta charset=shift_jis><p>①港の壁の工事"


def declared(name: str) -> str:
    return PAGE.replace("utf-8", name)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(PAGE.encode(), PAGE, id="utf-8"),
        pytest.param(declared("windows-1256").encode("cp1256"), declared("windows-1256"), id="declared"),
        pytest.param(declared("windows-1256").encode(), declared("windows-1256"), id="declared wrongly"),
        pytest.param(declared("iso-8859-1").encode("cp1256"), declared("iso-8859-1"), id="declared as Latin"),
        pytest.param(declared("x").encode("cp1256"), declared("x"), id="detected behind the tags"),
        pytest.param(PAGE.encode("utf-16"), PAGE, id="utf-16"),
        pytest.param(JAPANESE.encode("cp932"), JAPANESE, id="as browsers do"),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert page_text(data) == (text, None)


def test_the_header_of_the_response_goes_before_the_page() -> None:
    assert page_text(declared("utf-8").encode("cp1256"), header="windows-1256")[0] == PAGE


def test_a_few_broken_letters_are_marked_and_told_of() -> None:
    text, told = page_text(PAGE.encode().replace("السور".encode(), "السور".encode()[:-1], 1))
    assert "السو\ufffd" in text
    assert told == "the page has 1 broken letters: it is not quite utf-8"


def test_bytes_that_are_no_text_are_rejected(tmp_path: Path) -> None:
    (item,) = read_file(tmp_path / "a.html", b"<html>" + bytes(range(128, 256)) * 9)
    assert isinstance(item, Reject)


def test_pages_in_json_lines(tmp_path: Path) -> None:
    record = {"id": "7", "url": "https://sahel.example/7", "html": PAGE, "title": "made by a crawler", "text": "its text"}
    (item,) = read_file(tmp_path / "a.jsonl", dumps(record), Fields(html="html", title=""))
    assert isinstance(item, Document)
    assert (item.text, item.is_page, item.title) == (PAGE, True, None)
    assert item.metadata == {"title": "made by a crawler", "text": "its text"}


def test_a_record_without_the_page_is_rejected(tmp_path: Path) -> None:
    (item,) = read_file(tmp_path / "a.jsonl", dumps({"text": "x"}), Fields(html="html"))
    assert isinstance(item, Reject)
    assert item.reason == "no field 'html'; the fields are 'text' (see --html-field)"
