"""A run that is cut off goes on where it was, and nothing shows in its output: killed at random points, twenty times."""

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest import run
from ingest.duplicates import signature
from ingest.model import Document, Reject
from ingest.run import Summary, fingerprint, spool
from ingest.work import Outcome
from ingest.write.files import OutputError
from ingest.write.spool import Spool
from tests.pages import BODY


class Killed(BaseException):
    """Stands for `kill -9`: nothing is closed in good order."""


ITEMS = [Reject("f", n, "bad", b"x", "jsonl") if n % 7 == 3 else Document(str(n), BODY[n % 4]) for n in range(60)]


def outcome(item: Document | Reject) -> Outcome | Reject:
    if isinstance(item, Reject):
        return item
    line = json.dumps({"id": item.id, "text": item.text, "metadata": {}}).encode() + b"\n"
    return Outcome(item.id, (line,), "cleaned", 2, 1, {"other": 1}, signature(item.text))


def found(until: int = len(ITEMS)) -> Callable[[int], Iterator[Outcome | Reject]]:
    def outcomes(first: int) -> Iterator[Outcome | Reject]:
        for number in range(first, len(ITEMS)):
            if number == until:
                raise Killed
            yield outcome(ITEMS[number])

    return outcomes


def once(folder: Path, until: int, *, resume: bool, name: str = "run") -> tuple[Summary, list[tuple[int, list[str]]]]:
    files = Spool(folder / "a.jsonl", folder / "r.jsonl")
    try:
        return spool(found(until), files, name, resume=resume, duplicates="drop")
    finally:
        files.close()


@pytest.mark.parametrize("points", [[1], [59], [5, 5, 5], [10, 20, 21, 58]], ids=str)
def test_cut_off_and_resumed(points: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "SAVE_EVERY", 0.0)
    (tmp_path / "whole").mkdir()
    (tmp_path / "cut").mkdir()
    whole = once(tmp_path / "whole", len(ITEMS), resume=False)
    for point in points:
        with pytest.raises(Killed):
            once(tmp_path / "cut", point, resume=True)
        with (tmp_path / "cut" / ".a.jsonl.partial").open("ab") as damaged:
            damaged.write(b'{"half a li')  # what had been written when it was killed
    cut = once(tmp_path / "cut", len(ITEMS), resume=True)
    assert cut[1] == whole[1]
    assert cut[0].entry() | {"seconds": 0} == whole[0].entry() | {"seconds": 0}
    for name in (".a.jsonl.partial", ".r.jsonl.partial"):
        assert (tmp_path / "cut" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()


def test_another_run_is_not_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "SAVE_EVERY", 0.0)
    with pytest.raises(Killed):
        once(tmp_path, 9, resume=False)
    with pytest.raises(OutputError, match="had other inputs, rules or options"):
        once(tmp_path, 60, resume=True, name="another")
    assert (
        once(tmp_path, 60, resume=False, name="another")[0].documents + once(tmp_path, 60, resume=True, name="another")[0].rejected
        == 60
    )


def test_two_runs_do_not_write_the_same_output(tmp_path: Path) -> None:
    first = Spool(tmp_path / "a.jsonl", tmp_path / "r.jsonl")
    first.open("run", resume=False)
    first.write("records", b"x")
    second = Spool(tmp_path / "a.jsonl", tmp_path / "r.jsonl")
    with pytest.raises(OutputError, match="another run is writing this output"):
        second.open("run", resume=False)
    second.close()
    first.save({"run": "run"})
    assert (tmp_path / ".a.jsonl.partial").read_bytes() == b"x"
    first.close()


def test_a_run_that_has_saved_nothing_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Killed):
        once(tmp_path, 0, resume=False)
    assert list(tmp_path.iterdir()) == []


def test_what_names_a_run(tmp_path: Path) -> None:
    from ingest import load_rules

    rules = load_rules(shipped=False)
    file = tmp_path / "a.txt"
    file.write_text("x")
    base = fingerprint([str(file)], rules, "text")
    assert base == fingerprint([str(file)], rules, "text")
    assert base != fingerprint([str(file)], rules, "html")
    file.write_text("xy")
    assert base != fingerprint([str(file)], rules, "text")


# The command, killed for real

DOCUMENTS = 12_000  # more than are cleaned between twenty kills
WORDS = " ".join(BODY).split()


def command(folder: Path, *more: str) -> list[str]:
    places = [str(folder / "in.jsonl"), "-o", str(folder / "out.jsonl")]
    return [
        sys.executable,
        "-m",
        "ingest",
        "clean",
        *places,
        "--resume",
        "--no-shipped-rules",
        "--quiet",
        "--duplicates",
        "flag",
        *more,
    ]


def test_killed_twenty_times(tmp_path: Path) -> None:
    """The output of a run that was killed at random points is byte for byte that of one that was left alone."""
    rng = random.Random(7)
    (tmp_path / "whole").mkdir()
    (tmp_path / "cut").mkdir()
    lines = []
    for n in range(DOCUMENTS):
        text = "\n".join(" ".join(rng.sample(WORDS, 20)) for _ in range(10))
        lines.append(b"nonsense\n" if n % 50 == 7 else json.dumps({"id": n, "text": text}).encode() + b"\n")
    for n in range(0, DOCUMENTS, 40):  # copies of what was seen long before
        lines[n] = lines[n // 2].replace(f'"id": {n // 2}'.encode(), f'"id": {n}'.encode())
    for folder in ("whole", "cut"):
        (tmp_path / folder / "in.jsonl").write_bytes(b"".join(lines))
    assert subprocess.run(command(tmp_path / "whole"), check=False).returncode == 1
    for _ in range(20):
        process = subprocess.Popen(command(tmp_path / "cut", "--workers", str(rng.choice([1, 2]))), start_new_session=True)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(rng.uniform(0.1, 0.9))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert not (tmp_path / "cut" / "out.jsonl").exists()
    assert subprocess.run(command(tmp_path / "cut"), check=False).returncode == 1
    assert (tmp_path / "whole" / "out.jsonl").read_bytes().count(b'"duplicate_of":') > DOCUMENTS // 50
    for name in ("out.jsonl", "out.jsonl.rejects.jsonl"):
        assert (tmp_path / "cut" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes().replace(b"/whole/", b"/cut/")
    assert sorted(path.name for path in (tmp_path / "cut").iterdir()) == ["in.jsonl", "out.jsonl", "out.jsonl.rejects.jsonl"]
