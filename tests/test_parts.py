"""Runs in parts, without a cluster: what the parts are, what is refused, and how one is done on whichever machine."""

import json
import sys
from functools import partial
from pathlib import Path

import pytest

from ingest import cli, work
from ingest.jsonlines import loads
from ingest.parts import Part, clean_part, gather, plan, summary_of
from ingest.read import files
from ingest.read.fields import Fields
from ingest.read.files import InputError
from ingest.run import fingerprint
from ingest.write.files import OutputError
from tests.pages import BODY

load = partial(work.rules_of, (), with_shipped=False)


def named(names: list[str]) -> str:
    return fingerprint(names, load(), None, Fields(), {})


def planned(*inputs: str, resume: bool = False) -> list[Part]:
    return plan(inputs, files.find(inputs), Path("out"), None, named, resume=resume)


def do(part: Part) -> None:
    clean_part(part, cwd=Path.cwd(), load=load, form=None, fields=Fields(), options={})


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("in/a.jsonl", "in/2025/a.jsonl", "in/2025/b.csv", "more/c.warc.gz", "more/d.parquet"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(b'{"text": "a"}\n')


def outs(parts: list[Part]) -> list[str]:
    return [str(part.out.relative_to(Path.cwd() / "out")) for part in parts]


def test_outputs_are_called_as_the_inputs_are() -> None:
    assert outs(planned("in")) == ["2025/a.jsonl", "2025/b.csv.jsonl", "a.jsonl"]
    assert outs(planned("in/", "more/c.warc.gz", "more/d.parquet")) == [
        "2025/a.jsonl", "2025/b.csv.jsonl", "a.jsonl", "c.warc.jsonl.gz", "d.parquet",
    ]  # fmt: skip


def test_two_inputs_of_one_name() -> None:
    with pytest.raises(InputError, match=r"a\.jsonl: both would become out/a\.jsonl; clean them into folders of their own"):
        planned("in/a.jsonl", "in/2025/a.jsonl")


def test_an_input_in_the_folder_of_the_outputs() -> None:
    Path("out").mkdir()
    Path("in/a.jsonl").rename("out/a.jsonl")
    with pytest.raises(InputError, match=r"out/a\.jsonl: stands in the folder that the records are to go to"):
        planned("out/a.jsonl")


def test_a_part_is_done_once() -> None:
    Path("in/a.jsonl").write_text(json.dumps({"id": 1, "text": BODY[0]}) + "\n[1]\n", encoding="utf-8")
    (part,) = planned("in/a.jsonl")
    assert summary_of(part) is None
    do(part)
    assert loads(part.out.read_bytes())["text"] == BODY[0]
    before = part.out.stat()
    do(part)
    assert part.out.stat() == before
    assert sorted(path.name for path in Path("out").rglob("*") if path.is_file()) == ["a.jsonl", "a.jsonl.note", "run"]
    summary = gather([part], Path("out"), Path("rejects.jsonl"))
    assert (summary.documents, summary.rejected) == (1, 1)
    assert json.loads(Path("rejects.jsonl").read_bytes())["line"] == 2


def test_an_input_that_has_changed_is_done_again() -> None:
    (part,) = planned("in/a.jsonl")
    do(part)
    Path("in/a.jsonl").write_bytes(b'{"text": "ab"}\n')
    (again,) = planned("in/a.jsonl", resume=True)
    assert summary_of(again) is None
    do(again)
    assert loads(part.out.read_bytes())["text"] == "ab"
    with pytest.raises(OutputError, match=r"the input, the rules or the program's version are not the same"):
        do(part)  # as on a machine that does not see the same file


def test_what_a_new_run_does_not_write_into() -> None:
    (part,) = planned("in/a.jsonl")
    planned("in/a.jsonl")  # nothing was written yet
    do(part)
    with pytest.raises(OutputError, match="out: is not empty; name a new folder, or go on with that run: --resume"):
        planned("in/a.jsonl")
    assert len(planned("in/a.jsonl", "in/2025/b.csv", resume=True)) == 2
    with pytest.raises(OutputError, match="out: the run that wrote it had other rules or options; name a new folder"):
        plan(["in/a.jsonl"], ["in/a.jsonl"], Path("out"), None, lambda names: f"other {names}", resume=True)
    Path("out/.parts/run").unlink()
    with pytest.raises(OutputError, match=r"out: is not empty; name a new folder$"):
        planned("in/a.jsonl", resume=True)


def test_outputs_that_another_machine_kept_to_itself() -> None:
    (part,) = planned("in/a.jsonl")
    with pytest.raises(OutputError, match=r"a\.jsonl: was written and is not there; do all machines share this folder\?"):
        gather([part], Path("out"), Path("rejects.jsonl"))


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["in", "-o", "out.jsonl"], "it writes a folder, a file for each input; name one with a slash at its end: -o clean/"),
        (["in"], "it writes a folder"),
        (["in", "-o", "out/", "--text"], "it writes records; --text is for one machine"),
        (["in", "-o", "out/", "--duplicates", "drop"], "no machine sees all stories; --duplicates is for one machine"),
        (["in", "-o", "out/", "--workers", "2", "--address", "auto"], "a cluster has as many workers as it has processors"),
        (["-", "-o", "out/"], "only one machine can read standard input or a pipe; name files or folders"),
    ],
)
def test_what_a_cluster_cannot_do(args: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["clean", "--engine", "ray", *args])
    assert end.value.code == cli.COULD_NOT_RUN
    assert f"--engine ray: {message}" in capsys.readouterr().err
    assert not Path("out").exists()


def test_an_address_without_a_cluster(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["clean", "in", "--address", "auto"])
    assert capsys.readouterr().err == "--address: is for --engine ray\n"


def test_without_ray(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(SystemExit) as end:
        cli.main(["clean", "in", "-o", "out/", "--engine", "ray", "--quiet"])
    assert end.value.code == cli.COULD_NOT_RUN
    assert capsys.readouterr().err == "--engine ray needs an extra: install ingest with `pip install 'ingest[ray]'`\n"
