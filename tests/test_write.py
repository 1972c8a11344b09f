"""Records, rejects and texts out: whole or not at all, and readable again."""

import gzip
import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from ingest.jsonlines import dumps
from ingest.model import Cleaning, Record, Reject, Related, Removal
from ingest.read.jsonl import parse
from ingest.write import files, jsonl, rejects
from ingest.write.texts import TextFolder

ANY_TEXT = st.text(st.characters(exclude_categories=()))  # lone surrogates too


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


# Files


@pytest.mark.parametrize(
    ("ending", "unpack"),
    [("", bytes), (".gz", gzip.decompress), (".ZST", lambda data: zstandard.ZstdDecompressor().decompressobj().decompress(data))],
)
def test_packs_by_the_ending(tmp_path: Path, ending: str, unpack: Any) -> None:
    path = tmp_path / f"out.jsonl{ending}"
    for _ in range(2):  # same in, same bytes out, over what stood there
        with files.replacing(path) as stream:
            stream.write(b"one\n")
            stream.write(b"two\n")
        packed = path.read_bytes()
        assert (unpack(packed), path.read_bytes()) == (b"one\ntwo\n", packed)
    assert names(tmp_path) == [path.name]


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError, SystemExit])
@pytest.mark.parametrize("ending", ["", ".gz", ".zst"])
def test_nothing_or_all(tmp_path: Path, error: type[BaseException], ending: str) -> None:
    path = tmp_path / f"out{ending}"
    path.write_bytes(b"old")
    with pytest.raises(error), files.replacing(path) as stream:  # noqa: PT012
        stream.write(b"half")
        raise error
    assert (names(tmp_path), path.read_bytes()) == ([path.name], b"old")


def test_a_full_disk_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "out"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as caught, files.replacing(path) as stream:
        stream.write(b"new")
    assert caught.value.filename == str(path)
    assert (names(tmp_path), path.read_bytes()) == (["out"], b"old")


def test_a_link_and_a_mode_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "real", tmp_path / "link"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    with files.replacing(link) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)


def test_a_device_is_written_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with files.replacing(pipe) as stream:
        stream.write(b"new")
    assert (os.read(reader, 9), pipe.is_fifo(), files.is_device(pipe)) == (b"new", True, True)
    os.close(reader)


def test_paths_are_checked_beforehand(tmp_path: Path) -> None:
    files.check([tmp_path / "a", tmp_path / "b"])
    for paths, message in (
        ([tmp_path / "none" / "a"], "there is no folder"),
        ([tmp_path], "is a folder"),
        ([tmp_path / "a", tmp_path / "." / "a"], "the same file"),
    ):
        with pytest.raises(files.OutputError, match=message):
            files.check(paths)


# Records

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | ANY_TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner),
    max_leaves=6,
)
MAYBE = st.none() | ANY_TEXT
MANY = st.lists(ANY_TEXT, max_size=3).map(tuple)
NUMBERS = st.integers(0, 2**40)
REMOVALS = st.tuples(NUMBERS, NUMBERS, ANY_TEXT, ANY_TEXT, MAYBE, ANY_TEXT).map(lambda values: Removal(*values))
CLEANINGS = st.builds(
    Cleaning,
    status=st.sampled_from(["unchanged", "cleaned", "review"]),
    rules=ANY_TEXT,
    input=ANY_TEXT,
    removals=st.lists(REMOVALS, max_size=3).map(tuple),
    warnings=MANY,
    rendered=st.booleans(),
)
RECORDS = st.builds(
    Record,
    id=ANY_TEXT,
    text=ANY_TEXT,
    cleaning=CLEANINGS,
    url=MAYBE,
    site=MAYBE,
    title=MAYBE,
    language=MAYBE,
    date_published=MAYBE,
    authors=MANY,
    credits=MANY,
    tags=MANY,
    captions=MANY,
    related=st.lists(st.builds(Related, ANY_TEXT, ANY_TEXT), max_size=2).map(tuple),
    metadata=st.dictionaries(ANY_TEXT, VALUES, max_size=3),
    parent_id=MAYBE,
)


@given(RECORDS)
def test_records_round_trip(record: Record) -> None:
    line = dumps(jsonl.to_object(record))
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    line.decode("utf-8")
    assert jsonl.from_object(parse(line)) == record


RECORD = jsonl.to_object(Record("a", "text", Cleaning("unchanged", "r", "sha256:0", (Removal(0, 1, "other", "x", None, "y"),))))


