"""Inputs to documents: which files, which fields, and what is rejected with which words."""

import gzip
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from ingest.model import Document, Reject
from ingest.read import files, read
from ingest.read.encoding import UndecodableError
from ingest.read.fields import MOST_NESTED, FieldError, Fields, language_code, to_document
from ingest.read.jsonl import parse
from ingest.sites import site_of

TEXT = "أعلن الوزير في بيان.\r\n"


def read_all(path: Path, fields: Fields | None = None, form: str | None = None) -> list[Document | Reject]:
    with files.opened(str(path), form) as source:
        return list(read(source, fields or Fields()))


def texts(items: list[Document | Reject]) -> list[str]:
    return [item.text if isinstance(item, Document) else item.reason for item in items]


# Which files


def test_a_folder_gives_what_it_knows_sorted_and_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.jsonl", "a.TXT", "c.txt.gz", "d.ndjson.ZST", "x.pdf", "y.gz", ".z.txt.partial"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = files.find([str(tmp_path), str(tmp_path / "b.txt"), f"{tmp_path}/a/../b.txt"])
    assert [os.path.relpath(name, tmp_path) for name in found] == ["a/z.jsonl", "a.TXT", "b.txt", "c.txt.gz", "d.ndjson.ZST"]


def test_any_named_file_is_taken(tmp_path: Path) -> None:
    page = tmp_path / "page.bin"
    page.touch()
    assert files.find([str(page), "-", str(page), "-"]) == [str(page), "-"]


def test_a_broken_link_in_a_folder_is_missed(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to("/nonexistent")
    assert files.find([str(tmp_path)]) == [str(tmp_path / "gone.txt")]


@pytest.mark.parametrize(
    ("name", "message"), [("", "no file in this folder tells by its name what it is"), ("none.txt", "no such file or folder")]
)
def test_what_is_not_there(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(files.InputError, match=message):
        files.find([str(tmp_path / name)])


def test_the_output_is_no_input(tmp_path: Path) -> None:
    for name in ("a.jsonl", "out.jsonl"):
        (tmp_path / name).touch()
    out = tmp_path / "out.jsonl"
    assert files.find([str(tmp_path)], [out]) == [str(tmp_path / "a.jsonl")]
    with pytest.raises(files.InputError, match="to be read and written"):
        files.find([str(out)], [out])


@pytest.mark.parametrize(
    ("name", "stem", "form"),
    [
        ("x/a.b.txt", "a.b", "text"),
        ("a.TXT.GZ", "a", "text"),
        ("a.jsonl.zst", "a", "jsonl"),
        ("a.html", "a", "html"),
        ("a.pdf", "a.pdf", None),
        ("a", "a", None),
        (".txt", ".txt", None),
    ],
)
def test_names(name: str, stem: str, form: str | None) -> None:
    assert (files.stem(name), files.format_of(name)) == (stem, form)


def test_size(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert files.size([str(tmp_path / "a")]) == 5
    assert files.size([str(tmp_path / "a"), "-"]) is None


# How they are opened


@pytest.mark.parametrize("named", [True, False], ids=["by the ending", "by the first bytes"])
@pytest.mark.parametrize(
    ("ending", "pack"),
    [
        (".gz", gzip.compress),
        (".zst", zstandard.compress),
        (".zst", lambda data: zstandard.compress(data[:7]) + zstandard.compress(data[7:])),
    ],
    ids=["gz", "zst", "zst of two frames"],
)
def test_unpacks(tmp_path: Path, ending: str, pack: Any, named: bool) -> None:
    path = tmp_path / ("a.txt" + ending * named)
    path.write_bytes(pack(TEXT.encode() * 1000))
    assert read_all(path) == [Document(id="a", text=TEXT * 1000)]


@pytest.mark.parametrize("cut", [1, 4, 200])
@pytest.mark.parametrize(("ending", "pack"), [(".gz", gzip.compress), (".zst", zstandard.compress)])
def test_a_cut_archive_is_never_taken_for_whole(tmp_path: Path, ending: str, pack: Any, cut: int) -> None:
    path = tmp_path / ("a.txt" + ending)
    path.write_bytes(pack(os.urandom(3000).hex().encode())[:-cut])
    with pytest.raises(files.READ_ERRORS):
        read_all(path)


@pytest.mark.parametrize("ending", [".gz", ".zst"])
@pytest.mark.parametrize("rest", [b"no archive at all", b""], ids=["other", "behind it"])
def test_what_is_no_archive(tmp_path: Path, ending: str, rest: bytes) -> None:
    path = tmp_path / ("a.txt" + ending)
    packed = gzip.compress(b"a") if ending == ".gz" else zstandard.compress(b"a")
    path.write_bytes(rest or packed + b"garbage")
    with pytest.raises(files.READ_ERRORS):
        read_all(path)


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b'{"text":"a"}', "jsonl"),
        (b'\xef\xbb\xbf \r\n{"text":"a"}', "jsonl"),
        ('{"text":"a"}'.encode("utf-16"), "jsonl"),
        (b"<!DOCTYPE html><html>", "html"),
        (b"\n<HTML lang=ar>", "html"),
        (b'<?xml version="1.0"?><rss version="2.0">', "feed"),
        (b"<p>a text with a tag", "text"),
        (b"News {", "text"),
        (b"", "text"),
    ],
)
def test_looks_at_what_has_no_ending(tmp_path: Path, data: bytes, form: str) -> None:
    (tmp_path / "feed").write_bytes(data)
    with files.opened(str(tmp_path / "feed")) as source:
        assert source.format == form
    with files.opened(str(tmp_path / "feed"), "text") as source:
        assert source.format == "text"


