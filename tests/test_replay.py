"""Rejects are taken again: what was wrong once may be right with another option, and what is still wrong is told again."""

from pathlib import Path

import pytest

from ingest import clean
from ingest.jsonlines import dumps
from ingest.model import Document, Reject
from ingest.read import files, read
from ingest.read.fields import Fields
from ingest.work import lost
from ingest.write.rejects import to_object
from tests.pages import BODY, page, paragraphs

PAGE = page(paragraphs(*BODY))


def rejected(path: Path, data: bytes) -> list[Reject]:
    path.write_bytes(data)
    with files.opened(str(path)) as source:
        return [item for item in read(source, Fields()) if isinstance(item, Reject)]


def again(folder: Path, rejects: list[Reject], fields: Fields) -> list[Document | Reject]:
    path = folder / "out.rejects.jsonl"
    path.write_bytes(b"".join(dumps(to_object(reject)) for reject in rejects))
    with files.opened(str(path)) as source:
        return list(read(source, fields))


@pytest.mark.parametrize(
    ("name", "data", "fields", "text"),
    [
        pytest.param("a.jsonl", b'{"body":"x","id":7}\n', Fields(text="body"), "x", id="another field"),
        pytest.param("a.csv", b"id;text\n7;x;y\n8;z\n", Fields(), None, id="a row that is still too long"),
        pytest.param(
            "a.csv", "id,text\n7,\xe9t\xe9\n".encode("cp1252"), Fields(encoding="cp1252"), "été", id="a row in an encoding"
        ),
        pytest.param("a.txt", "\xe9t\xe9".encode("cp1252"), Fields(encoding="cp1252"), "été", id="a text in an encoding"),
        pytest.param("a.html", "<html>\x93\xe9t\xe9".encode("latin-1"), Fields(encoding="cp1252"), "<html>“été", id="a page"),
    ],
)
def test_what_was_rejected_is_read_again(name: str, data: bytes, fields: Fields, text: str | None, tmp_path: Path) -> None:
    rejects = rejected(tmp_path / name, data)
    assert len(rejects) == 1
    (item,) = again(tmp_path, rejects, fields)
    if text is None:
        assert isinstance(item, Reject)
        assert (item.file, item.line, item.format) == (rejects[0].file, rejects[0].line, "csv")
    else:
        assert isinstance(item, Document)
        assert item.text == text


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(
            Document("7", "أعلن \ud800", title="t", url="https://x.example/7", site="x.example", metadata={"a": 1}), id="a text"
        ),
        pytest.param(Document("7", PAGE, url="https://x.example/7", site="x.example", is_page=True), id="a page"),
    ],
)
def test_a_document_that_could_not_be_cleaned_is_the_same_again(document: Document, tmp_path: Path) -> None:
    assert again(tmp_path, [lost(document, "it died")] if isinstance(lost(document, ""), Reject) else [], Fields()) == [document]


def test_pages_without_an_article_can_be_cleaned_again(tmp_path: Path) -> None:
    empty = Document("7", "<html><body></body></html>", is_page=True)
    reject = lost(empty, clean(empty).cleaning.warnings[-1])
    assert isinstance(reject, Reject)
    assert reject.reason == "the document 7: there is no article in this page"
    assert again(tmp_path, [reject], Fields()) == [empty]


def test_what_has_no_input_is_rejected_again(tmp_path: Path) -> None:
    (item,) = again(tmp_path, [Reject("a.jsonl.gz", None, "reading stopped: no room", b"")], Fields())
    assert item == Reject("a.jsonl.gz", None, "there is nothing to read again: reading stopped: no room", b"")


def test_an_object_that_only_looks_like_a_reject(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"file":"a","reason":"b","input":"c","text":"x"}\n')
    with files.opened(str(tmp_path / "a.jsonl")) as source:
        (item,) = read(source, Fields())
    assert isinstance(item, Document)
    assert item.metadata == {"file": "a", "reason": "b", "input": "c"}
