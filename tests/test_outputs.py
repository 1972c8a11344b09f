"""Finished outputs: what each kind holds, and the way back from those that hold all."""

import csv
import datetime
import gzip
import json
from pathlib import Path

import pyarrow.parquet
import pytest

from ingest import Document, clean, run
from ingest.jsonlines import dumps
from ingest.model import Record
from ingest.write import outputs
from ingest.write.jsonl import to_object
from tests.pages import BODY, TITLE

TEXT = f"{TITLE}\nتاريخ النشر: 3 مارس 2025\n" + "\n".join(BODY)


def record(name: str = "17", text: str = TEXT) -> Record:
    return clean(Document(id=name, text=text, url="https://x.example/17", metadata={"nr": 5}))


@pytest.fixture
def spooled(tmp_path: Path) -> Path:
    path = tmp_path / ".spooled"
    path.write_bytes(dumps(to_object(record())) + dumps(to_object(record("a/b", "خبر قصير."))))
    return path


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.jsonl", "jsonl"), ("a.jsonl.gz", "jsonl"), ("a.zst", "jsonl"), ("a", "jsonl"), ("a.txt", "text"), ("a.txt.gz", "text"),
        ("a.CSV", "csv"), ("a.parquet", "parquet"), ("a/", "folder"), ("", "jsonl"),
    ],
)  # fmt: skip
def test_kinds(name: str, kind: str) -> None:
    assert outputs.kind_of(name) == kind


def test_json_lines(spooled: Path, tmp_path: Path) -> None:
    written = spooled.read_bytes()
    outputs.finish(spooled, tmp_path / "a.jsonl", "jsonl")
    assert (tmp_path / "a.jsonl").read_bytes() == written
    assert not spooled.exists()


def test_packed_json_lines(spooled: Path, tmp_path: Path) -> None:
    written = spooled.read_bytes()
    outputs.finish(spooled, tmp_path / "a.jsonl.gz", "jsonl")
    assert gzip.decompress((tmp_path / "a.jsonl.gz").read_bytes()) == written


def test_copies_are_named_in_the_record_that_was_kept(spooled: Path, tmp_path: Path) -> None:
    outputs.finish(spooled, tmp_path / "a.jsonl", "jsonl", [(0, ["x", "y"])])
    first, second = map(json.loads, (tmp_path / "a.jsonl").read_bytes().splitlines())
    assert first["metadata"] == {"nr": 5, "duplicates": ["x", "y"]}
    assert second["metadata"] == {"nr": 5}


def test_text(spooled: Path, tmp_path: Path) -> None:
    outputs.finish(spooled, tmp_path / "a.txt", "text")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "\n".join(BODY) + "\n\nخبر قصير.\n"


def test_a_table_of_text(spooled: Path, tmp_path: Path) -> None:
    outputs.finish(spooled, tmp_path / "a.csv", "csv")
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as table:
        first, second = csv.DictReader(table)
    assert (first["id"], first["title"], first["date_published"], first["status"]) == ("17", TITLE, "2025-03-03", "cleaned")
    assert first["text"] == "\n".join(BODY)
    assert (second["id"], second["title"], second["authors"]) == ("a/b", "", "")


def test_a_folder(spooled: Path, tmp_path: Path) -> None:
    outputs.finish(spooled, tmp_path / "texts", "folder")
    assert {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "texts").iterdir()} == {
        "17.txt": "\n".join(BODY),
        "a_b.txt": "خبر قصير.",
    }


def test_parquet(spooled: Path, tmp_path: Path) -> None:
    outputs.finish(spooled, tmp_path / "a.parquet", "parquet")
    table = pyarrow.parquet.read_table(tmp_path / "a.parquet")
    assert table.schema.equals(outputs.parquet_schema())
    first, second = table.to_pylist()
    assert (first["text"], first["date_published"], first["metadata"]) == ("\n".join(BODY), datetime.date(2025, 3, 3), '{"nr":5}')
    assert [removal["label"] for removal in first["cleaning"]["removals"]] == ["title", "date_line"]
    assert second["date_published"] is None


def test_the_way_back_from_parquet(spooled: Path, tmp_path: Path) -> None:
    outputs.finish(spooled, tmp_path / "a.parquet", "parquet")
    assert [*run.originals([str(tmp_path / "a.parquet")])] == [Document("17", TEXT), Document("a/b", "خبر قصير.")]


def test_letters_that_no_encoding_has(tmp_path: Path) -> None:
    spooled = tmp_path / ".spooled"
    spooled.write_bytes(dumps(to_object(record("1", "نعم \ud800."))))
    outputs.finish(spooled, tmp_path / "a.parquet", "parquet")
    assert pyarrow.parquet.read_table(tmp_path / "a.parquet")["text"].to_pylist() == ["نعم \\ud800."]


def test_what_is_in_its_place_is_left(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"x")
    outputs.finish(tmp_path / ".gone", tmp_path / "a.jsonl", "jsonl")
    assert (tmp_path / "a.jsonl").read_bytes() == b"x"