# Text files


@pytest.mark.parametrize("text", ["", " \n\n", "a\rb\r\nc\n", "a\0b", "a\u2028b\u200f\u202bc", "ﻻﷲﺃ", "no end"])
def test_a_text_is_read_as_it_is(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert read_all(tmp_path / "a.txt", Fields(fixed_language="ar")) == [Document(id="a", text=text, language="ar")]


def test_a_text_that_is_none(tmp_path: Path) -> None:
    data = TEXT.encode()[:9] + b"\xff" + TEXT.encode()[9:]
    (tmp_path / "a.txt").write_bytes(data)
    assert read_all(tmp_path / "a.txt") == [Reject(str(tmp_path / "a.txt"), None, "broken UTF-8 at byte 9", data, "text")]


# JSON lines


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"[1]", "not an object"),
        (b"null", "not an object"),
        (b'"s"', "not an object"),
        (b"3", "not an object"),
        (b'{"text":null}', "the field 'text' is null, not text"),
        (b'{"text":3}', "the field 'text' is a number, not text"),
        (b'{"text":true}', "the field 'text' is true or false, not text"),
        (b'{"text":["a"]}', "the field 'text' is a list, not text"),
        (b'{"text":{}}', "the field 'text' is an object, not text"),
        (b'{"body":"a","x":1}', "no field 'text'; the fields are 'body', 'x' (see --text-field)"),
        (json.dumps({str(n): n for n in range(20)}).encode(), "'6', '7' and 12 more (see --text-field)"),
        (b"{}", "it has no fields"),
        (b'{"text":"a', "not JSON: Unterminated string starting at column 9"),
        (b'{"text":"a"} {"text":"b"}', "not JSON: Extra data at column 14"),
        (b'{"text":"tab\t"}', "not JSON: Invalid control character at column 13"),
        (b'{"text":"' + TEXT.strip().encode() + b'\xff"}', "broken UTF-8 at byte"),
        (b'{"text":"a\xff"}', "not UTF-8 (byte 10), and the encoding cannot be told"),
        (b'{"text":"a","x":' + b"[" * 300 + b"]" * 300 + b"}", "nested more than 200 deep"),
        (b'{"text":"a","x":' + b"[" * 99_999 + b"]" * 99_999 + b"}", "nested too deeply"),
        (b'{"text":"a","x":1e999}', "a number is too large"),
        (b'{"text":"a","x":' + b"9" * 5000 + b"}", "a number is too large"),
    ],
)
def test_lines_that_are_no_documents(tmp_path: Path, line: bytes, reason: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text":"one"}\n\n  \r\n' + line + b'\n{"text":"two"}')
    first, rejected, last = read_all(path)
    assert isinstance(rejected, Reject)
    assert reason in rejected.reason
    assert rejected == Reject(str(path), 4, rejected.reason, line, "jsonl")
    assert texts([first, last]) == ["one", "two"]


def test_lines_in_other_encodings(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    legacy = json.dumps({"text": TEXT}, ensure_ascii=False).encode("cp1256")
    path.write_bytes(b"\xef\xbb\xbf" + legacy + b'\r\n\xef\xbb\xbf{"text":"a mark inside"}\n{"text":"\\ud800"}\n')
    assert texts(read_all(path)) == [TEXT, "a mark inside", "\ud800"]
    path.write_bytes('{"text":"é"}\n'.encode("cp1252"))
    assert texts(read_all(path, Fields(encoding="cp1252"))) == ["é"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_wide_lines(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"text":"ن"}\r\n{"text":\n{"text":"\u2028"}'.encode(encoding))
    assert texts(read_all(path)) == ["ن", "not JSON: Expecting value at column 9", "\u2028"]


def test_a_line_of_20_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    text = TEXT * 500_000
    path.write_bytes(json.dumps({"text": text}, ensure_ascii=False).encode() + b'\n{"text":"b"}\n')
    assert path.stat().st_size > 20_000_000
    assert texts(read_all(path)) == [text, "b"]


def test_numbers_stay_whole() -> None:
    big = 123456789012345678901234567890
    assert parse(b'{"a":%d,"b":-9999999999999999999,"c":[9007199254740993],"d":1e300}' % big) == {
        "a": big, "b": -9999999999999999999, "c": [9007199254740993], "d": 1e300,
    }  # fmt: skip
    assert parse(b'{"a":NaN,"b":-Infinity}') == {"a": None, "b": None}


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), VALUES), st.booleans())
def test_json_round_trip(record: dict[str, Any], ascii_only: bool) -> None:
    assert parse(json.dumps(record, ensure_ascii=ascii_only).encode()) == record


@given(st.binary())
def test_parsing_raises_nothing_else(line: bytes) -> None:
    with suppress(FieldError, UndecodableError):
        assert isinstance(parse(line), dict)


# Fields


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"id": 17}, {"id": "17"}),
        ({"id": "  "}, {"id": "ca978112ca1bbdca"}),
        ({"id": True}, {"id": "ca978112ca1bbdca", "metadata": {"id": True}}),
        ({"title": " t ", "url": ""}, {"title": "t", "url": None}),
        ({"title": ["t"]}, {"title": None, "metadata": {"title": ["t"]}}),
        ({"language": "ar"}, {"language": "ar", "metadata": {}}),
        ({"language": "ar-EG"}, {"language": "ar", "metadata": {"language": "ar-EG"}}),
        ({"language": "Arabic"}, {"language": None, "metadata": {"language": "Arabic"}}),
        ({"url": "https://www.bbc.co.uk/x"}, {"site": "bbc.co.uk"}),
        ({"url": "https://a.example.com/", "site": "other.org"}, {"site": "other.org"}),
        ({"x": None, "y": 0}, {"metadata": {"x": None, "y": 0}}),
        ({"metadata": None, "x": 1}, {"metadata": {"x": 1}}),
        ({"metadata": {"a": 1}, "x": 1}, {"metadata": {"a": 1, "x": 1}}),
        ({"metadata": {"x": 1}, "x": 2}, {"metadata": {"metadata": {"x": 1}, "x": 2}}),
        ({"metadata": [1]}, {"metadata": {"metadata": [1]}}),
    ],
)
def test_fields(record: Mapping[str, Any], expected: Mapping[str, Any]) -> None:
    document = to_document({"text": "a", **record}, Fields())
    assert {name: getattr(document, name) for name in expected} == expected


