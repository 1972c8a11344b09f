"""Runs over a cluster of two nodes: the records of a local run, whatever dies on the way. Skipped where Ray is not installed."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from ingest.jsonlines import dumps
from ingest.read.parquet import plain
from tests.nodes import ROOT, nodes, two_nodes, wait_for, workers
from tests.pages import BODY, TITLE

pytest.importorskip("ray", reason="--engine ray needs `pip install 'ingest[ray]'`")


def texts(first: int, count: int) -> Iterator[dict[str, object]]:
    for n in range(first, first + count):
        text = "\n".join([f"{TITLE} {n}", "![]()", *BODY, f"وبلغ عدد الزوار {n} في الشهر الماضي.", "المصدر: رويترز"])
        yield {"id": n, "text": text, "url": f"https://www.sahel.example/{n}"}


def write_lines(path: Path, first: int, count: int) -> None:
    """JSON lines, every fiftieth broken."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(b"broken\n" if found["id"] % 50 == 7 else dumps(found) for found in texts(first, count)))  # type: ignore[operator]


def start(folder: Path, *args: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "ingest", "clean", "in", "--summary", "summary.json", *args]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command, cwd=folder, env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, encoding="utf-8"
    )


def finish(process: "subprocess.Popen[str]") -> tuple[int, str]:
    _, said = process.communicate(timeout=200)
    return process.returncode, said