def test_the_documented_order() -> None:
    assert list(RECORD) == [
        "id", "url", "site", "title", "text", "language", "date_published", "authors", "credits", "tags", "captions", "related",
        "metadata", "cleaning",
    ]  # fmt: skip
    assert list(RECORD["cleaning"]) == ["status", "rendered", "rules", "input", "removals", "warnings"]
    assert list(RECORD["cleaning"]["removals"][0]) == ["start", "end", "label", "rule", "to", "text"]


def test_surrogates_alone_are_escaped() -> None:
    assert dumps({"text": "ن\ud800"}) == '{"text":"ن\\ud800"}\n'.encode()


def without(path: str, value: Any = None) -> dict[str, Any]:
    """The record with one field gone, or of a wrong kind."""
    found: Any = json.loads(json.dumps(RECORD))
    *outer, last = path.split(".")
    inner = found
    for name in outer:
        inner = inner[int(name) if name.isdigit() else name]
    del inner[last]
    if value is not None:
        inner[last] = value
    return found  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    "path", ["metadata", "title", "tags", "related", "cleaning.warnings", "cleaning.rules", "cleaning.rendered"]
)
def test_a_record_can_do_without(path: str) -> None:
    assert jsonl.from_object(without(path)).text == "text"


@pytest.mark.parametrize(
    ("found", "message"),
    [
        ({"cleaning": {}}, "it has no 'id'"),
        ({"id": "a"}, "it has no 'cleaning'"),
        ({"cleaning": None, "id": 1, "text": ""}, "wrong kind"),
        (without("text"), "it has no 'text'"),
        (without("text", 3), "wrong kind"),
        (without("cleaning.input"), "it has no 'input'"),
        (without("cleaning.removals"), "it has no 'removals'"),
        (without("cleaning.removals", 3), "wrong kind"),
        (without("cleaning.removals.0.text"), "it has no 'text'"),
        (without("cleaning.removals.0.start", "0"), "wrong kind"),
    ],
)
def test_what_is_no_record(found: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=f"not a record of ingest: .*{message}"):
        jsonl.from_object(found)


# Rejects


def test_rejects_hold_the_input(tmp_path: Path) -> None:
    path = tmp_path / "rejects.jsonl"
    with rejects.opened(path) as write:
        write(Reject("a.jsonl", 3, "no text", "{ن".encode(), "jsonl"))
        write(Reject("b.txt", None, "broken", b"\xff\x00"))
    assert [json.loads(line) for line in path.read_text().splitlines()] == [
        {"file": "a.jsonl", "line": 3, "reason": "no text", "format": "jsonl", "input": "{ن"},
        {"file": "b.txt", "line": None, "reason": "broken", "format": "", "input_base64": "/wA="},
    ]


def test_no_rejects_no_file(tmp_path: Path) -> None:
    path = tmp_path / "rejects.jsonl"
    path.write_text("of an earlier run")
    with pytest.raises(KeyError), rejects.opened(path):
        raise KeyError
    assert path.exists()
    with rejects.opened(path):
        pass
    assert not path.exists()


def test_a_device_for_rejects_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"  # never a real device: a fault here would remove it
    os.mkfifo(pipe)
    with rejects.opened(pipe):
        pass
    assert pipe.is_fifo()


def test_rejects_without_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    with rejects.opened(None) as write:
        write(Reject("a.jsonl", 3, "no text", b""))
        write(Reject("b.txt", None, "broken", b""))
    assert capsys.readouterr() == ("", "a.jsonl:3: rejected: no text\nb.txt: rejected: broken\n")


# Texts


def test_texts_under_their_ids(tmp_path: Path) -> None:
    folder = TextFolder(tmp_path / "new" / "folder")
    ids = ["a", "a", "a.2", "A", "https://x.com/ن?y=1", "../up", "", "..", "ن" * 300, "\ud800", "a\nb\0"]
    for number, name in enumerate(ids):
        folder.write(name, f"{number}\r\n\ud800")
    found = {path.name: path.read_bytes() for path in (tmp_path / "new" / "folder").iterdir()}
    assert sorted(int(data.split(b"\r\n\xed\xa0\x80")[0]) for data in found.values()) == list(range(len(ids)))
    assert {"a.txt", "a.2.txt", "a.2.2.txt", "https_x.com_ن_y=1.txt", "_up.txt", "text.txt"} <= set(found)
    assert names(tmp_path) == ["new"]