def test_fields_under_other_names() -> None:
    fields = Fields("body", "headline", "key", "link", "lang", "host", fixed_language="fa")
    record = {"body": "a", "headline": "t", "key": 1, "link": "u", "lang": "ar", "host": "h", "text": "b", "id": "c"}
    metadata = {"lang": "ar", "text": "b", "id": "c"}
    assert to_document(record, fields) == Document("1", "a", title="t", url="u", site="h", language="fa", metadata=metadata)


def test_depth_of_fields() -> None:
    def nested(depth: int) -> Any:
        return [] if depth == 1 else [nested(depth - 1)]

    assert to_document({"text": "a", "x": nested(MOST_NESTED - 1)}, Fields()).metadata
    with pytest.raises(FieldError):
        to_document({"text": "a", "x": nested(MOST_NESTED)}, Fields())


@given(st.dictionaries(st.text(max_size=3) | st.sampled_from(["metadata", "title", "language", "url", "site"]), VALUES))
def test_no_field_is_lost(record: dict[str, Any]) -> None:
    document = to_document({**record, "text": "a"}, Fields())
    for name, value in record.items():
        if name in ("text", "id", "title", "url", "site", "language"):
            continue
        if name == "metadata":
            kept = document.metadata.get("metadata", ...) == value
            assert kept or value is None or (isinstance(value, dict) and value.items() <= document.metadata.items())
        else:
            assert document.metadata[name] == value


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.aljazeera.net/news/1", "aljazeera.net"),
        ("//AR.Example.COM:80/x", "example.com"),
        ("ar.example.com/x", "example.com"),
        ("http://موقع.وزارة-الأتصالات.مصر/", "وزارة-الأتصالات.مصر"),
        ("http://192.0.2.7/x", "192.0.2.7"),
        ("http://localhost/", None),
        ("http://[::1", None),
        ("http://co.uk/", None),
        ("the address is. unknown", None),
        ("", None),
    ],
)
def test_sites(url: str, site: str | None) -> None:
    assert site_of(url) == site


@given(st.text())
def test_any_url_has_a_site_or_none(url: str) -> None:
    site_of(url)


@pytest.mark.parametrize(
    ("name", "code"),
    [("AR", "ar"), ("ar_EG", "ar"), ("ara", "ar"), ("arb_Arab", "ar"), ("kab", "kab"), ("Arabic", None), ("", None), ("؟", None)],
)
def test_language_codes(name: str, code: str | None) -> None:
    assert language_code(name) == code
