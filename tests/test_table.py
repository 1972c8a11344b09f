"""CSV and TSV to documents: delimiters, quotes, encodings, and what a broken row costs."""

from pathlib import Path

import pytest

from ingest.model import Document, Reject
from ingest.read import files, read
from ingest.read.fields import Fields

ROW = "أعلن الوزير في بيان، أمس.\nثم قال: «نعم»."


def read_table(path: Path, data: bytes, fields: Fields | None = None) -> list[Document | Reject]:
    path.write_bytes(data)
    with files.opened(str(path)) as source:
        return list(read(source, fields or Fields()))


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_a_row_is_a_document(mark: str, encoding: str, tmp_path: Path) -> None:
    table = f'id{mark}text{mark}x\r\n7{mark}"{ROW}"{mark}y\r\n'
    (item,) = read_table(tmp_path / "a.csv", table.encode(encoding))
    assert isinstance(item, Document)
    assert (item.id, item.text, item.metadata) == ("7", ROW, {"x": "y"})


def test_other_names_for_the_fields(tmp_path: Path) -> None:
    (item,) = read_table(tmp_path / "a.tsv", "عنوان\tمتن\nأ\tب\n".encode(), Fields(text="متن", title="عنوان"))
    assert isinstance(item, Document)
    assert (item.title, item.text) == ("أ", "ب")


def test_a_row_with_too_many_cells_costs_itself_alone(tmp_path: Path) -> None:
    one, two, three = read_table(tmp_path / "a.csv", b"id,text\n1,a\n2,b,c\n3,d\n")
    assert isinstance(one, Document)
    assert isinstance(three, Document)
    assert isinstance(two, Reject)
    assert (two.line, two.reason, two.input) == (3, "the row has 3 cells, the first row 2", b"id,text\r\n2,b,c\r\n")


def test_a_broken_letter_costs_its_row_alone(tmp_path: Path) -> None:
    items = read_table(tmp_path / "a.csv", b"id,text\n1," + ("س" * 20).encode()[:-1] + b"\n2,b\n")
    assert [type(item) for item in items] == [Reject, Document]


def test_a_quote_that_never_ends_is_told(tmp_path: Path) -> None:
    items = read_table(tmp_path / "a.csv", b'id,text\n1,a\n2,"b\n3,c\n')
    assert [type(item) for item in items] == [Document, Reject]


def test_an_empty_table_has_no_documents(tmp_path: Path) -> None:
    assert read_table(tmp_path / "a.csv", b"") == read_table(tmp_path / "a.csv", b"id,text\n") == []


def test_a_given_wide_encoding_is_that_of_the_file(tmp_path: Path) -> None:
    (item,) = read_table(tmp_path / "a.csv", f"id,text\n7,{ROW[:20]}\n".encode("utf-16-le"), Fields(encoding="utf-16-le"))
    assert isinstance(item, Document)
    assert item.text == ROW[:20]
