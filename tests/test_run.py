"""A whole run: the order, what a bad input does to the others, the summary, and the way back."""

import gzip
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest

from ingest import run, work
from ingest.model import Document, Record, Reject
from ingest.read.fields import Fields
from ingest.rulebook import Rules, load_rules

PACK = """
rules:
  - id: t.source
    label: source_attribution
    why: The source line.
    match: {label: [المصدر], value: name}
    to: credits
    removes: ["المصدر: رويترز"]
    keeps: ["المصدر الأول للدخل هو النفط."]
"""
STORY = "أعلن الوزير في بيان صدر اليوم أن الحكومة ستبدأ العمل على الخطة الجديدة بعد أيام قليلة من الآن."


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Rules:
    path = tmp_path_factory.mktemp("rules") / "pack.yaml"
    path.write_text(PACK, encoding="utf-8")
    return load_rules(path, shipped=False)


def documents(*paths: Path) -> list[Document | Reject]:
    return list(run.documents(map(str, paths), None, Fields()))


def clean_to(
    items: list[Document | Reject], rules: Rules, *, as_text: bool = False, **options: bool
) -> tuple[bytes, list[Reject], run.Summary]:
    out, rejected = io.BytesIO(), list[Reject]()
    found = map(work.start(lambda: rules, **options), items)
    summary = run.stream(found, out.write, rejected.append, as_text=as_text)
    return out.getvalue(), rejected, summary


def ids(items: list[Document | Reject]) -> list[str]:
    return [item.id if isinstance(item, Document) else item.reason for item in items]


def test_what_breaks_off_does_not_lose_the_rest(tmp_path: Path) -> None:
    lines = b"".join(b'{"text":"%s","id":%d}\n' % (os.urandom(50).hex().encode(), n) for n in range(3000))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines)[:-9])
    (tmp_path / "b.txt").symlink_to("/nonexistent")
    (tmp_path / "c.jsonl.gz").write_bytes(b"no archive")
    (tmp_path / "d.txt").write_text("text")
    *before, broken, missing, other, last = documents(*sorted(tmp_path.iterdir()))
    assert 1000 < len(before) <= 3000
    assert ids(before) == [str(n) for n in range(len(before))]
    assert ids([missing, last]) == ["reading stopped: No such file or directory", "d"]
    assert isinstance(broken, Reject)
    assert broken == Reject(str(tmp_path / "a.jsonl.gz"), None, broken.reason, b"")
    assert "reading stopped: Compressed file ended" in broken.reason
    assert "reading stopped: Not a gzipped file" in ids([other])[0]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that opens and cannot be read")
def test_a_file_that_opens_but_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("/proc/self/mem")
    (tmp_path / "b.txt").write_text("text")
    assert ids(documents(tmp_path / "a.txt", tmp_path / "b.txt")) == ["reading stopped: Input/output error", "b"]