def summary(folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
    return found | {"seconds": None}


def lines(*files: Path) -> list[bytes]:
    """The records in files, as lines, sorted."""
    found: list[bytes] = []
    for file in files:
        if file.suffix == ".parquet":
            found += (dumps(plain(row)) for row in pyarrow.parquet.read_table(file).to_pylist())
        else:
            found += file.read_bytes().splitlines(keepends=True)
    return sorted(found)


def outputs(folder: Path, ending: str) -> list[Path]:
    return sorted(path for path in folder.rglob(f"*{ending}") if not path.name.startswith("."))


def local(folder: Path, out: str) -> dict[str, object]:
    code, said = finish(start(folder, "-o", out))
    assert code in (0, 1), said
    return summary(folder)


def test_folders_of_json_lines(tmp_path: Path, ray_address: str) -> None:
    write_lines(tmp_path / "in" / "a.jsonl", 0, 100)
    write_lines(tmp_path / "in" / "2025" / "a.jsonl", 100, 30)
    (tmp_path / "in" / "2025" / "b.txt").write_text("\n".join(["![]()", *BODY]), encoding="utf-8")
    (tmp_path / "in" / "2025" / "b.csv").write_text("id,text\n1,نعم\n2\n", encoding="utf-8")
    expected = local(tmp_path, "local.jsonl")
    code, said = finish(start(tmp_path, "-o", "out/", "--engine", "ray", "--address", ray_address))
    shown = (
        "documents {documents}, changed {changed}, to review 0, rejected {rejected}, characters in {chars_in}, "
        "out {chars_out}, seconds "
    )
    assert (code, said.rsplit(" ", 1)[0] + " ") == (1, shown.format_map(expected))
    assert summary(tmp_path) == expected
    found = outputs(tmp_path / "out", ".jsonl")
    assert [str(path.relative_to(tmp_path / "out")) for path in found] == [
        "2025/a.jsonl", "2025/b.csv.jsonl", "2025/b.txt.jsonl", "a.jsonl",
    ]  # fmt: skip
    assert lines(*found) == lines(tmp_path / "local.jsonl")
    assert (tmp_path / "out.rejects.jsonl").read_bytes() == (tmp_path / "local.jsonl.rejects.jsonl").read_bytes()


def test_folders_of_tables_on_this_machine_alone(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for n in range(3):
        table = pyarrow.Table.from_pylist([*texts(n * 20, 20), {"id": 999 + n, "text": None}])
        pyarrow.parquet.write_table(table, tmp_path / "in" / f"{n}.parquet")
    expected = local(tmp_path, "local.parquet")
    code, said = finish(start(tmp_path, "-o", "out/", "--engine", "ray", "--workers", "2"))
    assert code == 1, said
    assert summary(tmp_path) == expected
    found = outputs(tmp_path / "out", ".parquet")
    assert len(found) == 3
    assert lines(*found) == lines(tmp_path / "local.parquet")
    assert (tmp_path / "out.rejects.jsonl").read_bytes() == (tmp_path / "local.parquet.rejects.jsonl").read_bytes()


def test_workers_that_are_killed(tmp_path: Path, ray_address: str) -> None:
    for n in range(3):
        write_lines(tmp_path / "in" / f"{n}.jsonl", 1000 * n, 400)
    expected = local(tmp_path, "local.jsonl")
    run = start(tmp_path, "-o", "out/", "--engine", "ray", "--address", ray_address)
    for _ in range(2):
        wait_for(lambda: any((tmp_path / "out").rglob(".*.journal")) and bool(workers("clean_part")))  # in the middle of a part
        for process in workers("clean_part"):
            os.kill(process, signal.SIGKILL)
    code, said = finish(run)
    assert code == 1, said
    assert summary(tmp_path) == expected
    assert lines(*outputs(tmp_path / "out", ".jsonl")) == lines(tmp_path / "local.jsonl")
    assert (tmp_path / "out.rejects.jsonl").read_bytes() == (tmp_path / "local.jsonl.rejects.jsonl").read_bytes()


def test_a_node_that_dies(tmp_path: Path) -> None:
    for n in range(4):
        write_lines(tmp_path / "in" / f"{n}.jsonl", 1000 * n, 300)
    expected = local(tmp_path, "local.jsonl")
    before = nodes()
    with two_nodes() as address:
        run = start(tmp_path, "-o", "out/", "--engine", "ray", "--address", address)
        wait_for(lambda: len(workers("clean_part")) > 2)  # on both nodes
        (node,) = set(nodes()).difference(before)
        os.kill(node, signal.SIGKILL)
        code, said = finish(run)
    assert code == 1, said
    assert summary(tmp_path) == expected
    assert lines(*outputs(tmp_path / "out", ".jsonl")) == lines(tmp_path / "local.jsonl")
    assert (tmp_path / "out.rejects.jsonl").read_bytes() == (tmp_path / "local.jsonl.rejects.jsonl").read_bytes()


@pytest.mark.parametrize(("sent", "code", "word"), [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated")])
def test_interrupted_and_resumed(tmp_path: Path, ray_address: str, sent: signal.Signals, code: int, word: str) -> None:
    """What was done is not done again; what failed is named, and done once its cause is gone."""
    write_lines(tmp_path / "in" / "0.jsonl", 0, 10)
    for n in range(1, 9):  # twice as many as there are processors
        write_lines(tmp_path / "in" / f"{n}.jsonl", 1000 * n, 300)
    expected = local(tmp_path, "local.jsonl")
    options = ("-o", "out/", "--engine", "ray", "--address", ray_address)
    run = start(tmp_path, *options)
    wait_for((tmp_path / "out" / ".parts" / "0.jsonl.note").exists)
    time.sleep(1.5)  # until it was told
    run.send_signal(sent)
    ended, said = finish(run)
    assert ended == code, said
    *_, last = said.splitlines()  # Ray may have had something to say before
    assert last.startswith(f"{word}; ")
    assert last.endswith(" of 9 inputs are left; with --resume the same command goes on")
    assert not (tmp_path / "out.rejects.jsonl").exists()
    wait_for(lambda: not workers("clean_part"))
    done = {path: path.stat() for path in outputs(tmp_path / "out", ".jsonl")}
    left = {f"{n}.jsonl" for n in range(9)} - {path.name for path in done}
    assert done
    (in_the_way := tmp_path / "out" / min(left)).mkdir()

    code, said = finish(start(tmp_path, *options, "--resume"))
    *_, failed, how_many = said.splitlines()  # Ray may have had something to say before
    assert code == 2
    assert failed.startswith(f"in/{in_the_way.name}: IsADirectoryError: ")
    assert how_many == "1 of 9 inputs are left; with --resume the same command goes on"
    in_the_way.rmdir()
    code, said = finish(start(tmp_path, *options, "--resume"))
    assert (code, summary(tmp_path)) == (1, expected), said
    for path, before in done.items():
        now = path.stat()
        assert (now.st_ino, now.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert lines(*outputs(tmp_path / "out", ".jsonl")) == lines(tmp_path / "local.jsonl")
    assert (tmp_path / "out.rejects.jsonl").read_bytes() == (tmp_path / "local.jsonl.rejects.jsonl").read_bytes()


def test_no_cluster_at_the_address(tmp_path: Path) -> None:
    write_lines(tmp_path / "in" / "0.jsonl", 0, 1)
    code, said = finish(start(tmp_path, "-o", "out/", "--engine", "ray", "--address", "127.0.0.1:9"))
    assert (code, said) == (2, "127.0.0.1:9: no cluster answers there: Connection refused\n")