def test_a_pipe_has_no_place(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.write(writer, b'{"text":"a","id":1}\n{"text":"b","id":2}\n')
    os.close(writer)
    assert ids(documents(Path(f"/dev/fd/{reader}"))) == ["1", "2"]
    os.close(reader)


def test_progress_never_goes_back(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.jsonl").write_bytes(b'{"text":"x"}\n' * 500)
    told: list[int] = []
    list(run.documents(map(str, sorted(tmp_path.iterdir())), None, Fields(), told.append))
    assert told == sorted(told)
    assert len(told) > 4
    assert told[-1] == 2 * 500 * 13


def test_summary(rules: Rules) -> None:
    items: list[Document | Reject] = [
        Document("1", STORY),
        Reject("f", 2, "bad", b""),
        Document("2", f"{STORY}\nالمصدر: رويترز"),
        Document("3", "المصدر: رويترز"),
    ]
    out, rejected, summary = clean_to(items, rules)
    assert [(record["id"], record["cleaning"]["status"]) for record in map(json.loads, out.splitlines())] == [
        ("1", "unchanged"),
        ("2", "cleaned"),
        ("3", "review"),
    ]
    assert rejected == [items[1]]
    size = len(STORY)
    assert (summary.chars_in, summary.chars_out) == (2 * size + 15 + 14, 2 * size + 14)
    assert dict(summary.labels) == {"source_attribution": 1}
    assert summary.line().startswith(f"documents 3, changed 1, to review 1, rejected 1, characters in {2 * size + 29}, out ")


def test_text_alone(rules: Rules) -> None:
    items: list[Document | Reject] = [Document("1", "a\n"), Document("2", ""), Document("3", "b\r\nc \ud800")]
    assert clean_to(items, rules, as_text=True)[0] == b"a\n\n\nb\r\nc \\ud800\n"


def test_a_fault_of_ours_costs_one_document(rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    def clean(document: Document, *_: Any, **__: Any) -> Record:
        if document.id == "2":
            raise IndexError("deep inside")
        return real(document, rules)

    real = work.clean
    monkeypatch.setattr(work, "clean", clean)
    out, rejected, summary = clean_to([Document("1", "a"), Document("2", "b"), Document("3", "c")], rules)
    assert (len(out.splitlines()), summary.documents, summary.rejected) == (2, 2, 1)
    assert json.loads(rejected[0].input) == {"id": "2", "text": "b", "metadata": {}}
    assert "IndexError: deep inside" in rejected[0].reason


def test_split_articles(rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    def split(record: Record) -> list[Record]:
        return [record, Record(f"{record.id}#1", "more", record.cleaning, parent_id=record.id)]

    monkeypatch.setattr(work, "split", split)
    out, _, summary = clean_to([Document("1", "a")], rules, split_articles=True)
    assert [json.loads(line).get("parent_id") for line in out.splitlines()] == [None, "1"]
    assert summary.documents == 1
    assert len(clean_to([Document("1", "a")], rules)[0].splitlines()) == 1


def test_the_way_back(rules: Rules, tmp_path: Path) -> None:
    texts = [f"{STORY}\r\n\r\nالمصدر: رويترز\r\n", "", "\ud800\0\u2028", "المصدر: رويترز"]
    out, _, _ = clean_to([Document(str(n), text) for n, text in enumerate(texts)], rules)
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"\n" + out)
    assert list(run.originals([str(path)])) == [Document(str(n), text) for n, text in enumerate(texts)]


def test_what_cannot_be_restored(rules: Rules, tmp_path: Path) -> None:
    out, _, _ = clean_to([Document("1", f"{STORY}\nالمصدر: رويترز")], rules)
    changed = json.loads(out)
    changed["text"] = changed["text"].replace("الوزير", "المدير")
    child = json.loads(out) | {"parent_id": "0", "text": "of its parent"}
    path = tmp_path / "records.jsonl.gz"
    lines = [json.dumps(changed).encode(), b"{}", b"nonsense", json.dumps(child).encode(), out.strip()]
    path.write_bytes(gzip.compress(b"\n".join(lines) + b"\n")[:-4])
    *wrong, original, stopped = run.originals([str(path)])
    assert [(item.line, item.reason.split(":")[0]) for item in wrong if isinstance(item, Reject)] == [
        (1, "the record 1 was changed"),
        (2, "not a record of ingest"),
        (3, "not JSON"),
    ]
    assert original == Document("1", f"{STORY}\nالمصدر: رويترز")
    assert "reading stopped" in ids([stopped])[0]


@pytest.mark.parametrize(
    ("item", "longest"),
    [
        (Document("a", "نص"), 64),
        (Document("a", "x" * 250_000), 4),
        (Document("a", "نص", metadata={"html": "x" * 500_000}), 2),
        (Reject("a", 1, "broken", b"x" * 500_000), 2),
    ],
)
def test_a_batch_is_bounded_by_all_that_its_items_carry(item: Document | Reject, longest: int) -> None:
    assert [len(batch) for batch in run._batches([item] * (longest + 1))] == [longest, 1]
